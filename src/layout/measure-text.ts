import { TEXT_CHARACTERS, TEXT_WIDTHS } from './text-widths.generated.ts';

/** Weights the bundled font is measured at. */
export type TextWeight = 400 | 500 | 600 | 700;

/** A character the bundled font lacks is as wide as the em square: right for CJK, generous for the rest ... */
const FALLBACK = 1000;
/** ... but for the scripts that run from right to left, whose letters are about half as wide. */
const NARROW = 620;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const COMBINING = /\p{Mn}|\p{Me}|\p{Cf}/u;

const indexOf = new Map<string, number>();
for (const [index, character] of [...TEXT_CHARACTERS].entries()) indexOf.set(character, index);

/**
 * Width of one line of text set in the bundled font, in the unit of `fontSize`.
 *
 * Sum of the advance widths in a generated table; kerning is left out, which errs on the wide side by about one
 * part in a hundred. Never throws: unknown characters are estimated, combining marks and format characters count
 * nothing.
 */
export function measureText(text: string, fontSize: number, weight: TextWeight): number {
  const widths = TEXT_WIDTHS[weight];
  let sum = 0;
  for (const character of text) {
    const index = indexOf.get(character);
    if (index !== undefined) sum += widths[index] ?? FALLBACK;
    else if (!COMBINING.test(character)) sum += isRightToLeft(character) ? NARROW : FALLBACK;
  }
  return (sum * fontSize) / 1000;
}

/** Whether a text has letters of a script that runs from right to left. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
