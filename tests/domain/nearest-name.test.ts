import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGuess, nearestName } from '../../src/domain/nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['transfromers', ['transformers', 'transfer-learning'], 'transformers'],
    ['Adopt', ['adopt', 'assess'], 'adopt'],
    ['e2', ['e1'], 'e1'],
    ['c', ['a'], null],
    ['hold', ['adopt', 'trial'], null],
    ['anything', [], null],
    ['a'.repeat(65), ['a'.repeat(64)], null],
  ])('takes %j among %j for %j', (name, candidates, expected) => {
    expect(nearestName(name, candidates)).toBe(expected);
  });

  it('takes the first of the candidates with the fewest edits', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 8 }), (name, candidates) => {
        const limit = Math.min(Math.ceil(name.length / 3), name.length - 1);
        const edits = candidates.map((candidate) => editsBetween(name, candidate));
        const fewest = Math.min(...edits);
        const expected = fewest <= limit ? (candidates[edits.indexOf(fewest)] ?? null) : null;
        expect(nearestName(name, candidates)).toBe(expected);
      }),
    );
  });
});

describe('buildGuess', () => {
  it('compares a name with a list once, and with another list anew', () => {
    const guess = buildGuess();
    const [one, other] = [new CountedSet(['alpha', 'beta']), new CountedSet(['alphas'])];
    for (const name of ['alpa', 'alpa', 'zzzzz', 'zzzzz', 'alpa']) guess(name, one);
    expect(guess('alpa', one)).toBe('alpha');
    expect(one.readings).toBe(2);
    expect(guess('alpa', other)).toBe('alphas');
    expect(guess('zzzzz', one)).toBeNull();
  });

  it('stops after a hundred names among a thousand, but still tells what it told', () => {
    const guess = buildGuess();
    const candidates = new CountedSet(Array.from({ length: 1000 }, (_, index) => `name-${index}`));
    for (let index = 0; index < 500; index += 1) guess(`nime-${index}`, candidates);
    expect(candidates.readings).toBe(100);
    expect(guess('nime-0', candidates)).toBe('name-0');
    expect(guess('nime-400', candidates)).toBeNull();
  });
});

/** A set that counts how often it is gone through. */
class CountedSet extends Set<string> {
  readings = 0;

  override [Symbol.iterator]() {
    this.readings += 1;
    return super[Symbol.iterator]();
  }
}

/** The definition of the distance, letter by letter. */
function editsBetween(from: string, to: string): number {
  if (from === '' || to === '') return from.length + to.length;
  const [a, b] = [from.slice(1), to.slice(1)];
  if (from[0] === to[0]) return editsBetween(a, b);
  return 1 + Math.min(editsBetween(a, b), editsBetween(a, to), editsBetween(from, b));
}
