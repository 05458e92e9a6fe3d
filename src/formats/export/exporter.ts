import type { Radar } from '../../domain/radar.ts';

/** One format that a radar is written in. */
export interface Exporter {
  /** Such as `byor-csv`; the same as the importer's of that format. */
  id: string;
  /** What it is called on screen, such as "Build Your Own Radar, CSV". */
  label: string;
  /** What it is for, in one line. */
  purpose: string;
  /** What its files end in, such as `.csv`. */
  ending: string;
  /** What it cannot hold of this radar, in sentences with numbers; none where it holds the whole radar. */
  losses: (radar: Radar, edition: string) => string[];
  /** What its tool will not draw as it is written, and what to do about it, in sentences; none where it draws all. */
  faults: (radar: Radar, edition: string) => string[];
  /** The file: text, or bytes. The same radar always gives the same file. */
  format: (radar: Radar, edition: string) => Uint8Array | string;
}
