import { FIT_VERDICTS, FIT_WORDS } from '../domain/assessing/lens.ts';
import { measureText } from '../layout/measure-text.ts';
import type { SignedVerdict } from './fit-shapes.ts';
import type { PosterLens } from './poster-options.ts';

/** What each sign of a lens means, best first. */
export const FIT_LEGEND: readonly (readonly [SignedVerdict, string])[] = FIT_VERDICTS.flatMap((verdict) =>
  verdict === 'unchanged' ? [] : [[verdict, verdictWords(verdict)] as const],
);

/** What a blip without a sign means under a lens. */
export const UNSIGNED = `no sign: ${verdictWords('unchanged')}`;

/** What a lens is called, and the conditions that it lays over the radar. */
export function lensTitle({ name, conditions }: Pick<PosterLens, 'name' | 'conditions'>): string {
  return `Lens${name === '' ? '' : ` “${name}”`}: ${conditions.join(', ')}`;
}

/** A lens and its signs on one line; with the number of its conditions where `width` has no room for their names. */
export function lensNote(lens: PosterLens, width: number): string {
  const signs = FIT_LEGEND.map(
    ([verdict]) => `${FIT_WORDS[verdict].mark} ${FIT_WORDS[verdict].label.toLowerCase()}`,
  );
  const counted = `${lens.conditions.length} ${lens.conditions.length === 1 ? 'condition' : 'conditions'}`;
  const tries = [lensTitle(lens), lensTitle({ ...lens, conditions: [counted] }), `Lens: ${counted}`];
  const notes = tries.map((title) => [title, ...signs].join(' · '));
  return notes.find((note) => measureText(note, NOTE_SIZE, 400) <= width) ?? signs.join(' · ');
}

/** Size of the line at the foot of a chart alone, in design px. */
export const NOTE_SIZE = 11;

function verdictWords(verdict: keyof typeof FIT_WORDS): string {
  const { label, meaning } = FIT_WORDS[verdict];
  return `${label.toLowerCase()}: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1).replace(/\.$/, '')}`;
}
