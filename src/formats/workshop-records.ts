import { strToU8, zipSync } from 'fflate';
import { idFrom } from '../domain/make-id.ts';
import { countEvidence, strengthOf } from '../domain/strength.ts';
import { dateWords, STRENGTH_WORDS } from '../domain/words.ts';
import { ringName } from '../domain/workshop/acts.ts';
import { decisionTitle, decisionWords } from '../domain/workshop/decision-words.ts';
import { outcomeOf } from '../domain/workshop/outcome.ts';
import type { Outcome, Session, Standing } from '../domain/workshop/session.ts';
import { escapeMarkdown } from './checklist-markdown.ts';
import { localTime } from './local-time.ts';
import {
  basisOf,
  factsOf,
  formatFact,
  formatRounds,
  formatTeamEvidence,
  type MinutesOptions,
} from './workshop-lines.ts';

/** The first day that an archive can bear, by the clock of the machine: nothing of the day of writing is in the file. */
const DAY = new Date(1980, 0, 1);

/** Decisions that change the radar; each has a record of its own. */
const RECORDED: ReadonlySet<Outcome> = new Set(['in', 'out', 'new', 'retired']);

/**
 * A record of each decision that changes the radar, as Markdown.
 *
 * @returns text by path, such as `decisions/2026-11-21-quantization.md`, in the order of the queue
 */
export function formatDecisionRecords(session: Session, options: MinutesOptions): Map<string, string> {
  const date = localTime(session.started, options.offset)?.date ?? '';
  const taken = new Set<string>();
  const moved = [...session.standings.values()].filter((standing) =>
    RECORDED.has(outcomeOf(session, standing)),
  );
  return new Map(
    moved.map((standing): [string, string] => {
      // Ids of proposals come from files that nobody checked: none may lead out of the folder.
      const id = idFrom(standing.trend, taken);
      taken.add(id);
      const name = [...(date === '' ? [] : [date]), id].join('-');
      return [`decisions/${name}.md`, formatRecord(session, standing, date)];
    }),
  );
}

/** The records as an archive. The same workshop always gives the same file. */
export function zipDecisionRecords(session: Session, options: MinutesOptions): Uint8Array {
  const files = [...formatDecisionRecords(session, options)].map(([path, text]) => [path, strToU8(text)]);
  return zipSync(Object.fromEntries(files), { mtime: DAY, level: 6 });
}

function formatRecord(session: Session, standing: Standing, date: string): string {
  const e = escapeMarkdown;
  const { radar } = session;
  const trend = radar.trends.find(({ id }) => id === standing.trend);
  const summary = trend?.summary ?? session.proposals.find(({ id }) => id === standing.trend)?.summary ?? '';
  const old = trend?.placements.find(({ edition }) => edition === session.edition);
  const ring = radar.rings.find(({ id }) => id === standing.to && !standing.retired);
  const { facts, team } = basisOf(session, standing);
  const evidence = (stance: 'supports' | 'limits') => [
    ...factsOf(radar, standing.trend)
      .filter((fact) => fact.stance === stance)
      .map((fact) => `- ${formatFact(radar, fact)}`),
    ...standing.evidence
      .filter((entry) => entry.stance === stance)
      .map((entry) => `- ${formatTeamEvidence(entry)}`),
  ];
  const sources = new Map(radar.sources.map((source) => [source.id, source]));
  const strength = strengthOf(countEvidence(trend?.facts ?? [], sources, radar.organisations));
  const lines = [
    `# ${e(decisionTitle(session, standing))}`,
    '',
    ...(date === '' ? [] : [`- Date: ${dateWords(date)}`]),
    `- Decided in: ${e(session.name)}`,
    `- By: ${session.room.length === 0 ? 'not recorded' : session.room.map(e).join(', ')}`,
    `- Champion: ${e(standing.champion) || 'none named'}`,
    ...section('Context', [
      ...(summary === '' ? [] : [`About it: ${e(summary)}`, '']),
      standing.from === null
        ? `It was proposed in the workshop and had no place on “${e(radar.title)}” before.`
        : `It stood in ${e(ringName(radar, standing.from))} on “${e(radar.title)}”${old?.reason === undefined ? '' : `: ${e(old.reason)}`}`,
      '',
      `The radar records for it: ${STRENGTH_WORDS[strength].toLowerCase()}.`,
    ]),
    ...section('Decision', [
      `**${e(decisionWords(session, standing))}.**`,
      ...(ring?.description === undefined ? [] : ['', `${e(ring.name)} means: ${e(ring.description)}`]),
    ]),
    ...section('Reasons', [
      standing.reason.trim() === '' ? 'None recorded.' : `Because: ${e(standing.reason)}`,
      ...(facts.length + team.length === 0 ? [] : ['', 'This rests on:', '']),
      ...facts.map((fact) => `- ${formatFact(radar, fact)}`),
      ...team.map((entry) => `- ${formatTeamEvidence(entry)}`),
    ]),
    ...section('Evidence for', evidence('supports')),
    ...section('Evidence against', evidence('limits')),
    ...section('Consequences', [
      ...(trend?.tradeoffs ?? []).flatMap(({ gain, cost, when }) => [
        `- Tradeoff: **${e(gain)}**`,
        `  - Cost: ${e(cost)}`,
        `  - The cost dominates when: ${e(when)}`,
      ]),
      ...(trend?.failureModes ?? []).flatMap((mode) => [
        `- Failure mode${mode.silent ? ', silent' : ''}: **${e(mode.name)}**`,
        `  - Symptom: ${e(mode.symptom)}`,
        `  - Detection: ${e(mode.detection)}`,
        `  - Mitigation: ${e(mode.mitigation)}`,
      ]),
    ]),
    ...section('Votes', formatRounds(session, standing)),
    ...section('Dissent', standing.dissent.trim() === '' ? [] : [`Recorded: ${e(standing.dissent)}`]),
    ...section(
      'Notes',
      standing.notes.map(({ text }) => `- Note: ${e(text)}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', `## ${title}`, '', ...(lines.length === 0 ? ['None recorded.'] : lines)];
}
