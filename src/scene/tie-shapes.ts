import type { Relation } from '../domain/radar.ts';
import type { Tie } from '../domain/radar-index.ts';
import { RELATION_WORDS } from '../domain/words.ts';
import { type Box, boxDistance, boxesTouch } from '../layout/box.ts';
import type { RadarLayout } from '../layout/lay-out-radar.ts';
import { measureText } from '../layout/measure-text.ts';
import { round } from './blip-mark.ts';

/** A relation as a line between two blips, ready to draw. Lengths in radar units. */
export interface TieShape extends Tie {
  /** From the rim of the selected blip to the rim of the other. */
  path: string;
  width: number;
  /** Lengths of dash and gap, or none for a full line. */
  dash: string | null;
  /** Head at the end that the relation points to; none where it holds both ways. */
  arrow: string | null;
  /** What the line means, read along its arrow; none where there is no room for the word. */
  label: { text: string; box: Box; size: number } | null;
}

interface Point {
  x: number;
  y: number;
}

/** A quadratic curve: its ends and the point it bends towards. */
type Curve = readonly [Point, Point, Point];

/** How each kind of line is told from the others without colour; dashes as multiples of the line's width. */
const STYLES: Readonly<Record<Relation, { dash: readonly number[]; arrow: boolean }>> = {
  requires: { dash: [], arrow: true },
  enables: { dash: [7, 3], arrow: true },
  mitigates: { dash: [2.5, 2.5], arrow: true },
  succeeds: { dash: [7, 2.5, 1.5, 2.5], arrow: true },
  complements: { dash: [1.2, 2.6], arrow: false },
  'competes-with': { dash: [4, 2, 1.2, 2, 1.2, 2], arrow: false },
};

/** In px; the finer lines are those between neighbours, which would be all line otherwise. */
const LINE_WIDTH = { near: 1.1, far: 1.5 };
/** Blips nearer than this, in radii, are neighbours: what joins them is too short for a word. */
const NEAR = 6;
const ARROW_LENGTH = 9;
const LEAST_LETTERS = 12;
const LABEL_PADDING = 2.5;

/** Angles between a line's end and the straight way, in degrees, gentlest first; each is tried to both sides. */
const BENDS = [10, 16, 23, 31, 40, 50];
/** Where along a curve its label is tried. */
const STATIONS = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78, 0.15, 0.85];
/** Most other lines that a label may stand on. */
const MOST_CROSSED = 1;
/** Into how many steps a curve is divided to be compared with others. */
const WAY_STEPS = 24;
/** How far beside the curve it is tried, as a multiple of its height. */
const ASIDE = [0, 0.75, -0.75, 1.5, -1.5];

/** What a flaw costs, in units of one step along {@link STATIONS} or of about six degrees of {@link BENDS}. */
const COSTS = {
  disc: 100,
  label: 60,
  view: 40,
  /** Names of the trends that are joined must stay legible; of the others, which are dimmed, less so. */
  litName: { line: 4, label: 30 },
  dimName: 2,
  line: 4,
  /** A curve that runs beside another for its whole way. */
  along: 8,
  aside: 2,
  degree: 0.16,
};

/**
 * The relations of a trend as curves to the blips it is related to; those without a blip in the picture are left out.
 * A curve bends so that it crosses as few other blips as can be; a label stands near the middle of its curve, within
 * the view, over no blip, lit name or other label; where there is no such place, and between neighbours, it is left out.
 * The same input always gives the same shapes.
 *
 * @param trend id of the selected trend
 */
export function buildTieShapes(layout: RadarLayout, trend: string, ties: readonly Tie[]): TieShape[] {
  const px = 1 / layout.pixelsPerUnit;
  const places = new Map(layout.blips.map((blip) => [blip.id, blip]));
  const from = places.get(trend);
  if (from === undefined || !Number.isFinite(px)) return [];
  const lit = [trend, ...ties.map((tie) => tie.trend)].flatMap((id) => layout.names.get(id) ?? []);
  const drawn: { tie: Tie; curve: Curve; near: boolean }[] = [];
  const ways: Point[][] = [];
  for (const tie of ties) {
    const to = places.get(tie.trend);
    if (to === undefined || to === from) continue;
    const curve = chooseCurve(layout, from, to, { lit, ways });
    ways.push(pointsOn(curve));
    drawn.push({ tie, curve, near: Math.hypot(to.x - from.x, to.y - from.y) < NEAR * layout.blipRadius });
  }
  const labels = placeLabels(layout, drawn, lit);
  return drawn.map(({ tie, curve, near }, at) => {
    const style = STYLES[tie.relation];
    const width = (near ? LINE_WIDTH.near : LINE_WIDTH.far) * px;
    const [start, bend, end] = curve;
    return {
      ...tie,
      path: `M${pair(start)}Q${pair(bend)} ${pair(end)}`,
      width: round(width),
      dash: style.dash.length === 0 ? null : style.dash.map((length) => round(length * width)).join(' '),
      arrow: style.arrow ? arrowHead(tie.inverse ? [end, bend, start] : curve, arrowLength(curve, px)) : null,
      label: labels[at] ?? null,
    };
  });
}

