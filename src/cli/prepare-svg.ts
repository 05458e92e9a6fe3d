import { findStrangeLetters } from './find-strange-letters.ts';

/**
 * Common fonts of the three systems, in the weights that a radar uses, by the letters that they have. Left to itself,
 * what draws takes any font that has a letter, even a bold italic one.
 */
const STAND_INS: readonly [letters: RegExp, families: string][] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo'],
  [/\p{sc=Hangul}/u, 'Noto Sans CJK KR, Noto Sans KR, Apple SD Gothic Neo, Malgun Gothic'],
  [/\p{sc=Han}/u, 'Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei'],
  [/\p{sc=Arabic}/u, 'Noto Sans Arabic, Geeza Pro, Segoe UI, DejaVu Sans'],
  [/\p{sc=Hebrew}/u, 'Noto Sans Hebrew, Arial Hebrew, Segoe UI, DejaVu Sans'],
  [/./u, 'Noto Sans, Segoe UI, Helvetica Neue, Arial, Liberation Sans, DejaVu Sans'],
];

/**
 * The SVG file of a poster for what draws bitmaps. A text with letters that the bundled font has not asks for a font
 * that may have them, whole, since one text is not drawn in two. The direction of a text is put into its characters;
 * the attribute that says it to browsers is not read there.
 */
export function prepareSvg(svg: string): string {
  return svg.replaceAll(/<text([^>]*)>([^<]*)/g, (whole, attributes: string, text: string) => {
    const strange = findStrangeLetters(whole).join('');
    if (strange === '') return whole;
    const families = STAND_INS.find(([letters]) => letters.test(strange))?.[1] ?? '';
    const turned = attributes.includes(' unicode-bidi="plaintext"') ? `\u2067${text}\u2069` : text;
    return `<text font-family="${families}, Inter Radar"${attributes}>${turned}`;
  });
}
