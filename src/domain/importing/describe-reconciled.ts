import type { Finding } from './draft.ts';
import { placeWords } from './place-words.ts';
import { countTrends, type LeftOut, listNames, type Question } from './reconcile-question.ts';

/** Such as "a.csv, row 3, url: the link is no address of the web. It is left out." */
export function describeFinding({ place, message, done }: Finding): string {
  return `${placeWords(place)}: ${message}. ${done}`;
}

/** Such as "a.csv, row 7: “Gradient ledger” is left out. Its ring is “Hold”, which is left out." */
export function describeLeftOut({ name, place, why }: LeftOut): string {
  return `${placeWords(place)}: “${name}” is left out. ${why}`;
}

/** A question in one line: what it is about, why it is asked, and for how many trends. */
export function describeQuestion({ kind, value, reason, trends }: Question): string {
  const about = value === '' ? QUESTION_WORDS[kind] : `${QUESTION_WORDS[kind]} “${value}”`;
  return `${about}, ${countTrends(trends.length)}: ${reason}`;
}

/** What is done about a question: the label of the option that holds, and the others that could have been chosen. */
export function describeAnswer(question: Question, answer: string): { done: string; others: string } {
  const labelOf = (value: string) =>
    question.options.find((option) => option.value === value)?.label ?? value;
  const others = question.options.filter((option) => option.value !== answer).map(({ label }) => label);
  return { done: labelOf(answer), others: listNames(others) };
}

/** What a question is about, at the start of a line. */
const QUESTION_WORDS: Readonly<Record<Question['kind'], string>> = {
  ring: 'Ring',
  quadrant: 'Quadrant',
  'no-ring': 'Without a ring',
  'no-quadrant': 'Without a quadrant',
  'too-many-rings': 'Too many rings',
  'too-many-quadrants': 'Too many quadrants',
  name: 'Name',
  duplicate: 'Twice there',
  'long-name': 'Long name',
};
