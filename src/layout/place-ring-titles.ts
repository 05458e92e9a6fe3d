import type { Box } from './box.ts';
import { RADAR_RADIUS } from './divide-rings.ts';
import { measureText } from './measure-text.ts';

/** A ring's name, centred on (x, y); radar units. */
export interface RingTitle {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export function ringTitleBox(title: RingTitle): Box {
  return {
    x: title.x - title.width / 2,
    y: title.y - title.size * 0.62,
    width: title.width,
    height: title.size * 1.24,
  };
}

interface Rings {
  names: readonly string[];
  /** Outer radius of each, inner first. */
  radii: readonly number[];
}

/**
 * Ring names on the horizontal axis: at nine o'clock, and at three where a boundary of quadrants lies there too. A name
 * wider than its ring is left out.
 *
 * @param size radar units
 */
export function placeRingTitles(rings: Rings, quadrants: number, size: number): RingTitle[] {
  const sides = quadrants % 2 === 0 ? [-1, 1] : [-1];
  return measureRings(rings, size).flatMap(({ text, width, inner, outer, middle }) =>
    width > outer - inner ? [] : sides.map((side) => ({ text, x: side * middle, y: 0, width, size })),
  );
}

/**
 * Ring names of a quadrant that stands alone: outside of it, along the straight edge that is nearer to the horizontal.
 *
 * @param sector angles in radians from twelve o'clock, clockwise
 */
export function placeEdgeTitles(
  rings: Rings,
  sector: { startAngle: number; endAngle: number },
  size: number,
): RingTitle[] {
  const { startAngle, endAngle } = sector;
  const atStart = Math.abs(Math.cos(startAngle)) <= Math.abs(Math.cos(endAngle)) + 1e-9;
  const angle = atStart ? startAngle : endAngle;
  const out = atStart ? -1 : 1;
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  // the normal that points away from the quadrant
  const [nx, ny] = [-dy * out, dx * out];
  return measureRings(rings, size).flatMap(({ text, width, inner, outer, middle }) => {
    const along = Math.abs(dx) * width + Math.abs(dy) * size;
    if (along > outer - inner) return [];
    const away = (Math.abs(nx) * width + Math.abs(ny) * size * 1.24) / 2;
    return [{ text, x: dx * middle + nx * away, y: dy * middle + ny * away, width, size }];
  });
}

function measureRings({ names, radii }: Rings, size: number) {
  return names.map((name, at) => {
    const inner = radii[at - 1] ?? 0;
    const outer = radii[at] ?? RADAR_RADIUS;
    const text = name.toUpperCase();
    const width = measureText(text, size, 600) * 1.06;
    // the innermost ring is a disc: its middle lies in the crossing of the boundaries
    const middle = at === 0 ? Math.max(outer * 0.55, width / 2 + 10) : (inner + outer) / 2;
    return { text, width, inner, outer, middle };
  });
}
