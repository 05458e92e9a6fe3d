import type { Size } from './watch-size.ts';

/** Longest side of a picture, in px. Browsers stop at 16,384 or sooner; a bitmap of this size takes 268 MB. */
export const LONGEST_SIDE = 8192;

/** Most px of a canvas on iPhone and iPad; above it the canvas stays empty without an error. */
const IOS_PIXELS = 16_777_216;

/** Below this many px a smaller picture is no answer any more. */
const FEWEST_PIXELS = 100_000;

/** What a browser tells of its device; `navigator` is one. */
export interface Device {
  userAgent: string;
  maxTouchPoints: number;
}

/** The size itself where it is within the known limits of the device, else the largest of the same proportions. */
export function limitSize(size: Size, device: Device): Size {
  const pixels = size.width * size.height;
  const bySide = LONGEST_SIDE / Math.max(size.width, size.height);
  const byPixels = isIos(device) ? Math.sqrt(IOS_PIXELS / pixels) : 1;
  return scaleSize(size, Math.min(1, bySide, byPixels));
}

/** Smaller sizes of the same proportions, each of half the area of the one before, down to a small picture. */
export function* halveSize(size: Size): Generator<Size> {
  for (let share = 0.5; size.width * size.height * share >= FEWEST_PIXELS; share /= 2) {
    yield scaleSize(size, Math.sqrt(share));
  }
}

function scaleSize({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** An iPad calls itself a Macintosh, but no Macintosh has a touch screen. */
function isIos({ userAgent, maxTouchPoints }: Device): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
