import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIT_VERDICTS,
  FIT_WORDS,
  type FitVerdict,
  judgeFit,
  LENS_RULE,
  type Lens,
  rankTrends,
  unknownConditions,
} from '../../src/domain/assessing/lens.ts';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { TEXT_CHARACTERS } from '../../src/layout/text-widths.generated.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const CONDITIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const lensOf = (...conditions: string[]): Lens => ({ name: 'Us', conditions });
const because = (conditions: readonly string[]) =>
  conditions.map((condition) => ({ condition, why: `Because of ${condition}.` }));
const trendOf = (fits: readonly string[], avoids: readonly string[]): Pick<Trend, 'fits' | 'avoidWhen'> => ({
  ...(fits.length > 0 && { fits: because(fits) }),
  ...(avoids.length > 0 && { avoidWhen: because(avoids) }),
});
/** 0 the best. */
const badness = (verdict: FitVerdict) => FIT_VERDICTS.indexOf(verdict);

/** A condition is named at most once in a trend, as `checkRadar` demands. */
const arbitraryTrend = fc
  .tuple(fc.shuffledSubarray(CONDITIONS), fc.nat(CONDITIONS.length))
  .map(([named, at]) => ({ fits: named.slice(0, at), avoids: named.slice(at) }));
const arbitraryLens = fc.array(fc.constantFrom(...CONDITIONS, 'unknown'), { maxLength: 12 });

describe('the rule of the lens', () => {
  it.each<[fits: number, avoids: number, FitVerdict]>([
    [0, 0, 'unchanged'],
    [1, 0, 'stronger'],
    [3, 0, 'stronger'],
    [0, 1, 'avoid'],
    [1, 1, 'weaker'],
    [2, 1, 'unchanged'],
    [3, 2, 'unchanged'],
    [2, 2, 'weaker'],
    [1, 2, 'avoid'],
    [3, 4, 'avoid'],
  ])('%i for and %i against: %s', (fits, avoids, verdict) => {
    const trend = trendOf(CONDITIONS.slice(0, fits), CONDITIONS.slice(4, 4 + avoids));
    expect(judgeFit(trend, lensOf(...CONDITIONS)).verdict).toBe(verdict);
  });

  it('gives the reasons in the words of the trend, those of the chosen conditions only', () => {
    const judged = judgeFit(trendOf(['a', 'b'], ['c', 'd']), lensOf('d', 'a', 'unknown'));
    expect(judged).toEqual({ verdict: 'weaker', fits: because(['a']), avoids: because(['d']) });
  });

  it('is total, and depends neither on the order of the conditions nor on how often they are named', () => {
    fc.assert(
      fc.property(arbitraryTrend, arbitraryLens, fc.nat(), ({ fits, avoids }, conditions, turn) => {
        const trend = trendOf(fits, avoids);
        const judged = judgeFit(trend, lensOf(...conditions));
        expect(FIT_VERDICTS).toContain(judged.verdict);
        const at = turn % (conditions.length + 1);
        const turned = [...conditions.slice(at), ...conditions.slice(0, at)].reverse();
        expect(judgeFit(trend, lensOf(...turned, ...conditions))).toEqual(judged);
        const other = trendOf([...fits].reverse(), [...avoids].reverse());
        expect(judgeFit(other, lensOf(...conditions)).verdict).toBe(judged.verdict);
      }),
    );
  });

  it('is monotone: one more condition that fits never makes it worse, one more to avoid never better', () => {
    fc.assert(
      fc.property(
        arbitraryTrend,
        arbitraryLens,
        fc.constantFrom(...CONDITIONS),
        ({ fits, avoids }, chosen, more) => {
          const trend = trendOf(fits, avoids);
          const before = badness(judgeFit(trend, lensOf(...chosen)).verdict);
          const after = badness(judgeFit(trend, lensOf(...chosen, more)).verdict);
          if (fits.includes(more)) expect(after).toBeLessThanOrEqual(before);
          else if (avoids.includes(more)) expect(after).toBeGreaterThanOrEqual(before);
          else expect(after).toBe(before);
        },
      ),
    );
  });

  it('is said in two sentences that name every verdict', () => {
    expect(LENS_RULE.match(/[.!?](?= |$)/g)).toHaveLength(2);
    for (const { label } of Object.values(FIT_WORDS)) expect(LENS_RULE).toContain(label.toLowerCase());
  });

  it('has a sign for each verdict, all different, which the bundled font can draw', () => {
    const marks = Object.values(FIT_WORDS).map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(FIT_VERDICTS.length);
    for (const mark of marks) expect(TEXT_CHARACTERS).toContain(mark);
  });
});

