import type { Draft, Finding } from '../../domain/importing/draft.ts';
import { unguardCell } from '../export/guard-cell.ts';
import {
  buildRowDraft,
  type Cell,
  type Field,
  fieldOf,
  missingFields,
  type Row,
  tellMissing,
} from './byor-rows.ts';
import { checkCount, failAt, shorten } from './draft-values.ts';
import type { Failure } from './source-files.ts';
import type { Table, TableRow } from './table-source.ts';

/**
 * Makes a draft of a table whose header names what its columns hold.
 *
 * @param markdown whether descriptions are Markdown, else HTML
 * @returns a failure where a column is missing that each radar needs, there are no rows, or quotes are left open
 */
export function buildTableDraft(
  format: string,
  title: string,
  file: string,
  table: Table,
  markdown = false,
): Draft | Failure {
  const { columns } = table;
  if (missingFields(columns).length > 0) {
    const { reason, cure } = tellMissing(columns);
    return failAt(file, table.line, reason, cure);
  }
  const broken = table.problems.find((problem) => problem.done === null);
  if (broken !== undefined) {
    const reason = `In line ${broken.line}, ${broken.message}`;
    return failAt(
      file,
      broken.line,
      reason,
      'Save the table again as CSV with the program that it is made in.',
    );
  }
  const miscounted = checkCount(file, table.rows.length);
  if (miscounted !== null) return miscounted;
  const fields = assignFields(columns);
  const findings: Finding[] = [
    ...table.problems.map(({ line, message, done }) => ({
      place: { file, line },
      message,
      done: done ?? '',
    })),
    ...findUnknown(file, table, fields),
  ];
  const rows = table.rows.map((row) => buildRow(file, table, fields, row, findings));
  return buildRowDraft(format, title, rows, findings, markdown);
}

/** What each column means; of two that mean the same, the first. */
function assignFields(columns: readonly string[]): (Field | undefined)[] {
  const taken = new Set<Field>();
  return columns.map((column) => {
    const field = fieldOf(column);
    if (field === undefined || taken.has(field)) return undefined;
    taken.add(field);
    return field;
  });
}

function findUnknown(file: string, table: Table, fields: readonly (Field | undefined)[]): Finding[] {
  return table.columns.flatMap((column, at) => {
    const count =
      fields[at] === undefined ? table.rows.filter((row) => (row.cells[at] ?? '') !== '').length : 0;
    if (count === 0) return [];
    const name = column === '' ? `column ${at + 1}, which has no name,` : `the column "${shorten(column)}"`;
    const known = fieldOf(column) === undefined ? 'is not one that a radar has' : 'stands here twice';
    const done = `What it holds in ${count} ${count === 1 ? 'row' : 'rows'} is left out.`;
    return [{ place: { file, line: table.line, field: column }, message: `${name} ${known}`, done }];
  });
}

function buildRow(
  file: string,
  table: Table,
  fields: readonly (Field | undefined)[],
  row: TableRow,
  findings: Finding[],
): Row {
  const cells = new Map<Field, Cell>();
  for (const [at, field] of fields.entries()) {
    const text = row.cells[at];
    if (field === undefined || text === undefined) continue;
    // A description is guarded in the spelling of its HTML, which reading that HTML undoes.
    const plain = field === 'description' ? text : unguardCell(text);
    cells.set(field, { text: plain, field: table.columns[at] ?? '' });
  }
  addRest(file, table, fields, row, cells, findings);
  const related = (cells.get('related')?.text ?? '').split(';').map((name) => name.trim());
  return { cells, related: related.filter((name) => name !== ''), place: { file, line: row.line } };
}

/** A row with more cells than the header mostly comes of a description that holds what parts cells, without quotes. */
function addRest(
  file: string,
  { columns, delimiter }: Table,
  fields: readonly (Field | undefined)[],
  row: TableRow,
  cells: Map<Field, Cell>,
  findings: Finding[],
): void {
  const rest = row.cells.slice(columns.length);
  if (rest.every((cell) => cell === '')) return;
  const message = `the row has ${row.cells.length} cells, and the header ${columns.length}`;
  const last = cells.get('description');
  const place = { file, line: row.line };
  if (fields.at(-1) === 'description' && last !== undefined) {
    const text = [last.text, ...rest].join(delimiter === '\t' ? ' ' : `${delimiter} `);
    cells.set('description', { ...last, text });
    findings.push({ place, message, done: 'What is too many is read as the rest of the description.' });
  } else {
    findings.push({ place, message, done: `"${shorten(rest.join(delimiter))}" is left out.` });
  }
}
