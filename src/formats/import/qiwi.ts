import type { Draft, DraftCell, DraftTrend, Finding, Place } from '../../domain/importing/draft.ts';
import { isRecord } from '../../domain/radar-values.ts';
import {
  checkCount,
  failAt,
  plainText,
  readEdition,
  readMoved,
  readName,
  shorten,
  tellStray,
} from './draft-values.ts';
import type { Imported, Importer, Source, SourceFile } from './importer.ts';
import { hasBlocks } from './qiwi-blocks.ts';
import { isQiwiTables, readQiwiTables } from './qiwi-csv.ts';
import type { QiwiEntry, QiwiRadar } from './qiwi-radar.ts';
import type { Failure } from './source-files.ts';
import type { ReadText } from './text-reader.ts';
import { buildMarkdownReader, listOf } from './tidy-values.ts';
import { buildPlaces, type PlaceOf } from './value-lines.ts';

const READ = new Set(['name', 'quadrant', 'sector', 'ring', 'description', 'moved']);
/** What the tool itself adds to entries. */
const DERIVED = new Set(['quadrantTitle']);

/** The radar of qiwi: several tables in one CSV file, or the same as JSON or YAML. */
export const QIWI: Importer = {
  id: 'qiwi',
  label: 'qiwi Tech Radar, CSV, JSON or YAML',
  recognises: (source) => isRadar(source.value) || textWithTables(source) !== null,
  read: (source) => {
    const [file] = source.files;
    if (file === undefined) return failAt('', undefined, 'There is no file', 'Give the file of a radar.');
    const text = textWithTables(source);
    const read = text === null ? readValue(file, source.value) : readQiwiTables(file.path, text);
    return buildDraft(file.path, read);
  },
};

function textWithTables({ files, value }: Source): string | null {
  const text = files.length === 1 ? (files[0]?.text ?? '') : '';
  const isRead = typeof value === 'object' && value !== null;
  return !isRead && hasBlocks(text) && isQiwiTables(text) ? text : null;
}

function isRadar(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.data)) return false;
  const { meta, sectors, quadrantTitles, quadrantAliases } = value;
  const isNamed = Array.isArray(sectors) || isRecord(quadrantTitles) || isRecord(quadrantAliases);
  const isFilled = value.data.some((entry) => isRecord(entry) && 'ring' in entry && 'name' in entry);
  return isNamed || (isRecord(meta) && isFilled);
}

function readValue(file: SourceFile, value: unknown): QiwiRadar {
  const placeOf = buildPlaces(file);
  const findings: Finding[] = [];
  const config = isRecord(value) ? value : {};
  const meta = isRecord(config.meta) ? config.meta : {};
  const text = (key: string) => ({ text: plainText(meta[key]) ?? '', place: placeOf('meta', key) });
  return {
    title: text('title').text,
    date: text('date'),
    legend: text('legend'),
    sectors: Array.isArray(config.sectors)
      ? readCells(config.sectors, 's')
      : readLegacy(config.quadrantTitles, config.quadrantAliases),
    rings: readCells(config.rings, 'r'),
    entries: readEntries(config.data, placeOf, findings),
    findings,
  };
}

function readCells(given: unknown, letter: 's' | 'r'): DraftCell[] {
  if (!Array.isArray(given)) return [];
  return given.map((cell: unknown, at) => {
    const record = isRecord(cell) ? cell : { title: cell };
    const id = plainText(record.id) || `${letter}${at + 1}`;
    // Entries of older files name sectors as quadrants.
    const older = letter === 's' ? [id.replace(/^s/i, 'q')] : [];
    const keys = new Set([id, ...older, ...listOf(record.aliases)]);
    return { keys: [...keys], name: plainText(record.title) || id };
  });
}

/** Titles by quadrant; aliases either by quadrant, one or several, or the quadrant by its alias. */
function readLegacy(titles: unknown, aliases: unknown): DraftCell[] {
  const cells = new Map<string, { title: string; keys: string[] }>();
  const cellOf = (id: string) => {
    const cell = cells.get(id) ?? { title: '', keys: [id] };
    cells.set(id, cell);
    return cell;
  };
  for (const [id, title] of Object.entries(isRecord(titles) ? titles : {}))
    cellOf(id.toLowerCase()).title = plainText(title) ?? '';
  for (const [key, value] of Object.entries(isRecord(aliases) ? aliases : {})) {
    if (/^q\d$/i.test(key)) cellOf(key.toLowerCase()).keys.push(...listOf(value));
    else cellOf((plainText(value) ?? '').toLowerCase()).keys.push(key);
  }
  return [...cells]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { title, keys }]) => ({ keys: [...new Set(keys)], name: title || keys[1] || id }));
}

function readEntries(data: unknown, placeOf: PlaceOf, findings: Finding[]): QiwiEntry[] {
  const unknown = new Map<string, number>();
  const entries = (Array.isArray(data) ? data : []).map((item: unknown, at) => {
    const record = isRecord(item) ? item : {};
    if (!isRecord(item)) tellStray(item, placeOf('data', at), findings);
    for (const key of Object.keys(record)) {
      if (!READ.has(key) && !DERIVED.has(key)) unknown.set(key, (unknown.get(key) ?? 0) + 1);
    }
    const text = (key: string) => plainText(record[key]) ?? '';
    return {
      name: text('name'),
      sector: text('sector') || text('quadrant'),
      ring: text('ring'),
      description: text('description'),
      moved: text('moved'),
      placeOf: (key?: string): Place => placeOf('data', at, ...(key === undefined ? [] : [key])),
    };
  });
  for (const [key, count] of unknown) {
    const message = `"${shorten(key)}" is not one of the keys that an entry has`;
    const done = `What it holds in ${count} ${count === 1 ? 'entry' : 'entries'} is left out.`;
    findings.push({ place: placeOf('data'), message, done });
  }
  return entries;
}

function buildDraft(file: string, read: QiwiRadar | Failure): Imported {
  if ('kind' in read) return read;
  const miscounted = checkCount(file, read.entries.length);
  if (miscounted !== null) return miscounted;
  const findings = [...read.findings];
  const readText = buildMarkdownReader();
  const edition = readEdition(read.date.text, read.date.place, findings);
  const description = readText(read.legend.text, read.legend.place, findings);
  const draft: Draft = {
    format: QIWI.label,
    title: read.title === '' ? null : read.title,
    ...(description === '' ? {} : { description }),
    quadrants: [...read.sectors],
    rings: [...read.rings],
    editions: edition === null ? [] : [edition],
    trends: read.entries.map((entry) => buildTrend(entry, edition?.id ?? null, readText, findings)),
    findings,
  };
  return { kind: 'draft', draft };
}

function buildTrend(
  entry: QiwiEntry,
  edition: string | null,
  readText: ReadText,
  findings: Finding[],
): DraftTrend {
  const moved = readMoved(entry.moved, 'in', entry.placeOf('moved'), findings);
  const description = readText(entry.description, entry.placeOf('description'), findings);
  return {
    name: readName(entry.name, entry.placeOf('name'), findings),
    quadrant: entry.sector,
    placements: [
      {
        edition,
        ring: entry.ring,
        ...(moved === undefined ? {} : { moved }),
        place: entry.placeOf('ring'),
      },
    ],
    ...(description === '' ? {} : { description }),
    place: entry.placeOf(),
  };
}
