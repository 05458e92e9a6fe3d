import type { Finding, Place } from '../../domain/importing/draft.ts';
import { stripTags } from './html-to-markdown.ts';

/**
 * How much of one file's descriptions is read with what marks them up, in characters. Reading them so is slow, and the
 * slower the more signs there are that begin a mark: each counts as many.
 */
const MARKUP_LIMIT = 1_000_000;
const MARK_WEIGHT = 50;
/** What reading a text takes that holds next to nothing. */
const TEXT_WEIGHT = 150;

/** Turns a text of a file into Markdown that is safe to show, and tells of what had to go. */
export type ReadText = (text: string, place: Place, findings: Finding[]) => string;

/**
 * Builds what reads the descriptions of one file, and after more of them than anyone reads, only their words: that
 * takes no time.
 *
 * @param read what reads a single text, with what marks it up
 * @param isPlain whether a text has no marks that take time
 */
export function buildReader(read: ReadText, isPlain: (text: string) => boolean): ReadText {
  let left = MARKUP_LIMIT;
  return (text, place, findings) => {
    if (isPlain(text)) return read(text, place, findings);
    const before = left;
    left -= text.length + countMarks(text) * MARK_WEIGHT + TEXT_WEIGHT;
    if (left >= 0) return read(text, place, findings);
    if (before >= 0)
      findings.push({
        place,
        message: 'the descriptions up to here hold more text and markup than is read of one file',
        done: 'From here on, their words are kept without what marks them up.',
      });
    return stripTags(text).markdown;
  };
}

function countMarks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    // < [ * _ `
    if (sign === 60 || sign === 91 || sign === 42 || sign === 95 || sign === 96) count += 1;
  }
  return count;
}
