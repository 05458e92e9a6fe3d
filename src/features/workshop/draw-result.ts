import type { Session } from '../../domain/workshop/session.ts';
import { readPictureFont } from '../../platform/picture-font.ts';
import { renderPng } from '../../platform/render-png.ts';
import { buildResultPoster } from '../../scene/build-result-poster.ts';
import type { PosterOptions } from '../../scene/poster-options.ts';
import { renderPoster } from '../../scene/render-poster.ts';

/** px of the file: what a slide shows. */
const SIZE = { width: 1920, height: 1080 };

/**
 * The picture of what a workshop has changed, as a file that stands alone.
 *
 * @returns the file, and what it had no room for, as sentences
 * @throws PictureFailure
 */
export async function drawResult(
  session: Session,
  kind: 'png' | 'svg',
  options: Pick<PosterOptions, 'theme' | 'date' | 'origin'>,
): Promise<{ file: Blob; omitted: readonly string[] }> {
  const font = await readPictureFont();
  const poster = buildResultPoster(session, { ...SIZE, ...options, transparent: false, reopens: false });
  const svg = renderPoster(poster, { ...SIZE, font });
  const work = { signal: new AbortController().signal, progress: () => undefined };
  const file = kind === 'png' ? await renderPng(svg, SIZE, work) : new Blob([svg], { type: 'image/svg+xml' });
  return { file, omitted: poster.omitted };
}
