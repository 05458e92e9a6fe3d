import type { PosterOptions } from '../../scene/poster-options.ts';
import { themeOf } from './export-choices.ts';
import type { ExportSource } from './export-source.ts';
import { drawPicture, makePng } from './make-snapshot.ts';

/** Least px for a CSS px of a copied picture, so that it stays sharp in a slide. */
const LEAST_RATIO = 2;

/**
 * The chart as it stands on the screen, as PNG: sharp enough for a slide, and named nothing, as it goes to the
 * clipboard.
 *
 * @throws PictureFailure, or the signal's reason when aborted
 */
export async function drawView(
  source: ExportSource,
  theme: 'light' | 'dark',
  signal: AbortSignal,
): Promise<Blob> {
  const { index, view, screen } = source;
  const scale = Math.max(LEAST_RATIO, screen.ratio);
  const options: PosterOptions = {
    edition: view.edition,
    width: Math.round(screen.width * scale),
    height: Math.round(screen.height * scale),
    scale,
    ...themeOf(theme),
    contents: 'chart',
    scope: view.quadrant === null ? { kind: 'all' } : { kind: 'quadrant', quadrant: view.quadrant },
    names: view.names,
    kept: source.kept,
    lens: source.lens,
    selected: view.trend,
    date: source.date,
    origin: source.origin,
    reopens: false,
  };
  const { svg } = await drawPicture({ index, detail: null, options }, signal);
  return makePng({ options, density: 96 * scale, data: null }, svg, { signal, progress: () => {} });
}
