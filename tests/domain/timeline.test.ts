import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildKnownBy,
  buildKnownIn,
  buildTimeline,
  editionBy,
  findEditionStep,
  findStep,
  listDeparted,
  listStrengthShifts,
  parseAsOf,
} from '../../src/domain/assessing/timeline.ts';
import { IMPLIED_EDITION, isBy, latestEdition } from '../../src/domain/editions.ts';
import type { Fact, Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { factsKnownIn } from '../../src/domain/strength.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const RUNS = { numRuns: 60 };

const fact = (id: string, date: string, stance: Fact['stance'] = 'supports'): Fact => ({
  ...{ id, date, stance },
  claim: `Claim ${id}.`,
  kind: 'benchmark',
  grade: 'verified',
  source: 'a-paper',
});

/** Facts of all precisions around two editions, and milestones besides. */
function datedRadar(): Radar {
  const radar = sampleRadar();
  return {
    ...radar,
    editions: [
      { id: 'late', date: '2024-06-30' },
      { id: 'early', date: '2023-06', retrospective: true },
    ],
    trends: [
      {
        id: 'a',
        name: 'Alpha',
        quadrant: 'models',
        placements: [
          { edition: 'early', ring: 'assess' },
          { edition: 'late', ring: 'adopt' },
        ],
        facts: [fact('f1', '2023'), fact('f2', '2023-06-12', 'limits'), fact('f3', '2024-02')],
        milestones: [
          { date: '2017-06-12', event: 'First paper.', source: 'a-paper', grade: 'verified' },
          { date: '2024-02-02', event: 'A release.', source: 'b-page', grade: 'derived' },
        ],
      },
      { id: 'b', name: 'Beta', quadrant: 'training', placements: [{ edition: 'early', ring: 'adopt' }] },
    ],
  };
}

describe('the timeline of a radar', () => {
  it('has a step for each month with a fact, a milestone or an edition, with what became public', () => {
    const { editions, steps } = buildTimeline(datedRadar());
    expect(editions.map(({ id }) => id)).toEqual(['early', 'late']);
    expect(
      steps.map(({ date, events, editions: here }) => [
        date,
        events.map((event) =>
          event.kind === 'fact' ? `${event.name} ${event.number}` : event.milestone.event,
        ),
        here.map(({ id }) => id),
      ]),
    ).toEqual([
      ['2017-06', ['First paper.'], []],
      ['2023-01', ['Alpha 1'], []],
      ['2023-06', ['Alpha 2'], ['early']],
      ['2024-02', ['Alpha 3', 'A release.'], []],
      ['2024-06', [], ['late']],
    ]);
  });

  it('leaves out the edition that a file without editions has only in name', () => {
    const radar = { ...datedRadar(), editions: [IMPLIED_EDITION] };
    const timeline = buildTimeline(radar);
    expect(timeline.editions).toEqual([]);
    expect(timeline.steps.map(({ date }) => date)).toEqual(['2017-06', '2023-01', '2023-06', '2024-02']);
    expect(buildTimeline({ ...radar, trends: [] }).steps).toEqual([]);
  });

  it('finds the step of a date and of an edition; the latest edition stands at the end', () => {
    const timeline = buildTimeline(datedRadar());
    expect(
      ['2010', '2017-06', '2023', '2023-05-31', '2024-02-01', '2099'].map((date) => findStep(timeline, date)),
    ).toEqual([0, 0, 2, 1, 3, 4]);
    expect(findEditionStep(timeline, 'early')).toBe(2);
    expect(findEditionStep(timeline, 'late')).toBe(4);
    expect(findStep({ editions: [], steps: [] }, '2024')).toBe(0);
  });

  it('gives every event to the first step by which it is known, and to no other', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const { steps } = buildTimeline(radar);
        steps.forEach(({ date, events }, at) => {
          for (const event of events) {
            expect(isBy(event.date, date)).toBe(true);
            const before = steps[at - 1];
            if (before !== undefined) expect(isBy(event.date, before.date)).toBe(false);
          }
        });
        const count = radar.trends.flatMap((trend) => [...(trend.facts ?? []), ...(trend.milestones ?? [])]);
        expect(steps.flatMap(({ events }) => events)).toHaveLength(count.length);
      }),
      RUNS,
    );
  });
});

