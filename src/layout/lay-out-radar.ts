import { editionsBefore } from '../domain/editions.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import { type ShownTrend, shownTrends } from '../domain/shown-trends.ts';
import { type Box, boxesTouch } from './box.ts';
import { type Cell, cellKey } from './cells.ts';
import { divideRings } from './divide-rings.ts';
import { frameQuadrant, type Sector } from './frame-quadrant.ts';
import { numberBlips } from './number-blips.ts';
import { type BlipPlace, fitRadius, type Placement, placeBlips, WANTED_RADIUS } from './place-blips.ts';
import { type NameBox, placeNames } from './place-names.ts';
import { placeEdgeTitles, placeRingTitles, type RingTitle, ringTitleBox } from './place-ring-titles.ts';
import { placeTitles, type QuadrantTitle } from './place-titles.ts';

/** What the picture is laid out for. Lengths in px of the screen or bitmap it will be seen on. */
export interface LayoutOptions {
  /** Id of the edition shown. */
  edition: string;
  frame: { width: number; height: number };
  /** Whether names are drawn beside the blips. */
  names: boolean;
  /** Id of the quadrant that fills the frame alone; null or an id that the radar has not: the whole circle. */
  quadrant?: string | null;
  /** Whether the quadrants' titles stand beside the circle, which they do unless told otherwise. */
  titles?: boolean;
  /** Whether the outermost ring's name may reach beyond its ring, where it is too wide for it. */
  wideRing?: boolean;
}

/** The trends of a cell too full to draw them one by one, as one mark: its number stands at (x, y). */
export interface Crowd {
  quadrant: string;
  ring: string;
  count: number;
  x: number;
  y: number;
}

/** Where each thing of a picture stands. Lengths in radar units: centre (0, 0), outer ring 500, y downwards. */
export interface RadarLayout {
  /** The part of the plane that the frame shows. */
  view: { x: number; y: number; width: number; height: number };
  pixelsPerUnit: number;
  /** The quadrant that is shown alone, and the part of the circle it takes; null for the whole circle. */
  quadrant: ({ id: string } & Sector) | null;
  /** Outer radius of each ring, inner first. */
  ringRadii: readonly number[];
  blips: readonly (BlipPlace & { number: number })[];
  /** The number of every trend of the edition, drawn or not: 1 to n in reading order. */
  numbers: ReadonlyMap<string, number>;
  blipRadius: number;
  crowds: readonly Crowd[];
  /** Names by trend id; a trend without one had no room for it. */
  names: ReadonlyMap<string, NameBox>;
  nameSize: number;
  quadrantTitles: readonly QuadrantTitle[];
  ringTitles: readonly RingTitle[];
}

/** Beyond this many blips names are not tried for: they could not be read. */
const MOST_NAMES = 250;

/** Sizes in px, by the shorter side of the frame: a room reads the large one, a laptop the middle, a phone the small. */
const SIZES = [
  { from: 900, blip: 13, name: 14, title: 22, ring: 13 },
  { from: 600, blip: 12, name: 12, title: 18, ring: 12 },
  { from: 0, blip: 12, name: 12, title: 15, ring: 12 },
] as const;
/** Beyond this many blips more names find room when they are set in the smallest size, px. */
const LARGE_NAMES_UP_TO = 60;
const SMALLEST_NAME = 12;

/** A quadrant alone has room for larger blips and letters. */
const ALONE = 1.15;
/** Space kept free between two blips, in radar units. */
const BREATHING = 2;
/** A blip of a smaller radius than this, in px, can't be told from its neighbours: the cell shows its number instead. */
const LEAST_RADIUS = 3.5;

/**
 * Lays out one edition of a radar. Positions of blips depend on the radar alone; the frame decides how large they
 * are drawn and where names find room. A quadrant that is shown alone keeps all its places and numbers; it is only
 * nearer, and never shows a crowd in place of its blips.
 */
