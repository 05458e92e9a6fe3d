import { matchKey } from '../clean-text.ts';
import { QUADRANT_LIMITS, RING_LIMITS } from '../schema.ts';
import type { Finding } from './draft.ts';
import {
  type Cell,
  type CellKind,
  type Destination,
  LEAVE_OUT,
  makeCell,
  mapTo,
  type Use,
} from './reconcile-cell.ts';
import { type Asking, countTrends, listTrend } from './reconcile-question.ts';

const MOST: Readonly<Record<CellKind, number>> = { quadrant: QUADRANT_LIMITS.max, ring: RING_LIMITS.max };

/**
 * Asks where the smallest go where there are more quadrants or rings than a radar can show. By default they are gathered
 * in one, and their names kept as tags: that loses nothing and guesses nothing.
 *
 * @param ids those in use, to which that of a new cell is added
 */
export function limitCells(
  kind: CellKind,
  cells: readonly Cell[],
  usesOf: ReadonlyMap<Cell, Use[]>,
  ids: Set<string>,
  asking: Asking,
): { cells: Cell[]; destinationOf: (cell: Cell) => Destination; findings: Finding[] } {
  const most = MOST[kind];
  if (cells.length <= most) {
    return { cells: [...cells], destinationOf: (cell) => ({ cell, tag: null }), findings: [] };
  }
  const size = (cell: Cell) => usesOf.get(cell)?.length ?? 0;
  const largest = new Set([...cells].sort((a, b) => size(b) - size(a)).slice(0, most - 1));
  const kept = cells.filter((cell) => largest.has(cell));
  const other = makeCell(kind, { keys: [], name: freeName('Other', kept) }, ids);
  const options = [
    { value: 'other', label: `Gather in “${other.name}”, with its name as a tag` },
    ...kept.map(mapTo),
    LEAVE_OUT,
  ];
  const findings: Finding[] = [];
  const moved = new Map<Cell, Destination>();
  const file = [...usesOf.values()][0]?.[0]?.place.file ?? '';
  for (const cell of cells) {
    if (largest.has(cell)) continue;
    const uses = usesOf.get(cell) ?? [];
    const [first] = uses;
    if (first === undefined) {
      const message = `there is no room for the ${kind} “${cell.name}”, which no trend is in`;
      findings.push({ place: { file }, message, done: 'It is left out.' });
      continue;
    }
    const answer = asking.ask({
      id: `too-many-${kind}s:${cell.key}`,
      kind: `too-many-${kind}s`,
      value: cell.name,
      reason: `A radar shows at most ${most} ${kind}s, and here are ${cells.length}; this is one of the smallest, with ${countTrends(uses.length)}.`,
      trends: uses.map((use) => listTrend(use.trend, use.place)),
      options,
      default: 'other',
    });
    const target = answer === 'other' ? other : kept.find((entry) => `map:${entry.key}` === answer);
    moved.set(
      cell,
      target === undefined
        ? { cell: null, why: `Its ${kind} “${cell.name}” is one too many and is left out.` }
        : { cell: target, tag: answer === 'other' ? cell.name : null },
    );
  }
  const gathers = [...moved.values()].some((destination) => destination.cell === other);
  return {
    cells: gathers ? [...kept, other] : kept,
    destinationOf: (cell) => moved.get(cell) ?? { cell, tag: null },
    findings,
  };
}

/**
 * Asks where trends go that name no quadrant, or no ring. They are left out unless none of the file names one.
 */
export function askMissing(context: {
  kind: CellKind;
  cells: readonly Cell[];
  /** Those whose value is empty. */
  uses: readonly Use[];
  /** Whether no other use has a value. */
  alone: boolean;
  /** Those in use, to which that of a new cell is added. */
  ids: Set<string>;
  asking: Asking;
}): { cells: Cell[]; destination: Destination } {
  const { kind, cells, uses, alone, ids, asking } = context;
  const none = { cell: null, why: `It names no ${kind}.` };
  if (uses.length === 0) return { cells: [...cells], destination: none };
  const unsorted = makeCell(kind, { keys: [], name: freeName('Unsorted', cells) }, ids);
  const room = cells.length < MOST[kind];
  const answer = asking.ask({
    id: `no-${kind}`,
    kind: `no-${kind}`,
    value: '',
    reason: `The ${kind} of ${countTrends(uses.length)} is empty.`,
    trends: uses.map((use) => listTrend(use.trend, use.place)),
    options: [
      ...(room ? [{ value: 'unsorted', label: `Put into a ${kind} of their own, “${unsorted.name}”` }] : []),
      ...cells.map(mapTo),
      LEAVE_OUT,
    ],
    default: alone && room ? 'unsorted' : LEAVE_OUT.value,
  });
  if (answer === 'unsorted')
    return { cells: [...cells, unsorted], destination: { cell: unsorted, tag: null } };
  const target = cells.find((cell) => `map:${cell.key}` === answer);
  return { cells: [...cells], destination: target === undefined ? none : { cell: target, tag: null } };
}

/** A name that none of the cells has. */
export function freeName(name: string, cells: readonly { name: string }[]): string {
  const taken = new Set(cells.map((cell) => matchKey(cell.name)));
  let free = name;
  for (let number = 2; taken.has(matchKey(free)); number += 1) free = `${name} ${number}`;
  return free;
}
