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

/**
 * Builds what answers the 1-based place of a character offset in a text. The text is searched for its lines
 * once, when the first place is asked for.
 */
export function buildPositions(text: string): (offset: number) => Position {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= findLineStarts(text);
    let line = 1;
    for (let after = starts.length; after - line > 0; ) {
      const middle = Math.ceil((line + after) / 2);
      if ((starts[middle - 1] ?? 0) <= offset) line = middle;
      else after = middle - 1;
    }
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
