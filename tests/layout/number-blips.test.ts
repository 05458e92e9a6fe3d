import { describe, expect, it } from 'vitest';
import { divideRings } from '../../src/layout/divide-rings.ts';
import { numberBlips } from '../../src/layout/number-blips.ts';
import { placeBlips } from '../../src/layout/place-blips.ts';
import { generateRadar } from './generate-radar.ts';

describe('numberBlips', () => {
  it('counts by quadrant, then ring, then clockwise', () => {
    const radar = generateRadar(7, 4, 3, 60);
    const placement = placeBlips({ ...radar, ringRadii: divideRings(radar.counts) });
    const numbers = numberBlips(placement);
    expect([...numbers.values()].sort((a, b) => a - b)).toEqual(radar.blips.map((_, i) => i + 1));
    const keys = [...placement.blips]
      .sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0))
      .map((blip) => {
        const turn = (Math.atan2(blip.x, -blip.y) + 2.5 * Math.PI) % (2 * Math.PI);
        return `${blip.quadrant} ${blip.ring} ${turn.toFixed(6)}`;
      });
    expect(keys).toEqual([...keys].sort());
  });
});
