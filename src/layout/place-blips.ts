import { cellRegion } from './cell-region.ts';
import { type Cell, cellKey, divideCells } from './cells.ts';
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
  /**
   * For each cell, in the same order: circles of this radius around its blips neither overlap nor leave it; at most
   * 34, which an empty cell has.
   */
  clearances: number[];
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
  /** Radius the blips are meant to be drawn with, radar units; without it 14. */
  blipRadius?: number;
  /** Places of an earlier picture; blips that are still in the same cell stay there when it is legal. */
  previous?: readonly BlipPlace[];
}

export const WANTED_RADIUS = 14;
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
 */
export function placeBlips(input: PlaceBlipsInput): Placement {
  const wanted = input.blipRadius ?? WANTED_RADIUS;
  const cells = divideCells(input.quadrants, input.rings, input.ringRadii);
  const members = groupByCell(input.blips);
  const previous = groupByCell(input.previous ?? []);
  const blips: BlipPlace[] = [];
  const clearances = cells.map((cell) => {
    const key = cellKey(cell);
    const inCell = members.get(key);
    if (!inCell) return LARGEST_CLEARANCE;
    const region = cellRegion(cell);
    const placed = placeInCell(region, [...inCell.keys()], wanted, previous.get(key));
    for (const [id, point] of placed) {
      blips.push({ id, quadrant: cell.quadrant, ring: cell.ring, x: point.x, y: point.y });
    }
    const clearance = Math.min(LARGEST_CLEARANCE, measureClearance(region, [...placed.values()]));
    return Math.floor(clearance * 100) / 100;
  });
  blips.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { cells, ringRadii: [...input.ringRadii], clearances, blips };
}

/** The wanted radius, or the first of its steps that keeps within a clearance. Radar units. */
export function fitRadius(wanted: number, clearance: number): number {
  let radius = wanted;
  while (radius > clearance) radius *= RADIUS_STEP;
  return Math.floor(radius * 100) / 100;
}

function groupByCell<T extends BlipInput>(blips: readonly T[]): Map<string, Map<string, T>> {
  const groups = new Map<string, Map<string, T>>();
  const seen = new Set<string>();
  for (const blip of blips) {
    if (seen.has(blip.id)) continue;
    seen.add(blip.id);
    const key = cellKey(blip);
    const group = groups.get(key) ?? new Map<string, T>();
    group.set(blip.id, blip);
    groups.set(key, group);
  }
  return groups;
}
