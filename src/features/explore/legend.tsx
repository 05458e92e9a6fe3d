import { editionWords } from '../../domain/editions.ts';
import type { Edition } from '../../domain/radar.ts';
import { MOVEMENT_LEGEND, STRENGTH_LEGEND } from '../../scene/legend-words.ts';
import css from './legend.module.css';
import { TrendMark } from './trend-mark.tsx';

/** The marks of the picture, in words; `since` is the edition that movement is counted from. */
export function Legend({ since }: { since: Edition | null }) {
  return (
    <div className={css.legend}>
      <dl aria-label="Fill: strength of the evidence">
        {STRENGTH_LEGEND.map(([strength, words]) => (
          <div key={strength}>
            <dt>
              <TrendMark number={0} quadrant={0} strength={strength} movement="same" />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <dl aria-label="Mark around the blip: movement">
        {MOVEMENT_LEGEND.map(([movement, words]) => (
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
