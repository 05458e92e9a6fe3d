import { type Movement, movementOf } from './movement.ts';
import type { IndexTrend, RadarIndex } from './radar-index.ts';

/** A trend as one edition shows it. */
export interface ShownTrend extends IndexTrend {
  ring: string;
  movement: Movement;
  earned: boolean;
}

/** The trends that have a place in an edition, in the order of the index. */
export function shownTrends(index: RadarIndex, edition: string): ShownTrend[] {
  return index.trends.flatMap((trend) => {
    const place = trend.placements.find((placement) => placement.edition === edition);
    if (place === undefined) return [];
    const movement = movementOf(trend.placements, index.editions, index.rings, edition) ?? 'same';
    return [{ ...trend, ring: place.ring, earned: place.earned, movement }];
  });
}
