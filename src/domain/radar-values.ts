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
 * All values at a pattern of keys in data of unknown shape. `*` stands for every item of a list, a number for
 * one item. What is not there is left out.
 */
export function collectAt(root: unknown, pattern: readonly string[]): Found[] {
  return pattern.reduce<Found[]>(
    (found, step) => found.flatMap((holder) => stepInto(holder, step)),
    [{ value: root, path: [] }],
  );
}

function stepInto({ value, path }: Found, step: string): Found[] {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => ({ value: item, path: [...path, index] }));
    return step === '*' ? items : items.slice(Number(step), Number(step) + 1);
  }
  if (!isRecord(value) || !Object.hasOwn(value, step) || value[step] === undefined) return [];
  return [{ value: value[step], path: [...path, step] }];
}
