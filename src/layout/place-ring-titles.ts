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
 * @param edge how far from the centre the name of the outermost ring may reach, radar units; without it not beyond its ring
 */
export function placeRingTitles(rings: Rings, quadrants: number, size: number, edge?: number): RingTitle[] {
  const sides = quadrants % 2 === 0 ? [-1, 1] : [-1];
  const measured = measureRings(rings, size);
  return measured.flatMap(({ text, width, inner, outer, middle }, at) => {
    const before = measured[at - 1];
    let x = middle;
    if (width > outer - inner) {
      if (edge === undefined || before === undefined || at < measured.length - 1) return [];
      // alone it would say little of what it stands beside
      if (!measured.some((other) => other.width <= other.outer - other.inner)) return [];
      x = Math.min(inner + width / 2, edge - width / 2);
      // it keeps off the name before it
      if (x - width / 2 < Math.min(inner, before.middle + before.width / 2 + size)) return [];
    }
    return sides.map((side) => ({ text, x: side * x, y: 0, width, size }));
  });
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
