import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderDistance, cellArea, cellRegion } from '../../src/layout/cell-region.ts';
import { divideCells } from '../../src/layout/cells.ts';
import { divideRings } from '../../src/layout/divide-rings.ts';
import {
  type BlipInput,
  type BlipPlace,
  fitRadius,
  type Placement,
  placeBlips,
  WANTED_RADIUS,
} from '../../src/layout/place-blips.ts';
import { generateRadar, seededChance } from './generate-radar.ts';

const clearanceOf = (placement: Placement): number => Math.min(...placement.clearances);
const radiusOf = (placement: Placement, wanted = WANTED_RADIUS): number =>
  fitRadius(wanted, clearanceOf(placement));

/** The largest radius at which no circles overlap or leave their cells, by brute force. */
function measuredClearance(placement: Placement): number {
  let least = Number.POSITIVE_INFINITY;
  const regions = new Map(placement.cells.map((cell) => [`${cell.quadrant}/${cell.ring}`, cellRegion(cell)]));
  for (const [i, a] of placement.blips.entries()) {
    const region = regions.get(`${a.quadrant}/${a.ring}`);
    if (region) least = Math.min(least, borderDistance(region, a.x, a.y));
    for (const b of placement.blips.slice(i + 1))
      least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y) / 2);
  }
  return least;
}

function place(radar: ReturnType<typeof generateRadar>, blips: readonly BlipInput[] = radar.blips) {
  const { quadrants, rings, counts } = radar;
  return placeBlips({ quadrants, rings, blips, ringRadii: divideRings(counts) });
}

const anyRadar = fc
  .record({
    seed: fc.integer({ min: 0, max: 1e6 }),
    quadrants: fc.integer({ min: 2, max: 8 }),
    rings: fc.integer({ min: 1, max: 8 }),
    blips: fc.constantFrom(0, 1, 7, 40, 100, 200),
    skew: fc.constantFrom(0, 1, 2),
  })
  .map(({ seed, quadrants, rings, blips, skew }) => generateRadar(seed, quadrants, rings, blips, skew));

describe('placeBlips', () => {
  it('puts every blip wholly inside its cell, overlapping none', () => {
    fc.assert(
      fc.property(anyRadar, (radar) => {
        const placement = place(radar);
        expect(placement.blips).toHaveLength(radar.blips.length);
        expect(measuredClearance(placement)).toBeGreaterThanOrEqual(clearanceOf(placement) - 1e-9);
        expect(clearanceOf(placement)).toBeGreaterThanOrEqual(radiusOf(placement));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it.each([400, 1000])('holds %i blips without overlap', (count) => {
    for (const skew of [0, 1, 2]) {
      const placement = place(generateRadar(count + skew, 4, 4, count, skew));
      expect(placement.blips).toHaveLength(count);
      expect(radiusOf(placement)).toBeLessThanOrEqual(measuredClearance(placement));
    }
  });

  it('keeps the wanted radius for usual radars', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      expect(radiusOf(place(generateRadar(seed, 4, 3 + (seed % 2), 100, 1)))).toBe(14);
    }
  });

  it.each([20, 40, 80])('fills one cell with %i blips to 70 % of the bound at the given radius', (count) => {
    const quadrants = ['a', 'b', 'c', 'd'];
    const rings = ['r0', 'r1', 'r2', 'r3'];
    const ringRadii = [170, 300, 410, 500];
    const [ring0] = divideCells(quadrants, rings, ringRadii);
    if (!ring0) throw new Error('no cell');
    const blipRadius = Math.sqrt((0.7 * 0.9069 * cellArea(cellRegion(ring0))) / (count * Math.PI));
    const blips = Array.from({ length: count }, (_, i) => ({ id: `b${i}`, quadrant: 'a', ring: 'r0' }));
    const placement = placeBlips({ quadrants, rings, ringRadii, blips, blipRadius });
    const radius = radiusOf(placement, blipRadius);
    expect(measuredClearance(placement)).toBeGreaterThanOrEqual(radius);
    expect(radius).toBeGreaterThan(0.93 * blipRadius);
  });

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(anyRadar, fc.integer(), (radar, seed) => {
        const chance = seededChance(seed);
        const shuffled = radar.blips
          .map((blip) => ({ blip, key: chance() }))
          .sort((a, b) => a.key - b.key)
          .map((entry) => entry.blip);
        expect(place(radar, shuffled)).toEqual(place(radar));
      }),
      { numRuns: 15, seed: 2 },
    );
  });

  it('rounds positions to 0.01', () => {
    for (const { x, y } of place(generateRadar(5, 5, 4, 120)).blips) {
      expect(Math.abs(x * 100 - Math.round(x * 100))).toBeLessThan(1e-6);
      expect(Math.abs(y * 100 - Math.round(y * 100))).toBeLessThan(1e-6);
    }
  });

  it('leaves out blips of unknown quadrants and rings, and second blips with one id', () => {
    const radar = generateRadar(1, 4, 3, 3);
    const [first] = radar.blips;
    if (!first) throw new Error('no blip');
    const extra = [
      { ...first, ring: 'nowhere', id: 'lost' },
      { ...first, ring: 'ring-0' },
    ];
    expect(place(radar, [...radar.blips, ...extra]).blips).toHaveLength(3);
  });
});

