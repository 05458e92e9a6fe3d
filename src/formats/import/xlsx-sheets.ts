import { strFromU8 } from 'fflate';
import type { TableRow } from './table-source.ts';
import { listZip, unzipEntry, ZipError } from './unzip-files.ts';
import { readAttribute, scanXml } from './xml-parts.ts';

/** A workbook's most files; most bytes that they unpack to; most columns, rows and characters that are read of it. */
const FILES_LIMIT = 5000;
const UNPACKED_LIMIT = 100_000_000;
const COLUMN_LIMIT = 200;
const ROW_LIMIT = 100_000;
const TEXT_LIMIT = 50_000_000;

const WORKBOOK = 'xl/workbook.xml';

/** One sheet of a workbook. */
export interface Sheet {
  name: string;
  /** Rows with their numbers, without those that hold nothing. */
  rows: readonly TableRow[];
  /** Whether there are cells beyond the columns that are read. */
  isCut: boolean;
}

/** Whether the archive is a workbook as spreadsheets save it (.xlsx). Never throws. */
export function isWorkbook(bytes: Uint8Array): boolean {
  try {
    return listZip(bytes, FILES_LIMIT).some(({ path }) => path === WORKBOOK);
  } catch (error) {
    if (error instanceof ZipError || error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The sheets of a workbook in their order, every value as the text of it.
 *
 * @throws ZipError where the workbook cannot be read, or holds more than a radar ever does
 */
export function readSheets(bytes: Uint8Array): Sheet[] {
  const entries = new Map(listZip(bytes, FILES_LIMIT).map((entry) => [entry.path, entry]));
  let left = UNPACKED_LIMIT;
  const readPart = (path: string): string => {
    const entry = entries.get(path);
    if (entry === undefined) return '';
    const part = unzipEntry(bytes, entry, left);
    if (part === null) throw new ZipError(`holds more than ${UNPACKED_LIMIT / 1_000_000} MB`);
    left -= part.length;
    return strFromU8(part);
  };
  const parts = readRelations(readPart('xl/_rels/workbook.xml.rels'));
  const shared = readShared(readPart(parts.shared ?? 'xl/sharedStrings.xml'));
  const budget = { characters: TEXT_LIMIT };
  const sheets: Sheet[] = [];
  for (const piece of scanXml(readPart(WORKBOOK))) {
    if (piece.kind !== 'open' || piece.name !== 'sheet') continue;
    const path = parts.paths.get(readAttribute(piece.head, 'id') ?? '');
    if (path === undefined) continue;
    const name = readAttribute(piece.head, 'name') ?? '';
    sheets.push({ name, ...readSheet(readPart(path), shared, budget) });
  }
  return sheets;
}

/** Where the sheets stand by the names that the workbook has for them, and the texts that they share. */
function readRelations(xml: string): { paths: ReadonlyMap<string, string>; shared: string | null } {
  const paths = new Map<string, string>();
  let shared: string | null = null;
  for (const piece of scanXml(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    const target = readAttribute(piece.head, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    paths.set(readAttribute(piece.head, 'Id') ?? '', path);
    if (readAttribute(piece.head, 'Type')?.endsWith('/sharedStrings')) shared = path;
  }
  return { paths, shared };
}

/** The texts that cells name by number; each is in pieces where its letters differ in their looks. */
function readShared(xml: string): string[] {
  const texts: string[] = [];
  let pieces: string[] = [];
  let isText = false;
  // How the characters of some languages are pronounced; no part of the text.
  let isPhonetic = false;
  for (const piece of scanXml(xml)) {
    if (piece.kind === 'text') {
      if (isText && !isPhonetic) pieces.push(piece.text);
    } else if (piece.name === 't') isText = piece.kind === 'open' && !piece.isEmpty;
    else if (piece.name === 'rPh') isPhonetic = piece.kind === 'open' && !piece.isEmpty;
    else if (piece.name === 'si' && (piece.kind === 'close' || piece.isEmpty)) {
      texts.push(decodeEscapes(pieces.join('')));
      pieces = [];
    }
  }
  return texts;
}

function readSheet(
  xml: string,
  shared: readonly string[],
  budget: { characters: number },
): { rows: TableRow[]; isCut: boolean } {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let value: string[] = [];
  let isValue = false;
  let isPhonetic = false;
  let isCut = false;
  const closeCell = () => {
    const text = readValue(type, value.join(''), shared);
    value = [];
    if (text === '') return;
    if (column >= COLUMN_LIMIT) {
      isCut = true;
      return;
    }
    budget.characters -= text.length;
    if (budget.characters < 0) throw new ZipError('holds more text than a radar ever does');
    while (cells.length < column) cells.push('');
    cells[column] = text.trim();
  };
  const closeRow = () => {
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    cells = [];
    if (rows.length > ROW_LIMIT) throw new ZipError(`has a sheet of more than ${ROW_LIMIT} rows`);
  };
  for (const piece of scanXml(xml)) {
    if (piece.kind === 'text') {
      if (isValue && !isPhonetic) value.push(piece.text);
      continue;
    }
    const opens = piece.kind === 'open';
    const closes = piece.kind === 'close' || piece.isEmpty;
    if (piece.name === 'row') {
      if (opens) {
        line = Number(readAttribute(piece.head, 'r')) || line + 1;
        column = -1;
      }
      if (closes) closeRow();
    } else if (piece.name === 'c') {
      if (opens) {
        column = columnOf(readAttribute(piece.head, 'r')) ?? column + 1;
        type = readAttribute(piece.head, 't') ?? 'n';
      }
      if (closes) closeCell();
    } else if (piece.name === 'v' || piece.name === 't') isValue = !closes;
    else if (piece.name === 'rPh') isPhonetic = !closes;
  }
  return { rows, isCut };
}

function readValue(type: string, text: string, shared: readonly string[]): string {
  if (type === 's') return shared[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return type === 'str' || type === 'inlineStr' ? decodeEscapes(text) : text;
}

/** The column of a cell's address, from 0: A1 is 0, AA7 is 26. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Workbooks write characters that XML has no place for as `_x000D_`. */
function decodeEscapes(text: string): string {
  const whole = text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return whole.replace(/\r\n?/g, '\n');
}
