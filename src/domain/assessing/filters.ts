import { editionBefore, latestEdition } from '../editions.ts';
import type { Radar } from '../radar.ts';
import type { RadarIndex } from '../radar-index.ts';
import { shownTrends } from '../shown-trends.ts';
import { AS_REPORTED } from '../words.ts';
import {
  type Cited,
  citedValues,
  FACET_IDS,
  FACET_TITLES,
  type FacetId,
  type FacetWords,
  perFacet,
  wordFacets,
} from './facets.ts';

/**
 * The values chosen in each facet. A trend is left if it has one of them in every facet where any is chosen; values
 * that no trend has are allowed, and match nothing.
 *
 * `area` holds ids of quadrants, `tag` tags as they are written, `earned` 'earned' and 'unearned', `condition` ids of conditions that a trend fits,
 * `silent` 'silent' (has a failure mode marked so) and 'none', `organisation` and `year` belong to cited sources.
 */
export type Filters = Readonly<Record<FacetId, readonly string[]>>;

export const NO_FILTERS: Filters = perFacet<readonly string[]>(() => []);

export function isFiltering(filters: Filters): boolean {
  return FACET_IDS.some((facet) => filters[facet].length > 0);
}

/** The filters with a value added to its facet, or taken out where it was chosen. */
export function toggle(filters: Filters, facet: FacetId, value: string): Filters {
  const chosen = filters[facet];
  const next = chosen.includes(value) ? chosen.filter((entry) => entry !== value) : [...chosen, value];
  return { ...filters, [facet]: next };
}

export interface FacetValue extends FacetWords {
  /** Trends that would be left if this value alone were chosen in its facet, and the other facets stayed. */
  count: number;
}

/** Something that trends can be filtered by, such as the ring. */
export interface Facet {
  id: FacetId;
  title: string;
  values: FacetValue[];
}

/** One chosen value, in words that stand alone, such as "Ring Adopt". */
export interface FilterChip {
  facet: FacetId;
  value: string;
  words: string;
}

/**
 * The ids of the trends of an edition that are left. Ring, movement, strength and whether the ring is earned are those
 * of the edition; fits, failure modes and sources are all that the radar records.
 */
export function filterTrends(
  radar: Radar,
  index: RadarIndex,
  edition: string,
  filters: Filters,
): Set<string> {
  const { rowsOf } = tableOf(radar, index);
  const left = rowsOf(edition).filter((row) => missedFacets(row, filters).length === 0);
  return new Set(left.map((row) => row.trend));
}

/**
 * All facets with their values and counts; a value chosen that the radar has not comes last in its facet, so that it
 * can be taken back. In a radar's first edition, where nothing can have moved, movement is offered as reported, and not
 * at all where none is.
 */
export function countFacets(radar: Radar, index: RadarIndex, edition: string, filters: Filters): Facet[] {
  const { rowsOf, words } = tableOf(radar, index);
  const counts = countValues(rowsOf(edition), filters);
  const first = editionBefore(index.editions, edition) === null;
  const reported = first && shownTrends(index, edition).some((trend) => trend.reported);
  return FACET_IDS.map((facet) => {
    const chosen = filters[facet];
    const offered = wordAll(facet, words[facet], chosen).filter(
      ({ value }) => !(first && !reported && facet === 'movement') || chosen.includes(value),
    );
    const values = offered.map((entry) => ({ ...entry, count: counts[facet].get(entry.value) ?? 0 }));
    const title = FACET_TITLES[facet];
    return {
      id: facet,
      title: reported && facet === 'movement' ? `${title}, ${AS_REPORTED}` : title,
      values,
    };
  });
}

/**
 * What is chosen, in the order of the facets and of their values.
 *
 * @param edition the one shown, where that is not the latest: without one before it, movement is as reported
 */
export function describeFilters(
  filters: Filters,
  radar: Radar,
  index: RadarIndex,
  edition: string = latestEdition(index.editions).id,
): FilterChip[] {
  const { words } = tableOf(radar, index);
  const first = editionBefore(index.editions, edition) === null;
  const wordsOf = (facet: FacetId, chosen: string) =>
    first && facet === 'movement' ? `${chosen}, ${AS_REPORTED}` : chosen;
  return FACET_IDS.flatMap((facet) =>
    wordAll(facet, words[facet], filters[facet])
      .filter(({ value }) => filters[facet].includes(value))
      .map((entry) => ({ facet, value: entry.value, words: wordsOf(facet, entry.words) })),
  );
}

