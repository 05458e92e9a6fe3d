import type { Finding } from '../../domain/importing/draft.ts';
import type { Issue } from '../../domain/issue.ts';

/** What is told of a radar of our own that is valid: nothing of it is changed. */
export function findingsOf(issues: readonly Issue[]): Finding[] {
  return issues.map(({ file, line, path, message }) => ({
    place: { file, line, field: formatPath(path) },
    message,
    done: 'It is kept as it is.',
  }));
}

/** Keys to a value, as in `entries[3].label`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words}[${step}]`;
    return words === '' ? step : `${words}.${step}`;
  }, '');
}
