import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeNumber, idFrom } from '../../src/domain/make-id.ts';
import { isId } from '../../src/domain/schema.ts';

const NONE = new Set<string>();

describe('idFrom', () => {
  it.each([
    ['Mixed Precision', 'mixed-precision'],
    ['  R&D / Über-Café  ', 'r-and-d-uber-cafe'],
    ["Don't repeat", 'dont-repeat'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['Straße Łódź Ægir', 'strasse-lodz-aegir'],
    ['ﬁne-tuning', 'fine-tuning'],
    ['深層学習 v2', 'v2'],
    ['42', '42'],
  ])('makes of %j the id %j', (name, id) => {
    expect(idFrom(name, NONE)).toBe(id);
  });

  it('tells names in other scripts apart, and always alike', () => {
    const [one, other] = [idFrom('深層学習', NONE), idFrom('強化学習', NONE, 'ring')];
    expect(one).toMatch(/^trend-[a-z0-9]+$/);
    expect(other).toMatch(/^ring-[a-z0-9]+$/);
    expect(one.slice(6)).not.toBe(other.slice(5));
    expect(idFrom('深層学習', NONE)).toBe(one);
  });

  it('cuts a long name between words, and keeps a long id whole', () => {
    const id = idFrom('word '.repeat(30), NONE);
    expect(id).toBe(Array(12).fill('word').join('-'));
    const long = 'a-'.repeat(60).concat('z');
    expect(idFrom(long, NONE)).toBe(long);
  });

  it('numbers what is taken', () => {
    expect(idFrom('Tool', new Set(['tool', 'tool-2', 'tool-3']))).toBe('tool-4');
  });

  it('is a valid id that is free, whatever the name, and stays as it is when it is made an id again', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', 'a', 'A', 'é'),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const taken = new Set<string>();
        for (const one of names) {
          const id = idFrom(one, taken);
          expect(isId(id)).toBe(true);
          expect(taken.has(id)).toBe(false);
          expect(idFrom(id, NONE)).toBe(id);
          taken.add(id);
        }
      }),
    );
  });
});

describe('freeNumber', () => {
  it('finds a free number, the next one after numbers without a gap, and asks few times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (last) => {
        let asked = 0;
        const free = freeNumber((number) => {
          asked += 1;
          return number <= last;
        });
        expect(free).toBe(Math.max(2, last + 1));
        expect(asked).toBeLessThan(30);
      }),
    );
    const taken = new Set([2, 3, 4, 8, 9]);
    expect(taken.has(freeNumber((number) => taken.has(number)))).toBe(false);
  });
});
