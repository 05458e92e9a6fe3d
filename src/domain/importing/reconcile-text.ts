import { cleanLine, cleanText, hidesCharacters } from '../clean-text.ts';
import type { Finding, Place } from './draft.ts';

/** Longest text of a trend that is kept, in characters. */
export const TEXT_LIMIT = 20_000;

/** A text that can be shown, or null where nothing is left of it; what is cut off is told of. */
export function fitText(
  text: string | undefined,
  what: string,
  place: Place,
  findings: Finding[],
  lines: 'one' | 'many' = 'many',
): string | null {
  if (text === undefined) return null;
  const clean = lines === 'one' ? cleanLine(text) : cleanText(text);
  if (lines === 'one' && hidesCharacters(text)) {
    findings.push({
      place,
      message: `the ${what} has characters that cannot be seen`,
      done: 'They are left out.',
    });
  }
  if (clean.length <= TEXT_LIMIT) return clean === '' ? null : clean;
  findings.push({
    place,
    message: `the ${what} is longer than ${TEXT_LIMIT.toLocaleString('en')} characters`,
    done: `Only the first ${TEXT_LIMIT.toLocaleString('en')} are kept.`,
  });
  return clean
    .slice(0, TEXT_LIMIT)
    .replace(/\p{Cs}$/u, '')
    .trim();
}
