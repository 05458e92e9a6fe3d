import { useState } from 'react';
import {
  FIT_VERDICTS,
  FIT_WORDS,
  type FitReason,
  type FitVerdict,
  type RankedTrend,
} from '../../domain/assessing/lens.ts';
import { hueAt } from '../../domain/hue-at.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { STRENGTH_WORDS } from '../../domain/words.ts';
import { Choice } from '../../ui/choice.tsx';
import css from './ranking.module.css';

type Filter = FitVerdict | 'all';

/** What a lens makes of each trend, best first, with the reasons for and against; one verdict can be shown alone. */
export function Ranking(props: {
  index: RadarIndex;
  ranked: readonly RankedTrend[];
  /** The name of the lens, empty where it has none. */
  name: string;
  numbers: ReadonlyMap<string, number>;
  open: (trend: string) => void;
}) {
  const { index, ranked, name } = props;
  const [filter, setFilter] = useState<Filter>('all');
  const counts = FIT_VERDICTS.map((verdict) => ({
    verdict,
    count: ranked.filter((entry) => entry.verdict === verdict).length,
  }));
  const options = [
    { value: 'all' as Filter, label: `All ${ranked.length}` },
    ...counts.map(({ verdict, count }) => ({
      value: verdict as Filter,
      label: `${FIT_WORDS[verdict].mark} ${FIT_WORDS[verdict].label} ${count}`,
    })),
  ];
  const shown = ranked.filter((entry) => filter === 'all' || entry.verdict === filter);
  return (
    <section aria-labelledby="fit-ranking" className={css.ranking}>
      <h3 id="fit-ranking" className={css.title}>
        {name === '' ? 'The trends for us' : `The trends for “${name}”`}
      </h3>
      <Choice title="Show" options={options} value={filter} choose={setFilter} />
      {shown.length === 0 ? (
        <p>{ranked.length === 0 ? 'This edition has no trends.' : 'No trend has this verdict.'}</p>
      ) : (
        <ol className={css.rows}>
          {shown.map((entry) => (
            <Row
              key={entry.trend.id}
              entry={entry}
              number={props.numbers.get(entry.trend.id)}
              hue={hueAt(
                index,
                index.quadrants.findIndex(({ id }) => id === entry.trend.quadrant),
              )}
              ring={index.rings.find(({ id }) => id === entry.trend.ring)?.name ?? entry.trend.ring}
              open={props.open}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function Row(props: {
  entry: RankedTrend;
  number: number | undefined;
  hue: number;
  ring: string;
  open: (trend: string) => void;
}) {
  const { trend, verdict, fits, avoids } = props.entry;
  const { label, mark } = FIT_WORDS[verdict];
  return (
    <li className={css.row} data-trend={trend.id} data-verdict={verdict} data-quadrant={props.hue}>
      <p className={css.verdict}>
        <span aria-hidden="true" className={css.mark}>
          {mark}
        </span>
        {label}
      </p>
      <div>
        <p className={css.head}>
          <button type="button" onClick={() => props.open(trend.id)}>
            {props.number !== undefined && <span className={css.number}>{props.number}</span>}{' '}
            <span className={css.name}>{trend.name}</span>
          </button>
          <span className={css.ring}>
            <b>{props.ring}</b> · {STRENGTH_WORDS[trend.strength]}
            {!trend.earned && ' · ring not earned'}
          </span>
        </p>
        {fits.length + avoids.length === 0 ? (
          <p className={css.silent}>None of your conditions speaks for it or against it.</p>
        ) : (
          <ul className={css.reasons}>
            <Reasons stance="fits" title="Fits" reasons={fits} />
            <Reasons stance="avoid" title="Avoid" reasons={avoids} />
          </ul>
        )}
      </div>
    </li>
  );
}

function Reasons(props: { stance: 'fits' | 'avoid'; title: string; reasons: readonly FitReason[] }) {
  return props.reasons.map((reason) => (
    <li key={reason.condition} data-stance={props.stance}>
      <span>{props.title}</span> <b>{reason.label}:</b> {reason.why}
    </li>
  ));
}
