import { IMPLIED_EDITION, latestEdition } from '../../domain/editions.ts';
import type { Movement, Placement, Radar, Trend } from '../../domain/radar.ts';
import { describeLosses, numberWords } from './describe-losses.ts';
import type { Exporter } from './exporter.ts';
import { movementIn, placedTrends } from './placed-trends.ts';
import { ringColour } from './ring-colours.ts';
import { trendMarkdown } from './trend-markdown.ts';

const MOVED: Readonly<Partial<Record<Movement, number>>> = { in: 1, out: -1, same: 0 };
const MOST_QUADRANTS = 4;

/** What the loader of Backstage's radar plugin gives; an entry's timeline begins with the newest edition. */
export const backstage: Exporter = {
  id: 'backstage',
  label: 'Backstage Tech Radar, JSON',
  purpose: 'For the Tech Radar plugin of a Backstage portal.',
  ending: '.json',
  losses: (radar, edition) => {
    const fresh = placedTrends(radar, edition).filter(
      ({ trend, moved }) => moved === 'new' && timeline(radar, edition, trend).length === 1,
    ).length;
    return [
      ...describeLosses(radar, edition, ['texts', 'links', 'reasons', 'ring descriptions'], 'earlier'),
      ...(fresh === 0
        ? []
        : [
            `Movement: Backstage has no sign for a new trend; ${fresh} ${fresh === 1 ? 'has' : 'have'} none.`,
          ]),
      ...(isNameless(radar, edition)
        ? [`Date: Backstage needs one and this radar has none, so ${IMPLIED_EDITION.date} is written.`]
        : []),
    ];
  },
  faults: ({ quadrants }) =>
    quadrants.length <= MOST_QUADRANTS
      ? []
      : [
          `Backstage draws at most four quadrants; this radar has ${numberWords(quadrants.length)}: it will not show well there. Join quadrants first.`,
        ],
  format: (radar, edition) => `${JSON.stringify(buildResponse(radar, edition), null, 2)}\n`,
};

function buildResponse(radar: Radar, edition: string) {
  return {
    title: radar.title,
    quadrants: radar.quadrants.map(({ id, name }) => ({ id, name })),
    rings: radar.rings.map(({ id, name, description }, at) => ({
      id,
      name,
      color: ringColour(at),
      ...(description === undefined ? {} : { description }),
    })),
    entries: placedTrends(radar, edition).map(({ trend }) => {
      const description = trendMarkdown(trend);
      return {
        key: trend.id,
        id: trend.id,
        quadrant: trend.quadrant,
        title: trend.name,
        ...(description === '' ? {} : { description }),
        timeline: timeline(radar, edition, trend),
        ...(trend.links === undefined
          ? {}
          : { links: trend.links.map(({ url, title }) => ({ url, title: title ?? url })) }),
      };
    }),
  };
}

/** Where a trend stood up to an edition, the newest first: Backstage does not sort it. */
function timeline(radar: Radar, edition: string, trend: Trend) {
  const dateOf = (id: string) => radar.editions.find((entry) => entry.id === id)?.date ?? '';
  const last = dateOf(edition);
  return trend.placements
    .filter((placement) => dateOf(placement.edition) <= last)
    .sort((a, b) => (dateOf(a.edition) > dateOf(b.edition) ? -1 : 1))
    .map((placement) => formatSnapshot(radar, trend, placement, dateOf(placement.edition)));
}

function formatSnapshot(radar: Radar, trend: Trend, placement: Placement, date: string) {
  const moved = MOVED[movementIn(radar, trend, placement) ?? 'new'];
  return {
    date,
    ringId: placement.ring,
    ...(moved === undefined ? {} : { moved }),
    ...(placement.reason === undefined ? {} : { description: placement.reason }),
  };
}

function isNameless(radar: Radar, edition: string): boolean {
  const shown = radar.editions.find(({ id }) => id === edition) ?? latestEdition(radar.editions);
  return shown.id === IMPLIED_EDITION.id && shown.date === IMPLIED_EDITION.date;
}
