import { borderDistance, type CellRegion, type Point } from './cell-region.ts';
import { chooseOrder } from './choose-order.ts';
import { crowdBlips } from './crowd-blips.ts';
import { freeRadius, type Scatter, scatterBlips, startScatter } from './scatter-blips.ts';
import { measureClearance, separatePoints } from './separate-points.ts';

/** Breathing space around a scattered blip, so that a mark around it stays clear of its neighbours. */
const BREATH = 2;
/** How readily a kept blip gives way to a newcomer that finds no hole. */
const NEARLY_PINNED = 0.02;

/**
 * Places the blips of one cell: those with a legal previous position stay, the others are scattered; a cell too full
 * for that is packed. `radius` is the wanted one; circles are smaller only where it cannot fit. Radar units.
 */
export function placeInCell(
  region: CellRegion,
  ids: readonly string[],
  radius: number,
  previous?: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const scatter = startScatter(region, ids.length, radius + BREATH);
  if (!previous) {
    return scatterBlips(scatter, ids) ? scatter.placed : crowdBlips(region, ids, radius);
  }
  const afresh = (): Map<string, Point> => placeInCell(region, ids, radius);
  keepLegal(scatter, ids, radius, previous);
  if (scatter.placed.size === 0) return afresh();
  const newcomers = ids.filter((id) => !scatter.placed.has(id));
  if (newcomers.length === 0 || scatterBlips(scatter, newcomers)) return scatter.placed;
  return squeezeIn(scatter, ids, radius) ?? afresh();
}

function keepLegal(
  scatter: Scatter,
  ids: readonly string[],
  radius: number,
  previous: ReadonlyMap<string, Point>,
): void {
  for (const id of chooseOrder(ids)) {
    const old = previous.get(id);
    if (old && freeRadius(scatter, old) >= radius) scatter.placed.set(id, { x: old.x, y: old.y });
  }
}

/** Puts the rest into the widest holes and pushes the others aside, as little as possible; null when in vain. */
function squeezeIn(scatter: Scatter, ids: readonly string[], radius: number): Map<string, Point> | null {
  const { region, placed } = scatter;
  const kept = placed.size;
  for (const id of chooseOrder(ids)) if (!placed.has(id)) placed.set(id, widestHole(scatter));
  const starts = [...placed.values()];
  const stiffness = starts.map((_, i) => (i < kept ? NEARLY_PINNED : 1));
  if (measureClearance(region, starts) >= radius) return placed;
  const moved =
    separatePoints(region, starts, radius, 120, stiffness) ?? separatePoints(region, starts, radius, 300);
  return moved && new Map([...placed.keys()].map((id, i) => [id, moved[i] ?? { x: 0, y: 0 }]));
}

function widestHole(scatter: Scatter): Point {
  let best: Point = { x: 0, y: 0 };
  let widest = Number.NEGATIVE_INFINITY;
  for (const site of scatter.sites) {
    const space = Math.min(freeRadius(scatter, site), borderDistance(scatter.region, site.x, site.y));
    if (space <= widest) continue;
    widest = space;
    best = site;
  }
  return { x: best.x, y: best.y };
}
