import { isDecided, outcomeOf } from './outcome.ts';
import type { Outcome, Session } from './session.ts';

/** How far a workshop has come. */
export interface Progress {
  /** Place of the trend on the stage in the queue, from 1; 0 where the queue is empty. */
  position: number;
  total: number;
  done: number;
  /** Not decided yet, parked ones included. */
  left: number;
  parked: number;
}

export function progressOf(session: Session): Progress {
  const outcomes = session.queue.map((trend) => outcomeIn(session, trend));
  const done = outcomes.filter(isDecided).length;
  return {
    position: session.at === null ? 0 : session.queue.indexOf(session.at) + 1,
    total: outcomes.length,
    done,
    left: outcomes.length - done,
    parked: outcomes.filter((outcome) => outcome === 'parked').length,
  };
}

/** What came of a trend of the queue so far. */
export function outcomeIn(session: Session, trend: string): Outcome {
  const standing = session.standings.get(trend);
  return standing === undefined ? 'open' : outcomeOf(session, standing);
}

/**
 * The trend that comes next: of the queue those that are not parked, then the parked ones in their order. From a parked
 * trend it goes on with what is still open behind it, so that parking never sends anybody to the end.
 *
 * @returns null at the end
 */
export function nextTrend(session: Session): string | null {
  const { queue, at } = session;
  if (at === null) return null;
  const behind = queue.slice(queue.indexOf(at) + 1);
  const isParked = (trend: string) => outcomeIn(session, trend) === 'parked';
  if (isParked(at)) {
    return behind.find((trend) => outcomeIn(session, trend) === 'open') ?? behind.find(isParked) ?? null;
  }
  return (
    behind.find((trend) => !isParked(trend)) ?? queue.find((trend) => trend !== at && isParked(trend)) ?? null
  );
}

/** The trend before in the queue, or null at its beginning. */
export function previousTrend(session: Session): string | null {
  const at = session.at === null ? -1 : session.queue.indexOf(session.at);
  return session.queue[at - 1] ?? null;
}

/** Seconds that the plan leaves for what is not decided, of which `spent` went to the trend on the stage. */
export function secondsLeft(session: Session, spent: number): number {
  const plan = session.minutes * 60;
  const others = session.queue.filter(
    (trend) => trend !== session.at && !isDecided(outcomeIn(session, trend)),
  ).length;
  return others * plan + Math.max(0, plan - spent);
}
