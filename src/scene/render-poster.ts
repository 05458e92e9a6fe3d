import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Poster } from './poster.ts';
import { PosterSvg } from './poster-svg.tsx';

/** What XML cannot hold, even escaped; a name from a strange file may. */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text of an SVG file that shows a poster, complete in itself.
 *
 * @param target px that the picture measures; `font` is the bundled typeface (woff2) in base64, or null where the
 *   reader of the file has it
 */
export function renderPoster(
  poster: Poster,
  target: { width: number; height: number; font: string | null },
): string {
  const { font, ...size } = target;
  const svg = renderToStaticMarkup(createElement(PosterSvg, { poster, ...size })).replace(ILLEGAL, '');
  if (font === null) return svg;
  // A single face: where a browser waits for a second one, it leaves out every text that could need it.
  const face = `@font-face{font-family:"Inter Radar";font-weight:400 700;src:url(data:font/woff2;base64,${font}) format("woff2")}`;
  return svg.replace(/^<svg[^>]*>/, (root) => `${root}<style>${face}</style>`);
}
