import { measureText, type TextWeight } from './measure-text.ts';

/** What separates words; spaces that forbid a break stay within their word. */
const SPACES = /[^\S\u00a0\u2007\u202f]+/u;
/** Kana, ideographs and their marks: a line may begin before any of them ... */
const ANYWHERE = /[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/;
/** ... but for a small kana, a lengthening, or a closing mark; and none ends with an opening one. */
const NEVER_FIRST = /[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々、。，．：；！？）」』】〉》]/;
const NEVER_LAST = /[（「『【〈《([{"'“‘]/;
/** A word in which nothing is to be looked for. */
const PLAIN = /^[\w.,:;()'"%]*$/;
/** A character with the marks that stand on it, and what a joiner ties to it: never taken apart. */
const CHARACTER = /\P{M}(?:\p{M}|\u200d\P{M}|[\u{1f3fb}-\u{1f3ff}])*|\p{M}+/gu;

/**
 * Breaks a text into lines that are no wider than `width` in the bundled font. A line ends at a space, after a hyphen
 * or a slash, or between ideographs; a word that is wider than a line is broken between characters. Nothing is lost
 * but white space: runs of it become one space, or the end of a line.
 *
 * @param width in the unit of `size`; a single character that is wider still gets a line of its own
 * @param indent what is taken from the first line, which is empty where then nothing fits in it
 * @returns no line for a text without anything but white space
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: TextWeight,
  indent = 0,
): string[] {
  const space = measureText(' ', size, weight);
  const lines: string[] = [];
  // the line that is being filled, and its width: widths add up, as kerning is not measured
  let line = '';
  let filled = 0;
  const fits = (own: number) => filled + own <= width - (lines.length === 0 ? indent : 0) + 1e-6;
  const begin = (piece: string, own: number) => {
    if (line !== '' || (lines.length === 0 && indent > 0)) lines.push(line);
    [line, filled] = [piece, own];
  };
  for (const word of text.split(SPACES).filter((part) => part !== '')) {
    for (const [order, piece] of breakWord(word).entries()) {
      const gap = order === 0 && line !== '' ? ' ' : '';
      const before = gap === '' ? 0 : space;
      const own = measureText(piece, size, weight);
      if (fits(before + own)) {
        line += gap + piece;
        filled += before + own;
      } else if (own <= width + 1e-6) begin(piece, own);
      else {
        // too wide for any line: its characters fill this one and as many more as they need
        for (const [at, character] of (piece.match(CHARACTER) ?? []).entries()) {
          const room = measureText(character, size, weight) + (at === 0 ? before : 0);
          if (fits(room)) {
            line += (at === 0 ? gap : '') + character;
            filled += room;
          } else begin(character, measureText(character, size, weight));
        }
      }
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The pieces of a word between which a line may end. */
function breakWord(word: string): string[] {
  if (PLAIN.test(word)) return [word];
  const characters = word.match(CHARACTER) ?? [];
  const pieces: string[] = [];
  let piece = '';
  for (const [at, character] of characters.entries()) {
    const before = characters[at - 1] ?? '';
    if (piece !== '' && mayBreak(characters[at - 2] ?? '', before, character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Between `before` and `after`: never within a number such as 8/255, a date, or after the sign of one. */
function mayBreak(second: string, before: string, after: string): boolean {
  if (/^[-–—/]$/.test(before)) return /[\p{L}\p{N}]/u.test(second) && /\p{L}/u.test(after);
  const script = ANYWHERE.test(before) || ANYWHERE.test(after);
  return script && !NEVER_FIRST.test(after) && !NEVER_LAST.test(before) && !/^[\p{P}\p{S}]/u.test(after);
}
