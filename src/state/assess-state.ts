import { parseAsString, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { FACET_IDS } from '../domain/assessing/facets.ts';

const OTHER_KEYS = ['lens', 'lensname', 'chosen', 'columns', 'sort', 'since', 'only'] as const;

const ALL_KEYS = [...FACET_IDS, ...OTHER_KEYS];

const PARSERS = Object.fromEntries(ALL_KEYS.map((key) => [key, parseAsString])) as Record<
  (typeof ALL_KEYS)[number],
  typeof parseAsString
>;

/** What the page assesses the trends by, as the address bar keeps it; each value a text, null where it is not given. */
export function useAssessState() {
  const [state, setState] = useQueryStates(PARSERS, { history: 'push' });
  const set = useCallback(
    (changes: Partial<Record<(typeof ALL_KEYS)[number], string | null>>) => void setState(changes),
    [setState],
  );
  const filters = useMemo(
    () => Object.fromEntries(FACET_IDS.map((key) => [key, state[key] ?? undefined])),
    [state],
  );
  /** All of the filters at once; those not given are taken out of the address. */
  const setFilters = useCallback(
    (values: Readonly<Record<string, string>>) =>
      void setState(Object.fromEntries(FACET_IDS.map((key) => [key, values[key] || null]))),
    [setState],
  );
  return { ...state, filters, setFilters, set };
}

/** Ids or other words of the address that stand in one value. */
export function splitList(value: string | null): string[] {
  return value === null || value === '' ? [] : value.split(',').map(decodeURIComponentSafely);
}

/** The value that holds them; null where there are none. */
export function joinList(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.map(encodeURIComponent).join(',');
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
