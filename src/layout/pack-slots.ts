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
  let best = arcRows(region, radius + ROUNDING);
  for (let turn = 0; turn < TURNS && best.length < enough; turn += 1) {
    // A hexagonal lattice repeats after 60 degrees.
    const angle = region.middle + (turn * Math.PI) / (3 * TURNS);
    for (let shift = 0; shift < SHIFTS * SHIFTS && best.length < enough; shift += 1) {
      const across = (shift % SHIFTS) / SHIFTS;
      const along = Math.floor(shift / SHIFTS) / SHIFTS;
      const points = hexagons(region, radius + ROUNDING, angle, across, along);
      if (points.length > best.length) best = points;
    }
  }
  return best;
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

function hexagons(region: CellRegion, radius: number, angle: number, across: number, along: number): Point[] {
  const points: Point[] = [];
  const outer = region.outerRadius - radius;
  // Lattice in a frame turned to the cell's middle line; u runs outward, v across. Only the box that holds the
  // cell is walked.
  const [ux, uy] = [Math.sin(angle), -Math.cos(angle)];
  const rowHeight = radius * Math.sqrt(3);
  const firstRow = Math.ceil(-outer / rowHeight);
  const lastRow = Math.floor(outer / rowHeight);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const u = (row + along) * rowHeight;
    const half = Math.sqrt(Math.max(0, outer * outer - u * u));
    const offset = (row % 2 === 0 ? across : across + 0.5) * 2 * radius;
    const first = Math.ceil((-half - offset) / (2 * radius));
    const last = Math.floor((half - offset) / (2 * radius));
    for (let column = first; column <= last; column += 1) {
      const v = column * 2 * radius + offset;
      const x = ux * u - uy * v;
      const y = uy * u + ux * v;
      if (borderDistance(region, x, y) >= radius) points.push({ x: roundCoarse(x), y: roundCoarse(y) });
    }
  }
  return points;
}
