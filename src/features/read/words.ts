import type { Movement } from '../../domain/movement.ts';
import type { FactKind, Relation, Severity } from '../../domain/radar.ts';
import type { Strength } from '../../domain/strength.ts';

/** The words on screen for what the data writes as ids. */
export const KIND_WORDS: Readonly<Record<FactKind, string>> = {
  benchmark: 'Benchmark',
  'production-use': 'Production use',
  theory: 'Theory',
  tooling: 'Tooling',
  incident: 'Incident',
  standard: 'Standard',
  survey: 'Survey',
};

/** Read as "<this trend> … <the other>". */
export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  requires: 'Requires',
  enables: 'Enables',
  complements: 'Complements',
  'competes-with': 'Competes with',
  mitigates: 'Mitigates',
  succeeds: 'Succeeds',
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  high: 'High severity',
  medium: 'Medium severity',
  low: 'Low severity',
};

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  strong: 'Strong evidence',
  moderate: 'Moderate evidence',
  thin: 'Thin evidence',
  none: 'No evidence recorded',
};

export const MOVEMENT_WORDS: Readonly<Record<Movement, string>> = {
  new: 'New in this edition',
  in: 'Moved in',
  out: 'Moved out',
  same: 'No change',
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date of the data (YYYY, YYYY-MM or YYYY-MM-DD) in words: "2024", "Nov 2024", "9 Nov 2024". */
export function dateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}
