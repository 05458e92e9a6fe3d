import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACET_IDS, type FacetId, perFacet } from '../../src/domain/assessing/facets.ts';
import {
  countFacets,
  describeFilters,
  type Filters,
  filterTrends,
  formatFilters,
  isFiltering,
  NO_FILTERS,
  parseFilters,
  toggle,
} from '../../src/domain/assessing/filters.ts';
import type { Radar, Source, Trend } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const choose = (facet: FacetId, ...values: string[]): Filters => ({ ...NO_FILTERS, [facet]: values });

function left(filters: Filters, edition = '2024', radar = sampleRadar()): string[] {
  return [...filterTrends(radar, buildIndex(radar), edition, filters)];
}

/** The values of a facet with their counts, as "value: count". */
function counted(facet: FacetId, filters = NO_FILTERS, edition = '2024', radar = sampleRadar()): string[] {
  const found = countFacets(radar, buildIndex(radar), edition, filters).find(({ id }) => id === facet);
  return (found?.values ?? []).map(({ value, count }) => `${value}: ${count}`);
}

describe('the trends that filters leave', () => {
  it.each<[FacetId, string, string[]]>([
    ['ring', 'adopt', ['attention']],
    ['area', 'training', ['distillation']],
    ['movement', 'in', ['attention']],
    ['movement', 'new', ['distillation']],
    ['strength', 'thin', ['attention']],
    ['strength', 'none', ['distillation']],
    ['earned', 'earned', ['distillation']],
    ['earned', 'unearned', ['attention']],
    ['condition', 'low-latency', ['attention']],
    ['condition', 'few-labels', []],
    ['silent', 'silent', ['attention']],
    ['silent', 'none', ['distillation']],
    ['organisation', 'Example Group', ['attention']],
    ['organisation', 'Example Labs', []],
    ['organisation', 'https://example.org/b-page', ['attention']],
    ['year', '2023', ['attention']],
    ['year', '2024', ['attention']],
    ['year', '2022', []],
  ])('by %s %s are %j', (facet, value, expected) => {
    expect(left(choose(facet, value))).toEqual(expected);
  });

  it('have one of the values of a facet, and one of every facet', () => {
    expect(left(choose('ring', 'adopt', 'assess'))).toEqual(['attention', 'distillation']);
    expect(left({ ...choose('ring', 'adopt', 'assess'), area: ['training'] })).toEqual(['distillation']);
    expect(left({ ...choose('ring', 'adopt'), area: ['training'] })).toEqual([]);
  });

  it('are those of the edition, at the places that they had in it', () => {
    expect(left(NO_FILTERS, '2023')).toEqual(['attention']);
    expect(left(choose('ring', 'adopt'), '2023')).toEqual([]);
    expect(left(choose('ring', 'assess'), '2023')).toEqual(['attention']);
    expect(left(NO_FILTERS, '1999')).toEqual([]);
  });

  it('are none for a value that the radar has not, beside which others still count', () => {
    for (const facet of FACET_IDS) expect(left(choose(facet, '__proto__'))).toEqual([]);
    expect(left(choose('ring', 'hold', 'adopt'))).toEqual(['attention']);
  });

  it('are all of them in an index whose trends the radar has no evidence for', () => {
    const radar = sampleRadar();
    const bare: Radar = { ...radar, trends: [] };
    expect(filterTrends(bare, buildIndex(radar), '2024', NO_FILTERS).size).toBe(2);
    expect([...filterTrends(bare, buildIndex(radar), '2024', choose('year', '2023'))]).toEqual([]);
  });
});

