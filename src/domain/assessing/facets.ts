import { hueAt } from '../hue-at.ts';
import type { Radar, Source, Trend } from '../radar.ts';
import { citedSources, type RadarIndex } from '../radar-index.ts';
import { publishersOf, type Strength } from '../strength.ts';
import { MOVEMENT_WORDS, publisherWords, STRENGTH_WORDS } from '../words.ts';

/** What trends can be filtered by, in the order in which it is offered. */
export const FACET_IDS = [
  'ring',
  'area',
  'movement',
  'strength',
  'earned',
  'silent',
  'condition',
  'tag',
  'organisation',
  'year',
] as const;

export type FacetId = (typeof FACET_IDS)[number];

/** A record of one thing for each facet. */
export function perFacet<T>(make: (facet: FacetId) => T): Record<FacetId, T> {
  return {
    ring: make('ring'),
    area: make('area'),
    movement: make('movement'),
    strength: make('strength'),
    earned: make('earned'),
    silent: make('silent'),
    condition: make('condition'),
    tag: make('tag'),
    organisation: make('organisation'),
    year: make('year'),
  };
}

export const FACET_TITLES: Readonly<Record<FacetId, string>> = {
  ring: 'Ring',
  area: 'Quadrant',
  movement: 'Movement',
  strength: 'Evidence',
  earned: 'Ring earned',
  silent: 'Silent failure modes',
  condition: 'Fits the condition',
  tag: 'Tag',
  organisation: 'Publisher of a source',
  year: 'Year of a source',
};

/** One thing that a facet can be filtered by. */
export interface FacetWords {
  value: string;
  /** Beside the facet's title. */
  label: string;
  /** Standing alone, such as "Ring Adopt". */
  words: string;
  /** The part of the facet that it belongs to. */
  group: string | null;
  /** Other names that it is looked for by. */
  also: readonly string[];
  /** Of a quadrant, 0 to 7. */
  hue?: number;
}

/** What trends have of the facets that follow from the radar alone, whatever the edition, by the trend's id. */
export type Cited = Readonly<
  Record<'condition' | 'tag' | 'silent' | 'organisation' | 'year', readonly string[]>
>;

export function citedValues(radar: Radar): Map<string, Cited> {
  const sources = new Map(
    radar.sources.map((source) => {
      return [
        source.id,
        { year: String(source.year), publishers: publishersOf(source, radar.organisations) },
      ];
    }),
  );
  return new Map(radar.trends.map((trend) => [trend.id, valuesOf(trend)]));

  function valuesOf(trend: Trend): Cited {
    const cited = [...citedSources(trend)].flatMap((id) => sources.get(id) ?? []);
    const silent = (trend.failureModes ?? []).some((mode) => mode.silent);
    return {
      condition: distinct((trend.fits ?? []).map((fit) => fit.condition)),
      tag: distinct(trend.tags ?? []),
      silent: [silent ? 'silent' : 'none'],
      organisation: distinct(cited.flatMap((source) => source.publishers)),
      year: distinct(cited.map((source) => source.year)),
    };
  }
}

/**
 * All values of each facet with their words, in the order in which they are offered: that of the radar; tags and
 * publishers by how many trends have them; the latest year first.
 */
export function wordFacets(
  radar: Radar,
  index: RadarIndex,
  cited: ReadonlyMap<string, Cited>,
): Record<FacetId, FacetWords[]> {
  const all = [...cited.values()];
  return {
    ring: index.rings.map(({ id, name }) => word(id, name, `Ring ${name}`)),
    area: index.quadrants.map(({ id, name }, at) => {
      return { ...word(id, name, `Quadrant ${name}`), hue: hueAt(index, at) };
    }),
    movement: Object.entries(MOVEMENT_WORDS).map(([value, label]) => word(value, label)),
    strength: STRENGTHS.map(([value, label]) => word(value, label, STRENGTH_WORDS[value])),
    earned: [word('earned', 'Earned', 'Ring earned'), word('unearned', 'Not earned', 'Ring not earned')],
    condition: (radar.conditions ?? []).map(({ id, label, group }) => ({
      ...word(id, label, `Fits: ${label}`),
      group,
    })),
    tag: wordTags(all),
    silent: [
      word('silent', 'At least one', 'Has a silent failure mode'),
      word('none', 'None recorded', 'No silent failure mode recorded'),
    ],
    organisation: wordPublishers(radar, all),
    year: [...countValues(all.map((values) => values.year)).keys()]
      .sort((a, b) => Number(b) - Number(a))
      .map((year) => word(year, year, `Source from ${year}`)),
  };
}

const STRENGTHS: readonly (readonly [Strength, string])[] = [
  ['strong', 'Strong'],
  ['moderate', 'Moderate'],
  ['thin', 'Thin'],
  ['none', 'None recorded'],
];

function word(value: string, label: string, words = label): FacetWords {
  return { value, label, words, group: null, also: [] };
}

function wordTags(all: readonly Cited[]): FacetWords[] {
  return [...countValues(all.map((values) => values.tag))]
    .sort(([a, more], [b, less]) => less - more || compareTexts(a, b))
    .map(([tag]) => word(tag, tag, `Tag ${tag}`));
}

function wordPublishers(radar: Radar, all: readonly Cited[]): FacetWords[] {
  const counts = countValues(all.map((values) => values.organisation));
  const units = new Map((radar.organisations ?? []).map((entry) => [entry.name, entry.units]));
  const people = new Map(
    radar.sources
      .filter((source) => source.organisations === undefined)
      .flatMap((source) => publishersOf(source).map((value) => [value, source] as const)),
  );
  return [...counts.keys()]
    .map((value) => {
      const source = people.get(value);
      const label = source === undefined ? value : shortName(source);
      const also = [...(units.get(value) ?? []), ...(label === value ? [] : [value])];
      return { ...word(value, label, `Source by ${label}`), also };
    })
    .sort((a, b) => {
      const more = (counts.get(b.value) ?? 0) - (counts.get(a.value) ?? 0);
      return more === 0 ? compareTexts(a.label, b.label) || compareTexts(a.value, b.value) : more;
    });
}

/** A source without organisations goes by its authors, shortened, or by its address. */
function shortName(source: Source): string {
  return publisherWords(source) ?? source.url.replace(/^https?:\/\//i, '');
}

function countValues(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function compareTexts(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x === y ? 0 : x < y ? -1 : 1;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
