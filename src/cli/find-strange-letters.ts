import { TEXT_CHARACTERS } from '../layout/text-widths.generated.ts';

const BUNDLED = new Set(TEXT_CHARACTERS);

/** The characters in the texts of an SVG file that the bundled font has not, each once, in order. */
export function findStrangeLetters(svg: string): string[] {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1] ?? '').join('');
  return [...new Set(texts)].filter((letter) => !BUNDLED.has(letter) && /\S/u.test(letter)).sort();
}
