import { COLUMN_GROUPS, COLUMNS, type Column } from '../../domain/assessing/table-columns.ts';
import css from './column-choice.module.css';

/** Which columns stand in the table. The name always does; the verdict can only where there is a lens. */
export function ColumnChoice(props: {
  columns: readonly Column[];
  lens: boolean;
  toggle: (id: string, on: boolean) => void;
}) {
  const shown = new Set(props.columns.map(({ id }) => id));
  const offered = COLUMNS.filter(({ id }) => props.lens || id !== 'verdict');
  return (
    <details className={css.choice}>
      <summary>
        Columns{' '}
        <span>
          {shown.size} of {offered.length}
        </span>
      </summary>
      <div className={css.groups}>
        {COLUMN_GROUPS.map((group) => (
          <fieldset key={group}>
            <legend>{group}</legend>
            {offered
              .filter((column) => column.group === group)
              .map(({ id, label }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={shown.has(id)}
                    disabled={id === 'name'}
                    onChange={(event) => props.toggle(id, event.target.checked)}
                  />
                  {label}
                </label>
              ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
