import { describe, expect, it } from 'vitest';
import { buildResultPoster } from '../../src/scene/build-result-poster.ts';
import { workshopAfter } from '../support/workshop.ts';

const OPTIONS = {
  ...{ width: 1920, height: 1080, theme: 'light' as const, transparent: false },
  ...{ date: '2026-11-21', origin: 'radar.example.org', reopens: false },
};
const SESSION = workshopAfter(
  { kind: 'place', trend: 'alpha', ring: 'assess' },
  { kind: 'retire', trend: 'beta' },
  { kind: 'place', trend: 'gamma', ring: 'adopt' },
  { kind: 'park', trend: 'delta', parked: true },
  {
    kind: 'propose',
    proposal: { id: 'epsilon', name: 'Epsilon', quadrant: 'methods', summary: '' },
    ring: 'trial',
  },
);

describe('the picture of a workshop’s result', () => {
  it('says what changed in words beside the chart, numbers as on the blips', () => {
    const { texts, charts, omitted } = buildResultPoster(SESSION, OPTIONS);
    const words = texts.map(({ text }) => text);
    expect(words.slice(0, 2)).toEqual([
      'Review',
      'Workshop radar · 1 moved in · 1 moved out · 1 new · 1 retired · 1 parked',
    ]);
    const [chart] = charts;
    const numberOf = (id: string) => chart?.scene.blips.find((blip) => blip.id === id)?.number.text;
    expect(words.slice(2, -4)).toEqual([
      ...['Moved in 1', `${numberOf('gamma')} Trend gamma: Assess to Adopt`],
      ...['Moved out 1', `${numberOf('alpha')} Trend alpha: Adopt to Assess`],
      ...['New 1', `${numberOf('epsilon')} Epsilon: Trial`],
      ...['Retired 1', expect.stringMatching(/^\d Trend beta: was in Trial$/)],
      ...['Parked 1', `${numberOf('delta')} Trend delta: Adopt`],
    ]);
    expect(words.at(-1)).toContain('Exported 2026-11-21 from radar.example.org');
    expect(chart?.moves.arrows.map(({ id }) => id)).toEqual(['alpha', 'gamma']);
    expect(omitted).toEqual([]);
  });

  it('keeps everything on the page, at any shape, and says what it leaves out', () => {
    for (const [width, height] of [
      [1920, 1080],
      [1080, 1080],
      [1240, 1754],
    ] as const) {
      const poster = buildResultPoster(SESSION, { ...OPTIONS, width, height });
      for (const text of poster.texts) {
        expect(text.baseline).toBeLessThanOrEqual(poster.height);
        expect(text.x).toBeLessThanOrEqual(poster.width);
      }
      const [chart] = poster.charts;
      expect((chart?.y ?? 0) + (chart?.height ?? 0)).toBeLessThan(poster.height);
      expect((chart?.x ?? 0) + (chart?.width ?? 0)).toBeLessThan(poster.width);
    }
    const small = buildResultPoster(SESSION, { ...OPTIONS, width: 4000, height: 1080, scale: 6 });
    expect(small.omitted).toEqual([expect.stringMatching(/\d of its lines are left out/)]);
  });

  it('is the same for the same workshop', () => {
    expect(buildResultPoster(SESSION, OPTIONS)).toEqual(buildResultPoster(SESSION, OPTIONS));
  });
});
