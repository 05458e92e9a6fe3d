import type { WorkshopIndex } from '../domain/workshop/workshop-index.ts';
import { type Box, boxesTouch } from './box.ts';
import { borderDistance, type CellRegion, cellGrid, cellRegion, type Point } from './cell-region.ts';
import { cellKey, divideCells } from './cells.ts';
import { type LayoutOptions, layOutRadar, type RadarLayout } from './lay-out-radar.ts';
import { placeNames } from './place-names.ts';
import { ringTitleBox } from './place-ring-titles.ts';

/** The picture of a workshop: as it stands, and as it was at the start. */
export interface WorkshopLayout {
  now: RadarLayout;
  start: RadarLayout;
}

/** Space kept free around a blip that arrives, in radar units. */
const BREATHING = 1.5;
/** More room than this is of no use to a blip, radar units: a phone draws them so large. */
const MOST_ROOM = 34;
const LEAST_ROOM = 14;
/** Where a cell is full, all blips shrink to this share at most so that those that arrive cover none. */
const SMALLEST_SHARE = 0.6;
/** How fine free places are looked for, in radar units. */
const STEP = 6;
/** A step away from the middle of the ring costs this much of a step aside. */
const OFF_MIDDLE = 0.4;

/**
 * Lays out the start's edition and puts what has moved since into the free places of its new cell, as near as can be to
 * the line from the centre through its old place. All else stays: rings, numbers, and every blip that has not moved.
 * An old place stays free, so that coming back leads to it. Trends that had no place get the next numbers. The frame
 * plays no part in where blips stand: every window of a workshop has them in the same places.
 */
export function layOutWorkshop(
  { start: index, before, moved, gone, added }: WorkshopIndex,
  options: Omit<LayoutOptions, 'edition'>,
): WorkshopLayout {
  const start = layOutRadar(index, { ...options, edition: before });
  const numbers = new Map(start.numbers);
  for (const id of added) numbers.set(id, numbers.size + 1);
  const cells = divideCells(
    index.quadrants.map((quadrant) => quadrant.id),
    index.rings.map((ring) => ring.id),
    start.ringRadii,
  );
  const regions = new Map(cells.map((cell) => [cellKey(cell), cellRegion(cell)]));
  const old = new Map(start.blips.map((blip) => [blip.id, blip]));
  const taken: Point[] = [...start.blips];
  const radius = measureRoom(taken);
  let least = start.blipRadius;
  const arrived = moved.flatMap((trend) => {
    const region = regions.get(cellKey(trend));
    if (region === undefined) return [];
    const { point: place, free } = findPlace(region, taken, radius, old.get(trend.id));
    taken.push(place);
    least = Math.min(least, free - BREATHING);
    const { id, quadrant, ring, name } = trend;
    return [{ id, quadrant, ring, name, ...place, number: numbers.get(id) ?? 0 }];
  });
  const left = new Set([...gone, ...moved.map((trend) => trend.id)]);
  const stayed = start.blips.filter((blip) => !left.has(blip.id));
  const discOf = ({ x, y }: Point): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
  const r = Math.max(least, start.blipRadius * SMALLEST_SHARE);
  const isFree = (box: Box) => !arrived.some((blip) => boxesTouch(discOf(blip), box));
  const kept = new Map([...start.names].filter(([id, box]) => !left.has(id) && isFree(box)));
  const nameless = stayed.filter(({ id }) => start.names.has(id) && !kept.has(id));
  const nameOf = new Map(index.trends.map(({ id, name }) => [id, name]));
  const named = options.names
    ? placeNames({
        blips: [
          ...arrived.map((blip) => ({ ...blip, marked: true })),
          ...nameless.map((blip) => ({ ...blip, name: nameOf.get(blip.id) ?? blip.id, marked: false })),
        ],
        blipRadius: r,
        fontSize: start.nameSize,
        obstacles: [
          ...stayed.filter((blip) => !nameless.includes(blip)).map(discOf),
          ...kept.values(),
          ...start.ringTitles.map(ringTitleBox),
          ...start.quadrantTitles.map((title) => title.box),
        ],
        bounds: start.view,
        cells,
      })
    : new Map();
  const blips = [...stayed, ...arrived.map(({ name: _, ...blip }) => blip)];
  return { start, now: { ...start, blipRadius: r, numbers, blips, names: new Map([...kept, ...named]) } };
}

/** Radius that the blips at the start leave one another, within bounds. */
function measureRoom(points: readonly Point[]): number {
  const gaps = points.flatMap((one, at) =>
    points.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y) / 2),
  );
  return gaps.reduce((least, gap) => Math.min(least, Math.max(LEAST_ROOM, gap)), MOST_ROOM);
}

/** Of the places with room for a disc the nearest to the old direction; without a direction, or room, the widest. */
function findPlace(
  region: CellRegion,
  taken: readonly Point[],
  radius: number,
  old: Point | undefined,
): { point: Point; free: number } {
  const room = ({ x, y }: Point) =>
    Math.min(borderDistance(region, x, y), ...taken.map((point) => Math.hypot(point.x - x, point.y - y) / 2));
  const middle = (region.innerRadius + region.outerRadius) / 2;
  const length = old === undefined ? 0 : Math.hypot(old.x, old.y);
  const wish =
    old === undefined || length === 0 ? null : { x: (old.x / length) * middle, y: (old.y / length) * middle };
  const places = cellGrid(region, Math.min(radius, STEP), STEP).map((point) => ({
    point,
    free: room(point),
  }));
  const roomy = places.filter(({ free }) => free >= radius);
  const cost = ({ point, free }: { point: Point; free: number }) =>
    wish === null || roomy.length === 0
      ? -free
      : Math.hypot(point.x - wish.x, point.y - wish.y) +
        OFF_MIDDLE * Math.abs(Math.hypot(point.x, point.y) - middle);
  const [first, ...rest] = roomy.length > 0 ? roomy : places;
  const fallback = { x: Math.sin(region.middle) * middle, y: -Math.cos(region.middle) * middle };
  return first === undefined
    ? { point: fallback, free: 0 }
    : rest.reduce((best, next) => (cost(next) < cost(best) ? next : best), first);
}
