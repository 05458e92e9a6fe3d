import type { Point } from './cell-region.ts';
import { hashText, mixBits } from './hash-text.ts';

/** How much less a blip likes a place that its cell only got with its present size. */
const UNSETTLED = 1.6;

/**
 * A blip's liking for each place, smaller is better: a hash of the id and the place's number, so that it never
 * depends on the other blips.
 */
export function slotScores(id: string, slots: number, settled: number): number[] {
  const seed = hashText(id);
  return Array.from({ length: slots }, (_, slot) => {
    const chance = mixBits(seed ^ Math.imul(slot + 1, 0x9e3779b1));
    return slot < settled ? chance : chance * UNSETTLED;
  });
}

/** Ids in the order in which they choose: by hash, so that no name is favoured, and the same for any input order. */
export function choosingOrder(ids: readonly string[]): string[] {
  const keyed = ids.map((id) => ({ id, key: hashText(id, 0x5bd1e995) }));
  keyed.sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1));
  return keyed.map((entry) => entry.id);
}

/**
 * Gives every blip a place of its own: in hash order, each takes the free place it likes best. A blip more or less
 * disturbs only those whose place it takes or leaves, about one in ten where a third of the places is free.
 */
export function assignSlots(
  ids: readonly string[],
  points: readonly Point[],
  settled: number,
): Map<string, Point> {
  const taken = new Uint8Array(points.length);
  const placed = new Map<string, Point>();
  for (const id of choosingOrder(ids)) {
    const scores = slotScores(id, points.length, settled);
    let best = -1;
    for (const [slot, score] of scores.entries()) {
      if (taken[slot] === 0 && (best < 0 || score < (scores[best] ?? 0))) best = slot;
    }
    const point = points[best];
    if (!point) continue;
    taken[best] = 1;
    placed.set(id, point);
  }
  return placed;
}
