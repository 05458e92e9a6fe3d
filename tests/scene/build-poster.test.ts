import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RadarIndex } from '../../src/domain/radar-index.ts';
import { boxesTouch } from '../../src/layout/box.ts';
import { buildPoster } from '../../src/scene/build-poster.ts';
import type { PosterOptions } from '../../src/scene/poster-options.ts';
import { designSize } from '../../src/scene/poster-page.ts';
import { renderPoster } from '../../src/scene/render-poster.ts';
import { generateRadar } from '../layout/generate-radar.ts';
import { findTextFaults, textBox } from '../support/poster-boxes.ts';
import { POSTER_OPTIONS } from '../support/poster-options.ts';

const OPTIONS: PosterOptions = { ...POSTER_OPTIONS, edition: 'now' };

const SIZES = [
  [1920, 1080],
  [2160, 2160],
  [3508, 2480],
  [2480, 3508],
  [8192, 700],
  [700, 8192],
  [64, 64],
] as const;

function radar(
  seed: number,
  quadrants: number,
  rings: number,
  trends: number,
  retrospective = false,
): RadarIndex {
  const made = generateRadar(seed, quadrants, rings, trends, 1);
  return {
    title: 'A made-up radar of many things',
    quadrants: made.quadrants.map((id, at) => ({ id, name: `Quadrant ${at}` })),
    rings: made.rings.map((id, at) => ({ id, name: `Ring ${at}` })),
    editions: [
      { id: 'then', date: '2025', ...(retrospective ? { retrospective } : {}) },
      { id: 'now', date: '2026' },
    ],
    articles: [],
    sourceCount: 12,
    trends: made.blips.map(({ id, name, quadrant, ring, marked }, at) => ({
      id,
      name: name.trim(),
      quadrant,
      summary: 'It does what it says, costs what it costs, and ends where its data end.',
      related: [],
      placements: (marked && !retrospective ? ['now'] : ['then', 'now']).map((edition) => ({
        edition,
        ring,
        strength: (['strong', 'moderate', 'thin', 'none'] as const)[at % 4] ?? 'none',
        earned: true,
      })),
    })),
  };
}

const poster = (index: RadarIndex, options: Partial<PosterOptions> = {}) =>
  buildPoster(index, null, { ...OPTIONS, ...options });
const textOf = (made: { texts: { text: string }[] }) => made.texts.map((shape) => shape.text).join(' ');

