import { buildChecklist, type ChecklistEntry } from '../domain/assessing/adoption-checklist.ts';
import { editionWords, IMPLIED_EDITION } from '../domain/editions.ts';
import type { Radar, Source } from '../domain/radar.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import { dateWords, publisherWords, STRENGTH_WORDS } from '../domain/words.ts';
import { flattenText, safeLink } from './plain-text.ts';

/** What issue trackers import: one row an issue. */
const COLUMNS = ['Title', 'Description', 'Labels', 'Priority'] as const;

/** Trackers take titles of 255 characters; what does not fit stands in the description. */
const LONGEST_TITLE = 240;

const PRIORITIES = { high: 'High', medium: 'Medium', low: 'Low' } as const;

type Row = Record<(typeof COLUMNS)[number], string>;

/**
 * The adoption checklist as CSV (RFC 4180) for issue trackers and spreadsheets: for each trend the decision with its
 * sources, each failure mode with its severity as priority, and each open question. It begins with a byte order mark,
 * so that Excel reads it as UTF-8; a text that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @param options.date when it is written, YYYY-MM-DD
 */
export function formatChecklistCsv(
  radar: Radar,
  index: RadarIndex,
  edition: string,
  trends: readonly string[],
  options: { date: string },
): string {
  const found = index.editions.find((entry) => entry.id === edition);
  const named = found !== undefined && found.id !== IMPLIED_EDITION.id;
  const origin = `From “${flattenText(index.title)}”${named ? `, edition ${editionWords(found)}` : ''}, written on ${dateWords(options.date)}.`;
  const { entries } = buildChecklist(radar, index, edition, trends);
  const rows = entries.flatMap((entry) => listIssues(entry, origin));
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))];
  return `\uFEFF${lines.map((line) => line.map(formatCell).join(',')).join('\r\n')}\r\n`;
}

function listIssues({ judged, openQuestions, tradeoffQuestions }: ChecklistEntry, origin: string): Row[] {
  const issue = (title: string, lines: readonly string[], label: string, priority = ''): Row => ({
    Title: shorten(`${flattenText(judged.name)}: ${flattenText(title)}`),
    Description: lines.join('\n'),
    Labels: `trend-radar,${judged.id},${label}`,
    Priority: priority,
  });
  const sources = [...judged.sources.values()];
  return [
    issue(
      `decide (${judged.ring})`,
      [
        line('Ring', `${judged.ring}, ${judged.earned ? 'earned' : 'not earned'}`),
        line('Strength', STRENGTH_WORDS[judged.strength]),
        line('Reason', judged.reason ?? 'none recorded'),
        ...sources.map((source) => line('Source', sourceWords(source))),
        origin,
      ],
      'decision',
    ),
    ...judged.failureModes.map((mode) => {
      const source = mode.source === undefined ? undefined : judged.sources.get(mode.source);
      return issue(
        mode.name,
        [
          line('Failure mode', mode.name),
          line('Symptom', mode.symptom),
          line('Cause', mode.cause),
          line('Detection', mode.detection),
          line('Mitigation', mode.mitigation),
          ...(source === undefined ? [] : [line('Source', sourceWords(source))]),
        ],
        mode.silent ? 'failure-mode,silent' : 'failure-mode',
        PRIORITIES[mode.severity],
      );
    }),
    ...openQuestions.map(({ question, about }) =>
      issue(
        question,
        [line('Question', question), ...(about === '' ? [] : [line('About', about)])],
        'open-question',
      ),
    ),
    ...tradeoffQuestions.map(({ question, tradeoff }) =>
      issue(
        question,
        [
          line('Question', question),
          line('Cost', tradeoff.cost),
          line('The cost dominates when', tradeoff.when),
        ],
        'tradeoff',
      ),
    ),
  ];
}

/** Every line of a description begins with words of its own, so that no line of it can begin a formula. */
function line(title: string, text: string): string {
  return `${title}: ${flattenText(text)}`;
}

function sourceWords(source: Source): string {
  return [source.title, publisherWords(source), String(source.year), safeLink(source.url)]
    .flatMap((words) => words ?? [])
    .join(', ');
}

function shorten(title: string): string {
  const letters = Array.from(title);
  return letters.length <= LONGEST_TITLE ? title : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}

/** Every cell is quoted, whatever it holds, and none begins as a formula does. */
function formatCell(text: string): string {
  const tame = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${tame.replace(/"/g, '""')}"`;
}
