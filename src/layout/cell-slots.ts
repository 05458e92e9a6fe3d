import { type CellRegion, cellArea, type Point } from './cell-region.ts';
import { packSlots } from './pack-slots.ts';
import { measureClearance, separatePoints } from './separate-points.ts';
import { spreadSlots } from './spread-slots.ts';

/** Places for the blips of one cell, at least as many as there are blips. */
export interface CellSlots {
  points: Point[];
  /** How many of the first points belong to the size below; blips keep to them when the cell outgrows it. */
  settled: number;
  /** Circles of this radius around all points neither overlap nor leave the cell, radar units. */
  clearance: number;
}

/** Most blips and number of places of each size. A third of the places stay free, so that a new blip finds one. */
const SIZES: readonly { blips: number; places: number }[] = [
  { blips: 4, places: 6 },
  { blips: 10, places: 14 },
  { blips: 22, places: 30 },
  { blips: 46, places: 60 },
  { blips: 92, places: 120 },
];
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

/**
 * Places for `count` blips that want to be drawn with `radius`. Depends on the cell, the count's size class and the
 * radius only. Roomy cells get evenly spread places with some to spare; crowded ones are packed, and where even that
 * is not enough the answer's clearance is below the wanted radius.
 */
export function cellSlots(region: CellRegion, count: number, radius: number): CellSlots {
  const size = SIZES.findIndex((entry) => count <= entry.blips);
  if (size >= 0) {
    const places = SIZES.slice(0, size + 1).map((entry) => entry.places);
    const points = spreadSlots(region, places);
    const clearance = measureClearance(region, points);
    if (points.length >= count && clearance >= radius + 2) {
      return { points, settled: size > 0 ? (places[size - 1] ?? 0) : 0, clearance };
    }
  }
  return crowdedSlots(region, count, radius);
}

function crowdedSlots(region: CellRegion, count: number, radius: number): CellSlots {
  const spread = count <= SEPARATED_AT_MOST ? spreadSlots(region, [count]) : [];
  const enough = spread.length >= count;
  if (enough) {
    const clearance = measureClearance(region, spread);
    if (clearance >= radius + 2) return { points: spread, settled: 0, clearance };
  }
  for (const breath of BREATHS) {
    const points = fitSlots(region, count, radius + breath, enough ? spread : null);
    if (points) return { points, settled: 0, clearance: measureClearance(region, points) };
  }
  for (let smaller = radius * SHRINK; smaller > 0.05; smaller *= SHRINK) {
    const points = fitSlots(region, count, smaller, enough ? spread : null);
    if (points) return { points, settled: 0, clearance: measureClearance(region, points) };
  }
  return { points: [], settled: 0, clearance: 0 };
}

function fitSlots(region: CellRegion, count: number, radius: number, spread: Point[] | null): Point[] | null {
  const share = (count * Math.PI * radius * radius) / cellArea(region) / HEXAGONAL;
  if (share > HOPELESS) return null;
  const packed = packSlots(region, radius, count);
  if (packed.length >= count) return packed;
  return spread && share < WORTH_SEPARATING ? separatePoints(region, spread, radius, 150) : null;
}
