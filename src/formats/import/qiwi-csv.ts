import type { DraftCell, Finding, Place } from '../../domain/importing/draft.ts';
import { failAt, shorten } from './draft-values.ts';
import { divideBlocks } from './qiwi-blocks.ts';
import type { QiwiEntry, QiwiRadar } from './qiwi-radar.ts';
import type { Failure } from './source-files.ts';
import { parseTable, readColumns, type Table, type TableRow } from './table-source.ts';

type BlockKind = 'entries' | 'aliases' | 'sectors' | 'rings' | 'meta';

const ENTRY_COLUMNS = ['name', 'sector', 'quadrant', 'ring', 'description', 'moved'];
const META_COLUMNS = ['title', 'date', 'legend'];
/** How many tables are looked at to recognise them; a radar has about six. */
const SAMPLE = 20;
const BLOCKS_LIMIT = 100;

/** Whether one of several tables is of a radar. */
export function isQiwiTables(text: string): boolean {
  return divideBlocks(text)
    .slice(0, SAMPLE)
    .some((block) => judgeBlock(lowerAll(readColumns(block.text))) !== 'meta');
}

/** Reads the tables of one text, each known by its header: what the radar is called, its sectors, rings and entries. */
export function readQiwiTables(file: string, text: string): QiwiRadar | Failure {
  const findings: Finding[] = [];
  const entries: QiwiEntry[] = [];
  const cells = { sectors: new Map<string, Cell>(), rings: new Map<string, Cell>() };
  const meta = new Map<string, { text: string; place: Place }>();
  const headers: string[] = [];
  let hasEntries = false;
  const blocks = divideBlocks(text);
  if (blocks.length > BLOCKS_LIMIT) {
    const reason = `The file holds ${blocks.length} tables, and at most ${BLOCKS_LIMIT} are read`;
    return failAt(file, undefined, reason, 'Split it into several files.');
  }
  for (const block of blocks) {
    const table = parseTable(block.text, block.line);
    const columns = lowerAll(table.columns);
    headers.push(columns.join(', '));
    for (const { line, message, done } of table.problems) {
      if (done === null)
        return failAt(file, line, `In line ${line}, ${message}`, 'Close the quotes of each cell.');
      findings.push({ place: { file, line }, message, done });
    }
    findings.push(...findRest(file, table));
    const kind = judgeBlock(columns);
    const read = (row: TableRow, column: string) => row.cells[columns.indexOf(column)] ?? '';
    if (kind === 'entries') {
      hasEntries = true;
      if (!columns.includes('ring') || !(columns.includes('sector') || columns.includes('quadrant')))
        return tellMissing(file, table.line, columns);
      findings.push(...findUnknown(file, table, columns, ENTRY_COLUMNS));
      for (const row of table.rows) entries.push(readEntry(file, row, read));
    } else if (kind === 'meta') {
      const row = table.rows[0];
      findings.push(...findUnknown(file, table, columns, META_COLUMNS));
      for (const column of row === undefined ? [] : columns)
        meta.set(column, {
          text: row ? read(row, column) : '',
          place: { file, line: row?.line, field: column },
        });
    } else {
      const held = kind === 'rings' ? cells.rings : cells.sectors;
      const column = kind === 'rings' ? 'ring' : columns.includes('sector') ? 'sector' : 'quadrant';
      for (const row of table.rows) {
        const id = read(row, column).toLowerCase();
        const cell = held.get(id) ?? { title: '', aliases: [] };
        if (kind === 'aliases') cell.aliases.push(read(row, 'alias'));
        else cell.title = read(row, 'title');
        held.set(id, cell);
      }
    }
  }
  if (!hasEntries) {
    const reason = 'None of the tables has the columns name, sector and ring';
    return failAt(
      file,
      1,
      `${reason}; they have: ${shorten(headers.join(' | '))}`,
      'Add the table of the entries.',
    );
  }
  const metaOf = (key: string) => meta.get(key) ?? { text: '', place: { file } };
  return {
    title: metaOf('title').text,
    date: metaOf('date'),
    legend: metaOf('legend'),
    sectors: buildCells(cells.sectors),
    rings: buildCells(cells.rings),
    entries,
    findings,
  };
}

interface Cell {
  title: string;
  aliases: string[];
}

function judgeBlock(columns: readonly string[]): BlockKind {
  const has = (column: string) => columns.includes(column);
  const isSector = has('sector') || has('quadrant');
  if (has('name') && (isSector || has('ring'))) return 'entries';
  if (has('alias') && isSector) return 'aliases';
  if (has('title') && isSector) return 'sectors';
  return has('title') && has('ring') ? 'rings' : 'meta';
}

function readEntry(file: string, row: TableRow, read: (row: TableRow, column: string) => string): QiwiEntry {
  const sector = read(row, 'sector');
  return {
    name: read(row, 'name'),
    sector: sector === '' ? read(row, 'quadrant') : sector,
    ring: read(row, 'ring'),
    description: read(row, 'description'),
    moved: read(row, 'moved'),
    placeOf: (field) => ({ file, line: row.line, ...(field === undefined ? {} : { field }) }),
  };
}

/** In the order of their ids, as the tool has them. */
function buildCells(cells: ReadonlyMap<string, Cell>): DraftCell[] {
  return [...cells]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { title, aliases }]) => ({
      // Entries may name a sector as the quadrant of the same number.
      keys: [...new Set([id, id.replace(/^s/, 'q'), ...aliases])],
      name: title || aliases[0] || id,
    }));
}

function findUnknown(
  file: string,
  table: Table,
  columns: readonly string[],
  known: readonly string[],
): Finding[] {
  return columns.flatMap((column, at) => {
    const count = table.rows.filter((row) => (row.cells[at] ?? '') !== '').length;
    if (known.includes(column) || count === 0) return [];
    const message = `the column "${shorten(column)}" is not one that a radar has`;
    const done = `What it holds in ${count} ${count === 1 ? 'row' : 'rows'} is left out.`;
    return [{ place: { file, line: table.line, field: column }, message, done }];
  });
}

/** A row with more cells than the header mostly comes of a text that holds commas, without quotes. */
function findRest(file: string, { columns, rows }: Table): Finding[] {
  return rows.flatMap(({ line, cells }) => {
    const rest = cells.slice(columns.length).filter((cell) => cell !== '');
    if (rest.length === 0) return [];
    const message = `the row has ${cells.length} cells, and the header ${columns.length}`;
    return [{ place: { file, line }, message, done: `"${shorten(rest.join(', '))}" is left out.` }];
  });
}

function tellMissing(file: string, line: number, columns: readonly string[]): Failure {
  const missing = columns.includes('ring') ? 'sector' : 'ring';
  const seen = columns.map((column) => `"${shorten(column)}"`).join(', ');
  const reason = `The column "${missing}" is missing; the table of the entries has ${seen}`;
  return failAt(
    file,
    line,
    reason,
    'Add it to the first line of the table, or rename the column that holds it.',
  );
}

function lowerAll(columns: readonly string[]): string[] {
  return columns.map((column) => column.toLowerCase());
}
