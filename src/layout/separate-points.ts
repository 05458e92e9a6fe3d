import { borderDistance, type CellRegion, clampToCell, type Point, roundCoarse } from './cell-region.ts';
import { PointGrid } from './point-grid.ts';

/** Aim a little past the wanted distance, so that rounding to 0.01 cannot make two circles touch. */
const SLACK = 0.03;

/**
 * Position-based separation: pushes points apart until all are 2·`radius` from each other and `radius` inside the
 * cell. `stiffness[i]` is how readily point i gives way (1 freely, 0.02 hardly). Answers null when it does not
 * succeed within `rounds`.
 */
export function separatePoints(
  region: CellRegion,
  start: readonly Point[],
  radius: number,
  rounds: number,
  stiffness?: readonly number[],
): Point[] | null {
  const points = start.map((point) => clampToCell(region, point, radius + SLACK));
  const wanted = 2 * (radius + SLACK);
  for (let round = 0; round < rounds; round += 1) {
    const grid = new PointGrid(wanted);
    for (const [i, point] of points.entries()) grid.add(i, point.x, point.y);
    let touching = false;
    for (const [i, point] of points.entries()) {
      grid.visitNear(point.x, point.y, wanted, (j) => {
        if (j <= i) return;
        const other = points[j];
        if (other && pushApart(point, other, wanted, stiffness?.[i] ?? 1, stiffness?.[j] ?? 1))
          touching = true;
      });
    }
    if (!touching) break;
    for (const [i, point] of points.entries()) points[i] = clampToCell(region, point, radius + SLACK);
  }
  const rounded = points.map((point) => ({ x: roundCoarse(point.x), y: roundCoarse(point.y) }));
  return measureClearance(region, rounded) >= radius ? rounded : null;
}

function pushApart(a: Point, b: Point, wanted: number, giveA: number, giveB: number): boolean {
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  if (square >= wanted * wanted - 1e-3) return false;
  let distance = Math.sqrt(square);
  if (distance < 1e-6) {
    // Two points in the same place part sideways; callers pass points in a fixed order.
    dx = 1;
    dy = 0;
    distance = 1;
  }
  const push = (wanted - Math.sqrt(square)) / distance / (giveA + giveB);
  a.x -= dx * push * giveA;
  a.y -= dy * push * giveA;
  b.x += dx * push * giveB;
  b.y += dy * push * giveB;
  return true;
}

/** Radius at which circles around all points neither overlap nor leave the cell, radar units; Infinity if empty. */
export function measureClearance(region: CellRegion, points: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) least = Math.min(least, borderDistance(region, point.x, point.y));
  return Math.min(least, halfNearest(points));
}

/** Half the smallest distance between two of the points, found with a sweep from left to right. */
function halfNearest(points: readonly Point[]): number {
  const sorted = [...points].sort((a, b) => a.x - b.x);
  let least = Number.POSITIVE_INFINITY;
  for (const [i, point] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j += 1) {
      const other = sorted[j];
      if (!other || other.x - point.x >= least) break;
      const dx = other.x - point.x;
      const dy = other.y - point.y;
      const square = dx * dx + dy * dy;
      if (square < least * least) least = Math.sqrt(square);
    }
  }
  return least / 2;
}
