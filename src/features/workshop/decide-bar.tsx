import type { CSSProperties } from 'react';
import { trendName } from '../../domain/workshop/acts.ts';
import type { Session, Standing } from '../../domain/workshop/session.ts';
import { QUESTION } from '../../domain/workshop/session.ts';
import { voteResult, voteWords } from '../../domain/workshop/vote-result.ts';
import { ariaKeys, keyCap } from './keys.ts';
import css from './stage.module.css';
import { StageCap } from './stage-cap.tsx';
import { countWords } from './stage-words.ts';
import { currentRound, voteTotal } from './vote-counts.ts';
import { VoteStepper } from './vote-stepper.tsx';

/** The rings with what they mean, always in sight: what is voted for and where the trend is placed. */
export function DecideBar(props: {
  session: Session;
  standing: Standing;
  room: boolean;
  /** Whether it says the name of the trend, where nothing else does. */
  named: boolean;
  place: (ring: string) => void;
  setVotes: (vote: string, count: number) => void;
}) {
  const { session, standing, room, named, place, setVotes } = props;
  const { rings } = session.radar;
  const round = currentRound(standing.rounds);
  const result = voteResult(round, rings);
  const total = voteTotal(round);
  const hidden = session.hidden && !round.revealed;
  const stepper = (vote: string, name: string) => (
    <VoteStepper
      name={name}
      count={round.votes[vote] ?? 0}
      hidden={hidden}
      open={!round.revealed && !room}
      fixed={round.ballots > 0}
      set={(count) => setVotes(vote, count)}
      keys={vote === QUESTION ? ariaKeys('question') : ''}
    />
  );
  const earlier = standing.rounds.slice(0, -1).flatMap((each, at) => {
    if (voteTotal(each) === 0) return [];
    const shown = each.revealed || !session.hidden;
    return [`vote ${at + 1}: ${shown ? voteWords(voteResult(each, rings)) : 'not revealed'}`];
  });
  return (
    <section className={css.decide} aria-label="Where does it belong for us?">
      <p className={css.asked}>
        <b>Where does {named ? trendName(session, standing.trend) : 'it'} belong for us?</b>{' '}
        <span>
          {total === 0
            ? 'No votes yet'
            : hidden
              ? `${countWords(total, 'vote')} in, hidden`
              : voteWords(result)}
        </span>
        {standing.rounds.length > 1 && ` · vote ${standing.rounds.length}`}
        {earlier.length > 0 && <small> · {earlier.join(' · ')}</small>}
        {!room && (
          <span className={css.hint}>
            <StageCap>{keyCap('digit', rings.length)}</StageCap> places{' '}
            <StageCap>{keyCap('shift+digit', rings.length)}</StageCap> adds a vote
          </span>
        )}
      </p>
      <ul className={css.rings} style={{ '--rings': Math.min(4, rings.length) } as CSSProperties}>
        {rings.map((ring, at) => {
          const chosen = standing.to === ring.id && !standing.retired;
          const tags = [
            ...(chosen ? ['✓ Chosen'] : []),
            ...(!hidden && result.median?.id === ring.id ? ['Median'] : []),
            ...(standing.from === ring.id ? ['At the start'] : []),
          ];
          const words = (
            <>
              <span className={css.ringName}>
                {!room && <StageCap>{at + 1}</StageCap>} {ring.name}
              </span>{' '}
              <span className={css.ringWords}>
                {tags.length > 0 && <b>{tags.join(', ')}. </b>}
                {ring.description}
              </span>
            </>
          );
          return (
            <li key={ring.id} data-chosen={chosen || undefined}>
              {room ? (
                <div className={css.ring}>{words}</div>
              ) : (
                <button
                  type="button"
                  className={css.ring}
                  aria-pressed={chosen}
                  aria-keyshortcuts={ariaKeys('place', at + 1)}
                  onClick={() => place(ring.id)}
                >
                  {words}
                </button>
              )}
              <div className={css.votes}>{stepper(ring.id, ring.name)}</div>
            </li>
          );
        })}
        <li className={css.question}>
          <div className={css.ring}>
            <span className={css.ringName}>Question</span>
            <span className={css.ringWords}>Talk first. {!room && <StageCap>Shift+Q</StageCap>}</span>
          </div>
          <div className={css.votes}>{stepper(QUESTION, 'Question')}</div>
        </li>
      </ul>
    </section>
  );
}
