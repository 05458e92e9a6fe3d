import { matchKey } from '../domain/clean-text.ts';
import type { Decisions, Question } from '../domain/importing/reconcile-question.ts';
import { offer } from './snapshot-args.ts';
import { UsageError } from './usage-error.ts';

/** One answer of a call: to the question of a kind about a value, or to all of the kind where the value is `*`. */
export interface Answer {
  kind: string;
  value: string;
  /** Value or label of an option. */
  option: string;
  /** As it was written. */
  written: string;
}

/**
 * Reads `KIND:VALUE=OPTION`; the value may hold any sign, as the last `=` parts it from the option.
 *
 * @throws UsageError for any other form
 */
export function parseAnswer(written: string): Answer {
  const [, kind, value, option] = /^([^:=]+):(.*)=([^=]+)$/s.exec(written) ?? [];
  if (kind !== undefined && value !== undefined && option !== undefined)
    return { kind: kind.trim(), value: value.trim(), option: option.trim(), written };
  throw new UsageError(
    `--decide cannot be "${written}". Write KIND:VALUE=OPTION, such as "ring:Hold=leave-out"; check lists them.`,
  );
}

/**
 * The decisions that answers make on questions; the later answer to a question holds.
 *
 * @returns decisions by the id of their question, and the answers that none of the questions was about
 * @throws UsageError where a question has not the option that an answer names
 */
export function decideQuestions(
  questions: readonly Question[],
  answers: readonly Answer[],
): { decisions: Decisions; idle: Answer[] } {
  const decisions: Record<string, string> = {};
  const idle = answers.filter((answer) => {
    const meant = questions.filter((question) => isAbout(answer, question));
    for (const question of meant) decisions[question.id] = findOption(answer, question);
    return meant.length === 0;
  });
  return { decisions, idle };
}

/** @throws UsageError which names the questions that there are */
export function refuseIdle(idle: readonly Answer[], questions: readonly Question[]): void {
  const [first] = idle;
  if (first === undefined) return;
  const known = questions.map(({ kind, value }) => `${kind}:${value}`);
  const cure =
    known.length === 0
      ? 'It leaves no question open; leave the option out.'
      : offer(`${first.kind}:${first.value}`, known);
  throw new UsageError(`--decide "${first.written}": the file asks no such question. ${cure}`);
}

/** How a call answers a question with an option. */
export function answerWords({ kind, value }: Question, option: string): string {
  return `--decide "${kind}:${value}=${option}"`;
}

function isAbout({ kind, value }: Answer, question: Question): boolean {
  return kind === question.kind && (value === '*' || matchKey(value) === matchKey(question.value));
}

function findOption({ option, written }: Answer, { options }: Question): string {
  const found =
    options.find(({ value }) => value === option) ??
    options.find(({ label }) => matchKey(label) === matchKey(option));
  if (found !== undefined) return found.value;
  const values = options.map(({ value }) => value);
  throw new UsageError(`--decide "${written}": there is no option "${option}". ${offer(option, values)}`);
}
