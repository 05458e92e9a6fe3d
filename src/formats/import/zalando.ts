import type { Draft, DraftCell, DraftTrend, Finding } from '../../domain/importing/draft.ts';
import type { Edition } from '../../domain/radar.ts';
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
import { parseValue } from './source-files.ts';
import type { ReadText } from './text-reader.ts';
import { buildMarkdownReader, readLinks } from './tidy-values.ts';
import { buildPlaces, type PlaceOf } from './value-lines.ts';
import { findCall, hasCall } from './zalando-call.ts';
import { isZalando } from './zalando-entries.ts';

const RINGS = ['Adopt', 'Trial', 'Assess', 'Hold'] as const;
const QUADRANTS = ['Quadrant 1', 'Quadrant 2', 'Quadrant 3', 'Quadrant 4'] as const;
const READ = new Set(['label', 'quadrant', 'ring', 'moved', 'active', 'link', 'description']);
/** What the tool itself writes into entries while it draws them. */
const DRAWN = new Set(['x', 'y', 'color', 'id', 'segment', 'rendered_x', 'rendered_y']);

/** What the radar of Zalando is drawn from: as JSON, or as the call in its page. */
export const ZALANDO: Importer = {
  id: 'zalando',
  label: 'Zalando Tech Radar, JSON',
  recognises: (source) => isZalando(source.value) || textWithCall(source) !== null,
  read: readZalando,
};

function textWithCall({ files, value }: Source): string | null {
  const text = files.length === 1 ? (files[0]?.text ?? '') : '';
  const isRead = typeof value === 'object' && value !== null;
  return !isRead && hasCall(text) ? text : null;
}

function readZalando(source: Source): Imported {
  const given = source.files[0];
  if (given === undefined) return failAt('', undefined, 'There is no file', 'Give the file of a radar.');
  const text = textWithCall(source);
  if (text === null) return buildDraft(given, source.value);
  const call = findCall(text);
  const file = { ...given, text: call };
  const read = parseValue(file);
  if (isRecord(read?.value) && Array.isArray(read.value.entries)) return buildDraft(file, read.value);
  const { line } = read?.issues[0] ?? {};
  const reason = 'What is handed to radar_visualization is no plain list of values with entries';
  const cure =
    'Save it as JSON: without comments and calculations, and with names and texts in double quotes.';
  return failAt(given.path, line, reason, cure);
}

function buildDraft(file: SourceFile, value: unknown): Imported {
  const config: Record<string, unknown> = isRecord(value) ? value : { entries: value };
  const entries: readonly unknown[] = Array.isArray(config.entries) ? config.entries : [];
  const miscounted = checkCount(file.path, entries.length);
  if (miscounted !== null) return miscounted;
  const places = buildPlaces(file);
  const placeOf: PlaceOf = Array.isArray(value) ? (_, ...rest) => places(...rest) : places;
  const findings: Finding[] = [];
  const readText = buildMarkdownReader();
  const quadrants = readCells(config.quadrants, 'quadrants', { placeOf, readText }, findings);
  const rings = readCells(config.rings, 'rings', { placeOf, readText }, findings);
  const edition = readEdition(plainText(config.date) ?? '', placeOf('date'), findings);
  const unknown = new Map<string, number>();
  const trends = entries.map((entry, at) => {
    const record = isRecord(entry) ? entry : {};
    if (!isRecord(entry)) tellStray(entry, placeOf('entries', at), findings);
    for (const key of Object.keys(record)) {
      if (!READ.has(key) && !DRAWN.has(key)) unknown.set(key, (unknown.get(key) ?? 0) + 1);
    }
    return readEntry(record, at, { quadrants, rings, edition, readText }, placeOf, findings);
  });
  for (const [key, count] of unknown) {
    const message = `"${shorten(key)}" is not one of the keys that an entry has`;
    const done = `What it holds in ${count} ${count === 1 ? 'entry' : 'entries'} is left out.`;
    findings.push({ place: placeOf('entries'), message, done });
  }
  const title = plainText(config.title) ?? '';
  const draft: Draft = {
    format: ZALANDO.label,
    title: title === '' ? null : title,
    quadrants,
    rings,
    editions: edition === null ? [] : [edition],
    trends,
    findings,
  };
  return { kind: 'draft', draft };
}

/** Quadrants or rings as the file names them. Entries name them by number, so keys are of a form that no name has. */
function readCells(
  given: unknown,
  key: 'quadrants' | 'rings',
  { placeOf, readText }: { placeOf: PlaceOf; readText: ReadText },
  findings: Finding[],
): DraftCell[] {
  const usual = key === 'rings' ? RINGS : QUADRANTS;
  if (!Array.isArray(given) || given.length === 0) {
    const done = `They are called ${usual.join(', ')} here; give them other names in the app.`;
    findings.push({ place: placeOf(key), message: `the file does not name its ${key}`, done });
    return usual.map((name, at) => ({ keys: [`#${at}`], name }));
  }
  return given.map((cell: unknown, at) => {
    const name = readName(plainText(isRecord(cell) ? cell.name : cell) ?? '', placeOf(key, at), findings);
    const words = isRecord(cell) ? (plainText(cell.description) ?? '') : '';
    const description = readText(words, placeOf(key, at, 'description'), findings);
    const number = `${key === 'rings' ? 'Ring' : 'Quadrant'} ${at + 1}`;
    if (name === '') {
      findings.push({
        place: placeOf(key, at),
        message: 'the name is missing',
        done: `It is called "${number}".`,
      });
    }
    return {
      keys: [`#${at}`],
      name: name === '' ? number : name,
      ...(description === '' ? {} : { description }),
    };
  });
}

interface Head {
  quadrants: readonly DraftCell[];
  rings: readonly DraftCell[];
  edition: Edition | null;
  readText: ReadText;
}

function readEntry(
  entry: Record<string, unknown>,
  at: number,
  { quadrants, rings, edition, readText }: Head,
  placeOf: PlaceOf,
  findings: Finding[],
): DraftTrend {
  const place = (key: string) => placeOf('entries', at, key);
  const moved = readMoved(entry.moved, 'new', place('moved'), findings);
  const links = readLinks([{ url: entry.link }], place('link'), findings);
  const description = readText(plainText(entry.description) ?? '', place('description'), findings);
  return {
    name: readName(plainText(entry.label) ?? '', place('label'), findings),
    quadrant: keyOf(entry.quadrant, quadrants, 'quadrant'),
    placements: [
      {
        edition: edition?.id ?? null,
        ring: keyOf(entry.ring, rings, 'ring'),
        ...(moved === undefined ? {} : { moved }),
        place: place('ring'),
      },
    ],
    ...(description === '' ? {} : { description }),
    ...(entry.active === false ? { tags: ['inactive'] } : {}),
    ...(links.length === 0 ? {} : { links }),
    place: placeOf('entries', at),
  };
}

/** What an entry's number stands for, in words that no cell is called by where there is no such cell. */
function keyOf(number: unknown, cells: readonly DraftCell[], what: string): string {
  const text = plainText(number) ?? '';
  if (text === '' || !/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const cell = cells[Number(text)];
  if (cell !== undefined) return `#${Number(text)}`;
  const words = `${what} ${text}`;
  const isTaken = cells.some(({ name }) => name.toLowerCase() === words);
  return isTaken ? `${what} number ${text}` : words;
}