describe('stillness', () => {
  function movedOthers(before: readonly BlipPlace[], after: readonly BlipPlace[]): BlipPlace[] {
    const old = new Map(before.map((blip) => [blip.id, blip]));
    return after.filter((blip) => {
      const was = old.get(blip.id);
      return was !== undefined && (was.x !== blip.x || was.y !== blip.y);
    });
  }

  it('moves nothing in other cells when a trend comes or goes', () => {
    const radar = generateRadar(11, 4, 4, 60);
    const ringRadii = divideRings(radar.counts);
    const all = placeBlips({ ...radar, ringRadii });
    for (const gone of radar.blips.slice(0, 20)) {
      const blips = radar.blips.filter((blip) => blip !== gone);
      const others = movedOthers(all.blips, placeBlips({ ...radar, blips, ringRadii }).blips);
      expect(others.every((blip) => blip.quadrant === gone.quadrant && blip.ring === gone.ring)).toBe(true);
    }
  });

  it('moves at most one other in ten in a cell of up to twelve, without knowing the old places', () => {
    const shares: number[] = [];
    for (let seed = 0; seed < 200; seed += 1) {
      const chance = seededChance(seed);
      const ringRadii = seed % 2 === 0 ? [274, 413, 500] : [230, 330, 420, 500];
      const rings = ringRadii.map((_, i) => `r${i}`);
      const ring = rings[Math.floor(chance() * rings.length)] ?? 'r0';
      const quadrants = ['a', 'b', 'c', 'd'];
      const ids = Array.from({ length: 12 }, () => `t-${Math.floor(chance() * 1e9)}`);
      let sum = 0;
      let before: readonly BlipPlace[] = [];
      for (let n = 1; n <= 12; n += 1) {
        const blips = ids.slice(0, n).map((id) => ({ id, quadrant: 'b', ring }));
        const after = placeBlips({ quadrants, rings, ringRadii, blips }).blips;
        if (n > 1) sum += movedOthers(before, after).length / (n - 1);
        before = after;
      }
      shares.push(sum / 11);
    }
    shares.sort((a, b) => a - b);
    expect(shares[100]).toBeLessThanOrEqual(0.1);
  });

  it('moves nobody when the old places are known and the cell is at most 60 % full', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const radar = generateRadar(seed, 4, 4, 100, 1);
      const ringRadii = divideRings(radar.counts);
      let blips = radar.blips.slice(0, 50);
      let previous = placeBlips({ ...radar, blips, ringRadii }).blips;
      for (const newcomer of radar.blips.slice(50)) {
        blips = [...blips.slice(1), newcomer];
        const next = placeBlips({ ...radar, blips, ringRadii, previous });
        expect(movedOthers(previous, next.blips)).toEqual([]);
        expect(radiusOf(next)).toBe(14);
        previous = next.blips;
      }
    }
  });
});
