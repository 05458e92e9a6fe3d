import { assignSlots, choosingOrder, slotScores } from './assign-slots.ts';
import { borderDistance, type CellRegion, cellGrid, type Point } from './cell-region.ts';
import type { CellSlots } from './cell-slots.ts';
import { separatePoints } from './separate-points.ts';

/** How readily a kept blip gives way to a newcomer that finds no hole. */
const NEARLY_PINNED = 0.02;

/**
 * Places the blips of one cell, leaving those with a legal previous position where they are.
 *
 * Newcomers take, in hash order, the free slot they like best, else the largest hole; only when no hole is wide
 * enough are the others pushed aside, as little as possible, and only when that fails is the cell laid out anew.
 * `radius` is what a circle must have at least; all lengths in radar units.
 */
export function keepPlaces(
  region: CellRegion,
  ids: readonly string[],
  previous: ReadonlyMap<string, Point>,
  slots: CellSlots,
  radius: number,
): Map<string, Point> {
  const least = Math.min(radius, slots.clearance);
  const placed = new Map<string, Point>();
  const order = choosingOrder(ids);
  for (const id of order) {
    const old = previous.get(id);
    if (old && room(region, placed, old.x, old.y) >= least) placed.set(id, { x: old.x, y: old.y });
  }
  const kept = placed.size;
  const newcomers = order.filter((id) => !placed.has(id));
  let crowded = false;
  for (const id of newcomers) {
    const point = chooseSlot(region, id, slots, placed) ?? largestHole(region, slots, placed);
    if (room(region, placed, point.x, point.y) < least) crowded = true;
    placed.set(id, point);
  }
  if (!crowded) return placed;
  const stiffness = [...placed.keys()].map((_, i) => (i < kept ? NEARLY_PINNED : 1));
  const starts = [...placed.values()];
  const moved =
    separatePoints(region, starts, least, 120, stiffness) ?? separatePoints(region, starts, least, 400);
  if (!moved) return assignSlots(ids, slots.points, slots.settled);
  return new Map([...placed.keys()].map((id, i) => [id, moved[i] ?? { x: 0, y: 0 }]));
}

/** Radius a circle at (x, y) can have without touching a border or coming closer to a placed one than its share. */
function room(region: CellRegion, placed: ReadonlyMap<string, Point>, x: number, y: number): number {
  let square = Number.POSITIVE_INFINITY;
  for (const point of placed.values()) {
    square = Math.min(square, (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y));
  }
  return Math.min(borderDistance(region, x, y), Math.sqrt(square) / 2);
}

function chooseSlot(
  region: CellRegion,
  id: string,
  slots: CellSlots,
  placed: ReadonlyMap<string, Point>,
): Point | null {
  const scores = slotScores(id, slots.points.length, slots.settled);
  let best: Point | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const [i, point] of slots.points.entries()) {
    const score = scores[i] ?? 0;
    // A hundredth of tolerance: clearance is measured between the slots themselves.
    if (score >= bestScore || room(region, placed, point.x, point.y) < slots.clearance - 0.01) continue;
    best = point;
    bestScore = score;
  }
  return best;
}

function largestHole(region: CellRegion, slots: CellSlots, placed: ReadonlyMap<string, Point>): Point {
  const candidates = [
    ...slots.points,
    ...cellGrid(region, slots.clearance, Math.max(2, slots.clearance / 3)),
  ];
  let best: Point = { x: 0, y: 0 };
  let widest = Number.NEGATIVE_INFINITY;
  for (const point of candidates) {
    const space = room(region, placed, point.x, point.y);
    if (space <= widest) continue;
    widest = space;
    best = point;
  }
  return best;
}
