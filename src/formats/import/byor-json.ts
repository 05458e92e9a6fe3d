import type { Finding, Place } from '../../domain/importing/draft.ts';
import { isRecord } from '../../domain/radar-values.ts';
import {
  buildRowDraft,
  type Cell,
  type Field,
  fieldOf,
  judgeColumns,
  missingFields,
  type Row,
  tellMissing,
} from './byor-rows.ts';
import { checkCount, failAt, plainText, shorten, stemOf, tellStray } from './draft-values.ts';
import type { Imported, Importer, Source } from './importer.ts';
import { formatPath } from './issue-findings.ts';
import { buildPlaces, type PlaceOf } from './value-lines.ts';
import { isZalando } from './zalando-entries.ts';

/** How many items of a list are looked at to recognise it. */
const SAMPLE = 50;

/** Keys that mean nothing here: the first place of each, and in how many items it stands. */
type Unknown = Map<string, { place: Place; count: number }>;

/** A list of records as the Build-Your-Own-Radar tool takes it. Its title is the name of its file. */
export const BYOR_JSON: Importer = {
  id: 'byor-json',
  label: 'Build Your Own Radar, JSON',
  recognises: ({ value }) =>
    Array.isArray(value) && !isZalando(value) && judgeColumns(keysOf(value.slice(0, SAMPLE))) !== null,
  read: readList,
};

function readList({ files, value }: Source): Imported {
  const file = files[0];
  if (file === undefined || !Array.isArray(value)) {
    return failAt('', undefined, 'There is no list of entries', 'Give a file with a list of entries.');
  }
  const miscounted = checkCount(file.path, value.length);
  if (miscounted !== null) return miscounted;
  const keys = keysOf(value);
  if (missingFields(keys).length > 0) {
    const { reason } = tellMissing(keys);
    return failAt(
      file.path,
      1,
      reason.replace('column', 'key'),
      'Add it to each item of the list, or rename a key.',
    );
  }
  const placeOf = buildPlaces(file);
  const findings: Finding[] = [];
  const unknown: Unknown = new Map();
  const rows = value.map((item: unknown, at) => buildRow(placeOf, item, at, findings, unknown));
  for (const [key, { place, count }] of unknown) {
    const message = `the key "${shorten(key)}" is not one that a radar has, or stands twice`;
    const done = `What it holds in ${count} ${count === 1 ? 'item' : 'items'} is left out.`;
    findings.push({ place, message, done });
  }
  return { kind: 'draft', draft: buildRowDraft(BYOR_JSON.label, stemOf(file.path), rows, findings) };
}

function keysOf(list: readonly unknown[]): string[] {
  return [...new Set(list.flatMap((item) => (isRecord(item) ? Object.keys(item) : [])))];
}

function buildRow(placeOf: PlaceOf, item: unknown, at: number, findings: Finding[], unknown: Unknown): Row {
  const cells = new Map<Field, Cell>();
  const related: string[] = [];
  if (!isRecord(item)) {
    tellStray(item, placeOf(at), findings);
    return { cells, related, place: placeOf(at) };
  }
  for (const [key, value] of Object.entries(item)) {
    const field = fieldOf(key);
    const text = plainText(value);
    if (field === 'related') related.push(...namesIn(value));
    else if (field === 'tags' && Array.isArray(value)) {
      cells.set(field, { text: namesIn(value).join(';'), field: formatPath([at, key]) });
    } else if (field !== undefined && text !== null && !cells.has(field)) {
      cells.set(field, { text, field: formatPath([at, key]) });
    } else if (field !== undefined && text === null) {
      const message = `the value of "${shorten(key)}" is a list or a record, not a text`;
      findings.push({ place: placeOf(at, key), message, done: 'It is left out.' });
    } else if (text !== '') {
      const known = unknown.get(key) ?? { place: placeOf(at, key), count: 0 };
      unknown.set(key, { ...known, count: known.count + 1 });
    }
  }
  return { cells, related, place: placeOf(at) };
}

function namesIn(value: unknown): string[] {
  const names = Array.isArray(value)
    ? value.map((name) => plainText(name) ?? '')
    : (plainText(value) ?? '').split(';');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
