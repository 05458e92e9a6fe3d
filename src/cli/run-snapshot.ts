import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editionWords, latestEdition } from '../domain/editions.ts';
import { formatIssue } from '../domain/issue.ts';
import type { Radar, Trend } from '../domain/radar.ts';
import { buildDetail, buildIndex } from '../domain/radar-index.ts';
import { packSnapshot, SnapshotFailure } from '../formats/snapshot.ts';
import { addToPng } from '../formats/snapshot-png.ts';
import { addToSvg } from '../formats/snapshot-svg.ts';
import { buildPoster } from '../scene/build-poster.ts';
import type { PosterScope } from '../scene/poster-options.ts';
import { renderPoster } from '../scene/render-poster.ts';
import { findStrangeLetters } from './find-strange-letters.ts';
import type { ExitCode, Output } from './output.ts';
import { readRadar } from './read-radar.ts';
import { renderBitmap } from './render-bitmap.ts';
import { offer, type SnapshotArgs } from './snapshot-args.ts';
import { hasErrors, summarise } from './summarise.ts';
import { UsageError } from './usage-error.ts';

/** 144 dpi: letters print at half of their pixels. */
const PIXELS_PER_METRE = 5669;
const FONT = new URL('../../public/fonts/inter-subset.woff2', import.meta.url);
const BUILT_IN = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * Writes a radar as a picture, the same that the page makes, and says what the picture leaves out.
 *
 * @throws UsageError where the radar has not what the call asks for, or the file cannot be written
 */
export async function runSnapshot(args: SnapshotArgs, { out, err }: Output): Promise<ExitCode> {
  const { radar, issues } = await readRadar(args.path);
  if (radar === null || hasErrors(issues)) {
    for (const issue of issues) err(formatIssue(issue));
    err(`${args.path}: ${summarise(issues)}; nothing was drawn`);
    return 1;
  }
  const { edition, scope, trend } = findShown(radar, args);
  const { width, height, theme, transparent, contents } = args;
  const poster = buildPoster(buildIndex(radar), trend === null ? null : buildDetail(radar, trend), {
    edition,
    width,
    height,
    theme,
    transparent,
    contents,
    scope,
    names: args.names ?? true,
    selected: null,
    date: args.date ?? today(),
    origin: resolve(args.path) === BUILT_IN ? 'built-in radar' : basename(resolve(args.path)),
    reopens: args.data,
  });
  const packed = args.data ? packRadar(radar, args) : null;
  const font = args.format === 'svg' ? (await readFile(FONT)).toString('base64') : null;
  const svg = renderPoster(poster, { width, height, font });
  const file =
    args.format === 'png'
      ? addToPng(await renderBitmap(svg), { packed, pixelsPerMetre: PIXELS_PER_METRE })
      : Buffer.from(packed === null ? svg : addToSvg(svg, packed));
  await writeOutput(args.output, file);
  for (const omitted of [...poster.omitted, ...warnOfLetters(svg)]) err(`warning: ${omitted}`);
  const holds = args.data ? 'holds the radar' : 'without the radar';
  out(`${args.output}: ${width}x${height} px, ${Math.ceil(file.length / 1000)} kB, ${holds}`);
  return 0;
}

/** The edition, quadrant and trend that a call means, looked up in the radar. */
function findShown(
  radar: Radar,
  args: SnapshotArgs,
): { edition: string; scope: PosterScope; trend: Trend | null } {
  const edition =
    args.edition === null
      ? latestEdition(radar.editions)
      : find('edition', args.edition, radar.editions, '--edition');
  if (args.scope.kind === 'all') return { edition: edition.id, scope: { kind: 'all' }, trend: null };
  if (args.scope.kind === 'quadrant') {
    const quadrant = find('quadrant', args.scope.id, radar.quadrants, '--scope').id;
    return { edition: edition.id, scope: { kind: 'quadrant', quadrant }, trend: null };
  }
  const trend = find('trend', args.scope.id, radar.trends, '--scope');
  const editions = trend.placements.map((placement) => placement.edition);
  if (!editions.includes(edition.id)) {
    const cure =
      editions.length === 0
        ? 'Name another trend.'
        : `Add --edition with one of those that it stands in: ${editions.join(', ')}.`;
    throw new UsageError(
      `The trend "${trend.id}" does not stand in the edition ${editionWords(edition)}. ${cure}`,
    );
  }
  return { edition: edition.id, scope: { kind: 'trend', trend: trend.id }, trend };
}

function find<Entry extends { id: string }>(
  what: string,
  id: string,
  entries: readonly Entry[],
  option: string,
): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (found !== undefined) return found;
  const ids = entries.map((entry) => entry.id);
  throw new UsageError(`${option}: this radar has no ${what} "${id}". ${offer(id, ids)}`);
}

/** The radar for the file, with what the page shows when the file is opened there. */
function packRadar(radar: Radar, { edition, scope, names }: SnapshotArgs): Uint8Array {
  const trend = scope.kind === 'trend' ? scope.id : null;
  const quadrant = scope.kind === 'quadrant' ? scope.id : null;
  try {
    return packSnapshot({ radar, view: { edition, trend, quadrant, names } });
  } catch (error) {
    if (!(error instanceof SnapshotFailure)) throw error;
    throw new UsageError(`${error.message}. Leave it out with --no-data, and pass on the radar beside it.`);
  }
}

/** The day on this machine's calendar, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const MOST_LETTERS = 8;

/** A warning where texts have characters that the bundled font has not. */
function warnOfLetters(svg: string): string[] {
  const letters = findStrangeLetters(svg);
  if (letters.length === 0) return [];
  const some = letters.slice(0, MOST_LETTERS).join(' ');
  const rest = letters.length > MOST_LETTERS ? ` and ${letters.length - MOST_LETTERS} more` : '';
  return [
    `the bundled font has no ${some}${rest}. Another font of the machine stands in; look whether the picture has them.`,
  ];
}

async function writeOutput(path: string, file: Uint8Array): Promise<void> {
  try {
    await writeFile(path, file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reasons: Record<string, string> = {
      ENOENT: 'its folder does not exist. Make the folder first.',
      EACCES: 'this may not be written. Change the permissions, or name another place.',
      EISDIR: 'it is a folder. Name a file in it.',
    };
    throw new UsageError(`Cannot write ${path}: ${reasons[code] ?? `${String(error)}. Name another place.`}`);
  }
}
