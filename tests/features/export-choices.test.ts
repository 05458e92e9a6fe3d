import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIRST_CHOICES,
  isSide,
  measureTarget,
  readChoices,
  SIDE,
  SIZES,
} from '../../src/features/export/export-choices.ts';

describe('the choices of an export', () => {
  it('takes whatever was stored for choices that exist', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ size: fc.string(), width: fc.double() })),
        (stored) => {
          const choices = readChoices(stored);
          expect(readChoices(choices)).toEqual(choices);
          expect(isSide(choices.width) && isSide(choices.height)).toBe(true);
          expect(SIZES.map((size) => size.id)).toContain(choices.size);
        },
      ),
    );
    expect(readChoices(null)).toEqual(FIRST_CHOICES);
    expect(readChoices({ ...FIRST_CHOICES, format: 'svg', size: 'a3' })).toMatchObject({
      format: 'svg',
      size: 'a3',
    });
  });

  it('keeps every size within what can be made, in whole px', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SIZES.map((size) => size.id)),
        fc.record({
          width: fc.double({ min: 50, max: 9000, noNaN: true }),
          height: fc.double({ min: 50, max: 9000, noNaN: true }),
          ratio: fc.constantFrom(1, 1.5, 2, 3),
        }),
        (size, screen) => {
          const target = measureTarget({ size, width: 640, height: 8192 }, screen);
          for (const side of [target.width, target.height]) {
            expect(Number.isInteger(side)).toBe(true);
            expect(side).toBeLessThanOrEqual(SIDE.most);
          }
          expect(target.density).toBeGreaterThan(0);
        },
      ),
    );
  });
});
