import { useEffect, useRef } from 'react';
import { QUESTION, type Session } from '../../domain/workshop/session.ts';
import css from './stage.module.css';
import { StageCap } from './stage-cap.tsx';

/**
 * The machine is handed round: each presses a key, nothing is shown. It takes all keys while it is there, so that a
 * slip neither places a blip nor shows a vote.
 */
export function VoteBallot(props: {
  session: Session;
  name: string;
  /** Ballots cast so far in this round. */
  cast: number;
  /** Whether single letters and digits vote. */
  singleKeys: boolean;
  vote: (vote: string) => void;
  close: () => void;
}) {
  const { session, name, cast, close } = props;
  const { rings } = session.radar;
  const room = session.room.length;
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  const vote = (answer: string) => {
    // the focus would tell the next one what was pressed
    region.current?.focus();
    props.vote(answer);
  };
  const heed = useRef<(event: KeyboardEvent) => void>(() => {});
  heed.current = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0);
    const ring = rings[digit - 1];
    if (event.key === 'Escape') close();
    else if (!props.singleKeys) return;
    else if (ring !== undefined) vote(ring.id);
    else if (event.key.toLowerCase() === 'q') vote(QUESTION);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    // before anything else hears of it, and wherever the focus is
    const listen = (event: KeyboardEvent) => heed.current(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
  const range = rings.length > 1 ? `1 to ${rings.length}` : '1';
  return (
    <section ref={region} className={css.ballot} tabIndex={-1} aria-label="Secret ballot">
      <h2>{name}</h2>
      <p className={css.turn} role="status">
        Vote {cast + 1}
        {room > 0 && cast < room ? ` of ${room}` : ''}: press {range}, or Q for a question. Nothing is shown.
      </p>
      <ul className={css.answers}>
        {rings.map((ring, at) => (
          <li key={ring.id}>
            <button type="button" onClick={() => vote(ring.id)}>
              <StageCap>{at + 1}</StageCap> <b>{ring.name}</b> <span>{ring.description}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => vote(QUESTION)}>
            <StageCap>Q</StageCap> <b>Question</b> <span>Talk first.</span>
          </button>
        </li>
      </ul>
      <button type="button" className={css.plain} onClick={close}>
        <StageCap>Esc</StageCap> End the ballot
      </button>
    </section>
  );
}
