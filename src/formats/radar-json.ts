import { checkRadar } from '../domain/check-radar.ts';
import { completeRadar } from '../domain/complete-radar.ts';
import { IMPLIED_EDITION } from '../domain/editions.ts';
import type { Check, Issue } from '../domain/issue.ts';
import type { Radar, RadarFile, Trend } from '../domain/radar.ts';
import { collectAt, isRecord } from '../domain/radar-values.ts';
import { RadarFileSchema, TrendSchema } from '../domain/schema.ts';
import { parseJson } from './json-text.ts';
import type { ParsedRadar } from './radar-folder.ts';
import { checkSchema } from './schema-issues.ts';

/** Most issues of one file that are told of; a last one counts the rest. */
const MOST_ISSUES = 1000;

/**
 * Reads a radar file, version 1. A file without editions has one, `IMPLIED_EDITION`; a trend's `ring` is its
 * placement in the latest edition.
 *
 * @param file the name that issues carry
 * @param checks what the radar has to pass beside its schema
 * @returns the radar, trends in the order of the file, or null where any issue is an error; of very many issues the
 *   first, with one last that says how many more there are
 */
export function parseRadarJson(
  text: string,
  file: string,
  checks: readonly Check[] = [checkRadar],
): ParsedRadar {
  const { value, issues: syntax, locate } = parseJson(text, file);
  if (value === undefined) return { radar: null, issues: syntax };
  const result = checkSchema(RadarFileSchema, value, file, locate);
  const cross = isRecord(value)
    ? [...checks.flatMap((check) => check(withDefaults(value))), ...checkPlaces(value)]
    : [];
  const issues = [
    ...syntax,
    ...result.issues,
    ...cross.map((issue) => ({ ...issue, file, ...locate(issue.path) })),
  ];
  const valid = !issues.some((issue) => issue.severity === 'error');
  return {
    radar: valid && result.value !== null ? toRadar(result.value) : null,
    issues: keepFirst(issues, file),
  };
}

/** The issues in the order of the text. Of too many, errors come before warnings, so that no error is hidden by them. */
function keepFirst(issues: readonly Issue[], file: string): Issue[] {
  const sorted = [...issues].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  if (sorted.length <= MOST_ISSUES) return sorted;
  const errors = sorted.filter((issue) => issue.severity === 'error');
  const kept = new Set(
    [...errors, ...sorted.filter((issue) => issue.severity !== 'error')].slice(0, MOST_ISSUES),
  );
  const more: Issue = {
    severity: errors.length > MOST_ISSUES ? 'error' : 'warning',
    file,
    path: [],
    message: `there are ${sorted.length - MOST_ISSUES} more like these, which are not listed`,
    cure: 'Correct these first, then read the file again.',
  };
  return [...sorted.filter((issue) => kept.has(issue)), more];
}

/**
 * The canonical text of a radar file: keys in the order of the schema, two spaces of indent, a line break at
 * the end.
 *
 * @throws ZodError for a radar that does not fit its schema
 */
export function formatRadarJson(radar: Radar): string {
  const { editions, sources, trends, ...head } = radar;
  const [only] = editions;
  const implied =
    editions.length === 1 &&
    only?.id === IMPLIED_EDITION.id &&
    only.date === IMPLIED_EDITION.date &&
    only.retrospective === IMPLIED_EDITION.retrospective;
  const file = RadarFileSchema.parse({
    ...head,
    ...(implied ? {} : { editions }),
    ...(sources.length === 0 ? {} : { sources }),
    trends: trends.map((trend) => (implied ? withRing(trend) : trend)),
  });
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** With keys in the order of the schema, also in what the file left out. */
function toRadar(file: RadarFile): Radar {
  const radar = completeRadar(file);
  return { ...radar, trends: radar.trends.map((trend) => TrendSchema.parse(trend)) };
}

/** A placement in the only edition that says nothing else is written as a ring. */
function withRing(trend: Trend): Trend | (Omit<Trend, 'placements'> & { ring: string }) {
  const [place, ...others] = trend.placements;
  if (place === undefined || others.length > 0) return trend;
  const { edition: _edition, ring, ...more } = place;
  if (Object.values(more).some((value) => value !== undefined)) return trend;
  const { placements: _, ...rest } = trend;
  return { ...rest, ring };
}

/** What a radar file leaves out, as far as references to it go. */
function withDefaults(value: Record<string, unknown>): Record<string, unknown> {
  return { editions: [IMPLIED_EDITION], conditions: [], articles: [], sources: [], ...value };
}

function checkPlaces(value: unknown): Issue[] {
  return collectAt(value, ['trends', '*']).flatMap(({ value: trend, path }) => {
    if (!isRecord(trend) || (trend.ring === undefined) !== (trend.placements === undefined)) return [];
    const both = trend.ring !== undefined;
    const message = both ? 'the trend has both ring and placements' : 'ring is missing';
    const cure = both ? 'Keep one of the two.' : 'Add the id of a ring, or placements for several editions.';
    return [{ severity: 'error', file: '', path: both ? [...path, 'ring'] : path, message, cure }];
  });
}
