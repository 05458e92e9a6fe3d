import { editionWords, IMPLIED_EDITION } from '../../domain/editions.ts';
import { judgeTrends } from '../../domain/judge-trends.ts';
import type { Radar, Source } from '../../domain/radar.ts';
import { buildIndex } from '../../domain/radar-index.ts';
import { dateWords, publisherWords } from '../../domain/words.ts';
import { escapeMarkdown } from '../checklist-markdown.ts';
import { describeLosses } from './describe-losses.ts';
import type { Exporter } from './exporter.ts';
import { type PlacedTrend, placedTrends } from './placed-trends.ts';
import { formatLink, formatTrendReport } from './report-trend.ts';
import { plainParagraph } from './trend-markdown.ts';

const KEPT = [
  ...([
    'facts',
    'tradeoffs',
    'failureModes',
    'milestones',
    'reasons',
    'subtitles',
    'aliases',
    'texts',
  ] as const),
  ...(['tags', 'links', 'first link', 'further links', 'fits', 'tooling', 'related', 'mentions'] as const),
  ...(['sources', 'description', 'quadrant descriptions', 'ring descriptions'] as const),
  ...(['conditions', 'articles'] as const),
];

/** A text to read: the radar of an edition with everything that each trend holds, as GitHub-flavoured Markdown. */
export const markdownReport: Exporter = {
  id: 'markdown',
  label: 'Report, Markdown',
  purpose: 'To read, print or put into a wiki, with all evidence and its sources.',
  ending: '.md',
  losses: (radar, edition) => [
    'A report is for reading: it cannot be opened as a radar again.',
    ...describeLosses(radar, edition, KEPT, 'all'),
  ],
  faults: () => [],
  format: formatReport,
};

function formatReport(radar: Radar, edition: string): string {
  const e = escapeMarkdown;
  const placed = placedTrends(radar, edition);
  const ids = placed.map(({ trend }) => trend.id);
  const judged = new Map(
    judgeTrends(radar, buildIndex(radar), edition, ids).trends.map((entry) => [entry.id, entry]),
  );
  const shown = radar.editions.find(({ id }) => id === edition);
  const named = shown !== undefined && shown.id !== IMPLIED_EDITION.id;
  const cited = new Map([...judged.values()].flatMap(({ sources }) => [...sources]));
  const chapters = (quadrant: string) =>
    radar.rings
      .flatMap((ring) => inCell(placed, quadrant, ring.id))
      .flatMap((entry) => {
        const found = judged.get(entry.trend.id);
        return found === undefined ? [] : ['', ...formatTrendReport(radar, entry, found)];
      });
  const lines = [
    `# ${e(radar.title)}`,
    ...described(radar.description),
    '',
    `${placed.length} ${placed.length === 1 ? 'trend' : 'trends'}${named ? `, edition ${e(editionWords(shown))} of ${dateWords(shown.date)}` : ''}.`,
    '',
    '## Overview',
    '',
    ...formatOverview(radar, placed),
    ...definitions(radar.rings.map(({ name, description }) => [name, description])),
    ...definitions((radar.conditions ?? []).map(({ label, explanation }) => [label, explanation])),
    ...radar.quadrants.flatMap(({ id, name, description }) => [
      ...['', `## ${e(name)}`],
      ...described(description),
      ...chapters(id),
    ]),
    ...(cited.size === 0
      ? []
      : ['', '## Sources', '', ...[...cited.values()].sort(byTitle).map(formatSource)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** A table with a row for each ring and a column for each quadrant. */
function formatOverview(radar: Radar, placed: readonly PlacedTrend[]): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const names = (quadrant: string, ring: string) =>
    inCell(placed, quadrant, ring).map(({ trend }) => escapeMarkdown(trend.name));
  return [
    row(['Ring', ...radar.quadrants.map(({ name }) => escapeMarkdown(name))]),
    row(['---', ...radar.quadrants.map(() => '---')]),
    ...radar.rings.map((ring) =>
      row([
        `**${escapeMarkdown(ring.name)}**`,
        ...radar.quadrants.map((quadrant) => names(quadrant.id, ring.id).join(', ')),
      ]),
    ),
  ];
}

function inCell(placed: readonly PlacedTrend[], quadrant: string, ring: string): PlacedTrend[] {
  return placed.filter(({ trend, placement }) => trend.quadrant === quadrant && placement.ring === ring);
}

function described(description: string | undefined): string[] {
  return description === undefined ? [] : ['', plainParagraph(description)];
}

function definitions(entries: readonly (readonly [string, string | undefined])[]): string[] {
  const lines = entries.flatMap(([term, words]) =>
    words === undefined ? [] : [`- **${escapeMarkdown(term)}**: ${escapeMarkdown(words)}`],
  );
  return lines.length === 0 ? [] : ['', ...lines];
}

function formatSource(source: Source): string {
  const where = [publisherWords(source), source.venue, String(source.year), source.identifier];
  const words = where.flatMap((part) => (part === undefined ? [] : escapeMarkdown(part)));
  return `- ${[formatLink(source.title, source.url), ...words].join(', ')}`;
}

function byTitle(a: Source, b: Source): number {
  return a.title < b.title ? -1 : 1;
}
