import type { Movement } from '../domain/radar.ts';
import type { Strength } from '../domain/strength.ts';

const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  strong: 'strong evidence',
  moderate: 'moderate evidence',
  thin: 'thin evidence',
  none: 'no evidence recorded',
};

const MOVEMENT_WORDS: Readonly<Record<Movement, string>> = {
  new: 'new',
  in: 'moved in',
  out: 'moved out',
  same: 'no change',
};

/** What a reader hears of a blip or a row: name, number, quadrant, ring, movement, strength, and an unearned ring. */
export function describeBlip(blip: {
  name: string;
  number: number;
  quadrant: string;
  ring: string;
  movement: Movement;
  reported?: boolean | undefined;
  strength: Strength;
  earned: boolean;
}): string {
  const { name, number, quadrant, ring, movement, reported, strength, earned } = blip;
  const words = [
    name,
    `number ${number}`,
    quadrant,
    ring,
    MOVEMENT_WORDS[movement] + (reported ? ', as reported' : ''),
    STRENGTH_WORDS[strength],
  ];
  return [...words, ...(earned ? [] : ['ring not earned'])].join(', ');
}
