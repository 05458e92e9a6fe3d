import { type Column, nextSort, type TableSort } from '../../domain/assessing/table-columns.ts';
import { cellClass } from './cell-class.ts';
import css from './trend-table.module.css';

/** The headers; a press sorts by the column, the next one turns the order round, a third restores the radar's. */
export function TableHead(props: {
  columns: readonly Column[];
  sort: TableSort;
  change: (sort: TableSort) => void;
}) {
  const { columns, sort } = props;
  return (
    <thead>
      <tr>
        <td className={`${css.cell} ${css.head} ${css.choice}`} />
        {columns.map(({ id, label, numeric }) => {
          const order = sort.column !== id ? undefined : sort.descending ? 'descending' : 'ascending';
          return (
            <th
              key={id}
              scope="col"
              className={`${cellClass(id)} ${css.head}`}
              data-column={id}
              data-numeric={numeric || undefined}
              {...(order === undefined ? {} : { 'aria-sort': order })}
            >
              <button type="button" className={css.sort} onClick={() => props.change(nextSort(sort, id))}>
                {label}
                <svg viewBox="0 0 10 6" width={10} height={6} aria-hidden="true" focusable="false">
                  <path d={order === 'descending' ? 'M1 1l4 4 4-4' : 'M1 5l4-4 4 4'} />
                </svg>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
