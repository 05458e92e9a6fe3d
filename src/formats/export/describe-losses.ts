import { editionWords, latestEdition } from '../../domain/editions.ts';
import type { Placement, Radar, Trend } from '../../domain/radar.ts';
import { placedTrends } from './placed-trends.ts';

type Count = (trend: Trend, placement: Placement) => number;

const has = (value: unknown): number => (value === undefined ? 0 : 1);

/** What a trend holds beside its name, quadrant, ring, movement and texts: how often, and what it is called. */
const TREND_PARTS = {
  facts: ['Evidence', ({ facts }) => facts?.length ?? 0, 'fact', 'facts'],
  tradeoffs: ['Evidence', ({ tradeoffs }) => tradeoffs?.length ?? 0, 'tradeoff', 'tradeoffs'],
  failureModes: [
    'Evidence',
    ({ failureModes }) => failureModes?.length ?? 0,
    'failure mode',
    'failure modes',
  ],
  milestones: ['Evidence', ({ milestones }) => milestones?.length ?? 0, 'milestone', 'milestones'],
  reasons: ['Trends', (_, { reason }) => has(reason), 'reason for a ring', 'reasons for a ring'],
  subtitles: ['Trends', ({ subtitle }) => has(subtitle), 'subtitle', 'subtitles'],
  aliases: ['Trends', ({ aliases }) => aliases?.length ?? 0, 'other name', 'other names'],
  texts: ['Trends', ({ summary, description }) => has(summary ?? description), 'description', 'descriptions'],
  tags: ['Trends', ({ tags }) => tags?.length ?? 0, 'tag', 'tags'],
  links: ['Trends', ({ links }) => links?.length ?? 0, 'link', 'links'],
  'further links': [
    'Trends',
    ({ links }) => Math.max(0, (links?.length ?? 0) - 1),
    'link after the first',
    'links after the first',
  ],
  fits: [
    'Trends',
    ({ fits, avoidWhen }) => (fits?.length ?? 0) + (avoidWhen?.length ?? 0),
    'condition that speaks for or against',
    'conditions that speak for or against',
  ],
  tooling: ['Trends', ({ tooling }) => tooling?.length ?? 0, 'tool', 'tools'],
  related: ['Trends', ({ related }) => related?.length ?? 0, 'relation', 'relations'],
  mentions: [
    'Trends',
    ({ articles }) => articles?.length ?? 0,
    'mention in an article',
    'mentions in articles',
  ],
} as const satisfies Record<string, readonly [group: string, count: Count, one: string, many: string]>;

/** What a radar holds beside its trends. */
const RADAR_PARTS = {
  sources: ['Evidence', ({ sources }) => sources.length, 'source', 'sources'],
  description: ['Radar', ({ description }) => has(description), 'description of the radar', ''],
  'quadrant descriptions': [
    'Radar',
    ({ quadrants }) => quadrants.filter(({ description }) => description !== undefined).length,
    'description of a quadrant',
    'descriptions of quadrants',
  ],
  'ring descriptions': [
    'Radar',
    ({ rings }) => rings.filter(({ description }) => description !== undefined).length,
    'description of a ring',
    'descriptions of rings',
  ],
  hues: [
    'Radar',
    ({ quadrants }) => quadrants.filter(({ hue }) => hue !== undefined).length,
    'colour of a quadrant',
    'colours of quadrants',
  ],
  conditions: ['Radar', ({ conditions }) => conditions?.length ?? 0, 'condition', 'conditions'],
  articles: ['Radar', ({ articles }) => articles?.length ?? 0, 'article', 'articles'],
  organisations: [
    'Radar',
    ({ organisations }) => organisations?.length ?? 0,
    'organisation',
    'organisations',
  ],
} as const satisfies Record<
  string,
  readonly [group: string, count: (radar: Radar) => number, one: string, many: string]
>;

/** `first link` stands for one link of each trend. */
export type Part = keyof typeof TREND_PARTS | keyof typeof RADAR_PARTS | 'first link';

/** Which editions a format holds: the chosen one, that and the ones before it, or all of them. */
export type HeldEditions = 'one' | 'earlier' | 'all';

/**
 * What a format leaves out of a radar, counted, one sentence for evidence, trends, radar and editions each; only what
 * the radar has is named.
 *
 * @param keeps what the format has a place for
 */
export function describeLosses(
  radar: Radar,
  edition: string,
  keeps: readonly Part[],
  editions: HeldEditions = 'one',
): string[] {
  const kept = new Set<string>(keeps);
  const placed = placedTrends(radar, edition);
  const left = [
    ...Object.entries(TREND_PARTS).map(([part, [group, count, one, many]]) => ({
      ...{ part, group, one, many },
      count: placed.reduce((sum, { trend, placement }) => sum + count(trend, placement), 0),
    })),
    ...Object.entries(RADAR_PARTS).map(([part, [group, count, one, many]]) => ({
      ...{ part, group, one, many },
      count: count(radar),
    })),
  ].filter(({ part, count }) => count > 0 && !kept.has(part) && !isCovered(part, kept));
  return [
    ...['Evidence', 'Trends', 'Radar'].flatMap((group) => {
      const lost = left.filter((entry) => entry.group === group);
      const total = lost.reduce((sum, { count }) => sum + count, 0);
      const words = lost.map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`);
      return total === 0 ? [] : [`${group}: ${listWords(words)} ${total === 1 ? 'is' : 'are'} left out.`];
    }),
    ...editionLosses(radar, edition, editions),
  ];
}

/** Links are counted once: all of them, or those after the first. */
function isCovered(part: string, kept: ReadonlySet<string>): boolean {
  if (part === 'links') return kept.has('first link');
  return part === 'further links' && !kept.has('first link');
}

function editionLosses(radar: Radar, edition: string, editions: HeldEditions): string[] {
  const shown = radar.editions.find(({ id }) => id === edition) ?? latestEdition(radar.editions);
  const others = radar.editions.filter(({ id, date }) =>
    editions === 'one' ? id !== shown.id : editions === 'earlier' && date > shown.date,
  ).length;
  const absent = radar.trends.length - placedTrends(radar, edition).length;
  const words = editionWords(shown);
  const written =
    editions === 'one' ? `only ${words} is written` : `${words} and what came before it are written`;
  return [
    ...(others === 0
      ? []
      : [`Editions: ${written}; ${others} other ${others === 1 ? 'edition is' : 'editions are'} left out.`]),
    ...(absent === 0
      ? []
      : [
          `Trends that do not stand in ${words}: ${absent} ${absent === 1 ? 'is' : 'are'} left out with all that ${absent === 1 ? 'it holds' : 'they hold'}.`,
        ]),
  ];
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** A small number in words, such as "four". */
export function numberWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}