describe('a date out of the address', () => {
  it('is read where it is one, and is nothing where it is not', () => {
    expect(['2024', '2024-02', '2024-02-28'].map(parseAsOf)).toEqual(['2024', '2024-02', '2024-02-28']);
    for (const text of [
      null,
      '',
      'now',
      '2024-13',
      '2024-00',
      '2024-02-32',
      '24',
      '2024-2',
      '2024-02-28T00',
    ]) {
      expect(parseAsOf(text)).toBeNull();
    }
  });
});

describe('the edition of a date', () => {
  const { editions } = datedRadar();

  it('is the latest one on or before it', () => {
    expect(editionBy(editions, '2023-06')).toMatchObject({ edition: { id: 'early' }, early: false });
    expect(editionBy(editions, '2024-06-29')).toMatchObject({ edition: { id: 'early' }, early: false });
    expect(editionBy(editions, '2024-06')).toMatchObject({ edition: { id: 'late' }, early: false });
    expect(editionBy(editions, '2030')).toMatchObject({ edition: { id: 'late' }, early: false });
  });

  it('is the first one, and says so, before all of them', () => {
    expect(editionBy(editions, '2023-05-31')).toMatchObject({ edition: { id: 'early' }, early: true });
  });
});

describe('what was known', () => {
  it('by a date is what was public by then, with the strength that this gives', () => {
    const known = buildKnownBy(datedRadar(), '2023-06');
    expect(known.facts).toEqual({ known: 2, all: 3 });
    expect(known.milestones).toEqual({ known: 1, all: 2 });
    expect(known.trends.get('a')).toEqual({ strength: 'moderate', facts: { known: 2, all: 3 } });
    expect(known.trends.get('b')).toEqual({ strength: 'none', facts: { known: 0, all: 0 } });
    expect(buildKnownBy(datedRadar(), '2023-05').trends.get('a')?.strength).toBe('thin');
  });

  it('grows with every step, and at the last one is everything', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const states = buildTimeline(radar).steps.map(({ date }) => buildKnownBy(radar, date));
        states.forEach((state, at) => {
          const before = states[at - 1];
          if (before === undefined) return;
          expect(state.facts.known).toBeGreaterThanOrEqual(before.facts.known);
          expect(state.milestones.known).toBeGreaterThanOrEqual(before.milestones.known);
          for (const [id, { facts }] of state.trends) {
            expect(facts.known).toBeGreaterThanOrEqual(before.trends.get(id)?.facts.known ?? 0);
          }
        });
        const last = states.at(-1);
        if (last === undefined) return;
        expect(last.facts.known).toBe(last.facts.all);
        expect(last.milestones.known).toBe(last.milestones.all);
      }),
      RUNS,
    );
  });

  it('in an edition is what the edition is judged by', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const index = buildIndex(radar);
        for (const { id, date } of radar.editions) {
          const known = buildKnownIn(radar, id);
          for (const trend of radar.trends) {
            expect(known.trends.get(trend.id)?.facts.known).toBe(
              factsKnownIn(id, radar.editions, trend.facts).length,
            );
          }
          expect(listStrengthShifts(index, id, known)).toEqual([]);
          if (latestEdition(radar.editions).id !== id) expect(buildKnownBy(radar, date)).toEqual(known);
        }
      }),
      RUNS,
    );
  });

  it('differs in strength from what an edition shows only where it is told', () => {
    const radar = datedRadar();
    const index = buildIndex(radar);
    const shifts = listStrengthShifts(index, 'late', buildKnownBy(radar, '2023-01'));
    expect(shifts.map(({ trend, then }) => [trend.id, trend.strength, then.strength])).toEqual([
      ['a', 'moderate', 'thin'],
    ]);
    expect(listStrengthShifts(index, 'late', buildKnownBy(radar, '2023-06'))).toEqual([]);
  });
});

describe('who left', () => {
  it('is who stood in the edition before and does not stand in this one', () => {
    const index = buildIndex(datedRadar());
    expect(listDeparted(index, 'late').map(({ id, ring }) => [id, ring])).toEqual([['b', 'adopt']]);
    expect(listDeparted(index, 'early')).toEqual([]);
    expect(listDeparted(index, 'unknown')).toEqual([]);
  });
});
