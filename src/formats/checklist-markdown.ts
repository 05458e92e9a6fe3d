import { buildChecklist, type ChecklistEntry } from '../domain/assessing/adoption-checklist.ts';
import { editionWords, IMPLIED_EDITION } from '../domain/editions.ts';
import type { JudgedTrend } from '../domain/judge-trends.ts';
import type { FailureMode, Radar, Source } from '../domain/radar.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import { dateWords, publisherWords, SEVERITY_WORDS, STRENGTH_WORDS } from '../domain/words.ts';
import { flattenText, safeLink } from './plain-text.ts';

/**
 * The adoption checklist as GitHub-flavoured Markdown: for each trend why it stands where it stands, each failure mode
 * as a task, what is open, and the sources. Texts of the radar stay text, whatever they hold.
 *
 * @param options.date when it is written, YYYY-MM-DD
 */
export function formatChecklistMarkdown(
  radar: Radar,
  index: RadarIndex,
  edition: string,
  trends: readonly string[],
  options: { date: string },
): string {
  const { entries, absent } = buildChecklist(radar, index, edition, trends);
  const found = index.editions.find((entry) => entry.id === edition);
  const named = found !== undefined && found.id !== IMPLIED_EDITION.id;
  const lines = [
    '# Adoption checklist',
    '',
    `From “${escapeMarkdown(index.title)}”${named ? `, edition ${editionWords(found)}` : ''}, written on ${dateWords(options.date)}.`,
    ...(absent.length === 0
      ? []
      : ['', `Not on the radar in this edition: ${absent.map(escapeMarkdown).join(', ')}.`]),
    ...entries.flatMap((entry) => ['', ...formatEntry(entry)]),
  ];
  return `${lines.join('\n')}\n`;
}

function formatEntry({ judged, openQuestions, tradeoffQuestions }: ChecklistEntry): string[] {
  const { counts, reason } = judged;
  return [
    `## ${escapeMarkdown(judged.name)}`,
    '',
    `- Ring: **${escapeMarkdown(judged.ring)}**, ${judged.earned ? 'earned by its evidence' : 'not earned by its evidence'}`,
    `- Strength: **${STRENGTH_WORDS[judged.strength]}** (${counts.verified} verified, ${counts.derived} derived, ${counts.assumption} ${counts.assumption === 1 ? 'assumption' : 'assumptions'}; ${counts.supports} for, ${counts.limits} against)`,
    `- Reason: ${reason === null ? 'none recorded' : escapeMarkdown(reason)}`,
    ...section('Failure modes', judged.failureModes, (mode) => formatMode(mode, judged)),
    ...section('Open questions', openQuestions, ({ question, about }) => [
      `- ${escapeMarkdown(question)}`,
      ...(about === '' ? [] : [`  - About: ${escapeMarkdown(about)}`]),
    ]),
    ...section('Tradeoffs to settle', tradeoffQuestions, ({ question, tradeoff }) => [
      `- ${escapeMarkdown(question)}`,
      `  - Cost: ${escapeMarkdown(tradeoff.cost)}`,
      `  - The cost dominates when: ${escapeMarkdown(tradeoff.when)}`,
    ]),
    ...section('Sources', [...judged.sources.values()], (source) => [
      `- ${safeLink(source.url) === null ? 'Not linked: ' : ''}${formatSource(source)}`,
    ]),
  ];
}

function section<T>(title: string, items: readonly T[], format: (item: T) => string[]): string[] {
  return ['', `### ${title}`, '', ...(items.length === 0 ? ['None recorded.'] : items.flatMap(format))];
}

function formatMode(mode: FailureMode, judged: JudgedTrend): string[] {
  const source = mode.source === undefined ? undefined : judged.sources.get(mode.source);
  const severity = `${SEVERITY_WORDS[mode.severity].toLowerCase()}${mode.silent ? ', silent' : ''}`;
  return [
    `- [ ] **${escapeMarkdown(mode.name)}** (${severity})`,
    `  - Symptom: ${escapeMarkdown(mode.symptom)}`,
    `  - Cause: ${escapeMarkdown(mode.cause)}`,
    `  - Detection: ${escapeMarkdown(mode.detection)}`,
    `  - Mitigation: ${escapeMarkdown(mode.mitigation)}`,
    ...(source === undefined ? [] : [`  - Source: ${formatSource(source)}`]),
  ];
}

function formatSource(source: Source): string {
  const title = escapeMarkdown(source.title);
  const link = safeLink(source.url);
  const where = [publisherWords(source), String(source.year)].flatMap((words) => words ?? []);
  return [link === null ? title : `[${title}](${escapeLink(link)})`, ...where.map(escapeMarkdown)].join(', ');
}

/**
 * Text that Markdown shows as it is, on one line. It is safe anywhere but at the start of a line, where a list or a
 * heading could begin: every line here begins with words of its own.
 */
export function escapeMarkdown(text: string): string {
  return (
    flattenText(text)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]{}~|$#!^]/g, '\\$&')
      // Bare addresses become links by themselves: https://…, www.…, example.org.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, (dot, at: number, whole: string) =>
        /^\.\p{N}/u.test(whole.slice(at)) && /\p{N}$/u.test(whole.slice(0, at)) ? dot : '\\.',
      )
      // So do e-mail addresses, names of people and numbers of issues, which only a space of no width parts.
      .replace(/@(?=[\p{L}\p{N}])|#(?=\p{N})/gu, '$&\u200B')
      .replace(/\b(mailto|xmpp):/gi, '$1\\:')
  );
}

function escapeLink(link: string): string {
  return link
    .replace(/[()[\]<>"'`\\{}|^*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
}
