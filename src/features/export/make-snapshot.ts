import type { Radar } from '../../domain/radar.ts';
import type { RadarIndex, TrendDetail } from '../../domain/radar-index.ts';
import { packSnapshot, type SnapshotView } from '../../formats/snapshot.ts';
import { snapshotName } from '../../formats/snapshot-name.ts';
import { addToPng } from '../../formats/snapshot-png.ts';
import { addToSvg } from '../../formats/snapshot-svg.ts';
import { TEXT_CHARACTERS } from '../../layout/text-widths.generated.ts';
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
  /** The radar and the view that the file carries; null where it carries none. */
  data: { radar: Radar; view: SnapshotView } | null;
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
  input: Pick<SnapshotInput, 'index' | 'detail' | 'options'>,
): Promise<Picture> {
  const { options } = input;
  const poster = buildPoster(input.index, input.detail, options);
  const font = await readPictureFont();
  return {
    poster,
    svg: renderPoster(poster, { width: options.width, height: options.height, font }),
    foreign: foreignCharacters(poster),
  };
}

/** The PNG file of a page. @throws PictureFailure, or the signal's reason when aborted */
export async function makePng(
  input: SnapshotInput,
  work: { signal: AbortSignal; progress: (step: RenderStep) => void },
): Promise<Blob> {
  const { svg } = await drawPicture(input);
  const { width, height } = input.options;
  const bitmap = await renderPng(svg, { width, height }, work);
  const bytes = addToPng(new Uint8Array(await bitmap.arrayBuffer()), {
    packed: input.data && packSnapshot(input.data),
    pixelsPerMetre: Math.round(input.density / INCH),
  });
  return new Blob([bytes as BlobPart], { type: PNG });
}

/** The SVG file of a page. */
export async function makeSvg(input: SnapshotInput): Promise<Blob> {
  const { svg } = await drawPicture(input);
  return new Blob([input.data === null ? svg : addToSvg(svg, packSnapshot(input.data))], { type: SVG });
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
