import type { RadarIndex } from './radar-index.ts';

/** Hue of the quadrant at a position, 0 to 7: what its colours go by in every picture and on the page. */
export function hueAt(index: Pick<RadarIndex, 'hues'>, at: number): number {
  return index.hues?.[at] ?? at;
}
