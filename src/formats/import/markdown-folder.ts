import type {
  Draft,
  DraftCell,
  DraftPlacement,
  DraftTrend,
  Finding,
  Place,
} from '../../domain/importing/draft.ts';
import type { Edition } from '../../domain/radar.ts';
import { isRecord } from '../../domain/radar-values.ts';
import { isDate } from '../../domain/schema.ts';
import { flattenText } from '../plain-text.ts';
import type { SourceFile } from './importer.ts';
import {
  type FoundConfig,
  findConfig,
  isMarkdownItem,
  keyOf,
  type MarkdownItem,
  readMarkdownItems,
} from './markdown-front-matter.ts';
import { type Failure, failureOf } from './source-files.ts';
import type { ReadText } from './text-reader.ts';
import { buildMarkdownReader, countWords, listOf, readLinks, wordsOf } from './tidy-values.ts';

/** What the tools that keep a radar in folders of Markdown files do differently. */
export interface MarkdownDialect {
  format: string;
  /** Whether each file of an item has to name its ring and segment; where not, an older file's hold on. */
  isWhole: boolean;
  /** Whether tags, teams, products, links and the summary are those of the newest file alone. */
  isReplaced: boolean;
  /** Whether `[[id]]` in a text leads to another item. */
  hasWikiLinks: boolean;
}

/** One item over all releases, the oldest first. */
interface History {
  id: string;
  items: MarkdownItem[];
}

/** A radar out of a folder of Markdown files: each release an edition, in which what is not changed stays as it was. */
export function readMarkdownFolder(
  files: readonly SourceFile[],
  dialect: MarkdownDialect,
): { kind: 'draft'; draft: Draft } | Failure {
  const findings: Finding[] = [];
  const items = readMarkdownItems(files, findings);
  const config = findConfig(files);
  if (items.length === 0) {
    const first = findings[0];
    return failureOf(
      `No item of the folder can be read: in ${first?.place.file}, ${first?.message}`,
      'Correct the lines between the two "---" at the start of each file.',
    );
  }
  tellOthers(files, config, findings);
  const editions = buildEditions(items, findings);
  const histories = groupItems(items, editions);
  const titles = new Map(histories.map((history) => [history.id.toLowerCase(), titleOf(history)]));
  const readText = buildMarkdownReader();
  const trends = histories.map((history) =>
    buildTrend(history, editions, titles, { ...dialect, readText }, findings),
  );
  const cells = readConfig(config, findings);
  if (cells.quadrants.length === 0 || cells.rings.length === 0) {
    const missing =
      cells.quadrants.length === 0
        ? cells.rings.length === 0
          ? 'quadrants and rings'
          : 'quadrants'
        : 'rings';
    findings.push({
      place: { file: config?.file.path ?? items[0]?.place.file ?? '' },
      message: `there is no config.json that names the ${missing}`,
      done: 'They are called by the ids that the files use.',
    });
  }
  return { kind: 'draft', draft: { format: dialect.format, ...cells, editions, trends, findings } };
}

function tellOthers(files: readonly SourceFile[], config: FoundConfig | null, findings: Finding[]): void {
  const others = files.filter((file) => file !== config?.file && !isMarkdownItem(file));
  if (others.length === 0) return;
  const names = others.map(({ path }) => path);
  const message = `the folder holds ${countWords(names, 'file that places', 'files that place')} no item`;
  findings.push({ place: { file: names[0] ?? '' }, message, done: 'No trend is read from there.' });
}

/** Title, quadrants and rings as a config declares them. */
export function readConfig(
  config: FoundConfig | null,
  findings: Finding[],
): Pick<Draft, 'title' | 'quadrants' | 'rings'> {
  const value = config?.value ?? {};
  const labels = isRecord(value.labels) ? value.labels : {};
  const title = wordsOf(value.title) || wordsOf(labels.title);
  const readText = buildMarkdownReader();
  const read = (key: string) =>
    readCells(value[key], { file: config?.file.path ?? '', field: key }, readText, findings);
  const segments = read('segments');
  return {
    title: title === '' ? null : title,
    quadrants: segments.length > 0 ? segments : read('quadrants'),
    rings: read('rings'),
  };
}

