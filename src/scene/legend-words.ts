import type { Movement } from '../domain/movement.ts';
import type { Strength } from '../domain/strength.ts';

/** What the fill of a blip means, strongest first. */
export const STRENGTH_LEGEND: readonly (readonly [Strength, string])[] = [
  ['strong', 'strong evidence'],
  ['moderate', 'moderate'],
  ['thin', 'thin'],
  ['none', 'none recorded'],
];

/** What the mark around a blip means. */
export const MOVEMENT_LEGEND: readonly (readonly [Movement, string])[] = [
  ['new', 'new'],
  ['in', 'moved in'],
  ['out', 'moved out'],
  ['same', 'no change'],
];
