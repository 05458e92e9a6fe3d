import type { ColumnId, TableRow } from '../../domain/assessing/table-columns.ts';
import css from './cell-content.module.css';

/** What a column says of a trend, with the colour or the sign that the page knows it by beside the word. */
export function CellContent({ row, column }: { row: TableRow; column: ColumnId }) {
  const { text } = row.cells[column];
  if (column === 'quadrant') {
    return (
      <span className={css.marked}>
        <span className={css.hue} data-quadrant={row.hue} />
        {text}
      </span>
    );
  }
  if (column === 'strength') {
    return (
      <span className={css.marked}>
        <span className={css.disc} data-quadrant={row.hue} data-strength={row.strength} />
        {text}
      </span>
    );
  }
  if (column === 'verdict' && row.mark !== null) {
    return (
      <span className={css.marked}>
        <span aria-hidden="true" className={css.mark}>
          {row.mark}
        </span>
        {text}
      </span>
    );
  }
  return text;
}
