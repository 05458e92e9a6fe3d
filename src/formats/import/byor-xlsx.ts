import type { Draft, Finding } from '../../domain/importing/draft.ts';
import { judgeColumns, missingFields, tellMissing } from './byor-rows.ts';
import { failAt, shorten, stemOf } from './draft-values.ts';
import type { Imported, Importer, Source, SourceFile } from './importer.ts';
import { buildTableDraft } from './table-rows.ts';
import type { Table } from './table-source.ts';
import { isZip, ZipError } from './unzip-files.ts';
import { isWorkbook, readSheets, type Sheet } from './xlsx-sheets.ts';

/** A workbook of a spreadsheet with a table of Build Your Own Radar, or of Roadie, in one of its sheets. */
export const BYOR_XLSX: Importer = {
  id: 'byor-xlsx',
  label: 'Build Your Own Radar, XLSX',
  recognises: ({ files }) => {
    const [file, another] = files;
    return file !== undefined && another === undefined && isZip(file.bytes) && isWorkbook(file.bytes);
  },
  read: readWorkbook,
};

function readWorkbook({ files }: Source): Imported {
  const file = files[0];
  if (file === undefined) return failAt('', undefined, 'There is no file', 'Give a workbook.');
  try {
    return buildWorkbookDraft(file, readSheets(file.bytes));
  } catch (error) {
    if (!(error instanceof ZipError || error instanceof RangeError)) throw error;
    const what = error instanceof ZipError ? error.message : 'is damaged';
    return failAt(file.path, undefined, `The workbook ${what}`, 'Save it again, or save its sheet as CSV.');
  }
}

function buildWorkbookDraft(file: SourceFile, sheets: readonly Sheet[]): Imported {
  const tables = sheets
    .filter(({ rows }) => rows.length > 0)
    .map((sheet) => ({ sheet, table: tableOf(sheet) }));
  const taken = tables.find(({ table }) => missingFields(table.columns).length === 0);
  if (taken === undefined) {
    const nearest = tables.find(({ table }) => judgeColumns(table.columns) !== null) ?? tables[0];
    if (nearest === undefined)
      return failAt(
        file.path,
        undefined,
        'The workbook holds nothing',
        'Fill in a sheet with name, ring, quadrant.',
      );
    const { reason, cure } = tellMissing(nearest.table.columns);
    const where = tables.length > 1 ? `In the sheet "${shorten(nearest.sheet.name)}", t` : 'T';
    return failAt(file.path, nearest.table.line, where + reason.slice(1), cure);
  }
  const isMarkdown = judgeColumns(taken.table.columns) === 'roadie';
  const draft = buildTableDraft(BYOR_XLSX.label, stemOf(file.path), file.path, taken.table, isMarkdown);
  if ('kind' in draft) return draft;
  const others = tables
    .filter((table) => table !== taken)
    .map(({ sheet, table }) => tellOther(file.path, sheet, table));
  return {
    kind: 'draft',
    draft: { ...draft, findings: [...others, ...findCut(file.path, taken.sheet), ...draft.findings] },
  };
}

function tableOf({ rows }: Sheet): Table {
  const [head, ...body] = rows;
  return { line: head?.line ?? 1, columns: head?.cells ?? [], rows: body, problems: [], delimiter: ',' };
}

function tellOther(file: string, { name }: Sheet, { columns }: Table): Finding {
  const isRadar = missingFields(columns).length === 0;
  return {
    place: { file },
    message: `the sheet "${shorten(name)}" ${isRadar ? 'holds another radar' : 'has no columns name, ring and quadrant'}`,
    done: isRadar ? 'It is left out; to read it, save it as a file of its own.' : 'It is left out.',
  };
}

function findCut(file: string, { name, isCut }: Sheet): Draft['findings'] {
  const message = `the sheet "${shorten(name)}" has more columns than are read`;
  return isCut ? [{ place: { file }, message, done: 'Those far to the right are left out.' }] : [];
}
