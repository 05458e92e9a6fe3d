import { cleanLine } from '../clean-text.ts';
import { HUES, huesOf } from '../hues.ts';
import type { Hue, Quadrant, Radar } from '../radar.ts';

/** What a person sets of a radar's head, whatever its trends. Ids that the radar has not are passed over. */
export interface Arrangement {
  /** Null for the radar's own. */
  title: string | null;
  /** Ids in their order; those that are not named follow in the radar's own order. */
  quadrants: readonly string[];
  /** Ids from the innermost outwards; those that are not named follow in the radar's own order. */
  rings: readonly string[];
  /** Names by `quadrant:<id>` and `ring:<id>`. */
  names: Readonly<Record<string, string>>;
  /** Hues by id of the quadrant. */
  hues: Readonly<Record<string, Hue>>;
}

export const NO_ARRANGEMENT: Arrangement = { title: null, quadrants: [], rings: [], names: {}, hues: {} };

/** The radar with another title, and other names, orders and hues. An empty title or name leaves the one that is there. */
export function arrangeRadar(radar: Radar, arrangement: Arrangement): Radar {
  const { title, names, hues } = arrangement;
  const name = <T extends { id: string; name: string }>(kind: string, entry: T): T => ({
    ...entry,
    name: cleanLine(ownOf(names, `${kind}:${entry.id}`) ?? '') || entry.name,
  });
  const quadrants = sortByIds(radar.quadrants, arrangement.quadrants).map((quadrant) => {
    const hue = ownOf(hues, quadrant.id);
    return name('quadrant', hue === undefined ? quadrant : { ...quadrant, hue });
  });
  const rings = sortByIds(radar.rings, arrangement.rings).map((ring) => name('ring', ring));
  return { ...radar, title: cleanLine(title ?? '') || radar.title, quadrants, rings };
}

/** The hue that each quadrant is drawn in, in their order, as the picture shows it. */
export function shownHues(quadrants: readonly Quadrant[]): Hue[] {
  return huesOf(quadrants).map((hue) => HUES[hue] ?? HUES[0]);
}

/** The hue that the quadrant at a position is drawn in; `shownHues` tells all at once. */
export function hueAt(quadrants: readonly Quadrant[], position: number): Hue {
  return shownHues(quadrants)[position] ?? HUES[0];
}

/**
 * Hues of all quadrants once one has another: who has that hue gets the former one of the quadrant, so that no two are
 * alike.
 */
export function changeHue(quadrants: readonly Quadrant[], id: string, hue: Hue): Record<string, Hue> {
  const hues = shownHues(quadrants);
  const former = hues[quadrants.findIndex((quadrant) => quadrant.id === id)] ?? hue;
  return Object.fromEntries(
    quadrants.map((quadrant, at) => {
      const own = hues[at] ?? HUES[0];
      return [quadrant.id, quadrant.id === id ? hue : own === hue ? former : own];
    }),
  );
}

function ownOf<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function sortByIds<T extends { id: string }>(entries: readonly T[], ids: readonly string[]): T[] {
  const place = new Map(ids.map((id, at) => [id, at]));
  const rank = (entry: T) => place.get(entry.id) ?? ids.length;
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
