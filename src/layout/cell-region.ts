import type { Cell } from './cells.ts';

/** A point in radar units: centre (0, 0), y downwards. */
export interface Point {
  x: number;
  y: number;
}

/** A cell with its straight edges as lines, so that the inner loops need no trigonometry. */
export interface CellRegion {
  cell: Cell;
  /** Unit normals of the two straight edges, pointing into the cell; null when the cell goes all the way round. */
  edges: readonly { nx: number; ny: number }[];
  innerRadius: number;
  outerRadius: number;
  inset: number;
  /** Angle of the middle line and angular width, radians. */
  middle: number;
  span: number;
}

/**
 * Prepares a cell for the geometry below. Normals are rounded: engines may differ in the last bit of a sine, and
 * everything after this uses only operations that IEEE 754 defines exactly.
 */
export function cellRegion(cell: Cell): CellRegion {
  const span = cell.endAngle - cell.startAngle;
  const whole = span > 2 * Math.PI - 1e-9;
  return {
    cell,
    // Clockwise from twelve o'clock with y down: a direction at angle a is (sin a, -cos a).
    edges: whole
      ? []
      : [
          { nx: roundFine(Math.cos(cell.startAngle)), ny: roundFine(Math.sin(cell.startAngle)) },
          { nx: -roundFine(Math.cos(cell.endAngle)), ny: -roundFine(Math.sin(cell.endAngle)) },
        ],
    innerRadius: cell.innerRadius,
    outerRadius: cell.outerRadius,
    inset: cell.inset,
    middle: (cell.startAngle + cell.endAngle) / 2,
    span,
  };
}

/** Radius of the largest circle around the point that stays inside the cell; negative outside. Radar units. */
export function borderDistance(region: CellRegion, x: number, y: number): number {
  const rho = Math.sqrt(x * x + y * y);
  let distance = region.outerRadius - rho;
  if (region.innerRadius > 0) distance = Math.min(distance, rho - region.innerRadius);
  for (const edge of region.edges) {
    distance = Math.min(distance, x * edge.nx + y * edge.ny - region.inset);
  }
  return distance;
}

/** Moves a point to a near place at least `margin` from every border, as far as the cell is wide enough. */
export function clampToCell(region: CellRegion, point: Point, margin: number): Point {
  let { x, y } = point;
  for (let round = 0; round < 12 && borderDistance(region, x, y) < margin - 1e-6; round += 1) {
    for (const edge of region.edges) {
      const short = region.inset + margin - (x * edge.nx + y * edge.ny);
      if (short > 0) {
        x += edge.nx * short;
        y += edge.ny * short;
      }
    }
    const rho = Math.sqrt(x * x + y * y);
    const inner = region.innerRadius > 0 ? region.innerRadius + margin : 0;
    const wanted = Math.max(inner, Math.min(region.outerRadius - margin, rho));
    if (rho > 1e-9 && wanted !== rho) {
      x *= wanted / rho;
      y *= wanted / rho;
    }
  }
  return { x, y };
}

/** Area in square radar units, after the inset. */
export function cellArea(region: CellRegion): number {
  const { outerRadius: outer, innerRadius: inner, span, inset } = region;
  const strips = region.edges.length * inset * (outer - inner);
  return Math.max(0, (span / 2) * (outer * outer - inner * inner) - strips);
}

/**
 * Points of the cell at least `margin` from its borders, in rows along the arcs about `step` apart both ways, each
 * standing for the same area. Rounded to 0.01 units, for the same reason as the normals.
 */
export function cellGrid(region: CellRegion, margin: number, step: number): Point[] {
  const points: Point[] = [];
  const first = region.innerRadius > 0 ? region.innerRadius + margin : 0;
  const last = region.outerRadius - margin;
  const rows = Math.max(1, Math.round((last - first) / step));
  for (let row = 0; row < rows; row += 1) {
    const rho = first + ((row + 0.5) * (last - first)) / rows;
    const across = Math.max(1, Math.round((region.span * rho) / step));
    for (let i = 0; i < across; i += 1) {
      const angle = region.middle + ((i + 0.5) / across - 0.5) * region.span;
      const x = roundCoarse(Math.sin(angle) * rho);
      const y = roundCoarse(-Math.cos(angle) * rho);
      if (borderDistance(region, x, y) >= margin) points.push({ x, y });
    }
  }
  return points;
}

/** Rounds to 0.01 radar units, the precision of every stored position. */
export function roundCoarse(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

function roundFine(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