describe('a poster', () => {
  it('sets its texts inside the page, none over another or over the chart, whatever the radar and the size', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(1000),
          quadrants: fc.integer({ min: 2, max: 8 }),
          rings: fc.integer({ min: 1, max: 8 }),
          trends: fc.constantFrom(0, 1, 20, 60, 150),
        }),
        fc.constantFrom(...SIZES),
        fc.constantFrom('titled' as const, 'lists' as const),
        fc.boolean(),
        ({ seed, quadrants, rings, trends }, [width, height], contents, alone) => {
          const index = radar(seed, quadrants, rings, trends);
          const scope = alone
            ? { kind: 'quadrant' as const, quadrant: 'quadrant-1' }
            : { kind: 'all' as const };
          const made = poster(index, { width, height, contents, scope, names: false });
          expect(findTextFaults(made)).toEqual([]);
          const [chart] = made.charts;
          if (!chart) throw new Error('no chart');
          expect(chart.x).toBeGreaterThanOrEqual(0);
          expect(chart.y + chart.height).toBeLessThanOrEqual(made.height);
          // beside the chart's corner there may be a title: the circle keeps away from all texts
          const middle = { x: chart.x + chart.width / 2, y: chart.y + chart.height / 2 };
          const reach = alone ? 0 : Math.min(chart.width, chart.height) / 2 - 16;
          const circle = {
            x: middle.x - reach * 0.7,
            y: middle.y - reach * 0.7,
            width: reach * 1.4,
            height: reach * 1.4,
          };
          expect(
            made.texts.filter((shape) => boxesTouch(textBox(shape), circle)).map((shape) => shape.text),
          ).toEqual([]);
        },
      ),
      { seed: 11, numRuns: 120 },
    );
  });

  it('lists every trend, or says that the lists do not fit', () => {
    for (const [width, height] of SIZES) {
      for (const trends of [46, 150, 400]) {
        const index = radar(3, 4, 3, trends);
        const made = poster(index, { width, height });
        const listed = new Set(made.marks.map((mark) => mark.id));
        if (made.omitted.length === 0) {
          expect(index.trends.filter((trend) => !listed.has(trend.id))).toEqual([]);
        } else {
          expect(made.omitted).toEqual([
            'The lists do not fit a page of this size: only the chart is drawn.',
          ]);
          expect(trends).toBeGreaterThan(46);
        }
      }
    }
  });

  it('draws the chart in the same places as on a screen of that size', () => {
    const index = radar(5, 4, 3, 46);
    const screen = poster(index, { width: 2520, height: 2044, scale: 2, contents: 'chart' });
    expect([screen.width, screen.height]).toEqual([1260, 1022]);
    const places = (made: typeof screen) => made.charts[0]?.scene.blips.map(({ id, x, y }) => ({ id, x, y }));
    expect(places(screen)).toEqual(places(poster(index)));
    expect(screen.texts).toEqual([]);
  });

  it.each(['chart', 'titled', 'lists'] as const)(
    'says on the %s that an edition is retrospective',
    (contents) => {
      const index = radar(5, 4, 3, 46, true);
      expect(textOf(poster(index, { edition: 'then', contents }))).toContain('then (retrospective)');
      expect(textOf(poster(index, { edition: 'now', contents }))).not.toMatch(/^now \(retrospective/);
    },
  );

  it('tells edition, date, where the data came from and how to open it again', () => {
    const text = textOf(poster(radar(5, 4, 3, 46)));
    expect(text).toContain('now edition · 46 trends · 12 sources');
    expect(text).toContain(
      'Exported 2026-11-21 from radar.example.org · Drop this file on the radar to open it again',
    );
    expect(text).toContain('Since then:');
    expect(textOf(poster(radar(5, 4, 3, 46), { reopens: false }))).not.toContain('Drop this file');
  });

  it('shows one quadrant with what its trends are', () => {
    const index = radar(5, 4, 3, 46);
    const made = poster(index, { scope: { kind: 'quadrant', quadrant: 'quadrant-2' } });
    const own = index.trends.filter((trend) => trend.quadrant === 'quadrant-2');
    expect(made.charts[0]?.scene.blips.map((blip) => blip.id).sort()).toEqual(
      own.map((trend) => trend.id).sort(),
    );
    expect(textOf(made)).toContain('A made-up radar of many things: Quadrant 2');
    expect(textOf(made)).toContain('It does what it says');
  });

  it('can leave the ground out and light the selected trend', () => {
    const index = radar(5, 4, 3, 46);
    expect(poster(index, { transparent: true }).ground).toBeNull();
    const selected = index.trends[0]?.id ?? '';
    expect(poster(index, { selected }).charts[0]?.emphasis?.selected).toBe(selected);
  });

  it('measures its shorter side as 1080 unless told how many px a design px has', () => {
    expect(designSize({ width: 2480, height: 3508 }).width).toBe(1080);
    expect(designSize({ width: 800, height: 600, scale: 2 })).toEqual({ width: 400, height: 300 });
  });

  it('refuses a sheet without its evidence', () => {
    expect(() => poster(radar(1, 4, 3, 5), { scope: { kind: 'trend', trend: 'x' } })).toThrow(RangeError);
  });
});

describe('the SVG file of a poster', () => {
  it('is as large as asked for, whole by itself, and carries one font face', () => {
    const made = poster(radar(5, 4, 3, 46));
    const svg = renderPoster(made, { width: 3840, height: 2160, font: 'AAAA' });
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="3840" height="2160" viewBox="0 0 1920 1080"/,
    );
    expect(svg.match(/@font-face/g)).toHaveLength(1);
    expect(svg).not.toMatch(/var\(|class=|href=|NaN|undefined|Infinity/);
    expect(renderPoster(made, { width: 3840, height: 2160, font: null })).not.toContain('<style>');
  });

  it('drops what XML cannot hold and escapes the rest', () => {
    const index = radar(5, 2, 1, 1);
    const trend = index.trends[0];
    if (!trend) throw new Error('no trend');
    trend.name = 'A\u0000\u001f\ud800 & <b>\ufffe';
    const svg = renderPoster(poster(index), { width: 1920, height: 1080, font: null });
    expect(svg).toContain('A &amp; &lt;b&gt;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
    expect(svg).not.toMatch(/[\u0000-\u0008\u000e-\u001f\ufffe]/);
  });
});
