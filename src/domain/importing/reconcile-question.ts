import type { DraftTrend, Place } from './draft.ts';

/** What a question is about; those of one kind can be decided at once. */
export type QuestionKind =
  | 'ring'
  | 'quadrant'
  | 'no-ring'
  | 'no-quadrant'
  | 'too-many-rings'
  | 'too-many-quadrants'
  | 'name'
  | 'duplicate'
  | 'long-name';

/** Something that a file leaves open, and that a person may decide. */
export interface Question {
  /** The same for the same file, whatever else is decided. */
  id: string;
  kind: QuestionKind;
  /** The value in question as the file writes it; empty where it is missing. */
  value: string;
  /** Why it is asked, a sentence. */
  reason: string;
  /** All entries that the decision is about. */
  trends: { name: string; place: Place }[];
  options: Option[];
  /** The option that holds where nothing is decided. */
  default: string;
}

export interface Option {
  value: string;
  label: string;
}

/** An entry that will not be shown. */
export interface LeftOut {
  name: string;
  place: Place;
  /** A sentence. */
  why: string;
}

/** Decisions by the id of their question. */
export type Decisions = Readonly<Record<string, string>>;

/** What asks questions and has their answers. */
export interface Asking {
  /** Takes a question down and answers it: by its decision, or by its default where none was made that it offers. */
  ask: (question: Question) => string;
  /** The decision on a question that is yet to be asked, which may not offer it. */
  decisionOn: (id: string) => string | undefined;
}

/** What answers questions by decisions, and the questions in the order in which they were asked. */
export function buildAsking(decisions: Decisions): { asking: Asking; questions: Question[] } {
  const questions: Question[] = [];
  const ask = (question: Question) => {
    questions.push(question);
    return answerOf(question, decisions);
  };
  return { asking: { ask, decisionOn: (id) => decisionOn(id, decisions) }, questions };
}

/** The option of a question that holds. */
export function answerOf(question: Question, decisions: Decisions): string {
  const decided = decisionOn(question.id, decisions);
  const offered = question.options.find((option) => option.value === decided);
  return offered?.value ?? question.default;
}

/** An entry as a question lists it. */
export function listTrend(trend: DraftTrend, place: Place = trend.place): { name: string; place: Place } {
  return { name: trend.name.trim() || 'without a name', place };
}

/** "1 trend", "3 trends". */
export function countTrends(count: number): string {
  return `${count} ${count === 1 ? 'trend' : 'trends'}`;
}

/** "Adopt", "Adopt and Trial", "Adopt, Trial and Assess"; of very many names the first eight. */
export function listNames(names: readonly string[]): string {
  const shown = names.length > 9 ? [...names.slice(0, 8), `${names.length - 8} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

function decisionOn(id: string, decisions: Decisions): string | undefined {
  return Object.hasOwn(decisions, id) ? decisions[id] : undefined;
}
