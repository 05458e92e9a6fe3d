import { strFromU8, strToU8 } from 'fflate';
import { isRecord } from '../../domain/radar-values.ts';
import { parseJson } from '../json-text.ts';
import type { ParsedText } from '../parsed-text.ts';
import { parseYaml, YAML_SIZE_LIMIT } from '../yaml-text.ts';
import { checkYaml } from './check-yaml.ts';
import type { Imported, Source, SourceFile } from './importer.ts';
import { isZip, listZip, unzipEntry, ZipError } from './unzip-files.ts';

/** Most bytes that are given at once, and most that they unpack to. */
export const BYTES_LIMIT = 50_000_000;
export const UNPACKED_LIMIT = 100_000_000;
export const FILES_LIMIT = 5_000;

/** Why nothing can be made of what was given, in words. */
export type Failure = Extract<Imported, { kind: 'failure' }>;

/** A file as it was given, before it is known what it is. */
export interface GivenFile {
  path: string;
  bytes: Uint8Array;
}

/** Files that systems and version control leave in folders, never part of a radar. */
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/|node_modules\/|Thumbs\.db$|desktop\.ini$)/i;

/** Whether a path is of a file that no one put there: it is passed over without a word. */
export function isHidden(path: string): boolean {
  return HIDDEN.test(path);
}

/** A failure in words. */
export function failureOf(reason: string, cure: string, issues: Failure['issues'] = []): Failure {
  return { kind: 'failure', reason, cure, issues };
}

/**
 * Makes one flat set of files of what was given: archives are unpacked (but not those inside of others, nor the files
 * of office programs, which are archives, too), texts decoded, hidden files and a folder around all the rest left out.
 */
export function unpackSource(given: readonly GivenFile[]): SourceFile[] | Failure {
  const size = given.reduce((sum, file) => sum + file.bytes.length, 0);
  if (size > BYTES_LIMIT) return tooLarge(BYTES_LIMIT, 'were given');
  const files: GivenFile[] = [];
  let left = UNPACKED_LIMIT;
  for (const file of given) {
    const unpacked = unpack(file, left);
    if (!Array.isArray(unpacked)) return unpacked;
    left -= unpacked.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (left < 0) return tooLarge(UNPACKED_LIMIT, 'are in it');
    for (const one of unpacked) files.push(one);
    if (files.length > FILES_LIMIT) return tooMany();
  }
  if (given.length > 0 && files.length === 0)
    return failureOf('There is no file in it', 'Drop or choose the files of a radar.');
  const top = commonFolder(files);
  return files.map(({ path, bytes }) => ({ path: path.slice(top), bytes, ...decodeFile(bytes) }));
}

function unpack(file: GivenFile, most: number): GivenFile[] | Failure {
  const path = cleanPath(file.path);
  if (isHidden(path)) return [];
  if (!isZip(file.bytes)) return [{ path, bytes: file.bytes }];
  try {
    const entries = listZip(file.bytes, FILES_LIMIT);
    if (isOffice(entries.map((entry) => entry.path))) return [{ path, bytes: file.bytes }];
    const wanted = entries.filter((entry) => !isHidden(cleanPath(entry.path)));
    if (wanted.reduce((sum, entry) => sum + entry.size, 0) > most)
      return tooLarge(UNPACKED_LIMIT, `are in "${path}"`);
    const unpacked: GivenFile[] = [];
    let left = most;
    for (const entry of wanted) {
      const bytes = unzipEntry(file.bytes, entry, left);
      if (bytes === null) return tooLarge(UNPACKED_LIMIT, `are in "${path}"`);
      left -= bytes.length;
      unpacked.push({ path: cleanPath(entry.path), bytes });
    }
    return unpacked;
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return failureOf(
      `The archive "${path}" ${error.message}`,
      'Unpack it on this device, and drop the folder; or make the archive again.',
    );
  }
}

/** Whether an archive is the file of an office program: one file to everyone but its maker. */
function isOffice(paths: readonly string[]): boolean {
  return (
    paths.some((path) => path === '[Content_Types].xml' || path === 'xl/workbook.xml') ||
    paths[0] === 'mimetype'
  );
}

/** Without what would lead out of the folder: paths name places here, and never open files. */
function cleanPath(path: string): string {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.join('/') || 'file';
}

/** Length of the path of the one folder that holds all files, with its slash; 0 where there is none. */
function commonFolder(files: readonly GivenFile[]): number {
  const length = (files[0]?.path.indexOf('/') ?? -1) + 1;
  const top = files[0]?.path.slice(0, length) ?? '';
  return files.every(({ path }) => path.startsWith(top)) ? length : 0;
}

