import { huesOf } from './hues.ts';
import type {
  Article,
  Condition,
  Edition,
  Movement,
  Organisation,
  Quadrant,
  Radar,
  Relation,
  Ring,
  Source,
  Trend,
} from './radar.ts';
import {
  countEvidence,
  type EvidenceCounts,
  factsKnownIn,
  judgeRing,
  type Strength,
  strengthOf,
} from './strength.ts';

/** Where a trend stood in one edition, how strong its evidence was by then, and whether it earned that ring. */
export interface IndexPlacement {
  edition: string;
  ring: string;
  strength: Strength;
  earned: boolean;
  /** As reported, where it is. */
  moved?: Movement;
}

/** What the picture and the list need to know of a trend. */
export interface IndexTrend {
  id: string;
  name: string;
  subtitle?: string;
  quadrant: string;
  placements: IndexPlacement[];
  summary?: string;
  /** Ids of the trends that this one is related to, whichever of the two says so. */
  related: string[];
}

/** Everything that the first paint needs: the radar without its evidence. */
export interface RadarIndex {
  title: string;
  description?: string;
  quadrants: Quadrant[];
  /** Hue of each quadrant, only where one was chosen; `hueAt` reads it. */
  hues?: number[];
  rings: Ring[];
  editions: Edition[];
  articles: Article[];
  sourceCount: number;
  trends: IndexTrend[];
}

/** A relation of a trend as seen from it; `inverse` where the other trend has it, so that "requires" reads "required by". */
export interface Tie {
  trend: string;
  relation: Relation;
  inverse: boolean;
}

/** A trend with its evidence, what it refers to, and what the rules make of it. */
export interface TrendDetail {
  trend: Trend;
  /** The sources that it cites. */
  sources: Source[];
  /** The conditions that it fits or is to be avoided in. */
  conditions: Condition[];
  /** Its relations to trends that exist in this radar, its own first. */
  ties: Tie[];
  /** The organisations of this radar that its sources belong to, so that evidence can be counted again. */
  organisations: Organisation[];
  counts: EvidenceCounts;
  strength: Strength;
  /** Ids of facts that became public only after the edition it is seen from. */
  later: string[];
}

/** The first-paint index of a radar that passed its checks. */
export function buildIndex(radar: Radar): RadarIndex {
  const sources = new Map(radar.sources.map((source) => [source.id, source]));
  const ties = collectTies(radar);
  return {
    title: radar.title,
    ...(radar.description === undefined ? {} : { description: radar.description }),
    quadrants: radar.quadrants,
    ...(radar.quadrants.some(({ hue }) => hue !== undefined) ? { hues: huesOf(radar.quadrants) } : {}),
    rings: radar.rings,
    editions: radar.editions,
    articles: radar.articles ?? [],
    sourceCount: radar.sources.length,
    trends: radar.trends.map((trend) => {
      return {
        id: trend.id,
        name: trend.name,
        ...(trend.subtitle === undefined ? {} : { subtitle: trend.subtitle }),
        quadrant: trend.quadrant,
        placements: trend.placements.map(({ edition, ring, moved }) => {
          const facts = [...factsKnownIn(edition, radar.editions, trend.facts)];
          const strength = strengthOf(countEvidence(facts, sources, radar.organisations));
          const { earned } = judgeRing(ring, strength, { ...trend, facts });
          return { edition, ring, strength, earned, ...(moved === undefined ? {} : { moved }) };
        }),
        ...(trend.summary === undefined ? {} : { summary: trend.summary }),
        related: (ties.get(trend.id) ?? []).map((tie) => tie.trend),
      };
    }),
  };
}

/** One trend with all that its panel shows. */
export function buildDetail(radar: Radar, trend: Trend): TrendDetail {
  const sources = new Map(radar.sources.map((source) => [source.id, source]));
  const cited = citedSources(trend);
  const met = new Set([...(trend.fits ?? []), ...(trend.avoidWhen ?? [])].map((fit) => fit.condition));
  const own = radar.sources.filter((source) => cited.has(source.id));
  const names = new Set(own.flatMap((source) => source.organisations ?? []));
  const counts = countEvidence(trend.facts ?? [], sources, radar.organisations);
  return {
    trend,
    sources: own,
    organisations: (radar.organisations ?? []).filter(({ name, units }) =>
      [name, ...units].some((each) => names.has(each)),
    ),
    conditions: (radar.conditions ?? []).filter((condition) => met.has(condition.id)),
    ties: collectTies(radar).get(trend.id) ?? [],
    counts,
    strength: strengthOf(counts),
    later: [],
  };
}

/** A trend as an edition sees it: what is counted, and how strong it is, follows from the facts public by its date. */
export function detailIn(detail: TrendDetail, editions: readonly Edition[], edition: string): TrendDetail {
  const facts = detail.trend.facts ?? [];
  const known = factsKnownIn(edition, editions, facts);
  if (known.length === facts.length) return detail;
  const sources = new Map(detail.sources.map((source) => [source.id, source]));
  const counts = countEvidence(known, sources, detail.organisations);
  const later = facts.filter((fact) => !known.includes(fact)).map((fact) => fact.id);
  return { ...detail, counts, strength: strengthOf(counts), later };
}

/** The ties of every trend to others of the radar. A pair is written down once, in either of the two. */
function collectTies(radar: Radar): Map<string, Tie[]> {
  const ties = new Map(radar.trends.map((trend): [string, Tie[]] => [trend.id, []]));
  for (const inverse of [false, true]) {
    for (const trend of radar.trends) {
      for (const { trend: other, relation } of trend.related ?? []) {
        const [from, to] = inverse ? [other, trend.id] : [trend.id, other];
        if (ties.has(to)) ties.get(from)?.push({ trend: to, relation, inverse });
      }
    }
  }
  return ties;
}

/** The ids of all sources that a trend cites, in its facts, tradeoffs, failure modes and milestones. */
export function citedSources(trend: Trend): Set<string> {
  const statements = [
    ...(trend.facts ?? []),
    ...(trend.tradeoffs ?? []),
    ...(trend.failureModes ?? []),
    ...(trend.milestones ?? []),
  ];
  return new Set(
    statements.flatMap((statement) => (statement.source === undefined ? [] : [statement.source])),
  );
}
