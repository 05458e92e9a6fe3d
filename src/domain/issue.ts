/** One thing that is wrong with a radar's data: where, what, and the cure. */
export interface Issue {
  severity: 'error' | 'warning';
  /** The file as the reader knows it, such as `trends/gans.yaml`. */
  file: string;
  /** Keys and list positions from the file's root to the value. */
  path: readonly (string | number)[];
  /** What is wrong, in one sentence without a full stop. */
  message: string;
  /** What to do about it. */
  cure: string;
  /** 1-based position in the file's text, where it is known. */
  line?: number;
  column?: number;
}

/** Finds what is wrong with a radar that may have failed its schema in places; paths begin at the radar's root. */
export type Check = (radar: unknown) => Issue[];

/** An error in a radar whose files are not known here. */
export function errorAt(path: Issue['path'], message: string, cure: string): Issue {
  return { severity: 'error', file: '', path, message, cure };
}

/** `file:line:column: error: message. cure` */
export function formatIssue(issue: Issue): string {
  const place = issue.line === undefined ? issue.file : `${issue.file}:${issue.line}:${issue.column ?? 1}`;
  return `${place}: ${issue.severity}: ${issue.message}. ${issue.cure}`;
}
