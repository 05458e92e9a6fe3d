import { useId } from 'react';
import { hueAt } from '../../domain/hue-at.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { ringName, trendName } from '../../domain/workshop/acts.ts';
import { OUTCOME_WORDS } from '../../domain/workshop/outcome.ts';
import type { Outcome, Session, Standing } from '../../domain/workshop/session.ts';
import { basisOf, roundsOf } from '../../formats/workshop-lines.ts';
import css from './result.module.css';

/** Groups that are folded: they say only that nothing was left out. */
const FOLDED: ReadonlySet<Outcome> = new Set(['same', 'open']);

/** The trends of one outcome, with what was decided, why, and how it was voted. Nothing where there are none. */
export function ResultList(props: {
  session: Session;
  index: RadarIndex;
  outcome: Outcome;
  standings: readonly Standing[];
  numbers: ReadonlyMap<string, number>;
}) {
  const { session, index, outcome, standings, numbers } = props;
  const title = useId();
  if (standings.length === 0) return null;
  const heading = (
    <h2 id={title}>
      {OUTCOME_WORDS[outcome]} <span>{standings.length}</span>
    </h2>
  );
  const list = (
    <ul className={css.entries}>
      {standings.map((standing) => (
        <Entry key={standing.trend} {...{ session, index, standing }} number={numbers.get(standing.trend)} />
      ))}
    </ul>
  );
  return FOLDED.has(outcome) ? (
    <details className={css.group}>
      <summary>{heading}</summary>
      {list}
    </details>
  ) : (
    <section className={css.group} aria-labelledby={title}>
      {heading}
      {list}
    </section>
  );
}

function Entry(props: {
  session: Session;
  index: RadarIndex;
  standing: Standing;
  number: number | undefined;
}) {
  const { session, index, standing } = props;
  const { radar } = session;
  const { from, to, retired, reason, dissent, champion, notes } = standing;
  const quadrant = index.trends.find(({ id }) => id === standing.trend)?.quadrant;
  const at = index.quadrants.findIndex(({ id }) => id === quadrant);
  const { facts, team } = basisOf(session, standing);
  const rounds = roundsOf(session, standing);
  const after = retired ? 'off the radar' : to === null ? null : ringName(radar, to);
  const line = (label: string, text: string) =>
    text.trim() !== '' && (
      <p>
        <b>{label}:</b> {text}
      </p>
    );
  return (
    <li data-quadrant={at < 0 ? undefined : hueAt(index, at)}>
      <p className={css.name}>
        <span className={css.number}>{props.number ?? '–'}</span> <b>{trendName(session, standing.trend)}</b>{' '}
        <span className={css.step}>
          {from !== null && ringName(radar, from)}
          {from !== null && after !== null && from !== to && (
            <>
              {' '}
              <span aria-hidden="true">→</span>
              <span className="visually-hidden">to</span>{' '}
            </>
          )}
          {after !== null && (from === null || from !== to || retired) && <b>{after}</b>}
        </span>
      </p>
      <div className={css.why}>
        {reason.trim() !== '' && <p>{reason}</p>}
        {facts.length + team.length > 0 && (
          <p className={css.basis}>
            Rests on {[...facts, ...team].map(({ claim }) => `“${claim}”`).join(', ')}
          </p>
        )}
        {rounds.map(({ number, words }) => (
          <p key={number}>
            <b>{rounds.length > 1 ? `Votes, round ${number}` : 'Votes'}:</b> {words}
          </p>
        ))}
        {line('Dissent', dissent)}
        {line('Champion', champion)}
        {notes.map(({ id, text }) => (
          <p key={id}>
            <b>Note:</b> {text}
          </p>
        ))}
      </div>
    </li>
  );
}
