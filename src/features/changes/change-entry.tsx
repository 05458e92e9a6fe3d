import type { Standing, TrendChange } from '../../domain/assessing/changes.ts';
import { hueAt } from '../../domain/hue-at.ts';
import type { Edition, Fact, Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { GRADE_WORDS } from '../../domain/strength.ts';
import { dateWords, publisherWords, STRENGTH_WORDS } from '../../domain/words.ts';
import css from './change-entry.module.css';

/** One trend between two editions: ring and strength before and after, why, and which facts made the difference. */
export function ChangeEntry(props: {
  radar: Radar;
  index: RadarIndex;
  from: Edition;
  to: Edition;
  entry: TrendChange;
  /** Its number in the edition shown; null where it is not in it. */
  number: number | null;
  factsOpen: boolean;
  open: (trend: string) => void;
}) {
  const { radar, index, from, to, entry } = props;
  const { before, after } = entry;
  const ringName = (standing: Standing) =>
    index.rings.find((ring) => ring.id === standing.ring)?.name ?? standing.ring;
  const place = (standing: Standing | null) =>
    standing === null ? 'not on the radar' : `${ringName(standing)}${standing.earned ? '' : ' (not earned)'}`;
  const strength = (standing: Standing | null) => standing && STRENGTH_WORDS[standing.strength];
  const told = after ?? before;
  const toldIn = after === null ? from : to;
  return (
    <li
      className={css.entry}
      data-quadrant={hueAt(
        index,
        index.quadrants.findIndex((quadrant) => quadrant.id === entry.quadrant),
      )}
    >
      <div className={css.head}>
        <button type="button" className={css.name} onClick={() => props.open(entry.id)}>
          <span className={css.number}>{props.number ?? '–'}</span> <b>{entry.name}</b>
        </button>
        <p className={css.step}>
          <Step before={place(before)} after={place(after)} />
        </p>
        <p className={css.step}>
          <Step before={strength(before)} after={strength(after)} />
        </p>
      </div>
      <div className={css.why}>
        {told !== null && (
          <p className={css.reason}>
            {told.reason === null ? (
              <span>{`No reason recorded in ${toldIn.id}.`}</span>
            ) : (
              <>
                {after === null && <span>{`Reason in ${from.id}: `}</span>}
                {told.reason}
              </>
            )}
          </p>
        )}
        <Facts title={`public after ${from.id}`} facts={entry.gained} radar={radar} open={props.factsOpen} />
        <Facts title={`not yet public by ${to.id}`} facts={entry.lost} radar={radar} open={props.factsOpen} />
      </div>
    </li>
  );
}

/** Before and after in words, or once where they are the same. */
function Step({ before, after }: { before: string | null; after: string | null }) {
  if (before === after || before === null || after === null) return <b>{after ?? before}</b>;
  return (
    <>
      {before} <span aria-hidden="true">→</span>
      <span className="visually-hidden">to</span> <b>{after}</b>
    </>
  );
}

function Facts(props: { title: string; facts: readonly Fact[]; radar: Radar; open: boolean }) {
  const { facts } = props;
  if (facts.length === 0) return null;
  const limiting = facts.filter((fact) => fact.stance === 'limits').length;
  return (
    <details className={css.facts} open={props.open}>
      <summary>
        {facts.length === 1 ? '1 fact' : `${facts.length} facts`} {props.title}
        {limiting > 0 && `, ${limiting} limiting`}
      </summary>
      <ul>
        {facts.map((fact) => {
          const source = props.radar.sources.find(({ id }) => id === fact.source);
          return (
            <li key={fact.id} data-stance={fact.stance}>
              {fact.claim}{' '}
              <span className={css.meta}>
                {fact.stance === 'limits' ? 'Limits' : 'Supports'} · {GRADE_WORDS[fact.grade].label} ·{' '}
                {dateWords(fact.date)}
                {source !== undefined && (
                  <>
                    {' · '}
                    <a href={source.url} target="_blank" rel="noopener noreferrer" title={source.title}>
                      {publisherWords(source) ?? source.title}
                    </a>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
