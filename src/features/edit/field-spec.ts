import type { Fields } from '../../domain/editing/edit-acts.ts';
import { tidy } from '../../domain/editing/edit-check.ts';

/** One of the values that a field can have. */
export interface Option {
  value: string;
  label: string;
}

/** A field of a form, and how it is typed. */
export type FieldSpec = {
  key: string;
  label: string;
  hint?: string;
} & (
  | { as: 'line' | 'text' | 'lines' | 'number' | 'flag' }
  /** Without `empty`, the words for no value, one has to be chosen. */
  | { as: 'choice'; options: readonly Option[]; empty?: string }
  | { as: 'many'; options: readonly Option[] }
);

/** What stands in a field: a text, whether it is ticked, or which of its values are. */
export type Typed = string | boolean | readonly string[];

/** What a field shows of a value of the radar. */
export function toTyped(spec: FieldSpec, value: unknown): Typed {
  if (spec.as === 'flag') return value === true;
  if (spec.as === 'many') return Array.isArray(value) ? value.map(String) : [];
  if (spec.as === 'lines') return Array.isArray(value) ? value.join('\n') : '';
  return value === undefined || value === null ? '' : String(value);
}

/** What was typed, out of what was kept of it. */
export function readTyped(kept: unknown): Typed {
  if (Array.isArray(kept)) return kept.map(String);
  return typeof kept === 'boolean' || typeof kept === 'string' ? kept : '';
}

/** What is typed, as values of the radar: still to be checked. */
export function toValues(specs: readonly FieldSpec[], typed: Fields): Fields {
  return Object.fromEntries(
    Object.entries(typed).map(([key, held]) => {
      const spec = specs.find((entry) => entry.key === key);
      if (typeof held !== 'string') return [key, held];
      if (spec?.as === 'lines') return [key, held.split('\n')];
      if (spec?.as === 'number' && /^\s*\d+\s*$/.test(held)) return [key, Number(held)];
      return [key, held];
    }),
  );
}

/** Whether a text stands for a value already: white space around it says nothing. */
export function isTaken(spec: FieldSpec, typed: Typed, value: unknown): boolean {
  const told = (held: unknown) => JSON.stringify(tidy(held)) ?? '';
  return told(toValues([spec], { [spec.key]: typed })) === told({ [spec.key]: value });
}
