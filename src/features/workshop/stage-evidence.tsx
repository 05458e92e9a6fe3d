import type { Source, Trend } from '../../domain/radar.ts';
import { isHttpLink } from '../../domain/schema.ts';
import { rankFacts, STRONGEST_RULE } from '../../domain/strongest-facts.ts';
import { SEVERITY_WORDS } from '../../domain/words.ts';
import type { Act, Standing } from '../../domain/workshop/session.ts';
import { NotesList } from './notes-list.tsx';
import css from './stage.module.css';
import { StageFact } from './stage-fact.tsx';
import { StagePanel } from './stage-panel.tsx';

const SIDES = [
  ['supports', 'For'],
  ['limits', 'Against'],
] as const;

/** Everything that is recorded of a trend, and what the team adds, as one view that scrolls. */
export function StageEvidence(props: {
  trend: Trend | null;
  standing: Standing;
  sources: ReadonlyMap<string, Source>;
  room: boolean;
  act: (act: Act) => void;
  close: () => void;
}) {
  const { trend, standing, sources, room, act } = props;
  const facts = trend?.facts ?? [];
  const numbers = new Map(facts.map((fact, at) => [fact.id, at + 1]));
  return (
    <StagePanel title="All evidence" close={props.close}>
      <p className={css.meta}>{STRONGEST_RULE}</p>
      {SIDES.map(([stance, title]) => {
        const own = standing.evidence.filter((entry) => entry.stance === stance);
        const known = rankFacts(facts.filter((fact) => fact.stance === stance));
        return (
          <section key={stance}>
            <h3>
              {title} ({known.length + own.length})
            </h3>
            <ul className={css.facts}>
              {known.map((fact) => (
                <li key={fact.id}>
                  <StageFact
                    fact={fact}
                    number={numbers.get(fact.id) ?? 0}
                    source={sources.get(fact.source)}
                    link
                  />
                </li>
              ))}
              {own.map((entry) => (
                <li key={entry.id}>
                  {entry.claim}{' '}
                  <span className={css.meta}>
                    The team’s own
                    {entry.url !== null && ': '}
                    {entry.url !== null && isHttpLink(entry.url) ? (
                      <a href={entry.url} target="_blank" rel="noreferrer">
                        {entry.url}
                      </a>
                    ) : (
                      entry.url
                    )}
                  </span>{' '}
                  {!room && (
                    <button
                      type="button"
                      className={css.plain}
                      aria-label={`Take out “${entry.claim}”`}
                      onClick={() =>
                        act({ kind: 'drop-evidence', trend: standing.trend, evidence: entry.id })
                      }
                    >
                      Take out
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {(trend?.tradeoffs ?? []).length > 0 && (
        <section>
          <h3>Tradeoffs</h3>
          <ul className={css.facts}>
            {trend?.tradeoffs?.map(({ gain, cost, when }) => (
              <li key={gain}>
                <b>Gain</b> {gain} <b>Cost</b> {cost} <b>When</b> {when}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(trend?.failureModes ?? []).length > 0 && (
        <section>
          <h3>Failure modes</h3>
          <ul className={css.facts}>
            {trend?.failureModes?.map((mode) => (
              <li key={mode.name}>
                <b>{mode.name}</b> ({mode.silent ? 'silent, ' : ''}
                {SEVERITY_WORDS[mode.severity].toLowerCase()}): {mode.symptom} <b>Cause</b> {mode.cause}{' '}
                <b>Notice it</b> {mode.detection} <b>Cure</b> {mode.mitigation}
              </li>
            ))}
          </ul>
        </section>
      )}
      {!room && standing.notes.length > 0 && (
        <section>
          <h3>Notes</h3>
          <NotesList standing={standing} act={act} />
        </section>
      )}
    </StagePanel>
  );
}
