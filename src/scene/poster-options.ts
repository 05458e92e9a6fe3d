import type { FitVerdict } from '../domain/assessing/lens.ts';
import type { ThemeName } from './theme.ts';

/** What a poster shows: the whole radar, one quadrant of it, or one trend with its evidence as a sheet. */
export type PosterScope =
  | { kind: 'all' }
  | { kind: 'quadrant'; quadrant: string }
  | { kind: 'trend'; trend: string };

/** The chart alone, with title and legend, or with the numbered lists of all trends as well. */
export type PosterContents = 'chart' | 'titled' | 'lists';

/** What a team's conditions make of the trends, and what the conditions are called. */
export interface PosterLens {
  /** Empty where the lens has none. */
  name: string;
  conditions: readonly string[];
  verdicts: ReadonlyMap<string, FitVerdict>;
}

/** What a poster is made of and for. */
export interface PosterOptions {
  /** Id of the edition shown. */
  edition: string;
  /** Size of the file or bitmap, in px. */
  width: number;
  height: number;
  /** px of the file for one design px; without it the shorter side measures 1080 design px. */
  scale?: number;
  theme: ThemeName;
  /** Whether the page has no ground of its own. */
  transparent: boolean;
  contents: PosterContents;
  scope: PosterScope;
  /** Whether names stand beside the blips. */
  names: boolean;
  /** Ids of the trends that filters leave, and what was filtered, in words; without it all are shown alike. */
  kept?: { ids: ReadonlySet<string>; words: string } | null;
  /** A lens that lies over the radar: its conditions in words, its verdicts by trend id; without it no verdict is shown. */
  lens?: PosterLens | null;
  /** Id of the trend that is selected in the chart, or null. */
  selected: string | null;
  /** Day on which the poster is made, YYYY-MM-DD. */
  date: string;
  /** Where the radar came from, in words: "built-in radar", or the address of its file. */
  origin: string;
  /** Whether the file will carry the radar, so that it can be opened again: the poster says so. */
  reopens: boolean;
}