/** Bytes as text, and whether that was guessed: where they are none in a known encoding but look like one of Excel's. */
function decodeFile(bytes: Uint8Array): Pick<SourceFile, 'text' | 'isGuessed'> {
  const text = decodeText(bytes);
  if (text !== null) return { text };
  const guess = decodeWindows1252(bytes);
  return guess === null ? { text: null } : { text: guess, isGuessed: true };
}

/** What the bytes from 0x80 to 0x9f stand for in Windows-1252; all others are the characters of the same number. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Bytes that no text has: control characters but those of lines, and those for which Windows-1252 has no sign. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0081\u008d\u008f\u0090\u009d]/;

/** Text as Excel writes "CSV" in western Europe; null for bytes that look like none. */
function decodeWindows1252(bytes: Uint8Array): string | null {
  const latin = strFromU8(bytes, true);
  if (NO_TEXT.test(latin)) return null;
  return latin.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80));
}

/**
 * Bytes as the text they are: UTF-8, or UTF-16 where a mark says so; without the mark.
 *
 * @returns null for what is no text in either
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, 1);
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, 0);
  if (bytes.includes(0)) return null;
  const text = strFromU8(bytes);
  // The decoder puts this sign where bytes are no UTF-8; some texts hold it themselves.
  if (text.includes('\uFFFD') && !sameBytes(strToU8(text.replace(/^\uFEFF/, '')), skipMark(bytes)))
    return null;
  return text.replace(/^\uFEFF/, '');
}

function skipMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** @param high the place of the high byte in each pair */
function decodeUtf16(bytes: Uint8Array, high: 0 | 1): string | null {
  if (bytes.length % 2 === 1) return null;
  const units = new Uint16Array(bytes.length / 2 - 1);
  for (let index = 0; index < units.length; index += 1) {
    const at = 2 * index + 2;
    units[index] = (bytes[at + high] ?? 0) * 256 + (bytes[at + 1 - high] ?? 0);
  }
  if (units.includes(0)) return null;
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += STEP)
    parts.push(String.fromCharCode(...units.subarray(at, at + STEP)));
  return parts.join('');
}

/** UTF-16 units turned into text at a time. */
const STEP = 8192;

/** The source that importers look at. */
export function buildSource(files: readonly SourceFile[]): Source {
  const [only, ...others] = files;
  const lone = only !== undefined && others.length === 0 ? only : null;
  return { files, value: lone === null ? undefined : parseValue(lone)?.value };
}

/** A text that begins as JSON does. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** A key with its value, an item of a list, or a mark that YAML has, at the start of a line. */
const YAML_LINE = /^(?:---|%YAML|\s*- |\s*["']?[\w][\w .-]*["']?\s*:(?:\s|$))/m;
/** The head of a text, in characters, that has to show what it is. */
const HEAD = 2000;

/**
 * Reads a file as JSON or YAML, each safely: sizes, depth and aliases are bounded, and tags make no objects.
 *
 * @returns the value, undefined where it has faults, with its issues; null for what does not look like either
 */
export function parseValue(file: SourceFile): ParsedText | null {
  const { text, path } = file;
  if (text === null) return null;
  if (looksLikeJson(text)) {
    const json = parseJson(text, path);
    const isFaulty = json.value === undefined && /^\s*\{\s*[\w-]+\s*:|^\s*\[\s*[A-Za-z]/.test(text);
    return isFaulty ? (parseYamlValue(text, path) ?? json) : json;
  }
  return YAML_LINE.test(text.slice(0, HEAD)) ? parseYamlValue(text, path) : null;
}

/** Reads YAML that holds keys or a list; null for one that is a single text, as any prose is. */
export function parseYamlValue(text: string, path: string): ParsedText | null {
  let parsed: ParsedText;
  // Longer ones are refused by what reads them.
  const wild = text.length > YAML_SIZE_LIMIT ? null : checkYaml(text, path);
  if (wild !== null) return { value: undefined, issues: [wild], locate: () => undefined };
  try {
    parsed = parseYaml(text, path);
  } catch {
    // Nested so deeply that reading it takes more memory than there is.
    return null;
  }
  const { value } = parsed;
  return value === undefined || isRecord(value) || Array.isArray(value) ? parsed : null;
}

function tooLarge(limit: number, where: string): Failure {
  return failureOf(
    `More than ${limit / 1_000_000} MB ${where}, which is far more than a radar takes`,
    'Drop or choose only the files of the radar.',
  );
}

function tooMany(): Failure {
  return failureOf(
    `There are more than ${FILES_LIMIT} files, which is far more than a radar takes`,
    'Drop or choose only the folder of the radar.',
  );
}
