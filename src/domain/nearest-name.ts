/** Longest name that is guessed at, in characters; the ids and keys of a radar are shorter. */
const NAME_LIMIT = 64;
/** Most candidates that a guess is compared with in all: a hundred mistyped names among a thousand. */
const COMPARISON_LIMIT = 100_000;

/** What a mistyped name most likely meant, as `nearestName` tells it, or null where it is not guessed at. */
export type Guess = (name: string, candidates: ReadonlySet<string>) => string | null;

/**
 * Builds what guesses at all mistyped names of one file. A name is guessed at once for each list of candidates, and
 * a file with so many mistakes that the search would make its reader wait gets no more guesses from there on.
 */
export function buildGuess(): Guess {
  const known = new Map<ReadonlySet<string>, Map<string, string | null>>();
  let left = COMPARISON_LIMIT;
  return (name, candidates) => {
    const guesses = known.get(candidates) ?? new Map<string, string | null>();
    known.set(candidates, guesses);
    const guessed = guesses.get(name);
    if (guessed !== undefined) return guessed;
    if (candidates.size > left) return null;
    left -= candidates.size;
    const guess = nearestName(name, candidates);
    guesses.set(name, guess);
    return guess;
  };
}

/**
 * The candidate that a mistyped name most likely meant.
 *
 * @returns the candidate with the fewest edits, or null where none is near enough to be a guess worth making
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  if (name.length > NAME_LIMIT) return null;
  // A third of the letters, rounded up, and never all of them.
  const limit = Math.min(Math.ceil(name.length / 3), name.length - 1);
  const letters = name.toLowerCase();
  let best: string | null = null;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    // The difference in length is a lower bound of the edits; most candidates end here.
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const edits = countEdits(letters, candidate.toLowerCase(), fewest);
    if (edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/**
 * Levenshtein distance: insertions, deletions and replacements of one character.
 *
 * @param enough where the distance is no less, any number from there on is answered
 */
function countEdits(from: string, to: string, enough: number): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 0; line < from.length; line += 1) {
    const next = [line + 1];
    let least = line + 1;
    for (let column = 0; column < to.length; column += 1) {
      const replaced = (row[column] ?? 0) + (from[line] === to[column] ? 0 : 1);
      const edits = Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1);
      next.push(edits);
      least = Math.min(least, edits);
    }
    // No later line holds less than the least of this one.
    if (least >= enough) return least;
    row = next;
  }
  return row[to.length] ?? 0;
}
