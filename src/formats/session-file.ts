import { cleanLine } from '../domain/clean-text.ts';
import type { Issue } from '../domain/issue.ts';
import { isRecord, textOf } from '../domain/radar-values.ts';
import type { Json, LogEntry, SessionRecord } from '../domain/workshop/session.ts';
import { formatBase64, parseBase64 } from './base64-text.ts';
import { parseRadarJson } from './radar-json.ts';
import { snapshotName } from './snapshot-name.ts';

/** How the name of a saved workshop ends. */
export const SESSION_FILE_ENDING = '.workshop.json';
/** Longest file of a workshop that is read, in characters; a day's work on 400 trends takes a tenth of it. */
export const SESSION_SIZE_LIMIT = 50_000_000;

const FORMAT = 'trend-radar-workshop';
const VERSION = 1;
const RADAR_KEY = 'meta/radar';
/** Ids are made by chance and serve as names of channels and records, so nothing else is taken for one. */
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Keys that an act could have written, of this version or a later one. */
const KEY = /^(?:meta|trend|proposal)\/[^\p{Cc}]{1,300}$/u;
const MOST_VALUES = 200_000;
const MOST_ENTRIES = 200_000;
/** A value within a record is flat: a list of texts, or a record of counts. The radar is checked by its schema. */
const DEPTH_LIMIT = 8;

/** A workshop as its file holds it. */
export interface SessionFile {
  id: string;
  record: SessionRecord;
  /**
   * The state of the shared document, which copies of one workshop are merged by; null where the file has none that
   * could be read. Nobody has looked into it yet.
   */
  update: Uint8Array | null;
}

/** What a file of a workshop holds, or null and why it could not be read. */
export interface ParsedSession {
  session: (SessionFile & { name: string }) | null;
  issues: Issue[];
}

/** The text of a `*.workshop.json` file: what was decided, for people to read, and the state that copies merge by. */
export function formatSessionFile({ id, record, update }: SessionFile): string {
  const content = {
    format: FORMAT,
    version: VERSION,
    id,
    name: nameOf(record),
    record,
    update: update === null ? null : formatBase64(update),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** What the file of a workshop is called, such as `review_2026-11-21.workshop.json`. @param date YYYY-MM-DD */
export function sessionFileName(name: string, date: string): string {
  const parts = { title: name, edition: null, scope: null, date, reopens: false };
  return snapshotName(parts, '.svg').replace(/\.svg$/, SESSION_FILE_ENDING);
}

/**
 * Reads a file of a workshop that nobody vouches for. The radar in it has to pass its checks; values and entries of
 * the log that no act writes are left out; state that is no base64 is named in a warning, and the readable record
 * stands. Never throws.
 *
 * @param file the name that issues carry
 */
export function parseSessionFile(text: string, file: string): ParsedSession {
  const fail = (message: string, cure: string): ParsedSession => ({
    session: null,
    issues: [{ severity: 'error', file, path: [], message, cure }],
  });
  if (text.length > SESSION_SIZE_LIMIT)
    return fail(
      `the file is longer than ${SESSION_SIZE_LIMIT / 1_000_000} million characters`,
      'Export the workshop again: none is that long.',
    );
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('the file is cut off or changed: it is not JSON', 'Copy or export it again.');
  }
  if (!isRecord(value) || value.format !== FORMAT) return fail('the file is not a workshop', WRONG_FILE);
  if (typeof value.version !== 'number' || value.version < 1)
    return fail('the file does not say its version', 'Export the workshop again.');
  if (value.version > VERSION)
    return fail(
      `the file was saved by a newer radar page (version ${value.version}; this page reads version ${VERSION})`,
      'Open it there, or reload this page to get its latest version.',
    );
  const id = textOf(value.id);
  if (id === undefined || !ID.test(id))
    return fail('the id of the workshop is missing or changed', 'Export the workshop again.');
  const { record, issues } = checkSessionRecord(value.record, file);
  if (record === null) return { session: null, issues };
  const update = typeof value.update === 'string' ? parseBase64(value.update) : null;
  if (update === null && value.update !== null) issues.push(lostUpdate(file));
  return { session: { id, name: nameOf(record), record, update }, issues };
}

/**
 * Holds what claims to be a record of a workshop against what acts write: the radar in it is checked as a radar file
 * is, and what does not belong is left out.
 */
function checkSessionRecord(value: unknown, file: string): { record: SessionRecord | null; issues: Issue[] } {
  const fail = (message: string, cure: string) => ({
    record: null,
    issues: [{ severity: 'error' as const, file, path: ['record'], message, cure }],
  });
  if (!isRecord(value) || !isRecord(value.values) || !Array.isArray(value.log))
    return fail('the record of the workshop is missing', WRONG_FILE);
  const entries = Object.entries(value.values);
  if (entries.length > MOST_VALUES || value.log.length > MOST_ENTRIES)
    return fail('the record holds far more than a workshop can', 'Choose the file that was exported.');
  const radar = value.values[RADAR_KEY];
  if (!isRecord(radar))
    return fail('the radar that the workshop began with is missing', 'Export the workshop again.');
  const issues = checkRadarIn(radar, file);
  if (issues.some((issue) => issue.severity === 'error')) return { record: null, issues };
  const values = entries.filter(
    (entry): entry is [string, Json] => KEY.test(entry[0]) && (entry[0] === RADAR_KEY || isJson(entry[1])),
  );
  return { record: { values: Object.fromEntries(values), log: value.log.flatMap(readLogEntry) }, issues };
}

/** Whether two values are written the same, keys in the same order. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** An entry of a log as acts write it, in a list; an empty list for anything else. */
export function readLogEntry(value: unknown): LogEntry[] {
  if (!isRecord(value)) return [];
  const { id, at, trend, words, undoes } = value;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof words !== 'string') return [];
  const entry = { id, at, trend: typeof trend === 'string' ? trend : null, words };
  return [typeof undoes === 'string' ? { ...entry, undoes } : entry];
}

const WRONG_FILE = `Choose a file that was exported from a workshop, *${SESSION_FILE_ENDING}.`;

/** Positions are left out: they would be those of another text. */
function checkRadarIn(radar: unknown, file: string): Issue[] {
  return parseRadarJson(JSON.stringify(radar), file).issues.map(({ line, column, ...issue }) => ({
    ...issue,
    path: ['record', 'values', RADAR_KEY, ...issue.path],
  }));
}

function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth === DEPTH_LIMIT || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return !Object.hasOwn(value, '__proto__') && Object.values(value).every((held) => isJson(held, depth + 1));
}

function nameOf(record: SessionRecord): string {
  return cleanLine(textOf(record.values['meta/name']) ?? '') || 'Workshop';
}

function lostUpdate(file: string): Issue {
  return {
    severity: 'warning',
    file,
    path: ['update'],
    message: 'the part that copies of the workshop are merged by is missing or damaged',
    cure: 'The workshop opens as a copy of its own. To merge it, export it again.',
  };
}