describe('the facets', () => {
  it('offer their values in the order of the radar, the latest year first', () => {
    expect(counted('ring')).toEqual(['adopt: 1', 'assess: 1']);
    expect(counted('area')).toEqual(['models: 1', 'training: 1']);
    expect(counted('movement')).toEqual(['new: 1', 'in: 1', 'out: 0', 'same: 0']);
    expect(counted('strength')).toEqual(['strong: 0', 'moderate: 0', 'thin: 1', 'none: 1']);
    expect(counted('condition')).toEqual(['low-latency: 1', 'few-labels: 0']);
    expect(counted('year')).toEqual(['2024: 1', '2023: 1']);
  });

  it('count a value as if it stood alone in its facet, the others staying as they are', () => {
    const filters = { ...choose('ring', 'adopt'), movement: ['in', 'new'] };
    expect(counted('ring', filters)).toEqual(['adopt: 1', 'assess: 1']);
    expect(counted('movement', filters)).toEqual(['new: 0', 'in: 1', 'out: 0', 'same: 0']);
    expect(counted('area', filters)).toEqual(['models: 1', 'training: 0']);
  });

  it('put the publishers that most trends cite first, and shorten the names of many authors', () => {
    const radar = sampleRadar();
    const source = { title: 'T', year: 2020, url: 'https://example.org/c' };
    radar.sources.push(
      { ...source, id: 'c', organisations: ['Example Group', 'a lab'] },
      { ...source, id: 'd', authors: 'Zoe Quin, Bo, Cy, Di' },
    );
    const [first, second] = radar.trends;
    if (first === undefined || second === undefined) throw new Error('the sample has two trends');
    first.tradeoffs = [
      { gain: 'g', cost: 'c', when: 'w', source: 'd' },
      { gain: 'g', cost: 'c', when: 'w', source: 'c' },
    ];
    second.milestones = [{ date: '2020', event: 'e', source: 'c' }];
    second.tradeoffs = [{ gain: 'g', cost: 'c', when: 'w', source: 'd' }];
    first.failureModes = [];
    const found = countFacets(radar, buildIndex(radar), '2024', NO_FILTERS).find(
      ({ id }) => id === 'organisation',
    );
    expect(found?.values.map(({ label, count, also }) => [label, count, also])).toEqual([
      ['a lab', 2, []],
      ['Example Group', 2, ['Example Labs']],
      ['Zoe Quin and others', 2, ['Zoe Quin, Bo, Cy, Di']],
    ]);
  });

  it('offer no movement in a first edition, unless it is chosen and has to be taken back', () => {
    expect(counted('movement', NO_FILTERS, '2023')).toEqual([]);
    expect(counted('movement', choose('movement', 'in'), '2023')).toEqual(['in: 0']);
  });

  it('keep a chosen value that the radar has not, once', () => {
    expect(counted('ring', choose('ring', 'hold', 'hold'))).toEqual(['adopt: 1', 'assess: 1', 'hold: 0']);
  });
});

describe('the words of filters', () => {
  const words = (filters: Filters) => {
    const radar = sampleRadar();
    return describeFilters(filters, radar, buildIndex(radar)).map((chip) => chip.words);
  };

  it('stand alone, in the order of the facets and of their values', () => {
    const filters: Filters = {
      year: ['2023'],
      organisation: ['https://example.org/b-page', 'Example Group'],
      silent: ['none', 'silent'],
      condition: ['few-labels'],
      tag: ['unknown'],
      earned: ['unearned'],
      strength: ['none', 'strong'],
      movement: ['same'],
      area: ['models'],
      ring: ['assess', 'adopt'],
    };
    expect(words(filters)).toEqual([
      'Ring Adopt',
      'Ring Assess',
      'Quadrant Models',
      'No change',
      'Strong evidence',
      'No evidence recorded',
      'Ring not earned',
      'Has a silent failure mode',
      'No silent failure mode recorded',
      'Fits: Few labels',
      'Tag “unknown”',
      'Source by Example Group',
      'Source by example.org/b-page',
      'Source from 2023',
    ]);
  });

  it('name what the radar has not as it was given, once', () => {
    expect(words({ ...choose('ring', 'hold', 'hold'), year: [''] })).toEqual([
      'Ring “hold”',
      'Year of a source “”',
    ]);
  });
});

