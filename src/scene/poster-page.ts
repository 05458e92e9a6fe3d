import type { PosterOptions } from './poster-options.ts';

/** The shorter side of a page, design px: what a screen of that height shows. */
export const SHORTER = 1080;

/** Size of the page in design px for a file of so many px. */
export function designSize({ width, height, scale }: Pick<PosterOptions, 'width' | 'height' | 'scale'>): {
  width: number;
  height: number;
} {
  const pixels = scale ?? Math.min(width, height) / SHORTER;
  return { width: width / pixels, height: height / pixels };
}
