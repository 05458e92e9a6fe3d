import { describe, expect, it } from 'vitest';
import { checkRadar } from '../../src/domain/check-radar.ts';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

/** What the checks say of the sample radar after a change to it, as `path: message. cure`. */
function saysOf(change: (radar: Radar, trend: Trend, other: Trend) => void): string[] {
  const radar = sampleRadar();
  const [trend, other] = radar.trends;
  if (trend === undefined || other === undefined) throw new Error('the sample has two trends');
  change(radar, trend, other);
  return checkRadar(radar).map((issue) => `${issue.path.join('.')}: ${issue.message}. ${issue.cure}`);
}

function first<T>(items: readonly T[] | undefined): T {
  const item = items?.[0];
  if (item === undefined) throw new Error('the sample has none of these');
  return item;
}

describe('checkRadar', () => {
  it('has nothing to say of a sound radar', () => {
    expect(checkRadar(sampleRadar())).toEqual([]);
  });

  const dangling: [string, (radar: Radar, trend: Trend) => void, string][] = [
    [
      'quadrant',
      (_, trend) => {
        trend.quadrant = 'modells';
      },
      'trends.0.quadrant: there is no quadrant "modells". Did you mean "models"?',
    ],
    [
      'ring',
      (_, trend) => {
        first(trend.placements).ring = 'hold';
      },
      'trends.0.placements.0.ring: there is no ring "hold". Known: adopt, assess; correct it or add the ring.',
    ],
    [
      'edition',
      (_, trend) => {
        first(trend.placements).edition = '2025';
      },
      'trends.0.placements.0.edition: there is no edition "2025". Did you mean "2023"?',
    ],
    [
      'fact source',
      (_, trend) => {
        first(trend.facts).source = 'a-papper';
      },
      'trends.0.facts.0.source: there is no source "a-papper". Did you mean "a-paper"?',
    ],
    [
      'milestone source',
      (_, trend) => {
        first(trend.milestones).source = 'x';
      },
      'trends.0.milestones.0.source: there is no source "x". Known: a-paper, b-page; correct it or add the source.',
    ],
    [
      'failure mode source',
      (_, trend) => {
        first(trend.failureModes).source = 'x';
      },
      'trends.0.failureModes.0.source: there is no source "x"',
    ],
    [
      'related trend',
      (_, trend) => {
        first(trend.related).trend = 'destillation';
      },
      'trends.0.related.0.trend: there is no trend "destillation". Did you mean "distillation"?',
    ],
    [
      'condition',
      (_, trend) => {
        first(trend.fits).condition = 'low-latecy';
      },
      'trends.0.fits.0.condition: there is no condition "low-latecy". Did you mean "low-latency"?',
    ],
    [
      'article',
      (_, trend) => {
        first(trend.articles).article = 'x';
      },
      'trends.0.articles.0.article: there is no article "x"',
    ],
    [
      'fact of a tradeoff',
      (_, trend) => {
        first(trend.tradeoffs).facts = ['f1', 'f2'];
      },
      'trends.0.tradeoffs.0.facts.1: there is no fact "f2". Did you mean "f1"?',
    ],
    [
      'fact of a placement',
      (_, trend) => {
        first(trend.placements).facts = ['f7'];
      },
      'trends.0.placements.0.facts.0: there is no fact "f7". Did you mean "f1"?',
    ],
    [
      'milestone of a placement',
      (_, trend) => {
        first(trend.placements).milestones = ['2017-06'];
      },
      'trends.0.placements.0.milestones.0: there is no milestone of "2017-06". Did you mean "2017-06-12"?',
    ],
    [
      'fact of another trend',
      (_, trend) => {
        trend.facts = [];
      },
      'trends.0.tradeoffs.0.facts.0: there is no fact "f1". Known: none yet; correct it or add the fact.',
    ],
  ];
  it.each(dangling)('finds a dangling %s', (_what, change, expected) => {
    expect(saysOf(change).join('\n')).toContain(expected);
  });

  it('knows no facts of a trend that has none', () => {
    const found = saysOf((_, __, other) => {
      other.tradeoffs = [{ gain: 'A', cost: 'B', when: 'C', facts: ['f1'] }];
    });
    expect(found).toEqual([expect.stringContaining('trends.1.tradeoffs.0.facts.0: there is no fact "f1"')]);
  });

  const twice: [string, (radar: Radar, trend: Trend, other: Trend) => void, string][] = [
    [
      'trend id',
      (_, trend, other) => {
        other.id = trend.id;
      },
      'trends.1.id: the id of the trends "attention" is given twice',
    ],
    [
      'fact id',
      (_, trend) => {
        trend.facts?.push({ ...first(trend.facts) });
      },
      'trends.0.facts.1.id: the fact id of this trend "f1" is given twice',
    ],
    [
      'edition date',
      (radar) => {
        radar.editions.push({ id: '2024b', date: '2024-06-30' });
      },
      'editions.2.date: the date of an edition "2024-06-30" is given twice ("2024" has it already)',
    ],
    [
      'link',
      (radar) => {
        radar.sources.push({ ...first(radar.sources), id: 'c', identifier: 'other' });
      },
      'sources.2.url: the link of a source "https://example.org/a-paper" is given twice ("a-paper" has it already)',
    ],
    [
      'identifier',
      (radar) => {
        radar.sources.push({ ...first(radar.sources), id: 'c', url: 'https://c.org/' });
      },
      'sources.2.identifier: the identifier of a source',
    ],
    [
      'placement',
      (_, trend) => {
        trend.placements.push({ edition: '2023', ring: 'adopt' });
      },
      'trends.0.placements.2.edition: the edition of a placement "2023" is given twice',
    ],
    [
      'relation',
      (_, trend) => {
        trend.related?.push({ trend: 'distillation', relation: 'enables' });
      },
      'trends.0.related.1.trend: the related trend "distillation" is given twice',
    ],
    [
      'quadrant id',
      (radar) => {
        radar.quadrants.push({ id: 'models', name: 'Others' });
      },
      'quadrants.2.id: the id of the quadrants "models" is given twice',
    ],
  ];
  it.each(twice)('finds a %s given twice', (_what, change, expected) => {
    expect(saysOf(change).join('\n')).toContain(expected);
  });

  it('warns of names that differ in case alone', () => {
    const radar = sampleRadar();
    const [, other] = radar.trends;
    if (other !== undefined) other.name = 'ATTENTION';
    expect(checkRadar(radar)).toMatchObject([{ severity: 'warning', path: ['trends', 1, 'name'] }]);
  });

  it('finds a trend that is related to itself', () => {
    expect(
      saysOf((_, trend) => {
        first(trend.related).trend = trend.id;
      }),
    ).toEqual(['trends.0.related.0.trend: the trend is related to itself. Remove this relation.']);
  });

  it('finds a pair that is related in both trends', () => {
    expect(
      saysOf((_, trend, other) => {
        other.related = [{ trend: trend.id, relation: 'complements' }];
      }),
    ).toEqual([
      'trends.1.related.0.trend: "attention" names its relation to "distillation" already (complements). Keep one of the two; both trends show it.',
    ]);
  });

  it('finds a condition that a trend both fits and is to be avoided in', () => {
    expect(
      saysOf((_, trend) => {
        first(trend.avoidWhen).condition = 'low-latency';
      }),
    ).toEqual([
      expect.stringContaining('trends.0.avoidWhen.0.condition: the condition "low-latency" is given twice'),
    ]);
  });

  it.each([
    ['fact', '2023-06-30', []],
    ['fact', '2023-07', ['trends.0.placements.0.facts.0']],
    ['milestone', '2023', []],
    ['milestone', '2023-07-01', ['trends.0.placements.0.milestones.0']],
  ])('finds a placement that cites a later %s: %s', (what, date, expected) => {
    const found = saysOf((_, trend) => {
      if (what === 'fact') first(trend.facts).date = date;
      else {
        first(trend.milestones).date = date;
        first(trend.placements).milestones = [date];
      }
    });
    expect(found.map((line) => line.split(':')[0])).toEqual(expected);
    for (const line of found) expect(line).toContain(`is from ${date}, after its edition of 2023-06`);
  });

  it('wants grade and source together, save for an assumption', () => {
    const found = saysOf((_, trend) => {
      delete first(trend.placements).milestones;
      trend.milestones = [
        { date: '2020', event: 'A', grade: 'verified' },
        { date: '2021', event: 'B', source: 'a-paper' },
        { date: '2022', event: 'C', grade: 'assumption' },
      ];
    });
    expect(found).toEqual([
      expect.stringContaining('trends.0.milestones.0.grade: the grade is verified, but no source is named'),
      expect.stringContaining('trends.0.milestones.1.source: a source is named, but not how well'),
    ]);
  });

  it('warns of sources that nothing cites', () => {
    const radar = sampleRadar();
    radar.sources.push({ id: 'c', title: 'C', year: 2020, url: 'https://c.org/' });
    expect(checkRadar(radar)).toMatchObject([{ severity: 'warning', path: ['sources', 2, 'id'] }]);
  });

  it('skips what it cannot read and finds the rest', () => {
    const odd = {
      quadrants: [{ id: 'a' }],
      trends: [null, 3, { quadrant: 'b', facts: 'no' }, { quadrant: 7 }],
    };
    expect(checkRadar(odd)).toMatchObject([{ path: ['trends', 2, 'quadrant'] }]);
    expect(checkRadar(null)).toEqual([]);
  });

  it('reads twice the trends with twice the work', () => {
    const small = readingsOf(200);
    expect(readingsOf(400)).toBeLessThan(2.2 * small);
  });
});

/** How often a check reads from the lists of a radar with as many trends, all alike in name and wrong in each reference. */
function readingsOf(count: number): number {
  let readings = 0;
  const counted = <T>(items: T[]): T[] =>
    new Proxy(items, {
      get(target, key, receiver): unknown {
        readings += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  const items = <T>(make: (index: number) => T) => counted(Array.from({ length: count }, (_, i) => make(i)));
  checkRadar({
    quadrants: items((index) => ({ id: `q${index}`, name: 'Q' })),
    rings: counted([{ id: 'r', name: 'R' }]),
    editions: counted([{ id: 'e', date: '2020' }]),
    sources: items((index) => ({ id: `s${index}`, url: 'https://example.org' })),
    trends: items((index) => ({
      id: `t${index}`,
      name: 'T',
      quadrant: `x${index}`,
      placements: [{ edition: 'e', ring: 'x', facts: ['x'] }],
      related: [{ trend: `x${index}`, relation: 'enables' }],
      facts: [{ id: 'f', source: `x${index}`, date: '2021' }],
    })),
  });
  return readings;
}
