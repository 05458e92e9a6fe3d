import type { MouseEvent } from 'react';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { describeBlip } from '../../scene/build-scene.ts';
import { trendLink } from '../../state/view-state.ts';
import css from './trend-list.module.css';
import { TrendMark } from './trend-mark.tsx';
import type { Picture } from './use-picture.ts';

/** Every trend as a link, by quadrant and ring, in the order of the numbers: the picture's equal in words. */
export function TrendList(props: {
  index: RadarIndex;
  picture: Picture;
  selected: string | null;
  search: string;
  select: (trend: string) => void;
}) {
  const { index, picture, selected, select } = props;
  const numbers = new Map(picture.layout.blips.map((blip) => [blip.id, blip.number]));
  const rows = picture.shown
    .map((trend) => ({ ...trend, number: numbers.get(trend.id) ?? 0 }))
    .sort((a, b) => a.number - b.number);

  const onClick = (event: MouseEvent<HTMLAnchorElement>, trend: string) => {
    // let the browser open a new tab or window where that was asked for
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    select(trend);
  };

  return (
    <div className={css.quadrants}>
      {index.quadrants.map((quadrant, at) => (
        <section
          key={quadrant.id}
          className={css.quadrant}
          data-quadrant={at}
          aria-labelledby={`quadrant-${quadrant.id}`}
        >
          <h3 id={`quadrant-${quadrant.id}`} className={css.quadrantName}>
            {quadrant.name}
          </h3>
          {index.rings.map((ring) => {
            const inRing = rows.filter((row) => row.quadrant === quadrant.id && row.ring === ring.id);
            if (inRing.length === 0) return null;
            return (
              <div key={ring.id}>
                <h4 className={css.ringName}>{ring.name}</h4>
                <ul className={css.rows}>
                  {inRing.map((row) => (
                    <li key={row.id}>
                      <a
                        href={trendLink(row.id, props.search)}
                        className={css.row}
                        data-row={row.id}
                        aria-label={describeBlip({ ...row, quadrant: quadrant.name, ring: ring.name })}
                        aria-current={row.id === selected ? 'true' : undefined}
                        onClick={(event) => onClick(event, row.id)}
                      >
                        <TrendMark
                          number={row.number}
                          quadrant={at}
                          strength={row.strength}
                          movement={row.movement}
                        />
                        <span className={css.name}>{row.name}</span>
                        {!row.earned && <span className={css.flag}>not earned</span>}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        </section>
      ))}
    </div>
  );
}
