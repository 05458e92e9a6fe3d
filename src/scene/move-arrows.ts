import { hueAt } from '../domain/hue-at.ts';
import type { WorkshopIndex } from '../domain/workshop/workshop-index.ts';
import { boxesTouch } from '../layout/box.ts';
import type { RadarLayout } from '../layout/lay-out-radar.ts';
import type { WorkshopLayout } from '../layout/lay-out-workshop.ts';
import { LINE_HEIGHT } from '../layout/place-names.ts';
import { round } from './blip-mark.ts';
import { boxPath, discPath, nameLines } from './name-lines.ts';
import type { TextShape } from './shapes.ts';
import { quadrantColours, type Theme } from './theme.ts';

/** What moved, over a chart: lengths in radar units. */
export interface MoveShapes {
  /** From the rim of the old place to the rim of the new one. */
  arrows: { id: string; shaft: string; head: string; colour: string; width: number; halo: string }[];
  /** Where trends stood that now stand elsewhere, or nowhere: those are crossed out, and keep their names. */
  ghosts: {
    id: string;
    x: number;
    y: number;
    radius: number;
    colour: string;
    width: number;
    dash: string;
    cross: string | null;
    name: { lines: TextShape[]; halo: string } | null;
  }[];
  /** Around every blip and name: a path of what is drawn in front of the arrows. */
  gaps: string;
}

/** In px. */
const SHAFT = 2.25;
const HEAD = { length: 9, half: 5 };
/** From the rim of a blip to the tip of an arrow, and from a disc or a name to a line that passes behind it. */
const OFF = 3;
const GAP = 1.5;

/**
 * The moves of a workshop as arrows from the old places to the new ones. A trend that is new has no arrow: its blip is
 * ringed. Arrows pass behind blips and names.
 */
export function buildMoveShapes(
  workshop: WorkshopIndex,
  { start, now }: WorkshopLayout,
  theme: Theme,
): MoveShapes {
  const { index, moved, gone } = workshop;
  const px = 1 / now.pixelsPerUnit;
  const old = new Map(start.blips.map((blip) => [blip.id, blip]));
  const places = new Map(now.blips.map((blip) => [blip.id, blip]));
  const colourOf = (quadrant: string) =>
    quadrantColours(
      theme,
      hueAt(
        index,
        index.quadrants.findIndex(({ id }) => id === quadrant),
      ),
    ).main;
  const left = new Set(gone);
  return {
    arrows: moved.flatMap(({ id, quadrant }) => {
      const [from, to] = [old.get(id), places.get(id)];
      if (from === undefined || to === undefined) return [];
      const arrow = arrowBetween(from, to, now.blipRadius, px);
      return arrow === null
        ? []
        : [{ id, ...arrow, colour: colourOf(quadrant), width: round(SHAFT * px), halo: theme.paper }];
    }),
    ghosts: [...moved.map(({ id }) => id), ...gone].flatMap((id) => {
      const place = old.get(id);
      if (place === undefined) return [];
      const radius = round(now.blipRadius - px);
      const arm = radius * 0.45;
      const [x, y] = [round(place.x), round(place.y)];
      return [
        {
          ...{ id, x, y, radius, colour: colourOf(place.quadrant), width: round(1.75 * px) },
          dash: `${round(3 * px)} ${round(3 * px)}`,
          cross: left.has(id)
            ? `M${round(x - arm)} ${round(y - arm)}l${round(2 * arm)} ${round(2 * arm)}m0 ${round(-2 * arm)}l${round(-2 * arm)} ${round(2 * arm)}`
            : null,
          name: left.has(id) ? ghostName(start, now, id, theme) : null,
        },
      ];
    }),
    gaps: [
      ...now.blips.map(({ x, y }) => discPath(x, y, now.blipRadius + GAP * px)),
      ...[...now.names.keys()].flatMap((id) => nameLines(now, id, 500)).map((box) => boxPath(box, GAP * px)),
    ].join(''),
  };
}

/** Null where the two are so near that there is no room between them. */
function arrowBetween(
  from: { x: number; y: number },
  to: { x: number; y: number },
  radius: number,
  px: number,
): { shaft: string; head: string } | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const tip = length - radius - OFF * px;
  const base = tip - HEAD.length * px;
  const begin = Math.min(radius, Math.max(0, base - 2 * px));
  if (base <= 0) return null;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const at = (along: number, aside: number) =>
    `${round(from.x + ux * along - uy * aside)} ${round(from.y + uy * along + ux * aside)}`;
  const half = HEAD.half * px;
  return {
    shaft: `M${at(begin, 0)}L${at(base + px, 0)}`,
    head: `M${at(tip, 0)}L${at(base, half)}L${at(base, -half)}z`,
  };
}

/** The name of what is gone, where it stood, as long as nothing that is there now has taken its room. */
function ghostName(
  start: RadarLayout,
  now: RadarLayout,
  id: string,
  theme: Theme,
): MoveShapes['ghosts'][number]['name'] {
  const box = start.names.get(id);
  if (box === undefined || [...now.names.values()].some((other) => boxesTouch(box, other))) return null;
  const x = box.align === 'start' ? box.x : box.align === 'end' ? box.x + box.width : box.x + box.width / 2;
  const size = start.nameSize;
  const lineAt = (line: number) => box.y + size * (0.5 * LINE_HEIGHT + 0.364 + line * LINE_HEIGHT);
  return {
    halo: theme.paper,
    lines: box.lines.map((text, line) => ({
      ...{ text, x: round(x), baseline: round(lineAt(line)), size: round(size) },
      ...{ weight: 500 as const, fill: theme.muted, anchor: box.align },
    })),
  };
}
