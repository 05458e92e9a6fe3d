import { useCallback, useMemo, useRef, useState } from 'react';
import {
  buildRows,
  chooseColumns,
  RADAR_ORDER,
  sortRows,
  type TableRow,
  type TableSort,
  type TableVerdict,
  tableTexts,
} from '../../domain/assessing/table-columns.ts';
import { editionBefore, editionWords } from '../../domain/editions.ts';
import type { Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { formatCsv, formatTsv, tableName } from '../../formats/table-text.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { TableHead } from './table-head.tsx';
import { TableLine } from './table-line.tsx';
import css from './trend-table.module.css';

/** Every trend of an edition as a row, to sort, to choose from and to take into a spreadsheet. */
export function TrendTable(props: {
  radar: Radar;
  index: RadarIndex;
  /** Id of the edition shown. */
  edition: string;
  /** Numbers of the trends, as beside the chart. */
  numbers: ReadonlyMap<string, number>;
  /** Ids of the trends that pass the filters; null where there is no filter. */
  kept: ReadonlySet<string> | null;
  /** What the lens makes of each trend; null without a lens. */
  verdicts: ReadonlyMap<string, TableVerdict> | null;
  /** Ids of columns; unknown ones mean nothing. */
  columns: readonly string[];
  sort: TableSort;
  change: (changes: { columns?: string[]; sort?: TableSort }) => void;
  open: (trend: string) => void;
  /** Ids of the trends chosen to be compared or checked. */
  chosen: ReadonlySet<string>;
  choose: (trend: string, on: boolean) => void;
  /** Puts a text into the clipboard; may answer with a promise, whose failure is said. */
  copy: (text: string) => unknown;
  /** Saves a text as a file with this name. */
  save: (text: string, name: string) => void;
}) {
  const { radar, index, edition, numbers, kept, verdicts, sort } = props;
  const lens = verdicts !== null;
  const all = useMemo(
    () => buildRows({ radar, index, edition, numbers, verdicts }),
    [radar, index, edition, numbers, verdicts],
  );
  const rows = useMemo(
    () => sortRows(kept === null ? all : all.filter((row) => kept.has(row.id)), sort),
    [all, kept, sort],
  );
  // another list of the same columns must not draw every row again
  const columnsKey = props.columns.join('.');
  const columns = useMemo(() => chooseColumns(columnsKey.split('.'), lens), [columnsKey, lens]);
  const latest = useRef(props);
  latest.current = props;
  const open = useCallback((trend: string) => latest.current.open(trend), []);
  const choose = useCallback((trend: string, on: boolean) => latest.current.choose(trend, on), []);

  const toggle = (id: string, on: boolean) => {
    const rest = props.columns.filter((column) => column !== id);
    const next = chooseColumns(on ? [...rest, id] : rest, true).map((column) => column.id);
    // an order whose column is gone could not be understood
    props.change({ columns: next, ...(!on && sort.column === id ? { sort: RADAR_ORDER } : {}) });
  };

  return (
    <div className={css.whole}>
      <div className={css.bar}>
        <p className={css.summary} role="status">
          {summaryWords({ index, edition, rows, all: all.length, chosen: props.chosen })}
        </p>
        {rows.length > 0 && (
          <TakeAway
            copy={async () => props.copy(formatTsv(tableTexts(columns, rows)))}
            save={() => props.save(formatCsv(tableTexts(columns, rows)), tableName(index.title, edition))}
          />
        )}
      </div>
      <ColumnChoice columns={columns} lens={lens} toggle={toggle} />
      {rows.length === 0 ? (
        <p className={css.empty}>
          {all.length === 0
            ? 'This edition has no trends yet.'
            : 'No trend passes the filters. Take one of them off to see trends here.'}
        </p>
      ) : (
        <div className={css.frame}>
          <table className={css.table} aria-label="Trends">
            <TableHead columns={columns} sort={sort} change={(next) => props.change({ sort: next })} />
            <tbody>
              {rows.map((row) => (
                <TableLine
                  key={row.id}
                  row={row}
                  columns={columns}
                  chosen={props.chosen.has(row.id)}
                  choose={choose}
                  open={open}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** What is shown, in a sentence that holds on paper, too. */
function summaryWords(of: {
  index: RadarIndex;
  edition: string;
  rows: readonly TableRow[];
  all: number;
  chosen: ReadonlySet<string>;
}): string {
  const { index, edition, rows, all, chosen } = of;
  const found = index.editions.find((entry) => entry.id === edition);
  const before = editionBefore(index.editions, edition);
  const ticked = rows.filter((row) => chosen.has(row.id)).length;
  return [
    rows.length === all
      ? `${all} ${all === 1 ? 'trend' : 'trends'}`
      : `${rows.length} of ${all} trends pass the filters`,
    `edition ${found === undefined ? edition : editionWords(found)}`,
    ...(before === null ? [] : [`movement since ${editionWords(before)}`]),
    ...(ticked === 0 ? [] : [`${ticked} chosen`]),
  ].join(', ');
}

/** The table, exactly as it is shown, for elsewhere; what came of it is said beside the buttons. */
function TakeAway(props: { copy: () => Promise<unknown>; save: () => void }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () => {
    setCopied(null);
    props.copy().then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <div className={css.actions}>
      <p role="status">
        {copied === 'yes' && 'Copied; paste it into a spreadsheet.'}
        {copied === 'no' && 'The browser did not allow copying. Save it as CSV instead.'}
      </p>
      <Button onClick={copy}>Copy as text</Button>
      <Button onClick={props.save}>Save as CSV</Button>
    </div>
  );
}
