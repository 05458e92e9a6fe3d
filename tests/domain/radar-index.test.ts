import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionBefore, editionsBefore, editionWords, isBy } from '../../src/domain/editions.ts';
import type { Fact } from '../../src/domain/radar.ts';
import { buildDetail, buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { factsKnownIn } from '../../src/domain/strength.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const EDITIONS = [
  { id: 'now', date: '2026-11' },
  { id: 'then', date: '2024-11-30', retrospective: true },
];

describe('editions', () => {
  it('are ordered by date', () => {
    expect(editionsBefore(EDITIONS, 'now').map((edition) => edition.id)).toEqual(['then']);
    expect(editionBefore(EDITIONS, 'then')).toBeNull();
    expect(editionsBefore(EDITIONS, 'unknown')).toEqual([]);
  });

  it('never stand without saying that they are retrospective', () => {
    expect(EDITIONS.map(editionWords)).toEqual(['now', 'then (retrospective)']);
  });

  it.each([
    ['2024', '2024-11-30', true],
    ['2024-11', '2024-11-30', true],
    ['2024-11-30', '2024-11-30', true],
    ['2024-12', '2024-11-30', false],
    ['2024-11-30', '2024-11', true],
    ['2024-12-01', '2024-11', false],
    ['2025', '2024-11', false],
  ])('a date of %s is public by %s: %s', (date, limit, known) => {
    expect(isBy(date, limit)).toBe(known);
  });
});

describe('the facts an edition is judged by', () => {
  const fact = (date: string): Fact => ({
    id: date,
    claim: 'c',
    kind: 'theory',
    stance: 'supports',
    date,
    source: 's',
    grade: 'verified',
  });
  const facts = ['2020', '2024-11-30', '2024-12', '2031'].map(fact);

  it('are all that is recorded for the latest edition, and what was public by its date for another', () => {
    expect(factsKnownIn('now', EDITIONS, facts)).toEqual(facts);
    expect(factsKnownIn('then', EDITIONS, facts).map((entry) => entry.date)).toEqual(['2020', '2024-11-30']);
  });

  it('never shrink from an edition to the next', () => {
    const dates = fc.date({ min: new Date('2000'), max: new Date('2030'), noInvalidDate: true });
    const dated = dates.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(dated), fc.uniqueArray(dated, { minLength: 2, maxLength: 5 }), (known, when) => {
        const editions = [...when].sort().map((date) => ({ id: date, date }));
        const counts = editions.map(({ id }) => factsKnownIn(id, editions, known.map(fact)).length);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
      }),
    );
  });
});

describe('the index', () => {
  it('judges each placement by the evidence of its time', () => {
    const radar = sampleRadar();
    const [trend] = radar.trends;
    const [known] = trend?.facts ?? [];
    if (trend === undefined || known === undefined) throw new Error('the sample has a fact');
    trend.facts = [
      { ...known, date: '2020' },
      { ...known, id: 'f2', date: '2024-01' },
      { ...known, id: 'f3', date: '2024-02', stance: 'limits', source: 'b-page' },
    ];
    const [entry] = buildIndex(radar).trends;
    expect(entry?.placements.map(({ edition, strength }) => [edition, strength])).toEqual([
      ['2023', 'thin'],
      ['2024', 'strong'],
    ]);
    expect(shownTrends(buildIndex(radar), '2023')).toMatchObject([{ id: 'attention', strength: 'thin' }]);
    expect(shownTrends(buildIndex(radar), '2024')).toMatchObject([
      { id: 'attention', strength: 'strong', movement: 'in' },
      { id: 'distillation', movement: 'new' },
    ]);
  });

  it('ties both trends of a relation, whichever of the two names it', () => {
    const radar = sampleRadar();
    expect(buildIndex(radar).trends.map((trend) => trend.related)).toEqual([['distillation'], ['attention']]);
    const [own, other] = radar.trends.map((trend) => buildDetail(radar, trend).ties);
    expect(own).toEqual([{ trend: 'distillation', relation: 'complements', inverse: false }]);
    expect(other).toEqual([{ trend: 'attention', relation: 'complements', inverse: true }]);
  });

  it('leaves out a relation to a trend that is not there', () => {
    const radar = sampleRadar();
    radar.trends.pop();
    expect(buildIndex(radar).trends.map((trend) => trend.related)).toEqual([[]]);
  });

  it('gives a trend the conditions that it speaks of, and no others', () => {
    const radar = sampleRadar();
    const [first, second] = radar.trends.map((trend) => buildDetail(radar, trend).conditions);
    expect(first?.map((condition) => condition.id)).toEqual(['low-latency', 'few-labels']);
    expect(second).toEqual([]);
  });
});
