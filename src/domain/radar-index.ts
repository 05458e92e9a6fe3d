import type { Article, Condition, Edition, Quadrant, Radar, Ring, Source, Trend } from './radar.ts';
import { countEvidence, type EvidenceCounts, judgeRing, type Strength, strengthOf } from './strength.ts';

/** Where a trend stood in one edition, and whether its evidence (as known today) earns that ring. */
export interface IndexPlacement {
  edition: string;
  ring: string;
  earned: boolean;
}

/** What the picture and the list need to know of a trend. */
export interface IndexTrend {
  id: string;
  name: string;
  subtitle?: string;
  quadrant: string;
  placements: IndexPlacement[];
  strength: Strength;
  summary?: string;
  /** Ids of related trends that exist in this radar. */
  related: string[];
}

/** Everything that the first paint needs: the radar without its evidence. */
export interface RadarIndex {
  title: string;
  description?: string;
  quadrants: Quadrant[];
  rings: Ring[];
  editions: Edition[];
  conditions: Condition[];
  articles: Article[];
  sourceCount: number;
  trends: IndexTrend[];
}

/** A trend with its evidence, the sources it cites, and what the rules make of them. */
export interface TrendDetail {
  trend: Trend;
  sources: Source[];
  counts: EvidenceCounts;
  strength: Strength;
}

/** The first-paint index of a radar that passed its checks. */
export function buildIndex(radar: Radar): RadarIndex {
  const sources = new Map(radar.sources.map((source) => [source.id, source]));
  const ids = new Set(radar.trends.map((trend) => trend.id));
  return {
    title: radar.title,
    ...(radar.description === undefined ? {} : { description: radar.description }),
    quadrants: radar.quadrants,
    rings: radar.rings,
    editions: radar.editions,
    conditions: radar.conditions ?? [],
    articles: radar.articles ?? [],
    sourceCount: radar.sources.length,
    trends: radar.trends.map((trend) => {
      const strength = strengthOf(countEvidence(trend.facts ?? [], sources, radar.organisations));
      return {
        id: trend.id,
        name: trend.name,
        ...(trend.subtitle === undefined ? {} : { subtitle: trend.subtitle }),
        quadrant: trend.quadrant,
        placements: trend.placements.map(({ edition, ring }) => ({
          edition,
          ring,
          earned: judgeRing(ring, strength, trend).earned,
        })),
        strength,
        ...(trend.summary === undefined ? {} : { summary: trend.summary }),
        related: (trend.related ?? []).map((tie) => tie.trend).filter((id) => ids.has(id)),
      };
    }),
  };
}

/** One trend with all that its panel shows. */
export function buildDetail(radar: Radar, trend: Trend): TrendDetail {
  const sources = new Map(radar.sources.map((source) => [source.id, source]));
  const cited = citedSources(trend);
  const counts = countEvidence(trend.facts ?? [], sources, radar.organisations);
  return {
    trend,
    sources: radar.sources.filter((source) => cited.has(source.id)),
    counts,
    strength: strengthOf(counts),
  };
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
