import type { Movement } from '../domain/radar.ts';
import type { BlipFacts, BlipShape } from './shapes.ts';
import type { Theme } from './theme.ts';

/**
 * The mark of a blip without its name: the list and the legend draw it too.
 *
 * @param place where it stands and how large it is, in units of the picture it is drawn in
 */
export function blipMark(
  place: {
    id: string;
    x: number;
    y: number;
    radius: number;
    /** What is free around the disc for its mark: half of the gap to the nearest other. Without it, plenty. */
    room?: number;
    number: number;
    pixelsPerUnit: number;
    /** Where "in" points: to the centre, (0, 0), or in a list, which has none, to the left. */
    towards?: 'centre' | 'left';
  },
  fact: Pick<BlipFacts, 'movement' | 'strength'>,
  colours: Theme['quadrants'][number],
  theme: Theme,
): Omit<BlipShape, 'label' | 'name'> {
  const { x, y, radius, pixelsPerUnit } = place;
  const px = 1 / pixelsPerUnit;
  const outline = 1.75 * px;
  const { fill, ink } = {
    strong: { fill: colours.main, ink: colours.onMain },
    moderate: { fill: colours.tint, ink: theme.ink },
    thin: { fill: theme.paper, ink: colours.main },
    none: { fill: theme.paper, ink: theme.muted },
  }[fact.strength];
  const digits = String(place.number).length;
  // three digits and more must still fit across the disc
  const size = radius * (digits <= 2 ? 0.86 : 0.68);
  return {
    id: place.id,
    x,
    y,
    radius,
    fill,
    stroke: fact.strength === 'none' ? theme.muted : colours.main,
    strokeWidth: round(outline),
    dash: fact.strength === 'thin' ? `${round(radius * 0.3)} ${round(radius * 0.224)}` : null,
    number: {
      text: place.number === 0 ? '' : String(place.number),
      x,
      baseline: round(y + size * 0.364),
      size: round(size),
      weight: 700,
      fill: ink,
      anchor: 'middle',
    },
    mark: movementMark(place, fact.movement, colours.main),
  };
}

function movementMark(
  place: Parameters<typeof blipMark>[0],
  movement: Movement,
  colour: string,
): BlipShape['mark'] {
  const { x, y, radius, room = Number.POSITIVE_INFINITY } = place;
  const px = 1 / place.pixelsPerUnit;
  if (movement === 'same') return null;
  if (movement === 'new') {
    // among crowded neighbours the ring draws in, so that it touches none of them
    const r = round(radius + Math.max(1.3 * px, Math.min(3.5 * px, room - 0.9 * px)));
    return {
      path: `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
      fill: 'none',
      stroke: colour,
    };
  }
  const sign = movement === 'in' ? -1 : 1;
  const [outX, outY] = place.towards === 'left' ? [1, 0] : [x, y];
  const length = Math.hypot(outX, outY) || 1;
  const [ux, uy] = [(sign * outX) / length, (sign * outY) / length];
  const at = (along: number, aside: number) =>
    `${round(x + ux * along - uy * aside)} ${round(y + uy * along + ux * aside)}`;
  const tip = radius + Math.max(4 * px, Math.min(radius * 0.45 + 2 * px, 2 * room - px));
  const base = radius + Math.min(2.5 * px, (tip - radius) * 0.25);
  const path = `M${at(base, radius * 0.5)}L${at(tip, 0)}L${at(base, -radius * 0.5)}z`;
  return { path, fill: colour, stroke: 'none' };
}

/** Half of the gap between each disc and the nearest other, where marks could meet; others are left out. */
export function measureRooms(
  blips: readonly { id: string; x: number; y: number }[],
  radius: number,
): Map<string, number> {
  const sorted = [...blips].sort((a, b) => a.x - b.x);
  const rooms = new Map<string, number>();
  const note = (id: string, room: number) => rooms.set(id, Math.min(room, rooms.get(id) ?? room));
  for (const [at, one] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || other.x - one.x > 4 * radius) break;
      const room = Math.hypot(other.x - one.x, other.y - one.y) / 2 - radius;
      note(one.id, room);
      note(other.id, room);
    }
  }
  return rooms;
}

/** To 0.01, the precision of everything drawn. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
