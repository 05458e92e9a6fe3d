import { editionWords } from '../../domain/editions.ts';
import type { Movement } from '../../domain/movement.ts';
import type { Edition } from '../../domain/radar.ts';
import type { Strength } from '../../domain/strength.ts';
import css from './legend.module.css';
import { TrendMark } from './trend-mark.tsx';

const STRENGTHS: [Strength, string][] = [
  ['strong', 'strong evidence'],
  ['moderate', 'moderate'],
  ['thin', 'thin'],
  ['none', 'none recorded'],
];

const MOVEMENTS: [Movement, string][] = [
  ['new', 'new'],
  ['in', 'moved in'],
  ['out', 'moved out'],
  ['same', 'no change'],
];

/** The marks of the picture, in words; `since` is the edition that movement is counted from. */
export function Legend({ since }: { since: Edition | null }) {
  return (
    <div className={css.legend}>
      <dl aria-label="Fill: strength of the evidence">
        {STRENGTHS.map(([strength, words]) => (
          <div key={strength}>
            <dt>
              <TrendMark number={0} quadrant={0} strength={strength} movement="same" />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <dl aria-label="Mark around the blip: movement">
        {MOVEMENTS.map(([movement, words]) => (
          <div key={movement}>
            <dt>
              <TrendMark number={0} quadrant={0} strength="strong" movement={movement} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
        {since !== null && (
          <div>
            <dt className="visually-hidden">Counted</dt>
            <dd>since {editionWords(since)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
