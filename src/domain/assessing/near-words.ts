/**
 * The words of a vocabulary that a mistyped word, or its beginning, most likely meant: those that begin with something
 * the fewest errors away. An error is a letter too many, too few or wrong, or two letters in each other's place.
 *
 * @param vocabulary sorted by code unit, so that words which begin alike are compared once
 * @param most the most errors that a guess may correct
 * @returns the words in their order, all equally near; none where none is near enough
 */
export function nearWords(word: string, vocabulary: readonly string[], most: number): string[] {
  const width = word.length + 1;
  /** Line n holds the errors between the first n letters of the candidate and the first 0, 1 … of the word. */
  const lines = [Array.from({ length: width }, (_, column) => column)];
  let near: string[] = [];
  let fewest = most;
  let before = '';
  /** How many letters of the candidate have a line, and whether the last line, and so any after it, is too far off. */
  let filled = 0;
  let hopeless = false;
  for (const candidate of vocabulary) {
    const shared = sharedLength(before, candidate);
    hopeless = hopeless && shared >= filled;
    filled = Math.min(filled, shared);
    before = candidate;
    while (!hopeless && filled < Math.min(candidate.length, word.length + most)) {
      lines[filled + 1] = nextLine(word, candidate, filled, lines);
      filled += 1;
      hopeless = Math.min(...(lines[filled] ?? [])) > most;
    }
    let errors = most + 1;
    for (let line = 0; line <= filled; line += 1)
      errors = Math.min(errors, lines[line]?.[word.length] ?? errors);
    if (errors > fewest) continue;
    if (errors < fewest) near = [];
    fewest = errors;
    near.push(candidate);
  }
  return near;
}

function nextLine(word: string, candidate: string, at: number, lines: readonly number[][]): number[] {
  const above = lines[at] ?? [];
  const next = [at + 1];
  for (let column = 1; column <= word.length; column += 1) {
    const wrong = word[column - 1] === candidate[at] ? 0 : 1;
    let errors = Math.min(
      (above[column - 1] ?? 0) + wrong,
      (above[column] ?? 0) + 1,
      (next[column - 1] ?? 0) + 1,
    );
    if (
      wrong === 1 &&
      column > 1 &&
      word[column - 2] === candidate[at] &&
      word[column - 1] === candidate[at - 1]
    ) {
      errors = Math.min(errors, (lines[at - 1]?.[column - 2] ?? 0) + 1);
    }
    next.push(errors);
  }
  return next;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
