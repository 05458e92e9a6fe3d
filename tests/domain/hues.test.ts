import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hueAt } from '../../src/domain/hue-at.ts';
import { HUES, huesOf } from '../../src/domain/hues.ts';
import { judgeTrends } from '../../src/domain/judge-trends.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { THEMES } from '../../src/scene/theme.ts';
import { sampleRadar } from '../support/sample-radar.ts';

type HueName = (typeof HUES)[number];
const names = (...hues: (HueName | null)[]) =>
  huesOf(hues.map((hue) => (hue === null ? {} : { hue }))).map((at) => HUES[at]);

describe('the hues of quadrants', () => {
  it('go by position where none is chosen', () => {
    expect(names(null, null, null)).toEqual(['blue', 'green', 'orange']);
  });

  it('are the chosen ones, and leave the others as they were', () => {
    expect(names(null, 'violet', null)).toEqual(['blue', 'violet', 'orange']);
  });

  it('move out of the way of a chosen one, to the first that nobody has', () => {
    expect(names('green', null, null)).toEqual(['green', 'blue', 'orange']);
    expect(names(null, null, 'blue', 'green')).toEqual(['orange', 'purple', 'blue', 'green']);
  });

  it('never repeat unless the same one was chosen twice', () => {
    const some = fc.array(fc.option(fc.constantFrom(...HUES)), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(some, (hues) => {
        const found = names(...hues);
        const chosen = hues.filter((hue) => hue !== null);
        expect(new Set(found).size).toBe(found.length - (chosen.length - new Set(chosen).size));
        hues.forEach((hue, at) => {
          if (hue !== null) expect(found[at]).toBe(hue);
        });
      }),
    );
  });

  it('are as many as the themes have', () => {
    expect(THEMES.light.quadrants).toHaveLength(HUES.length);
    expect(THEMES.dark.quadrants).toHaveLength(HUES.length);
  });
});

describe('the index of a radar', () => {
  it('holds hues only where one is chosen', () => {
    const radar = sampleRadar();
    expect(buildIndex(radar)).not.toHaveProperty('hues');
    expect([0, 1].map((at) => hueAt(buildIndex(radar), at))).toEqual([0, 1]);
    radar.quadrants = radar.quadrants.map((quadrant, at) =>
      at === 0 ? { ...quadrant, hue: 'green' } : quadrant,
    );
    expect([0, 1].map((at) => hueAt(buildIndex(radar), at))).toEqual([1, 0]);
  });

  it('gives them to what is compared', () => {
    const radar = sampleRadar();
    radar.quadrants = radar.quadrants.map((quadrant) => ({ ...quadrant, hue: 'red' }));
    const { trends } = judgeTrends(radar, buildIndex(radar), '2024', ['attention']);
    expect(trends.map(({ hue }) => hue)).toEqual([5]);
  });
});
