import { useRef } from 'react';
import {
  COMPARED,
  type CompareLens,
  type CompareRow,
  compareTrends,
} from '../../domain/assessing/compare-trends.ts';
import type { Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { AddTrend } from './add-trend.tsx';
import { CompareCell } from './compare-cells.tsx';
import { CompareHead } from './compare-head.tsx';
import css from './compare-view.module.css';
import { FitRow } from './fit-row.tsx';

/** Up to four trends side by side, row by row, so that what differs between them meets the eye. */
export function CompareView(props: {
  radar: Radar;
  index: RadarIndex;
  /** Id of the edition shown. */
  edition: string;
  /** The numbers that the trends have in the picture, by id. */
  numbers: ReadonlyMap<string, number>;
  /** Ids of the trends compared. */
  trends: readonly string[];
  lens: CompareLens | null;
  /** Whether rows that are the same for all are folded. */
  onlyDifferences: boolean;
  showOnlyDifferences: (only: boolean) => void;
  change: (trends: string[]) => void;
  open: (trend: string) => void;
}) {
  const { radar, index, edition, numbers, lens, onlyDifferences } = props;
  const table = useRef<HTMLElement>(null);
  const asked = props.trends.slice(0, COMPARED.most);
  const comparison = compareTrends(radar, index, edition, asked, lens);
  const { trends, absent, ties, fits } = comparison;
  const lensName = lens === null || lens.name === '' ? 'Your conditions' : lens.name;
  const nameOf = (id: string) => trends.find((trend) => trend.id === id)?.name ?? id;
  const folding = onlyDifferences && trends.length > 1;
  const folded = folding
    ? [
        ...[...comparison.verdict, ...comparison.evidence, ...comparison.risks, ...comparison.background]
          .filter((row) => row.same)
          .map((row) => titleOf(row, lensName)),
        ...fits.filter((row) => row.same).map((row) => row.condition.label),
      ]
    : [];

  const change = (next: string[]) => {
    props.change(next);
    // the button pressed may be gone with the column, and the focus must not be lost with it
    if (next.length < asked.length || next.length === COMPARED.most) {
      table.current?.focus({ preventScroll: true });
    }
  };

  const drawRow = (row: CompareRow) => (
    <tr key={row.id} data-row-id={row.id}>
      <th scope="row">
        {titleOf(row, lensName)}
        {row.same && <span className={css.same}>same</span>}
      </th>
      {trends.map((trend) => (
        <td key={trend.id}>
          <CompareCell row={row.id} trend={trend} lens={comparison.lensCounts[trends.indexOf(trend)]} />
        </td>
      ))}
    </tr>
  );

  const drawGroup = (title: string, rows: readonly CompareRow[]) => {
    const left = rows.filter((row) => !(folding && row.same));
    if (left.length === 0) return null;
    return (
      <tbody>
        <GroupHead title={title} columns={trends.length} />
        {left.map(drawRow)}
      </tbody>
    );
  };

  const fitRows = fits.filter((row) => !(folding && row.same));
  return (
    <div className={css.compare}>
      <div className={css.bar}>
        <AddTrend index={index} edition={edition} numbers={numbers} compared={asked} change={change} />
        <label className={css.switch}>
          <input
            type="checkbox"
            checked={onlyDifferences}
            onChange={(event) => props.showOnlyDifferences(event.target.checked)}
          />
          <span>Show only differences</span>
        </label>
        <p role="status" className={css.folded}>
          {folded.length > 0 && `Folded, the same for all: ${folded.join(', ')}.`}
        </p>
      </div>
      {absent.length > 0 && (
        <p className={css.aside}>
          Not on the radar in {edition}: {absent.join(', ')}.
        </p>
      )}
      {trends.length < COMPARED.least && (
        <p className={css.aside}>
          Two to four trends can be compared. Add {trends.length === 0 ? 'two' : 'another'}.
        </p>
      )}
      {trends.length > 0 && (
        // biome-ignore-start lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reached by keys
        <section
          ref={table}
          className={css.scroller}
          data-columns={trends.length}
          tabIndex={0}
          aria-label="Trends side by side"
        >
          <table className={css.table}>
            <thead>
              <tr>
                <td className={css.corner} />
                {trends.map((trend) => (
                  <CompareHead
                    key={trend.id}
                    trend={trend}
                    number={numbers.get(trend.id)}
                    removable={asked.length > COMPARED.least}
                    open={() => props.open(trend.id)}
                    remove={() => change(props.trends.filter((id) => id !== trend.id))}
                  />
                ))}
              </tr>
            </thead>
            {trends.length > 1 && (
              <tbody>
                <tr data-row-id="ties">
                  <th scope="row">How they are related</th>
                  <td colSpan={trends.length}>
                    {ties.length === 0 ? (
                      <span className={css.none}>none recorded</span>
                    ) : (
                      <ul className={css.ties}>
                        {ties.map((tie) => (
                          <li key={`${tie.from} ${tie.words} ${tie.to}`}>
                            <b>{nameOf(tie.from)}</b> {tie.words} <b>{nameOf(tie.to)}</b>
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                </tr>
              </tbody>
            )}
            {drawGroup('Verdict', comparison.verdict)}
            {drawGroup('Evidence', comparison.evidence)}
            {drawGroup('Costs and risks', comparison.risks)}
            {(fitRows.length > 0 || (fits.length === 0 && !folding)) && (
              <tbody>
                <GroupHead title="Fit" columns={trends.length} />
                {fits.length === 0 && (
                  <tr>
                    <th scope="row">Conditions</th>
                    {trends.map((trend) => (
                      <td key={trend.id}>
                        <span className={css.none}>none recorded</span>
                      </td>
                    ))}
                  </tr>
                )}
                {fitRows.map((row) => (
                  <FitRow key={row.condition.id} row={row} trends={trends} lensName={lensName} />
                ))}
              </tbody>
            )}
            {drawGroup('Background', comparison.background)}
          </table>
        </section>
        // biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above
      )}
    </div>
  );
}

function titleOf(row: CompareRow, lensName: string): string {
  return row.id === 'lens' ? lensName : row.title;
}

function GroupHead({ title, columns }: { title: string; columns: number }) {
  return (
    <tr className={css.group}>
      <th scope="rowgroup" colSpan={columns + 1}>
        <span>{title}</span>
      </th>
    </tr>
  );
}
