import type { Edition } from '../../domain/radar.ts';
import { MOVEMENT_LEGEND, movementLegendTitle, STRENGTH_LEGEND } from '../../scene/legend-words.ts';
import css from './legend.module.css';
import { TrendMark } from './trend-mark.tsx';

/**
 * The marks of the picture, in words. `since` is the edition that movement is counted from, `reported` whether it is as
 * reported for any trend shown; without either, movement is not explained.
 */
export function Legend({ since, reported = false }: { since: Edition | null; reported?: boolean }) {
  const counted = movementLegendTitle(since, reported);
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
      {counted !== null && (
        <dl aria-label="Mark around the blip: movement">
          {MOVEMENT_LEGEND.map(([movement, words]) => (
            <div key={movement}>
              <dt>
                <TrendMark number={0} quadrant={0} strength="strong" movement={movement} />
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
          <div>
            <dt className="visually-hidden">Counted</dt>
            <dd>{counted.toLowerCase()}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}
