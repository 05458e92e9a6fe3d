import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halveSize, LONGEST_SIDE, limitSize } from '../../src/platform/picture-limits.ts';

const DESK = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/153.0', maxTouchPoints: 0 };
const PHONE = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)', maxTouchPoints: 5 };
const TABLET = { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 5 };
const MAC = { ...TABLET, maxTouchPoints: 0 };

const sizes = fc.record({
  width: fc.integer({ min: 100, max: 40_000 }),
  height: fc.integer({ min: 100, max: 40_000 }),
});

test('A size within the limits stays as it is', () => {
  expect(limitSize({ width: 8192, height: 8192 }, DESK)).toEqual({ width: 8192, height: 8192 });
  expect(limitSize({ width: 8192, height: 4608 }, MAC)).toEqual({ width: 8192, height: 4608 });
  expect(limitSize({ width: 3840, height: 2160 }, PHONE)).toEqual({ width: 3840, height: 2160 });
});

test('A longer side is brought to the longest, in proportion', () => {
  expect(limitSize({ width: 10_000, height: 5000 }, DESK)).toEqual({ width: 8192, height: 4096 });
});

test('Phones and tablets of Apple have fewer pixels, also where a tablet calls itself a Macintosh', () => {
  for (const device of [PHONE, TABLET]) {
    expect(limitSize({ width: 8192, height: 8192 }, device)).toEqual({ width: 4096, height: 4096 });
  }
});

test('Every limited size keeps its proportions to a pixel and is within the limits', () => {
  fc.assert(
    fc.property(sizes, fc.constantFrom(DESK, PHONE, TABLET, MAC), (size, device) => {
      const limited = limitSize(size, device);
      const scale = Math.max(limited.width / size.width, limited.height / size.height);
      expect(Math.max(limited.width, limited.height)).toBeLessThanOrEqual(LONGEST_SIDE);
      expect(limited.width).toBeGreaterThan(size.width * scale - 1 - 1e-9);
      expect(limited.height).toBeGreaterThan(size.height * scale - 1 - 1e-9);
      if (device !== DESK && device !== MAC)
        expect(limited.width * limited.height).toBeLessThanOrEqual(16_777_216);
      expect(limitSize(limited, device)).toEqual(limited);
    }),
  );
});

test('Halving goes down in proportion, never to the size itself, and ends', () => {
  const halved = [...halveSize({ width: 8192, height: 4096 })];
  expect(halved.slice(0, 2)).toEqual([
    { width: 5792, height: 2896 },
    { width: 4096, height: 2048 },
  ]);
  expect(halved).toHaveLength(8);
  expect([...halveSize({ width: 100, height: 100 })]).toEqual([]);
});
