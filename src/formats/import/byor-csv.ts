import { judgeColumns } from './byor-rows.ts';
import { stemOf } from './draft-values.ts';
import type { Imported, Importer, Source } from './importer.ts';
import { hasBlocks } from './qiwi-blocks.ts';
import { buildTableDraft } from './table-rows.ts';
import { parseTable, readColumns } from './table-source.ts';

/** A table as the Build-Your-Own-Radar tool takes it, written as CSV. Its title is the name of its file. */
export const BYOR_CSV: Importer = {
  id: 'byor-csv',
  label: 'Build Your Own Radar, CSV',
  recognises: (source) => judgeTable(source) === 'byor',
  read: (source) => readTable(source, BYOR_CSV.label, false),
};

/** Whose table a source is, if it is one lone table of a radar. */
export function judgeTable({ files, value }: Source): 'byor' | 'roadie' | null {
  const text = files.length === 1 ? (files[0]?.text ?? null) : null;
  if (text === null || (typeof value === 'object' && value !== null) || hasBlocks(text)) return null;
  return judgeColumns(readColumns(text));
}

/** Reads the lone file of a source as the table of a radar. */
export function readTable({ files }: Source, format: string, markdown: boolean): Imported {
  const { path = '', text = '' } = files[0] ?? {};
  const table = parseTable(text ?? '');
  const draft = buildTableDraft(format, stemOf(path), path, table, markdown);
  return 'kind' in draft ? draft : { kind: 'draft', draft };
}
