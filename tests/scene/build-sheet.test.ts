import { beforeAll, describe, expect, it } from 'vitest';
import { readRadar } from '../../src/cli/read-radar.ts';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { buildDetail, buildIndex, type RadarIndex } from '../../src/domain/radar-index.ts';
import { measureText } from '../../src/layout/measure-text.ts';
import { buildSheet } from '../../src/scene/build-sheet.ts';
import type { Poster } from '../../src/scene/poster.ts';
import type { PosterOptions } from '../../src/scene/poster-options.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const OPTIONS: PosterOptions = {
  edition: '2026-11',
  width: 1920,
  height: 1080,
  theme: 'light',
  transparent: false,
  contents: 'lists',
  scope: { kind: 'trend', trend: '' },
  names: true,
  selected: null,
  date: '2026-11-21',
  origin: 'built-in radar',
  reopens: true,
};

const SIZES = [
  ['a screen', 1920, 1080],
  ['A4 upright', 2480, 3508],
  ['A4 across', 3508, 2480],
  ['a square', 1080, 1080],
] as const;

function sheetOf(radar: Radar, id: string, options: Partial<PosterOptions> = {}): Poster {
  const trend = radar.trends.find((entry) => entry.id === id);
  if (trend === undefined) throw new Error(`no trend ${id}`);
  return buildSheet(buildIndex(radar), buildDetail(radar, trend), { ...OPTIONS, ...options });
}

/** All words of a sheet, line after line. */
function wordsOf(poster: Poster): string {
  return poster.texts.map((text) => text.text.replaceAll('\u00a0', ' ')).join(' ');
}

interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxesOf(poster: Poster): TextBox[] {
  return poster.texts.map(({ text, x, baseline, size, weight }) => ({
    text,
    left: x,
    right: x + measureText(text, size, weight),
    top: baseline - size * 0.75,
    bottom: baseline + size * 0.24,
  }));
}

/** What is wrong with the places of the texts: those that meet, and those that leave the page or run into the chart. */
function faultsOf(poster: Poster): string[] {
  const boxes = boxesOf(poster);
  const meet = (a: Omit<TextBox, 'text'>, b: Omit<TextBox, 'text'>) =>
    a.left < b.right - 0.02 && b.left < a.right - 0.02 && a.top < b.bottom - 0.02 && b.top < a.bottom - 0.02;
  const overlaps = boxes.flatMap((a, at) =>
    boxes.slice(at + 1).flatMap((b) => (meet(a, b) ? [`"${a.text}" meets "${b.text}"`] : [])),
  );
  const outside = boxes.filter(
    (box) => box.left < 0 || box.top < 0 || box.right > poster.width || box.bottom > poster.height,
  );
  const inChart = poster.charts.flatMap((chart) =>
    boxes.filter((box) =>
      meet(box, {
        left: chart.x,
        right: chart.x + chart.width,
        top: chart.y,
        bottom: chart.y + chart.height,
      }),
    ),
  );
  return [
    ...overlaps,
    ...outside.map((box) => `"${box.text}" leaves the page`),
    ...inChart.map((box) => `"${box.text}" meets the chart`),
  ];
}

describe('a sheet of the built-in radar', () => {
  let radar: Radar;
  let index: RadarIndex;
  beforeAll(async () => {
    const read = await readRadar('data');
    if (read.radar === null || read.radar === undefined) throw new Error('the data does not parse');
    radar = read.radar;
    index = buildIndex(radar);
  });

  it.each(SIZES)('sets every trend on %s without a clash', (_, width, height) => {
    for (const trend of radar.trends) {
      const poster = buildSheet(index, buildDetail(radar, trend), { ...OPTIONS, width, height });
      expect(faultsOf(poster), trend.id).toEqual([]);
      expect(Math.min(...poster.texts.map((text) => text.size)), trend.id).toBeGreaterThanOrEqual(9);
    }
  });

  it('leaves nothing out on a screen', () => {
    for (const trend of radar.trends) {
      const poster = buildSheet(index, buildDetail(radar, trend), OPTIONS);
      expect(poster.omitted, trend.id).toEqual([]);
    }
  });

  it('says all that a decision needs', () => {
    const trend = radar.trends.find((entry) => entry.id === 'quantization');
    if (trend === undefined) throw new Error('no such trend');
    const poster = sheetOf(radar, trend.id);
    const words = wordsOf(poster).replaceAll(' ', '');
    const says = [
      trend.name,
      trend.summary ?? '',
      trend.placements.find((placement) => placement.edition === '2026-11')?.reason ?? '',
      ...(trend.facts ?? []).map((fact) => fact.claim),
      ...(trend.facts ?? []).map(
        (fact) => radar.sources.find((source) => source.id === fact.source)?.title ?? '?',
      ),
      ...(trend.tradeoffs ?? []).flatMap(({ gain, cost, when }) => [gain, cost, when]),
      ...(trend.failureModes ?? []).flatMap(({ name, detection, mitigation }) => [
        name,
        detection,
        mitigation,
      ]),
      ...[...(trend.fits ?? []), ...(trend.avoidWhen ?? [])].map((fit) => fit.why),
      'Adopt is earned',
      'Open this picture with the radar to read on',
      'Exported 2026-11-21 from built-in radar',
      radar.title,
    ];
    for (const text of says) expect(words).toContain(text.replaceAll(' ', ''));
    expect(poster.charts).toHaveLength(1);
    expect(poster.charts[0]?.emphasis).toEqual({ selected: 'quantization', lit: new Set() });
    expect(poster.charts[0]?.scene.blips.at(-1)?.id).toBe('quantization');
  });

  it('judges a retrospective edition by its facts, and says that it is one', () => {
    const trend = radar.trends.find(
      (entry) =>
        entry.placements.some((placement) => placement.edition === '2024-11') &&
        (entry.facts ?? []).some((fact) => fact.date > '2025') &&
        (entry.facts ?? []).some((fact) => fact.date < '2024'),
    );
    if (trend === undefined) throw new Error('no such trend');
    const later = (trend.facts ?? []).filter((fact) => fact.date > '2024-11-30');
    const words = wordsOf(sheetOf(radar, trend.id, { edition: '2024-11' }));
    expect(words).toContain('2024-11 (retrospective) edition');
    expect(words).toContain('A retrospective edition was made after its date');
    expect(words).toMatch(new RegExp(`${later.length} facts? became public after this edition`));
    expect(words).toContain(`${(trend.facts ?? []).length - later.length} fact`);
    for (const fact of later) expect(words).not.toContain(fact.claim.slice(0, 30));
  });
});

