/** Radius of the radar's outer ring, in radar units. Everything in this folder is measured against it. */
export const RADAR_RADIUS = 500;

/** How much wider a ring gets for four times as many blips: less than the square root would say, so none starves. */
const GROWTH = 1.35;
/** Weight of equal areas against equal widths when no ring holds more than another. */
const EQUAL_AREA = 0.75;
/** Counts below a power of this share a step; small steps would move the whole picture for one more trend. */
const STEP = 4;
/** No ring narrower than this, or than this share of an equal part where there are many rings. */
const NARROWEST = 78;
const NARROWEST_SHARE = 0.72;

/**
 * Outer radius of each ring in radar units, inner ring first; the last is always 500.
 *
 * `counts[ring]` is the number of blips in that ring, the largest over all editions, so that sliding through time
 * never rescales the picture. A ring's width lies between an equal share of the radius and an equal share of the
 * area (the inner ring is a disc and needs more radius), times a factor that grows with the count in coarse steps.
 * Results are whole units. No rings give an empty list.
 */
export function divideRings(counts: readonly number[]): number[] {
  const rings = counts.length;
  const wanted = counts.map((count, ring) => {
    const equalRadius = 1 / rings;
    const equalArea = Math.sqrt((ring + 1) / rings) - Math.sqrt(ring / rings);
    return (EQUAL_AREA * equalArea + (1 - EQUAL_AREA) * equalRadius) * GROWTH ** countStep(count);
  });
  const least = Math.min(NARROWEST, (NARROWEST_SHARE * RADAR_RADIUS) / Math.max(1, rings));
  const widths = fillWithFloor(wanted, RADAR_RADIUS, least);
  let radius = 0;
  return widths.map((width, ring) => {
    radius += width;
    return ring === rings - 1 ? RADAR_RADIUS : Math.round(radius);
  });
}

/** 0 for up to three blips, 1 up to fifteen, 2 up to sixty-three and so on. */
function countStep(count: number): number {
  let step = 0;
  for (let bound = STEP; count >= bound; bound *= STEP) step += 1;
  return step;
}

/** Shares `total` in proportion to `wanted`, giving at least `least` to each. */
function fillWithFloor(wanted: readonly number[], total: number, least: number): number[] {
  const floored = new Set<number>();
  for (;;) {
    const free = total - floored.size * least;
    const sum = wanted.reduce((all, share, i) => (floored.has(i) ? all : all + share), 0);
    const widths = wanted.map((share, i) => (floored.has(i) ? least : (share / sum) * free));
    const short = widths.findIndex((width, i) => !floored.has(i) && width < least);
    if (short < 0) return widths;
    floored.add(short);
  }
}
