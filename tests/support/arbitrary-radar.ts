import fc from 'fast-check';
import { IMPLIED_EDITION } from '../../src/domain/editions.ts';
import type { Edition, Fact, Radar, Source, Trend } from '../../src/domain/radar.ts';
import { FACT_KINDS, GRADES, HUES, MOVES, SEVERITIES, STANCES } from '../../src/domain/schema.ts';

/** Texts that try a format's quoting and folding: punctuation of YAML and JSON, line breaks, other scripts. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'a: b',
    '- x',
    '# no',
    "it's",
    '"q"',
    'null',
    '2024',
    '2024-05',
    '1e3',
    'no',
    '~',
    '{',
    '<',
    '\\',
  ),
  fc.constantFrom('\n', '\n\n', '\n  ', ' ', '\t', 'word '.repeat(30), 'long'.repeat(40)),
);
const text = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(' ').trim())
  .filter((value) => value !== '');
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?$/), {
  minLength: 2,
  maxLength: 5,
});
const date = fc
  .tuple(
    fc.integer({ min: 1950, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) => {
    const [m, d] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')];
    return fc.constantFrom(`${year}`, `${year}-${m}`, `${year}-${m}-${d}`);
  });

/** Radars that fit the schema and pass all checks, of any content. */
export const arbitraryRadar: fc.Arbitrary<Radar> = fc
  .tuple(
    ids,
    ids,
    // The edition that a radar file may leave out is left out only where nothing else is said of it.
    fc.oneof(
      { weight: 2, arbitrary: ids },
      { weight: 1, arbitrary: fc.constant<string[]>([IMPLIED_EDITION.id]) },
    ),
    ids,
    ids,
  )
  .chain(([quadrants, rings, editions, sources, trends]) =>
    fc.record(
      {
        version: fc.constant(1 as const),
        title: text,
        description: text,
        quadrants: each(quadrants, (id) =>
          fc.record(
            { id: fc.constant(id), name: text, hue: fc.constantFrom(...HUES) },
            { requiredKeys: ['id', 'name'] },
          ),
        ),
        rings: each(rings, (id) => fc.record({ id: fc.constant(id), name: text })),
        editions: arbitraryEditions(editions),
        sources: each(sources, arbitrarySource),
        trends: each(trends, (id) => arbitraryTrend(id, { quadrants, rings, editions, sources })),
      },
      { requiredKeys: ['version', 'title', 'quadrants', 'rings', 'editions', 'sources', 'trends'] },
    ),
  );

interface Known {
  quadrants: string[];
  rings: string[];
  editions: string[];
  sources: string[];
}

function arbitraryEditions(known: string[]): fc.Arbitrary<Edition[]> {
  const dates = fc.uniqueArray(date, { minLength: known.length, maxLength: known.length });
  const implied = known.length === 1 ? fc.constant([IMPLIED_EDITION.date]) : dates;
  return fc
    .oneof(dates, implied)
    .chain((chosen) =>
      fc.tuple(
        ...known.map((id, index) =>
          fc.record(
            { id: fc.constant(id), date: fc.constant(chosen[index] ?? '2000'), retrospective: fc.boolean() },
            { requiredKeys: ['id', 'date'] },
          ),
        ),
      ),
    );
}

function arbitrarySource(id: string): fc.Arbitrary<Source> {
  return fc.record(
    {
      id: fc.constant(id),
      title: text,
      organisations: fc.array(text, { minLength: 1, maxLength: 2 }),
      year: fc.integer({ min: 1950, max: 2099 }),
      url: fc.constant(`https://example.org/${id}?a=1#b`),
    },
    { requiredKeys: ['id', 'title', 'year', 'url'] },
  );
}

function arbitraryTrend(id: string, known: Known): fc.Arbitrary<Trend> {
  const placement = (edition: string) =>
    fc.record(
      {
        edition: fc.constant(edition),
        ring: fc.constantFrom(...known.rings),
        moved: fc.constantFrom(...MOVES),
        reason: text,
      },
      { requiredKeys: ['edition', 'ring'] },
    );
  return fc.record(
    {
      id: fc.constant(id),
      name: fc.string({ minLength: 1, maxLength: 32 }).map((name) => name.trim() || id),
      quadrant: fc.constantFrom(...known.quadrants),
      placements: fc
        .subarray(known.editions, { minLength: 1 })
        .chain((editions) => each(editions, placement)),
      summary: text,
      description: text,
      tags: fc.array(text, { minLength: 1, maxLength: 3 }),
      links: fc.array(arbitraryLink, { minLength: 1, maxLength: 2 }),
      facts: ids.chain((facts) => each(facts, (fact) => arbitraryFact(fact, known.sources))),
      failureModes: fc.array(arbitraryFailure, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['id', 'name', 'quadrant', 'placements'] },
  );
}

function arbitraryFact(id: string, sources: string[]): fc.Arbitrary<Fact> {
  return fc.record(
    {
      id: fc.constant(id),
      claim: text,
      kind: fc.constantFrom(...FACT_KINDS),
      stance: fc.constantFrom(...STANCES),
      date,
      source: fc.constantFrom(...sources),
      grade: fc.constantFrom(...GRADES),
      note: text,
    },
    { requiredKeys: ['id', 'claim', 'kind', 'stance', 'date', 'source', 'grade'] },
  );
}

const arbitraryLink = fc.record(
  { title: text, url: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { requiredKeys: ['url'] },
);

const arbitraryFailure = fc.record({
  name: text,
  symptom: text,
  cause: text,
  detection: text,
  mitigation: text,
  severity: fc.constantFrom(...SEVERITIES),
  silent: fc.boolean(),
});

/** One value for each item, in their order. */
function each<T>(items: readonly string[], make: (item: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.tuple(...items.map(make));
}