describe('a sheet of a made-up trend', () => {
  const withTrend = (change: (trend: Trend) => void): Radar => {
    const radar = sampleRadar();
    const [trend] = radar.trends;
    if (trend !== undefined) change(trend);
    return radar;
  };
  const edition = { edition: '2024' };

  it('says what it has no room for', () => {
    const radar = withTrend((trend) => {
      trend.facts = Array.from({ length: 40 }, (_, at) => ({
        id: `f${at}`,
        claim: `Claim ${at + 1}. ${'It was measured again, with the same result. '.repeat(12)}`,
        kind: 'benchmark',
        stance: at < 30 ? 'supports' : 'limits',
        date: '2023',
        source: 'a-paper',
        grade: 'derived',
      }));
      trend.tradeoffs = [];
      trend.failureModes = [];
    });
    for (const [, width, height] of SIZES) {
      const poster = sheetOf(radar, 'attention', { ...edition, width, height });
      const words = wordsOf(poster);
      const left = Number(/(\d+) more facts are in the radar/.exec(words)?.[1]);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(40);
      expect(poster.omitted).toContain(`${left} more facts are in the radar`);
      expect(poster.omitted).toContain('1 related trend is in the radar');
      expect(poster.omitted).toContain('2 conditions are in the radar');
      expect(words.match(/Claim \d+\./g)).toHaveLength(40 - left);
      // both sides are still heard
      expect(words).toContain('Claim 1.');
      expect(words).toContain('Claim 31.');
      expect(faultsOf(poster)).toEqual([]);
    }
  });

  it('gives up one overlong text rather than all others', () => {
    const radar = withTrend((trend) => {
      trend.summary = 'Overlong. '.repeat(3000);
    });
    const poster = sheetOf(radar, 'attention', edition);
    expect(poster.omitted).toEqual(['The summary is too long to stand here: it is in the radar']);
    expect(wordsOf(poster)).toContain('It works.');
    expect(faultsOf(poster)).toEqual([]);
  });

  it('says that a ring is not earned and what it takes', () => {
    const words = wordsOf(sheetOf(sampleRadar(), 'attention', edition));
    expect(words).toContain('Adopt is not earned');
    expect(words).not.toContain('Adopt is earned');
    expect(words).toContain('Missing for Adopt: strong evidence');
  });

  it('says that no evidence is recorded', () => {
    const words = wordsOf(sheetOf(sampleRadar(), 'distillation', edition));
    expect(words).toContain('No evidence recorded');
    expect(words).not.toContain('facts');
  });

  it('names no edition that the radar does not name, nor a way back that the file does not have', () => {
    const radar = sampleRadar();
    radar.editions = [{ id: 'current', date: '2000' }];
    for (const trend of radar.trends) trend.placements = [{ edition: 'current', ring: 'adopt' }];
    const words = wordsOf(sheetOf(radar, 'attention', { edition: 'current', reopens: false }));
    expect(words).not.toContain('current');
    expect(words).not.toContain('Open this picture');
  });

  it('has grades that can be read without colour', () => {
    const words = wordsOf(sheetOf(sampleRadar(), 'attention', edition));
    expect(words).toContain('Verified ·');
    expect(words).toContain('Example Labs · 2023');
    expect(words).toContain('High severity');
    expect(words).toContain('Silent');
  });

  it('sets names in any script, and long ones, without a clash', () => {
    const radar = withTrend((trend) => {
      trend.name = '深層学習モデルの敵対的頑健性と量子化の評価手法について第二版';
      trend.subtitle = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5);
    });
    radar.title = 'A radar with a title that takes more than a line '.repeat(4).trim();
    for (const [, width, height] of SIZES) {
      const poster = sheetOf(radar, 'attention', {
        ...edition,
        width,
        height,
        origin: `https://example.org/${'very-long/'.repeat(30)}radar.json`,
      });
      expect(faultsOf(poster)).toEqual([]);
    }
  });

  it('refuses an edition in which the trend has no place', () => {
    expect(() => sheetOf(sampleRadar(), 'distillation', { edition: '2023' })).toThrow(RangeError);
  });
});
