import type { Issue } from '../issue.ts';
import type { Radar } from '../radar.ts';
import type { Edit, Fields } from './edit-acts.ts';
import { applyEdit } from './edit-radar.ts';
import { issueWords } from './edit-words.ts';

/** What is wrong with a form: by field, and under the empty key what is of no field of it. */
export type FieldIssues = Readonly<Record<string, string>>;

/** What can be taken over of the fields of a form. */
export interface Fitting {
  /** Null where nothing can. */
  act: Edit | null;
  /** Keys of the fields that cannot be taken over yet. */
  left: string[];
  issues: FieldIssues;
}

/**
 * Finds which of a form's changed fields a radar can take over now: all of them, or all but those that something is wrong
 * with, or else the first that can go alone. Fields that only fit together, such as a source and its grade, wait for each
 * other.
 */
export function fitFields(radar: Radar, fields: Fields, toAct: (fields: Fields) => Edit): Fitting {
  const keys = Object.keys(fields);
  if (keys.length === 0) return { act: null, left: [], issues: {} };
  const attempt = (chosen: readonly string[]) => {
    const act = toAct(Object.fromEntries(chosen.map((key) => [key, fields[key]])));
    return { act, issues: byField(applyEdit(radar, act).issues, keys) };
  };
  const whole = attempt(keys);
  if (Object.keys(whole.issues).length === 0) return { act: whole.act, left: [], issues: {} };
  const { issues } = whole;
  const sound = keys.filter((key) => issues[key] === undefined);
  const parts = [sound, ...keys.map((key) => [key])].filter(
    (chosen) => chosen.length > 0 && chosen.length < keys.length,
  );
  for (const chosen of parts) {
    const part = attempt(chosen);
    if (Object.keys(part.issues).length === 0)
      return { act: part.act, left: keys.filter((key) => !chosen.includes(key)), issues };
  }
  return { act: null, left: keys, issues };
}

/** What a form calls a field of a source that is added with a statement. */
export const newSourceKey = (key: string): string => `new-${key}`;

/** The first issue of each field: of the last key of its path that the form has. */
export function byField(issues: readonly Issue[], keys: readonly string[]): FieldIssues {
  const found: Record<string, string> = {};
  for (const issue of issues) {
    const steps = issue.path.map(String);
    const names = issue.path[0] === 'sources' ? steps.flatMap((step) => [newSourceKey(step), step]) : steps;
    found[names.findLast((name) => keys.includes(name)) ?? ''] ??= issueWords(issue);
  }
  return found;
}
