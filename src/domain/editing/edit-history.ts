import type { Issue } from '../issue.ts';
import type { Radar } from '../radar.ts';
import type { Edit } from './edit-acts.ts';
import { applyEdit } from './edit-radar.ts';
import { describeEdit } from './edit-words.ts';

/** One thing that was done, with the radars around it; they share all that it did not touch. */
interface Step {
  act: Edit;
  before: Radar;
  after: Radar;
}

/** A radar being edited, with what undo takes back, the last one at the end, and what redo does again. */
export interface History {
  radar: Radar;
  past: readonly Step[];
  future: readonly Step[];
  /** Whether the next letter that is typed into the same field belongs to the last step. */
  open: boolean;
}

export function startHistory(radar: Radar): History {
  return { radar, past: [], future: [], open: false };
}

/** Does an act; one that does not fit, or changes nothing, leaves the history as it is. Typing is one step for a field. */
export function doEdit(history: History, act: Edit): { history: History; issues: Issue[] } {
  const { radar, past, open } = history;
  const { radar: after, issues } = applyEdit(radar, act);
  if (after === radar) return { history, issues };
  const last = past.at(-1);
  const merges = open && last !== undefined && mergeKey(act) !== null && mergeKey(act) === mergeKey(last.act);
  const step = { act, before: merges ? last.before : radar, after };
  return {
    history: { radar: after, past: [...(merges ? past.slice(0, -1) : past), step], future: [], open: true },
    issues,
  };
}

/** Ends a step: what is typed from here on is undone alone. */
export function sealStep(history: History): History {
  return history.open ? { ...history, open: false } : history;
}

/** Takes the last step back; a history without one stays. */
export function undoEdit(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    radar: last.before,
    past: history.past.slice(0, -1),
    future: [last, ...history.future],
    open: false,
  };
}

/** Does again what was taken back last. */
export function redoEdit(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { radar: next.after, past: [...history.past, next], future, open: false };
}

/** What undo would take back, in words; null where there is nothing. */
export function undoWords({ past }: History): string | null {
  const last = past.at(-1);
  return last === undefined ? null : describeEdit(last.act, last.before);
}

/** What redo would do again, in words; null where there is nothing. */
export function redoWords({ future }: History): string | null {
  const [next] = future;
  return next === undefined ? null : describeEdit(next.act, next.before);
}

/** The same for two acts that change the same fields of the same thing; null for an act that stands alone. */
function mergeKey(act: Edit): string | null {
  if (!('fields' in act) || !act.kind.startsWith('change-')) return null;
  if ('newSource' in act) return null;
  return JSON.stringify({ ...act, fields: Object.keys(act.fields) });
}