describe('choosing', () => {
  it('adds a value, and takes it out again wherever it stands', () => {
    const one = toggle(NO_FILTERS, 'ring', 'adopt');
    expect(one).toEqual(choose('ring', 'adopt'));
    expect(isFiltering(one)).toBe(true);
    expect(toggle(choose('ring', 'adopt', 'trial', 'adopt'), 'ring', 'adopt')).toEqual(
      choose('ring', 'trial'),
    );
    expect(isFiltering(toggle(one, 'ring', 'adopt'))).toBe(false);
  });
});

/** Texts of any code units, and those that the format itself uses. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('~', ',', '0', '2', 'c', 'e', '\\', '%', '\ud83d', '\ude00') }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
);

const perFacetOf = <T>(arbitrary: fc.Arbitrary<T>) => fc.record(perFacet(() => arbitrary));

describe('filters in a URL', () => {
  it('leave plain values readable, and facets without a choice out', () => {
    expect(formatFilters({ ...choose('ring', 'adopt', 'trial'), organisation: ['A, B'] })).toEqual({
      ring: 'adopt,trial',
      organisation: 'A~002c B',
    });
  });

  it('are read as they were written, whatever the values', () => {
    fc.assert(
      fc.property(perFacetOf(fc.array(anyText, { maxLength: 4 })), (filters) => {
        const address = new URLSearchParams(formatFilters(filters)).toString();
        expect(parseFilters(Object.fromEntries(new URLSearchParams(address)))).toEqual(filters);
      }),
    );
  });

  it('never fail on garbage, and leave nothing out of the order', () => {
    expect(parseFilters({ ring: ',adopt,,~,~zz~', odd: 'x' })).toEqual(choose('ring', 'adopt', '', '~zz~'));
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...FACET_IDS), fc.string()), anyText), (record) => {
        const filters = parseFilters(record);
        const radar = sampleRadar();
        expect(filterTrends(radar, buildIndex(radar), '2024', filters).size).toBeLessThanOrEqual(2);
        expect(parseFilters(formatFilters(filters))).toEqual(filters);
      }),
    );
  });
});

interface Case {
  radar: Radar;
  edition: string;
  filters: Filters;
  facet: FacetId;
  value: string;
}

const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: id }));
const [QUADRANTS, RINGS] = [named(['north', 'south']), named(['adopt', 'trial', 'assess'])];
const CONDITIONS = ['fast', 'small', 'strict'];
const SOURCES: Source[] = ['Group', 'Labs', 'Institute', null].map((organisation, at) => ({
  id: `s${at}`,
  title: 'A source',
  year: 2020 + (at % 3),
  url: `https://example.org/${at}`,
  ...(organisation === null ? { authors: 'Ada' } : { organisations: [organisation] }),
}));

const arbitraryTrend = fc
  .record({
    quadrant: fc.constantFrom(...QUADRANTS),
    rings: fc.array(fc.option(fc.constantFrom(...RINGS)), { minLength: 2, maxLength: 2 }),
    fits: fc.subarray(CONDITIONS),
    silent: fc.array(fc.boolean(), { maxLength: 2 }),
    cited: fc.subarray(SOURCES),
  })
  .map(({ quadrant, rings, fits, silent, cited }): Omit<Trend, 'id'> => {
    const text = { name: 'n', symptom: 's', cause: 'c', detection: 'd', mitigation: 'm' };
    return {
      name: 'A trend',
      quadrant: quadrant.id,
      placements: ['first', 'second'].flatMap((edition, at) => {
        const ring = rings[at]?.id;
        return ring === undefined ? [] : [{ edition, ring }];
      }),
      facts: cited.map(({ id, year }, at) => ({
        id: `f${at}`,
        claim: 'It is so.',
        kind: 'benchmark',
        stance: at === 1 ? 'limits' : 'supports',
        date: String(year),
        source: id,
        grade: 'verified',
      })),
      tradeoffs: [{ gain: 'g', cost: 'c', when: 'w' }],
      failureModes: silent.map((isSilent) => ({ ...text, severity: 'low', silent: isSilent })),
      fits: fits.map((condition) => ({ condition, why: 'It does.' })),
    };
  });

/** A radar whose trends share many values, and filters of values that it has, and of one that it has not. */
const arbitraryCase: fc.Arbitrary<Case> = fc
  .array(arbitraryTrend, { maxLength: 12 })
  .map((trends): Radar => {
    return {
      version: 1,
      title: 'A radar',
      quadrants: QUADRANTS,
      rings: RINGS,
      editions: ['first', 'second'].map((id, at) => ({ id, date: String(2020 + 2 * at) })),
      conditions: CONDITIONS.map((id) => ({ id, label: id, explanation: id, group: 'One' })),
      organisations: [{ name: 'Group', units: ['Labs'] }],
      sources: SOURCES,
      trends: trends.map((trend, at) => ({ ...trend, id: `t${at}` })),
    };
  })
  .chain((radar) => {
    const facets = countFacets(radar, buildIndex(radar), 'second', NO_FILTERS);
    const choices = perFacet((facet) => [
      ...(facets.find(({ id }) => id === facet)?.values ?? []).map(({ value }) => value),
      'not there',
    ]);
    const none = fc.constant<string[]>([]);
    return fc.constantFrom(...FACET_IDS).chain((facet) =>
      fc.record({
        radar: fc.constant(radar),
        edition: fc.constantFrom('first', 'second'),
        filters: fc.record(
          perFacet((each) => fc.oneof({ weight: 2, arbitrary: none }, fc.subarray(choices[each]))),
        ),
        facet: fc.constant(facet),
        value: fc.constantFrom(...choices[facet]),
      }),
    );
  });