/** The gentlest curve that crosses the fewest other discs and lit names, keeps off other curves and stays within the view. */
function chooseCurve(
  layout: RadarLayout,
  from: Point,
  to: Point,
  { lit, ways }: { lit: readonly Box[]; ways: readonly (readonly Point[])[] },
): Curve {
  const radius = Math.max(layout.blipRadius, 0.01);
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const others = layout.blips.filter((blip) => blip !== from && blip !== to);
  const steps = Math.min(80, Math.max(8, Math.ceil((2 * distance) / radius)));
  const { x, y, width, height } = layout.view;
  const reach = radius * 1.15;
  const costOf = (curve: Curve): number => {
    const crossed = new Set<Point>();
    const names = new Set<Box>();
    let outside = 0;
    for (let step = 0; step <= steps; step += 1) {
      const point = pointOn(curve, step / steps);
      if (point.x < x || point.y < y || point.x > x + width || point.y > y + height) outside += 1;
      for (const name of lit) if (boxDistance(name, point.x, point.y) === 0) names.add(name);
      for (const blip of others) {
        if (Math.abs(blip.x - point.x) < reach && Math.hypot(blip.x - point.x, blip.y - point.y) < reach)
          crossed.add(blip);
      }
    }
    return (
      sharedWay(curve, ways, reach) * COSTS.along +
      crossed.size * COSTS.disc +
      names.size * COSTS.litName.line +
      (outside > 0 ? COSTS.view + outside : 0)
    );
  };
  const curves = BENDS.flatMap((degrees) =>
    [1, -1].map((side) => ({ degrees, curve: bendCurve(from, to, radius, side, degrees) })),
  );
  return (
    leastOf(curves, ({ degrees, curve }) => degrees * COSTS.degree + costOf(curve))?.curve ?? [from, to, to]
  );
}

/** How much of the outer half of a curve runs beside others, 0 to 1. */
function sharedWay(curve: Curve, ways: readonly (readonly Point[])[], reach: number): number {
  const outer = pointsOn(curve).slice(WAY_STEPS / 2);
  const shared = outer.filter(({ x, y }) =>
    ways.some((way) => way.some((point) => Math.abs(point.x - x) < reach && Math.abs(point.y - y) < reach)),
  );
  return shared.length / outer.length;
}

/** A curve that leaves both discs at their rims, straight away from their middles. */
function bendCurve(from: Point, to: Point, radius: number, side: number, degrees: number): Curve {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const along =
    distance > 0 ? { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance } : { x: 1, y: 0 };
  const across = { x: -along.y * side, y: along.x * side };
  const half = distance / 2;
  // discs that touch or overlap are joined by a bow around their common point, not through it
  const angle = Math.max((degrees * Math.PI) / 180, Math.acos(Math.min(1, half / (radius * 1.25))));
  const [cos, sin] = [Math.cos(angle) * radius, Math.sin(angle) * radius];
  const height = Math.max(
    half * Math.min(Math.tan(angle), 2),
    sin + radius * 0.5 * (half < radius * 1.25 ? 1 : 0),
  );
  const at = (base: Point, forward: number, aside: number): Point => ({
    x: base.x + along.x * forward + across.x * aside,
    y: base.y + along.y * forward + across.y * aside,
  });
  return [at(from, cos, sin), at(from, half, height), at(to, -cos, sin)];
}

