import { cleanLine, matchKey, shortenAtWord } from '../clean-text.ts';
import { buildGuess, type Guess } from '../nearest-name.ts';
import type { DraftCell, Finding, Place } from './draft.ts';
import { askMissing, limitCells } from './limit-cells.ts';
import {
  CELL_NAME_LIMIT,
  type Cell,
  type CellKind,
  type Destination,
  LEAVE_OUT,
  makeCell,
  mapTo,
  type Target,
  type Use,
} from './reconcile-cell.ts';
import { type Asking, listNames, listTrend } from './reconcile-question.ts';
import { isOffRings, knownRingRank, sayTheSame } from './reconcile-rings.ts';

/** Most quadrants or rings that a value can be put into; more are not a choice but a list. */
const MOST_TARGETS = 16;

export interface ReconciledCells {
  /** In their order, the innermost ring first. */
  cells: Cell[];
  destinationOf: (value: string) => Destination;
  findings: Finding[];
}

/** All uses of one value, whatever its spelling. */
interface Group {
  key: string;
  value: string;
  uses: Use[];
}

/**
 * Decides which quadrants, or which rings, a radar has, and where each value of its file leads. What the file
 * declares is certain; where it declares nothing, all quadrants are, and the rings of the vocabulary. The rest is asked.
 *
 * @param uses those of the trends that are not left out yet
 * @param written all values of the file, whose order does not hang on what is left out
 */
export function reconcileCells(
  kind: CellKind,
  declared: readonly DraftCell[],
  uses: readonly Use[],
  written: readonly string[],
  asking: Asking,
): ReconciledCells {
  const keyOf = buildKeyOf();
  const groups = groupUses(uses, written, keyOf);
  const ids = new Set<string>();
  const findings: Finding[] = [];
  const make = (cell: DraftCell, place: Place): Cell => {
    const made = makeCell(kind, cell, ids);
    if (made.name !== cell.name.trim()) {
      findings.push({
        place,
        message: `the name of the ${kind} “${shortenAtWord(cell.name, CELL_NAME_LIMIT)}” is empty, too long, or has characters that cannot be seen`,
        done: `It is called “${made.name}”.`,
      });
    }
    return made;
  };
  const file = uses[0]?.place.file ?? '';
  const byKey = new Map<string, Cell>();
  const certain: Cell[] = [];
  const addCertain = (cell: Cell) => {
    byKey.set(cell.key, cell);
    certain.push(cell);
    return cell;
  };
  const owners = declared.map((entry) => {
    const known = byKey.get(matchKey(entry.name));
    if (known === undefined) return addCertain(make(entry, { file }));
    const message = `the ${kind} “${known.name}” is declared twice`;
    findings.push({ place: { file }, message, done: 'The two are one.' });
    return known;
  });
  // Only now, so that a name goes before another's key.
  for (const [at, entry] of declared.entries()) {
    const owner = owners[at];
    for (const key of entry.keys.map(matchKey)) {
      if (owner !== undefined && key !== '' && !byKey.has(key)) byKey.set(key, owner);
    }
  }
  const guess = buildGuess();
  if (declared.length === 0) {
    for (const group of chooseCertain(kind, [...groups.values()], guess)) {
      addCertain(make({ keys: [], name: group.value }, group.uses[0]?.place ?? { file }));
    }
  }

  const unknown = [...groups.values()].filter((group) => group.key !== '' && !byKey.has(group.key));
  const answers = askUnknown({ kind, declared: declared.length > 0, certain, unknown, guess, asking });
  const kept = unknown.filter((group) => answers.get(group.key) === 'keep');
  const keptCells = kept.map((group) =>
    make({ keys: [], name: group.value }, group.uses[0]?.place ?? { file }),
  );
  for (const cell of keptCells) byKey.set(cell.key, cell);

  const usesOf = new Map<Cell, Use[]>();
  const leads = new Map<string, Cell | null>();
  for (const group of groups.values()) {
    const answer = answers.get(group.key) ?? 'keep';
    const target = answer.startsWith('map:') ? byKey.get(answer.slice(4)) : byKey.get(group.key);
    const cell = answer === 'leave-out' ? undefined : target;
    leads.set(group.key, cell ?? null);
    if (cell === undefined) continue;
    const known = usesOf.get(cell) ?? [];
    usesOf.set(cell, known);
    for (const use of group.uses) known.push(use);
  }
  const limited = limitCells(kind, [...certain, ...keptCells], usesOf, ids, asking);
  const missing = askMissing({
    kind,
    cells: limited.cells,
    uses: groups.get('')?.uses ?? [],
    alone: groups.size <= 1,
    ids,
    asking,
  });

  const destinationOf = (value: string): Destination => {
    const key = keyOf(value);
    if (key === '') return missing.destination;
    const cell = leads.get(key) ?? null;
    if (cell === null) return { cell: null, why: `Its ${kind} is “${cleanLine(value)}”, which is left out.` };
    return limited.destinationOf(cell);
  };
  return { cells: missing.cells, destinationOf, findings: [...findings, ...limited.findings] };
}

