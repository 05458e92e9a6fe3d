import type { Radar } from '../../domain/radar.ts';
import type { RadarIndex, TrendDetail } from '../../domain/radar-index.ts';
import type { Kept } from '../../state/kept-store.ts';
import type { ShownLens } from '../../state/lens-store.ts';
import type { Screen } from './export-choices.ts';

/** What the page shows, as far as a snapshot takes it over. */
export interface ExportSource {
  index: RadarIndex;
  /** Ids of what is shown; names tells whether they stand beside the blips. */
  view: { edition: string; trend: string | null; quadrant: string | null; names: boolean };
  /** What filters leave; null where nothing is filtered. */
  kept: Kept | null;
  /** What a lens makes of the trends; null where none is laid over them. */
  lens: ShownLens | null;
  screen: Screen;
  /** Where the radar came from, in words. */
  origin: string;
  /** Today, YYYY-MM-DD. */
  date: string;
  /** The whole radar, or the text of its file, for a snapshot to carry. */
  loadRadar: () => Promise<Radar | string>;
  /** A trend's evidence, as an edition sees it. */
  loadDetail: (trend: string, edition: string) => Promise<TrendDetail>;
}
