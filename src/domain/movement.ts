import { editionBefore } from './editions.ts';
import type { Edition, Movement, Placement, Ring } from './radar.ts';

/**
 * Movement is derived from the placements of two editions. In a radar's first edition, where nothing can be derived, a
 * trend has the movement that its placement reports, and is `same` where it reports none.
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
  const placeIn = (id: string) => placements.find((placement) => placement.edition === id);
  const now = placeIn(edition);
  if (now === undefined) return null;
  const before = editionBefore(editions, edition);
  if (before === null) return now.moved ?? 'same';
  const then = placeIn(before.id);
  if (then === undefined) return 'new';
  const rank = ({ ring }: Placement) => rings.findIndex((entry) => entry.id === ring);
  if (rank(now) === rank(then)) return 'same';
  return rank(now) < rank(then) ? 'in' : 'out';
}
