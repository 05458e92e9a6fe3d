import { borderDistance, type CellRegion, cellGrid, type Point } from './cell-region.ts';
import { cellSlots } from './cell-slots.ts';
import { chooseOrder, chooseSlots } from './choose-slots.ts';
import { measureClearance, separatePoints } from './separate-points.ts';

/** How readily a kept blip gives way to a newcomer that finds no hole. */
const NEARLY_PINNED = 0.02;
/** Holes are looked for on a grid this fine, as a share of the radius. */
const HOLE_STEP = 0.4;

/**
 * Places the blips of one cell: those with a legal previous position stay, the others choose among the cell's slots,
 * take the widest hole, or squeeze in. `radius` is the wanted one; circles are smaller only where it cannot fit, and
 * there everybody stands on a slot.
 * Radar units.
 */
export function placeInCell(
  region: CellRegion,
  ids: readonly string[],
  radius: number,
  previous?: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const slots = cellSlots(region, ids.length, radius);
  // Where the wanted radius does not fit, legal is what the packing allows.
  const least = Math.min(radius, measureClearance(region, slots));
  if (previous && least < radius) return keepSlots(region, slots, ids, least, previous);
  const placed = previous ? keepLegal(region, ids, least, previous) : new Map<string, Point>();
  const kept = placed.size;
  let left = chooseSlots(
    region,
    slots,
    placed,
    ids.filter((id) => !placed.has(id)),
    least,
  );
  if (left.length === 0) return placed;
  left = fillHoles(region, placed, left, least);
  if (left.length === 0) return placed;
  const squeezed = squeeze(region, placed, kept, least);
  if (squeezed) return squeezed;
  const afresh = new Map<string, Point>();
  chooseSlots(region, slots, afresh, ids, 0);
  return afresh;
}

/**
 * In a packed cell there is no room beside the slots: those that stood on one of them stay, the others choose among
 * the rest.
 */
function keepSlots(
  region: CellRegion,
  slots: readonly Point[],
  ids: readonly string[],
  least: number,
  previous: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const free = new Set(slots.map(({ x, y }) => `${x} ${y}`));
  const placed = new Map<string, Point>();
  for (const id of chooseOrder(ids)) {
    const old = previous.get(id);
    if (old && free.delete(`${old.x} ${old.y}`)) placed.set(id, { x: old.x, y: old.y });
  }
  const others = ids.filter((id) => !placed.has(id));
  // packed slots touch: a little less than that tells which are taken
  chooseSlots(region, slots, placed, others, least * 0.9);
  return placed;
}

function keepLegal(
  region: CellRegion,
  ids: readonly string[],
  least: number,
  previous: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const placed = new Map<string, Point>();
  for (const id of chooseOrder(ids)) {
    const old = previous.get(id);
    if (old && freeRadius(region, placed, old) >= least) placed.set(id, { x: old.x, y: old.y });
  }
  return placed;
}

/** Pushes blips aside until none overlap, those kept as little as possible; null when in vain. */
function squeeze(
  region: CellRegion,
  placed: ReadonlyMap<string, Point>,
  kept: number,
  radius: number,
): Map<string, Point> | null {
  const starts = [...placed.values()];
  const stiffness = starts.map((_, i) => (i < kept ? NEARLY_PINNED : 1));
  const moved =
    separatePoints(region, starts, radius, 120, stiffness) ?? separatePoints(region, starts, radius, 300);
  return moved && new Map([...placed.keys()].map((id, i) => [id, moved[i] ?? { x: 0, y: 0 }]));
}

/** Gives each id the widest hole that is left, and answers those whose hole is too narrow for `least`. */
function fillHoles(
  region: CellRegion,
  placed: Map<string, Point>,
  ids: readonly string[],
  least: number,
): string[] {
  const holes = cellGrid(region, least, Math.max(1, least * HOLE_STEP));
  const room = holes.map((hole) => freeRadius(region, placed, hole));
  return ids.filter((id) => {
    let widest = 0;
    for (const [at, radius] of room.entries()) if (radius > (room[widest] ?? 0)) widest = at;
    const radius = room[widest] ?? 0;
    const { x, y } = holes[widest] ?? { x: 0, y: 0 };
    placed.set(id, { x, y });
    for (const [at, hole] of holes.entries()) {
      const square = (hole.x - x) * (hole.x - x) + (hole.y - y) * (hole.y - y);
      room[at] = Math.min(room[at] ?? 0, Math.sqrt(square) / 2);
    }
    return radius < least;
  });
}

/** Radius a circle can have here without leaving the cell or taking more than its half from a placed blip. */
function freeRadius(region: CellRegion, placed: ReadonlyMap<string, Point>, { x, y }: Point): number {
  let square = Number.POSITIVE_INFINITY;
  for (const point of placed.values()) {
    square = Math.min(square, (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y));
  }
  return Math.min(borderDistance(region, x, y), Math.sqrt(square) / 2);
}
