import type { Draft, DraftTrend, Finding, Place } from '../../domain/importing/draft.ts';
import { nearestName } from '../../domain/nearest-name.ts';
import type { Movement } from '../../domain/radar.ts';
import { readMoved, readName, shorten } from './draft-values.ts';
import type { ReadText } from './text-reader.ts';
import { buildHtmlReader, buildMarkdownReader, readLinks } from './tidy-values.ts';

/** What a column of a table, or a key of a record, can mean. */
export type Field =
  | 'name'
  | 'ring'
  | 'quadrant'
  | 'isNew'
  | 'status'
  | 'moved'
  | 'description'
  | 'tags'
  | 'links'
  | 'related';

/** Names of columns in lower case, without what joins their words. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['name', 'name'],
  ['title', 'name'],
  ['ring', 'ring'],
  ['quadrant', 'quadrant'],
  ['sector', 'quadrant'],
  ['segment', 'quadrant'],
  ['isnew', 'isNew'],
  ['status', 'status'],
  ['moved', 'moved'],
  ['movement', 'moved'],
  ['description', 'description'],
  ['topic', 'tags'],
  ['tags', 'tags'],
  ['url', 'links'],
  ['link', 'links'],
  ['relatedblips', 'related'],
]);
const REQUIRED = ['name', 'ring', 'quadrant'] as const;

const STATUSES: ReadonlyMap<string, Movement> = new Map([
  ['new', 'new'],
  ['moved in', 'in'],
  ['moved out', 'out'],
  ['no change', 'same'],
]);
/** Rings that the tool itself and its published volumes write in lower case. */
const RINGS = /^(?:adopt|trial|assess|hold|caution)$/;

/** A value of a row, with the column or key that holds it as its file calls it. */
export interface Cell {
  text: string;
  field: string;
}

/** One entry of a table or of a list, its values by what they mean. */
export interface Row {
  cells: ReadonlyMap<Field, Cell>;
  related: readonly string[];
  place: Place;
}

/** Of which tool names of columns are, by what they hold and what they nearly hold; null for those of none. */
export function judgeColumns(columns: readonly string[]): 'byor' | 'roadie' | null {
  const found = new Set(columns.map(fieldOf));
  const exact = REQUIRED.filter((field) => found.has(field)).length;
  const unknown = columns.filter((column) => fieldOf(column) === undefined);
  const near = missingFields(columns).filter((field) =>
    unknown.some((column) => nearestName(column.trim().toLowerCase(), [field]) !== null),
  ).length;
  if (exact === 0 || exact + near < 2) return null;
  const keys = columns.map(keyOf);
  return keys.includes('title') && !keys.includes('name') ? 'roadie' : 'byor';
}

/** Which columns are missing without which there is no radar. */
export function missingFields(columns: readonly string[]): string[] {
  const found = new Set(columns.map(fieldOf));
  return REQUIRED.filter((field) => !found.has(field));
}

/** What is wrong with a table in which columns are missing, and the cure. */
export function tellMissing(columns: readonly string[]): { reason: string; cure: string } {
  const missing = missingFields(columns);
  const seen = columns.filter((column) => column !== '').slice(0, 20);
  const [what, each, them] = missing.length > 1 ? ['columns', 'are', 'them'] : ['column', 'is', 'it'];
  return {
    reason: `The ${what} ${quoteAll(missing)} ${each} missing; the file has ${quoteAll(seen)}`,
    cure: `Add ${them} to the first line, or rename the columns that hold what belongs there.`,
  };
}

/** What a column means, or undefined. */
export function fieldOf(column: string): Field | undefined {
  return FIELDS.get(keyOf(column));
}

/**
 * Makes a draft of rows as the Build-Your-Own-Radar tool has them: descriptions in HTML, spellings of "and" alike.
 *
 * @param findings what was found while the rows were read
 * @param markdown whether descriptions are Markdown, as Roadie has them
 */
