import { editionBefore } from '../../domain/editions.ts';
import { movementOf } from '../../domain/movement.ts';
import type { Movement, Placement, Radar, Trend } from '../../domain/radar.ts';

/** A trend where it stands in one edition. */
export interface PlacedTrend {
  trend: Trend;
  placement: Placement;
  /** How it moved by the edition before, else as reported; null where neither says anything. */
  moved: Movement | null;
}

/** The trends that have a place in an edition, in the order of the radar. */
export function placedTrends(radar: Radar, edition: string): PlacedTrend[] {
  return radar.trends.flatMap((trend) => {
    const placement = trend.placements.find((entry) => entry.edition === edition);
    return placement === undefined ? [] : [{ trend, placement, moved: movementIn(radar, trend, placement) }];
  });
}

/** How a trend moved by the edition before a placement's, else as reported; null where neither says anything. */
export function movementIn(radar: Radar, trend: Trend, placement: Placement): Movement | null {
  if (editionBefore(radar.editions, placement.edition) === null) return placement.moved ?? null;
  return movementOf(trend.placements, radar.editions, radar.rings, placement.edition);
}
