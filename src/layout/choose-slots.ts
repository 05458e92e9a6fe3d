import { type CellRegion, cellArea, type Point } from './cell-region.ts';
import { hashText, mixBits } from './hash-text.ts';

/** Names run sideways, so blips wish for more distance across than up and down: the ratio of the two. */
const STRETCH = 1.35;
/** Share of the cell that circles of half the wished distance cover when a size class is full. */
const COVER = 0.25;
/** In cells with few blips these wish for more distance than the places have; none beyond the last class. */
const CLASSES: readonly number[] = [3, 6, 12];

/** Ids in the order in which they choose: by hash, so that no name is favoured, and the same for any input order. */
export function chooseOrder(ids: readonly string[]): string[] {
  const keyed = ids.map((id) => ({ id, key: hashText(id, 0x5bd1e995) }));
  keyed.sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1));
  return keyed.map((entry) => entry.id);
}

/**
 * Gives each id a place of its own among `slots`: in hash order, each takes the free place it likes best, by a hash
 * of its id and the place's number, that is comfortably far from those already taken. One blip more or less disturbs
 * only those whose place it takes or leaves. `placed` may hold blips already, anywhere; `least` is the radius each
 * must have to itself. Answers the ids that found nothing; the others are added to `placed`.
 */
export function chooseSlots(
  region: CellRegion,
  slots: readonly Point[],
  placed: Map<string, Point>,
  ids: readonly string[],
  least: number,
): string[] {
  const comfort = comfortRadius(region, placed.size + ids.length);
  const taken = new Uint8Array(slots.length);
  for (const [i, slot] of slots.entries()) if (!isFree(placed, slot, least)) taken[i] = 1;
  return chooseOrder(ids).filter((id) => {
    const slot = likedSlot(slots, taken, placed, id, comfort);
    const point = slots[slot];
    if (!point) return true;
    taken[slot] = 1;
    placed.set(id, { x: point.x, y: point.y });
    return false;
  });
}

function likedSlot(
  slots: readonly Point[],
  taken: Uint8Array,
  placed: ReadonlyMap<string, Point>,
  id: string,
  comfort: number,
): number {
  const hash = hashText(id);
  let liked = -1;
  let liking = -1;
  let second = -1;
  let secondLiking = -1;
  for (const [i, slot] of slots.entries()) {
    if (taken[i] !== 0) continue;
    const score = mixBits(hash ^ Math.imul(i + 1, 0x9e3779b1));
    if (score > secondLiking) {
      secondLiking = score;
      second = i;
    }
    if (score > liking && isComfortable(placed, slot, comfort)) {
      liking = score;
      liked = i;
    }
  }
  return liked >= 0 ? liked : second;
}

/** Half the distance blips of a thinly filled cell wish to keep, radar units; 0 where the places are enough. */
function comfortRadius(region: CellRegion, count: number): number {
  const full = CLASSES.find((size) => count <= size);
  return full === undefined ? 0 : Math.sqrt((COVER * cellArea(region)) / (Math.PI * full));
}

function isComfortable(placed: ReadonlyMap<string, Point>, slot: Point, comfort: number): boolean {
  if (comfort === 0) return true;
  const wanted = 4 * comfort * comfort;
  for (const point of placed.values()) {
    const dx = point.x - slot.x;
    const dy = point.y - slot.y;
    if ((dx * dx) / STRETCH + dy * dy * STRETCH < wanted) return false;
  }
  return true;
}

function isFree(placed: ReadonlyMap<string, Point>, slot: Point, least: number): boolean {
  for (const point of placed.values()) {
    const dx = point.x - slot.x;
    const dy = point.y - slot.y;
    if (dx * dx + dy * dy < 4 * least * least) return false;
  }
  return true;
}
