/**
 * The candidate that a mistyped name most likely meant.
 *
 * @returns the candidate with the fewest edits, or null where none is near enough to be a guess worth making
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  // A third of the letters, rounded up, and never all of them.
  const limit = Math.min(Math.ceil(name.length / 3), name.length - 1);
  let best: string | null = null;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    // The difference in length is a lower bound of the edits; most candidates end here.
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const edits = countEdits(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** Levenshtein distance: insertions, deletions and replacements of one character. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
