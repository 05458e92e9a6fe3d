import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { latestEdition } from '../domain/editions.ts';
import { countTrends } from '../domain/importing/reconcile-question.ts';
import { formatIssue } from '../domain/issue.ts';
import type { Radar } from '../domain/radar.ts';
import { formatRadarFolder } from '../formats/radar-folder.ts';
import type { ConvertArgs } from './convert-args.ts';
import { refuseIdle } from './decide-questions.ts';
import type { ExitCode, Output } from './output.ts';
import { isOwnRadar, readFiles, readRadar } from './read-radar.ts';
import { type Reading, readSource } from './read-source.ts';
import { offer } from './snapshot-args.ts';
import { hasErrors, summarise } from './summarise.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes a radar of any format in another one. Says what was found in it, what it leaves open and how that was
 * answered, and what the new file cannot hold.
 *
 * @returns 1 where the data has errors; then nothing is written
 * @throws UsageError where the radar has not what the call asks for, or the output cannot be written
 */
export async function runConvert(args: ConvertArgs, { out }: Output): Promise<ExitCode> {
  const { path, output, exporter } = args;
  const { radar, lines, summary, failed } = await readAny(args);
  for (const line of lines) out(line);
  out(`${path}: ${summary}`);
  if (radar === null || failed) {
    out(`${output}: nothing was written`);
    return 1;
  }
  const edition = findEdition(radar, args.edition);
  const asFolder = exporter.id === 'own-folder' && extname(output).toLowerCase() !== '.zip';
  await refuseOutput(path, output, asFolder);
  for (const fault of exporter.faults(radar, edition)) out(`warning: ${fault}`);
  for (const loss of exporter.losses(radar, edition)) out(`not written: ${loss}`);
  if (asFolder) await writeFolder(output, radar);
  else await writeOut(output, exporter.format(radar, edition));
  const trends = asFolder || exporter.id.startsWith('own-') ? radar.trends : placedIn(radar, edition);
  out(`${output}: ${asFolder ? 'Data folder' : exporter.label}, ${countTrends(trends.length)}`);
  return 0;
}

async function readAny({ path, answers }: ConvertArgs): Promise<Reading> {
  if (!(await isOwnRadar(path))) return readSource(path, await readFiles(path), answers);
  refuseIdle(answers, []);
  const { radar, issues } = await readRadar(path);
  const count = radar === null ? '' : `${countTrends(radar.trends.length)}, `;
  return {
    radar,
    lines: issues.map(formatIssue),
    summary: `${count}${summarise(issues)}`,
    failed: hasErrors(issues),
  };
}

function findEdition(radar: Radar, edition: string | null): string {
  if (edition === null) return latestEdition(radar.editions).id;
  const ids = radar.editions.map(({ id }) => id);
  if (ids.includes(edition)) return edition;
  throw new UsageError(`--edition: this radar has no edition "${edition}". ${offer(edition, ids)}`);
}

function placedIn({ trends }: Radar, edition: string): Radar['trends'] {
  return trends.filter(({ placements }) => placements.some((placement) => placement.edition === edition));
}

/** @throws UsageError where writing would destroy what is read, or mix a data folder with other files */
async function refuseOutput(path: string, output: string, asFolder: boolean): Promise<void> {
  if (resolve(path) === resolve(output))
    throw new UsageError(`${output} is the radar that is read. Name another output with -o.`);
  const kind = await stat(output).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => null,
  );
  if (!asFolder && kind === 'folder') throw new UsageError(`${output} is a folder. Name a file in it.`);
  if (asFolder && kind === 'file')
    throw new UsageError(`${output} is a file. Name a new folder, or a file ending in .zip.`);
  if (asFolder && kind === 'folder' && (await readdir(output)).length > 0)
    throw new UsageError(`The folder ${output} holds other files. Name a new or an empty one.`);
}

async function writeFolder(folder: string, radar: Radar): Promise<void> {
  for (const [path, text] of formatRadarFolder(radar)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeOut(file, text);
  }
}

async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reasons: Record<string, string> = {
      ENOENT: 'its folder does not exist. Make the folder first.',
      EACCES: 'this may not be written. Change the permissions, or name another place.',
    };
    throw new UsageError(`Cannot write ${path}: ${reasons[code] ?? `${String(error)}. Name another place.`}`);
  }
}
