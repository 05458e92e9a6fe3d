import type { RadarIndex } from '../domain/radar-index.ts';

/** The built-in radar's index, which the build writes into the page so that it paints without a further request. */
export function readEmbeddedIndex(): RadarIndex | undefined {
  const text = document.getElementById('radar-index')?.textContent;
  return text == null || text.trim() === '' ? undefined : (JSON.parse(text) as RadarIndex);
}
