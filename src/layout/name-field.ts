import { type Box, boxDistance, boxReach } from './box.ts';
import type { Cell } from './cells.ts';
import { MARK_REACH } from './name-metrics.ts';
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

/** What does not move while names are placed. Lengths in radar units. */
export interface NameField {
  blips: readonly NamedBlip[];
  blipRadius: number;
  fontSize: number;
  obstacles: readonly Box[];
  bounds: Box;
  /** Radii of the arcs names should not lie across, the outer ring last. */
  arcs: readonly number[];
  /** Straight boundaries of each quadrant as normals pointing into it. */
  edges: ReadonlyMap<string, readonly { nx: number; ny: number }[]>;
  grid: PointGrid;
}

/** What stands near one blip, the blip itself included. */
export interface Surroundings {
  blips: { x: number; y: number; reach: number; own: boolean }[];
  obstacles: Box[];
  /** A name farther than this from a wrong blip misleads nobody. */
  comfortable: number;
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

/** Everything that a name within `across` and `along` of the blip's rim could meet. */
export function surroundings(field: NameField, blip: NamedBlip, across: number, along: number): Surroundings {
  const comfortable = field.fontSize * 0.75;
  const pad = 2 * field.blipRadius * MARK_REACH + field.fontSize + comfortable;
  const area = {
    x: blip.x - across - pad,
    y: blip.y - along - pad,
    width: 2 * (across + pad),
    height: 2 * (along + pad),
  };
  const blips: Surroundings['blips'] = [];
  field.grid.visitBox(area.x, area.y, area.x + area.width, area.y + area.height, (index) => {
    const other = field.blips[index];
    if (!other || boxDistance(area, other.x, other.y) > 0) return;
    blips.push({ x: other.x, y: other.y, reach: blipReach(field, other), own: other === blip });
  });
  // the nearest forbid most places: asked first, they save asking the others
  blips.sort(
    (a, b) =>
      Math.abs(a.x - blip.x) + Math.abs(a.y - blip.y) - Math.abs(b.x - blip.x) - Math.abs(b.y - blip.y),
  );
  const obstacles = field.obstacles.filter(
    (box) =>
      box.x < area.x + area.width &&
      area.x < box.x + box.width &&
      box.y < area.y + area.height &&
      area.y < box.y + box.height,
  );
  return { blips, obstacles, comfortable };
}

/** A name in another quadrant says the wrong thing: that costs more than a leader line within its own. */
const STRAY = { touch: 0.8, each: 4, most: 20 };

/** Cost of lying across ring arcs, the rim or a quadrant's boundary. */
export function costOfGround(field: NameField, own: NamedBlip, box: Box): number {
  const nearest = boxDistance(box, 0, 0);
  const farthest = boxReach(box, 0, 0);
  const outer = field.arcs.at(-1);
  let cost = 0;
  for (const arc of field.arcs) {
    if (nearest >= arc || farthest <= arc) continue;
    // Touching an arc with a corner hardly shows, a line through the middle does.
    const depth = Math.min(arc - nearest, farthest - arc) / field.fontSize;
    cost += Math.min(1, 0.25 + depth * 0.3) * (arc === outer ? 1.7 : 0.6);
  }
  for (const edge of field.edges.get(own.quadrant) ?? []) {
    const low =
      Math.min(box.x * edge.nx, (box.x + box.width) * edge.nx) +
      Math.min(box.y * edge.ny, (box.y + box.height) * edge.ny);
    if (low < 4) cost += Math.min(STRAY.most, STRAY.touch + ((4 - low) / field.fontSize) * STRAY.each);
  }
  return cost;
}