/** A label for each curve; the shortest curves, which leave the least choice, choose first. */
function placeLabels(
  layout: RadarLayout,
  drawn: readonly { tie: Tie; curve: Curve; near: boolean }[],
  lit: readonly Box[],
): (TieShape['label'] | undefined)[] {
  const px = 1 / layout.pixelsPerUnit;
  const size = Math.max(LEAST_LETTERS * px, layout.nameSize * 0.9);
  const lines = drawn.map(({ curve }) => pointsOn(curve));
  const labels: TieShape['label'][] = [];
  const taken: Box[] = [];
  const order = drawn
    .map(({ curve: [start, , end] }, at) => ({ at, length: Math.hypot(end.x - start.x, end.y - start.y) }))
    .sort((a, b) => a.length - b.length || a.at - b.at);
  for (const { at } of order) {
    const entry = drawn[at];
    if (entry === undefined || entry.near) continue;
    const text = RELATION_WORDS[entry.tie.relation].own.toLowerCase();
    const width = measureText(text, size, 600) + 2 * LABEL_PADDING * px;
    const height = size * 1.2;
    if (width + 0.01 > layout.view.width || height + 0.01 > layout.view.height) continue;
    const others = lines.filter((_, other) => other !== at);
    const candidates = STATIONS.flatMap((station, step) =>
      ASIDE.map((aside) => {
        const middle = beside(entry.curve, station, aside * height);
        const wanted = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
        const box = moveInto(layout.view, wanted);
        const moved = Math.hypot(box.x - wanted.x, box.y - wanted.y) / height;
        return { box, cost: step / 2 + Math.abs(aside) * COSTS.aside + moved * 8 };
      }),
    );
    const best = leastOf(
      candidates,
      ({ box, cost }) => cost + coverCost(layout, box, { labels: taken, lit, lines: others }),
    );
    // a word on top of a number or of a lit name says nothing; the line's dashes and the panel still do
    if (best === undefined || coversAny(layout, best.box, [...taken, ...lit])) continue;
    // among many lines it could be the word of any of them
    if (others.filter((line) => passes(line, best.box)).length > MOST_CROSSED) continue;
    taken.push(best.box);
    const { x, y } = best.box;
    const box = { x: round(x), y: round(y), width: round(width), height: round(height) };
    labels[at] = { text, box: moveInto(layout.view, box), size: round(size) };
  }
  return labels;
}

function passes(line: readonly Point[], box: Box): boolean {
  return line.some(({ x, y }) => boxDistance(box, x, y) === 0);
}

function coversAny(layout: RadarLayout, box: Box, texts: readonly Box[]): boolean {
  return (
    texts.some((text) => boxesTouch(text, box)) ||
    layout.blips.some((blip) => boxDistance(box, blip.x, blip.y) < layout.blipRadius)
  );
}

/** What a label at a place would cover: blips above all, then other labels, names and lines. */
function coverCost(
  layout: RadarLayout,
  box: Box,
  over: { labels: readonly Box[]; lit: readonly Box[]; lines: readonly (readonly Point[])[] },
): number {
  const radius = layout.blipRadius;
  let cost = 0;
  for (const blip of layout.blips) {
    const free = boxDistance(box, blip.x, blip.y) - radius;
    if (free < 0) cost += COSTS.disc * (1 - free / radius);
  }
  for (const label of over.labels) if (boxesTouch(label, box)) cost += COSTS.label;
  for (const name of layout.names.values()) if (boxesTouch(name, box)) cost += COSTS.dimName;
  for (const name of over.lit) if (boxesTouch(name, box)) cost += COSTS.litName.label;
  for (const line of over.lines) if (passes(line, box)) cost += COSTS.line;
  return cost;
}

/** A triangle with its tip where a curve ends. */
function arrowHead(curve: Curve, length: number): string {
  const [, bend, end] = curve;
  const reach = Math.hypot(end.x - bend.x, end.y - bend.y);
  const along = reach > 0 ? { x: (end.x - bend.x) / reach, y: (end.y - bend.y) / reach } : { x: 1, y: 0 };
  const corner = (aside: number): Point => ({
    x: end.x - along.x * length - along.y * aside,
    y: end.y - along.y * length + along.x * aside,
  });
  return `M${pair(end)}L${pair(corner(length * 0.42))}L${pair(corner(-length * 0.42))}z`;
}

/** Heads shrink on a curve that is hardly longer than they are. */
function arrowLength([start, bend, end]: Curve, px: number): number {
  const length = Math.hypot(bend.x - start.x, bend.y - start.y) + Math.hypot(end.x - bend.x, end.y - bend.y);
  return Math.min(ARROW_LENGTH * px, length * 0.6);
}

function pointsOn(curve: Curve): Point[] {
  return Array.from({ length: WAY_STEPS + 1 }, (_, step) => pointOn(curve, step / WAY_STEPS));
}

function pointOn([start, bend, end]: Curve, share: number): Point {
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * start.x + b * bend.x + c * end.x, y: a * start.y + b * bend.y + c * end.y };
}

/** A point so far to the side of a curve, seen along it. */
function beside(curve: Curve, share: number, aside: number): Point {
  const [start, , end] = curve;
  const point = pointOn(curve, share);
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  return {
    x: point.x - ((end.y - start.y) / length) * aside,
    y: point.y + ((end.x - start.x) / length) * aside,
  };
}

function moveInto(view: Box, box: Box): Box {
  const x = Math.min(Math.max(box.x, view.x), view.x + view.width - box.width);
  const y = Math.min(Math.max(box.y, view.y), view.y + view.height - box.height);
  return { ...box, x, y };
}

/** The entry of the least cost; of several the first. */
function leastOf<T>(entries: readonly T[], costOf: (entry: T) => number): T | undefined {
  let best: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const cost = costOf(entry);
    if (cost < least) [best, least] = [entry, cost];
  }
  return best;
}

function pair({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}
