import type { IndexTrend, RadarIndex } from '../src/domain/radar-index.ts';
import { generateRadar, seededChance } from '../tests/layout/generate-radar.ts';

/** The edition that is laid out. */
export const EDITION = 'now';
const EDITIONS = [
  { id: 'before', date: '2025' },
  { id: EDITION, date: '2026' },
];

/** A made-up radar with four quadrants of unlike weight, a quarter of its trends new. Follows from its arguments. */
export function makeRadar(seed: number, rings: number, count: number): RadarIndex {
  const made = generateRadar(seed, 4, rings, count);
  return {
    title: `A radar of ${count} trends`,
    quadrants: made.quadrants.map((id, at) => ({ id, name: `Quadrant ${at + 1}` })),
    rings: made.rings.map((id, at) => ({ id, name: ['Adopt', 'Trial', 'Assess', 'Hold'][at] ?? id })),
    editions: EDITIONS,
    articles: [],
    sourceCount: 0,
    trends: made.blips.map(({ id, name, quadrant, ring, marked }) => ({
      ...makeTrend(id, name, quadrant, ring),
      placements: EDITIONS.filter((edition) => edition.id === EDITION || !marked).map((edition) => ({
        edition: edition.id,
        ring,
        strength: 'none',
        earned: true,
      })),
    })),
  };
}

/** The same radar as if it had been made at once: nothing in it is new, and no edition before it holds a place. */
export function forgetEditions(index: RadarIndex): RadarIndex {
  return {
    ...index,
    editions: index.editions.filter((edition) => edition.id === EDITION),
    trends: index.trends.map((trend) => ({
      ...trend,
      placements: trend.placements.filter((placement) => placement.edition === EDITION),
    })),
  };
}

/** The same radar with one trend more, in any of its cells. */
export function addTrend(index: RadarIndex, seed: number): { id: string; index: RadarIndex } {
  const chance = seededChance(seed);
  const pick = (all: readonly { id: string }[]) => all[Math.floor(chance() * all.length)]?.id ?? '';
  // anywhere in the order of ids
  const id = `${pick(index.trends)}-newcomer`;
  const trend = makeTrend(id, 'Newcomer', pick(index.quadrants), pick(index.rings));
  return { id, index: { ...index, trends: [...index.trends, trend] } };
}

function makeTrend(id: string, name: string, quadrant: string, ring: string): IndexTrend {
  const placements = [{ edition: EDITION, ring, strength: 'none' as const, earned: true }];
  return { id, name, quadrant, placements, related: [] };
}
