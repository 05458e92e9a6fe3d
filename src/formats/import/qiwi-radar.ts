import type { DraftCell, Finding, Place } from '../../domain/importing/draft.ts';

/** One entry, its values as written. */
export interface QiwiEntry {
  name: string;
  sector: string;
  ring: string;
  description: string;
  moved: string;
  /** Where it stands, or one of its values. */
  placeOf: (key?: string) => Place;
}

/** A radar of qiwi, whether it was read of tables, JSON or YAML. */
export interface QiwiRadar {
  title: string;
  date: { text: string; place: Place };
  legend: { text: string; place: Place };
  sectors: readonly DraftCell[];
  rings: readonly DraftCell[];
  entries: readonly QiwiEntry[];
  findings: readonly Finding[];
}
