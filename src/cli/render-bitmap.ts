import { fileURLToPath } from 'node:url';
import { findStrangeLetters } from './find-strange-letters.ts';
import { prepareSvg } from './prepare-svg.ts';

/** A bitmap that cannot be drawn on this machine, said in a sentence that ends with the cure. */
export class BitmapError extends Error {}

/** What draws bitmaps reads static fonts only: one file for each weight that a picture uses. */
const FONT_FILES = [400, 500, 600, 700].map((weight) =>
  fileURLToPath(new URL(`fonts/inter-${weight}.ttf`, import.meta.url)),
);

/**
 * Draws an SVG file as a bitmap, at the size in px that the file itself names.
 *
 * @returns the bytes of a PNG
 * @throws BitmapError where the package that draws is not installed for this machine
 */
export async function renderBitmap(svg: string): Promise<Buffer> {
  const { renderAsync } = await loadResvg();
  const image = await renderAsync(prepareSvg(svg), {
    font: {
      fontFiles: FONT_FILES,
      defaultFontFamily: 'Inter Radar',
      sansSerifFamily: 'Inter Radar',
      // Only where letters need another font, such as Chinese ones: it takes time, and no two machines have the same.
      loadSystemFonts: findStrangeLetters(svg).length > 0,
    },
  });
  return image.asPng();
}

/** Loaded late: it is native code, and every other command works on a machine that has none. */
async function loadResvg(): Promise<typeof import('@resvg/resvg-js')> {
  try {
    return await import('@resvg/resvg-js');
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    throw new BitmapError(
      `PNG files cannot be drawn here: the package @resvg/resvg-js is not installed for ${process.platform}-${process.arch} (${reason}). ` +
        'Run `npm install` on this machine, or write an SVG file: name one ending in .svg after -o.',
    );
  }
}
