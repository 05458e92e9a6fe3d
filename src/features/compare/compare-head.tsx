import type { JudgedTrend } from '../../domain/judge-trends.ts';
import { Button } from '../../ui/button.tsx';
import css from './compare-head.module.css';

/** The head of a trend's column: number and name, which open it, its quadrant, and the way out. */
export function CompareHead(props: {
  trend: JudgedTrend;
  number: number | undefined;
  removable: boolean;
  open: () => void;
  remove: () => void;
}) {
  const { trend } = props;
  return (
    <th scope="col" className={css.head} data-quadrant={trend.hue} aria-label={trend.name}>
      <div className={css.line}>
        <button type="button" className={css.name} onClick={props.open}>
          {props.number !== undefined && <span className={css.number}>{props.number}</span>} {trend.name}
        </button>
        {props.removable && (
          <Button className={css.remove} aria-label={`Remove ${trend.name}`} onClick={props.remove}>
            ×
          </Button>
        )}
      </div>
      <span className={css.quadrant}>{trend.quadrant}</span>
    </th>
  );
}
