import { useState } from 'react';
import { COMPARED } from '../../domain/assessing/compare-trends.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { shownTrends } from '../../domain/shown-trends.ts';
import { Button } from '../../ui/button.tsx';
import css from './add-trend.module.css';

/** Chooses another trend of the edition to compare, as long as there is room. */
export function AddTrend(props: {
  index: RadarIndex;
  edition: string;
  numbers: ReadonlyMap<string, number>;
  compared: readonly string[];
  change: (trends: string[]) => void;
}) {
  const { index, compared, numbers } = props;
  const [chosen, choose] = useState('');
  if (compared.length >= COMPARED.most) {
    return <p className={css.full}>Four trends, the most there is room for.</p>;
  }
  const numberOf = (id: string) => numbers.get(id) ?? Number.POSITIVE_INFINITY;
  const others = shownTrends(index, props.edition)
    .filter(({ id }) => !compared.includes(id))
    .sort((a, b) => numberOf(a.id) - numberOf(b.id));
  const wanted = others.find(({ id }) => id === chosen);
  return (
    <form
      className={css.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === undefined) return;
        choose('');
        props.change([...compared, wanted.id]);
      }}
    >
      <label>
        <span>Compare with</span>
        <select value={wanted?.id ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">Choose a trend …</option>
          {index.quadrants.map((quadrant) => (
            <optgroup key={quadrant.id} label={quadrant.name}>
              {others
                .filter((trend) => trend.quadrant === quadrant.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {numbers.has(id) ? `${numbers.get(id)} ${name}` : name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <Button type="submit" disabled={wanted === undefined}>
        Add
      </Button>
    </form>
  );
}
