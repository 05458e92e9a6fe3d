import type { ColumnId } from '../../domain/assessing/table-columns.ts';
import css from './trend-table.module.css';

/** The classes of a column's cells; number and name stay in sight when the table is scrolled sideways. */
export function cellClass(column: ColumnId): string {
  const own = column === 'number' ? css.number : column === 'name' ? css.name : '';
  return `${css.cell} ${own}`;
}
