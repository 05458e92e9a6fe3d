import { judgeTable, readTable } from './byor-csv.ts';
import type { Importer } from './importer.ts';

/** A table as the Backstage plugin of Roadie takes it: a column `title`, movement as numbers, Markdown. */
export const ROADIE_CSV: Importer = {
  id: 'roadie-csv',
  label: 'Roadie Backstage, CSV',
  recognises: (source) => judgeTable(source) === 'roadie',
  read: (source) => readTable(source, ROADIE_CSV.label, true),
};
