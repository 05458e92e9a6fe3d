import { checkEditing } from '../check-editing.ts';
import { cleanLine } from '../clean-text.ts';
import { IMPLIED_EDITION, latestEdition } from '../editions.ts';
import type { Edition, Radar } from '../radar.ts';
import { isHttpLink } from '../schema.ts';
import { trendName } from './acts.ts';
import { isDecided, outcomeOf } from './outcome.ts';
import type { Session, Standing, TeamEvidence } from './session.ts';

/** How many trends a note names. */
const MOST_NAMES = 6;

/** Whether evidence of the team can be a fact: it says something, and where that can be read. */
export function canBeFact({ claim, url }: TeamEvidence): boolean {
  return cleanLine(claim) !== '' && url !== null && isHttpLink(url.trim());
}

/**
 * What a radar cannot hold of a workshop, or holds otherwise than it was said, and what its own editing rules ask for
 * before the edition is committed. One sentence or two each; none where all is in.
 *
 * @param published the radar with the new edition
 */
export function describePublished(
  session: Session,
  edition: Pick<Edition, 'id' | 'date'>,
  published: Radar,
): string[] {
  const { radar } = session;
  const all = [...session.standings.values()];
  const decided = all.filter((standing) => isDecided(outcomeOf(session, standing)));
  const names = (standings: readonly Standing[]) =>
    listNames(standings.map(({ trend }) => trendName(session, trend)));
  const note = (standings: readonly Standing[], words: (names: string, many: boolean) => string) =>
    standings.length === 0 ? [] : [words(names(standings), standings.length > 1)];

  const inNew = new Set(
    published.trends.flatMap((trend) =>
      trend.placements.some((place) => place.edition === edition.id) ? [trend.id] : [],
    ),
  );
  const kept = published.trends.filter(({ id }) => {
    const standing = session.standings.get(id);
    return inNew.has(id) && (standing === undefined || !isDecided(outcomeOf(session, standing)));
  });
  const late = decided.filter((standing) => {
    const isTrend = ({ id }: { id: string }) => id === standing.trend;
    const place = published.trends.find(isTrend)?.placements.find((entry) => entry.edition === edition.id);
    const facts = [...(radar.trends.find(isTrend)?.facts ?? []), ...standing.evidence.filter(canBeFact)];
    const wanted = facts.filter(({ id }) => standing.basis.includes(id));
    return place !== undefined && (place.facts ?? []).length < wanted.length;
  });
  const unlinked = all.flatMap((standing) =>
    standing.evidence
      .filter((evidence) => !canBeFact(evidence))
      .map(({ claim }) => `“${claim.trim()}” (${trendName(session, standing.trend)})`),
  );
  const latest = latestEdition(radar.editions);
  return [
    ...(latest.id === session.edition
      ? []
      : [
          `The workshop began with edition ${session.edition}, not with the latest one: what ${latest.id} changed is not in the new edition.`,
        ]),
    ...(session.edition === IMPLIED_EDITION.id && latest.date === IMPLIED_EDITION.date
      ? [
          `The radar had named no edition: what it showed is now edition “${IMPLIED_EDITION.id}”, dated ${IMPLIED_EDITION.date}. Give it the date that it was made.`,
        ]
      : []),
    ...(kept.length === 0
      ? []
      : [
          kept.length === 1
            ? `1 trend without a decision keeps its ring; why it stands there is said in edition ${session.edition}.`
            : `${kept.length} trends without a decision keep their rings; why they stand there is said in edition ${session.edition}.`,
        ]),
    ...note(
      decided.filter((standing) => radar.strict !== true && !standing.retired && !standing.reason.trim()),
      (list) => `Decided without a reason: ${list}.`,
    ),
    ...note(
      decided.filter((standing) => standing.retired && standing.reason.trim() !== ''),
      (list) =>
        `Why these left stands in the minutes only, as an edition holds no word on what is not in it: ${list}.`,
    ),
    ...note(
      all.filter(({ trend, from, retired }) => from === null && !retired && !inNew.has(trend)),
      (list) => `Proposed without a ring, and so not on the radar: ${list}.`,
    ),
    ...note(
      late,
      (list) =>
        `A reason rests on facts that are later than ${edition.date}; the placement does not cite them: ${list}.`,
    ),
    ...(unlinked.length === 0
      ? []
      : [
          `Evidence of the team without a web address stands in the minutes only, as a fact needs a source: ${listNames(unlinked)}.`,
        ]),
    ...note(
      all.filter((standing) => standing.dissent.trim() !== ''),
      (list) => `Dissent stands in the minutes only: ${list}.`,
    ),
    ...note(
      all.filter((standing) => standing.champion.trim() !== ''),
      (list, many) => `Who ${many ? 'champion them' : 'champions it'} stands in the minutes only: ${list}.`,
    ),
    ...(all.some(({ notes, rounds }) => notes.length > 0 || rounds.some(({ votes }) => hasVotes(votes)))
      ? ['Votes and notes stand in the minutes only.']
      : []),
    ...describeEditing(radar, published),
  ];
}

function hasVotes(votes: Readonly<Record<string, number>>): boolean {
  return Object.values(votes).some((count) => count > 0);
}

/** What the editing rules of a strict radar find in the new edition and had not found before; a note for each set of trends. */
function describeEditing(before: Radar, after: Radar): string[] {
  const known = new Map<string, number>();
  for (const { trend, message } of editingIssues(before)) {
    const key = `${trend}: ${message}`;
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  const trendsOf = new Map<string, Set<string>>();
  for (const { trend, message } of editingIssues(after)) {
    const key = `${trend}: ${message}`;
    const old = known.get(key) ?? 0;
    known.set(key, old - 1);
    if (old <= 0) trendsOf.set(message, (trendsOf.get(message) ?? new Set()).add(trend));
  }
  const messagesOf = new Map<string, string[]>();
  for (const [message, trends] of trendsOf) {
    const names = listNames([...trends]);
    messagesOf.set(names, [...(messagesOf.get(names) ?? []), message]);
  }
  return [...messagesOf].map(
    ([names, messages]) =>
      `The editing rules of this radar are not met yet, so edit it before it is committed. ${names}: ${messages.join('; ')}.`,
  );
}

function editingIssues(radar: Radar): { trend: string; message: string }[] {
  return checkEditing(radar).map(({ path, message }) => ({
    trend: radar.trends[Number(path[1])]?.name ?? '',
    message,
  }));
}

function listNames(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest <= 1 ? names.join(', ') : `${names.slice(0, MOST_NAMES).join(', ')} and ${rest} more`;
}
