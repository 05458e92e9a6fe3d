import { describe, expect, it } from 'vitest';
import { readRadar } from '../../src/cli/read-radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { type Box, boxDistance, lineCrossesBox, lineDistance, linesCross } from '../../src/layout/box.ts';
import { divideRings } from '../../src/layout/divide-rings.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { fitRadius, placeBlips } from '../../src/layout/place-blips.ts';
import { LINE_HEIGHT, type PlaceNamesInput, placeNames } from '../../src/layout/place-names.ts';
import { generateRadar } from './generate-radar.ts';

/** A picture 1080 px high: the radar 960 px wide, blips 26 px across, room at the sides; radar units for a px. */
const UNIT = 500 / 480;
const BOUNDS: Box = { x: -620, y: -540, width: 1240, height: 1080 };

function namesInput(seed: number, count: number, skew: number): PlaceNamesInput {
  const radar = generateRadar(seed, 4, 3 + (seed % 2), count, skew);
  const ringRadii = divideRings(radar.counts);
  const placement = placeBlips({ ...radar, ringRadii, blipRadius: 13.5 });
  const facts = new Map(radar.blips.map((blip) => [blip.id, blip]));
  const blips = placement.blips.map((blip) => {
    const { name = '', marked = false } = facts.get(blip.id) ?? {};
    return { ...blip, name, marked };
  });
  const obstacles = ringRadii.flatMap((outer, i) => {
    const x = i === 0 ? outer * 0.55 : (outer + (ringRadii[i - 1] ?? 0)) / 2;
    return [-x, x].map((at) => ({ x: at - 26, y: -8, width: 52, height: 16 }));
  });
  const { clearances, cells } = placement;
  const blipRadius = fitRadius(13.5, Math.min(...clearances));
  // as large as layOutRadar sets them
  const fontSize = (count > 60 ? 12 : 14) * UNIT;
  return { blips, blipRadius, fontSize, obstacles, bounds: BOUNDS, cells };
}

function expectLegal(input: PlaceNamesInput): number {
  const names = placeNames(input);
  const boxes = [...names.values()];
  for (const [i, a] of boxes.entries()) {
    expect(a.lines.length).toBeLessThanOrEqual(2);
    expect(a.height).toBeCloseTo(a.lines.length * LINE_HEIGHT * input.fontSize, 1);
    expect(a.x).toBeGreaterThanOrEqual(BOUNDS.x - 0.01);
    expect(a.y).toBeGreaterThanOrEqual(BOUNDS.y - 0.01);
    expect(a.x + a.width).toBeLessThanOrEqual(BOUNDS.x + BOUNDS.width + 0.01);
    expect(a.y + a.height).toBeLessThanOrEqual(BOUNDS.y + BOUNDS.height + 0.01);
    for (const b of boxes.slice(i + 1)) {
      expect(overlap(a, b)).toBe(false);
      if (a.leader && b.leader) expect(linesCross(a.leader, b.leader)).toBe(false);
    }
    for (const b of boxes) if (a.leader && b !== a) expect(lineCrossesBox(a.leader, b)).toBe(false);
    for (const box of input.obstacles) {
      expect(overlap(a, box)).toBe(false);
      if (a.leader) expect(lineCrossesBox(a.leader, box)).toBe(false);
    }
    for (const blip of input.blips) {
      const reach = input.blipRadius * (blip.marked ? 1.45 : 1);
      expect(boxDistance(a, blip.x, blip.y)).toBeGreaterThan(reach);
      if (a.leader && blip.id !== a.id) expect(lineDistance(a.leader, blip.x, blip.y)).toBeGreaterThan(reach);
    }
  }
  return names.size;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('placeNames', () => {
  it('draws every name of up to sixty trends, covering nothing', () => {
    for (const skew of [0, 0.5, 1]) {
      for (let seed = 0; seed < 12; seed += 1) {
        const count = [30, 46, 60][seed % 3] ?? 60;
        expect(expectLegal(namesInput(seed, count, skew))).toBe(count);
      }
    }
  });

  it('draws nearly every name of up to sixty trends where most stand in a few cells', () => {
    for (const [skew, share] of [
      [1.5, 0.98],
      [2, 0.96],
    ] as const) {
      let drawn = 0;
      for (let seed = 0; seed < 12; seed += 1) drawn += expectLegal(namesInput(seed, 60, skew));
      expect(drawn / 720).toBeGreaterThanOrEqual(share);
    }
  });

  it('draws nine names in ten of a hundred trends', () => {
    let all = 0;
    for (const [skew, share] of [
      [0, 0.97],
      [0.5, 0.97],
      [1, 0.96],
      [1.5, 0.92],
      [2, 0.85],
    ] as const) {
      let drawn = 0;
      for (let seed = 0; seed < 4; seed += 1) drawn += expectLegal(namesInput(seed, 100, skew));
      expect(drawn / 400).toBeGreaterThanOrEqual(share);
      all += drawn;
    }
    expect(all / 2000).toBeGreaterThanOrEqual(0.94);
  });

  it.each([
    [760, 600],
    [840, 662],
    [1000, 640],
    [1260, 1022],
  ])("draws all names of this repository's radar at %i x %i px", async (width, height) => {
    const { radar } = await readRadar('data', []);
    if (!radar) throw new Error('data/ cannot be read');
    const index = buildIndex(radar);
    for (const { id: edition } of index.editions) {
      const layout = layOutRadar(index, { edition, frame: { width, height }, names: true });
      expect(layout.names.size).toBe(layout.blips.length);
    }
  });

  it('keeps to its own quadrant where there is room', () => {
    const strays = [0, 1, 2, 3].flatMap((seed) => {
      const input = namesInput(seed, 46, 0.5);
      const names = placeNames(input);
      return input.blips.filter((blip) => {
        const name = names.get(blip.id);
        if (!name) return false;
        const [side, level] = [Math.sign(blip.x), Math.sign(blip.y)];
        const out = Math.max(
          name.width / 2 - (name.x + name.width / 2) * side,
          name.height / 2 - (name.y + name.height / 2) * level,
        );
        return out > input.fontSize;
      });
    });
    expect(strays.length).toBeLessThanOrEqual(2);
  });

  it('covers nothing on skewed and overfull radars either', () => {
    expectLegal(namesInput(3, 60, 2));
    expectLegal(namesInput(4, 200, 1));
    expectLegal(namesInput(5, 400, 1));
  });

  it('does not depend on the order of the input', () => {
    const input = namesInput(6, 60, 1);
    expect(placeNames({ ...input, blips: [...input.blips].reverse() })).toEqual(placeNames(input));
  });

  it('keeps names where they were when little changes', () => {
    const input = namesInput(8, 46, 0.5);
    const previous = placeNames(input);
    const next = placeNames({ ...input, blips: input.blips.slice(1), previous });
    const kept = [...next.values()].filter((box) => {
      const old = previous.get(box.id);
      return old && old.x === box.x && old.y === box.y;
    });
    expect(kept.length).toBeGreaterThan(0.9 * next.size);
  });
});
