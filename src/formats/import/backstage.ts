import type {
  Draft,
  DraftCell,
  DraftPlacement,
  DraftTrend,
  Finding,
  Place,
} from '../../domain/importing/draft.ts';
import type { Edition, Movement } from '../../domain/radar.ts';
import { isRecord } from '../../domain/radar-values.ts';
import { isDate } from '../../domain/schema.ts';
import { flattenText } from '../plain-text.ts';
import type { Importer, Source } from './importer.ts';
import { failureOf } from './source-files.ts';
import type { ReadText } from './text-reader.ts';
import { buildMarkdownReader, readLinks, wordsOf } from './tidy-values.ts';
import { buildPlaces, type PlaceOf } from './value-lines.ts';

/** Most editions that are made of the dates of a file: a list of more is none that a person looks through. */
const MOST_EDITIONS = 12;
const LABEL = 'Backstage Tech Radar, JSON or YAML';

/** The file of Backstage's Tech Radar plugin, `TechRadarLoaderResponse`. */
export const BACKSTAGE: Importer = {
  id: 'backstage',
  label: LABEL,
  recognises: ({ value }) =>
    isRecord(value) &&
    Array.isArray(value.entries) &&
    Array.isArray(value.quadrants) &&
    Array.isArray(value.rings) &&
    value.entries.some((entry) => isRecord(entry) && 'timeline' in entry),
  read: (source) => readBackstage(source),
};

/** One item of a timeline, with its day where it has one. */
interface Moment {
  day: string | null;
  ring: string;
  moved: Movement | undefined;
  reason: string;
  place: Place;
}

interface Entry {
  trend: Omit<DraftTrend, 'placements'>;
  /** The newest first; of one day, in the order of the file, as the plugin takes the first. */
  moments: Moment[];
}

/** What reading one file takes, and what it finds. */
interface Reading {
  placeOf: PlaceOf;
  readText: ReadText;
  findings: Finding[];
}

function readBackstage({ files: [file], value }: Source) {
  if (file === undefined || !isRecord(value) || !Array.isArray(value.entries))
    return failureOf('There are no entries in the file', 'Check that it is the right file.');
  const placeOf = buildPlaces(file);
  const findings: Finding[] = [];
  const reading: Reading = { placeOf, readText: buildMarkdownReader(), findings };
  const quadrants = readCells(value.quadrants, 'quadrants', reading);
  const rings = readCells(value.rings, 'rings', reading);
  if (Array.isArray(value.rings) && value.rings.some((ring) => isRecord(ring) && wordsOf(ring.color) !== ''))
    findings.push({
      place: placeOf('rings'),
      message: 'the rings have colours of their own',
      done: 'They are shown in the colours of this page, which are checked for contrast.',
    });
  const entries = value.entries.flatMap((entry: unknown, index) => {
    if (isRecord(entry)) return [readEntry(entry, index, quadrants, reading)];
    const message = 'this entry is no object with a title';
    findings.push({ place: placeOf('entries', index), message, done: 'It is left out.' });
    return [];
  });
  const editions = buildEditions(entries, placeOf('entries'), findings);
  const title = wordsOf(value.title);
  const draft: Draft = {
    format: LABEL,
    title: title === '' ? null : title,
    quadrants,
    rings,
    editions,
    trends: entries.map((entry) => ({ ...entry.trend, placements: placeInEditions(entry, editions) })),
    findings,
  };
  return { kind: 'draft', draft } as const;
}

function readCells(value: unknown, key: string, { placeOf, readText, findings }: Reading): DraftCell[] {
  return (Array.isArray(value) ? value : []).flatMap((cell: unknown, index): DraftCell[] => {
    const id = isRecord(cell) ? wordsOf(cell.id) : '';
    const name = isRecord(cell) ? flattenText(wordsOf(cell.name)) : '';
    const place = placeOf(key, index);
    if (!isRecord(cell) || (id === '' && name === '')) {
      findings.push({ place, message: 'it has neither an id nor a name', done: 'It is left out.' });
      return [];
    }
    const description = readText(wordsOf(cell.description), place, findings);
    return [
      {
        keys: id === '' ? [] : [id],
        name: name === '' ? id : name,
        ...(description === '' ? {} : { description }),
      },
    ];
  });
}

