import { strFromU8 } from 'fflate';
import { SnapshotFailure, unpackSnapshot } from '../snapshot.ts';
import { readFromPng } from '../snapshot-png.ts';
import { readFromSvg } from '../snapshot-svg.ts';
import type { Importer, SourceFile } from './importer.ts';
import { failureOf } from './source-files.ts';

/**
 * How pictures begin, in Latin-1: PNG, also one whose line breaks were changed on the way; and the kinds that a PNG is
 * converted to, which have lost what it carried and say so when they are read.
 */
const PICTURE = /^(?:.{1,3}PNG[\r\n]|\u00ff\u00d8\u00ff|RIFF.{4}WEBP|GIF8|.{4}ftyp(?:avi[fs]|hei[cs]|mif1))/s;

/** A picture that this radar exported, with its data in it; any other picture is refused in words. */
export const OWN_SNAPSHOT: Importer = {
  id: 'own-snapshot',
  label: 'Trend Radar, snapshot (PNG or SVG)',
  recognises: ({ files: [file, ...others] }) =>
    file !== undefined && others.length === 0 && (isPicture(file) || isSvg(file)),
  read: ({ files: [file] }) => {
    if (file === undefined) return failureOf('No file arrived', 'Drop or choose one.');
    try {
      const packed = file.text !== null && isSvg(file) ? readFromSvg(file.text) : readFromPng(file.bytes);
      return { kind: 'radar', ...unpackSnapshot(packed, file.path), findings: [] };
    } catch (cause) {
      if (cause instanceof SnapshotFailure) return failureOf(cause.reason, cause.cure, cause.issues);
      throw cause;
    }
  },
};

function isPicture({ bytes }: SourceFile): boolean {
  return PICTURE.test(strFromU8(bytes.subarray(0, 32), true));
}

/** An SVG that stands alone; a page in which a picture is followed by more is none. */
function isSvg({ text }: SourceFile): boolean {
  if (text === null || !/^<(?:[\w-]+:)?svg\b/.test(skipProlog(text.trimStart()))) return false;
  const end = text.lastIndexOf('</svg>');
  const rest = end === -1 ? '' : text.slice(end + '</svg>'.length).trim();
  return rest === '' || rest.startsWith('<!--');
}

/** An XML text from its root element on: without declarations, comments and what stands between them. */
function skipProlog(text: string): string {
  let at = 0;
  for (;;) {
    const end = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<?', at)
        ? '?>'
        : text.startsWith('<!', at)
          ? '>'
          : null;
    const found = end === null ? -1 : text.indexOf(end, at);
    if (end === null || found === -1) return text.slice(at, at + 100);
    at = found + end.length;
    while (/\s/.test(text.charAt(at))) at += 1;
  }
}