function readCells(value: unknown, place: Place, readText: ReadText, findings: Finding[]): DraftCell[] {
  return (Array.isArray(value) ? value : []).flatMap((cell: unknown, index): DraftCell[] => {
    const where = { ...place, field: `${place.field}[${index}]` };
    const id = isRecord(cell) ? wordsOf(cell.id) : '';
    const title = isRecord(cell) ? flattenText(wordsOf(cell.title)) : '';
    if (!isRecord(cell) || (id === '' && title === '')) {
      findings.push({ place: where, message: 'it has neither an id nor a title', done: 'It is left out.' });
      return [];
    }
    const description = readText(wordsOf(cell.description), where, findings);
    return [
      {
        keys: id === '' ? [] : [id],
        name: title === '' ? id : title,
        ...(description === '' ? {} : { description }),
      },
    ];
  });
}

/** The releases whose folders are named by a date, the earliest first; none where no folder is. */
function buildEditions(items: readonly MarkdownItem[], findings: Finding[]): Edition[] {
  const releases = [...new Set(items.map((item) => item.release))].sort();
  const dates = releases.filter(isDate);
  const others = releases.filter((release) => !isDate(release) && release !== '');
  if (others.length > 0 && (dates.length > 0 || others.length > 1)) {
    const first = items.find((item) => item.release === others[0]);
    findings.push({
      place: { file: first?.place.file ?? '' },
      message: `${countWords(others, 'folder is', 'folders are')} not named by a date like 2026-11-21`,
      done:
        dates.length > 0
          ? 'What they hold counts as older than all releases.'
          : 'All are read as one edition; a folder later by name overrides an earlier one.',
    });
  }
  return dates.map((date) => ({ id: date, date }));
}

/** All files of each item, in the order of its first; those of releases without a date come first. */
function groupItems(items: readonly MarkdownItem[], editions: readonly Edition[]): History[] {
  const rank = (item: MarkdownItem) => editions.findIndex(({ id }) => id === item.release);
  const sorted = [...items].sort((a, b) => rank(a) - rank(b));
  const histories = new Map<string, History>();
  for (const item of sorted) {
    const history = histories.get(item.id.toLowerCase()) ?? { id: item.id, items: [] };
    history.items.push(item);
    histories.set(item.id.toLowerCase(), history);
  }
  return [...histories.values()];
}

/** The value of the newest file that has one. */
function newestOf(items: readonly MarkdownItem[], read: (item: MarkdownItem) => string): string {
  return items.map(read).findLast((value) => value !== '') ?? '';
}

function titleOf({ id, items }: History): string {
  return flattenText(newestOf(items, (item) => keyOf(item, 'title'))) || id;
}

const ringIn = (item: MarkdownItem) => keyOf(item, 'ring');
const quadrantIn = (item: MarkdownItem) => keyOf(item, 'segment') || keyOf(item, 'quadrant');

