import { formatIssue } from '../domain/issue.ts';
import type { ExitCode, Output } from './output.ts';
import { ALL_CHECKS, isOwnRadar, readFiles, readRadar } from './read-radar.ts';
import { countOf, hasErrors, summarise } from './summarise.ts';

/** Prints what is wrong with a radar of any format, and what it leaves open, one a line, then a summary. */
export async function runCheck(path: string, output: Output): Promise<ExitCode> {
  return (await isOwnRadar(path)) ? checkOwn(path, output) : checkForeign(path, output);
}

async function checkForeign(path: string, { out }: Output): Promise<ExitCode> {
  const files = await readFiles(path);
  // Loaded late: it knows all formats, and what is checked most often is of ours.
  const { readSource } = await import('./read-source.ts');
  const { lines, summary, failed } = await readSource(path, files);
  for (const line of lines) out(line);
  out(`${path}: ${summary}`);
  return failed ? 1 : 0;
}

async function checkOwn(path: string, { out }: Output): Promise<ExitCode> {
  const { radar, issues } = await readRadar(path, ALL_CHECKS);
  for (const issue of issues) out(formatIssue(issue));
  const content =
    radar === null ? '' : `${countOf(radar.trends, 'trend')}, ${countOf(radar.sources, 'source')}, `;
  out(`${path}: ${content}${summarise(issues)}`);
  return hasErrors(issues) ? 1 : 0;
}
