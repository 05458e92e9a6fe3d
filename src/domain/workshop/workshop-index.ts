import type { Radar } from '../radar.ts';
import { buildIndex, type IndexPlacement, type IndexTrend, type RadarIndex } from '../radar-index.ts';
import { countEvidence, judgeRing, type Strength, strengthOf } from '../strength.ts';
import type { Session } from './session.ts';

/** A radar as a workshop began with it, and as it stands now: the same trends in two editions. */
export interface WorkshopIndex {
  /** Proposed trends included. Its editions are `before` and `now`, so that movement is what the workshop did. */
  index: RadarIndex;
  /** The radar that the workshop began with: what its edition `before` looks like never depends on any act. */
  start: RadarIndex;
  before: string;
  now: string;
  /**
   * Trends that stand in another cell than at the start, or that are new on it, in the order in which they were first
   * spoken of: later ones find their places beside earlier ones.
   */
  moved: readonly { id: string; name: string; quadrant: string; ring: string }[];
  /** Ids of trends that have left the radar. */
  gone: readonly string[];
  /** Ids of trends that had no place at the start, in an order that only ever grows. */
  added: readonly string[];
}

/** The picture of a workshop as it stands, as an index of two editions. */
export function buildWorkshopIndex(session: Session): WorkshopIndex {
  const start = startIndex(session.radar);
  const before = session.edition;
  const now = freeId('workshop', new Set(session.radar.editions.map((edition) => edition.id)));
  const first = start.editions.find((edition) => edition.id === before);
  const rings = new Set(session.radar.rings.map((ring) => ring.id));
  const proposed = session.proposals.map(
    ({ id, name, quadrant, summary }): IndexTrend => ({
      ...{ id, name, quadrant, placements: [], related: [] },
      ...(summary === '' ? {} : { summary }),
    }),
  );
  const trends = [...start.trends, ...proposed].map((trend): IndexTrend => {
    const old = trend.placements.find((place) => place.edition === before);
    const standing = session.standings.get(trend.id);
    const ring = standing?.retired ? null : (standing?.to ?? old?.ring ?? null);
    const place = ring !== null && rings.has(ring) ? placeIn(session.radar, trend, ring, now, old) : null;
    return { ...trend, placements: [old, place].filter((entry) => entry != null) };
  });
  const ringIn = (trend: IndexTrend, edition: string) =>
    trend.placements.find((place) => place.edition === edition)?.ring;
  return {
    start,
    before,
    now,
    index: { ...start, trends, editions: [...(first ? [first] : []), { id: now, date: AFTER_ALL }] },
    moved: sortBySpoken(
      session,
      trends.flatMap((trend) => {
        const ring = ringIn(trend, now);
        return ring === undefined || ring === ringIn(trend, before)
          ? []
          : [{ id: trend.id, name: trend.name, quadrant: trend.quadrant, ring }];
      }),
    ),
    gone: trends
      .filter((trend) => ringIn(trend, before) !== undefined && ringIn(trend, now) === undefined)
      .map((trend) => trend.id),
    added: trends.filter((trend) => ringIn(trend, before) === undefined).map((trend) => trend.id),
  };
}

/** Later than the date of any edition. */
const AFTER_ALL = '9999';

/** One index for each radar: the places in its editions are remembered by it. */
const starts = new WeakMap<Radar, RadarIndex>();

function startIndex(radar: Radar): RadarIndex {
  const known = starts.get(radar) ?? buildIndex(radar);
  starts.set(radar, known);
  return known;
}

function placeIn(
  radar: Radar,
  trend: IndexTrend,
  ring: string,
  edition: string,
  old: IndexPlacement | undefined,
): IndexPlacement {
  const full = radar.trends.find((entry) => entry.id === trend.id);
  const strength: Strength =
    old?.strength ??
    strengthOf(
      countEvidence(
        full?.facts ?? [],
        new Map(radar.sources.map((source) => [source.id, source])),
        radar.organisations,
      ),
    );
  const earned = old?.ring === ring ? old.earned : judgeRing(ring, strength, full ?? {}).earned;
  return { edition, ring, strength, earned };
}

/** The log is only added to, so the order of those that are in it stays. */
function sortBySpoken<T extends { id: string }>(session: Session, trends: readonly T[]): T[] {
  const spoken = new Map<string, number>();
  for (const [at, { trend }] of session.log.entries()) {
    if (trend !== null && !spoken.has(trend)) spoken.set(trend, at);
  }
  const rank = (trend: T) => spoken.get(trend.id) ?? Number.MAX_SAFE_INTEGER;
  return [...trends].sort((a, b) => rank(a) - rank(b));
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? freeId(`${wanted}-now`, taken) : wanted;
}
