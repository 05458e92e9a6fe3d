import { strFromU8 } from 'fflate';
import { isRecord } from '../../domain/radar-values.ts';
import type { SourceFile } from './importer.ts';
import { type Failure, failureOf, looksLikeJson, parseValue } from './source-files.ts';
import { countWords } from './tidy-values.ts';
import { isZip } from './unzip-files.ts';

/** How a file that is no text begins, in Latin-1; what it is, and what to do with it. */
const BINARIES: readonly (readonly [RegExp, string, string])[] = [
  [/^%PDF-/, 'a PDF document', 'A PDF keeps no table: ask for the file that it was made from.'],
  [
    /^\u00d0\u00cf\W\u00e0/,
    'a document of an old office program (.xls, .doc or .ppt)',
    'Open it in its program and save it as .xlsx or CSV.',
  ],
  [
    /^(?:\W\u008b|7z\u00bc\u00af|Rar!|BZh|\u00fd7zXZ)/,
    'an archive of another kind than zip',
    'Unpack it and drop the folder.',
  ],
  [
    /^(?:BM|II\*\0|MM\0\*)/,
    'a picture of a kind that carries no radar',
    'Use the file that was exported, a PNG or SVG.',
  ],
];

/** What the parts of an office file tell of it. */
const OFFICE: readonly (readonly [string, string, string])[] = [
  ['word/', 'a Word document', 'Copy its table into a spreadsheet and save that as CSV or .xlsx.'],
  ['ppt/', 'a PowerPoint presentation', 'Put the names into a spreadsheet and save that as CSV or .xlsx.'],
  [
    'xl/',
    'an Excel workbook without a sheet whose columns are those of a radar',
    'Its first line needs name, ring and quadrant.',
  ],
  ['mimetypeapplication/vnd.oasis', 'an OpenDocument file', 'Save it as CSV or .xlsx.'],
];

/**
 * Says what something looks like in which no importer found a radar, and what can be read.
 *
 * @param labels names of the formats that can be read
 */
export function describeContent(files: readonly SourceFile[], labels: readonly string[]): Failure {
  const readable = `These can be read: ${labels.join('; ')}.`;
  const [file, ...others] = files;
  if (file === undefined)
    return failureOf('No file arrived', `Save it on this device, then drop or choose it. ${readable}`);
  if (others.length > 0) {
    const what = countWords(
      files.map(({ path }) => path),
      'file',
      'files',
    );
    return failureOf(`There is no radar in these: ${what}`, readable);
  }
  const {
    what,
    cure = 'Check that it is the right file.',
    issues = [],
  } = file.text === null || file.isGuessed ? describeBytes(file.bytes) : describeText(file, file.text);
  return failureOf(what, `${cure} ${readable}`, issues);
}

interface Description {
  what: string;
  cure?: string;
  issues?: Failure['issues'];
}

function describeBytes(bytes: Uint8Array): Description {
  const start = strFromU8(bytes.subarray(0, 100), true);
  const [, what, cure] = BINARIES.find(([beginning]) => beginning.test(start)) ?? [];
  if (what !== undefined && cure !== undefined) return { what: `This looks like ${what}`, cure };
  if (isZip(bytes)) {
    // Names of the parts stand in such a file as they are.
    const head = strFromU8(bytes.subarray(0, 100_000), true);
    const tail = strFromU8(bytes.subarray(-100_000), true);
    const [, office, how] = OFFICE.find(([part]) => head.includes(part) || tail.includes(part)) ?? [];
    if (office !== undefined && how !== undefined) return { what: `This looks like ${office}`, cure: how };
    return { what: 'This is an archive within an archive', cure: 'Unpack it and drop the folder.' };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has no other control characters
  const isText = !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(start) && !bytes.includes(0);
  if (isText)
    return {
      what: 'This looks like a text in an old encoding, whose letters cannot be told for sure',
      cure: 'Save it again as UTF-8; Excel calls that "CSV UTF-8".',
    };
  return { what: 'This is a file of no kind that is known here' };
}

/** What is looked at of a long text to tell what it is, in characters. */
const HEAD = 5000;

function describeText(file: SourceFile, text: string): Description {
  if (text.trim() === '')
    return { what: 'The file is empty', cure: 'Download or copy it again, or ask for the original.' };
  const head = text.slice(0, HEAD).trimStart();
  if (/^<(?:!doctype html|html|head|body|script|meta)\b/i.test(head) || /<html\b/i.test(head))
    return {
      what: 'This is an HTML page, not the data of a radar',
      cure: 'An address that needs a login answers with such a page: save the file itself, then drop it.',
    };
  const parsed = parseValue(file);
  if (looksLikeJson(text) && parsed !== null && parsed.value === undefined) {
    const issue = parsed.issues[0];
    const where = issue?.line === undefined ? '' : ` in line ${issue.line}`;
    return {
      what: `This looks like JSON, but it is broken${where}: ${issue?.message ?? 'it cannot be read'}`,
      cure: issue?.cure ?? 'Correct the JSON syntax.',
      issues: parsed.issues,
    };
  }
  if (parsed?.value !== undefined) {
    return { what: describeValue(parsed.value, looksLikeJson(text) ? 'JSON' : 'YAML') };
  }
  if (/^<[?!a-z]/i.test(head)) return { what: 'This is an XML text, but no picture of a radar' };
  const [line = ''] = head.split(/\r?\n/, 1);
  const separator = [',', ';', '\t'].find((sign) => line.split(sign).length > 1);
  if (separator !== undefined && line.length < 500 && head.includes('\n')) {
    const columns = line.split(separator).map((column) => column.replace(/^"|"$/g, '').trim());
    const cure = 'A table needs the columns name, ring and quadrant in its first line.';
    return { what: `This looks like a table with the columns ${listWords(columns)}`, cure };
  }
  const [issue] = parsed?.issues ?? [];
  if (issue !== undefined && /^[\w"'-][^\n]{0,80}:(?:\s|$)/m.test(head) && !/[.!?]\s+[A-Z]/.test(head)) {
    const where = issue.line === undefined ? '' : ` in line ${issue.line}`;
    return {
      what: `This looks like YAML, but it is broken${where}: ${issue.message}`,
      cure: issue.cure,
      issues: parsed?.issues ?? [],
    };
  }
  return { what: 'This looks like a text, without the columns or keys of a radar' };
}

function describeValue(value: unknown, format: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return `This is an empty ${format} list`;
    const keys = new Set(value.slice(0, 50).flatMap((item) => (isRecord(item) ? Object.keys(item) : [])));
    const records = keys.size > 0 ? `records with the keys ${listWords([...keys])}` : 'values without keys';
    return `This is a ${format} list of ${value.length} ${records}`;
  }
  const keys = isRecord(value) ? Object.keys(value) : [];
  return keys.length === 0
    ? `This is ${format} without any keys`
    : `This is a ${format} record with the keys ${listWords(keys)}`;
}

function listWords(words: readonly string[]): string {
  const shown = words.slice(0, 8).map((word) => (word.length > 40 ? `${word.slice(0, 39)}…` : word));
  return shown.join(', ') + (words.length > 8 ? ` and ${words.length - 8} more` : '');
}
