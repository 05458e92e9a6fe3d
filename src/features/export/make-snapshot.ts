import type { RadarIndex, TrendDetail } from '../../domain/radar-index.ts';
import { snapshotName } from '../../formats/snapshot-name.ts';
import { addToPng } from '../../formats/snapshot-png.ts';
import { addToSvg } from '../../formats/snapshot-svg.ts';
import { TEXT_CHARACTERS } from '../../layout/text-widths.generated.ts';
import { heedSignal } from '../../platform/heed-signal.ts';
import { pause } from '../../platform/pause.ts';
import { readPictureFont } from '../../platform/picture-font.ts';
import { type RenderStep, renderPng } from '../../platform/render-png.ts';
import { buildPoster } from '../../scene/build-poster.ts';
import type { Poster } from '../../scene/poster.ts';
import type { PosterOptions } from '../../scene/poster-options.ts';
import { renderPoster } from '../../scene/render-poster.ts';

/** What a snapshot is made of. */
export interface SnapshotInput {
  index: RadarIndex;
  /** Evidence of the trend, for a sheet. */
  detail: TrendDetail | null;
  options: PosterOptions;
  /** Dots to the inch. */
  density: number;
}

/** A page as an SVG text, and what a person should know of it before it is saved. */
export interface Picture {
  poster: Poster;
  svg: string;
  /** Characters that the bundled typeface lacks; they are drawn in one of the device. */
  foreign: string[];
}

const PNG = 'image/png';
const SVG = 'image/svg+xml';
const INCH = 0.0254;

/** Draws the page as the file will hold it; the preview shows this very text. */
export async function drawPicture(
  { index, detail, options }: Pick<SnapshotInput, 'index' | 'detail' | 'options'>,
  signal: AbortSignal,
): Promise<Picture> {
  const font = await readPictureFont();
  // each of the two takes some frames; the page answers its reader in between
  await pause(signal);
  const poster = buildPoster(index, detail, options);
  await pause(signal);
  const svg = renderPoster(poster, { width: options.width, height: options.height, font });
  return { poster, svg, foreign: foreignCharacters(poster) };
}

/**
 * The PNG file of a page.
 *
 * @param data the packed radar that the file carries; null for none
 * @throws PictureFailure, SnapshotFailure, or the signal's reason when aborted
 */
export async function makePng(
  input: Pick<SnapshotInput, 'options' | 'density'> & { data: Promise<Uint8Array> | null },
  svg: string,
  work: { signal: AbortSignal; progress: (step: RenderStep) => void },
): Promise<Blob> {
  const { width, height } = input.options;
  const [bitmap, packed] = await Promise.all([
    renderPng(svg, { width, height }, work),
    input.data && heedSignal(work.signal, input.data),
  ]);
  const bytes = addToPng(new Uint8Array(await bitmap.arrayBuffer()), {
    packed,
    pixelsPerMetre: Math.round(input.density / INCH),
  });
  return new Blob([bytes as BlobPart], { type: PNG });
}

/** The SVG file of a page. @throws SnapshotFailure */
export async function makeSvg(data: Promise<Uint8Array> | null, svg: string): Promise<Blob> {
  return new Blob([data === null ? svg : addToSvg(svg, await data)], { type: SVG });
}

/** The name that a file of this page is offered under. */
export function nameSnapshot(
  { index, options }: Pick<SnapshotInput, 'index' | 'options'>,
  ending: '.png' | '.svg' | '.pdf',
): string {
  const { scope } = options;
  return snapshotName(
    {
      title: index.title,
      edition: options.edition,
      scope: scope.kind === 'all' ? '' : scope.kind === 'quadrant' ? scope.quadrant : scope.trend,
      date: options.date,
      reopens: options.reopens,
    },
    ending,
  );
}

function foreignCharacters(poster: Poster): string[] {
  const bundled = new Set(TEXT_CHARACTERS);
  const texts = [
    ...poster.texts,
    ...poster.charts.flatMap(({ scene }) => [
      ...scene.blips.flatMap((blip) => blip.name?.lines ?? []),
      ...scene.quadrantTitles.map((entry) => entry.title),
      ...scene.ringTitles,
    ]),
  ];
  const all = new Set(texts.flatMap((shape) => [...shape.text]));
  return [...all].filter((character) => !bundled.has(character) && !/\p{Mn}|\p{Me}|\p{Cf}/u.test(character));
}
