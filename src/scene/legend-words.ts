import { editionWords } from '../domain/editions.ts';
import type { Edition, Movement } from '../domain/radar.ts';
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

/**
 * What the marks of movement go by: "Since 2024-11", or "As reported" where there is no edition before.
 *
 * @param reported whether any trend is reported to have moved
 * @returns null where there is no movement to explain
 */
export function movementLegendTitle(since: Edition | null, reported: boolean): string | null {
  if (since !== null) return `Since ${editionWords(since)}`;
  return reported ? 'As reported' : null;
}
