import { type MouseEvent, memo, useMemo } from 'react';
import { hueAt } from '../../domain/hue-at.ts';
import type { Movement } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import type { Strength } from '../../domain/strength.ts';
import { describeBlip } from '../../scene/describe-blip.ts';
import css from './trend-list.module.css';
import { TrendMark } from './trend-mark.tsx';
import type { Picture } from './use-picture.ts';

/** A trend as the list shows it: numbered, with the words a reader hears for it. */
interface Row {
  id: string;
  name: string;
  number: number;
  hue: number;
  strength: Strength;
  movement: Movement;
  earned: boolean;
  label: string;
}

/** Every trend as a link, by quadrant and ring, in the order of the numbers: the picture's equal in words. */
export function TrendList(props: {
  index: RadarIndex;
  picture: Picture;
  selected: string | null;
  linkTo: (trend: string) => string;
  select: (trend: string) => void;
  /** Id of the quadrant that fills the chart. */
  quadrant: string | null;
  showQuadrant: (quadrant: string | null) => void;
}) {
  const { index, picture, selected, linkTo, select } = props;
  const groups = useMemo(() => groupRows(index, picture), [index, picture]);
  return (
    <div className={css.quadrants}>
      {groups.map(({ quadrant, hue, rings }) => (
        <section
          key={quadrant.id}
          className={css.quadrant}
          data-quadrant={hue}
          aria-labelledby={`quadrant-${quadrant.id}`}
        >
          <h3 id={`quadrant-${quadrant.id}`} className={css.quadrantName}>
            <button
              type="button"
              aria-pressed={quadrant.id === props.quadrant}
              onClick={() => props.showQuadrant(quadrant.id === props.quadrant ? null : quadrant.id)}
            >
              {quadrant.name}
              <span className="visually-hidden"> alone in the chart</span>
            </button>
          </h3>
          {rings.map(({ ring, rows }) => (
            <div key={ring.id}>
              <h4 className={css.ringName}>{ring.name}</h4>
              <ul className={css.rows}>
                {rows.map((row) => (
                  <TrendRow
                    key={row.id}
                    row={row}
                    current={row.id === selected}
                    linkTo={linkTo}
                    select={select}
                  />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Rings without trends are left out; quadrants never are. */
function groupRows(index: RadarIndex, picture: Picture) {
  const { numbers } = picture.layout;
  const sorted = picture.shown
    .map((trend) => ({ ...trend, number: numbers.get(trend.id) ?? 0 }))
    .sort((a, b) => a.number - b.number);
  return index.quadrants.map((quadrant, at) => {
    const hue = hueAt(index, at);
    const rings = index.rings.flatMap((ring) => {
      const rows = sorted
        .filter((trend) => trend.quadrant === quadrant.id && trend.ring === ring.id)
        .map((trend): Row => {
          const label = describeBlip({ ...trend, quadrant: quadrant.name, ring: ring.name });
          return { ...trend, hue, label };
        });
      return rows.length === 0 ? [] : [{ ring, rows }];
    });
    return { quadrant, hue, rings };
  });
}

const TrendRow = memo(function TrendRow(props: {
  row: Row;
  current: boolean;
  linkTo: (trend: string) => string;
  select: (trend: string) => void;
}) {
  const { row, current, linkTo, select } = props;
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    // let the browser open a new tab or window where that was asked for
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    select(row.id);
  };
  return (
    <li>
      <a
        href={linkTo(row.id)}
        className={css.row}
        data-row={row.id}
        aria-label={row.label}
        aria-current={current ? 'true' : undefined}
        onClick={onClick}
      >
        <TrendMark number={row.number} quadrant={row.hue} strength={row.strength} movement={row.movement} />
        <span className={css.name}>{row.name}</span>
        {/* where nothing is recorded there is nothing to judge a ring by */}
        {!row.earned && row.strength !== 'none' && <span className={css.flag}>not earned</span>}
      </a>
    </li>
  );
});
