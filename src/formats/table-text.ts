import { snapshotName } from './snapshot-name.ts';

/** A byte order mark: without it spreadsheets take a file for one in the old encoding of their country. */
const MARK = '\uFEFF';

/** What begins a formula, at the start of a cell or after what some countries part cells with. */
const FORMULA = /(^|;)(?=[\s\p{C}"]*[=+\-@＝＋－＠])/gu;

/** Tabs, line breaks and what no cell can show. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Rows of cells as tab-separated text for the clipboard: one line each, no line break at the end. Cells stay on one
 * line, and a spreadsheet takes none of them for a formula or for the beginning of a quoted text.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => formatCell(cell).replace(/^"/, `'"`)).join('\t')).join('\n');
}

/**
 * Rows of cells as a CSV file (RFC 4180, UTF-8 with a byte order mark). Cells stay on one line, and a spreadsheet
 * takes none of them for a formula.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(formatCell).map(quote).join(','));
  return `${MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** The name of a table's file, such as `deep-learning-trend-radar_2026-11_trends.csv`. */
export function tableName(title: string, edition: string): string {
  const parts = { title, edition, scope: 'trends', date: '', reopens: false };
  return snapshotName(parts, '.pdf').replace(/\.pdf$/, '.csv');
}

function formatCell(text: string): string {
  return text.replace(BREAKS, ' ').trim().replace(FORMULA, `$1'`);
}

function quote(text: string): string {
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