/** Finds keys; a file says the same few values in each of its rows. */
function buildKeyOf(): (value: string) => string {
  const keys = new Map<string, string>();
  return (value) => {
    const key = keys.get(value) ?? matchKey(value);
    keys.set(value, key);
    return key;
  };
}

function groupUses(
  uses: readonly Use[],
  written: readonly string[],
  keyOf: (value: string) => string,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const value of written) {
    const key = keyOf(value);
    if (!groups.has(key)) groups.set(key, { key, value: cleanLine(value), uses: [] });
  }
  for (const use of uses) groups.get(keyOf(use.value))?.uses.push(use);
  return new Map([...groups].filter(([, group]) => group.uses.length > 0));
}

/** What is taken for granted of a file that declares nothing. */
function chooseCertain(kind: CellKind, groups: readonly Group[], guess: Guess): Group[] {
  const named = groups.filter((group) => group.key !== '');
  if (kind === 'ring') {
    const rank = (group: Group) => knownRingRank(group.key) ?? Number.POSITIVE_INFINITY;
    return named.filter((group) => knownRingRank(group.key) !== null).sort((a, b) => rank(a) - rank(b));
  }
  // A quadrant that one or two trends name nearly as many others name theirs is a slip of the hand.
  const usual = new Map(
    named.filter((group) => group.uses.length >= 5).map((group) => [group.key, group.uses.length]),
  );
  const candidates = new Set([...usual.keys()].slice(0, MOST_TARGETS));
  return named.filter((group) => {
    const rare = group.uses.length <= 2 && group.key.length >= 6 && !/\d/.test(group.key);
    const near = rare ? guess(group.key, candidates) : null;
    return near === null || (usual.get(near) ?? 0) < group.uses.length * 5;
  });
}

/** Asks about each value that is not certain. The answers are by the key of the value. */
function askUnknown(context: {
  kind: CellKind;
  declared: boolean;
  certain: readonly Cell[];
  unknown: readonly Group[];
  guess: Guess;
  asking: Asking;
}): Map<string, string> {
  const { kind, declared, certain, unknown, guess, asking } = context;
  const sure = certain.slice(0, MOST_TARGETS);
  const candidates = new Set(sure.map((cell) => cell.key));
  const nearest = (group: Group): Cell | undefined => {
    if (kind === 'ring') {
      const same = sure.find((cell) => sayTheSame(cell.key, group.key));
      if (same !== undefined || isOffRings(group.key)) return same;
    }
    const near = group.key.length < 4 ? null : guess(group.key, candidates);
    return sure.find((cell) => cell.key === near);
  };
  const names = listNames(certain.map((cell) => cell.name));
  const found = unknown.map((group) => {
    const near = nearest(group);
    const id = `${kind}:${group.key}`;
    return { group, id, near, usual: near === undefined ? 'keep' : `map:${near.key}` };
  });
  // Others can be put into what is kept, which must not hang on where those are put.
  const kept = found.filter(({ id, usual }) => (asking.decisionOn(id) ?? usual) === 'keep');
  const targets: Target[] = [
    ...sure,
    ...kept.map(({ group }) => ({ key: group.key, name: shortenAtWord(group.value, CELL_NAME_LIMIT) })),
  ].slice(0, MOST_TARGETS);
  return new Map(
    found.map(({ group, id, near, usual }) => [
      group.key,
      asking.ask({
        id,
        kind,
        value: group.value,
        reason: explainUnknown(kind, group.value, { names, declared, near }),
        trends: group.uses.map((use) => listTrend(use.trend, use.place)),
        options: [
          { value: 'keep', label: KEEP[kind] },
          ...targets.filter((target) => target.key !== group.key).map(mapTo),
          LEAVE_OUT,
        ],
        default: usual,
      }),
    ]),
  );
}

/** Such as: The file declares the rings Adopt and Trial, and not this one. It may be a misspelling of “Trial”. */
function explainUnknown(
  kind: CellKind,
  value: string,
  known: { names: string; declared: boolean; near: Cell | undefined },
): string {
  const { names, declared, near } = known;
  if (names === '') return `This ${kind} is not one that is known.`;
  const same = near !== undefined && kind === 'ring' && sayTheSame(near.key, value);
  const guessed = same ? 'says the same as' : 'may be a misspelling of';
  return [
    declared
      ? `The file declares the ${kind}s ${names}, and not this one.`
      : kind === 'ring' && isOffRings(value)
        ? `It lies off the rings ${names}, so its place is for you to choose.`
        : `It is not one of the known ${kind}s (${names}).`,
    ...(near === undefined ? [] : [`It ${guessed} “${near.name}”.`]),
  ].join(' ');
}

const KEEP: Readonly<Record<CellKind, string>> = {
  ring: 'Keep as a ring, outside the others',
  quadrant: 'Keep as a quadrant',
};
