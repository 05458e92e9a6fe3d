import type { MergeDecisions } from '../../domain/merging/merge-ledger.ts';

/** What was decided of a merge, and what was decided before each step. */
export interface MergeState {
  decisions: MergeDecisions;
  past: readonly MergeDecisions[];
}

export const NEW_MERGE: MergeState = { decisions: {}, past: [] };

export type MergeAction = { type: 'decide'; ids: readonly string[]; value: string } | { type: 'undo' };

/** The state after a decision on one or many, or without the last one; deciding what is decided already is no step. */
export function reduceMerge(state: MergeState, action: MergeAction): MergeState {
  if (action.type === 'undo') {
    const last = state.past.at(-1);
    return last === undefined ? state : { decisions: last, past: state.past.slice(0, -1) };
  }
  if (action.ids.every((id) => state.decisions[id] === action.value)) return state;
  const decided = Object.fromEntries(action.ids.map((id) => [id, action.value]));
  return { decisions: { ...state.decisions, ...decided }, past: [...state.past, state.decisions] };
}