/** The arbitrary radars say nothing of conditions; here they do. */
const radarWithFits: fc.Arbitrary<Radar> = arbitraryRadar.chain((radar) =>
  fc.tuple(...radar.trends.map(() => arbitraryTrend)).map((all) => ({
    ...radar,
    conditions: CONDITIONS.map((id) => ({ id, label: `The ${id}`, explanation: 'It holds.', group: 'All' })),
    trends: radar.trends.map((trend, at) => ({
      ...trend,
      ...trendOf(all[at]?.fits ?? [], all[at]?.avoids ?? []),
    })),
  })),
);

describe('the ranking of the trends', () => {
  const rank = (radar: Radar, edition: string, lens: Lens) =>
    rankTrends(radar, buildIndex(radar), edition, lens);

  it('holds each trend of the edition once, in the same order whatever order the files and the lens have', () => {
    fc.assert(
      fc.property(radarWithFits, arbitraryLens, (radar, conditions) => {
        for (const { id } of radar.editions) {
          const ranked = rank(radar, id, lensOf(...conditions));
          const shown = shownTrends(buildIndex(radar), id);
          expect(ranked.map(({ trend }) => trend.id).sort()).toEqual(shown.map((trend) => trend.id).sort());
          const turned = { ...radar, trends: [...radar.trends].reverse() };
          expect(rank(turned, id, lensOf(...[...conditions].reverse())).map(({ trend }) => trend.id)).toEqual(
            ranked.map(({ trend }) => trend.id),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('goes by verdict, then ring from the inside, then strength of the evidence, then name', () => {
    fc.assert(
      fc.property(radarWithFits, arbitraryLens, (radar, conditions) => {
        const edition = radar.editions[0]?.id ?? '';
        const keys = rank(radar, edition, lensOf(...conditions)).map(({ trend, verdict }) =>
          [
            FIT_VERDICTS.indexOf(verdict),
            radar.rings.findIndex(({ id }) => id === trend.ring),
            ['strong', 'moderate', 'thin', 'none'].indexOf(trend.strength),
            trend.name.toLowerCase(),
          ].join('\u0000'),
        );
        expect(keys).toEqual([...keys].sort());
      }),
      { numRuns: 50 },
    );
  });

  it('names the conditions as the radar does, and keeps ring and strength as they are', () => {
    const [first] = rank(sampleRadar(), '2024', lensOf('low-latency'));
    expect(first).toMatchObject({
      verdict: 'stronger',
      trend: { id: 'attention', ring: 'adopt', strength: 'thin' },
      fits: [{ condition: 'low-latency', label: 'Low latency', why: 'It is fast.' }],
      avoids: [],
    });
    expect(rank(sampleRadar(), '2024', lensOf('few-labels')).map(({ verdict }) => verdict)).toEqual([
      'unchanged',
      'avoid',
    ]);
  });

  it('has only the trends of its edition', () => {
    expect(rank(sampleRadar(), '2023', lensOf('few-labels')).map(({ trend }) => trend.id)).toEqual([
      'attention',
    ]);
    expect(rank(sampleRadar(), '1999', lensOf('few-labels'))).toEqual([]);
  });
});

it('tells which conditions of a lens the radar has not, each once', () => {
  const lens = lensOf('gone', 'low-latency', 'gone', 'never');
  expect(unknownConditions(sampleRadar(), lens)).toEqual(['gone', 'never']);
  expect(unknownConditions({}, lensOf('low-latency'))).toEqual(['low-latency']);
});
