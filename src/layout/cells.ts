/** Width in radar units of the strip between two quadrants; ring titles stand in it along nine and three o'clock. */
export const STRIP_WIDTH = 14;

/** The part of the radar where one quadrant meets one ring. Angles in radians from twelve o'clock, clockwise. */
export interface Cell {
  quadrant: string;
  ring: string;
  quadrantIndex: number;
  ringIndex: number;
  /** Boundary angles before the inset is taken off; startAngle < endAngle. */
  startAngle: number;
  endAngle: number;
  /** Radii in radar units, 0 to 500; the innermost cells have innerRadius 0. */
  innerRadius: number;
  outerRadius: number;
  /** Distance in radar units by which the two straight edges are moved into the cell, parallel to themselves. */
  inset: number;
}

/** One text for the cell that a quadrant and a ring name, whatever letters their ids have. */
export function cellKey({ quadrant, ring }: { quadrant: string; ring: string }): string {
  return JSON.stringify([quadrant, ring]);
}

/**
 * All cells of a radar, quadrant by quadrant, inner ring first.
 *
 * Quadrant 0 begins at nine o'clock and the others follow clockwise, so that four quadrants stand top left, top right,
 * bottom right, bottom left. A single quadrant goes all the way round and has no strip.
 */
export function divideCells(
  quadrants: readonly string[],
  ringIds: readonly string[],
  ringRadii: readonly number[],
): Cell[] {
  const span = (2 * Math.PI) / Math.max(1, quadrants.length);
  return quadrants.flatMap((quadrant, quadrantIndex) =>
    ringIds.map((ring, ringIndex) => ({
      quadrant,
      ring,
      quadrantIndex,
      ringIndex,
      startAngle: -Math.PI / 2 + quadrantIndex * span,
      endAngle: -Math.PI / 2 + (quadrantIndex + 1) * span,
      innerRadius: ringIndex === 0 ? 0 : (ringRadii[ringIndex - 1] ?? 0),
      outerRadius: ringRadii[ringIndex] ?? 0,
      inset: quadrants.length > 1 ? STRIP_WIDTH / 2 : 0,
    })),
  );
}
