import { SPELLED_LETTERS } from '../domain/make-id.ts';

/** How the name of an exported picture ends, before it says whether the picture opens again. */
export type SnapshotEnding = '.png' | '.svg' | '.pdf';

/** Room before the ending: what people read at a glance, and with the ending what every file system takes. */
const MOST_CHARACTERS = 120;
const MOST_BYTES = 220;

/**
 * The name of an exported picture, such as `deep-learning-trend-radar_2026-11_training_2026-11-21.radar.png`: lower
 * case, without accents, at most 120 characters before the ending; scripts other than Latin keep their letters.
 *
 * @param parts.scope the quadrant or trend that is shown, by name; null for the whole radar
 * @param parts.reopens whether the file carries the radar; its ending says so
 */
export function snapshotName(
  parts: {
    title: string;
    edition: string | null;
    scope: string | null;
    date: string;
    reopens: boolean;
  },
  ending: SnapshotEnding,
): string {
  const { title, edition, scope, date, reopens } = parts;
  const words = [title, edition, scope, date]
    .map((part) => formatPart(part ?? ''))
    .filter((part) => part !== '');
  return `${shorten(words).join('_') || 'radar'}${reopens ? '.radar' : ''}${ending}`;
}

function formatPart(text: string): string {
  const plain = text
    // No part needs more than the whole name has; a title of any length costs the same.
    .slice(0, 4 * MOST_CHARACTERS)
    .normalize('NFKD')
    .toLowerCase()
    // An accent on a Latin letter goes; in other scripts such marks make another letter.
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/[ßæœøłđðþħı]/g, (letter) => SPELLED_LETTERS[letter] ?? letter)
    .replace(/['’]/g, '')
    .normalize('NFC');
  return plain.match(/(?:[\p{L}\p{N}]\p{M}*)+/gu)?.join('-') ?? '';
}

/** Takes letters from whichever part is longest, so that the short ones, such as the date, stay whole. */
function shorten(parts: readonly string[]): string[] {
  const letters = parts.map((part) => Array.from(part));
  while (!fits(letters.map((part) => part.join('')).join('_'))) {
    letters.reduce((longest, part) => (part.length > longest.length ? part : longest)).pop();
  }
  return letters.map((part) => part.join('').replace(/-+$/, '')).filter((part) => part !== '');
}

function fits(name: string): boolean {
  const bytes = Array.from(name).reduce((sum, letter) => sum + bytesOf(letter), 0);
  return name.length <= MOST_CHARACTERS && bytes <= MOST_BYTES;
}

function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
