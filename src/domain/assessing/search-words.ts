/** A word of a text: where it stands (UTF-16 offsets, `end` exclusive), and the form in which it is compared. */
export interface Word {
  start: number;
  end: number;
  folded: string;
}

const UNSPACED = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]';

/** Letters and digits in a row, decimals with their point; each sign alone where a script sets no spaces. */
const WORD = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}])+(?:[.,]\\p{N}+)*`, 'gu');

const PLAIN_WORD = /[a-z0-9]+(?:[.,][0-9]+)*/gi;
/** What is neither ASCII nor punctuation that stands between words. */
const NOT_PLAIN = /[^\0-\x7f·\u2010-\u203a]/;

/** Words that carry no meaning of their own, and single letters. */
const FILLERS = new Set(
  `a an and are as at be been but by can could do does for from had has have how if in into is it its no not of on or
  our should so such than that the their them then there these they this those to was we were what when where which
  while who why will with would you your`.split(/\s+/),
);

/** Letters that Unicode does not take apart into a plain one and its mark. */
const STROKED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** The words of a text in their order; punctuation, symbols and white space are none. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(NOT_PLAIN.test(text) ? WORD : PLAIN_WORD)) {
    const folded = foldWord(match[0]);
    if (folded !== '') words.push({ start: match.index, end: match.index + match[0].length, folded });
  }
  return words;
}

/** A word without the difference of capitals, accents and typographic forms: "Café" and "cafe" are the same. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (!NOT_PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøłđı]/g, (letter) => STROKED[letter] ?? letter);
}

/** The words that a text is found by: without the likes of "of" and "the", unless there are no others. */
export function dropFillers(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !FILLERS.has(word) && !/^[a-z]$/.test(word));
  return telling.length > 0 ? telling : words;
}
