import { editionsBefore, IMPLIED_EDITION, isBy, latestEdition } from '../editions.ts';
import type { Edition, Fact, Milestone, Radar } from '../radar.ts';
import type { RadarIndex } from '../radar-index.ts';
import { type ShownTrend, shownTrends } from '../shown-trends.ts';
import { countEvidence, factsKnownIn, type Strength, strengthOf } from '../strength.ts';

/** A fact that became public, or a milestone. */
export type TimelineEvent = {
  /** Id and name of the trend. */
  trend: string;
  name: string;
  /** As precise as the data has it: YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string;
  source: string | undefined;
} & (
  | { kind: 'fact'; fact: Fact /** Its number in the trend's panel, from 1. */; number: number }
  | { kind: 'milestone'; milestone: Milestone }
);

/** A month in which something became public, or that an edition is dated in. */
export interface TimelineStep {
  /** YYYY-MM: as a limit for {@link isBy} it takes in all days of the month. */
  date: string;
  events: readonly TimelineEvent[];
  editions: readonly Edition[];
}

/** The steps that one can go through in time. */
export interface Timeline {
  /** Earliest first; none for a radar that names no edition. */
  editions: readonly Edition[];
  /** Earliest first; none for a radar without editions, facts and milestones. */
  steps: readonly TimelineStep[];
}

/**
 * All dates of a radar as steps. What is dated by its year alone became public in the year's first month, as
 * {@link isBy} has it: so each event belongs to the first step by which it was known.
 */
export function buildTimeline(radar: Radar): Timeline {
  const editions = sortByDate(radar.editions.filter((edition) => !isImplied(edition)));
  const events = radar.trends.flatMap((trend): TimelineEvent[] => {
    const of = { trend: trend.id, name: trend.name };
    return [
      ...(trend.facts ?? []).map((fact, at) => {
        const { date, source } = fact;
        return { ...of, kind: 'fact' as const, date, source, fact, number: at + 1 };
      }),
      ...(trend.milestones ?? []).map((milestone) => {
        const { date, source } = milestone;
        return { ...of, kind: 'milestone' as const, date, source, milestone };
      }),
    ];
  });
  const months = new Map<string, { events: TimelineEvent[]; editions: Edition[] }>();
  const at = (date: string) => {
    const month = date.length > 4 ? date.slice(0, 7) : `${date}-01`;
    const step = months.get(month) ?? { events: [], editions: [] };
    months.set(month, step);
    return step;
  };
  for (const event of events) at(event.date).events.push(event);
  for (const edition of editions) at(edition.date).editions.push(edition);
  return {
    editions,
    steps: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, step]) => ({ date, editions: step.editions, events: sortByDate(step.events) })),
  };
}

/** A date out of the address bar (YYYY, YYYY-MM or YYYY-MM-DD), or null for anything else. */
export function parseAsOf(text: string | null): string | null {
  return text !== null && /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text) ? text : null;
}

/** Position of the last step on or before a date; 0 for a date before all of them, or without any. */
export function findStep(timeline: Timeline, date: string): number {
  return Math.max(
    0,
    timeline.steps.findLastIndex((step) => isBy(step.date, date)),
  );
}

/** Position of the step at which an edition stands: the last one for the latest, which knows all that is recorded. */
export function findEditionStep(timeline: Timeline, edition: string): number {
  const found = timeline.editions.find((entry) => entry.id === edition);
  const last = Math.max(0, timeline.steps.length - 1);
  return found === undefined || found === timeline.editions.at(-1) ? last : findStep(timeline, found.date);
}

/** The edition that was current by a date: the latest one on or before it. */
export function editionBy(
  editions: readonly Edition[],
  date: string,
): {
  edition: Edition /** Whether the date lies before all editions, of which the first one then stands in. */;
  early: boolean;
} {
  const past = editions.filter((edition) => isBy(edition.date, date));
  if (past.length > 0) return { edition: latestEdition(past), early: false };
  return { edition: sortByDate(editions)[0] ?? latestEdition(editions), early: true };
}

/** How many there are, and how many of them were known. */
export interface KnownCount {
  known: number;
  all: number;
}

/** What was known of a trend: its strength by the rule that holds everywhere. */
export interface KnownTrend {
  strength: Strength;
  facts: KnownCount;
}

/** What was known of a radar at one point in time. */
export interface KnownState {
  facts: KnownCount;
  milestones: KnownCount;
  /** Every trend of the radar, by id. */
  trends: ReadonlyMap<string, KnownTrend>;
}

/** What was public by a date, whichever edition is shown. */
export function buildKnownBy(radar: Radar, date: string): KnownState {
  const isKnown = (dated: { date: string }) => isBy(dated.date, date);
  return buildKnown(radar, (facts) => facts.filter(isKnown), isKnown);
}

/** What an edition is judged by: what was public by its date, and for the latest one all that is recorded. */
export function buildKnownIn(radar: Radar, edition: string): KnownState {
  const { editions } = radar;
  const found = editions.find((entry) => entry.id === edition);
  const limit = found === undefined || latestEdition(editions).id === edition ? null : found.date;
  return buildKnown(
    radar,
    (facts) => factsKnownIn(edition, editions, facts),
    ({ date }) => limit === null || isBy(date, limit),
  );
}

/** A trend whose strength by a date is not the one that its edition shows. */
export interface StrengthShift {
  trend: ShownTrend;
  /** What was known of it by then. */
  then: KnownTrend;
}

/** The trends of an edition whose evidence had another strength by then, in the order of the index. */
export function listStrengthShifts(index: RadarIndex, edition: string, known: KnownState): StrengthShift[] {
  return shownTrends(index, edition).flatMap((trend) => {
    const then = known.trends.get(trend.id);
    return then === undefined || then.strength === trend.strength ? [] : [{ trend, then }];
  });
}

/** The trends that the edition before had and this one has not, as that edition showed them; none in a first one. */
export function listDeparted(index: RadarIndex, edition: string): ShownTrend[] {
  const before = editionsBefore(index.editions, edition).at(-1);
  if (before === undefined) return [];
  const here = new Set(shownTrends(index, edition).map(({ id }) => id));
  return shownTrends(index, before.id).filter(({ id }) => !here.has(id));
}

function buildKnown(
  radar: Radar,
  knownOf: (facts: readonly Fact[]) => readonly Fact[],
  isReached: (milestone: Milestone) => boolean,
): KnownState {
  const sources = new Map(radar.sources.map((source) => [source.id, source]));
  const trends = new Map(
    radar.trends.map(({ id, facts = [] }): [string, KnownTrend] => {
      const known = knownOf(facts);
      const strength = strengthOf(countEvidence(known, sources, radar.organisations));
      return [id, { strength, facts: { known: known.length, all: facts.length } }];
    }),
  );
  const sum = (count: (trend: KnownTrend) => number) =>
    [...trends.values()].reduce((total, trend) => total + count(trend), 0);
  const milestones = radar.trends.flatMap((trend) => trend.milestones ?? []);
  return {
    facts: { known: sum(({ facts }) => facts.known), all: sum(({ facts }) => facts.all) },
    milestones: { known: milestones.filter(isReached).length, all: milestones.length },
    trends,
  };
}

function isImplied({ id, date }: Edition): boolean {
  return id === IMPLIED_EDITION.id && date === IMPLIED_EDITION.date;
}

function sortByDate<T extends { date: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
