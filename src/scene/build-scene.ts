import { arc } from 'd3-shape';
import type { Movement } from '../domain/movement.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import type { Strength } from '../domain/strength.ts';
import { STRIP_WIDTH } from '../layout/cells.ts';
import { RADAR_RADIUS } from '../layout/divide-rings.ts';
import type { RadarLayout } from '../layout/lay-out-radar.ts';
import { LINE_HEIGHT, type NameBox } from '../layout/place-names.ts';
import { describeBlip } from './describe-blip.ts';
import { quadrantColours, ringGround, type Theme } from './theme.ts';

/** One line of text, ready to draw. Lengths in radar units. */
export interface TextShape {
  text: string;
  x: number;
  baseline: number;
  size: number;
  weight: 400 | 500 | 600 | 700;
  fill: string;
  anchor: 'start' | 'middle' | 'end';
}

/** A blip as it is drawn: the disc, its number, its mark for movement, and its name. */
export interface BlipShape {
  id: string;
  /** What a screen reader says for it. */
  label: string;
  x: number;
  y: number;
  radius: number;
  fill: string;
  stroke: string;
  strokeWidth: number;
  /** Lengths of dash and gap, or none for a full line. */
  dash: string | null;
  number: TextShape;
  /** Path of the mark for movement: a ring (new), a chevron (in, out), or nothing. */
  mark: { path: string; fill: string; stroke: string } | null;
  name: { lines: TextShape[]; halo: string; leader: { path: string; stroke: string } | null } | null;
}

/** How many trends a cell holds, in place of its blips. */
export interface CrowdShape {
  quadrant: string;
  /** What a screen reader says for it. */
  label: string;
  x: number;
  y: number;
  radius: number;
  fill: string;
  count: TextShape;
}

/** A whole picture as plain data: final coordinates, colours and texts. Lengths in radar units. */
export interface Scene {
  view: { x: number; y: number; width: number; height: number };
  /** px per radar unit at the size the picture was laid out for. */
  pixelsPerUnit: number;
  title: string;
  ground: string;
  /** Outermost first; each covers those within it. */
  rings: { path: string; fill: string; stroke: string }[];
  /** Arc along the rim of each quadrant, in its hue. */
  rims: { path: string; fill: string }[];
  /** The strips between the quadrants. */
  gaps: { path: string; stroke: string; width: number }[];
  ringTitles: (TextShape & { halo: string })[];
  quadrantTitles: { quadrant: string; title: TextShape; note: TextShape }[];
  blips: BlipShape[];
  /** Cells whose blips are too many to be drawn one by one. */
  crowds: CrowdShape[];
}

const RIM = 4;
/** Letters of a crowd's number, in px. */
const CROWD_SIZE = 12;

/** What the scene takes from the radar for one blip, beside where it stands. */
export interface BlipFacts {
  name: string;
  movement: Movement;
  strength: Strength;
  earned: boolean;
}

/**
 * Builds the picture of one edition.
 *
 * @param facts what is to be drawn of each trend, by id; a placed trend without an entry is left out
 */
export function buildScene(
  index: RadarIndex,
  layout: RadarLayout,
  facts: ReadonlyMap<string, BlipFacts>,
  theme: Theme,
): Scene {
  const quadrantIndex = new Map(index.quadrants.map((quadrant, at) => [quadrant.id, at]));
  const quadrantName = new Map(index.quadrants.map((quadrant) => [quadrant.id, quadrant.name]));
  const ringName = new Map(index.rings.map((ring) => [ring.id, ring.name]));
  const slice = (2 * Math.PI) / index.quadrants.length;
  const start = -Math.PI / 2;
  const alone = layout.quadrant;
  // the ground, the rim and the strips of what is in the picture: all quadrants, or the one that stands alone
  const sectors = index.quadrants.flatMap((quadrant, at) =>
    alone === null || quadrant.id === alone.id ? [{ at, from: start + at * slice }] : [],
  );
  const ground = arc<number>()
    .innerRadius(0)
    .outerRadius((radius) => radius)
    .startAngle(alone?.startAngle ?? 0)
    .endAngle(alone?.endAngle ?? 2 * Math.PI)
    .digits(2);
  const rim = arc<{ from: number; to: number }>()
    .innerRadius(RADAR_RADIUS)
    .outerRadius(RADAR_RADIUS + RIM)
    .startAngle((d) => d.from)
    .endAngle((d) => d.to);
  const strips = alone === null ? sectors.map(({ from }) => from) : [alone.startAngle, alone.endAngle];
  const rimGap = STRIP_WIDTH / 2 / RADAR_RADIUS;
  return {
    view: layout.view,
    pixelsPerUnit: layout.pixelsPerUnit,
    title: index.title,
    ground: theme.paper,
    rings: layout.ringRadii
      .map((radius, at) => ({
        path: ground(radius) ?? '',
        fill: ringGround(theme, at, layout.ringRadii.length),
        stroke: theme.line,
      }))
      .reverse(),
    rims: sectors.map(({ at, from }) => ({
      path: rim({ from: from + rimGap, to: from + slice - rimGap }) ?? '',
      fill: quadrantColours(theme, at).main,
    })),
    gaps: strips.map((angle) => {
      const [x, y] = [Math.sin(angle), -Math.cos(angle)].map((value) =>
        round(value * (RADAR_RADIUS + RIM + 1)),
      );
      return { path: `M0 0L${x} ${y}`, stroke: theme.paper, width: STRIP_WIDTH };
    }),
    ringTitles: layout.ringTitles.map((title) => ({
      text: title.text,
      x: title.x,
      baseline: round(title.y + title.size * 0.36),
      size: title.size,
      weight: 600,
      fill: theme.muted,
      anchor: 'middle',
      halo: theme.paper,
    })),
    quadrantTitles: layout.quadrantTitles.map((title) => ({
      quadrant: title.id,
      title: {
        text: title.text,
        x: title.x,
        baseline: title.baseline,
        size: title.size,
        weight: 700,
        fill: quadrantColours(theme, quadrantIndex.get(title.id) ?? 0).main,
        anchor: title.align,
      },
      note: {
        text: title.note,
        x: title.x,
        baseline: title.noteBaseline,
        size: title.noteSize,
        weight: 400,
        fill: theme.muted,
        anchor: title.align,
      },
    })),
    blips: layout.blips.flatMap((blip) => {
      const fact = facts.get(blip.id);
      if (fact === undefined) return [];
      const colours = quadrantColours(theme, quadrantIndex.get(blip.quadrant) ?? 0);
      return [
        {
          ...blipMark(
            { ...blip, radius: layout.blipRadius, pixelsPerUnit: layout.pixelsPerUnit },
            fact,
            colours,
            theme,
          ),
          label: describeBlip({
            ...fact,
            number: blip.number,
            quadrant: quadrantName.get(blip.quadrant) ?? blip.quadrant,
            ring: ringName.get(blip.ring) ?? blip.ring,
          }),
          name: nameShape(layout.names.get(blip.id), layout.nameSize, theme),
        },
      ];
    }),
    crowds: layout.crowds.map((crowd) => {
      const colours = quadrantColours(theme, quadrantIndex.get(crowd.quadrant) ?? 0);
      const size = CROWD_SIZE / layout.pixelsPerUnit;
      const names = [quadrantName.get(crowd.quadrant), ringName.get(crowd.ring)].join(', ');
      return {
        quadrant: crowd.quadrant,
        label: `${names}: ${crowd.count} trends, too many to be drawn here. Opens the quadrant.`,
        x: crowd.x,
        y: crowd.y,
        radius: round(size * 1.4),
        fill: colours.main,
        count: {
          text: `+${crowd.count}`,
          x: crowd.x,
          baseline: round(crowd.y + size * 0.364),
          size: round(size),
          weight: 700,
          fill: colours.onMain,
          anchor: 'middle',
        },
      };
    }),
  };
}

