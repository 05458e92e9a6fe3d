import { pause } from './pause.ts';
import { PictureFailure } from './picture-failure.ts';
import type { Size } from './watch-size.ts';

const FONT = 'Inter Radar';
const WEIGHT = 700;
/** Letters that other fonts draw differently, and one that only a font with Polish letters has. */
const SAMPLE = 'RŁagQ3';

/** In px. The strip shows the sample, and lies below the picture. */
const STRIP = { width: 200, height: 56, fontSize: 40, x: 8, baseline: 42 };

/** Share of the ink that may differ: with the right font up to a fifth does, with a wrong one far more. */
const MOST_DIFFERENCE = 0.25;

/** How long the picture's font may take, and the time between two looks at it, in ms. */
const LONGEST_WAIT = 2000;
const PAUSE = 30;

/**
 * A picture with a strip of sample text below it, so that its font can be checked in the very bitmap that is drawn.
 *
 * @param svg a whole SVG file whose width and height are `size`
 */
export function addStrip(svg: string, size: Size): string {
  const { width, height } = size;
  const picture = svg.replace(/^\s*<\?xml[^>]*\?>/, '');
  const whole = height + STRIP.height;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">${picture}` +
    `<text x="${STRIP.x}" y="${height + STRIP.baseline}" font-family="'${FONT}', serif" font-size="${STRIP.fontSize}" ` +
    `font-weight="${WEIGHT}" text-rendering="geometricPrecision">${SAMPLE}</text></svg>`
  );
}

/** The ink of the strip under a picture: the opacity of its px, 0 to 255, row by row. */
export type StripInk = readonly number[];

/** The ink that the strip of this picture shows. */
export function readStrip(picture: CanvasImageSource, size: Size): StripInk {
  // A strip wider than the picture would be drawn from beyond its edge, where browsers differ.
  const width = Math.min(STRIP.width, size.width);
  return drawInk((context) => {
    context.drawImage(picture, 0, size.height, width, STRIP.height, 0, 0, width, STRIP.height);
  }, width);
}

/**
 * The ink that the strip should show, drawn with the page's own font.
 *
 * @throws PictureFailure when the page itself has not got its font
 */
export async function drawExpectedStrip(size: Size): Promise<StripInk> {
  const font = `${WEIGHT} ${STRIP.fontSize}px "${FONT}"`;
  const faces = await document.fonts.load(font, SAMPLE).catch(() => []);
  if (faces.length === 0) throw fontFailure();
  return drawInk(
    (context) => {
      context.font = font;
      if ('textRendering' in context) context.textRendering = 'geometricPrecision';
      context.fillText(SAMPLE, STRIP.x, STRIP.baseline);
    },
    Math.min(STRIP.width, size.width),
  );
}

/** How much of the expected ink is elsewhere or missing: 0 is the same, 1 an empty strip. */
export function compareStrips(drawn: StripInk, expected: StripInk): number {
  let difference = 0;
  let ink = 0;
  for (const [at, opacity] of expected.entries()) {
    difference += Math.abs(opacity - (drawn[at] ?? 0));
    ink += opacity;
  }
  return ink === 0 ? 1 : difference / ink;
}

/** Whether a strip shows nothing at all: the bitmap could not be made, whatever the browser says. */
export function isBlank(strip: StripInk): boolean {
  return strip.every((opacity) => opacity === 0);
}

/** @throws PictureFailure when the strip is drawn in another font than the expected one */
export function checkStrip(drawn: StripInk, expected: StripInk): void {
  if (compareStrips(drawn, expected) > MOST_DIFFERENCE) throw fontFailure();
}

/**
 * Waits until the picture draws its text in the right font; browsers call it ready sooner than that.
 *
 * @throws PictureFailure when it does not within two seconds, or the signal's reason
 */
export async function waitForFont(
  image: HTMLImageElement,
  { size, expected, signal }: { size: Size; expected: StripInk; signal: AbortSignal },
): Promise<void> {
  const end = performance.now() + LONGEST_WAIT;
  while (compareStrips(readStrip(image, size), expected) > MOST_DIFFERENCE) {
    if (performance.now() > end) throw fontFailure();
    // A frame would not come while the page is in the background.
    await pause(signal, PAUSE);
  }
}

function drawInk(draw: (context: CanvasRenderingContext2D) => void, width: number): StripInk {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = STRIP.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return [];
  draw(context);
  const { data } = context.getImageData(0, 0, width, STRIP.height);
  return Array.from({ length: data.length / 4 }, (_, at) => data[at * 4 + 3] ?? 0);
}

function fontFailure(): PictureFailure {
  return new PictureFailure({
    reason: 'This browser did not draw the letters of the picture in their own font',
    cure: 'Save the picture as SVG instead: the font is in the file.',
  });
}
