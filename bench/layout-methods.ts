import {
  borderDistance,
  type CellRegion,
  cellRegion,
  clampToCell,
  type Point,
} from '../src/layout/cell-region.ts';
import { divideCells } from '../src/layout/cells.ts';
import { hashText, mixBits } from '../src/layout/hash-text.ts';
import type { BlipInput, BlipPlace } from '../src/layout/place-blips.ts';

/** A radar without places: what a method of placing blips is given. Lengths in radar units. */
export interface Unplaced {
  quadrants: readonly string[];
  rings: readonly string[];
  ringRadii: readonly number[];
  blips: readonly BlipInput[];
}

/** Where a method's chance comes from: from each blip's id, or from one stream in the order of the list. */
export type Draw = 'by id' | 'one stream';

/** Places blips of a given radius. */
export type Method = (radar: Unplaced, radius: number, draw?: Draw) => BlipPlace[];

/**
 * The methods that other radar tools use. Each cell is placed by itself. Drawn by id they have their best chances: a
 * new trend shifts nobody else's. The tools themselves draw from one stream, or from a new one at each load.
 */
export const METHODS: readonly { name: string; place: Method }[] = [
  { name: 'force simulation', place: cellByCell(simulateForces) },
  { name: 'rejection sampling', place: cellByCell(sampleUntilFree) },
];

type Chance = () => number;

/** Places the blips of one cell, each with its own chance. */
type PlaceCell = (region: CellRegion, chances: readonly Chance[], radius: number) => Point[];

function cellByCell(placeCell: PlaceCell): Method {
  return ({ quadrants, rings, ringRadii, blips }, radius, draw = 'by id') => {
    const stream = chanceFrom(1);
    return divideCells(quadrants, rings, ringRadii).flatMap((cell) => {
      const { quadrant, ring } = cell;
      const ids = blips
        .filter((blip) => blip.quadrant === quadrant && blip.ring === ring)
        .map((blip) => blip.id)
        .sort();
      if (ids.length === 0) return [];
      const chances = ids.map((id) => (draw === 'by id' ? chanceFrom(hashText(id)) : stream));
      return placeCell(cellRegion(cell), chances, radius).flatMap(({ x, y }, at) => {
        const id = ids[at];
        return id === undefined ? [] : [{ id, quadrant, ring, x, y }];
      });
    });
  };
}

const TICKS = 300;
/** Share of the speed kept from tick to tick, and of an overlap that is taken back at once. */
const GLIDE = 0.81;
const STRENGTH = 0.85;
/** Below this speed, in radar units a tick, circles that touch nothing are at rest. */
const REST = 1e-3;

/** Circles push each other away, as d3-force collides them, and are held inside the cell: 300 ticks, or until at rest. */
function simulateForces(region: CellRegion, chances: readonly Chance[], radius: number): Point[] {
  const bodies = chances.map((chance) => ({ ...randomPoint(region, radius, chance), vx: 0, vy: 0 }));
  const sorted = [...bodies];
  const wanted = 2 * radius;
  for (let tick = 0; tick < TICKS; tick += 1) {
    sortByNextX(sorted);
    let touching = false;
    for (const [at, a] of sorted.entries()) {
      for (let next = at + 1; next < sorted.length; next += 1) {
        const b = sorted[next];
        if (!b || b.x + b.vx - a.x - a.vx >= wanted) break;
        const dx = a.x + a.vx - b.x - b.vx || 1e-6;
        const dy = a.y + a.vy - b.y - b.vy;
        const square = dx * dx + dy * dy;
        if (square >= wanted * wanted) continue;
        touching = true;
        const distance = Math.sqrt(square);
        const push = (((wanted - distance) / distance) * STRENGTH) / 2;
        a.vx += dx * push;
        a.vy += dy * push;
        b.vx -= dx * push;
        b.vy -= dy * push;
      }
    }
    let fastest = 0;
    for (const body of bodies) {
      body.vx *= GLIDE;
      body.vy *= GLIDE;
      body.x += body.vx;
      body.y += body.vy;
      fastest = Math.max(fastest, Math.abs(body.vx), Math.abs(body.vy));
      const { x, y } = holdInside(region, body, radius);
      body.x = x;
      body.y = y;
    }
    if (!touching && fastest < REST) break;
  }
  return bodies;
}

/** Insertion sort: from tick to tick hardly anything changes its rank. */
function sortByNextX(bodies: { x: number; vx: number }[]): void {
  for (let at = 1; at < bodies.length; at += 1) {
    const body = bodies[at];
    if (!body) break;
    const x = body.x + body.vx;
    let to = at;
    for (let before = bodies[to - 1]; before && before.x + before.vx > x; before = bodies[to - 1]) {
      bodies[to] = before;
      to -= 1;
    }
    bodies[to] = body;
  }
}

const TRIES = 200;

/** Each blip takes the first random point where it touches no other; after 200 in vain, the last. */
function sampleUntilFree(region: CellRegion, chances: readonly Chance[], radius: number): Point[] {
  const placed: Point[] = [];
  const square = 4 * radius * radius;
  for (const chance of chances) {
    let point = randomPoint(region, radius, chance);
    const isTaken = (other: Point) => (other.x - point.x) ** 2 + (other.y - point.y) ** 2 < square;
    for (let tries = 1; tries < TRIES && placed.some(isTaken); tries += 1)
      point = randomPoint(region, radius, chance);
    placed.push(point);
  }
  return placed;
}

/** A point of the cell, any as likely as any other, moved in where its circle would cross the border. */
function randomPoint(region: CellRegion, radius: number, chance: Chance): Point {
  const { innerRadius: inner, outerRadius: outer, middle, span } = region;
  const rho = Math.sqrt(inner * inner + chance() * (outer * outer - inner * inner));
  const angle = middle + (chance() - 0.5) * span;
  return holdInside(region, { x: Math.sin(angle) * rho, y: -Math.cos(angle) * rho }, radius);
}

/** Moves a point in until its circle crosses no border, as far as the cell is wide enough. */
function holdInside(region: CellRegion, point: Point, radius: number): Point {
  let held = point;
  for (let round = 0; round < 20 && borderDistance(region, held.x, held.y) < radius - 1e-3; round += 1)
    held = clampToCell(region, held, radius);
  return held;
}

/** Numbers from 0 to 1 that follow from a seed. */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mixBits(state) / 2 ** 32;
  };
}
