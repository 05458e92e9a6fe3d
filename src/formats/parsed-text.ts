import type { Issue } from '../domain/issue.ts';

/** Keys and list positions from a text's root to a value. */
export type Path = readonly (string | number)[];

/** A place in a text, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/**
 * Where a value (or its key) stands in its text. For a path that the text does not hold, such as that of a
 * missing key, it is the place of the nearest holder that is there.
 */
export type Locate = (path: Path, at?: 'value' | 'key') => Position | undefined;

/** A text read into a plain value. Where the text cannot be read, the value is undefined and the issues say why. */
export interface ParsedText {
  value: unknown;
  issues: Issue[];
  locate: Locate;
}

/** The 1-based place of a character offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lineStart + 1 };
}
