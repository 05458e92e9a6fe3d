import { useEffect, useRef, useState } from 'react';
import type { Act, Session, Standing } from '../../domain/workshop/session.ts';
import { secondsLeft } from '../../domain/workshop/workshop-order.ts';
import css from './stage.module.css';
import { clockWords, spanWords } from './stage-words.ts';

const TICK = 1000;
/** Seconds after which the time spent is written down, at the latest. */
const WRITE_EVERY = 10;
/** A longer gap between two ticks, in seconds, means that the machine slept: nobody talked. */
const ASLEEP = 60;

/**
 * Time spoken about the trend on the stage, and what the plan leaves. It never interrupts: past the plan its words and
 * its mark change. Seconds are counted per trend and window, and written down now and then and on leaving the trend.
 */
export function StageTimer(props: {
  session: Session;
  standing: Standing;
  /** Whether this window counts; another one only shows. */
  counts: boolean;
  act: (act: Act) => void;
  now: () => number;
  windowId: string;
}) {
  const { session, standing, counts, now, windowId } = props;
  const { trend } = standing;
  const act = useRef(props.act);
  act.current = props.act;
  /** Of this window, by trend: counted in all, and what of it is written. */
  const own = useRef(new Map<string, { counted: number; written: number }>());
  const [, redraw] = useState(0);

  useEffect(() => {
    if (!counts) return;
    const entry = own.current.get(trend) ?? { counted: 0, written: 0 };
    own.current.set(trend, entry);
    let last = now();
    const write = () => {
      const seconds = Math.floor(entry.counted);
      if (seconds === entry.written) return;
      entry.written = seconds;
      act.current({ kind: 'spend', trend, window: windowId, seconds });
    };
    const count = () => {
      const [gap, at] = [(now() - last) / 1000, now()];
      last = at;
      if (gap > 0 && gap < ASLEEP) entry.counted += gap;
    };
    const timer = setInterval(() => {
      count();
      if (entry.counted - entry.written >= WRITE_EVERY) write();
      redraw((tick) => tick + 1);
    }, TICK);
    return () => {
      clearInterval(timer);
      count();
      write();
    };
  }, [trend, counts, now, windowId]);

  const entry = own.current.get(trend);
  const spent = standing.seconds + (entry === undefined ? 0 : entry.counted - entry.written);
  const plan = session.minutes * 60;
  const over = plan > 0 && spent > plan;
  return (
    <p className={css.timer} role="timer" data-over={over || undefined}>
      {over ? (
        <>
          <span aria-hidden="true">▲ </span>
          {clockWords(spent - plan)} over
        </>
      ) : (
        <>
          {clockWords(spent)}
          {plan > 0 && ` of ${clockWords(plan)}`}
        </>
      )}
      {plan > 0 && <span className={css.meta}> · {spanWords(secondsLeft(session, spent))} left by plan</span>}
    </p>
  );
}
