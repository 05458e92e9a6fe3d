import { type Movement, movementOf } from './movement.ts';
import type { IndexTrend, RadarIndex } from './radar-index.ts';
import type { Strength } from './strength.ts';

/** A trend as one edition shows it. */
export interface ShownTrend extends IndexTrend {
  ring: string;
  movement: Movement;
  strength: Strength;
  earned: boolean;
}

/** The trends that have a place in an edition, in the order of the index. */
export function shownTrends(index: RadarIndex, edition: string): ShownTrend[] {
  return index.trends.flatMap((trend) => {
    const place = trend.placements.find((placement) => placement.edition === edition);
    if (place === undefined) return [];
    const movement = movementOf(trend.placements, index.editions, index.rings, edition) ?? 'same';
    const { ring, strength, earned } = place;
    return [{ ...trend, ring, strength, earned, movement }];
  });
}
