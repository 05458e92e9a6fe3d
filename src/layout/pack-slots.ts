import { borderDistance, type CellRegion, type Point, roundCoarse } from './cell-region.ts';

/** Positions are rounded to 0.01, so circles are packed this much larger than they need to be. */
const ROUNDING = 0.02;
const TURNS = 6;
const SHIFTS = 4;

/**
 * Places for circles of radius `radius` packed tightly into a cell: whichever holds more of rows along the arcs and
 * hexagonal lattices at 6 turns and 16 shifts. Stops at the first that holds `enough`. May answer fewer.
 */
export function packSlots(region: CellRegion, radius: number, enough: number): Point[] {
  const best = arcRows(region, radius + ROUNDING);
  let most = best.length;
  let densest: Lattice | null = null;
  for (let turn = 0; turn < TURNS && most < enough; turn += 1) {
    // A hexagonal lattice repeats after 60 degrees.
    const angle = region.middle + (turn * Math.PI) / (3 * TURNS);
    for (let shift = 0; shift < SHIFTS * SHIFTS && most < enough; shift += 1) {
      const lattice = {
        radius: radius + ROUNDING,
        ux: Math.sin(angle),
        uy: -Math.cos(angle),
        across: (shift % SHIFTS) / SHIFTS,
        along: Math.floor(shift / SHIFTS) / SHIFTS,
      };
      let count = 0;
      visitRows(region, lattice, (_u, _start, columns) => {
        count += columns;
      });
      if (count <= most) continue;
      most = count;
      densest = lattice;
    }
  }
  return densest ? hexagons(region, densest) : best;
}

function arcRows(region: CellRegion, radius: number): Point[] {
  const points: Point[] = [];
  const edge = region.edges.length > 0 ? region.inset + radius : 0;
  const tip = region.edges.length > 0 && region.span < Math.PI ? edge / Math.sin(region.span / 2) : edge;
  const first = Math.max(region.innerRadius > 0 ? region.innerRadius + radius : 0, tip);
  const last = region.outerRadius - radius;
  if (last < first) return points;
  const rows = Math.floor((last - first) / (2 * radius) + 1e-9) + 1;
  const spacing = rows > 1 ? (last - first) / (rows - 1) : 0;
  for (let row = 0; row < rows; row += 1) {
    // Counted from outside: outer rows are longer, and a lone row belongs there.
    const rho = rows === 1 ? (region.edges.length > 0 ? last : (first + last) / 2) : last - row * spacing;
    if (rho < radius) {
      if (borderDistance(region, 0, 0) >= radius) points.push({ x: 0, y: 0 });
      continue;
    }
    const between = 2 * Math.asin(Math.min(1, radius / rho));
    const room = region.edges.length > 0 ? region.span - 2 * Math.asin(Math.min(1, edge / rho)) : 2 * Math.PI;
    const gaps = region.edges.length > 0 ? Math.floor(room / between + 1e-9) : Math.floor(room / between) - 1;
    const step = gaps > 0 ? room / (region.edges.length > 0 ? gaps : gaps + 1) : 0;
    for (let i = 0; i <= gaps; i += 1) {
      const angle = region.middle - room / 2 + (gaps > 0 ? i * step : room / 2);
      points.push({ x: roundCoarse(Math.sin(angle) * rho), y: roundCoarse(-Math.cos(angle) * rho) });
    }
  }
  return points.filter((point) => borderDistance(region, point.x, point.y) >= radius - ROUNDING);
}

/** A hexagonal lattice for circles of `radius`, its rows along (-uy, ux), shifted by shares of its distances. */
interface Lattice {
  radius: number;
  ux: number;
  uy: number;
  across: number;
  along: number;
}

function hexagons(region: CellRegion, lattice: Lattice): Point[] {
  const { radius, ux, uy } = lattice;
  const points: Point[] = [];
  visitRows(region, lattice, (u, start, columns) => {
    for (let column = 0; column < columns; column += 1) {
      const v = start + column * 2 * radius;
      points.push({ x: roundCoarse(ux * u - uy * v), y: roundCoarse(uy * u + ux * v) });
    }
  });
  return points;
}

/**
 * Calls `visit` for every stretch of a lattice's rows that lies in the cell: its distance `u` from the centre, where
 * its first circle stands along the row, and how many stand there, one every two radii. Within a row each border of
 * the cell allows an interval, so no circle needs to be asked by itself.
 */
function visitRows(
  region: CellRegion,
  { radius, ux, uy, across, along }: Lattice,
  visit: (u: number, start: number, columns: number) => void,
): void {
  const outer = region.outerRadius - radius;
  const inner = region.innerRadius > 0 ? region.innerRadius + radius : 0;
  const rowHeight = radius * Math.sqrt(3);
  const lastRow = Math.floor(outer / rowHeight);
  for (let row = Math.ceil(-outer / rowHeight); row <= lastRow; row += 1) {
    const u = (row + along) * rowHeight;
    if (Math.abs(u) > outer) continue;
    let high = Math.sqrt(outer * outer - u * u);
    let low = -high;
    for (const { nx, ny } of region.edges) {
      const least = region.inset + radius - u * (nx * ux + ny * uy);
      const slope = ny * ux - nx * uy;
      if (Math.abs(slope) < 1e-9) {
        if (least > 0) high = Number.NEGATIVE_INFINITY;
      } else if (slope > 0) low = Math.max(low, least / slope);
      else high = Math.min(high, least / slope);
    }
    const offset = (row % 2 === 0 ? across : across + 0.5) * 2 * radius;
    const stretch = (from: number, to: number): void => {
      const first = Math.ceil((from - offset) / (2 * radius));
      const columns = Math.floor((to - offset) / (2 * radius)) - first + 1;
      if (columns > 0) visit(u, first * 2 * radius + offset, columns);
    };
    const hole = Math.abs(u) < inner ? Math.sqrt(inner * inner - u * u) : 0;
    if (hole === 0) stretch(low, high);
    else {
      stretch(low, Math.min(high, -hole));
      stretch(Math.max(low, hole), high);
    }
  }
}
