import { type CellRegion, cellArea, type Point } from './cell-region.ts';
import { packSlots } from './pack-slots.ts';
import { measureClearance, separatePoints } from './separate-points.ts';
import { spreadSlots } from './spread-slots.ts';

/**
 * Most blips and number of places of each size of cell. A quarter of the places stays free, so that a newcomer finds
 * one without moving others; few sizes, so that a cell rarely outgrows its own.
 */
const SIZES: readonly { blips: number; places: number }[] = [
  { blips: 12, places: 16 },
  { blips: 24, places: 32 },
  { blips: 48, places: 64 },
  { blips: 90, places: 120 },
];
/** Numbers of places tried where a size does not fit: the largest that does, so that it stays the same for long. */
const SMALLER: readonly number[] = [120, 96, 80, 64, 56, 48, 40, 32, 28, 24, 20, 16, 14, 12, 10, 8, 6];
/** Even spreading reaches about this share of the bound. */
const SPREAD_AT_MOST = 0.65;
/** Breathing space around an evenly spread blip, for a mark around it. */
const COMFORT = 2;
/** Breathing space in a crowded cell, most comfortable first. */
const BREATHS: readonly number[] = [3, 2, 1, 0.5, 0.05, 0];
/** Radii below the wanted one shrink by this much a step. */
const SHRINK = 0.96;
/** Share of the area circles can cover in the plane (hexagonal packing). */
const HEXAGONAL = 0.9069;
/** Above this share of the bound nothing ever fitted; below the second, separation nearly always succeeds. */
const HOPELESS = 0.9;
const WORTH_SEPARATING = 0.82;
const SEPARATED_AT_MOST = 90;
/** Counts in crowded cells are rounded up by about this share, so that the places last for a few blips more. */
const ROUND_UP = 0.12;
/** Slots follow from the key alone, so remembering them changes nothing but the time: the picture is laid out often. */
const remembered = new Map<string, readonly Point[]>();
const REMEMBERED_AT_MOST = 1000;

/**
 * Places for `count` blips that are to be drawn with `radius`, at least as many as there are blips. Depends on the
 * cell, the size class of the count and the radius only. Roomy cells get evenly spread places with a quarter to
 * spare, crowded ones fewer or tightly packed ones, and where even that does not fit, as far apart as possible.
 */
export function cellSlots(region: CellRegion, count: number, radius: number): readonly Point[] {
  return remember(region, [count, radius], () => {
    const most = SIZES.find((entry) => count <= entry.blips)?.places ?? 0;
    const spread = remember(region, ['spread', most, radius], () => comfortableSlots(region, most, radius));
    if (spread.length >= count) return spread;
    return roomySlots(region, roundUp(count), radius) ?? tightSlots(region, count, radius);
  });
}

function remember(
  { cell: { startAngle, endAngle, innerRadius, outerRadius, inset } }: CellRegion,
  what: readonly (string | number)[],
  find: () => readonly Point[],
): readonly Point[] {
  const key = [startAngle, endAngle, innerRadius, outerRadius, inset, ...what].join(' ');
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
  const found = find();
  remembered.set(key, found);
  return found;
}

/** The most evenly spread places, up to `most`, that leave each blip its breathing space; none where few would. */
function comfortableSlots(region: CellRegion, most: number, radius: number): Point[] {
  for (const places of SMALLER.filter((each) => each <= most)) {
    if (shareOfBound(region, places, radius + COMFORT) > SPREAD_AT_MOST) continue;
    const points = spreadSlots(region, places);
    if (measureClearance(region, points) >= radius + COMFORT) return points;
  }
  return [];
}

/** How near circles would come to the densest packing of the plane, 0 to 1 and beyond. */
function shareOfBound(region: CellRegion, count: number, radius: number): number {
  return (count * Math.PI * radius * radius) / cellArea(region) / HEXAGONAL;
}

function isHopeless(region: CellRegion, count: number, radius: number): boolean {
  return shareOfBound(region, count, radius) > HOPELESS;
}

/** The count and at least one more, in steps of a power of two of about an eighth of it. */
function roundUp(count: number): number {
  let step = 1;
  while (step * 2 <= count * ROUND_UP) step *= 2;
  return Math.ceil((count + 1) / step) * step;
}

function roomySlots(region: CellRegion, count: number, radius: number): Point[] | null {
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
  const worth = shareOfBound(region, count, radius) < WORTH_SEPARATING;
  return worth && spread.length >= count ? separatePoints(region, spread, radius, 150) : null;
}
