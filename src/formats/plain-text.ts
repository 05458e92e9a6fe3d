/** Signs that turn the direction of the text after them, beyond the place where they stand. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text on one line, without control characters: what can stand in a line of a list, or a cell of a table. */
export function flattenText(text: string): string {
  return text
    .replace(TURNS, '')
    .replace(/[\s\p{Cc}\uFEFF]+/gu, ' ')
    .trim();
}

/** An address that may become a link, without spaces or control characters; null for any other than http and https. */
export function safeLink(url: string): string | null {
  return /^https?:\/\/[^\s\p{Cc}\\/?#@][^\s\p{Cc}]*$/iu.test(url) ? url : null;
}
