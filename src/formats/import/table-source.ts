import Papa from 'papaparse';

/** Most rows that are read, the header's counted; a radar holds far fewer. */
const ROW_LIMIT = 100_000;
/** How much of a text is looked at to find its header, in characters. */
const HEAD_LIMIT = 20_000;
const DELIMITERS = [',', ';', '\t'] as const;
/** What Excel writes into the first line where its country's list separator is another. */
const SEPARATOR_LINE = /^sep=(.)[ \t]*(?:\n|$)/i;

/** One row of a table, below its header. */
export interface TableRow {
  /** Where it begins, from 1. */
  line: number;
  /** Without space around them; as many as the row has. */
  cells: readonly string[];
}

/** Something that is wrong with how a table is written. */
export interface TableProblem {
  line: number;
  /** In one sentence without a full stop. */
  message: string;
  /** What was read nonetheless, a sentence; null where the table can't be read beyond it. */
  done: string | null;
}

/** A table with a header, as CSV and spreadsheets hold it. */
export interface Table {
  /** Line of the header, from 1. */
  line: number;
  /** Names of the columns as written, without space around them. */
  columns: readonly string[];
  /** Without those that are wholly empty. */
  rows: readonly TableRow[];
  problems: readonly TableProblem[];
  /** What joins cells in the text; a comma where it isn't one. */
  delimiter: string;
}

/** Where a table's rows begin in a text, and what parts its cells. */
interface Start {
  text: string;
  /** Line of the text's first character, from 1. */
  line: number;
  delimiter: string;
}

/**
 * The names of a table's columns, of its first line that is not empty. Looks at the beginning of the text alone.
 *
 * @returns no names where the text holds no table
 */
export function readColumns(text: string): string[] {
  const start = findStart(text.slice(0, HEAD_LIMIT));
  const rows = parseCells(start.text, start.delimiter, 1).data;
  return (rows[0] ?? []).map((cell) => cell.trim());
}

/**
 * Reads a table written as CSV, with commas, semicolons or tabs between its cells as its header has them. Cells may
 * hold line breaks in quotes; blanks before a quote are no part of its cell.
 *
 * @param firstLine line of the text's beginning in its file
 * @returns the rows in their order; a problem without `done` where quotes are not closed or there are too many rows
 */
export function parseTable(text: string, firstLine = 1): Table {
  const start = findStart(text);
  const { data, errors } = parseCells(
    joinPadding(start.text, start.delimiter),
    start.delimiter,
    ROW_LIMIT + 1,
  );
  const rows: TableRow[] = [];
  const lines: number[] = [];
  let line = start.line + firstLine - 1;
  for (const cells of data) {
    lines.push(line);
    rows.push({ line, cells: cells.map((cell) => cell.trim()) });
    for (const cell of cells) line += countBreaks(cell);
    line += 1;
  }
  const [head, ...body] = rows;
  return {
    line: head?.line ?? firstLine,
    columns: head?.cells ?? [],
    rows: body.filter((row) => row.cells.some((cell) => cell !== '')),
    problems: [
      ...findProblems(errors, lines),
      ...(data.length > ROW_LIMIT
        ? [{ line, message: `the table has more than ${ROW_LIMIT} rows`, done: null }]
        : []),
    ],
    delimiter: start.delimiter,
  };
}

function parseCells(text: string, delimiter: string, preview: number) {
  // Not the fast mode: it cuts the whole text into rows before it looks at how many are wanted.
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview, fastMode: false });
}

function findStart(source: string): Start {
  let text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = SEPARATOR_LINE.exec(text);
  let line = 1;
  if (separator !== null) {
    text = text.slice(separator[0].length);
    line += 1;
  }
  // Lines above the header that are empty, or hold nothing but what parts cells.
  const blank = text.slice(0, text.lastIndexOf('\n', Math.max(text.search(/[^\s,;]/), 0)) + 1);
  text = text.slice(blank.length);
  return {
    text,
    line: line + countBreaks(blank),
    delimiter: separator?.[1] ?? guessDelimiter(text),
  };
}

/** What divides the header into the most cells. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, HEAD_LIMIT);
  let best: string = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = parseCells(head, delimiter, 1).data[0]?.length ?? 0;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}

/** Takes away the blanks before cells in quotes: with them the quotes would count as part of an unquoted cell. */
function joinPadding(text: string, delimiter: string): string {
  const quoted = new RegExp(`(^|${delimiter === '\t' ? '\\t' : escapePattern(delimiter)})( *)"`, 'gm');
  const pieces: string[] = [];
  let kept = 0;
  for (let match = quoted.exec(text); match !== null; match = quoted.exec(text)) {
    const open = quoted.lastIndex - 1;
    if (match[2] !== '') {
      pieces.push(text.slice(kept, match.index), match[1] ?? '');
      kept = open;
    }
    quoted.lastIndex = findClose(text, open) + 1;
  }
  return kept === 0 ? text : [...pieces, text.slice(kept)].join('');
}

/** Where quotes are closed that open at `open`, or the text's end. */
function findClose(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}

function findProblems(
  errors: readonly { code: string; row?: number | undefined }[],
  lines: readonly number[],
): TableProblem[] {
  const problems: TableProblem[] = [];
  let before = -1;
  for (const { code, row = 0 } of errors) {
    const line = lines[row] ?? 1;
    if (code === 'MissingQuotes') {
      problems.push({ line, message: 'a cell of this row begins with " and nothing closes it', done: null });
    } else if (code === 'InvalidQuotes' && row !== before) {
      const next = lines[row + 1];
      const last = next === undefined ? line : next - 1;
      const span = last > line ? `Lines ${line} to ${last} are read as one row` : 'The row is read';
      problems.push({
        line,
        message: 'a cell in quotes holds a " that is not doubled',
        done: `${span}, with the quotes as part of its text.`,
      });
      before = row;
    }
  }
  return problems;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
