import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideRings } from '../../src/layout/divide-rings.ts';
import { generateRadar, seededChance } from './generate-radar.ts';

describe('divideRings', () => {
  it('fills the radius with growing rings, each wide enough for a blip', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 8 }), (counts) => {
        const radii = divideRings(counts);
        expect(radii).toHaveLength(counts.length);
        expect(radii.at(-1)).toBe(500);
        const least = counts.length <= 4 ? 76 : 42;
        for (const [i, radius] of radii.entries()) {
          expect(radius - (radii[i - 1] ?? 0)).toBeGreaterThanOrEqual(least);
        }
      }),
      { seed: 3 },
    );
  });

  it('gives fuller rings more room', () => {
    const [even = 0] = divideRings([10, 10, 10]);
    const [full = 0] = divideRings([40, 10, 10]);
    expect(full).toBeGreaterThan(even);
  });

  it('changes for fewer than one addition in fifty', () => {
    let changes = 0;
    const additions = 1500;
    for (let i = 0; i < additions; i += 1) {
      const chance = seededChance(i);
      const { counts } = generateRadar(i, 4, 3 + (i % 2), 40 + Math.floor(chance() * 360));
      const ring = Math.floor(chance() * counts.length);
      const more = counts.map((count, at) => (at === ring ? count + 1 : count));
      if (divideRings(more).join() !== divideRings(counts).join()) changes += 1;
    }
    expect(changes / additions).toBeLessThan(1 / 50);
  });

  it('answers no rings with none', () => {
    expect(divideRings([])).toEqual([]);
  });
});