export function layOutRadar(index: RadarIndex, options: LayoutOptions): RadarLayout {
  const { frame, edition } = options;
  const shorter = Math.min(frame.width, frame.height);
  const sizes = SIZES.find((size) => shorter >= size.from) ?? SIZES[2];
  const shown = shownTrends(index, edition);
  const placement = placeEdition(index, edition, shown);
  const cellsOf = (id: string) => placement.cells.filter((cell) => cell.quadrant === id);
  const alone = index.quadrants.findIndex((quadrant) => quadrant.id === options.quadrant);
  const counts = index.quadrants.map(({ id, name }) => ({
    id,
    name,
    count: shown.filter((blip) => blip.quadrant === id).length,
  }));
  const chosen = counts[alone];
  const sector = chosen && cellsOf(chosen.id)[0];
  const framed =
    chosen && sector
      ? frameQuadrant(chosen, sector, alone, counts.length, frame, sizes.title)
      : placeTitles(options.titles === false ? [] : counts, frame, sizes.title);
  const { pixelsPerUnit, view } = framed;
  const quadrantTitles = options.titles === false ? [] : framed.quadrantTitles;
  const grown = sector ? ALONE : 1;

  const rings = { names: index.rings.map((ring) => ring.name), radii: placement.ringRadii };
  const ringSize = sizes.ring / pixelsPerUnit;
  const ringTitles = (
    sector
      ? placeEdgeTitles(rings, sector, ringSize)
      : placeRingTitles(rings, counts.length, ringSize, options.wideRing ? view.width / 2 : undefined)
  ).filter((ring) => {
    const box = ringTitleBox(ring);
    return holds(view, box) && !quadrantTitles.some((title) => boxesTouch(title.box, box));
  });

  const visible = placement.cells.map((cell, at) => {
    const clearance = placement.clearances[at] ?? 0;
    return {
      cell,
      clearance,
      drawn: sector
        ? cell.quadrant === sector.quadrant
        : clearance * pixelsPerUnit >= LEAST_RADIUS || clearance >= WANTED_RADIUS,
    };
  });
  const drawn = new Set(visible.filter((entry) => entry.drawn).map(({ cell }) => cellKey(cell)));
  const clearance = Math.min(
    ...visible.filter((entry) => entry.drawn).map((entry) => entry.clearance),
    ...(drawn.size === 0 ? [WANTED_RADIUS] : []),
  );
  const blipRadius = Math.max(
    fitRadius(WANTED_RADIUS / (sector ? 2 : 1), clearance),
    Math.min((sizes.blip * grown) / pixelsPerUnit, clearance - BREATHING),
  );
  const numbers = numberBlips(placement);
  const blips = placement.blips
    .filter((blip) => drawn.has(cellKey(blip)))
    .map((blip) => ({ ...blip, number: numbers.get(blip.id) ?? 0 }));
  const wantedName = blips.length <= LARGE_NAMES_UP_TO ? sizes.name * grown : SMALLEST_NAME;
  const nameSize = wantedName / pixelsPerUnit;
  const trendOf = new Map(shown.map((trend) => [trend.id, trend]));
  const names =
    options.names && blips.length <= MOST_NAMES
      ? placeNames({
          blips: blips.map((blip) => ({
            ...blip,
            name: trendOf.get(blip.id)?.name ?? blip.id,
            marked: trendOf.get(blip.id)?.movement !== 'same',
          })),
          blipRadius,
          fontSize: nameSize,
          obstacles: [...ringTitles.map(ringTitleBox), ...quadrantTitles.map((title) => title.box)],
          bounds: inset(view, 6 / pixelsPerUnit),
          cells: placement.cells,
        })
      : new Map<string, NameBox>();
  return {
    view,
    pixelsPerUnit,
    quadrant: sector
      ? { id: sector.quadrant, startAngle: sector.startAngle, endAngle: sector.endAngle }
      : null,
    ringRadii: placement.ringRadii,
    blips,
    numbers,
    blipRadius,
    crowds: sector
      ? []
      : visible.filter((entry) => !entry.drawn).map(({ cell }) => crowdOf(cell, placement.blips)),
    names,
    nameSize,
    quadrantTitles,
    ringTitles,
  };
}

/** Places follow from the radar and the edition alone: another frame or another quadrant asks for the same again. */
const placements = new WeakMap<RadarIndex, Map<string, Placement>>();

function placeEdition(index: RadarIndex, edition: string, shown: readonly ShownTrend[]): Placement {
  const known = placements.get(index) ?? new Map<string, Placement>();
  const placement = known.get(edition) ?? placeFromStart(index, edition, shown);
  placements.set(index, known.set(edition, placement));
  return placement;
}

/** Each edition begins from the places of the one before, so that what stays in its cell stays in its place. */
function placeFromStart(index: RadarIndex, edition: string, shown: readonly ShownTrend[]): Placement {
  const quadrants = index.quadrants.map((quadrant) => quadrant.id);
  const rings = index.rings.map((ring) => ring.id);
  const ringRadii = divideRings(countRings(index, rings));
  const place = (blips: readonly ShownTrend[], previous: readonly BlipPlace[]) =>
    placeBlips({ quadrants, rings, ringRadii, blips, previous });
  let earlier: readonly BlipPlace[] = [];
  for (const entry of editionsBefore(index.editions, edition)) {
    earlier = place(shownTrends(index, entry.id), earlier).blips;
  }
  return place(shown, earlier);
}

/** How many trends each ring holds, the most over all editions, so that every edition has the same ring widths. */
function countRings(index: RadarIndex, rings: readonly string[]): number[] {
  return rings.map((ring) =>
    Math.max(
      0,
      ...index.editions.map(
        (edition) =>
          index.trends.filter((trend) =>
            trend.placements.some((place) => place.edition === edition.id && place.ring === ring),
          ).length,
      ),
    ),
  );
}

function crowdOf(cell: Cell, blips: readonly BlipPlace[]): Crowd {
  const angle = (cell.startAngle + cell.endAngle) / 2;
  const radius = (cell.innerRadius + cell.outerRadius) / 2;
  const key = cellKey(cell);
  return {
    quadrant: cell.quadrant,
    ring: cell.ring,
    count: blips.filter((blip) => cellKey(blip) === key).length,
    x: Math.round(Math.sin(angle) * radius * 100) / 100,
    y: Math.round(-Math.cos(angle) * radius * 100) / 100,
  };
}

function holds(outer: Box, { x, y, width, height }: Box): boolean {
  const [right, bottom] = [outer.x + outer.width, outer.y + outer.height];
  return x >= outer.x && y >= outer.y && x + width <= right && y + height <= bottom;
}

function inset(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}
