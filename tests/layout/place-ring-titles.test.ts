import { expect, it } from 'vitest';
import { placeRingTitles, ringTitleBox } from '../../src/layout/place-ring-titles.ts';

const rings = { names: ['Adopt', 'Trial', 'Assess'], radii: [270, 400, 500] };
const names = (titles: readonly { text: string }[]) => titles.map(({ text }) => text);

it('leaves out a name that is wider than its ring', () => {
  expect(names(placeRingTitles(rings, 3, 15))).toEqual(['ADOPT', 'TRIAL', 'ASSESS']);
  expect(names(placeRingTitles(rings, 3, 28))).toEqual(['ADOPT', 'TRIAL']);
});

it('lets the outermost name reach beyond its ring where asked, up to the edge, off the name before it', () => {
  const titles = placeRingTitles(rings, 3, 28, 560);
  expect(names(titles)).toEqual(['ADOPT', 'TRIAL', 'ASSESS']);
  const [trial, assess] = titles.slice(1).map(ringTitleBox);
  expect(assess?.x).toBeGreaterThanOrEqual(-560);
  expect((assess?.x ?? 0) + (assess?.width ?? 0)).toBeLessThan(trial?.x ?? 0);
  expect(names(placeRingTitles(rings, 3, 28, 500))).toEqual(['ADOPT', 'TRIAL']);
  expect(names(placeRingTitles(rings, 3, 80, 900))).toEqual([]);
});
