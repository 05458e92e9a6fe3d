import {
  borderDistance,
  type CellRegion,
  cellArea,
  cellGrid,
  type Point,
  roundCoarse,
} from './cell-region.ts';

/** Names run sideways, so slots keep this much more distance across than up and down. */
const STRETCH = 1.25;
/** Rounds of Lloyd's relaxation; the picture no longer changes visibly after about ten. */
const ROUNDS = 10;
/** Sample points for each slot; the cell's centroids are found from these. */
const SAMPLES = 9;
const WIDEST_MARGIN = 34;

/**
 * Evenly spread places in a cell: Lloyd's relaxation (centroids of Voronoi cells) from a farthest-point start, over
 * sample points of equal area. Depends on the cell and the count only. May answer fewer in a very narrow cell.
 */
export function spreadSlots(region: CellRegion, count: number): Point[] {
  const samples = samplePoints(region, count);
  const size = samples.length;
  if (size < count) return [];
  // Plain number arrays: the loops below are most of the work of a whole layout.
  const sampleXs = Float64Array.from(samples, (sample) => sample.x / STRETCH);
  const sampleYs = Float64Array.from(samples, (sample) => sample.y);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  const nearest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  // The very first place is the middle sample: any fixed choice would do.
  let next = size >> 1;
  for (let slot = 0; slot < count; slot += 1) {
    const x = sampleXs[next] as number;
    const y = sampleYs[next] as number;
    xs[slot] = x;
    ys[slot] = y;
    next = 0;
    let farthest = -1;
    for (let i = 0; i < size; i += 1) {
      const dx = (sampleXs[i] as number) - x;
      const dy = (sampleYs[i] as number) - y;
      const distance = Math.min(nearest[i] as number, dx * dx + dy * dy);
      nearest[i] = distance;
      if (distance > farthest) {
        farthest = distance;
        next = i;
      }
    }
  }
  moveToCentroids(sampleXs, sampleYs, xs, ys);
  return Array.from(xs, (x, i) => ({ x: roundCoarse(x * STRETCH), y: roundCoarse(ys[i] as number) }));
}

function samplePoints(region: CellRegion, count: number): Point[] {
  const area = cellArea(region);
  const step = Math.sqrt(area / (count * SAMPLES));
  // Centroids keep away from the border by themselves; a little more keeps circles off it.
  let margin = Math.min(WIDEST_MARGIN, 0.1 * Math.sqrt(area / count));
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const points = cellGrid(region, margin, Math.min(step, 12));
    if (points.length >= count * 4) return points;
    margin *= 0.8;
  }
  return cellGrid(region, margin, step / 2).filter((point) => borderDistance(region, point.x, point.y) > 0);
}

/**
 * Moves each slot to the centroid of the samples nearest to it, {@link ROUNDS} times. A sample looks for its nearest
 * slot again only when the slots have moved far enough that another could be nearer (Hamerly, "Making k-means even
 * faster", 2010): after the first rounds few do.
 */
function moveToCentroids(
  sampleXs: Float64Array,
  sampleYs: Float64Array,
  xs: Float64Array,
  ys: Float64Array,
): void {
  const count = xs.length;
  const size = sampleXs.length;
  const nearest = new Uint16Array(size);
  /** For each sample, how far its slot and any other may have moved in all before another could be nearer. */
  const bounds = new Float64Array(size);
  /** How far each slot has moved in all, and the sum of the farthest moves. */
  const moved = new Float64Array(count);
  let movedMost = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const sumXs = new Float64Array(count);
    const sumYs = new Float64Array(count);
    const members = new Uint32Array(count);
    for (let i = 0; i < size; i += 1) {
      const x = sampleXs[i] as number;
      const y = sampleYs[i] as number;
      let best = nearest[i] as number;
      if (round === 0 || (moved[best] as number) + movedMost >= (bounds[i] as number)) {
        let least = Number.POSITIVE_INFINITY;
        let second = Number.POSITIVE_INFINITY;
        for (let slot = 0; slot < count; slot += 1) {
          const dx = x - (xs[slot] as number);
          const dy = y - (ys[slot] as number);
          const distance = dx * dx + dy * dy;
          if (distance < least) {
            second = least;
            least = distance;
            best = slot;
          } else if (distance < second) second = distance;
        }
        nearest[i] = best;
        bounds[i] = (moved[best] as number) + movedMost + Math.sqrt(second) - Math.sqrt(least);
      }
      sumXs[best] = (sumXs[best] as number) + x;
      sumYs[best] = (sumYs[best] as number) + y;
      members[best] = (members[best] as number) + 1;
    }
    let farthest = 0;
    for (let slot = 0; slot < count; slot += 1) {
      const own = members[slot] as number;
      if (own === 0) continue;
      const x = (sumXs[slot] as number) / own;
      const y = (sumYs[slot] as number) / own;
      const dx = x - (xs[slot] as number);
      const dy = y - (ys[slot] as number);
      // Math.hypot may differ in its last bit from engine to engine, a root of a sum may not.
      const move = Math.sqrt(dx * dx + dy * dy);
      moved[slot] = (moved[slot] as number) + move;
      farthest = Math.max(farthest, move);
      xs[slot] = x;
      ys[slot] = y;
    }
    movedMost += farthest;
  }
}
