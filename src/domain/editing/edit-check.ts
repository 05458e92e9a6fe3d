import type * as z from 'zod';
import { checkRadar } from '../check-radar.ts';
import { errorAt, type Issue } from '../issue.ts';
import type { Radar, RadarHead, Trend } from '../radar.ts';
import { isRecord } from '../radar-values.ts';
import { RadarHeadSchema, SourceSchema, TrendSchema } from '../schema.ts';

/** Parts of a radar as an act would have them, not yet checked; a part that is not there stays. */
export type Parts = { readonly [K in keyof Radar]?: unknown };

/** A radar after an act, or as it was, with what keeps the act from being done. */
export interface Edited {
  radar: Radar;
  /** Errors only; empty where the act was done. Paths begin at the root of the radar as it would have been. */
  issues: Issue[];
}

/** Parts of the head that can be changed without looking at all trends again: conditions are only added to. */
const ALONE: ReadonlySet<string> = new Set(['title', 'description', 'conditions']);

/**
 * Checks what an act would change, and takes it over where nothing is wrong. Trends and sources that stay the same stay
 * the same objects, and a radar in which nothing changes is given back itself.
 */
export function takeOver(radar: Radar, parts: Parts): Edited {
  const { trends: wantedTrends, sources: wantedSources, ...headParts } = parts;
  const { trends, sources, ...head } = radar;
  const parsedHead = parseHead(head, headParts);
  const parsedTrends = parseList(TrendSchema, trends, 'trends', wantedTrends);
  const parsedSources = parseList(SourceSchema, sources, 'sources', wantedSources);
  const issues = [...parsedHead.issues, ...parsedTrends.issues, ...parsedSources.issues];
  if (parsedHead.value === null || issues.length > 0) return { radar, issues };
  const next: Radar = { ...parsedHead.value, sources: parsedSources.value, trends: parsedTrends.value };
  if (next.trends === trends && next.sources === sources && parsedHead.value === head)
    return { radar, issues: [] };
  const kept = new Set(trends);
  const isAlone = Object.keys(headParts).every((key) => ALONE.has(key));
  const checked = isAlone
    ? next.trends.map((trend) => (kept.has(trend) ? briefOf(trend) : trend))
    : next.trends;
  // A list that is missing would make no reference dangle.
  const errors = checkRadar({ conditions: [], articles: [], ...next, trends: checked }).filter(
    (issue) => issue.severity === 'error',
  );
  return errors.length > 0 ? { radar, issues: errors } : { radar: next, issues: [] };
}

/** What others can be in conflict with, of a trend that is not changed itself: the check of all evidence takes longer. */
function briefOf({ id, name, related }: Trend) {
  return { id, name, ...(related === undefined ? {} : { related }) };
}

function parseHead(head: RadarHead, parts: Parts): { value: RadarHead | null; issues: Issue[] } {
  if (Object.keys(parts).length === 0) return { value: head, issues: [] };
  const result = RadarHeadSchema.safeParse(tidy({ ...head, ...parts }));
  if (!result.success) return { value: null, issues: issuesOf(result.error, []) };
  return { value: isSame(result.data, head) ? head : result.data, issues: [] };
}

function parseList<T extends object>(
  schema: z.ZodType<T>,
  before: T[],
  name: string,
  wanted: unknown,
): { value: T[]; issues: Issue[] } {
  if (!Array.isArray(wanted)) return { value: before, issues: [] };
  const known = new Map<unknown, T>(before.map((item) => [item, item]));
  const issues: Issue[] = [];
  const value = wanted.flatMap((item: unknown, at): T[] => {
    const kept = known.get(item);
    if (kept !== undefined) return [kept];
    const result = schema.safeParse(tidy(item));
    if (!result.success) {
      issues.push(...issuesOf(result.error, [name, at]));
      return [];
    }
    const old = before[at];
    return [old !== undefined && isSame(result.data, old) ? old : result.data];
  });
  const same = value.length === before.length && value.every((item, at) => item === before[at]);
  return { value: same ? before : value, issues };
}

/** Both have their keys in the order of the schema. */
function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The first thing that is wrong at each place, in words for a person at a form. */
function issuesOf(error: z.ZodError, start: Issue['path']): Issue[] {
  const seen = new Set<string>();
  return error.issues.flatMap((found) => {
    const path = [
      ...start,
      ...found.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
      ...(found.code === 'unrecognized_keys' ? found.keys.slice(0, 1) : []),
    ];
    const place = JSON.stringify(path);
    if (seen.has(place)) return [];
    seen.add(place);
    const [message, cure] = sentencesOf(found, String(path.at(-1)));
    return [errorAt(path, message, cure)];
  });
}

function sentencesOf(found: z.core.$ZodIssue, name: string): [string, string] {
  const text = found.message.replace(/^this /, `${name} `);
  // What the schema says of a number that is not whole stands for one that is too small, too.
  const isNumber = 'origin' in found && (found.origin === 'number' || found.origin === 'int');
  const split = isNumber ? -1 : text.lastIndexOf('; ');
  if (split !== -1) return [text.slice(0, split), sentence(text.slice(split + 2))];
  if (found.code === 'too_small') return [`${name} is too small`, `The least is ${String(found.minimum)}.`];
  if (found.code === 'too_big') return [`${name} is too large`, `The most is ${String(found.maximum)}.`];
  if (found.code === 'unrecognized_keys') return [`there is no field ${name}`, 'Leave it out.'];
  return [`${name} does not fit`, 'Correct it.'];
}

/** The schema speaks to those who write files, too: what it says of quotes and keys means nothing at a form. */
function sentence(cure: string): string {
  const plain = cure
    .replace(/ or remove the key$|, in quotes$/, '')
    .replace(/^write it without quotes, such as /, 'write it like ');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
}

/** Texts without white space around them; what is empty then is taken away, and so are lists without an item. */
export function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(tidy).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isRecord(value)) return value === null ? undefined : value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => {
      const kept = tidy(held);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}
