import { memo, useCallback, useId, useRef, useState } from 'react';
import type { FacetId } from '../../domain/assessing/facets.ts';
import {
  type Facet,
  type FacetValue,
  type Filters,
  isFiltering,
  NO_FILTERS,
  toggle,
} from '../../domain/assessing/filters.ts';
import { Button } from '../../ui/button.tsx';
import css from './filter-panel.module.css';

/** The facets whose lists are too long to be always shown, and what the box that narrows them is called. */
const FOLDED: Partial<Record<FacetId, string>> = {
  tag: 'Find a tag',
  organisation: 'Find a publisher',
  year: 'Find a year',
};

/** Everything that the trends can be filtered by, and how many are left; each change counts at once. */
export function FilterPanel(props: {
  facets: readonly Facet[];
  filters: Filters;
  /** How many trends the filters leave, of how many in the edition. */
  left: number;
  total: number;
  change: (filters: Filters) => void;
}) {
  const { filters, left, total, change } = props;
  const filtering = isFiltering(filters);
  const latest = useRef(props);
  latest.current = props;
  const choose = useCallback((facet: FacetId, value: string) => {
    const now = latest.current;
    now.change(toggle(now.filters, facet, value));
  }, []);
  return (
    <div>
      <div className={css.facets}>
        {props.facets
          .filter((facet) => facet.values.length > 0)
          .map((facet) => {
            const shared = { facet, chosen: filters[facet.id], choose };
            const find = FOLDED[facet.id];
            return find === undefined ? (
              <OpenFacet key={facet.id} {...shared} />
            ) : (
              <FoldedFacet key={facet.id} {...shared} find={find} />
            );
          })}
      </div>
      <div className={css.outcome}>
        <p role="status">
          <strong>{left}</strong> of {total} trends {left === 1 ? 'is' : 'are'} left
          {left === 0 && filtering && '. Take a filter away to see more'}
        </p>
        {/* Stays in reach when there is nothing to clear, so that the focus is not lost. */}
        <Button aria-disabled={!filtering} onClick={() => filtering && change(NO_FILTERS)}>
          Clear all
        </Button>
      </div>
    </div>
  );
}

interface FacetProps {
  facet: Facet;
  chosen: readonly string[];
  choose: (facet: FacetId, value: string) => void;
}

function OpenFacet({ facet, chosen, choose }: FacetProps) {
  const groups = [...new Set(facet.values.map((entry) => entry.group))];
  const grouped = groups.some((group) => group !== null);
  return (
    <fieldset className={`${css.facet} ${grouped ? css.grouped : ''}`} data-facet={facet.id}>
      <legend>{facet.title}</legend>
      {groups.map((group) => {
        const values = facet.values.filter((entry) => entry.group === group);
        const list = <Values key={group} facet={facet.id} values={values} chosen={chosen} choose={choose} />;
        if (group === null) return list;
        return (
          <fieldset key={group} className={css.group}>
            <legend>{group}</legend>
            {list}
          </fieldset>
        );
      })}
    </fieldset>
  );
}

function FoldedFacet({ facet, chosen, choose, find }: FacetProps & { find: string }) {
  const [open, setOpen] = useState(chosen.length > 0);
  const [text, setText] = useState('');
  const id = useId();
  const found = facet.values.filter((entry) => chosen.includes(entry.value) || isFound(entry, text));
  return (
    <details
      className={css.folded}
      data-facet={facet.id}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {facet.title}{' '}
        <span className={css.aside}>
          {chosen.length > 0 && `${chosen.length} chosen of `}
          {facet.values.length}
        </span>
      </summary>
      {open && (
        <fieldset className={css.facet}>
          <legend className="visually-hidden">{facet.title}</legend>
          <label className={css.find} htmlFor={id}>
            {find}
          </label>
          <div className={css.findRow}>
            <input
              id={id}
              className={css.findBox}
              type="search"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <p className={css.found} aria-live="polite">
              {text.trim() !== '' && `${found.length} of ${facet.values.length} shown`}
            </p>
          </div>
          <div className={css.scroll}>
            <Values facet={facet.id} values={found} chosen={chosen} choose={choose} />
          </div>
        </fieldset>
      )}
    </details>
  );
}

/** Whether every word of a text stands in one of a value's names; all values are found by no words. */
function isFound(entry: FacetValue, text: string): boolean {
  const names = [entry.label, ...entry.also].join('\n').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
}

function Values(props: {
  facet: FacetId;
  values: readonly FacetValue[];
  chosen: readonly string[];
  choose: (facet: FacetId, value: string) => void;
}) {
  const { facet, choose } = props;
  return (
    <ul className={css.values}>
      {props.values.map(({ value, label, count, hue }) => (
        <Value
          key={value}
          facet={facet}
          value={value}
          label={label}
          count={count}
          hue={hue}
          checked={props.chosen.includes(value)}
          choose={choose}
        />
      ))}
    </ul>
  );
}

/** Drawn anew only where its count or its choice changes: a list can have hundreds. */
const Value = memo(function Value(props: {
  facet: FacetId;
  value: string;
  label: string;
  count: number;
  hue: number | undefined;
  checked: boolean;
  choose: (facet: FacetId, value: string) => void;
}) {
  const { facet, value, label, count, choose } = props;
  return (
    <li>
      <label className={css.value} data-none={count === 0 || undefined} data-quadrant={props.hue}>
        <input type="checkbox" checked={props.checked} onChange={() => choose(facet, value)} />
        <span className={css.label}>{label}</span>{' '}
        <span className={css.count}>
          {count} <span className="visually-hidden">{count === 1 ? 'trend' : 'trends'}</span>
        </span>
      </label>
    </li>
  );
});
