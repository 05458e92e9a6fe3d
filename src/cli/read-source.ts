import {
  describeAnswer,
  describeFinding,
  describeLeftOut,
  describeQuestion,
} from '../domain/importing/describe-reconciled.ts';
import type { Draft } from '../domain/importing/draft.ts';
import { type Reconciled, reconcile } from '../domain/importing/reconcile.ts';
import {
  answerOf,
  countTrends,
  type Decisions,
  type Question,
} from '../domain/importing/reconcile-question.ts';
import { formatIssue } from '../domain/issue.ts';
import type { Radar } from '../domain/radar.ts';
import { importSource } from '../formats/import/registry.ts';
import { type GivenFile, unpackSource } from '../formats/import/source-files.ts';
import { type Answer, answerWords, decideQuestions, refuseIdle } from './decide-questions.ts';
import { ALL_CHECKS, shownPath } from './read-radar.ts';
import { hasErrors, summarise } from './summarise.ts';

/** What was read of files of any format. */
export interface Reading {
  /** Null where no radar can be made of them. */
  radar: Radar | null;
  /** What was found, asked, answered and left out, a line each. */
  lines: string[];
  /** How much was read and kept, or why nothing was. */
  summary: string;
  /** Whether the data has errors. */
  failed: boolean;
}

/**
 * Reads a radar of any format.
 *
 * @param path what was named, for the lines
 * @param answers to what the files leave open; every other question takes its default
 * @throws UsageError where an answer is to no question, or names none of its options
 */
export async function readSource(
  path: string,
  given: readonly GivenFile[],
  answers: readonly Answer[] = [],
): Promise<Reading> {
  const files = unpackSource(given);
  const imported = Array.isArray(files) ? await importSource(files) : files;
  if (imported.kind === 'draft') return readDraft(imported.draft, answers);
  refuseIdle(answers, []);
  if (imported.kind === 'failure') {
    const lines = imported.issues.map(formatIssue);
    return { radar: null, lines, summary: `${imported.reason}. ${imported.cure}`, failed: true };
  }
  const { radar, findings } = imported;
  const issues = ALL_CHECKS.flatMap((check) => check(radar)).map((issue) => ({
    ...issue,
    file: shownPath(path),
  }));
  return {
    radar,
    lines: [...findings.map(describeFinding), ...issues.map(formatIssue)],
    summary: `${countTrends(radar.trends.length)}, ${summarise(issues)}`,
    failed: hasErrors(issues),
  };
}

function readDraft(draft: Draft, answers: readonly Answer[]): Reading {
  const { result, decisions } = answerAll(draft, answers);
  const { radar, issues, questions, leftOut, findings, read, kept } = result;
  return {
    radar,
    lines: [
      ...questions.flatMap((question) => tellQuestion(question, decisions)),
      ...findings.map(describeFinding),
      ...leftOut.map(describeLeftOut),
      ...issues.map(formatIssue),
    ],
    summary: `${draft.format}: ${read} ${read === 1 ? 'entry' : 'entries'} read, ${countTrends(kept)} kept, ${leftOut.length} left out`,
    failed: radar === null || hasErrors(issues),
  };
}

/** An answer can raise the question that another one is to, so answers are tried until no more of them count. */
function answerAll(draft: Draft, answers: readonly Answer[]): { result: Reconciled; decisions: Decisions } {
  let decisions: Decisions = {};
  let result = reconcile(draft, decisions);
  for (let left = answers.length; left > 0; left -= 1) {
    decisions = { ...decisions, ...decideQuestions(result.questions, answers).decisions };
    result = reconcile(draft, decisions);
  }
  refuseIdle(decideQuestions(result.questions, answers).idle, result.questions);
  return { result, decisions };
}

/** A question with the answer that holds and, where it was not given, how to give another. */
function tellQuestion(question: Question, decisions: Decisions): string[] {
  const answer = answerOf(question, decisions);
  const { done, others } = describeAnswer(question, answer);
  const decided = Object.hasOwn(decisions, question.id);
  const other = question.options.find(({ value }) => value !== answer);
  return [
    describeQuestion(question),
    `  ${decided ? 'As decided' : 'By default'}: ${done}.`,
    ...(decided || other === undefined
      ? []
      : [`  Other choices: ${others}. Such as ${answerWords(question, other.value)}`]),
  ];
}