function buildTrend(
  history: History,
  editions: readonly Edition[],
  titles: ReadonlyMap<string, string>,
  dialect: MarkdownDialect & { readText: ReadText },
  findings: Finding[],
): DraftTrend {
  const { id, items } = history;
  const last = items.at(-1);
  const place = last?.place ?? { file: id };
  const related = new Set<string>();
  const markdownOf = (item: MarkdownItem) => {
    const text = dialect.hasWikiLinks ? resolveWikiLinks(item, titles, related, findings) : item.body;
    return dialect.readText(text, item.place, findings);
  };
  const bodies = new Map(items.map((item) => [item, markdownOf(item)]));
  const description = newestOf(items, (item) => bodies.get(item) ?? '');
  if (dialect.isWhole) tellMissing(items, findings);
  const said = dialect.isReplaced ? items.slice(-1) : items;
  const tags = readTags(said, place, findings);
  const listed = last?.keys.links;
  const links = readLinks(
    (Array.isArray(listed) ? listed : []).filter(isRecord).map(({ name, url }) => ({ title: name, url })),
    { ...place, field: 'links' },
    findings,
  );
  const summary = flattenText(newestOf(said, (item) => keyOf(item, 'summary')));
  related.delete(id);
  return {
    name: titleOf(history),
    key: id,
    quadrant: newestOf(items, quadrantIn),
    placements: placeInEditions(items, editions, bodies, description),
    ...(summary === '' ? {} : { summary }),
    ...(description === '' ? {} : { description }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(links.length === 0 ? {} : { links }),
    ...(related.size === 0 ? {} : { related: [...related] }),
    place,
  };
}

/** Where an item stood in each release from its first on; what its files said of it before stays as the reason. */
function placeInEditions(
  items: readonly MarkdownItem[],
  editions: readonly Edition[],
  bodies: ReadonlyMap<MarkdownItem, string>,
  description: string,
): DraftPlacement[] {
  const rank = (release: string) => editions.findIndex((edition) => edition.id === release);
  const place = (until: readonly MarkdownItem[], edition: string | null): DraftPlacement[] => {
    const newest = until.at(-1);
    if (newest === undefined) return [];
    const body = bodies.get(newest) ?? '';
    const isNews = edition !== null && newest.release === edition && body !== '' && body !== description;
    const reason = isNews ? { reason: body } : {};
    return [{ edition, ring: newestOf(until, ringIn), ...reason, place: newest.place }];
  };
  if (editions.length === 0) return place(items, null);
  return editions.flatMap(({ id }, at) =>
    place(
      items.filter(({ release }) => rank(release) <= at),
      id,
    ),
  );
}

function tellMissing(items: readonly MarkdownItem[], findings: Finding[]): void {
  for (const item of items.slice(1)) {
    const missing = [
      ...(ringIn(item) === '' ? ['ring'] : []),
      ...(quadrantIn(item) === '' ? ['segment'] : []),
    ];
    if (missing.length === 0) continue;
    const message = `${missing.join(' and ')} is missing, which this tool needs in every file`;
    findings.push({ place: item.place, message, done: 'What the release before says is kept.' });
  }
}

function readTags(said: readonly MarkdownItem[], place: Place, findings: Finding[]): string[] {
  const listIn = (key: string) =>
    said.map((item) => listOf(item.keys[key])).findLast((list) => list.length > 0) ?? [];
  const featured = said.map((item) => item.keys.featured).findLast((value) => typeof value === 'boolean');
  if (featured === false)
    findings.push({
      place: { ...place, field: 'featured' },
      message: 'the item is not featured, which hides it from the chart of its tool',
      done: 'It is shown all the same, with the tag "not featured".',
    });
  return [
    ...new Set([
      ...listIn('tags'),
      ...listIn('teams').map((team) => `team: ${team}`),
      ...listIn('products').map((product) => `product: ${product}`),
      ...(featured === false ? ['not featured'] : []),
    ]),
  ];
}

const WIKI_LINK = /\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/g;

/** A text with the titles of the items that it leads to; these are told to `related`. */
function resolveWikiLinks(
  item: MarkdownItem,
  titles: ReadonlyMap<string, string>,
  related: Set<string>,
  findings: Finding[],
): string {
  return item.body.replace(WIKI_LINK, (_, target: string, label: string | undefined) => {
    const id = target.trim();
    const title = titles.get(id.toLowerCase());
    if (title === undefined) {
      const message = `[[${id}]] leads to no item of the folder`;
      findings.push({ place: item.place, message, done: 'It is kept as plain text.' });
    } else related.add(id);
    return label?.trim() || title || id;
  });
}
