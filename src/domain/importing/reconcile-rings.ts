import { matchKey } from '../clean-text.ts';

/** What other tools call the three rings, the innermost first. */
const KNOWN_RINGS: readonly (readonly string[])[] = [
  ['adopt', 'use'],
  ['trial', 'try', 'experiment'],
  ['assess', 'consult'],
];

/** What stands for a place off the three rings; words of one list say the same. */
const OFF_RINGS: readonly (readonly string[])[] = [['hold', 'caution'], ['stop'], ['retire'], ['deprecated']];

/** How far out a ring of the vocabulary lies, 0 for the innermost; null for a word that is not in it. */
export function knownRingRank(name: string): number | null {
  const rank = KNOWN_RINGS.findIndex((words) => words.includes(matchKey(name)));
  return rank === -1 ? null : rank;
}

/** Whether a word says that something lies off the three rings. */
export function isOffRings(name: string): boolean {
  return OFF_RINGS.some((words) => words.includes(matchKey(name)));
}

/** Whether two names of rings say the same in the vocabulary. */
export function sayTheSame(one: string, other: string): boolean {
  const words = [...KNOWN_RINGS, ...OFF_RINGS].find((list) => list.includes(matchKey(one)));
  return words?.includes(matchKey(other)) ?? false;
}
