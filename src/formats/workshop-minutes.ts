import { editionWords, IMPLIED_EDITION } from '../domain/editions.ts';
import { dateWords } from '../domain/words.ts';
import { trendName } from '../domain/workshop/acts.ts';
import { decisionWords } from '../domain/workshop/decision-words.ts';
import { isDecided, OUTCOME_WORDS, outcomeOf, workshopResult } from '../domain/workshop/outcome.ts';
import type { LogEntry, Outcome, Session, Standing } from '../domain/workshop/session.ts';
import { escapeMarkdown } from './checklist-markdown.ts';
import { durationWords, localTime } from './local-time.ts';
import {
  basisOf,
  formatFact,
  formatRounds,
  formatTeamEvidence,
  type MinutesOptions,
} from './workshop-lines.ts';

/** In the order of the summary. */
const OUTCOMES: readonly Outcome[] = ['in', 'out', 'new', 'retired', 'same', 'parked', 'open'];

/**
 * The minutes of a workshop as GitHub-flavoured Markdown: what was decided about each trend and why, what was parked
 * or left undecided, and all that happened. Texts of the workshop stay text, whatever they hold.
 */
export function formatWorkshopMinutes(session: Session, options: MinutesOptions): string {
  const standings = [...session.standings.values()];
  const result = workshopResult(session);
  const decided = standings.filter((standing) => isDecided(outcomeOf(session, standing)));
  const seconds = standings.reduce((sum, standing) => sum + standing.seconds, 0);
  const begun = localTime(session.started, options.offset);
  const edition = session.radar.editions.find(({ id }) => id === session.edition);
  const named = edition !== undefined && edition.id !== IMPLIED_EDITION.id;
  const lines = [
    `# ${escapeMarkdown(session.name) || 'Workshop'}`,
    '',
    ...(begun === null ? [] : [`- Date: ${dateWords(begun.date)}, from ${begun.time}`]),
    `- Room: ${session.room.length === 0 ? 'not recorded' : session.room.map(escapeMarkdown).join(', ')}`,
    `- Radar: ${escapeMarkdown(session.radar.title)}${named ? `, edition ${escapeMarkdown(editionWords(edition))}` : ''}`,
    `- Decided: ${decided.length} of ${standings.length} trends${seconds === 0 ? '' : `, in ${durationWords(seconds)}`}`,
    '',
    '## Summary',
    '',
    ...OUTCOMES.flatMap((outcome) => {
      const count = result[outcome].length;
      return count === 0 ? [] : [`- ${OUTCOME_WORDS[outcome]}: ${count}`];
    }),
    ...section(
      'Decisions',
      decided.flatMap((standing) => ['', ...formatDecision(session, standing)]),
    ),
    ...section('Parked', listOpen(session, result.parked)),
    ...section('Not discussed', listOpen(session, result.open)),
    '',
    '## Log',
    ...formatLog(session.log, options),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, ...lines];
}

function formatDecision(session: Session, standing: Standing): string[] {
  return [
    `### ${escapeMarkdown(trendName(session, standing.trend))}`,
    '',
    `- Decision: **${escapeMarkdown(decisionWords(session, standing))}**`,
    ...formatDetails(session, standing),
  ];
}

/** An item for each trend without a decision, with what was said about it all the same. */
function listOpen(session: Session, standings: readonly Standing[]): string[] {
  const items = standings.flatMap((standing) => [
    `- **${escapeMarkdown(trendName(session, standing.trend))}**: ${escapeMarkdown(decisionWords(session, standing))}`,
    ...formatDetails(session, standing).map((line) => `  ${line}`),
  ]);
  return items.length === 0 ? [] : ['', ...items];
}

function formatDetails(session: Session, standing: Standing): string[] {
  const { facts, team } = basisOf(session, standing);
  const others = standing.evidence.filter((evidence) => !team.includes(evidence));
  const line = (title: string, text: string) =>
    text.trim() === '' ? [] : [`- ${title}: ${escapeMarkdown(text)}`];
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`- ${title}:`, ...items.map((item) => `  - ${item}`)];
  return [
    ...formatRounds(session, standing),
    ...line('Reason', standing.reason),
    ...list('It rests on', [
      ...facts.map((fact) => formatFact(session.radar, fact)),
      ...team.map(formatTeamEvidence),
    ]),
    ...list('Also known', others.map(formatTeamEvidence)),
    ...line('Dissent', standing.dissent),
    ...line('Champion', standing.champion),
    ...standing.notes.flatMap(({ text }) => line('Note', text)),
    ...(standing.seconds === 0 ? [] : [`- Time: ${durationWords(standing.seconds)}`]),
  ];
}

/** All that happened, with a heading for each day. */
function formatLog(log: readonly LogEntry[], { offset }: MinutesOptions): string[] {
  let day = '';
  return log.flatMap(({ at, words }) => {
    const when = localTime(at, offset);
    const heading = when === null || when.date === day ? [] : ['', `### ${dateWords(when.date)}`, ''];
    day = when?.date ?? day;
    return [...heading, `- ${when?.time ?? '–'} ${escapeMarkdown(words)}`];
  });
}