export function buildRowDraft(
  format: string,
  title: string,
  rows: readonly Row[],
  findings: readonly Finding[],
  markdown = false,
): Draft {
  const found = [...findings];
  const readText = markdown ? buildMarkdownReader() : buildHtmlReader();
  const trends = rows.map((row) => buildTrend(row, markdown, readText, found));
  const spellings = new Map<string, string>();
  for (const { quadrant } of trends) {
    const key = quadrantKey(quadrant);
    const known = spellings.get(key);
    // "tools-and-methods" is how the tool's own links write it, not people.
    if (known === undefined || (/-and-/i.test(known) && !/-and-/i.test(quadrant)))
      spellings.set(key, quadrant);
  }
  return {
    format,
    title: title === '' ? null : title,
    quadrants: [],
    rings: [],
    editions: [],
    trends: trends.map((trend) => ({
      ...trend,
      quadrant: (spellings.get(quadrantKey(trend.quadrant)) ?? trend.quadrant).replace(/-and-/gi, ' & '),
    })),
    findings: found,
  };
}

function buildTrend(row: Row, markdown: boolean, readText: ReadText, findings: Finding[]): DraftTrend {
  const cell = (field: Field) => row.cells.get(field)?.text ?? '';
  const at = (field: Field): Place => ({ ...row.place, field: row.cells.get(field)?.field ?? field });
  const ring = cell('ring');
  const description = readText(
    markdown ? cell('description') : unquote(cell('description')),
    at('description'),
    findings,
  );
  const moved = readMovement(row, at, findings);
  const tags = cell('tags')
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const urls = cell('links').split(/\s+/);
  const links = readLinks(
    urls.map((url) => ({ url })),
    at('links'),
    findings,
  );
  return {
    name: readName(cell('name'), at('name'), findings),
    quadrant: readName(cell('quadrant'), at('quadrant'), findings),
    placements: [
      {
        edition: null,
        ring: RINGS.test(ring) ? ring.charAt(0).toUpperCase() + ring.slice(1) : ring,
        ...(moved === undefined ? {} : { moved }),
        place: at('ring'),
      },
    ],
    ...(description === '' ? {} : { description }),
    ...(tags.length === 0 ? {} : { tags: [...new Set(tags)] }),
    ...(links.length === 0 ? {} : { links }),
    ...(row.related.length === 0 ? {} : { related: [...row.related] }),
    place: row.place,
  };
}

/** The status wins over whether it is new, and a number over both: each is the more exact. */
function readMovement(row: Row, at: (field: Field) => Place, findings: Finding[]): Movement | undefined {
  const moved = row.cells.get('moved');
  if (moved !== undefined && moved.text !== '') {
    const word = wordOf(moved.text);
    return STATUSES.get(word) ?? readMoved(moved.text, 'new', at('moved'), findings);
  }
  const status = row.cells.get('status')?.text ?? '';
  if (status !== '') {
    const known = STATUSES.get(wordOf(status));
    if (known !== undefined) return known;
    const message = `the status "${shorten(status)}" is not one of new, moved in, moved out, no change`;
    findings.push({ place: at('status'), message, done: 'The status is left out.' });
  }
  const isNew = row.cells.get('isNew')?.text ?? '';
  if (/^true$/i.test(isNew)) return 'new';
  if (isNew !== '' && !/^false$/i.test(isNew)) {
    const message = `"${shorten(isNew)}" says neither TRUE nor FALSE`;
    findings.push({ place: at('isNew'), message, done: 'The trend is not marked as new.' });
  }
  return undefined;
}

/** Takes away the quotes of a CSV cell that a JSON file was made from without reading them. */
function unquote(text: string): string {
  const inside = text.replace(/^"/, '').replace(/"$/, '');
  if (!text.startsWith('"') || inside.replaceAll('""', '').includes('"')) return text;
  return inside.replaceAll('""', '"');
}

function wordOf(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

/** Names of quadrants differ in how they write "and" within one file. Their white space is single. */
function quadrantKey(quadrant: string): string {
  return quadrant.toLowerCase().replace(/\s*&\s*|-and-|\s+and\s+/g, ' & ');
}

function keyOf(column: string): string {
  return column.toLowerCase().replace(/[\s_-]+/g, '');
}

function quoteAll(words: readonly string[]): string {
  return words.map((word) => `"${shorten(word)}"`).join(', ');
}
