import { BYOR_COLUMNS, buildByorRows, byorFaults, byorLosses } from './byor-rows.ts';
import type { Exporter } from './exporter.ts';
import { guardCell, guardHtmlCell } from './guard-cell.ts';

/** Build Your Own Radar of Thoughtworks: a table with a row for each trend (RFC 4180, UTF-8 without a mark). */
export const byorCsv: Exporter = {
  id: 'byor-csv',
  label: 'Build Your Own Radar, CSV',
  purpose: 'For the Thoughtworks radar, a Google Sheet or a spreadsheet.',
  ending: '.csv',
  losses: byorLosses,
  faults: byorFaults,
  format: (radar, edition) => {
    const rows = buildByorRows(radar, edition).map((row) =>
      BYOR_COLUMNS.map((column) =>
        column === 'description' ? guardHtmlCell(row[column]) : guardCell(row[column]),
      ),
    );
    return [BYOR_COLUMNS, ...rows].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
  },
};

function quote(cell: string): string {
  return /[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
