/**
 * Finds for entries of one list those of another that are the same thing, one for one.
 *
 * @param keys ways of being the same, the surest first: what an entry goes by in each
 * @returns for each matched entry of `theirs` its position in `theirs`, and the entry of `mine`
 */
export function matchEntries<T>(
  mine: readonly T[],
  theirs: readonly T[],
  keys: readonly ((entry: T) => readonly string[])[],
): Map<number, T> {
  const matched = new Map<number, T>();
  const taken = new Set<T>();
  for (const keysOf of keys) {
    const byKey = new Map<string, T[]>();
    for (const entry of mine) {
      if (taken.has(entry)) continue;
      for (const key of keysOf(entry)) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    }
    for (const [at, entry] of theirs.entries()) {
      if (matched.has(at)) continue;
      const found = keysOf(entry)
        .flatMap((key) => byKey.get(key) ?? [])
        .find((other) => !taken.has(other));
      if (found === undefined) continue;
      matched.set(at, found);
      taken.add(found);
    }
  }
  return matched;
}
