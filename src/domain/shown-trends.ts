import { type Movement, movementOf } from './movement.ts';
import { latestEdition } from './radar.ts';
import type { IndexTrend, RadarIndex } from './radar-index.ts';

/** A trend as one edition shows it. */
export interface ShownTrend extends IndexTrend {
  ring: string;
  movement: Movement;
  earned: boolean;
}

/** The edition with this id, or the latest one where there is none such. */
export function findEdition(index: RadarIndex, id: string | null) {
  return index.editions.find((edition) => edition.id === id) ?? latestEdition(index.editions);
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
