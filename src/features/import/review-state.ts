import { type Arrangement, NO_ARRANGEMENT } from '../../domain/importing/arrange-radar.ts';
import type { Decisions } from '../../domain/importing/reconcile-question.ts';

/** All that a person sets while a radar is reviewed. */
export interface Choices {
  decisions: Decisions;
  arrangement: Arrangement;
}

/** The choices, and those before them, which can be had back. */
export interface Review {
  past: readonly Choices[];
  now: Choices;
  /** The text field that is being written in: its letters are undone at once. */
  field: string | null;
}

export type ReviewAction =
  /** An empty answer takes the decision back. */
  | { type: 'decide'; ids: readonly string[]; answer: string }
  | { type: 'arrange'; change: Partial<Arrangement>; field?: string }
  | { type: 'undo' };

export const NEW_REVIEW: Review = {
  past: [],
  now: { decisions: {}, arrangement: NO_ARRANGEMENT },
  field: null,
};

/** The review after something was chosen, or taken back. */
export function reduceReview(review: Review, action: ReviewAction): Review {
  const { past, now } = review;
  if (action.type === 'undo') {
    const former = past.at(-1);
    return former === undefined ? review : { past: past.slice(0, -1), now: former, field: null };
  }
  if (action.type === 'arrange') {
    const field = action.field ?? null;
    const next = { ...now, arrangement: { ...now.arrangement, ...action.change } };
    return { past: field !== null && field === review.field ? past : [...past, now], now: next, field };
  }
  const changed = new Set(action.ids);
  const others = Object.entries(now.decisions).filter(([id]) => !changed.has(id));
  const answers = action.answer === '' ? [] : action.ids.map((id) => [id, action.answer]);
  return {
    past: [...past, now],
    now: { ...now, decisions: Object.fromEntries([...others, ...answers]) },
    field: null,
  };
}