const holds = (check: (of: Case & { leaves: (filters: Filters) => Set<string> }) => void) =>
  fc.assert(
    fc.property(arbitraryCase, (of) => {
      const index = buildIndex(of.radar);
      check({ ...of, leaves: (filters) => filterTrends(of.radar, index, of.edition, filters) });
    }),
    { numRuns: 150 },
  );

describe('filters of any radar', () => {
  it('leave no fewer trends when a facet in use gets another value', () => {
    holds(({ filters, facet, value, leaves }) => {
      const fewer = { ...filters, [facet]: filters[facet].length > 0 ? filters[facet] : ['not there'] };
      const more = leaves({ ...fewer, [facet]: [...fewer[facet], value] });
      for (const trend of leaves(fewer)) expect(more).toContain(trend);
    });
  });

  it('leave no more trends when another facet comes into use', () => {
    holds(({ filters, facet, value, leaves }) => {
      const before = leaves({ ...filters, [facet]: [] });
      for (const trend of leaves({ ...filters, [facet]: [value] })) expect(before).toContain(trend);
    });
  });

  it('leave as many trends as is counted beside each value', () => {
    holds(({ radar, edition, filters, leaves }) => {
      for (const { id, values } of countFacets(radar, buildIndex(radar), edition, filters)) {
        for (const { value, count } of values) {
          expect(leaves({ ...filters, [id]: [value] }).size).toBe(count);
        }
      }
    });
  });

  it('offer every value that a trend has: all values of a facet together leave what the others leave', () => {
    holds(({ radar, edition, filters, facet, leaves }) => {
      const none = { ...filters, [facet]: [] };
      const offered = countFacets(radar, buildIndex(radar), edition, none).find(({ id }) => id === facet);
      const all = leaves({ ...none, [facet]: offered?.values.map(({ value }) => value) ?? [] });
      const cited = facet === 'condition' || facet === 'organisation' || facet === 'year';
      if (cited) for (const trend of all) expect(leaves(none)).toContain(trend);
      else expect(all).toEqual(leaves(none));
    });
  });

  it('do not depend on the order of the values, nor on one that is given twice', () => {
    holds(({ filters, leaves }) => {
      const turned = perFacet((facet) => [...filters[facet].toReversed(), ...filters[facet]]);
      expect(leaves(turned)).toEqual(leaves(filters));
    });
  });

  it('leave everything of the edition when there are none', () => {
    holds(({ radar, edition, leaves }) => {
      const shown = shownTrends(buildIndex(radar), edition).map(({ id }) => id);
      expect([...leaves(NO_FILTERS)]).toEqual(shown);
    });
  });
});
