import { editionBefore } from './editions.ts';
import type { Edition, Placement, Ring } from './radar.ts';

/** How a trend moved since the edition before the one shown. */
export type Movement = 'new' | 'in' | 'out' | 'same';

/**
 * Movement is derived from the placements of two editions, never stored. In a radar's first edition nothing
 * has moved: every trend is `same`.
 *
 * @param edition the id of the edition shown
 * @returns the movement, or null where the trend has no place in that edition
 */
export function movementOf(
  placements: readonly Placement[],
  editions: readonly Edition[],
  rings: readonly Ring[],
  edition: string,
): Movement | null {
  const ringIn = (id: string) => placements.find((placement) => placement.edition === id)?.ring;
  const now = ringIn(edition);
  if (now === undefined) return null;
  const before = editionBefore(editions, edition);
  if (before === null) return 'same';
  const then = ringIn(before.id);
  if (then === undefined) return 'new';
  const rank = (ring: string) => rings.findIndex((entry) => entry.id === ring);
  if (rank(now) === rank(then)) return 'same';
  return rank(now) < rank(then) ? 'in' : 'out';
}
