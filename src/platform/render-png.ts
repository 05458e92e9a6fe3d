import { heedSignal } from './heed-signal.ts';
import { pause } from './pause.ts';
import { openPictureEncoder, type PictureEncoder } from './picture-encoder.ts';
import { PictureFailure } from './picture-failure.ts';
import { halveSize, LONGEST_SIDE, limitSize } from './picture-limits.ts';
import { addStrip, checkStrip, drawExpectedStrip, isBlank, readStrip, waitForFont } from './picture-strip.ts';
import type { Size } from './watch-size.ts';

/** What is being done: reading the picture, looking at its font, making the bitmap and its file. In this order. */
export type RenderStep = 'drawing' | 'checking' | 'encoding';

/**
 * The bitmap of a picture as a PNG file of exactly `size`.
 *
 * @param svg a whole SVG file with its font in it, whose width and height are `size` in px
 * @throws PictureFailure when the browser cannot draw it, draws it in another font, or when it is too large; the
 *   signal's reason when aborted
 */
export async function renderPng(
  svg: string,
  size: Size,
  { signal, progress }: { signal: AbortSignal; progress: (step: RenderStep) => void },
): Promise<Blob> {
  signal.throwIfAborted();
  const encoder = openPictureEncoder(signal);
  const address = URL.createObjectURL(new Blob([addStrip(svg, size)], { type: 'image/svg+xml' }));
  try {
    const limit = limitSize(size, navigator);
    if (limit.width < size.width || limit.height < size.height)
      throw describeTooLarge(size, await findLargest(encoder, [limit, ...halveSize(limit)]));

    const begin = (step: RenderStep) => {
      progress(step);
      // Reading, laying out and painting the picture each keep the page waiting; it must not wait for all at once.
      return pause(signal);
    };

    await begin('drawing');
    const image = await heedSignal(signal, loadImage(address));

    await begin('checking');
    const expected = await heedSignal(signal, drawExpectedStrip(size));
    await waitForFont(image, { size, expected, signal });

    await begin('encoding');
    const png = await encoder.encode(image, size, (bitmap) => {
      const drawn = readStrip(bitmap, size);
      if (isBlank(drawn)) return false;
      checkStrip(drawn, expected);
      return true;
    });
    if (png === null) throw describeTooLarge(size, await findLargest(encoder, halveSize(size)));
    return png;
  } finally {
    encoder.close();
    URL.revokeObjectURL(address);
  }
}

async function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    throw new PictureFailure({
      reason: 'This browser cannot draw the picture',
      cure: 'Save the picture as SVG instead.',
    });
  }
  return image;
}

/** The first of the sizes that the browser manages, or null where it manages none. */
async function findLargest(encoder: PictureEncoder, sizes: Iterable<Size>): Promise<Size | null> {
  for (const size of sizes) {
    if (await encoder.works(size)) return size;
  }
  return null;
}

function describeTooLarge(size: Size, largest: Size | null): PictureFailure {
  const asked = `${size.width} × ${size.height} pixels`;
  return new PictureFailure({
    reason:
      Math.max(size.width, size.height) > LONGEST_SIDE
        ? `A picture of ${asked} is too large: no side may be longer than ${LONGEST_SIDE} pixels`
        : `A picture of ${asked} is too large for this browser`,
    cure:
      largest === null
        ? 'Save the picture as SVG instead: it has no limit.'
        : `Choose at most ${largest.width} × ${largest.height} pixels, or save the picture as SVG, which has no limit.`,
    largest,
  });
}
