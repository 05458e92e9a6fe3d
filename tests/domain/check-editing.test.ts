import { describe, expect, it } from 'vitest';
import { ALOUD_LIMIT, checkEditing } from '../../src/domain/check-editing.ts';
import { checkRadar } from '../../src/domain/check-radar.ts';
import type { Radar, Trend } from '../../src/domain/radar.ts';

/** A strict radar without faults: two trends that are related. Made anew at each call. */
function strictRadar(): Radar {
  const trend = (id: string): Trend => ({
    id,
    name: id,
    quadrant: 'models',
    placements: [
      { edition: 'then', ring: 'trial', reason: 'Early.', facts: ['f1'] },
      { edition: 'now', ring: 'adopt', reason: 'It holds.', facts: ['f2'] },
    ],
    summary: 'What it is.',
    articles: [{ article: 'overview', says: 'It matters.' }],
    facts: [
      { id: 'f1', kind: 'benchmark' as const, stance: 'supports' as const, date: '2023-05' },
      { id: 'f2', kind: 'tooling' as const, stance: 'supports' as const, date: '2025-05' },
      { id: 'f3', kind: 'benchmark' as const, stance: 'limits' as const, date: '2025-06' },
    ].map((fact) => ({
      ...fact,
      claim: 'One statement.',
      source: 'paper',
      grade: 'verified',
      measuredBy: 'authors',
    })),
    tradeoffs: [1, 2].map((at) => ({ gain: `Speed ${at}`, cost: 'Memory', when: 'Long inputs' })),
    failureModes: [1, 2].map((at) => ({
      name: `Drift ${at}`,
      symptom: 'Worse answers',
      cause: 'New data',
      detection: 'A canary set',
      mitigation: 'Retrain',
      severity: 'low',
      silent: true,
    })),
    fits: [{ condition: 'fast', why: 'It is fast.' }],
    avoidWhen: ['small', 'audited'].map((condition) => ({ condition, why: 'It is large.' })),
    tooling: [{ name: 'Tool', url: 'https://example.org', note: 'Free.' }],
    ...(id === 'one' ? { related: [{ trend: 'two', relation: 'complements' }] } : {}),
    milestones: [{ date: '2022', event: 'First paper' }],
  });
  return {
    version: 1,
    title: 'Radar',
    strict: true,
    quadrants: ['models', 'others'].map((id) => ({ id, name: id })),
    rings: ['adopt', 'trial'].map((id) => ({ id, name: id })),
    editions: [
      { id: 'now', date: '2026-11' },
      { id: 'then', date: '2024-11', retrospective: true },
    ],
    conditions: ['fast', 'small', 'audited'].map((id) => ({ id, label: id, explanation: id, group: 'all' })),
    articles: [{ id: 'overview', title: 'An overview' }],
    sources: [{ id: 'paper', title: 'A paper', authors: 'Ada', year: 2023, url: 'https://example.org/p' }],
    trends: ['one', 'two'].map(trend),
  };
}

/** What the checks say after a fault is planted, as `path: message`. */
function saysOf(plant: (trend: Trend, radar: Radar) => void): string[] {
  const radar = strictRadar();
  const [trend] = radar.trends;
  if (trend === undefined) throw new Error('the radar has trends');
  plant(trend, radar);
  return [...checkRadar(radar), ...checkEditing(radar)].map(
    (issue) => `${issue.path.join('.')}: ${issue.message}`,
  );
}

function first<T>(items: readonly T[] | undefined): T {
  const item = items?.[0];
  if (item === undefined) throw new Error('the radar has none of these');
  return item;
}

const long = (length: number) => 'x'.repeat(length);

