import type { JudgedTrend } from '../../domain/judge-trends.ts';
import type { Fit, Radar } from '../../domain/radar.ts';
import {
  dateWords,
  KIND_WORDS,
  MEASURER_WORDS,
  MOVEMENT_WORDS,
  RELATION_WORDS,
  SEVERITY_WORDS,
  STRENGTH_WORDS,
} from '../../domain/words.ts';
import { escapeMarkdown } from '../checklist-markdown.ts';
import { flattenText, safeLink } from '../plain-text.ts';
import { movementIn, type PlacedTrend } from './placed-trends.ts';
import { nestMarkdown, plainParagraph } from './trend-markdown.ts';

/** A trend as a chapter of the report, under a heading of the third level: everything that it holds. */
export function formatTrendReport(
  radar: Radar,
  { trend, moved }: PlacedTrend,
  judged: JudgedTrend,
): string[] {
  const e = escapeMarkdown;
  const cite = (id: string | undefined) => {
    const source = id === undefined ? undefined : judged.sources.get(id);
    return source === undefined ? [] : [formatLink(source.title, source.url)];
  };
  const basis = (item: Basis) =>
    aside([
      ...(item.facts ?? []).map((id) => `fact ${judged.factNumbers.get(id) ?? e(id)}`),
      ...cite(item.source),
      item.grade,
      item.note && e(item.note),
    ]);
  const condition = ({ condition: id, why }: Fit) =>
    `- ${e(radar.conditions?.find((entry) => entry.id === id)?.label ?? id)}: ${e(why)}`;
  const { counts } = judged;
  return [
    `### ${e(trend.name)}`,
    ...(trend.subtitle === undefined ? [] : ['', `*${e(trend.subtitle)}*`]),
    '',
    `- Ring: **${e(judged.ring)}**${moved === null ? '' : `, ${MOVEMENT_WORDS[moved].toLowerCase()}`}`,
    `- Evidence: ${STRENGTH_WORDS[judged.strength].toLowerCase()}${counts.facts === 0 ? '' : ` (${counts.verified} verified, ${counts.derived} derived, ${counts.assumption} assumed; ${counts.supports} for, ${counts.limits} against)`}`,
    ...labelled('Also called', trend.aliases),
    ...labelled('Tags', trend.tags),
    ...(trend.summary === undefined ? [] : ['', plainParagraph(trend.summary)]),
    ...(trend.description === undefined ? [] : ['', nestMarkdown(trend.description, DEEPER)]),
    ...part('Where it stood', historyOf(radar, trend.placements), (placement) => {
      const then = movementIn(radar, trend, placement);
      return `- ${[e(placement.edition), e(nameIn(radar.rings, placement.ring)), then === null ? '' : MOVEMENT_WORDS[then].toLowerCase()].filter(Boolean).join(', ')}${placement.reason === undefined ? '' : `: ${e(placement.reason)}`}${aside((placement.facts ?? []).map((id) => `fact ${judged.factNumbers.get(id) ?? e(id)}`))}`;
    }),
    ...part('Facts', trend.facts ?? [], (fact, at) => {
      const about = [
        fact.stance === 'limits' ? 'against' : 'for',
        KIND_WORDS[fact.kind].toLowerCase(),
        dateWords(fact.date),
        fact.grade,
        fact.measuredBy && MEASURER_WORDS[fact.measuredBy],
        ...cite(fact.source),
        fact.note && e(fact.note),
      ];
      return `${at + 1}. ${e(fact.claim)}${aside(about)}`;
    }),
    ...part(
      'Tradeoffs',
      trend.tradeoffs ?? [],
      (tradeoff) =>
        `- Gain: ${e(tradeoff.gain)} Cost: ${e(tradeoff.cost)} The cost dominates when: ${e(tradeoff.when)}${basis(tradeoff)}`,
    ),
    ...part('Failure modes', judged.failureModes, (mode) =>
      [
        `- **${e(mode.name)}** (${SEVERITY_WORDS[mode.severity].toLowerCase()}${mode.silent ? ', silent' : ''})`,
        `  - Symptom: ${e(mode.symptom)}`,
        `  - Cause: ${e(mode.cause)}`,
        `  - Detection: ${e(mode.detection)}`,
        `  - Mitigation: ${e(mode.mitigation)}${basis(mode)}`,
      ].join('\n'),
    ),
    ...part('Fits', trend.fits ?? [], condition),
    ...part('Avoid when', trend.avoidWhen ?? [], condition),
    ...part(
      'Tools',
      trend.tooling ?? [],
      ({ name, url, note }) => `- ${formatLink(name, url)}${note === undefined ? '' : `: ${e(note)}`}`,
    ),
    ...part(
      'Related',
      trend.related ?? [],
      ({ trend: other, relation }) => `- ${RELATION_WORDS[relation].own}: ${e(nameIn(radar.trends, other))}`,
    ),
    ...part(
      'Milestones',
      judged.milestones,
      ({ date, event, source, grade, note }) =>
        `- ${dateWords(date)}: ${e(event)}${aside([...cite(source), grade, note && e(note)])}`,
    ),
    ...part(
      'Mentioned in',
      trend.articles ?? [],
      ({ article, says }) =>
        `- ${e(radar.articles?.find(({ id }) => id === article)?.title ?? article)}: ${e(says)}`,
    ),
    ...part('Links', trend.links ?? [], ({ title, url }) => `- ${formatLink(title ?? url, url)}`),
  ];
}

/** A link in Markdown, or its title alone where the address is none of the web. */
export function formatLink(title: string, url: string): string {
  const link = safeLink(url);
  if (link === null) return escapeMarkdown(title);
  const address = link.replace(
    /[()<>\\`*_[\]|]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${escapeMarkdown(title)}](${address.replace(/&(?=#?\w+;)/g, '&amp;')})`;
}

interface Basis {
  facts?: string[] | undefined;
  source?: string | undefined;
  grade?: string | undefined;
  note?: string | undefined;
}

/** Headings of a description stand below the one of its trend. */
const DEEPER = 3;

function labelled(label: string, words: readonly string[] | undefined): string[] {
  return words === undefined ? [] : [`- ${label}: ${words.map(escapeMarkdown).join(', ')}`];
}

function part<T>(title: string, items: readonly T[], format: (item: T, at: number) => string): string[] {
  return items.length === 0 ? [] : ['', `#### ${title}`, '', ...items.map(format)];
}

function aside(words: readonly (string | undefined)[]): string {
  const known = words.filter((word) => word !== undefined && word !== '');
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

/** Where a trend stood, the newest first; nothing where its one place says no more than its ring. */
function historyOf(radar: Radar, placements: PlacedTrend['trend']['placements']) {
  const dateOf = (id: string) => radar.editions.find((edition) => edition.id === id)?.date ?? '';
  if (placements.length === 1 && placements[0]?.reason === undefined) return [];
  return [...placements].sort((a, b) => (dateOf(a.edition) > dateOf(b.edition) ? -1 : 1));
}

function nameIn(entries: readonly { id: string; name: string }[], id: string): string {
  return flattenText(entries.find((entry) => entry.id === id)?.name ?? id);
}
