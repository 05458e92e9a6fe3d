import { splitWords, type Word } from './search-words.ts';

/** A stretch of an excerpt; the marked ones are exactly the words that were looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Length of an excerpt, in characters, unless a single word is longer. */
const WIDTH = 90;

/**
 * The part of a text that shows most of the words looked for, in their context, with "…" where it was cut.
 *
 * @param sought the folded forms of the words to mark
 */
export function buildExcerpt(text: string, sought: ReadonlySet<string>, width = WIDTH): Piece[] {
  const words = splitWords(text).filter((word) => sought.has(word.folded));
  const { from, to } = chooseWindow(text, words, width);
  const pieces: Piece[] = [];
  const add = (piece: string, marked: boolean) => {
    if (piece !== '') pieces.push({ text: piece, marked });
  };
  let at = from;
  let plain = from > 0 ? '… ' : '';
  for (const word of words) {
    if (word.start < from || word.end > to) continue;
    add(plain + text.slice(at, word.start), false);
    add(text.slice(word.start, word.end), true);
    plain = '';
    at = word.end;
  }
  add(plain + text.slice(at, to) + (to < text.length ? ' …' : ''), false);
  return pieces;
}

function chooseWindow(text: string, words: readonly Word[], width: number): { from: number; to: number } {
  if (text.length <= width) return { from: 0, to: text.length };
  let [start, end, most] = [0, 0, 0];
  for (const [at, first] of words.entries()) {
    const seen = words.slice(at).filter((word) => word.end <= first.start + width);
    const distinct = new Set(seen.map((word) => word.folded)).size;
    if (distinct > most || at === 0)
      [start, end, most] = [first.start, seen.at(-1)?.end ?? first.end, distinct];
  }
  const free = Math.max(0, width - (end - start));
  const from = Math.max(0, Math.min(start - Math.floor(free / 2), start, text.length - width));
  const [first, last] = [
    cutForwards(text, from, start),
    cutBackwards(text, Math.max(end, from + width), end),
  ];
  // What joins two parts of a text says nothing where one of them was cut away.
  return {
    from: first + (/^[ ·]+/.exec(text.slice(first, start))?.[0].length ?? 0),
    to: end + text.slice(end, last).replace(/[ ·]+$/, '').length,
  };
}

/** The first place from `at` on, at most `limit`, where a word begins. */
function cutForwards(text: string, at: number, limit: number): number {
  if (at === 0 || text[at - 1] === ' ') return at;
  const space = text.indexOf(' ', at);
  if (space !== -1 && space < limit) return space + 1;
  return startsHalf(text, at) ? at + 1 : at;
}

/** The last place up to `at`, at least `limit`, where a word ends. */
function cutBackwards(text: string, at: number, limit: number): number {
  if (at >= text.length) return text.length;
  if (text[at] === ' ') return at;
  const space = text.lastIndexOf(' ', at);
  if (space >= limit) return space;
  return startsHalf(text, at) ? at - 1 : at;
}

/** Whether a cut at `at` would part the two halves of one character. */
function startsHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '');
}
