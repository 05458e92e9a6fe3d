import { hashText, mixBits } from './hash-text.ts';

/** Ids in the order in which they choose: by hash, so that no name is favoured, and the same for any input order. */
export function chooseOrder(ids: readonly string[]): string[] {
  const keyed = ids.map((id) => ({ id, key: hashText(id, 0x5bd1e995) }));
  keyed.sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1));
  return keyed.map((entry) => entry.id);
}

/** The `turn`-th wish of a blip: an index below `count`, by a hash of its id alone. */
export function wishIndex(hash: number, turn: number, count: number): number {
  return mixBits(hash ^ Math.imul(turn + 1, 0x9e3779b1)) % count;
}
