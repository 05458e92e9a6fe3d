import { describe, expect, it } from 'vitest';
import { buildChecklist } from '../../src/domain/assessing/adoption-checklist.ts';
import {
  type CompareLens,
  type Comparison,
  compareTrends,
} from '../../src/domain/assessing/compare-trends.ts';
import type { Fact, FailureMode, Radar, Trend } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';

const fact = (id: string, more: Partial<Fact> = {}): Fact => ({
  id,
  claim: `Claim ${id}`,
  kind: 'benchmark',
  stance: 'supports',
  date: '2025',
  source: 's1',
  grade: 'verified',
  ...more,
});

const mode = (name: string, severity: FailureMode['severity'], silent: boolean): FailureMode => ({
  name,
  severity,
  silent,
  symptom: 's',
  cause: 'c',
  detection: 'd',
  mitigation: 'm',
});

const trend = (id: string, more: Partial<Trend> = {}): Trend => ({
  id,
  name: id.toUpperCase(),
  quadrant: 'one',
  placements: [{ edition: 'now', ring: 'assess' }],
  ...more,
});

function radarOf(trends: Trend[]): Radar {
  return {
    version: 1,
    title: 'Radar',
    quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
    rings: ['adopt', 'trial', 'assess'].map((id) => ({ id, name: id })),
    editions: [
      { id: 'then', date: '2023' },
      { id: 'now', date: '2026' },
    ],
    conditions: ['fast', 'small', 'private', 'cheap'].map((id) => ({
      id,
      label: id,
      explanation: 'e',
      group: 'g',
    })),
    sources: [
      { id: 's1', title: 'One', organisations: ['Lab'], year: 2025, url: 'https://example.org/1' },
      { id: 's2', title: 'Two', organisations: ['Firm'], year: 2025, url: 'https://example.org/2' },
    ],
    trends,
  };
}

function compare(
  trends: Trend[],
  options: { ids?: string[]; edition?: string; lens?: CompareLens } = {},
): Comparison {
  const radar = radarOf(trends);
  const ids = options.ids ?? trends.map(({ id }) => id);
  return compareTrends(radar, buildIndex(radar), options.edition ?? 'now', ids, options.lens ?? null);
}

const sameRows = ({ verdict, evidence, risks, background }: Comparison) =>
  [...verdict, ...evidence, ...risks, ...background].filter((row) => row.same).map((row) => row.id);

