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

/** `file:line:column: error: message. cure` */
export function formatIssue(issue: Issue): string {
  const place = issue.line === undefined ? issue.file : `${issue.file}:${issue.line}:${issue.column ?? 1}`;
  return `${place}: ${issue.severity}: ${issue.message}. ${issue.cure}`;
}
