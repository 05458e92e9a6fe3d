/** What no reader should meet in a text: controls, marks that turn the order of letters around, halves of characters. */
const UNSEEN = /[\p{Cs}\p{Cc}\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** The same but for tabs and line breaks, which a text of several lines has. */
const UNSEEN_IN_TEXT = /[\p{Cs}\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|[^\P{Cc}\t\n]/gu;

/** Most names: letters of English in words a space apart. Nothing of them has to go, which is found faster so. */
const CLEAN_LINE = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A text on one line: without characters that cannot be seen, white space as single spaces, none at its ends. */
export function cleanLine(text: string): string {
  if (CLEAN_LINE.test(text)) return text;
  return text.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/ {2,}/g, ' ').trim();
}

/** A text of several lines without characters that cannot be seen, and without white space at its ends. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN_IN_TEXT, '').trim();
}

/** Whether cleaning takes more from a text than white space. */
export function hidesCharacters(text: string): boolean {
  return !CLEAN_LINE.test(text) && text.replace(/\s+/g, ' ').search(UNSEEN) !== -1;
}

/**
 * What two spellings of one name share: "Languages & Frameworks", "languages-and-frameworks" and
 * " LANGUAGES and  frameworks" are the same.
 */
export function matchKey(text: string): string {
  return cleanLine(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[\s_\p{Pd}]+/gu, ' ')
    .trim();
}

/**
 * Shortens a text to a number of characters, at a word where there is one, and says so by three dots.
 *
 * @param limit at least 2, in UTF-16 units, the dots included
 */
export function shortenAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  // A first word that is longer than half of the room is cut itself, never inside a pair of units.
  const kept = space > limit / 2 ? cut.slice(0, space) : text.slice(0, limit - 1).replace(/\p{Cs}$/u, '');
  return `${kept.replace(/[\s,;:.–—&(/-]+$/u, '')}…`;
}
