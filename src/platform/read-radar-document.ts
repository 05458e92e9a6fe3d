import type { Issue } from '../domain/issue.ts';
import { parseRadarJson } from '../formats/radar-json.ts';
import { type Snapshot, SnapshotFailure, unpackSnapshot } from '../formats/snapshot.ts';
import { readFromPng } from '../formats/snapshot-png.ts';
import { readFromSvg } from '../formats/snapshot-svg.ts';
import { LoadFailure } from './load-failure.ts';

/** Largest file that is read, in bytes; a picture of 8K with its radar takes a tenth of this. */
const MOST_BYTES = 50_000_000;

/**
 * Reads the radar in a file that was dropped or chosen: a snapshot or a radar file, known by its content, whatever
 * its name. A radar file has no view of its own.
 *
 * @param files what was dropped, which has to be one file
 * @throws LoadFailure where it is not one file, too large, unreadable, of another kind, or not valid
 */
export async function readRadarDocument(files: readonly File[]): Promise<Snapshot> {
  const [file] = files;
  if (file === undefined) throw failure('No file arrived', 'Save it on this device, then drop or choose it.');
  if (files.length > 1)
    throw failure(`These are ${files.length} files; one at a time is opened`, 'Drop or choose one of them.');
  if (file.size > MOST_BYTES)
    throw failure(
      `The file is larger than ${MOST_BYTES / 1_000_000} MB and was not read`,
      'A snapshot or a radar file is far smaller: check that it is the right file.',
    );
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw failure(
      'The file could not be read',
      'It may be a folder, or it was moved meanwhile. Drop or choose the file itself.',
    );
  }
  try {
    return parseDocument(bytes, file.name);
  } catch (cause) {
    throw cause instanceof SnapshotFailure ? failure(cause.message, cause.cure, cause.issues) : cause;
  }
}

/** @throws SnapshotFailure or LoadFailure; the reader of PNGs says what else a file looks like */
function parseDocument(bytes: Uint8Array, name: string): Snapshot {
  const text = decodeText(bytes);
  const content = text.trimStart();
  if (/^[{[]/.test(content)) {
    const { radar, issues } = parseRadarJson(text, name);
    if (radar !== null) return { radar, view: { edition: null, trend: null, quadrant: null, names: null } };
    throw failure('The file is not a valid radar', 'Mend the places below and open it again.', issues);
  }
  const isSvg = /^<svg\b/.test(skipProlog(content));
  return unpackSnapshot(isSvg ? readFromSvg(text) : readFromPng(bytes), name);
}

function failure(reason: string, cure: string, issues: readonly Issue[] = []): LoadFailure {
  return new LoadFailure({ what: 'the file', reason, cure, issues });
}

/** The bytes as a text, which is empty where they are none. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

/** An XML text from its root element on: without declarations, comments and what stands between them. */
function skipProlog(text: string): string {
  let rest = text;
  for (;;) {
    const end = rest.startsWith('<!--')
      ? '-->'
      : rest.startsWith('<?')
        ? '?>'
        : rest.startsWith('<!')
          ? '>'
          : null;
    const at = end === null ? -1 : rest.indexOf(end);
    if (end === null || at === -1) return rest;
    rest = rest.slice(at + end.length).trimStart();
  }
}
