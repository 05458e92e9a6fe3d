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
  const xs: number[] = [];
  const ys: number[] = [];
  if (samples.length < count) return [];
  const nearest = new Float64Array(samples.length).fill(Number.POSITIVE_INFINITY);
  // The very first place is the middle sample: any fixed choice would do.
  let next = samples.length >> 1;
  while (xs.length < count) {
    const { x, y } = samples[next] ?? { x: 0, y: 0 };
    xs.push(x);
    ys.push(y);
    next = 0;
    for (const [i, sample] of samples.entries()) {
      const distance = Math.min(nearest[i] ?? 0, squareDistance(sample, x, y));
      nearest[i] = distance;
      if (distance > (nearest[next] ?? 0)) next = i;
    }
  }
  for (let round = 0; round < ROUNDS; round += 1) moveToCentroids(samples, xs, ys);
  return xs.map((x, i) => ({ x: roundCoarse(x), y: roundCoarse(ys[i] ?? 0) }));
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

function moveToCentroids(samples: readonly Point[], xs: number[], ys: number[]): void {
  const sums = new Float64Array(xs.length * 3);
  for (const sample of samples) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let slot = 0; slot < xs.length; slot += 1) {
      const dx = (sample.x - (xs[slot] ?? 0)) / STRETCH;
      const dy = sample.y - (ys[slot] ?? 0);
      const distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        best = slot;
      }
    }
    sums[best * 3] = (sums[best * 3] ?? 0) + sample.x;
    sums[best * 3 + 1] = (sums[best * 3 + 1] ?? 0) + sample.y;
    sums[best * 3 + 2] = (sums[best * 3 + 2] ?? 0) + 1;
  }
  for (let slot = 0; slot < xs.length; slot += 1) {
    const members = sums[slot * 3 + 2] ?? 0;
    if (members === 0) continue;
    xs[slot] = (sums[slot * 3] ?? 0) / members;
    ys[slot] = (sums[slot * 3 + 1] ?? 0) / members;
  }
}

function squareDistance(point: Point, x: number, y: number): number {
  const dx = (point.x - x) / STRETCH;
  const dy = point.y - y;
  return dx * dx + dy * dy;
}
