import { createContext, useContext } from 'react';
import type { Edit, Fields } from '../../domain/editing/edit-acts.ts';
import type { Pending } from '../../domain/editing/edit-pending.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Radar } from '../../domain/radar.ts';

/** What every form of the panel works on. */
export interface Editing {
  radar: Radar;
  /** Id of the edition that is shown: moves happen in it. */
  edition: string;
  /** What is typed and does not fit yet. */
  pending: Pending;
  /** @returns why the act was not done; empty where it was */
  apply: (act: Edit) => Issue[];
  remember: (form: string, fields: Fields) => void;
  /** Called when a field is left, so that the next change is undone alone. */
  seal: () => void;
  /** Selects a trend on the page; null shows what belongs to the whole radar. */
  open: (trend: string | null) => void;
}

export const EditContext = createContext<Editing | null>(null);

/** @throws where a form stands outside of the panel */
export function useEditing(): Editing {
  const editing = useContext(EditContext);
  if (editing === null) throw new Error('a form outside of the edit panel');
  return editing;
}
