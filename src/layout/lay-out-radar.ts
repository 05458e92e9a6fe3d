import type { RadarIndex } from '../domain/radar-index.ts';
import { shownTrends } from '../domain/shown-trends.ts';
import type { Box } from './box.ts';
import { divideRings, RADAR_RADIUS } from './divide-rings.ts';
import { measureText } from './measure-text.ts';
import { numberBlips } from './number-blips.ts';
import { type BlipPlace, placeBlips } from './place-blips.ts';
import { type NameBox, placeNames } from './place-names.ts';
import { placeTitles, type QuadrantTitle, type RingTitle, ringTitleBox } from './place-titles.ts';

/** What the picture is laid out for. Lengths in px of the screen or bitmap it will be seen on. */
export interface LayoutOptions {
  /** Id of the edition shown. */
  edition: string;
  frame: { width: number; height: number };
  /** Whether names are drawn beside the blips. */
  names: boolean;
}

/** Where each thing of a picture stands. Lengths in radar units: centre (0, 0), outer ring 500, y downwards. */
export interface RadarLayout {
  /** The part of the plane that the frame shows. */
  view: { x: number; y: number; width: number; height: number };
  pixelsPerUnit: number;
  /** Outer radius of each ring, inner first. */
  ringRadii: readonly number[];
  blips: readonly (BlipPlace & { number: number })[];
  blipRadius: number;
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

/** Space kept free between two blips, in radar units. */
const BREATHING = 2;

/**
 * Lays out one edition of a radar. Positions of blips depend on the radar alone; the frame decides how large they
 * are drawn and where names find room.
 */
export function layOutRadar(index: RadarIndex, options: LayoutOptions): RadarLayout {
  const { frame, edition } = options;
  const shorter = Math.min(frame.width, frame.height);
  const sizes = SIZES.find((size) => shorter >= size.from) ?? SIZES[2];
  const quadrants = index.quadrants.map((quadrant) => quadrant.id);
  const rings = index.rings.map((ring) => ring.id);
  const ringRadii = divideRings(countRings(index, rings));
  const shown = shownTrends(index, edition);
  const placement = placeBlips({ quadrants, rings, ringRadii, blips: shown });
  const counts = quadrants.map((id) => shown.filter((blip) => blip.quadrant === id).length);

  const { pixelsPerUnit, view, quadrantTitles } = placeTitles(
    index.quadrants.map((quadrant, at) => ({ name: quadrant.name, count: counts[at] ?? 0 })),
    frame,
    sizes.title,
  );
  const ringTitles = placeRingTitles(index, ringRadii, sizes.ring / pixelsPerUnit);
  const blipRadius = Math.max(
    placement.blipRadius,
    Math.min(sizes.blip / pixelsPerUnit, placement.clearance - BREATHING),
  );
  const numbers = numberBlips(placement);
  const trendOf = new Map(shown.map((trend) => [trend.id, trend]));
  const nameSize = sizes.name / pixelsPerUnit;
  const names =
    options.names && shown.length <= MOST_NAMES
      ? placeNames({
          blips: placement.blips.map((blip) => ({
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
    ringRadii,
    blips: placement.blips.map((blip) => ({ ...blip, number: numbers.get(blip.id) ?? 0 })),
    blipRadius,
    names,
    nameSize,
    quadrantTitles,
    ringTitles,
  };
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

/** Ring names on the horizontal axis: at nine o'clock, and at three where a boundary of quadrants lies there too. */
function placeRingTitles(index: RadarIndex, ringRadii: readonly number[], size: number): RingTitle[] {
  const sides = index.quadrants.length % 2 === 0 ? [-1, 1] : [-1];
  return index.rings.flatMap((ring, at) => {
    const inner = ringRadii[at - 1] ?? 0;
    const outer = ringRadii[at] ?? RADAR_RADIUS;
    const text = ring.name.toUpperCase();
    const width = measureText(text, size, 600) * 1.06;
    if (width > outer - inner) return [];
    // the innermost ring is a disc: its middle lies in the crossing of the boundaries
    const middle = at === 0 ? Math.max(outer * 0.55, width / 2 + 10) : (inner + outer) / 2;
    return sides.map((side) => ({ text, x: side * middle, y: 0, width, size }));
  });
}

function inset(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}
