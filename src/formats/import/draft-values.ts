import type { Finding, Place } from '../../domain/importing/draft.ts';
import type { Edition, Movement } from '../../domain/radar.ts';
import { isDate } from '../../domain/schema.ts';
import { type Failure, failureOf } from './source-files.ts';

/** Most trends of one radar; there is no reading through more, and no drawing them. */
export const TREND_LIMIT = 5000;

/** Tags of elements that change nothing but the looks of a name. */
const NAME_TAG =
  /<\/?(?:a|b|br|code|div|em|font|h[1-6]|i|li|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/gi;

/** The text of a value that is a text, a number or a boolean; empty for nothing; null for a list or a record. */
export function plainText(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

/** Tells of an item of a list that should be a record, and is none: it stays as a trend without a name. */
export function tellStray(item: unknown, place: Place, findings: Finding[]): void {
  const text = plainText(item);
  const what = text === null || text === '' ? 'the item' : `"${shorten(text)}"`;
  findings.push({
    place,
    message: `${what} is no record of keys and values`,
    done: 'It counts as a trend without a name.',
  });
}

/** A name on one line, without tags that mark it up; that there were any becomes a finding. */
export function readName(text: string, place: Place, findings: Finding[]): string {
  const bare = text.replace(NAME_TAG, ' ');
  const name = bare.replace(/\s+/g, ' ').trim();
  if (bare !== text) {
    findings.push({ place, message: 'the name holds HTML', done: `It is read as "${shorten(name)}".` });
  }
  return name;
}

/** The edition that a date such as 2026.11, 2026-11 or 2026-11-21 names; any other becomes a finding. */
export function readEdition(date: string, place: Place, findings: Finding[]): Edition | null {
  if (date === '') return null;
  const id = date.replace(/[./]/g, '-').replace(/T[\d:.Z+-]*$/, '');
  if (isDate(id)) return { id, date: id };
  const message = `the date "${shorten(date)}" is not of the form 2026-11 or 2026-11-21`;
  findings.push({ place, message, done: 'The date is left out.' });
  return null;
}

/** What a signed number says of a movement: above 0 inwards, below outwards, 0 the same; 2 means `two`. */
export function readMoved(
  value: unknown,
  two: Movement,
  place: Place,
  findings: Finding[],
): Movement | undefined {
  const text = plainText(value);
  if (text === '') return undefined;
  const moved = text === null ? Number.NaN : Number(text);
  if (moved === 0) return 'same';
  if (moved === 2) return two;
  if (moved > 0) return 'in';
  if (moved < 0) return 'out';
  const message = `the movement is ${text === null ? 'no number' : `"${shorten(text)}"`}, not -1, 0 or 1`;
  findings.push({ place, message, done: 'The movement is left out.' });
  return undefined;
}

/**
 * A failure of one file, at a line where it is known.
 *
 * @param reason a sentence without a full stop
 */
export function failAt(file: string, line: number | undefined, reason: string, cure: string): Failure {
  const message = reason.charAt(0).toLowerCase() + reason.slice(1);
  const place = line === undefined ? {} : { line, column: 1 };
  return failureOf(reason, cure, [{ severity: 'error', file, path: [], message, cure, ...place }]);
}

/** A failure where a file holds no trends, or more than are read; else null. */
export function checkCount(file: string, count: number): Failure | null {
  if (count > TREND_LIMIT) {
    const reason = `The file holds ${count} entries, and at most ${TREND_LIMIT} are read`;
    return failAt(file, undefined, reason, 'Split it into several files.');
  }
  if (count > 0) return null;
  return failAt(file, undefined, 'The file holds no entries', 'Add a line or an item for each trend.');
}

/** The beginning of a long text. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A file's name without folders and ending. */
export function stemOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}
