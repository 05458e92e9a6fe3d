import { memo } from 'react';
import type { Column, TableRow } from '../../domain/assessing/table-columns.ts';
import { cellClass } from './cell-class.ts';
import { CellContent } from './cell-content.tsx';
import css from './trend-table.module.css';

/** One trend. It is drawn again only where its own props change; another order or choice moves it as it is. */
export const TableLine = memo(function TableLine(props: {
  row: TableRow;
  columns: readonly Column[];
  chosen: boolean;
  choose: (trend: string, on: boolean) => void;
  open: (trend: string) => void;
}) {
  const { row, columns, chosen } = props;
  return (
    <tr className={css.line} data-chosen={chosen}>
      <td className={`${css.cell} ${css.choice}`}>
        <label>
          <input
            type="checkbox"
            aria-label={`Choose ${row.name}`}
            checked={chosen}
            onChange={(event) => props.choose(row.id, event.target.checked)}
          />
        </label>
      </td>
      {columns.map(({ id, numeric }) =>
        id === 'name' ? (
          <th key={id} scope="row" className={cellClass(id)} data-column={id}>
            <button type="button" className={css.open} onClick={() => props.open(row.id)}>
              <CellContent row={row} column={id} />
            </button>
          </th>
        ) : (
          <td key={id} className={cellClass(id)} data-column={id} data-numeric={numeric || undefined}>
            <CellContent row={row} column={id} />
          </td>
        ),
      )}
    </tr>
  );
});