/**
 * The filters as texts by facet, fit for a URL: values joined by commas, facets without any left out. What a value
 * holds of commas, tildes and unpaired surrogates, which a URL cannot carry, becomes a tilde and four hex digits.
 */
export function formatFilters(filters: Filters): Record<string, string> {
  const chosen = FACET_IDS.filter((facet) => filters[facet].length > 0);
  return Object.fromEntries(chosen.map((facet) => [facet, filters[facet].map(escapeValue).join(',')]));
}

/** The filters that `formatFilters` wrote; of any other text what can be made of it. Never throws. */
export function parseFilters(record: Readonly<Record<string, string | undefined>>): Filters {
  return perFacet((facet) =>
    (record[facet] ?? '')
      .split(',')
      .filter((text) => text !== '')
      .map(unescapeValue),
  );
}

/** A trend of one edition, with the values that it has in each facet. */
interface Row {
  trend: string;
  values: Readonly<Record<FacetId, readonly string[]>>;
}

interface Table {
  words: Readonly<Record<FacetId, ReadonlyMap<string, FacetWords>>>;
  rowsOf: (edition: string) => readonly Row[];
}

function missedFacets(row: Row, filters: Filters): FacetId[] {
  return FACET_IDS.filter((facet) => {
    const chosen = filters[facet];
    return chosen.length > 0 && !row.values[facet].some((value) => chosen.includes(value));
  });
}

/** A trend that misses one facet only counts in that one: there another choice would let it in. */
function countValues(rows: readonly Row[], filters: Filters): Record<FacetId, Map<string, number>> {
  const counts = perFacet(() => new Map<string, number>());
  for (const row of rows) {
    const missed = missedFacets(row, filters);
    if (missed.length > 1) continue;
    for (const facet of missed.length === 0 ? FACET_IDS : missed) {
      for (const value of row.values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** The words of all values of a facet, and of those that are chosen though the radar has them not. */
function wordAll(
  facet: FacetId,
  known: ReadonlyMap<string, FacetWords>,
  chosen: readonly string[],
): FacetWords[] {
  const strange = [...new Set(chosen)].filter((value) => !known.has(value));
  return [
    ...known.values(),
    ...strange.map((value) => ({
      value,
      label: `“${value}”`,
      words: `${FACET_TITLES[facet]} “${value}”`,
      group: null,
      also: [],
    })),
  ];
}

const TABLES = new WeakMap<Radar, WeakMap<RadarIndex, Table>>();

/** Built once for each radar, so that a change of the filters costs no more than a walk along the rows. */
function tableOf(radar: Radar, index: RadarIndex): Table {
  const tables = TABLES.get(radar) ?? new WeakMap<RadarIndex, Table>();
  TABLES.set(radar, tables);
  const table = tables.get(index) ?? buildTable(radar, index);
  tables.set(index, table);
  return table;
}

const NOTHING_CITED: Cited = { condition: [], tag: [], silent: ['none'], organisation: [], year: [] };

function buildTable(radar: Radar, index: RadarIndex): Table {
  const cited = citedValues(radar);
  const facets = wordFacets(radar, index, cited);
  const editions = new Map<string, readonly Row[]>();
  return {
    words: perFacet((facet) => new Map(facets[facet].map((entry) => [entry.value, entry]))),
    rowsOf: (edition) => {
      const rows = editions.get(edition) ?? buildRows(edition);
      editions.set(edition, rows);
      return rows;
    },
  };

  function buildRows(edition: string): Row[] {
    return shownTrends(index, edition).map(({ id, ring, quadrant, movement, strength, earned }) => ({
      trend: id,
      values: {
        ring: [ring],
        area: [quadrant],
        movement: [movement],
        strength: [strength],
        earned: [earned ? 'earned' : 'unearned'],
        ...(cited.get(id) ?? NOTHING_CITED),
      },
    }));
  }
}

/** The empty value, so that it is told from no value. */
const EMPTY = '~';

function escapeValue(value: string): string {
  if (value === '') return EMPTY;
  return value.replace(/[~,]|\p{Cs}/gu, (found) => `~${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function unescapeValue(text: string): string {
  if (text === EMPTY) return '';
  return text.replace(/~([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
