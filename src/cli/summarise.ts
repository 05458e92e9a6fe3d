import type { Issue } from '../domain/issue.ts';

/** Whether any of them keeps data from being valid. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** Such as `2 errors, no warnings`. */
export function summarise(issues: readonly Issue[]): string {
  const errors = issues.filter((issue) => issue.severity === 'error');
  const warnings = issues.filter((issue) => issue.severity === 'warning');
  return `${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}`;
}

/** Such as `no trends`, `1 trend`, `3 trends`. */
export function countOf(items: readonly unknown[], what: string): string {
  if (items.length === 0) return `no ${what}s`;
  return items.length === 1 ? `1 ${what}` : `${items.length} ${what}s`;
}
