import { IMPLIED_EDITION } from '../../domain/editions.ts';
import type { Movement, Radar } from '../../domain/radar.ts';
import { safeLink } from '../plain-text.ts';
import { describeLosses, listWords, numberWords } from './describe-losses.ts';
import type { Exporter } from './exporter.ts';
import { placedTrends } from './placed-trends.ts';
import { ringColour } from './ring-colours.ts';

const MOVED: Readonly<Record<Movement, number>> = { new: 2, in: 1, out: -1, same: 0 };

/** Its page draws this many of both, no more and no fewer. */
const CELLS = 4;

/**
 * The settings of Zalando's radar. Its own page takes only date and entries from a file; quadrants and rings are
 * written beside them, so that what the numbers mean is not lost.
 */
export const zalando: Exporter = {
  id: 'zalando',
  label: 'Zalando Tech Radar, JSON',
  purpose: 'For a page with the Zalando radar.',
  ending: '.json',
  losses: (radar, edition) => {
    const unknown = placedTrends(radar, edition).filter(({ moved }) => moved === null).length;
    return [
      ...describeLosses(radar, edition, ['first link', 'ring descriptions']),
      ...(unknown === 0
        ? []
        : [`Movement: ${unknown} of unknown movement ${unknown === 1 ? 'is' : 'are'} written as not moved.`]),
    ];
  },
  faults: ({ quadrants, rings }) => [
    ...fault('quadrant', quadrants),
    ...fault('ring', rings),
    `Zalando's page takes the names of quadrants and rings from its own settings: copy them from this file, in this order (quadrants ${listWords(quadrants.map(({ name }) => name))}; rings ${listWords(rings.map(({ name }) => name))}).`,
  ],
  format: (radar, edition) => `${JSON.stringify(buildConfig(radar, edition), null, 2)}\n`,
};

function fault(what: string, cells: readonly unknown[]): string[] {
  if (cells.length === CELLS) return [];
  const drawn = `Zalando's radar draws exactly four ${what}s; this one has ${numberWords(cells.length)}`;
  if (cells.length > CELLS) return [`${drawn}: the file will not load there. Join ${what}s first.`];
  return [`${drawn}: give its settings another name for each that is missing.`];
}

function buildConfig(radar: Radar, edition: string) {
  const shown = radar.editions.find(({ id }) => id === edition);
  const dated = shown !== undefined && shown.id !== IMPLIED_EDITION.id;
  return {
    title: radar.title,
    ...(dated ? { date: shown.date.replaceAll('-', '.') } : {}),
    quadrants: radar.quadrants.map(({ name }) => ({ name })),
    rings: radar.rings.map(({ name, description }, at) => ({
      name,
      color: ringColour(at),
      ...(description === undefined ? {} : { description }),
    })),
    entries: placedTrends(radar, edition).map(({ trend, placement, moved }) => {
      const link = safeLink(trend.links?.[0]?.url ?? '');
      return {
        label: trend.name,
        quadrant: radar.quadrants.findIndex(({ id }) => id === trend.quadrant),
        ring: radar.rings.findIndex(({ id }) => id === placement.ring),
        moved: MOVED[moved ?? 'same'],
        active: true,
        ...(link === null ? {} : { link }),
      };
    }),
  };
}
