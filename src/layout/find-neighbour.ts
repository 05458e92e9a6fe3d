/** A point in radar units, y downwards. */
export interface Point {
  id: string;
  x: number;
  y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEPS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** A step aside costs this many steps ahead, so that an arrow key goes where it points. */
const ASIDE = 2.2;

/**
 * The blip that an arrow key moves to: the nearest one ahead, where a step aside counts more than one ahead.
 *
 * @returns its id, or null where nothing lies in that direction
 */
export function findNeighbour(points: readonly Point[], from: string, direction: Direction): string | null {
  const origin = points.find((point) => point.id === from);
  if (origin === undefined) return null;
  const [dx, dy] = STEPS[direction];
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const [x, y] = [point.x - origin.x, point.y - origin.y];
    const ahead = x * dx + y * dy;
    if (ahead < 1) continue;
    const cost = ahead + ASIDE * Math.abs(x * dy - y * dx);
    if (cost < least) [least, best] = [cost, point.id];
  }
  return best;
}

/**
 * The blip nearest to a place, for fingers and for pointers on a shared screen.
 *
 * @param reach radar units from the place to the middle of the blip
 * @returns its id, or null where none is within reach
 */
export function findNearest(
  points: readonly Point[],
  place: { x: number; y: number },
  reach: number,
): string | null {
  let best: string | null = null;
  let least = reach;
  for (const point of points) {
    const distance = Math.hypot(point.x - place.x, point.y - place.y);
    if (distance <= least) [least, best] = [distance, point.id];
  }
  return best;
}
