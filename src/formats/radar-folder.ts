import type * as z from 'zod';
import { checkRadar } from '../domain/check-radar.ts';
import type { Check, Issue } from '../domain/issue.ts';
import type { Radar } from '../domain/radar.ts';
import { isRecord } from '../domain/radar-values.ts';
import { RadarHeadSchema, SourcesSchema, TrendSchema } from '../domain/schema.ts';
import type { Locate } from './parsed-text.ts';
import { checkSchema, type SchemaResult } from './schema-issues.ts';
import { formatYaml, parseYaml } from './yaml-text.ts';

/** A radar read from its texts: null where any issue is an error. */
export interface ParsedRadar {
  radar: Radar | null;
  issues: Issue[];
}

const HEAD_FILE = 'radar.yaml';
const SOURCES_FILE = 'sources.yaml';
const TREND_FILE = /^trends\/([^/]+)\.yaml$/;

/** One file as far as it could be read, and the place of its value in the whole radar. */
interface ReadFile {
  file: string;
  value: unknown;
  locate: Locate;
  issues: Issue[];
}

/**
 * Reads a radar from the files of its folder: `radar.yaml`, `sources.yaml` and `trends/<id>.yaml`.
 *
 * @param files text by path, relative to the folder, with `/` between folders
 * @param checks what the radar has to pass beside its schemas
 * @returns the radar, trends in the order of their ids, and every issue of every file
 */
export function parseRadarFolder(
  files: ReadonlyMap<string, string>,
  checks: readonly Check[] = [checkRadar],
): ParsedRadar {
  const head = readFile(files, HEAD_FILE, RadarHeadSchema);
  const sources = readFile(files, SOURCES_FILE, SourcesSchema);
  const trends = [...files.keys()]
    .filter((file) => TREND_FILE.test(file))
    // Not by whole paths: there "a-b.yaml" stands before "a.yaml".
    .sort((a, b) => (idIn(a) < idIn(b) ? -1 : 1))
    .map((file) => readTrend(files, file));
  const parts = [head, sources, ...trends];
  const issues = [
    ...parts.flatMap((part) => part.issues),
    ...unexpectedFiles(files),
    ...crossChecks(head, sources, trends, checks),
  ].sort(byPlace);
  if (issues.some((issue) => issue.severity === 'error')) return { radar: null, issues };
  if (head.result.value === null || sources.result.value === null) return { radar: null, issues };
  const read = trends.flatMap((trend) => trend.result.value ?? []);
  return { radar: { ...head.result.value, sources: sources.result.value, trends: read }, issues };
}

/**
 * The canonical files of a radar: keys in the order of the schema, sources in the order of their ids.
 *
 * @returns text by path, as `parseRadarFolder` takes it
 * @throws ZodError for a radar that does not fit its schema
 */
export function formatRadarFolder(radar: Radar): Map<string, string> {
  const { sources, trends, ...head } = radar;
  const sorted = [...sources].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map([
    [HEAD_FILE, formatYaml(RadarHeadSchema.parse(head), 'schema/radar.schema.json')],
    [SOURCES_FILE, formatYaml(SourcesSchema.parse(sorted), 'schema/sources.schema.json')],
    ...[...trends]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((trend): [string, string] => [
        `trends/${trend.id}.yaml`,
        formatYaml(TrendSchema.parse(trend), '../schema/trend.schema.json'),
      ]),
  ]);
}

/** The id that the name of a trend's file stands for. */
function idIn(file: string): string {
  return TREND_FILE.exec(file)?.[1] ?? '';
}

function readFile<T extends z.ZodType>(
  files: ReadonlyMap<string, string>,
  file: string,
  schema: T,
): ReadFile & { result: SchemaResult<z.output<T>> } {
  const text = files.get(file);
  if (text === undefined) {
    const issue = fileIssue(file, 'the file is missing', 'Create it; data/README.md shows its form.');
    return {
      file,
      value: undefined,
      locate: () => undefined,
      issues: [issue],
      result: { value: null, issues: [] },
    };
  }
  const { value, issues, locate } = parseYaml(text, file);
  const unreadable = issues.some((issue) => issue.severity === 'error');
  const result = unreadable ? { value: null, issues: [] } : checkSchema(schema, value, file, locate);
  return { file, value, locate, issues: [...issues, ...result.issues], result };
}

function readTrend(files: ReadonlyMap<string, string>, file: string) {
  const read = readFile(files, file, TrendSchema);
  const expected = idIn(file);
  const id = isRecord(read.value) ? read.value.id : undefined;
  if (typeof id !== 'string' || id === expected) return read;
  const issue: Issue = {
    ...fileIssue(
      file,
      `the id "${id}" is not the name of the file`,
      `Rename the file to ${id}.yaml, or the id.`,
    ),
    path: ['id'],
    ...read.locate(['id']),
  };
  return { ...read, issues: [...read.issues, issue] };
}

/** Checks across files. A trend whose file cannot be read still counts under the name of its file. */
function crossChecks(
  head: ReadFile,
  sources: ReadFile,
  trends: readonly ReadFile[],
  checks: readonly Check[],
): Issue[] {
  const known = trends.map(({ file, value }) => (isRecord(value) ? value : { id: idIn(file) }));
  const radar = {
    ...(isRecord(head.value) ? withLists(head.value) : {}),
    ...(sources.value === undefined ? {} : { sources: sources.value }),
    trends: known,
  };
  const found = checks.flatMap((check) => check(radar));
  return found.map((issue) => {
    const [list, index] = issue.path;
    const trend = list === 'trends' ? trends[Number(index)] : undefined;
    const part = trend ?? (list === 'sources' ? sources : head);
    const path =
      trend === undefined ? (list === 'sources' ? issue.path.slice(1) : issue.path) : issue.path.slice(2);
    return { ...issue, file: part.file, path, ...part.locate(path) };
  });
}

/** A head that was read but leaves out an optional list has none of its items, so references to it dangle. */
function withLists(head: Record<string, unknown>): Record<string, unknown> {
  return { conditions: [], articles: [], ...head };
}

function unexpectedFiles(files: ReadonlyMap<string, string>): Issue[] {
  return [...files.keys()]
    .filter((file) => file !== HEAD_FILE && file !== SOURCES_FILE && !TREND_FILE.test(file))
    .map((file) =>
      fileIssue(
        file,
        'this file is not read',
        'A trend is trends/<id>.yaml; rename, move or remove the file.',
      ),
    );
}

function fileIssue(file: string, message: string, cure: string): Issue {
  return { severity: 'error', file, path: [], message, cure };
}

function byPlace(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
