import {
  type Box,
  boxDistance,
  boxesTouch,
  boxReach,
  type Line,
  lineCrossesBox,
  lineDistance,
} from './box.ts';
import { breakName, type NameForm } from './break-name.ts';
import { roundCoarse } from './cell-region.ts';
import type { Cell } from './cells.ts';
import { LINE_HEIGHT, MARK_REACH } from './name-metrics.ts';
import { PointGrid } from './point-grid.ts';

/** A blip as names see it: a circle to keep clear of, with its mark when it has one. */
export interface NamedBlip {
  id: string;
  name: string;
  x: number;
  y: number;
  /** Whether a mark for movement is drawn around it, reaching to 1.45 radii. */
  marked: boolean;
  quadrant: string;
}

/** One way to draw a name. `cost` says how much worse it is than the best, 0; about 1 is a visible flaw. */
export interface NameCandidate extends Box {
  lines: string[];
  align: 'start' | 'middle' | 'end';
  leader: Line | null;
  cost: number;
}

/** What does not move while names are placed. Lengths in radar units. */
export interface NameField {
  blips: readonly NamedBlip[];
  blipRadius: number;
  fontSize: number;
  obstacles: readonly Box[];
  bounds: Box;
  /** Radii of the arcs names should not lie across, the outer ring last. */
  arcs: readonly number[];
  /** Straight boundaries between quadrants as inward normals, by quadrant. */
  edges: ReadonlyMap<string, readonly { nx: number; ny: number }[]>;
  grid: PointGrid;
}

/** The blips and boundaries prepared for quick questions. */
export function nameField(
  input: Omit<NameField, 'arcs' | 'edges' | 'grid'>,
  cells: readonly Cell[] | undefined,
): NameField {
  const grid = new PointGrid(60);
  for (const [i, blip] of input.blips.entries()) grid.add(i, blip.x, blip.y);
  const radii = new Set((cells ?? []).map((cell) => cell.outerRadius));
  const edges = new Map<string, { nx: number; ny: number }[]>();
  for (const cell of cells ?? []) {
    if (cell.inset === 0) continue;
    edges.set(cell.quadrant, [
      { nx: Math.cos(cell.startAngle), ny: Math.sin(cell.startAngle) },
      { nx: -Math.cos(cell.endAngle), ny: -Math.sin(cell.endAngle) },
    ]);
  }
  return { ...input, arcs: [...radii].sort((a, b) => a - b), edges, grid };
}

/** Radius around a blip that a name keeps clear of. */
export function blipReach(field: NameField, blip: NamedBlip): number {
  return field.blipRadius * (blip.marked ? MARK_REACH : 1);
}