function readEntry(
  entry: Record<string, unknown>,
  index: number,
  quadrants: readonly DraftCell[],
  { placeOf, readText, findings }: Reading,
): Entry {
  const place = placeOf('entries', index);
  const quadrant = wordsOf(entry.quadrant);
  const isNamed = quadrants.some(({ name }) => name.toLowerCase() === quadrant.toLowerCase());
  if (isNamed && !quadrants.some(({ keys }) => keys.includes(quadrant)))
    findings.push({
      place: placeOf('entries', index, 'quadrant'),
      message: `the quadrant is given by its name, "${quadrant}", where Backstage expects its id`,
      done: 'It is taken as meant.',
    });
  const key = wordsOf(entry.id) || wordsOf(entry.key);
  const description = readText(
    wordsOf(entry.description),
    placeOf('entries', index, 'description'),
    findings,
  );
  const listed = (Array.isArray(entry.links) ? entry.links : []).filter(isRecord);
  const links = readLinks(
    [...listed.map(({ title, url }) => ({ title, url })), { url: entry.url }],
    placeOf('entries', index, 'links'),
    findings,
  );
  const items = Array.isArray(entry.timeline) ? entry.timeline : [];
  const moments = items.flatMap((item: unknown, at): Moment[] => {
    const where = placeOf('entries', index, 'timeline', at);
    if (isRecord(item)) return [readMoment(item, where, readText, findings)];
    findings.push({ place: where, message: 'this is no item of a timeline', done: 'It is left out.' });
    return [];
  });
  return {
    trend: {
      name: flattenText(wordsOf(entry.title)),
      ...(key === '' ? {} : { key }),
      quadrant,
      ...(description === '' ? {} : { description }),
      ...(links.length === 0 ? {} : { links }),
      place,
    },
    moments: moments.sort((a, b) => compare(b.day ?? '', a.day ?? '')),
  };
}

function readMoment(
  item: Record<string, unknown>,
  place: Place,
  readText: ReadText,
  findings: Finding[],
): Moment {
  const day = readDay(item.date);
  if (day === null)
    findings.push({
      place,
      message: `the date "${wordsOf(item.date).slice(0, 40)}" is none that can be told, such as 2026-11-01`,
      done: 'It counts as older than all dates of this timeline.',
    });
  return {
    day,
    ring: wordsOf(item.ringId) || wordsOf(item.ring),
    moved: MOVES[wordsOf(item.moved)],
    reason: readText(wordsOf(item.description), place, findings),
    place,
  };
}

const MOVES: Readonly<Record<string, Movement>> = { '1': 'in', '-1': 'out', '0': 'same' };
/** Milliseconds since 1970 that fall between the years 1970 and 9999. */
const LATEST_TIME = 253_402_300_799_999;

/** The day of a date as Backstage writes it: ISO 8601, or milliseconds. Others differ by country. */
function readDay(value: unknown): string | null {
  if (typeof value === 'number' && value > 9999 && value <= LATEST_TIME)
    return new Date(value).toISOString().slice(0, 10);
  const [, day = ''] = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].*)?$/.exec(wordsOf(value)) ?? [];
  return day !== '' && isDate(day) ? day : null;
}

/** The editions of all dates, the earliest first: days, or months where there are too many days. */
function buildEditions(entries: readonly Entry[], place: Place, findings: Finding[]): Edition[] {
  const moments = entries.flatMap((entry) => entry.moments);
  const days = distinct(moments.flatMap(({ day }) => day ?? []));
  const dates = days.length > MOST_EDITIONS ? distinct(days.map((day) => day.slice(0, 7))) : days;
  const kept = dates.slice(-MOST_EDITIONS);
  const message = `the timelines hold ${days.length} dates`;
  if (kept.length < dates.length) {
    const done = `The newest ${MOST_EDITIONS} months are editions; what is older is folded into the first of them.`;
    findings.push({ place, message, done });
  } else if (dates.length < days.length)
    findings.push({ place, message, done: 'Each month with a date is an edition.' });
  return kept.map((date) => ({ id: date, date }));
}

/** Where an entry stood in each edition: its newest item that is not after it. */
function placeInEditions({ trend, moments }: Entry, editions: readonly Edition[]): DraftPlacement[] {
  const isOnly = editions.length <= 1;
  const placements = editions.flatMap(({ id, date }): DraftPlacement[] => {
    const moment = moments.find(({ day }) => day !== null && day.slice(0, date.length) <= date);
    return moment === undefined ? [] : [toPlacement(moment, id, isOnly)];
  });
  if (placements.length > 0) return placements;
  // Without a single date it is known where it stands, not since when.
  const latest = editions.at(-1)?.id ?? null;
  const [newest] = moments;
  if (newest !== undefined) return [toPlacement(newest, latest, isOnly)];
  return [{ edition: latest, ring: '', place: trend.place }];
}

function toPlacement({ ring, moved, reason, place }: Moment, edition: string | null, isOnly: boolean) {
  return {
    edition,
    ring,
    ...(reason === '' ? {} : { reason }),
    ...(isOnly && moved !== undefined ? { moved } : {}),
    place,
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
