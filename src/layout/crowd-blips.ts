import { type CellRegion, cellArea, type Point } from './cell-region.ts';
import { chooseOrder, wishIndex } from './choose-order.ts';
import { hashText } from './hash-text.ts';
import { packSlots } from './pack-slots.ts';
import { measureClearance, separatePoints } from './separate-points.ts';
import { spreadSlots } from './spread-slots.ts';

/** Breathing space around the wanted circle, most comfortable first. */
const BREATHS: readonly number[] = [3, 2, 1, 0.5, 0.05, 0];
/** Radii below the wanted one shrink by this much a step. */
const SHRINK = 0.96;
/** Share of the area circles can cover in the plane (hexagonal packing). */
const HEXAGONAL = 0.9069;
/** Above this share of the bound nothing ever fitted; below the second, separation nearly always succeeds. */
const HOPELESS = 0.9;
const WORTH_SEPARATING = 0.82;
const SEPARATED_AT_MOST = 90;
/** Counts are rounded up by up to this share, so that one more blip often finds its place already there. */
const ROUND_UP = 0.12;

/**
 * Places the blips of a cell too full for scattering: on evenly spread or tightly packed places, as many as the cell
 * needs and a few to spare, each blip on the free one it likes best by hash. Where even that does not fit the wanted
 * radius, circles of the largest radius that does.
 */
export function crowdBlips(region: CellRegion, ids: readonly string[], radius: number): Map<string, Point> {
  const roomy = roundUp(ids.length);
  const points = roomySlots(region, roomy, radius) ?? tightSlots(region, ids.length, radius);
  const placed = new Map<string, Point>();
  const free = [...points];
  for (const id of chooseOrder(ids)) {
    const hash = hashText(id);
    let best = -1;
    let liking = -1;
    for (const slot of free.keys()) {
      // A large modulus: this wish is used as a score.
      const score = free[slot] ? wishIndex(hash, slot, 0xffffffff) : -1;
      if (score > liking) {
        liking = score;
        best = slot;
      }
    }
    const point = free[best];
    if (!point) break;
    placed.set(id, point);
    delete free[best];
  }
  return placed;
}

/** Whether this cell could hold the blips at all at this radius, generously judged. */
export function isHopeless(region: CellRegion, count: number, radius: number): boolean {
  return (count * Math.PI * radius * radius) / cellArea(region) / HEXAGONAL > HOPELESS;
}

function roundUp(count: number): number {
  const step = Math.max(1, 2 ** Math.floor(Math.log2(Math.max(1, count * ROUND_UP))));
  return Math.ceil((count + 1) / step) * step;
}

function roomySlots(region: CellRegion, count: number, radius: number): Point[] | null {
  if (count <= SEPARATED_AT_MOST) {
    const spread = spreadSlots(region, count);
    if (spread.length >= count && measureClearance(region, spread) >= radius + 1) return spread;
  }
  for (const breath of BREATHS) {
    if (isHopeless(region, count, radius + breath)) continue;
    const packed = packSlots(region, radius + breath, count);
    if (packed.length >= count) return packed;
  }
  return null;
}

function tightSlots(region: CellRegion, count: number, radius: number): Point[] {
  const spread = count <= SEPARATED_AT_MOST ? spreadSlots(region, count) : [];
  for (const breath of BREATHS) {
    const points = fitSlots(region, count, radius + breath, spread);
    if (points) return points;
  }
  for (let smaller = radius * SHRINK; smaller > 0.05; smaller *= SHRINK) {
    const points = fitSlots(region, count, smaller, spread);
    if (points) return points;
  }
  return [];
}

function fitSlots(region: CellRegion, count: number, radius: number, spread: Point[]): Point[] | null {
  if (isHopeless(region, count, radius)) return null;
  const packed = packSlots(region, radius, count);
  if (packed.length >= count) return packed;
  const worth = !isHopeless(region, count * (HOPELESS / WORTH_SEPARATING), radius);
  return worth && spread.length >= count ? separatePoints(region, spread, radius, 150) : null;
}
