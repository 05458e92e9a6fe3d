import type { Edition, Hue, Movement } from '../radar.ts';

/** Where something of an imported file stands. */
export interface Place {
  /** The file as its reader knows it, with the folders that it was dropped with. */
  file: string;
  /** Line of a text, or row of a sheet, from 1; undefined where the format has none. */
  line?: number | undefined;
  /** Name of the column, or keys to the value such as `entries[3].label`. */
  field?: string | undefined;
}

/** Something that was changed, left out or could not be read while a file was read: nothing is dropped in silence. */
export interface Finding {
  place: Place;
  /** What is wrong, in one sentence without a full stop. */
  message: string;
  /** What was done about it, a sentence: "The link is left out." */
  done: string;
}

/** A quadrant or ring as its file declares it; rings from the innermost outwards. */
export interface DraftCell {
  /** What entries may call it beside its name. */
  keys: readonly string[];
  name: string;
  description?: string;
  hue?: Hue;
}

/** Where a trend stood, as written. */
export interface DraftPlacement {
  /** Id of one of the draft's editions; null where it has none. */
  edition: string | null;
  /** As written: a name or key of a ring, of any case; empty where it is missing. */
  ring: string;
  reason?: string;
  /** Movement as the file reports it. */
  moved?: Movement;
  place: Place;
}

/** One entry of a file, as written and not yet judged. */
export interface DraftTrend {
  /** Empty where it is missing. */
  name: string;
  /** The id that the file gives, of any form; without one it follows from the name. */
  key?: string;
  /** As written: a name or key of a quadrant, of any case; empty where it is missing. */
  quadrant: string;
  /** Where it stands, one for each edition; at least one. */
  placements: DraftPlacement[];
  summary?: string;
  /** Markdown without HTML. */
  description?: string;
  tags?: string[];
  /** http or https only. */
  links?: { title?: string; url: string }[];
  /** Names or keys of other trends. */
  related?: string[];
  place: Place;
}

/**
 * A radar of another tool as it was read: every row, with the words of its file. `reconcile.ts` makes a radar of it,
 * with the decisions of a person where the file leaves a question open.
 */
export interface Draft {
  /** What the format is called, such as "Build Your Own Radar, CSV". */
  format: string;
  title: string | null;
  description?: string;
  /** What the file declares, in its order; empty where quadrants follow from the entries. */
  quadrants: DraftCell[];
  /** What the file declares, the innermost first; empty where rings follow from the entries. */
  rings: DraftCell[];
  /** Empty where the file has no dates. */
  editions: Edition[];
  /** In the order of the file; those with missing or unknown values, too. */
  trends: DraftTrend[];
  findings: Finding[];
}
