import type { Fact, FailureMode, Source, Tradeoff } from '../domain/radar.ts';

/** A fact with the number that it has on the page. */
export interface NumberedFact {
  number: number;
  fact: Fact;
  source: Source | undefined;
}

/** Where the evidence is thin, in sentences: what a reader would have to find out before building on it. */
export function openPoints(known: {
  facts: readonly NumberedFact[];
  /** Whether all verified facts share an organisation. */
  oneOrganisation: boolean;
  tradeoffs: readonly Tradeoff[];
  failureModes: readonly FailureMode[];
}): string[] {
  const { facts } = known;
  const numbersOf = (test: (entry: NumberedFact) => boolean) =>
    facts.filter(test).map((entry) => entry.number);
  const say = (numbers: readonly number[], one: string, many: string) =>
    numbers.length === 0 ? [] : [`${factWords(numbers)} ${numbers.length === 1 ? one : many}.`];
  const fromPractice = [
    countWords(known.tradeoffs.filter(isBare).length, 'tradeoff', 'tradeoffs'),
    countWords(known.failureModes.filter(isBare).length, 'failure mode', 'failure modes'),
  ].filter((words) => words !== '');
  return [
    ...(known.oneOrganisation ? ['All verified facts come from one organisation.'] : []),
    ...say(
      numbersOf(({ fact }) => fact.grade === 'assumption'),
      'is an assumption, stated without a check',
      'are assumptions, stated without a check',
    ),
    ...say(
      numbersOf(({ fact }) => fact.grade === 'derived'),
      'is derived: it rests on a page that reports the cited source',
      'are derived: they rest on pages that report the cited sources',
    ),
    ...say(
      numbersOf(({ fact }) => fact.measuredBy === 'vendor'),
      'was measured by the vendor',
      'were measured by the vendors',
    ),
    ...say(
      numbersOf(({ fact }) => fact.measuredBy === 'authors'),
      'was measured by its authors',
      'were measured by their authors',
    ),
    ...say(
      numbersOf(({ fact }) => fact.scope === 'abstract' || fact.scope === 'excerpt'),
      'rests on an abstract or excerpt of its source',
      'rest on abstracts or excerpts of their sources',
    ),
    ...(fromPractice.length > 0 ? [`From practice, no source recorded: ${fromPractice.join(' and ')}.`] : []),
  ];
}

function isBare(statement: { facts?: string[] | undefined; source?: string | undefined }): boolean {
  return statement.facts === undefined && statement.source === undefined;
}

function countWords(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

/** Such as "Fact 3", "Facts 1, 3 and 5". */
function factWords(numbers: readonly number[]): string {
  const last = numbers.at(-1);
  return numbers.length === 1 ? `Fact ${last}` : `Facts ${numbers.slice(0, -1).join(', ')} and ${last}`;
}
