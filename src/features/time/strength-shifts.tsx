import type { StrengthShift } from '../../domain/assessing/timeline.ts';
import type { Strength } from '../../domain/strength.ts';
import { STRENGTH_WORDS } from '../../domain/words.ts';
import { blipMark } from '../../scene/blip-mark.ts';
import { Mark } from '../../scene/radar-svg.tsx';
import { PAGE_THEME, quadrantColours } from '../../scene/theme.ts';
import { countWords } from './count-words.ts';
import css from './strength-shifts.module.css';
import { TrendButton } from './trend-button.tsx';

/** The trends whose evidence had another strength by the date than their blips show, with what those blips wear. */
export function StrengthShifts(props: {
  shifts: readonly StrengthShift[];
  /** The date, in words. */
  byWords: string;
  numbers: ReadonlyMap<string, number>;
  quadrantOf: (trend: string) => number;
  open: (trend: string) => void;
}) {
  const { shifts, byWords, numbers, quadrantOf } = props;
  return (
    <section aria-label={`Strength by ${byWords}`}>
      <h3>
        Strength by {byWords} <span>{shifts.length}</span>
      </h3>
      {shifts.length === 0 ? (
        <p>By then the evidence of every trend was as strong as its blip shows.</p>
      ) : (
        <p className={css.key}>
          By then these had another strength than their blips show. A small disc at the edge of the blip is
          filled for the strength by then; a dash in it: nothing was known.
        </p>
      )}
      <ul className={css.shifts}>
        {shifts.map(({ trend, then }) => (
          <li key={trend.id} data-quadrant={quadrantOf(trend.id)} data-shift={trend.id}>
            <TrendButton
              name={trend.name}
              number={numbers.get(trend.id) ?? null}
              open={() => props.open(trend.id)}
            />
            <p>
              <Disc strength={trend.strength} quadrant={quadrantOf(trend.id)} />
              {STRENGTH_WORDS[trend.strength]} here,{' '}
              <Disc strength={then.strength} quadrant={quadrantOf(trend.id)} />
              <b>{thenWords(then.strength)} by then</b> ({then.facts.known} of{' '}
              {countWords(then.facts.all, 'fact')})
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function thenWords(strength: Strength): string {
  return strength === 'none' ? 'nothing known' : strength;
}

function Disc({ strength, quadrant }: { strength: Strength; quadrant: number }) {
  const blip = blipMark(
    { id: '', x: 0, y: 0, radius: 7, number: 0, pixelsPerUnit: 1 },
    { strength, movement: 'same' },
    quadrantColours(PAGE_THEME, quadrant),
    PAGE_THEME,
  );
  return (
    <svg
      className={css.disc}
      viewBox="-8 -8 16 16"
      width={16}
      height={16}
      aria-hidden="true"
      focusable="false"
    >
      <Mark blip={blip} />
    </svg>
  );
}
