import { editionBefore, latestEdition } from '../editions.ts';
import type { Edition, Fact, Radar, Trend } from '../radar.ts';
import type { IndexPlacement, IndexTrend, RadarIndex } from '../radar-index.ts';
import { factsKnownIn, type Strength } from '../strength.ts';

/** What became of a trend's place from one edition to another. */
export type Change = 'new' | 'in' | 'out' | 'removed' | 'same';

/** How a trend stood in an edition, judged by the facts that were public by then. */
export interface Standing {
  ring: string;
  strength: Strength;
  earned: boolean;
  /** Why it was placed there; null where no reason was recorded. */
  reason: string | null;
}

/** A trend that has a place in at least one of two editions, and what is different between them. */
export interface TrendChange {
  id: string;
  name: string;
  quadrant: string;
  change: Change;
  /** Null where it had no place. */
  before: Standing | null;
  after: Standing | null;
  /** Facts that the second edition is judged by and the first is not. */
  gained: readonly Fact[];
  /** Facts that the first edition is judged by and the second is not: where the second is the earlier one. */
  lost: readonly Fact[];
}

/** Where a trend is listed: by its place, or where that is the same by whether its evidence is, too. */
export type ChangeGroup = Exclude<Change, 'same'> | 'evidence' | 'unchanged';

/** The groups in the order in which they are read. */
export const CHANGE_GROUPS: readonly ChangeGroup[] = ['new', 'in', 'out', 'removed', 'evidence', 'unchanged'];

/**
 * What changed from one edition to another, in either direction, in the order of the index. Trends without a place
 * in both are left out; nothing is listed where the two editions are the same or one is not of this radar.
 */
export function listChanges(radar: Radar, index: RadarIndex, from: string, to: string): TrendChange[] {
  const known = (id: string) => index.editions.some((edition) => edition.id === id);
  if (from === to || !known(from) || !known(to)) return [];
  const recorded = new Map(radar.trends.map((trend) => [trend.id, trend]));
  const ranks = new Map(index.rings.map((ring, rank) => [ring.id, rank]));
  return index.trends.flatMap((shown) => {
    const trend = recorded.get(shown.id);
    const before = standingIn(from, shown, trend);
    const after = standingIn(to, shown, trend);
    if (before === null && after === null) return [];
    const facts = trend?.facts ?? [];
    const earlier = new Set(factsKnownIn(from, radar.editions, facts));
    const later = new Set(factsKnownIn(to, radar.editions, facts));
    return [
      {
        id: shown.id,
        name: shown.name,
        quadrant: shown.quadrant,
        change: changeOf(before, after, ranks),
        before,
        after,
        gained: facts.filter((fact) => later.has(fact) && !earlier.has(fact)),
        lost: facts.filter((fact) => earlier.has(fact) && !later.has(fact)),
      },
    ];
  });
}

/** The group in which a change is listed. */
export function groupOf({ change, gained, lost }: TrendChange): ChangeGroup {
  if (change !== 'same') return change;
  return gained.length + lost.length > 0 ? 'evidence' : 'unchanged';
}

const STRENGTH_ORDER: readonly Strength[] = ['none', 'thin', 'moderate', 'strong'];

/** How many steps of strength the evidence gained, negative where it lost some; 0 for what has only one place. */
export function strengthGain({ before, after }: TrendChange): number {
  if (before === null || after === null) return 0;
  return STRENGTH_ORDER.indexOf(after.strength) - STRENGTH_ORDER.indexOf(before.strength);
}

/** All changes in one sentence: "3 moved in, 2 moved out, 4 gained stronger evidence." */
export function changesWords(changes: readonly TrendChange[]): string {
  const count = (test: (change: TrendChange) => boolean) => changes.filter(test).length;
  const parts = [
    [count(({ change }) => change === 'new'), 'new'],
    [count(({ change }) => change === 'in'), 'moved in'],
    [count(({ change }) => change === 'out'), 'moved out'],
    [count(({ change }) => change === 'removed'), 'removed'],
    [count((change) => strengthGain(change) > 0), 'gained stronger evidence'],
    [count((change) => strengthGain(change) < 0), 'fell back to weaker evidence'],
  ].flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]));
  if (parts.length > 0) return `${parts.join(', ')}.`;
  return 'No trend changed its ring, and no evidence became stronger or weaker.';
}

/**
 * The two editions to compare: those asked for where the radar has them, else the latest one and the one before it.
 *
 * @returns null for a radar of one edition, which has nothing to compare
 */
export function comparedEditions(
  editions: readonly Edition[],
  from: string | null,
  to: string | null,
): { from: Edition; to: Edition } | null {
  if (editions.length < 2) return null;
  const find = (id: string | null) => editions.find((edition) => edition.id === id);
  const latest = latestEdition(editions);
  const second = find(to) ?? latest;
  return { from: find(from) ?? editionBefore(editions, second.id) ?? latest, to: second };
}

function standingIn(edition: string, shown: IndexTrend, trend: Trend | undefined): Standing | null {
  const isHere = (placement: Pick<IndexPlacement, 'edition'>) => placement.edition === edition;
  const place = shown.placements.find(isHere);
  if (place === undefined) return null;
  const { ring, strength, earned } = place;
  return { ring, strength, earned, reason: trend?.placements.find(isHere)?.reason ?? null };
}

function changeOf(
  before: Standing | null,
  after: Standing | null,
  ranks: ReadonlyMap<string, number>,
): Change {
  if (before === null) return 'new';
  if (after === null) return 'removed';
  const step = (ranks.get(after.ring) ?? 0) - (ranks.get(before.ring) ?? 0);
  return step === 0 ? 'same' : step < 0 ? 'in' : 'out';
}
