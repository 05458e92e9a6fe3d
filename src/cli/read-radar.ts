import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { checkEditing } from '../domain/check-editing.ts';
import { checkRadar } from '../domain/check-radar.ts';
import type { Check } from '../domain/issue.ts';
import { type ParsedRadar, parseRadarFolder } from '../formats/radar-folder.ts';
import { parseRadarJson } from '../formats/radar-json.ts';

/** What a radar has to pass where it is edited: what makes it valid, and if it is strict the editing rules. */
export const ALL_CHECKS: readonly Check[] = [checkRadar, checkEditing];

/** A file as it lies on the disk, its path with `/` between folders. */
export interface FileBytes {
  path: string;
  bytes: Uint8Array;
}

/** A path that cannot be read, said in a sentence that ends with the cure. */
export class UnreadableError extends Error {}

/**
 * Reads a radar from a data folder or a radar file.
 *
 * @param checks what the radar has to pass beside its schema
 * @returns the radar and its issues, whose `file` is relative to the working folder
 * @throws UnreadableError where the path is neither
 */
export async function readRadar(path: string, checks: readonly Check[] = [checkRadar]): Promise<ParsedRadar> {
  if (!(await isFolder(path))) {
    if (!path.endsWith('.json')) throw new UnreadableError(notRadar(path));
    return parseRadarJson(await readText(path), shownPath(path), checks);
  }
  const { radar, issues } = parseRadarFolder(await readFolderTexts(path), checks);
  return { radar, issues: issues.map((issue) => ({ ...issue, file: shownPath(join(path, issue.file)) })) };
}

/** @throws UnreadableError where there is nothing at the path */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** @throws UnreadableError where the file cannot be read */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * The texts of a data folder by path, with `/` between folders. Left out are hidden files, `README.md` and the
 * generated schemas; everything else is meant to be data, and the parser says so where it is not.
 */
export async function readFolderTexts(folder: string): Promise<Map<string, string>> {
  const paths = (await listFiles(folder)).filter(
    (path) => !/(^|\/)\.|^README\.md$|^schema\/[^/]+\.schema\.json$/.test(path),
  );
  const texts = await Promise.all(paths.map((path) => readText(join(folder, path))));
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}

/**
 * Whether a path is read as this radar's own data folder or radar file, with lines and columns for what is wrong; any
 * other is read by what its files hold.
 */
export async function isOwnRadar(path: string): Promise<boolean> {
  if (!(await isFolder(path))) return path.endsWith('.radar.json');
  return (await readdir(path)).some((name) => name === 'radar.yaml' || name === 'sources.yaml');
}

/** The file at a path, or all files of a folder but hidden ones. */
export async function readFiles(path: string): Promise<FileBytes[]> {
  if (!(await isFolder(path))) return [{ path: basename(path), bytes: await readBytes(path) }];
  const files = (await listFiles(path)).filter((file) => !/(^|\/)\./.test(file));
  const bytes = await Promise.all(files.map((file) => readBytes(join(path, file))));
  return files.map((file, at) => ({ path: file, bytes: bytes[at] ?? new Uint8Array() }));
}

/** The paths of all files of a folder, with `/` between folders, in order. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function notRadar(path: string): string {
  const yaml = /\.ya?ml$/.test(path);
  const cure = yaml
    ? 'A YAML file is read with its whole folder: name the folder.'
    : 'Name one of these, or make one: npm run -s radar -- convert IN -o OUT.radar.json';
  return `${path} is neither a data folder nor a radar file (*.radar.json). ${cure}`;
}

/** A path as messages have it: relative to the working folder, unless it lies outside of it. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

function unreadable(path: string, error: unknown): UnreadableError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file or folder. Check the path for a typing mistake.',
    EACCES: 'it may not be read. Change its permissions.',
    EISDIR: 'it is a folder. Name a file.',
  };
  return new UnreadableError(`Cannot read ${path}: ${reasons[code] ?? `${String(error)}. Check the path.`}`);
}
