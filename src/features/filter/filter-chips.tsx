import { type MouseEvent, useRef } from 'react';
import type { FilterChip } from '../../domain/assessing/filters.ts';
import { Button } from '../../ui/button.tsx';
import css from './filter-chips.module.css';

/** The filters in use, each with a button that takes it away. Nothing is drawn where there are none. */
export function FilterChips(props: {
  chips: readonly FilterChip[];
  remove: (chip: FilterChip) => void;
  clear: () => void;
}) {
  const { chips } = props;
  const group = useRef<HTMLDivElement>(null);
  const takeAway = (event: MouseEvent<HTMLButtonElement>, chip: FilterChip) => {
    // the button goes with its filter; without this the focus would fall back to the top of the page
    const item = event.currentTarget.closest('li');
    const near = item?.nextElementSibling ?? item?.previousElementSibling;
    (near?.querySelector('button') ?? group.current)?.focus();
    props.remove(chip);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are not fields of a form
    <div ref={group} role="group" aria-label="Filters in use" tabIndex={-1} className={css.chips}>
      {chips.length > 0 && (
        <>
          <ul>
            {chips.map((chip) => (
              <li key={`${chip.facet} ${chip.value}`}>
                <button
                  type="button"
                  className={css.chip}
                  aria-label={`Remove filter: ${chip.words}`}
                  onClick={(event) => takeAway(event, chip)}
                >
                  <span className={css.words}>{chip.words}</span>
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            ))}
          </ul>
          <Button
            onClick={() => {
              group.current?.focus();
              props.clear();
            }}
          >
            Clear all filters
          </Button>
        </>
      )}
    </div>
  );
}
