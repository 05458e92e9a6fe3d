import type { DraftPlacement, DraftTrend, Finding } from '../../domain/importing/draft.ts';
import type { Edition } from '../../domain/radar.ts';
import { isRecord } from '../../domain/radar-values.ts';
import { isDate } from '../../domain/schema.ts';
import { flattenText } from '../plain-text.ts';
import type { Importer, Source, SourceFile } from './importer.ts';
import { readConfig } from './markdown-folder.ts';
import { findConfig, isMarkdownItem } from './markdown-front-matter.ts';
import { failureOf, parseValue } from './source-files.ts';
import type { ReadText } from './text-reader.ts';
import { buildHtmlReader, listOf, readLinks, wordsOf } from './tidy-values.ts';
import { buildPlaces, type PlaceOf } from './value-lines.ts';

const LABEL = 'AOE or Porsche radar, built data.json';
/** What only the built file has, in the texts of a folder that are worth being read. */
const DATA_KEYS = [/"items"\s*:/, /"(?:releases|featured|flag|release)"\s*:/];

/** What the build of AOE's and Porsche's radars writes: all items with their bodies in HTML. */
export const AOE_DATA: Importer = {
  id: 'aoe-data',
  label: LABEL,
  recognises: (source) => !source.files.some(isMarkdownItem) && findData(source) !== null,
  read: readData,
};

/** The one file of a source that is built data, with its value. */
function findData({ files, value }: Source): { file: SourceFile; value: Record<string, unknown> } | null {
  const [only, ...others] = files;
  const found = (
    others.length === 0 && only !== undefined ? [{ file: only, value }] : filesWithData(files)
  ).filter((one): one is { file: SourceFile; value: Record<string, unknown> } => isData(one.value));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function filesWithData(files: readonly SourceFile[]): { file: SourceFile; value: unknown }[] {
  const likely = files.filter(({ text }) => text !== null && DATA_KEYS.every((key) => key.test(text)));
  return likely.slice(0, 5).map((file) => ({ file, value: parseValue(file)?.value }));
}

function isData(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.items)) return false;
  return (
    Array.isArray(value.releases) ||
    value.items.some((item) => isRecord(item) && 'ring' in item && ('release' in item || 'flag' in item))
  );
}

function readData(source: Source) {
  const data = findData(source);
  const items: unknown[] = Array.isArray(data?.value.items) ? data.value.items : [];
  if (data === null || items.length === 0)
    return failureOf(
      'The file has no items',
      'Build the radar again, or drop the folder that it is built from.',
    );
  const placeOf = buildPlaces(data.file);
  const findings: Finding[] = [];
  const records = items.flatMap((item, index) => {
    if (isRecord(item)) return [{ item, index }];
    const message = 'this item is no object with a title';
    findings.push({ place: placeOf('items', index), message, done: 'It is left out.' });
    return [];
  });
  const named = [
    ...listOf(data.value.releases),
    ...records.flatMap(({ item }) => [
      wordsOf(item.release),
      ...revisionsOf(item).map(({ release }) => release),
    ]),
  ];
  const releases = [...new Set(named)].sort();
  const editions = releases.filter(isDate).map((date): Edition => ({ id: date, date }));
  const undated = releases.filter((release) => release !== '' && !isDate(release));
  if (undated.length > 0)
    findings.push({
      place: placeOf('releases'),
      message: `the release "${undated[0]}" is not named by a date like 2026-11-21`,
      done: 'What it holds counts as older than all others.',
    });
  const cells = readConfig(findConfig(source.files), findings);
  if (cells.quadrants.length === 0 || cells.rings.length === 0)
    findings.push({
      place: placeOf('items'),
      message: 'this file does not hold the names of the quadrants and rings, which are in config.json',
      done: 'They are called by their ids. Drop both files together for their names.',
    });
  const readText = buildHtmlReader();
  const trends = records.map(({ item, index }) =>
    buildTrend(item, (...path) => placeOf('items', index, ...path), editions, readText, findings),
  );
  return { kind: 'draft', draft: { format: LABEL, ...cells, editions, trends, findings } } as const;
}

interface Revision {
  release: string;
  ring: string;
  body: string;
}

function revisionsOf(item: Record<string, unknown>): Revision[] {
  const list = Array.isArray(item.revisions) ? item.revisions.filter(isRecord) : [];
  return list.map(({ release, ring, body }) => ({
    release: wordsOf(release),
    ring: wordsOf(ring),
    body: wordsOf(body),
  }));
}

function buildTrend(
  item: Record<string, unknown>,
  placeOf: PlaceOf,
  editions: readonly Edition[],
  readText: ReadText,
  findings: Finding[],
): DraftTrend {
  const key = wordsOf(item.id);
  const description = readText(wordsOf(item.body), placeOf('body'), findings);
  const listed = Array.isArray(item.links) ? item.links.filter(isRecord) : [];
  const links = readLinks(
    listed.map(({ name, url }) => ({ title: name, url })),
    placeOf('links'),
    findings,
  );
  const summary = flattenText(wordsOf(item.summary));
  if (item.featured === false)
    findings.push({
      place: placeOf('featured'),
      message: 'the item is not featured, which hides it from the chart of its tool',
      done: 'It is shown all the same, with the tag "not featured".',
    });
  const tags = [
    ...listOf(item.tags),
    ...listOf(item.teams).map((team) => `team: ${team}`),
    ...listOf(item.products).map((product) => `product: ${product}`),
    ...(item.featured === false ? ['not featured'] : []),
  ];
  return {
    name: flattenText(wordsOf(item.title)) || key,
    ...(key === '' ? {} : { key }),
    quadrant: wordsOf(item.segment) || wordsOf(item.quadrant),
    placements: placeInEditions(item, placeOf, editions, readText, findings),
    ...(summary === '' ? {} : { summary }),
    ...(description === '' ? {} : { description }),
    ...(tags.length === 0 ? {} : { tags: [...new Set(tags)] }),
    ...(links.length === 0 ? {} : { links }),
    place: placeOf(),
  };
}

/** Where an item stood in each release: as its revisions say, and from its own release on as it does now. */
function placeInEditions(
  item: Record<string, unknown>,
  placeOf: PlaceOf,
  editions: readonly Edition[],
  readText: ReadText,
  findings: Finding[],
): DraftPlacement[] {
  const place = placeOf();
  const now: Revision = {
    release: wordsOf(item.release),
    ring: wordsOf(item.ring),
    body: wordsOf(item.body),
  };
  const earlier = revisionsOf(item).filter(({ release }) => release !== now.release);
  const states = [...earlier, now].sort((a, b) => rankOf(a, editions) - rankOf(b, editions));
  if (editions.length === 0) return [{ edition: null, ring: now.ring, place }];
  const placements = editions.flatMap(({ id }, at): DraftPlacement[] => {
    const until = states.filter((state) => rankOf(state, editions) <= at);
    const newest = until.at(-1);
    if (newest === undefined) return [];
    // A revision that changed no more than the text names no ring.
    const ring = until.findLast((state) => state.ring !== '')?.ring ?? now.ring;
    const body = newest.release === id && newest !== now && newest.body !== now.body ? newest.body : '';
    const reason = readText(body, placeOf('revisions'), findings);
    return [{ edition: id, ring, ...(reason === '' ? {} : { reason }), place }];
  });
  return placements.length > 0
    ? placements
    : [{ edition: editions.at(-1)?.id ?? null, ring: now.ring, place }];
}

function rankOf({ release }: Revision, editions: readonly Edition[]): number {
  return editions.findIndex(({ id }) => id === release);
}
