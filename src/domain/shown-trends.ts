import { editionBefore } from './editions.ts';
import { movementOf } from './movement.ts';
import type { Movement } from './radar.ts';
import type { IndexTrend, RadarIndex } from './radar-index.ts';
import type { Strength } from './strength.ts';

/** A trend as one edition shows it. */
export interface ShownTrend extends IndexTrend {
  ring: string;
  movement: Movement;
  /** Only where the movement is as reported, since there is no edition before: it is another than `same`. */
  reported?: true;
  strength: Strength;
  earned: boolean;
}

/** The trends that have a place in an edition, in the order of the index. */
export function shownTrends(index: RadarIndex, edition: string): ShownTrend[] {
  const first = editionBefore(index.editions, edition) === null;
  return index.trends.flatMap((trend) => {
    const place = trend.placements.find((placement) => placement.edition === edition);
    if (place === undefined) return [];
    const movement = movementOf(trend.placements, index.editions, index.rings, edition) ?? 'same';
    const { ring, strength, earned } = place;
    const reported = first && movement !== 'same' && { reported: true as const };
    return [{ ...trend, ring, strength, earned, movement, ...reported }];
  });
}
