import { ringName, trendName } from './acts.ts';
import { outcomeOf } from './outcome.ts';
import type { Session, Standing } from './session.ts';

/** What was decided about a trend, without a full stop: "Moved in from Trial to Adopt". */
export function decisionWords(session: Session, standing: Standing): string {
  const ring = (id: string | null) => ringName(session.radar, id);
  const { from, to } = standing;
  switch (outcomeOf(session, standing)) {
    case 'in':
      return `Moved in from ${ring(from)} to ${ring(to)}`;
    case 'out':
      return `Moved out from ${ring(from)} to ${ring(to)}`;
    case 'same':
      return `Stays in ${ring(to)}`;
    case 'new':
      return `New, in ${ring(to)}`;
    case 'retired':
      return from === null ? 'Proposed, and not taken up' : `Retired from ${ring(from)}`;
    case 'parked':
      return from === null ? 'Parked' : `Parked; stays in ${ring(from)}`;
    case 'open':
      return from === null ? 'Proposed, without a ring' : `Not decided; stays in ${ring(from)}`;
  }
}

/** A decision as one sentence that names its trend, without a full stop: "Move Mixture of experts from Trial to Adopt". */
export function decisionTitle(session: Session, standing: Standing): string {
  const ring = (id: string | null) => ringName(session.radar, id);
  const name = trendName(session, standing.trend);
  switch (outcomeOf(session, standing)) {
    case 'in':
    case 'out':
      return `Move ${name} from ${ring(standing.from)} to ${ring(standing.to)}`;
    case 'new':
      return `Take up ${name} in ${ring(standing.to)}`;
    case 'retired':
      return standing.from === null ? `Do not take up ${name}` : `Retire ${name} from ${ring(standing.from)}`;
    default:
      return `Keep ${name} in ${ring(standing.to ?? standing.from)}`;
  }
}
