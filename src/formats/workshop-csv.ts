import { ringName, trendName } from '../domain/workshop/acts.ts';
import { OUTCOME_WORDS, outcomeOf } from '../domain/workshop/outcome.ts';
import type { Session, Standing } from '../domain/workshop/session.ts';
import { formatCsv } from './table-text.ts';
import { basisOf, roundsOf } from './workshop-lines.ts';

/**
 * A workshop as a CSV file (RFC 4180), a row for each trend in the order of the queue; votes are those of the last round
 * in which any were cast and shown. A spreadsheet takes no cell for a formula.
 */
export function formatWorkshopCsv(session: Session): string {
  const { rings } = session.radar;
  const head = [
    ...['Position', 'Id', 'Trend', 'Quadrant', 'From', 'To', 'Outcome', 'Rounds'],
    ...rings.map(({ name }) => `Votes for ${name}`),
    ...['Questions', 'Median', 'Spread', 'Reason', 'Rests on', 'Dissent', 'Champion', 'Notes'],
    ...['Evidence of the team', 'Minutes'],
  ];
  const rows = session.queue.flatMap((trend, at) => {
    const standing = session.standings.get(trend);
    return standing === undefined ? [] : [[String(at + 1), ...formatRow(session, standing)]];
  });
  return formatCsv([head, ...rows]);
}

function formatRow(session: Session, standing: Standing): string[] {
  const { radar } = session;
  const outcome = outcomeOf(session, standing);
  const quadrant = [...radar.trends, ...session.proposals].find(({ id }) => id === standing.trend)?.quadrant;
  const rounds = roundsOf(session, standing);
  const votes = rounds.findLast(({ result }) => result !== null)?.result;
  const { facts, team } = basisOf(session, standing);
  const ring = (id: string | null) => (id === null ? '' : ringName(radar, id));
  return [
    standing.trend,
    trendName(session, standing.trend),
    radar.quadrants.find(({ id }) => id === quadrant)?.name ?? '',
    ring(standing.from),
    standing.retired ? '' : ring(standing.to),
    OUTCOME_WORDS[outcome],
    String(rounds.length),
    ...radar.rings.map(({ id }) =>
      votes == null ? '' : String(votes.counts.find((entry) => entry.ring.id === id)?.count ?? 0),
    ),
    votes == null ? '' : String(votes.questions),
    votes?.median?.name ?? '',
    votes?.median == null ? '' : String(votes.spread),
    standing.reason,
    [...facts, ...team].map(({ claim }) => claim).join(' | '),
    standing.dissent,
    standing.champion,
    standing.notes.map(({ text }) => text).join(' | '),
    standing.evidence
      .map(({ claim, stance, url }) => `${claim} (${stance}${url === null ? '' : `, ${url}`})`)
      .join(' | '),
    standing.seconds === 0 ? '' : (standing.seconds / 60).toFixed(1),
  ];
}
