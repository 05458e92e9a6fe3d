import type { RadarIndex } from '../radar-index.ts';

/** How a workshop goes through the trends; within a cell of the radar, by their numbers. */
export type QueueOrder = 'quadrants' | 'rings';

/**
 * The ids of trends in the order in which they are talked about: quadrant by quadrant from the inner ring outwards, or
 * the inner ring of all quadrants first.
 *
 * @param numbers of the trends on the picture; trends without one keep their order after the others of their cell
 */
export function orderQueue(
  { quadrants, rings }: Pick<RadarIndex, 'quadrants' | 'rings'>,
  trends: readonly { id: string; quadrant: string; ring: string }[],
  order: QueueOrder,
  numbers: ReadonlyMap<string, number> = new Map(),
): string[] {
  const rank = (entries: readonly { id: string }[]) =>
    new Map(entries.map((entry, at) => [entry.id, at] as const));
  const [quadrantRank, ringRank] = [rank(quadrants), rank(rings)];
  const keyed = trends.map(({ id, quadrant, ring }) => {
    const [inQuadrant, inRing] = [quadrantRank.get(quadrant) ?? 0, ringRank.get(ring) ?? 0];
    const number = numbers.get(id) ?? Number.MAX_SAFE_INTEGER;
    return { id, key: order === 'quadrants' ? [inQuadrant, inRing, number] : [inRing, inQuadrant, number] };
  });
  return keyed
    .sort((a, b) => a.key.reduce((step, value, at) => step || value - (b.key[at] ?? 0), 0))
    .map(({ id }) => id);
}

/** A queue with one entry `step` places further on, as far as there are places. */
export function moveInQueue(queue: readonly string[], id: string, step: number): string[] {
  const from = queue.indexOf(id);
  if (from < 0) return [...queue];
  const to = Math.max(0, Math.min(queue.length - 1, from + step));
  const rest = queue.filter((entry) => entry !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** Minutes of talk that a half day holds, with its breaks. */
const HALF_DAY = 180;

/**
 * How long a workshop is likely to take, such as "46 trends at 5 minutes: about 3 h 50 min; two half days".
 *
 * @param minutes for each trend; 0 for no limit, which leaves the length open
 */
export function lengthWords(trends: number, minutes: number): string {
  const count = trends === 1 ? '1 trend' : `${trends} trends`;
  if (minutes === 0) return `${count}, without a limit of time`;
  const total = Math.round(trends * minutes);
  const [hours, rest] = [Math.floor(total / 60), total % 60];
  const length = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''];
  const halves = Math.ceil(total / HALF_DAY);
  const days = halves < 2 ? '' : `; ${NUMBERS[halves] ?? halves} half days`;
  return `${count} at ${minutes === 1 ? '1 minute' : `${minutes} minutes`}: about ${length.filter(Boolean).join(' ')}${days}`;
}

const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' };
