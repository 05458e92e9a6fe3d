/** A value and where it was found: keys and list positions from the root. */
export interface Found {
  value: unknown;
  path: (string | number)[];
}

/** Whether a value is a plain record of keys, as opposed to a list, a text or nothing. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * All values at a pattern of keys in data of unknown shape. `*` stands for every item of a list. What is not there is
 * left out.
 */
export function collectAt(root: unknown, pattern: readonly string[]): Found[] {
  const found: Found[] = [];
  collectInto(found, root, pattern, []);
  return found;
}

/** Walks with one path that grows and shrinks: a copy at each step is what a long list would cost most. */
function collectInto(
  found: Found[],
  value: unknown,
  pattern: readonly string[],
  path: (string | number)[],
): void {
  const step = pattern[path.length];
  const enter = (key: string | number, held: unknown) => {
    path.push(key);
    collectInto(found, held, pattern, path);
    path.pop();
  };
  if (step === undefined) found.push({ value, path: [...path] });
  else if (Array.isArray(value)) {
    if (step === '*') for (const [index, item] of value.entries()) enter(index, item);
  } else if (isRecord(value) && Object.hasOwn(value, step) && value[step] !== undefined) {
    enter(step, value[step]);
  }
}