describe('the editing rules', () => {
  it('have nothing to say of a balanced radar', () => {
    expect(saysOf(() => {})).toEqual([]);
  });

  it('hold for strict radars alone', () => {
    expect(
      saysOf((trend, radar) => {
        trend.summary = long(1000);
        delete trend.tradeoffs;
        radar.strict = false;
      }),
    ).toEqual([]);
  });

  const texts: [string, number, string, (trend: Trend, text: string) => void][] = [
    ['summary', 280, 'summary', (trend, text) => Object.assign(trend, { summary: text })],
    [
      'reason',
      280,
      'placements.0.reason',
      (trend, text) => Object.assign(first(trend.placements), { reason: text }),
    ],
    ['claim', 240, 'facts.0.claim', (trend, text) => Object.assign(first(trend.facts), { claim: text })],
    ['gain', 140, 'tradeoffs.0.gain', (trend, text) => Object.assign(first(trend.tradeoffs), { gain: text })],
    ['cost', 140, 'tradeoffs.0.cost', (trend, text) => Object.assign(first(trend.tradeoffs), { cost: text })],
    ['when', 140, 'tradeoffs.0.when', (trend, text) => Object.assign(first(trend.tradeoffs), { when: text })],
    ...['symptom', 'cause', 'detection', 'mitigation'].map(
      (key): [string, number, string, (trend: Trend, text: string) => void] => [
        key,
        160,
        `failureModes.0.${key}`,
        (trend, text) => Object.assign(first(trend.failureModes), { [key]: text }),
      ],
    ),
    ['why', 120, 'fits.0.why', (trend, text) => Object.assign(first(trend.fits), { why: text })],
    ['why', 120, 'avoidWhen.0.why', (trend, text) => Object.assign(first(trend.avoidWhen), { why: text })],
    [
      'note of a tool',
      140,
      'tooling.0.note',
      (trend, text) => Object.assign(first(trend.tooling), { note: text }),
    ],
    [
      'milestone',
      140,
      'milestones.0.event',
      (trend, text) => Object.assign(first(trend.milestones), { event: text }),
    ],
    [
      'saying of an article',
      200,
      'articles.0.says',
      (trend, text) => Object.assign(first(trend.articles), { says: text }),
    ],
  ];
  it.each(texts)('let a %s have %i characters and no more', (what, limit, path, write) => {
    expect(saysOf((trend) => write(trend, long(limit)))).toEqual([]);
    expect(saysOf((trend) => write(trend, long(limit + 1)))).toEqual([
      `trends.0.${path}: the ${what} has ${limit + 1} characters, more than ${limit}`,
    ]);
  });

  it('limit what is read aloud: the latest reason counts, an earlier one does not', () => {
    const fact = (at: number) => ({
      id: `g${at}`,
      claim: 'five words and a bit',
      kind: 'theory' as const,
      stance: 'supports' as const,
      date: '2024',
      source: 'paper',
      grade: 'verified' as const,
    });
    // the sample itself has 17 words
    const many = Array.from({ length: (ALOUD_LIMIT - 20) / 5 }, (_, at) => fact(at));
    expect(saysOf((trend) => trend.facts?.push(...many))).toEqual([]);
    const wordy = 'one two three four five six';
    expect(
      saysOf((trend) => {
        trend.facts?.push(...many);
        Object.assign(first(trend.placements), { reason: wordy });
      }),
    ).toEqual([]);
    expect(
      saysOf((trend) => {
        trend.facts?.push(...many);
        Object.assign(trend.placements[1] ?? {}, { reason: wordy });
      }),
    ).toEqual([expect.stringContaining('trends.0.facts: summary, reason, claims and tradeoffs have')]);
  });

  const faults: [string, (trend: Trend, radar: Radar) => unknown, string][] = [
    [
      'two facts',
      (trend) => trend.facts?.splice(1, 1),
      'trends.0.facts: the trend has only 2 of at least 3 facts',
    ],
    [
      'no limiting fact',
      (trend) => Object.assign(trend.facts?.[2] ?? {}, { stance: 'supports' }),
      'trends.0.facts: no fact limits this trend',
    ],
    [
      'facts of one kind',
      (trend) => Object.assign(trend.facts?.[1] ?? {}, { kind: 'benchmark', measuredBy: 'independent' }),
      'trends.0.facts: all facts are of the kind benchmark',
    ],
    [
      'a benchmark that nobody measured',
      (trend) => delete first(trend.facts).measuredBy,
      'trends.0.facts.0: the benchmark does not say who measured it',
    ],
    [
      'one tradeoff',
      (trend) => trend.tradeoffs?.pop(),
      'trends.0.tradeoffs: the trend has only 1 of at least 2 tradeoffs',
    ],
    [
      'one failure mode',
      (trend) => trend.failureModes?.pop(),
      'trends.0.failureModes: the trend has only 1 of at least 2 failure modes',
    ],
    [
      'nothing that it fits',
      (trend) => delete trend.fits,
      'trends.0.fits: the trend has only 0 of at least 1 conditions that it',
    ],
    [
      'nothing to avoid it in',
      (trend) => delete trend.avoidWhen,
      'trends.0.avoidWhen: the trend has only 0 of at least 1 conditions to avoid it in',
    ],
    [
      'two conditions',
      (trend) => trend.avoidWhen?.pop(),
      'trends.0.fits: the trend speaks of only 2 of at least 3 conditions',
    ],
    [
      'a placement without a reason',
      (trend) => delete first(trend.placements).reason,
      'trends.0.placements.0: the placement has no reason',
    ],
    [
      'a retrospective placement that cites nothing',
      (trend) => delete first(trend.placements).facts,
      'trends.0.placements.0: the retrospective placement cites nothing',
    ],
    [
      'own benchmarks alone in adopt',
      (trend) => Object.assign(trend.facts?.[1] ?? {}, { kind: 'benchmark', stance: 'supports' }),
      'trends.0.placements.1.ring: the trend stands in adopt on the benchmarks of its authors',
    ],
    [
      'an orphan',
      (_, radar) =>
        radar.trends.push({ ...first(strictRadar().trends), id: 'three', name: 'three', related: [] }),
      'trends.2.id: no relation leads to or from this trend',
    ],
  ];
  it('find trends that require one another in a circle', () => {
    const found = saysOf((_, radar) => {
      const ring = ['one', 'two', 'three'];
      radar.trends = ring.map((id, at) => ({
        ...first(strictRadar().trends),
        id,
        name: id,
        related: [{ trend: ring[(at + 1) % 3] ?? '', relation: 'requires' }],
      }));
    });
    expect(found).toEqual(
      ['one', 'two', 'three'].map(
        (id, at) => `trends.${at}.related: "${id}" requires itself by way of other trends`,
      ),
    );
  });

  it.each(faults)('find %s', (_what, plant, expected) => {
    expect(saysOf(plant).join('\n')).toContain(expected);
  });

  it('skip what they cannot read', () => {
    const odd = { strict: true, trends: [null, { id: 'a', facts: 'none', placements: [3] }], editions: 1 };
    expect(checkEditing(odd).length).toBeGreaterThan(0);
  });
});