/** Legal ways to draw a blip's name directly beside it, cheapest first. */
export function closeCandidates(field: NameField, blip: NamedBlip): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const form of breakName(blip.name, field.fontSize)) {
    const formCost = costOfForm(form, blip, field.fontSize);
    for (const place of closePlaces(field, blip, form)) {
      addIfLegal(field, blip, form, { ...place, leader: null, cost: place.cost + formCost }, found);
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** One line reads best while it is short; long names look calmer in two. */
function costOfForm(form: NameForm, blip: NamedBlip, fontSize: number): number {
  const ems = form.width / fontSize;
  const cut =
    form.lines.join('').length < blip.name.length - 2 && form.lines.some((line) => line.endsWith('…'));
  const length = form.lines.length === 1 ? Math.max(0, ems - 7.5) * 0.2 : ems < 3.6 ? 0.3 : 0.12;
  return length + (cut ? 3 : 0);
}

type Place = { x: number; y: number; align: NameCandidate['align']; cost: number };

function closePlaces(field: NameField, blip: NamedBlip, form: NameForm): Place[] {
  const height = form.lines.length * LINE_HEIGHT * field.fontSize;
  const { width } = form;
  const reach = blipReach(field, blip);
  const gap = field.fontSize * 0.28;
  const right = blip.x + reach + gap;
  const left = blip.x - reach - gap - width;
  const middle = blip.y - height / 2;
  const shift = height / 2 - field.fontSize * 0.1;
  const above = blip.y - reach - height - gap * 0.2;
  const below = blip.y + reach + gap * 0.2;
  const centre = blip.x - width / 2;
  const near = reach * 0.72 + gap;
  const slide = Math.min(width / 2 - field.fontSize, reach + field.fontSize);
  const places: Place[] = [
    { x: right, y: middle, align: 'start', cost: 0 },
    { x: left, y: middle, align: 'end', cost: 0.45 },
    { x: right, y: middle - shift * 0.5, align: 'start', cost: 0.5 },
    { x: right, y: middle + shift * 0.5, align: 'start', cost: 0.5 },
    { x: right, y: middle - shift, align: 'start', cost: 0.8 },
    { x: right, y: middle + shift, align: 'start', cost: 0.8 },
    { x: left, y: middle - shift * 0.5, align: 'end', cost: 0.9 },
    { x: left, y: middle + shift * 0.5, align: 'end', cost: 0.9 },
    { x: left, y: middle - shift, align: 'end', cost: 1.2 },
    { x: left, y: middle + shift, align: 'end', cost: 1.2 },
    { x: centre, y: below, align: 'middle', cost: 1 },
    { x: centre, y: above, align: 'middle', cost: 1.1 },
    { x: blip.x + near, y: blip.y + near - field.fontSize * 0.3, align: 'start', cost: 1.3 },
    { x: blip.x + near, y: blip.y - near - height + field.fontSize * 0.3, align: 'start', cost: 1.3 },
    { x: blip.x - near - width, y: blip.y + near - field.fontSize * 0.3, align: 'end', cost: 1.6 },
    { x: blip.x - near - width, y: blip.y - near - height + field.fontSize * 0.3, align: 'end', cost: 1.6 },
  ];
  if (slide > field.fontSize * 0.5) {
    for (const side of [-1, 1]) {
      places.push({ x: centre + side * slide, y: below, align: side > 0 ? 'start' : 'end', cost: 1.5 });
      places.push({ x: centre + side * slide, y: above, align: side > 0 ? 'start' : 'end', cost: 1.6 });
    }
  }
  return places;
}

const DIRECTIONS = 24;
const DISTANCES: readonly number[] = [0.9, 1.5, 2.2, 3, 4];

/** Legal ways to draw a blip's name farther off, tied to it with a line; cheapest first. */
export function farCandidates(field: NameField, blip: NamedBlip): NameCandidate[] {
  const found: NameCandidate[] = [];
  const reach = blipReach(field, blip);
  for (const form of breakName(blip.name, field.fontSize)) {
    const formCost = costOfForm(form, blip, field.fontSize);
    const height = form.lines.length * LINE_HEIGHT * field.fontSize;
    for (let turn = 0; turn < DIRECTIONS; turn += 1) {
      const angle = (turn * 2 * Math.PI) / DIRECTIONS;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      for (const distance of DISTANCES) {
        const far = reach + distance * field.fontSize;
        const [x, y] = [blip.x + dx * far, blip.y + dy * far];
        const line = [blip.x + dx * reach, blip.y + dy * reach, x, y].map(roundCoarse);
        const align = dx > 0.3 ? 'start' : dx < -0.3 ? 'end' : 'middle';
        const gap = field.fontSize * 0.2;
        const place = {
          x: align === 'start' ? x + gap : align === 'end' ? x - form.width - gap : x - form.width / 2,
          y: align === 'middle' ? (dy > 0 ? y : y - height) : y - height / 2,
          align,
          leader: [line[0] ?? 0, line[1] ?? 0, line[2] ?? 0, line[3] ?? 0],
          cost: 4 + distance * 0.6 + formCost,
        } as const;
        addIfLegal(field, blip, form, place, found);
      }
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

function addIfLegal(
  field: NameField,
  blip: NamedBlip,
  form: NameForm,
  place: Place & { leader: Line | null },
  found: NameCandidate[],
): void {
  const box = {
    x: roundCoarse(place.x),
    y: roundCoarse(place.y),
    width: roundCoarse(form.width),
    height: roundCoarse(form.lines.length * LINE_HEIGHT * field.fontSize),
  };
  const { bounds } = field;
  if (box.x < bounds.x || box.x + box.width > bounds.x + bounds.width) return;
  if (box.y < bounds.y || box.y + box.height > bounds.y + bounds.height) return;
  const leader = place.leader;
  for (const obstacle of field.obstacles) {
    if (boxesTouch(box, obstacle, 2, 1) || (leader && lineCrossesBox(leader, obstacle))) return;
  }
  const nearness = nearnessToBlips(field, blip, box, leader);
  if (nearness === null) return;
  const cost = place.cost + nearness + costOfGround(field, blip, box);
  found.push({ ...box, lines: form.lines, align: place.align, leader, cost });
}

/** Null when the name or its line covers a blip; else a cost for standing close to a wrong one. */
function nearnessToBlips(field: NameField, own: NamedBlip, box: Box, leader: Line | null): number | null {
  const comfortable = field.fontSize * 0.75;
  const reachMost = field.blipRadius * MARK_REACH;
  const reach = reachMost + comfortable;
  let legal = true;
  let cost = 0;
  const check = (index: number): void => {
    const blip = field.blips[index];
    if (!blip || !legal) return;
    const away = boxDistance(box, blip.x, blip.y) - blipReach(field, blip);
    if (away < 0.8) legal = false;
    else if (blip !== own && away < comfortable) cost += (1 - away / comfortable) * 1.1;
    if (leader && blip !== own && lineDistance(leader, blip.x, blip.y) < blipReach(field, blip) + 1.5)
      legal = false;
  };
  field.grid.visitBox(
    box.x - reach,
    box.y - reach,
    box.x + box.width + reach,
    box.y + box.height + reach,
    check,
  );
  if (leader && legal) {
    const [x1, y1, x2, y2] = leader;
    const pad = reachMost + 2;
    const [left, right] = [Math.min(x1, x2) - pad, Math.max(x1, x2) + pad];
    const [top, bottom] = [Math.min(y1, y2) - pad, Math.max(y1, y2) + pad];
    field.grid.visitBox(left, top, right, bottom, check);
  }
  return legal ? cost : null;
}

/** Cost of lying across ring arcs, the rim or a quadrant's boundary. */
function costOfGround(field: NameField, own: NamedBlip, box: Box): number {
  const nearest = boxDistance(box, 0, 0);
  const farthest = boxReach(box, 0, 0);
  const outer = field.arcs.at(-1);
  let cost = 0;
  for (const arc of field.arcs) {
    if (nearest >= arc || farthest <= arc) continue;
    // Touching an arc with a corner hardly shows, a line through the middle does.
    const depth = Math.min(arc - nearest, farthest - arc) / field.fontSize;
    cost += Math.min(1, 0.25 + depth * 0.3) * (arc === outer ? 1 : 0.55);
  }
  for (const edge of field.edges.get(own.quadrant) ?? []) {
    const low =
      Math.min(box.x * edge.nx, (box.x + box.width) * edge.nx) +
      Math.min(box.y * edge.ny, (box.y + box.height) * edge.ny);
    if (low < 4) cost += 0.5 + Math.min(1.2, (4 - low) / field.fontSize / 3);
  }
  return cost;
}
