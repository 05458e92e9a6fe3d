import { HUES, huesOf } from '../hues.ts';
import type { Quadrant, Ring } from '../radar.ts';
import { QUADRANT_LIMITS, RING_LIMITS } from '../schema.ts';
import { choose, compact, decisionOn, type Ledger, nameKey } from './merge-ledger.ts';
import { matchEntries } from './merge-match.ts';

/** What a question on something without room is answered with to leave it out; no id is empty. */
export const LEAVE_OUT = '';

/** A list of both radars, and the ids of the other radar's entries in it: none for what is left out. */
export interface MergedCells<T> {
  cells: T[];
  ids: ReadonlyMap<string, string>;
}

/** Quadrants of both radars, mine first. */
export function mergeQuadrants(
  mine: readonly Quadrant[],
  theirs: readonly Quadrant[],
  ledger: Ledger,
): MergedCells<Quadrant> {
  const matched = matchCells(mine, theirs);
  const hues = huesOf(mine);
  const fitting = theirs.map((quadrant, at) => {
    const { hue, ...plain } = quadrant;
    const owner = hue === undefined ? undefined : mine[hues.indexOf(HUES.indexOf(hue))];
    const partner = matched.get(at);
    if (owner === undefined || owner === partner || partner?.hue === hue) return quadrant;
    ledger.leftOut.push({
      what: `The colour of the quadrant “${quadrant.name}”, ${hue}`,
      why: `“${owner.name}” has it`,
    });
    return plain;
  });
  return mergeCells('quadrant', QUADRANT_LIMITS.max, mine, fitting, ledger, (cells, quadrant) => [
    ...cells,
    quadrant,
  ]);
}

/** Rings of both radars; one that only theirs has stands next to the ring that it follows there. */
export function mergeRings(
  mine: readonly Ring[],
  theirs: readonly Ring[],
  ledger: Ledger,
): MergedCells<Ring> {
  return mergeCells('ring', RING_LIMITS.max, mine, theirs, ledger, (cells, ring, ids) => {
    const at = theirs.findIndex(({ id }) => id === ring.id);
    const positions = (others: readonly Ring[]) =>
      others
        .map(({ id }) => cells.findIndex((cell) => cell.id === ids.get(id)))
        .filter((position) => position !== -1);
    const before = positions(theirs.slice(0, at)).at(-1);
    const after = positions(theirs.slice(at + 1))[0];
    const place = before === undefined ? (after ?? cells.length) : before + 1;
    return [...cells.slice(0, place), ring, ...cells.slice(place)];
  });
}

function matchCells<T extends Quadrant | Ring>(mine: readonly T[], theirs: readonly T[]): Map<number, T> {
  return matchEntries(mine, theirs, [({ id }) => [id], ({ name }) => [nameKey(name)]]);
}

function mergeCells<T extends Quadrant | Ring>(
  kind: 'quadrant' | 'ring',
  limit: number,
  mine: readonly T[],
  theirs: readonly T[],
  ledger: Ledger,
  insert: (cells: T[], cell: T, ids: ReadonlyMap<string, string>) => T[],
): MergedCells<T> {
  const matched = matchCells(mine, theirs);
  const ids = new Map([...matched].map(([at, own]) => [theirs[at]?.id ?? '', own.id]));
  const partner = new Map([...matched].map(([at, own]) => [own.id, theirs[at]]));
  let cells: T[] = mine.map((cell) => mergeCell(kind, cell, partner.get(cell.id), ledger));
  const homeless: T[] = [];
  for (const [at, cell] of theirs.entries()) {
    if (matched.has(at)) continue;
    if (cells.length === limit) {
      homeless.push(cell);
      continue;
    }
    cells = insert(cells, cell, ids);
    ids.set(cell.id, cell.id);
  }
  for (const cell of homeless) {
    const home = askForRoom(kind, limit, cells, cell, ledger);
    if (home !== LEAVE_OUT) ids.set(cell.id, home);
  }
  return { cells, ids };
}

function mergeCell<T extends Quadrant | Ring>(
  kind: 'quadrant' | 'ring',
  mine: T,
  theirs: T | undefined,
  ledger: Ledger,
): T {
  if (theirs === undefined) return mine;
  const pick = <K extends string, V>(field: K, label: string, own: V, other: V): V =>
    choose(
      ledger,
      {
        id: `${kind}:${mine.id}:${field}`,
        trend: null,
        subject: `${kind === 'ring' ? 'Ring' : 'Quadrant'} “${mine.name}”`,
        field: label,
      },
      own,
      other,
    );
  const hue = pick('hue', 'Colour', hueOf(mine), hueOf(theirs));
  return compact<T>({
    ...mine,
    name: pick('name', 'Name', mine.name, theirs.name),
    description: pick('description', 'Description', mine.description, theirs.description),
    ...(hue === undefined ? {} : { hue }),
  });
}

function hueOf(cell: Quadrant | Ring): Quadrant['hue'] {
  return 'hue' in cell ? cell.hue : undefined;
}

/** Where the trends of a quadrant or ring go that would be one too many. */
function askForRoom(
  kind: 'quadrant' | 'ring',
  limit: number,
  cells: readonly (Quadrant | Ring)[],
  cell: Quadrant | Ring,
  ledger: Ledger,
): string {
  const id = `room:${kind}:${cell.id}`;
  const options = [
    ...cells.map(({ id: value, name }) => ({ value, label: name })),
    { value: LEAVE_OUT, label: 'Leave its trends out' },
  ];
  // The outermost ring claims least; of the quadrants none is nearer than another, so that none of mine changes.
  const home = cells.at(-1)?.id ?? LEAVE_OUT;
  const question = {
    id,
    kind,
    name: cell.name,
    reason: `A radar has at most ${limit} ${kind}s, and “${cell.name}” would be one more`,
    options,
    default: home,
  };
  ledger.questions.push(question);
  const decided = decisionOn(id, ledger);
  const chosen = options.some(({ value }) => value === decided) ? (decided ?? home) : home;
  const into = cells.find((each) => each.id === chosen)?.name;
  ledger.leftOut.push({
    what: `The ${kind} “${cell.name}”`,
    why: into === undefined ? `${question.reason}` : `${question.reason}: its trends go to “${into}”`,
  });
  return chosen;
}