/**
 * The mark of a blip without its name: the list and the legend draw it too.
 *
 * @param place where it stands and how large it is, in units of the picture it is drawn in
 */
export function blipMark(
  place: { id: string; x: number; y: number; radius: number; number: number; pixelsPerUnit: number },
  fact: Pick<BlipFacts, 'movement' | 'strength'>,
  colours: Theme['quadrants'][number],
  theme: Theme,
): Omit<BlipShape, 'label' | 'name'> {
  const { x, y, radius, pixelsPerUnit } = place;
  const px = 1 / pixelsPerUnit;
  const outline = 1.75 * px;
  const { fill, ink } = {
    strong: { fill: colours.main, ink: colours.onMain },
    moderate: { fill: colours.tint, ink: theme.ink },
    thin: { fill: theme.paper, ink: colours.main },
    none: { fill: theme.paper, ink: theme.muted },
  }[fact.strength];
  const digits = String(place.number).length;
  // three digits and more must still fit across the disc
  const size = radius * (digits <= 2 ? 0.86 : 0.68);
  return {
    id: place.id,
    x,
    y,
    radius,
    fill,
    stroke: fact.strength === 'none' ? theme.muted : colours.main,
    strokeWidth: round(outline),
    dash: fact.strength === 'thin' ? `${round(radius * 0.3)} ${round(radius * 0.224)}` : null,
    number: {
      text: place.number === 0 ? '' : String(place.number),
      x,
      baseline: round(y + size * 0.364),
      size: round(size),
      weight: 700,
      fill: ink,
      anchor: 'middle',
    },
    mark: movementMark(x, y, radius, px, fact.movement, colours.main),
  };
}

function movementMark(
  x: number,
  y: number,
  radius: number,
  px: number,
  movement: Movement,
  colour: string,
): BlipShape['mark'] {
  if (movement === 'same') return null;
  if (movement === 'new') {
    const r = round(radius + 3.5 * px);
    return {
      path: `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
      fill: 'none',
      stroke: colour,
    };
  }
  const length = Math.hypot(x, y) || 1;
  const sign = movement === 'in' ? -1 : 1;
  const [ux, uy] = [(sign * x) / length, (sign * y) / length];
  const at = (along: number, aside: number) =>
    `${round(x + ux * along - uy * aside)} ${round(y + uy * along + ux * aside)}`;
  const base = radius + 2.5 * px;
  const path = `M${at(base, radius * 0.5)}L${at(radius * 1.45 + 2 * px, 0)}L${at(base, -radius * 0.5)}z`;
  return { path, fill: colour, stroke: 'none' };
}

function nameShape(box: NameBox | undefined, size: number, theme: Theme): BlipShape['name'] {
  if (box === undefined) return null;
  const x = box.align === 'start' ? box.x : box.align === 'end' ? box.x + box.width : box.x + box.width / 2;
  return {
    lines: box.lines.map((text, line) => ({
      text,
      x: round(x),
      baseline: round(box.y + size * (0.5 * LINE_HEIGHT + 0.364 + line * LINE_HEIGHT)),
      size: round(size),
      weight: 500,
      fill: theme.ink,
      anchor: box.align,
    })),
    halo: theme.paper,
    leader:
      box.leader === null
        ? null
        : {
            path: `M${round(box.leader[0])} ${round(box.leader[1])}L${round(box.leader[2])} ${round(box.leader[3])}`,
            stroke: theme.muted,
          },
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
