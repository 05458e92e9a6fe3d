import { type Box, boxDistance, type Line, lineCrossesBox } from './box.ts';
import { breakName, type NameForm } from './break-name.ts';
import { roundCoarse } from './cell-region.ts';
import {
  blipReach,
  costOfGround,
  type NamedBlip,
  type NameField,
  type Surroundings,
  surroundings,
} from './name-field.ts';
import { LINE_HEIGHT } from './name-metrics.ts';

/** One way to draw a name. `cost` says how much worse it is than the best, 0; about 1 is a visible flaw. */
export interface NameCandidate extends Box {
  lines: string[];
  align: 'start' | 'middle' | 'end';
  leader: Line | null;
  cost: number;
}

/** Legal ways to draw a blip's name directly beside it, cheapest first. */
export function closeCandidates(field: NameField, blip: NamedBlip): NameCandidate[] {
  const forms = breakName(blip.name, field.fontSize);
  const trial = startTrial(field, blip, forms, 0);
  for (const form of forms) {
    const formCost = costOfForm(form, blip, field.fontSize);
    for (const place of closePlaces(field, blip, form)) {
      place.cost += formCost;
      addIfLegal(trial, form, place, null);
    }
  }
  return trial.found.sort((a, b) => a.cost - b.cost);
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
/** Lengths of leader lines in ems. */
const DISTANCES: readonly number[] = [0.8, 1.5, 2.2, 3, 4, 5.2, 7];

/** Legal ways to draw a blip's name farther off, tied to it with a line; cheapest first. */
export function farCandidates(field: NameField, blip: NamedBlip): NameCandidate[] {
  const forms = breakName(blip.name, field.fontSize);
  const reach = blipReach(field, blip);
  const trial = startTrial(field, blip, forms, reach + (DISTANCES.at(-1) ?? 0) * field.fontSize);
  const shapes = forms.map((form) => ({
    form,
    cost: costOfForm(form, blip, field.fontSize),
    height: form.lines.length * LINE_HEIGHT * field.fontSize,
  }));
  const gap = field.fontSize * 0.2;
  for (let turn = 0; turn < DIRECTIONS; turn += 1) {
    const angle = (turn * 2 * Math.PI) / DIRECTIONS;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    const align = dx > 0.3 ? 'start' : dx < -0.3 ? 'end' : 'middle';
    const longest = freeLength(trial, dx, dy);
    for (const distance of DISTANCES) {
      const far = reach + distance * field.fontSize;
      if (far > longest) break;
      const [x, y] = [blip.x + dx * far, blip.y + dy * far];
      const leader: Line = [
        roundCoarse(blip.x + dx * reach),
        roundCoarse(blip.y + dy * reach),
        roundCoarse(x),
        roundCoarse(y),
      ];
      // what stops this line stops every longer one
      if (trial.near.obstacles.some((obstacle) => lineCrossesBox(leader, obstacle))) break;
      for (const { form, cost, height } of shapes) {
        const place: Place = {
          x: align === 'start' ? x + gap : align === 'end' ? x - form.width - gap : x - form.width / 2,
          y: align === 'middle' ? (dy > 0 ? y : y - height) : y - height / 2,
          align,
          cost: 4 + distance * 0.6 + cost,
        };
        addIfLegal(trial, form, place, leader);
      }
    }
  }
  return trial.found.sort((a, b) => a.cost - b.cost);
}

function startTrial(field: NameField, blip: NamedBlip, forms: readonly NameForm[], beyond: number): Trial {
  const width = Math.max(0, ...forms.map((form) => form.width));
  const height = Math.max(0, ...forms.map((form) => form.lines.length)) * LINE_HEIGHT * field.fontSize;
  return { field, blip, near: surroundings(field, blip, width + beyond, height + beyond), found: [] };
}

/** A blip whose names are being tried, with all that is near it. */
interface Trial {
  field: NameField;
  blip: NamedBlip;
  near: Surroundings;
  found: NameCandidate[];
}

/** The leader line, if any, must have been found free. */
function addIfLegal(trial: Trial, form: NameForm, place: Place, leader: Line | null): void {
  const { field, blip, near } = trial;
  const { bounds } = field;
  const { x, y, align } = place;
  const { width } = form;
  const height = form.lines.length * LINE_HEIGHT * field.fontSize;
  if (x < bounds.x || x + width > bounds.x + bounds.width) return;
  if (y < bounds.y || y + height > bounds.y + bounds.height) return;
  const box = { x, y, width, height };
  let cost = place.cost;
  for (const other of near.blips) {
    const away = boxDistance(box, other.x, other.y) - other.reach;
    if (away < TOUCH) return;
    if (other.own || away >= near.comfortable) continue;
    // A name beside a wrong blip misleads.
    cost += (1 - away / near.comfortable) * 1.1;
  }
  for (const obstacle of near.obstacles) {
    if (boxDistanceToBox(box, obstacle) < 1.5) return;
  }
  cost += costOfGround(field, blip, box);
  trial.found.push({
    x: roundCoarse(x),
    y: roundCoarse(y),
    width: roundCoarse(width),
    height: roundCoarse(height),
    lines: form.lines,
    align,
    leader,
    cost,
  });
}

/** Names keep this far from every blip, radar units. */
const TOUCH = 0.8;
/** Leader lines keep this far from every other blip, radar units. */
const LEADER_TOUCH = 1.5;

/** How far a line from the blip's centre in direction (dx, dy) goes before it comes too near to another blip. */
function freeLength({ blip, near }: Trial, dx: number, dy: number): number {
  let longest = Number.POSITIVE_INFINITY;
  for (const other of near.blips) {
    const [x, y] = [other.x - blip.x, other.y - blip.y];
    const ahead = x * dx + y * dy;
    const aside = x * dy - y * dx;
    const clear = other.reach + LEADER_TOUCH;
    if (other.own || ahead <= 0 || Math.abs(aside) >= clear) continue;
    longest = Math.min(longest, ahead - Math.sqrt(clear * clear - aside * aside));
  }
  return longest;
}

function boxDistanceToBox(a: Box, b: Box): number {
  return Math.max(a.x - b.x - b.width, b.x - a.x - a.width, a.y - b.y - b.height, b.y - a.y - a.height);
}
