import { editionWords } from './editions.ts';
import type { Edition, FactKind, Measurer, Movement, Relation, Severity, Source } from './radar.ts';
import type { Strength } from './strength.ts';

/** The words on screen, and on paper, for what the data writes as ids. */
export const KIND_WORDS: Readonly<Record<FactKind, string>> = {
  benchmark: 'Benchmark',
  'production-use': 'Production use',
  theory: 'Theory',
  tooling: 'Tooling',
  incident: 'Incident',
  standard: 'Standard',
  survey: 'Survey',
};

/** Read as "<this trend> … <the other>": where this trend names the relation, and where the other one does. */
export const RELATION_WORDS: Readonly<Record<Relation, { own: string; inverse: string }>> = {
  requires: { own: 'Requires', inverse: 'Required by' },
  enables: { own: 'Enables', inverse: 'Enabled by' },
  complements: { own: 'Complements', inverse: 'Complements' },
  'competes-with': { own: 'Competes with', inverse: 'Competes with' },
  mitigates: { own: 'Mitigates', inverse: 'Mitigated by' },
  succeeds: { own: 'Succeeds', inverse: 'Succeeded by' },
};

/** Who measured what a fact states. */
export const MEASURER_WORDS: Readonly<Record<Measurer, string>> = {
  authors: 'measured by its authors',
  vendor: 'measured by the vendor',
  independent: 'measured independently',
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

/** How a trend moved since the edition before, or as its radar reports. */
export const MOVEMENT_WORDS: Readonly<Record<Movement, string>> = {
  new: 'New',
  in: 'Moved in',
  out: 'Moved out',
  same: 'No change',
};

/** Said of a movement that no earlier edition of the radar shows. */
export const AS_REPORTED = 'as reported';

/**
 * Such as "Moved in since 2024-11 (retrospective)"; in a first edition "Moved in, as reported", and null for a trend
 * of which no movement is reported.
 */
export function movementWords(movement: Movement, before: Edition | null): string | null {
  const words = MOVEMENT_WORDS[movement];
  if (before !== null) return `${words} since ${editionWords(before)}`;
  return movement === 'same' ? null : `${words}, ${AS_REPORTED}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date of the data (YYYY, YYYY-MM or YYYY-MM-DD) in words: "2024", "Nov 2024", "9 Nov 2024". */
export function dateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** Who stands behind a source: its organisations, else its authors, of whom more than three are not all named. */
export function publisherWords(source: Source): string | undefined {
  if (source.organisations !== undefined) return source.organisations.join(', ');
  const names = source.authors?.split(', ') ?? [];
  return names.length > 3 ? `${names[0]} and others` : source.authors;
}
