import type { SourceFile } from '../formats/import/importer.ts';
import {
  BYTES_LIMIT,
  FILES_LIMIT,
  type GivenFile,
  isHidden,
  unpackSource,
} from '../formats/import/source-files.ts';
import { LoadFailure } from './load-failure.ts';

/** What a person gives to be read: files and folders that were dropped, files or a folder that were chosen, or a text. */
export type Given =
  | { files: readonly File[]; entries?: readonly FileSystemEntry[] }
  | { text: string; name?: string };

/**
 * Reads what was dropped, chosen or pasted into files that importers take: folders are walked, archives unpacked.
 * Hidden files are passed over.
 *
 * @throws LoadFailure for nothing, too much, or what this device does not let be read
 */
export async function readSource(given: Given): Promise<SourceFile[]> {
  const read = 'text' in given ? [readPasted(given)] : await readGiven(given);
  if (read.length === 0) throw failure('No file arrived', 'Save it on this device, then drop or choose it.');
  const unpacked = unpackSource(read);
  if (Array.isArray(unpacked)) return unpacked;
  throw failure(unpacked.reason, unpacked.cure);
}

function readPasted({ text, name = 'pasted text' }: { text: string; name?: string }): GivenFile {
  if (text.trim() === '')
    throw failure('There is no text to be read', 'Copy the content of the file, then paste it.');
  return { path: name, bytes: new TextEncoder().encode(text) };
}

async function readGiven({
  files,
  entries = [],
}: {
  files: readonly File[];
  entries?: readonly FileSystemEntry[];
}) {
  // A dropped folder stands among the files as one that cannot be read: only its entry leads to what it holds.
  const hasFolder = entries.some((entry) => entry.isDirectory);
  const chosen = hasFolder
    ? await walkEntries(entries)
    : files.map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  const wanted = chosen.filter(({ path }) => !isHidden(path));
  const size = wanted.reduce((sum, { file }) => sum + file.size, 0);
  if (size > BYTES_LIMIT)
    throw failure(
      `${wanted.length === 1 ? 'The file is' : 'The files are'} larger than ${BYTES_LIMIT / 1_000_000} MB and ${wanted.length === 1 ? 'was' : 'were'} not read`,
      'A radar is far smaller: check that it is the right file, or choose only the folder of the radar.',
    );
  const read: GivenFile[] = [];
  for (const { file, path } of wanted) read.push({ path, bytes: await readBytes(file, path) });
  return read;
}

async function readBytes(file: File, path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw failure(
      `"${path}" could not be read`,
      'It may be a folder that this browser does not open, or it was moved meanwhile. Choose the file itself, or a zip of the folder.',
    );
  }
}

interface FoundFile {
  file: File;
  path: string;
}

/** All files in folders that were dropped, hidden folders left out before anything in them is looked at. */
async function walkEntries(entries: readonly FileSystemEntry[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    const path = entry.fullPath.replace(/^\//, '') || entry.name;
    if (isHidden(entry.isDirectory ? `${path}/` : path)) continue;
    try {
      if (isFolder(entry)) waiting.push(...(await readFolder(entry)));
      else found.push({ file: await fileOf(entry as FileSystemFileEntry), path });
    } catch {
      throw failure(
        `"${path}" could not be read`,
        'Check that it is still there and may be read, or drop a zip of it.',
      );
    }
    if (found.length + waiting.length > FILES_LIMIT)
      throw failure(
        `There are more than ${FILES_LIMIT} files, which is far more than a radar takes`,
        'Drop or choose only the folder of the radar.',
      );
  }
  return found;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A browser hands out what a folder holds in parts, the last of which is empty. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0 || all.length > FILES_LIMIT) return all;
    all.push(...part);
  }
}

function failure(reason: string, cure: string): LoadFailure {
  return new LoadFailure({ what: 'the file', reason, cure });
}
