import { cellKey } from './cells.ts';
import type { BlipPlace, Placement } from './place-blips.ts';

/**
 * Numbers the blips 1 to n in the order of the list beside the radar: by quadrant, then ring from the centre, then
 * angle clockwise within the cell, then id. Keys are blip ids.
 */
export function numberBlips(placement: Pick<Placement, 'cells' | 'blips'>): Map<string, number> {
  const cellOf = new Map(placement.cells.map((cell, order) => [cellKey(cell), { cell, order }]));
  const keyed = placement.blips.map((blip) => {
    const entry = cellOf.get(cellKey(blip));
    return {
      id: blip.id,
      order: entry?.order ?? placement.cells.length,
      turn: entry ? turnFrom(entry.cell.startAngle, blip) : 0,
    };
  });
  keyed.sort((a, b) => a.order - b.order || a.turn - b.turn || (a.id < b.id ? -1 : 1));
  return new Map(keyed.map((entry, index) => [entry.id, index + 1]));
}

/** Clockwise turn from `start` to the blip, 0 to 2π; rounded, as engines differ in the last bit of an arctangent. */
function turnFrom(start: number, blip: BlipPlace): number {
  const turn = Math.atan2(blip.x, -blip.y) - start;
  const whole = 2 * Math.PI;
  return Math.round((((turn % whole) + whole) % whole) * 1e6) / 1e6;
}
