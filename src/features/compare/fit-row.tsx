import type { CompareFitRow } from '../../domain/assessing/compare-trends.ts';
import type { JudgedTrend } from '../../domain/judge-trends.ts';
import css from './compare-view.module.css';

/** A condition, and on the same line what each trend says of it: where they agree and where they contradict. */
export function FitRow(props: { row: CompareFitRow; trends: readonly JudgedTrend[]; lensName: string }) {
  const { row, trends } = props;
  return (
    <tr data-own={row.own || undefined} data-row-id={`fit-${row.condition.id}`}>
      <th scope="row">
        {row.condition.label}
        {row.own && <span className={css.own}>{props.lensName}</span>}
        {row.same && <span className={css.same}>same</span>}
        {row.contradicts && <span className={css.contradicts}>contradict</span>}
      </th>
      {trends.map((trend, at) => {
        const fit = row.cells[at];
        return (
          <td key={trend.id}>
            {fit == null ? (
              <span className={css.none}>none recorded</span>
            ) : (
              <p className={css.fit} data-fits={fit.fits}>
                <b>{fit.fits ? 'Fits.' : 'Avoid.'}</b> {fit.why}
              </p>
            )}
          </td>
        );
      })}
    </tr>
  );
}
