import { editionBefore } from './editions.ts';
import { hueAt } from './hue-at.ts';
import type { Fact, FailureMode, Milestone, Radar, Source, Trend } from './radar.ts';
import { buildDetail, detailIn, type RadarIndex, type Tie } from './radar-index.ts';
import { type ShownTrend, shownTrends } from './shown-trends.ts';
import { type EvidenceCounts, judgeRing, type Strength } from './strength.ts';
import { movementWords, SEVERITY_WORDS } from './words.ts';

/** A fact with the number that it has in the trend's panel, counted from 1. */
export interface NumberedFact {
  number: number;
  fact: Fact;
  source: Source | undefined;
}

/** A trend as one edition judges it, with what it is judged by, in the order in which it is read. */
export interface JudgedTrend {
  id: string;
  name: string;
  trend: Trend;
  quadrant: string;
  /** Hue of the quadrant, 0 to 7. */
  hue: number;
  /** Name of the ring. */
  ring: string;
  earned: boolean;
  /** What the ring asks for and the trend has not, in lower case. */
  missing: string[];
  strength: Strength;
  counts: EvidenceCounts;
  /** Such as "Moved in since 2024-11"; null in a first edition unless reported. */
  moved: string | null;
  reason: string | null;
  /** The facts that were public by the edition. */
  facts: NumberedFact[];
  /** How many facts became public only after the edition. */
  laterFacts: number;
  /** The gravest first, of equals the silent ones. */
  failureModes: FailureMode[];
  /** In the order of time. */
  milestones: Milestone[];
  ties: Tie[];
  /** What the trend cites, by id. */
  sources: ReadonlyMap<string, Source>;
  /** The numbers of all its facts, by id. */
  factNumbers: ReadonlyMap<string, number>;
}

/** The trends asked for that an edition has, each once and in the order asked for; of the others, their names. */
export interface JudgedTrends {
  trends: JudgedTrend[];
  /** Names of trends of the radar that have no place in the edition. */
  absent: string[];
}

/** Judges trends by an edition; ids that the radar does not know are left out. */
export function judgeTrends(
  radar: Radar,
  index: RadarIndex,
  edition: string,
  ids: readonly string[],
): JudgedTrends {
  const shown = new Map(shownTrends(index, edition).map((trend) => [trend.id, trend]));
  const asked = [...new Set(ids)].flatMap((id) => radar.trends.find((trend) => trend.id === id) ?? []);
  return {
    trends: asked.flatMap((trend) => {
      const place = shown.get(trend.id);
      return place === undefined ? [] : [judge(radar, index, edition, trend, place)];
    }),
    absent: asked.filter((trend) => !shown.has(trend.id)).map((trend) => trend.name),
  };
}

function judge(
  radar: Radar,
  index: RadarIndex,
  edition: string,
  trend: Trend,
  shown: ShownTrend,
): JudgedTrend {
  const detail = detailIn(buildDetail(radar, trend), index.editions, edition);
  const sources = new Map(detail.sources.map((source) => [source.id, source]));
  const all = trend.facts ?? [];
  const facts = all.flatMap((fact, at) =>
    detail.later.includes(fact.id) ? [] : [{ number: at + 1, fact, source: sources.get(fact.source) }],
  );
  const ring = judgeRing(shown.ring, detail.strength, { ...trend, facts: facts.map(({ fact }) => fact) });
  const quadrantAt = index.quadrants.findIndex((quadrant) => quadrant.id === trend.quadrant);
  return {
    id: trend.id,
    name: trend.name,
    trend,
    quadrant: index.quadrants[quadrantAt]?.name ?? trend.quadrant,
    hue: hueAt(index, quadrantAt),
    ring: index.rings.find((entry) => entry.id === shown.ring)?.name ?? shown.ring,
    earned: ring.earned,
    missing: ring.requirements.filter(({ met }) => !met).map(({ text }) => text.toLowerCase()),
    strength: detail.strength,
    counts: detail.counts,
    moved: movementWords(shown.movement, editionBefore(index.editions, edition)),
    reason: trend.placements.find((placement) => placement.edition === edition)?.reason ?? null,
    facts,
    laterFacts: detail.later.length,
    failureModes: [...(trend.failureModes ?? [])].sort(
      (a, b) =>
        GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity) ||
        Number(b.silent) - Number(a.silent),
    ),
    milestones: [...(trend.milestones ?? [])].sort((a, b) =>
      a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
    ),
    ties: detail.ties,
    sources,
    factNumbers: new Map(all.map((fact, at) => [fact.id, at + 1])),
  };
}

const GRAVEST_FIRST: readonly string[] = Object.keys(SEVERITY_WORDS);
