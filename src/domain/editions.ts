import type { Edition } from './radar.ts';

/**
 * The edition of a radar file that names none. Its date says nothing about the radar, so it is never shown; it is
 * a constant, so that the same file always gives the same radar.
 */
export const IMPLIED_EDITION: Edition = { id: 'current', date: '2000' };

/** The edition that is shown unless another is asked for: the one with the latest date. */
export function latestEdition(editions: readonly Edition[]): Edition {
  const [first, ...rest] = editions;
  if (first === undefined) throw new RangeError('a radar has at least one edition');
  return rest.reduce((latest, edition) => (edition.date > latest.date ? edition : latest), first);
}

/** The editions before another by date, earliest first; none for an edition that the radar has not. */
export function editionsBefore(editions: readonly Edition[], edition: string): Edition[] {
  const limit = editions.find((entry) => entry.id === edition)?.date;
  if (limit === undefined) return [];
  return editions.filter((entry) => entry.date < limit).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The edition just before another, or null for a radar's first one. */
export function editionBefore(editions: readonly Edition[], edition: string): Edition | null {
  return editionsBefore(editions, edition).at(-1) ?? null;
}

/** What is said on screen of a retrospective edition. */
export const RETROSPECTIVE_RULE =
  'A retrospective edition was made after its date: each trend is placed, and its evidence judged, by what was public by then.';

/** The name of an edition; one that was made after its date never stands without saying so. */
export function editionWords(edition: Edition): string {
  return edition.retrospective ? `${edition.id} (retrospective)` : edition.id;
}

/** Whether a date of the data lies on or before another; a coarser date covers all the days in it. */
export function isBy(date: string, limit: string): boolean {
  return date.slice(0, limit.length) <= limit;
}
