import { expect, test } from 'vitest';
import { PictureFailure } from '../../src/platform/picture-failure.ts';
import { addStrip, checkStrip, compareStrips, isBlank } from '../../src/platform/picture-strip.ts';

const SIZE = { width: 300, height: 200 };
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" viewBox="0 0 3 2"><rect width="3" height="2"/></svg>';

test('The strip lies below the picture, which keeps its place and its own units', () => {
  const root = new DOMParser().parseFromString(addStrip(PICTURE, SIZE), 'image/svg+xml').documentElement;
  const height = Number(root.getAttribute('height'));
  expect(root.getAttribute('width')).toBe('300');
  expect(height).toBeGreaterThan(200);
  expect(root.getAttribute('viewBox')).toBe(`0 0 300 ${height}`);
  expect(root.firstElementChild?.outerHTML).toBe(PICTURE);
  const baseline = Number(root.querySelector('text')?.getAttribute('y'));
  expect(baseline).toBeGreaterThan(200);
  expect(baseline).toBeLessThan(height);
});

test('A declaration before the picture does not end up inside', () => {
  expect(addStrip(`<?xml version="1.0" encoding="UTF-8"?>\n${PICTURE}`, SIZE).replace(/\s+</g, '<')).toBe(
    addStrip(PICTURE, SIZE),
  );
});

test('The difference of two strips is the share of ink that is elsewhere', () => {
  const expected = [0, 255, 255, 0];
  expect(compareStrips(expected, expected)).toBe(0);
  expect(compareStrips([0, 0, 0, 0], expected)).toBe(1);
  expect(compareStrips([], expected)).toBe(1);
  expect(compareStrips([255, 255, 0, 0], expected)).toBe(1);
  expect(compareStrips([0, 255, 204, 0], expected)).toBeCloseTo(0.1);
});

test('Where nothing is expected, nothing can be checked, and that is no success', () => {
  expect(() => checkStrip([0, 0], [0, 0])).toThrow(PictureFailure);
  expect(() => checkStrip([], [])).toThrow(PictureFailure);
});

test('An empty strip is told from a wrong one', () => {
  expect(isBlank([0, 0, 0])).toBe(true);
  expect(isBlank([0, 1, 0])).toBe(false);
});
