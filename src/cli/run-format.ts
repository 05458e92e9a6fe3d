import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatIssue } from '../domain/issue.ts';
import type { Radar } from '../domain/radar.ts';
import { formatRadarFolder } from '../formats/radar-folder.ts';
import { formatRadarJson } from '../formats/radar-json.ts';
import type { ExitCode, Output } from './output.ts';
import { isFolder, readFolderTexts, readRadar, readText } from './read-radar.ts';
import { hasErrors, summarise } from './summarise.ts';

/**
 * Rewrites a radar in its canonical form, file by file where the text differs. A radar with errors is left
 * untouched: what cannot be read whole cannot be written whole.
 *
 * @param checkOnly say what would change, and change nothing
 */
export async function runFormat(path: string, checkOnly: boolean, { out }: Output): Promise<ExitCode> {
  const { radar, issues } = await readRadar(path);
  for (const issue of issues) out(formatIssue(issue));
  if (radar === null || hasErrors(issues)) {
    out(`${path}: ${summarise(issues)}; nothing was formatted`);
    return 1;
  }
  const differing = await differingFiles(path, radar);
  if (!checkOnly) for (const [file, text] of differing) await writeFile(file, text);
  for (const file of differing.keys()) out(`${file}: ${checkOnly ? 'not in canonical form' : 'formatted'}`);
  if (differing.size === 0) out(`${path}: in canonical form`);
  else if (checkOnly) out(`Run: npm run -s radar -- format ${path}`);
  return checkOnly && differing.size > 0 ? 1 : 0;
}

/** The canonical texts that differ from what the files hold, by path. */
async function differingFiles(path: string, radar: Radar): Promise<Map<string, string>> {
  const folder = await isFolder(path);
  const now = folder ? await readFolderTexts(path) : new Map([['', await readText(path)]]);
  const canonical = folder ? formatRadarFolder(radar) : new Map([['', formatRadarJson(radar)]]);
  const differing = [...canonical].filter(([file, text]) => now.get(file) !== text);
  return new Map(differing.map(([file, text]) => [folder ? join(path, file) : path, text]));
}
