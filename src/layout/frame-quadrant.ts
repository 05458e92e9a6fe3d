import type { Box } from './box.ts';
import { RADAR_RADIUS } from './divide-rings.ts';
import {
  AWAY,
  type QuadrantCount,
  type QuadrantTitle,
  setTitle,
  sizeTitle,
  titleBox,
} from './place-titles.ts';

/** The part of the circle that a quadrant takes: angles in radians from twelve o'clock, clockwise. */
export interface Sector {
  startAngle: number;
  endAngle: number;
}

/** Room beside the quadrant, and above and below it for ring titles, in px. */
const MARGIN = { x: 16, y: 30 };
/** The quadrant shrinks by this much a step until its title has room, at most to half. */
const SHRINK = 0.97;
const LEAST = 0.5;

/**
 * The view in which one quadrant fills the frame, with its title in the corner it is nearest to. Everything keeps its
 * place in radar units; only the view is nearer.
 *
 * @param at the quadrant's position among `of`
 * @param frame px
 * @param size px of the title's letters
 */
export function frameQuadrant(
  quadrant: QuadrantCount,
  sector: Sector,
  at: number,
  of: number,
  frame: { width: number; height: number },
  size: number,
): { pixelsPerUnit: number; view: Box; quadrantTitles: QuadrantTitle[] } {
  const box = sectorBox(sector);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const title = sizeTitle(quadrant, at, of, size);
  const seat = titleBox(title, frame, title.reach);
  const most = Math.min(
    Math.max(1, frame.width - 2 * MARGIN.x) / box.width,
    Math.max(1, frame.height - 2 * MARGIN.y) / box.height,
  );
  let pixelsPerUnit = most;
  let set = setTitle(title, seat, middle, 1 / pixelsPerUnit);
  while (touchesSector(set.box, sector, AWAY / pixelsPerUnit) && pixelsPerUnit > most * LEAST) {
    pixelsPerUnit *= SHRINK;
    set = setTitle(title, seat, middle, 1 / pixelsPerUnit);
  }
  const [width, height] = [frame.width / pixelsPerUnit, frame.height / pixelsPerUnit];
  return {
    pixelsPerUnit,
    view: { x: middle.x - width / 2, y: middle.y - height / 2, width, height },
    quadrantTitles: [set],
  };
}

/** Whether a box comes nearer than `away` to a sector; boxes are small beside it, so corners and middles tell. */
function touchesSector(box: Box, { startAngle, endAngle }: Sector, away: number): boolean {
  const halves = [0, 0.5, 1];
  return halves.some((across) =>
    halves.some((along) => {
      const [x, y] = [box.x + across * box.width, box.y + along * box.height];
      const rho = Math.hypot(x, y);
      if (rho >= RADAR_RADIUS + away) return false;
      const turn = (Math.atan2(x, -y) - startAngle + 4 * Math.PI) % (2 * Math.PI);
      const spread = away / Math.max(away, rho);
      return turn <= endAngle - startAngle + spread || turn >= 2 * Math.PI - spread;
    }),
  );
}

/** The smallest box around a sector of the circle. */
function sectorBox({ startAngle, endAngle }: Sector): Box {
  const quarter = Math.PI / 2;
  const turns: number[] = [];
  for (let turn = Math.ceil(startAngle / quarter - 1e-9); turn * quarter <= endAngle + 1e-9; turn += 1) {
    turns.push(turn * quarter);
  }
  const points = [startAngle, ...turns, endAngle].map((angle) => ({
    x: Math.sin(angle) * RADAR_RADIUS,
    y: -Math.cos(angle) * RADAR_RADIUS,
  }));
  const xs = [0, ...points.map((point) => point.x)];
  const ys = [0, ...points.map((point) => point.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
