import { formatIssue, type Issue } from '../domain/issue.ts';
import type { ExitCode, Output } from './output.ts';
import { ALL_CHECKS, readRadar } from './read-radar.ts';

/** Prints every issue of a radar, one a line, then a summary. */
export async function runCheck(path: string, { out }: Output): Promise<ExitCode> {
  const { radar, issues } = await readRadar(path, ALL_CHECKS);
  for (const issue of issues) out(formatIssue(issue));
  const content =
    radar === null ? '' : `${count(radar.trends, 'trend')}, ${count(radar.sources, 'source')}, `;
  out(`${path}: ${content}${summarise(issues)}`);
  return hasErrors(issues) ? 1 : 0;
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** Such as `2 errors, no warnings`. */
export function summarise(issues: readonly Issue[]): string {
  const errors = issues.filter((issue) => issue.severity === 'error');
  const warnings = issues.filter((issue) => issue.severity === 'warning');
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}

function count(items: readonly unknown[], what: string): string {
  if (items.length === 0) return `no ${what}s`;
  return items.length === 1 ? `1 ${what}` : `${items.length} ${what}s`;
}
