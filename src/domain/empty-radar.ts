import { idFrom } from './make-id.ts';
import { nameKey } from './merging/merge-ledger.ts';
import type { Radar } from './radar.ts';
import { QUADRANT_LIMITS, RING_LIMITS } from './schema.ts';

/** What a new radar begins with: names of its quadrants and, innermost first, of its rings. */
export interface RadarPlan {
  title: string;
  quadrants: readonly string[];
  rings: readonly string[];
}

/** What is wrong with a plan and how to mend it, by field; a plan without any can be built. */
export function checkPlan({ title, quadrants, rings }: RadarPlan): Partial<Record<keyof RadarPlan, string>> {
  const faults = {
    title: title.trim() === '' ? 'The title is empty: give the radar a name.' : undefined,
    quadrants: checkNames(quadrants, QUADRANT_LIMITS),
    rings: checkNames(rings, RING_LIMITS),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

function checkNames(
  names: readonly string[],
  { min, max }: { min: number; max: number },
): string | undefined {
  if (names.some((name) => name.trim() === '')) return 'A name is empty: fill it in or remove its line.';
  if (names.length < min || names.length > max)
    return `${names.length === 1 ? 'There is 1 name' : `There are ${names.length} names`}: give ${min} to ${max}, each on a line of its own.`;
  const keys = names.map(nameKey);
  const twice = names.find((_, at) => keys.indexOf(keys[at] ?? '') < at);
  return twice === undefined ? undefined : `“${twice.trim()}” is given twice: name them apart.`;
}

/**
 * A radar to begin with: no trends, one edition of the day.
 *
 * @param plan one that `checkPlan` finds nothing wrong with
 * @param date YYYY, YYYY-MM or YYYY-MM-DD: the day of its edition, which goes by it, too
 */
export function buildEmptyRadar(plan: RadarPlan, date: string): Radar {
  return {
    version: 1,
    title: plan.title.trim(),
    quadrants: nameCells(plan.quadrants, 'quadrant'),
    rings: nameCells(plan.rings, 'ring'),
    editions: [{ id: date, date }],
    sources: [],
    trends: [],
  };
}

function nameCells(names: readonly string[], kind: string): { id: string; name: string }[] {
  const taken = new Set<string>();
  return names.map((given) => {
    const name = given.trim();
    const id = idFrom(name, taken, kind);
    taken.add(id);
    return { id, name };
  });
}
