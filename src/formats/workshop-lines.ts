import type { Fact, Radar } from '../domain/radar.ts';
import { GRADE_WORDS } from '../domain/strength.ts';
import { dateWords, publisherWords } from '../domain/words.ts';
import type { Session, Standing, TeamEvidence } from '../domain/workshop/session.ts';
import { type VoteResult, voteResult, voteWords } from '../domain/workshop/vote-result.ts';
import { escapeMarkdown } from './checklist-markdown.ts';
import { formatLink } from './export/report-trend.ts';

/** What minutes and decision records are written with. */
export interface MinutesOptions {
  /** Minutes that the clocks of the place are ahead of UTC. */
  offset: number;
}

const STANCE_WORDS = { supports: 'supports', limits: 'limits' } as const;

/** A round in which votes were cast, by its number from 1. */
export interface RoundWords {
  number: number;
  /** Null where it is not to be told. */
  result: VoteResult | null;
  /** Such as "Adopt 4, Trial 2; median Adopt, at most 1 ring apart". */
  words: string;
}

/**
 * The rounds in which votes were cast. Of votes that are hidden until they are revealed, and never were, it tells only
 * how many: that was promised to those who voted.
 */
export function roundsOf({ radar, hidden }: Session, standing: Standing): RoundWords[] {
  return standing.rounds.flatMap((round, at): RoundWords[] => {
    const result = voteResult(round, radar.rings);
    const number = at + 1;
    if (result.total === 0) return [];
    if (hidden && !round.revealed) return [{ number, result: null, words: `${result.total}, not revealed` }];
    return [{ number, result, words: voteWords(result) }];
  });
}

/** The votes as Markdown list items, one for each round; none where nobody voted. */
export function formatRounds(session: Session, standing: Standing): string[] {
  const rounds = roundsOf(session, standing);
  return rounds.map(
    ({ number, words }) =>
      `- ${rounds.length === 1 && number === 1 ? 'Votes' : `Votes, round ${number}`}: ${escapeMarkdown(words)}`,
  );
}

/** What a reason rests on: facts of the radar and evidence of the team, in the order in which they are recorded. */
export function basisOf(session: Session, standing: Standing): { facts: Fact[]; team: TeamEvidence[] } {
  const basis = new Set(standing.basis);
  return {
    facts: factsOf(session.radar, standing.trend).filter(({ id }) => basis.has(id)),
    team: standing.evidence.filter(({ id }) => basis.has(id)),
  };
}

/** The facts of a trend; none of one that the radar has not. */
export function factsOf(radar: Radar, trend: string): Fact[] {
  return radar.trends.find(({ id }) => id === trend)?.facts ?? [];
}

/** A fact with its source on one line of Markdown, without a bullet. */
export function formatFact(radar: Radar, fact: Fact): string {
  const source = radar.sources.find(({ id }) => id === fact.source);
  const about = [
    STANCE_WORDS[fact.stance],
    GRADE_WORDS[fact.grade].label.toLowerCase(),
    dateWords(fact.date),
    ...(source === undefined ? [] : [formatLink(publisherWords(source) ?? source.title, source.url)]),
  ];
  return `Fact: ${escapeMarkdown(fact.claim)} (${about.join(', ')})`;
}

/** Evidence that the team itself gave, on one line of Markdown, without a bullet. */
export function formatTeamEvidence({ claim, stance, url }: TeamEvidence): string {
  const link = url === null ? '' : `, ${formatLink('page', url)}`;
  return `The team: ${escapeMarkdown(claim)} (${STANCE_WORDS[stance]}${link})`;
}
