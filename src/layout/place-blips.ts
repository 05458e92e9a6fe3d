import { cellRegion } from './cell-region.ts';
import { type Cell, divideCells } from './cells.ts';
import { placeInCell } from './place-in-cell.ts';
import { measureClearance } from './separate-points.ts';

/** What placing asks of a trend: its id and the cell it stands in. Names play no part: renaming moves nothing. */
export interface BlipInput {
  id: string;
  quadrant: string;
  ring: string;
}

/** Where a blip stands: the centre of its circle in radar units, y down, rounded to 0.01. */
export interface BlipPlace extends BlipInput {
  x: number;
  y: number;
}

/** A radar with every blip in its place. All lengths in radar units. */
export interface Placement {
  cells: Cell[];
  ringRadii: number[];
  /** Circles of this radius around all blips neither overlap nor leave their cells; at most 34. */
  clearance: number;
  /** Sorted by id. */
  blips: BlipPlace[];
}

/** What {@link placeBlips} needs to know. */
export interface PlaceBlipsInput {
  /** Ids, clockwise from nine o'clock. */
  quadrants: readonly string[];
  /** Ids, inner ring first. */
  rings: readonly string[];
  /** In any order. Those in an unknown quadrant or ring are left out; of two with one id the first counts. */
  blips: readonly BlipInput[];
  /** Outer radius of each ring, as {@link divideRings} gives them. */
  ringRadii: readonly number[];
  /** Radius the blips are meant to be drawn with, radar units. */
  blipRadius?: number;
  /** Places of an earlier picture; blips that are still in the same cell stay there when it is legal. */
  previous?: readonly BlipPlace[];
}

const DEFAULT_RADIUS = 14;
/** Larger clearance is of no use: a phone draws blips with 33 units. */
const LARGEST_CLEARANCE = 34;
/** Radii below the wanted one come in steps of six in a hundred, so that one more blip rarely resizes them all. */
const RADIUS_STEP = 0.94;

/**
 * Places every blip of a radar: inside its cell, overlapping nothing, evenly spread, and as still as possible.
 *
 * Each cell is laid out by itself from its shape, its ids and the wanted radius, so a change in one cell moves
 * nothing elsewhere; neither the order of the input nor names nor the size of the screen play a part. Within a cell
 * each blip wishes for places by a hash of its id and takes the first that is far enough from the others.
 *
 * `blipRadius` in the answer is the wanted one, or the largest that fits everywhere. Below 6 units a caller should
 * show groups instead of blips; the answer is still free of overlap.
 */
export function placeBlips(input: PlaceBlipsInput): Placement & { blipRadius: number } {
  const wanted = input.blipRadius ?? DEFAULT_RADIUS;
  const cells = divideCells(input.quadrants, input.rings, input.ringRadii);
  const members = groupByCell(input.blips);
  const previous = groupByCell(input.previous ?? []);
  const blips: BlipPlace[] = [];
  let clearance = LARGEST_CLEARANCE;
  for (const cell of cells) {
    const key = cellKey(cell.quadrant, cell.ring);
    const inCell = members.get(key);
    if (!inCell) continue;
    const region = cellRegion(cell);
    const placed = placeInCell(region, [...inCell.keys()], wanted, previous.get(key));
    clearance = Math.min(clearance, measureClearance(region, [...placed.values()]));
    for (const [id, point] of placed) {
      blips.push({ id, quadrant: cell.quadrant, ring: cell.ring, x: point.x, y: point.y });
    }
  }
  blips.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  let blipRadius = wanted;
  while (blipRadius > clearance) blipRadius *= RADIUS_STEP;
  return {
    cells,
    ringRadii: [...input.ringRadii],
    clearance: Math.floor(clearance * 100) / 100,
    blips,
    blipRadius: Math.floor(blipRadius * 100) / 100,
  };
}

function groupByCell<T extends BlipInput>(blips: readonly T[]): Map<string, Map<string, T>> {
  const groups = new Map<string, Map<string, T>>();
  const seen = new Set<string>();
  for (const blip of blips) {
    if (seen.has(blip.id)) continue;
    seen.add(blip.id);
    const key = cellKey(blip.quadrant, blip.ring);
    const group = groups.get(key) ?? new Map<string, T>();
    group.set(blip.id, blip);
    groups.set(key, group);
  }
  return groups;
}

function cellKey(quadrant: string, ring: string): string {
  return JSON.stringify([quadrant, ring]);
}