describe('trends side by side', () => {
  it('keeps the order asked for, names each once, leaves out what the radar does not know', () => {
    const { trends, absent } = compare([trend('a'), trend('b')], { ids: ['b', 'nobody', 'a', 'b'] });
    expect(trends.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(absent).toEqual([]);
  });

  it('names the trends that have no place in the edition', () => {
    const { trends, absent } = compare([
      trend('a'),
      trend('b', { placements: [{ edition: 'then', ring: 'trial' }] }),
    ]);
    expect(trends.map(({ id }) => id)).toEqual(['a']);
    expect(absent).toEqual(['B']);
  });

  it('marks the rows that hold the same of all, and no other', () => {
    const alike = compare([trend('a'), trend('b')]);
    expect(sameRows(alike)).toEqual([
      'ring',
      'strength',
      'counts',
      'movement',
      'reason',
      'supports',
      'limits',
      'tradeoffs',
      'failure-modes',
      'tooling',
      'milestones',
    ]);
    const apart = compare([
      trend('a', { facts: [fact('f1'), fact('f2', { stance: 'limits' })] }),
      trend('b', { facts: [fact('f1'), fact('f2')], tooling: [{ name: 'T', url: 'https://example.org' }] }),
    ]);
    expect(sameRows(apart)).toEqual([
      'ring',
      'strength',
      'movement',
      'reason',
      'tradeoffs',
      'failure-modes',
      'milestones',
    ]);
  });

  it('marks nothing the same where a single trend stands', () => {
    expect(sameRows(compare([trend('a')]))).toEqual([]);
  });

  it('holds the ring for another where the one has earned it and the other has not', () => {
    const facts = [fact('f1'), fact('f2')];
    const placements = [{ edition: 'now', ring: 'trial' }];
    const earned = trend('a', {
      placements,
      facts,
      tradeoffs: [{ gain: 'g', cost: 'c', when: 'w' }],
      failureModes: [mode('m', 'low', false)],
    });
    const { trends, verdict } = compare([earned, trend('b', { placements, facts })]);
    expect(trends.map((each) => [each.ring, each.earned, each.missing])).toEqual([
      ['trial', true, []],
      ['trial', false, ['a tradeoff', 'a failure mode']],
    ]);
    expect(verdict.find((row) => row.id === 'ring')?.same).toBe(false);
  });

  it('judges by the facts that were public by the edition, which keep their numbers', () => {
    const placements = [{ edition: 'then', ring: 'assess' }];
    const facts = [fact('late'), fact('early', { date: '2022' })];
    const { trends, verdict } = compare([trend('a', { placements, facts })], { edition: 'then' });
    expect(trends[0]?.facts.map(({ number, fact: { id } }) => [number, id])).toEqual([[2, 'early']]);
    expect(trends[0]?.laterFacts).toBe(1);
    expect(trends[0]?.counts.facts).toBe(1);
    expect(trends[0]?.strength).toBe('thin');
    // nothing can have moved in a first edition
    expect(verdict.map((row) => row.id)).not.toContain('movement');
  });

  it('puts the gravest failure mode first, of equals the silent one, and milestones in the order of time', () => {
    const { trends } = compare([
      trend('a', {
        failureModes: [
          mode('low', 'low', true),
          mode('loud', 'high', false),
          mode('silent', 'high', true),
          mode('medium', 'medium', false),
        ],
        milestones: [
          { date: '2024-05', event: 'third' },
          { date: '2017', event: 'first' },
          { date: '2024-01', event: 'second' },
        ],
      }),
    ]);
    expect(trends[0]?.failureModes.map(({ name }) => name)).toEqual(['silent', 'loud', 'medium', 'low']);
    expect(trends[0]?.milestones.map(({ event }) => event)).toEqual(['first', 'second', 'third']);
  });

  it('tells each relation of a pair once, from the trend that stands first, whoever names it', () => {
    const trends = [
      trend('a', { related: [{ trend: 'b', relation: 'requires' }] }),
      trend('b', { related: [{ trend: 'outside', relation: 'enables' }] }),
      trend('c', { related: [{ trend: 'a', relation: 'mitigates' }] }),
      trend('outside'),
    ];
    const told = (ids: string[]) =>
      compare(trends, { ids }).ties.map(({ from, words, to }) => `${from} ${words} ${to}`);
    expect(told(['a', 'b', 'c'])).toEqual(['a requires b', 'a mitigated by c']);
    expect(told(['c', 'b', 'a'])).toEqual(['c mitigates a', 'b required by a']);
    expect(told(['b', 'c'])).toEqual([]);
  });
});

describe('conditions side by side', () => {
  const trends = [
    trend('a', {
      fits: [
        { condition: 'fast', why: 'quick' },
        { condition: 'cheap', why: 'free' },
      ],
      avoidWhen: [{ condition: 'small', why: 'big' }],
    }),
    trend('b', {
      fits: [
        { condition: 'small', why: 'tiny' },
        { condition: 'fast', why: 'swift' },
      ],
    }),
  ];

  it('stand on one line each, those that more trends speak of first, with agreement and contradiction', () => {
    const { fits } = compare(trends);
    expect(fits.map((row) => [row.condition.id, row.same, row.contradicts])).toEqual([
      ['fast', true, false],
      ['small', false, true],
      ['cheap', false, false],
    ]);
    expect(fits[1]?.cells).toEqual([
      { fits: false, why: 'big' },
      { fits: true, why: 'tiny' },
    ]);
    expect(fits[2]?.cells).toEqual([{ fits: true, why: 'free' }, null]);
  });

  it('of the lens come first, in its order, even where no trend speaks of them, and are counted', () => {
    const lens = { name: 'Ours', conditions: ['private', 'unknown', 'small', 'fast'] };
    const { fits, verdict, lensCounts } = compare(trends, { lens });
    expect(fits.map((row) => [row.condition.id, row.own])).toEqual([
      ['private', true],
      ['small', true],
      ['fast', true],
      ['cheap', false],
    ]);
    expect(lensCounts).toEqual([
      { fits: 1, avoid: 1, unsaid: 1 },
      { fits: 2, avoid: 0, unsaid: 1 },
    ]);
    expect(verdict.find((row) => row.id === 'lens')?.same).toBe(false);
    expect(compare(trends).verdict.map((row) => row.id)).not.toContain('lens');
  });
});

describe('the open questions of a checklist', () => {
  const questionsOf = (facts: Fact[], ring = 'assess') => {
    const radar = radarOf([trend('a', { facts, placements: [{ edition: 'now', ring }] })]);
    const [entry] = buildChecklist(radar, buildIndex(radar), 'now', ['a']).entries;
    return entry?.openQuestions.map(({ question, about }) => `${question} ${about}`) ?? [];
  };
  const solid = [
    fact('f1', { measuredBy: 'independent' }),
    fact('f2', { source: 's2', measuredBy: 'vendor' }),
    fact('f3', { stance: 'limits' }),
  ];

  it('are none where the evidence is solid', () => {
    expect(questionsOf(solid)).toEqual([]);
  });

  it('name each fact that is derived or an assumption', () => {
    const questions = questionsOf([
      ...solid,
      fact('f4', { grade: 'derived' }),
      fact('f5', { grade: 'assumption' }),
    ]);
    expect(questions).toHaveLength(2);
    expect(questions[0]).toMatch(/^Fact 4 is derived: .* Claim f4$/);
    expect(questions[1]).toMatch(/^Fact 5 is an assumption: .* Claim f5$/);
  });

  it('say that nothing limits it', () => {
    expect(questionsOf(solid.slice(0, 2))).toEqual([expect.stringContaining('No limiting fact')]);
  });

  it('say that only authors or vendors measured it', () => {
    const [first, second, third] = solid;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three facts');
    expect(questionsOf([{ ...first, measuredBy: 'authors' }, second, third])).toEqual([
      expect.stringContaining('Every figure (facts 1, 2) was measured by its authors or a vendor.'),
    ]);
  });

  it('say that all verified facts share an organisation, or that none is verified', () => {
    const limits = fact('f2', { stance: 'limits' });
    expect(questionsOf([fact('f1'), limits])).toEqual([expect.stringContaining('from one organisation')]);
    const derived = { grade: 'derived' as const };
    expect(questionsOf([fact('f1', derived), { ...limits, ...derived }])).toEqual([
      expect.stringContaining('Fact 1 is derived'),
      expect.stringContaining('Fact 2 is derived'),
      expect.stringContaining('No fact is verified'),
    ]);
  });

  it('say what the ring asks for, and that nothing at all is recorded', () => {
    expect(questionsOf([], 'trial')).toEqual([
      'The ring trial is not earned by the evidence. What would make up for it here? Missing: moderate or strong evidence; a tradeoff; a failure mode.',
      expect.stringContaining('No evidence is recorded.'),
    ]);
  });
});
