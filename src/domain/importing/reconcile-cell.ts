import { cleanLine, matchKey, shortenAtWord } from '../clean-text.ts';
import { idFrom } from '../make-id.ts';
import type { Hue } from '../radar.ts';
import type { DraftCell, DraftTrend, Place } from './draft.ts';
import type { Option } from './reconcile-question.ts';

/** Longest name of a quadrant or ring, in characters. */
export const CELL_NAME_LIMIT = 80;
export type CellKind = 'ring' | 'quadrant';

/** A quadrant or a ring of the radar to be. */
export interface Cell {
  /** What spellings of its name share. */
  key: string;
  id: string;
  name: string;
  description?: string;
  hue?: Hue;
}

/** One mention of a quadrant or ring in a file. */
export interface Use {
  /** As written. */
  value: string;
  trend: DraftTrend;
  place: Place;
}

/** Where a written value leads: into a cell, or out of the radar, which `why` explains. */
export type Destination = { cell: Cell; tag: string | null } | { cell: null; why: string };

/** What a value can be put into. */
export type Target = Pick<Cell, 'key' | 'name'>;

export const LEAVE_OUT: Option = { value: 'leave-out', label: 'Leave out' };

/** The choice to put what is asked about into another quadrant or ring. */
export function mapTo(cell: Target): Option {
  return { value: `map:${cell.key}`, label: `Put into “${cell.name}”` };
}

/**
 * A quadrant or ring with a name that can be shown and an id of its own.
 *
 * @param ids those in use, to which the new one is added
 */
export function makeCell(kind: CellKind, cell: DraftCell, ids: Set<string>): Cell {
  const own = cell.keys.find((key) => key === idFrom(key, new Set()) && /[a-z]/.test(key));
  const plain = cleanLine(cell.name) || cleanLine(cell.keys[0] ?? '') || `Unnamed ${kind}`;
  const name = shortenAtWord(plain, CELL_NAME_LIMIT);
  const id = idFrom(own ?? plain, ids, kind);
  ids.add(id);
  const description = cleanLine(cell.description ?? '');
  return {
    // With a space, which no spelling of a name begins with.
    key: matchKey(cell.name) || ` ${id}`,
    id,
    name,
    ...(description === '' ? {} : { description }),
    ...(cell.hue === undefined ? {} : { hue: cell.hue }),
  };
}
