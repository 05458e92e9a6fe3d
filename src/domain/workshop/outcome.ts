import type { Outcome, Session, Standing } from './session.ts';

/** How a trend's decision stands to where it began. */
export function outcomeOf(session: Session, standing: Standing): Outcome {
  if (standing.retired) return 'retired';
  if (standing.to === null) return standing.parked ? 'parked' : 'open';
  if (standing.from === null) return 'new';
  const rank = (ring: string) => session.radar.rings.findIndex((entry) => entry.id === ring);
  const step = rank(standing.to) - rank(standing.from);
  return step === 0 ? 'same' : step < 0 ? 'in' : 'out';
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  in: 'Moved in',
  out: 'Moved out',
  new: 'New',
  retired: 'Retired',
  same: 'Unchanged',
  parked: 'Parked',
  open: 'Not discussed',
};

/** Whether something is decided about a trend. */
export function isDecided(outcome: Outcome): boolean {
  return outcome !== 'open' && outcome !== 'parked';
}

/** Trends of a workshop by what came of them, in the order of the queue. */
export type WorkshopResult = Readonly<Record<Outcome, readonly Standing[]>>;

/** What a workshop has changed against its start. */
export function workshopResult(session: Session): WorkshopResult {
  const result: Record<Outcome, Standing[]> = {
    in: [],
    out: [],
    new: [],
    retired: [],
    same: [],
    parked: [],
    open: [],
  };
  for (const standing of session.standings.values()) result[outcomeOf(session, standing)].push(standing);
  return result;
}
