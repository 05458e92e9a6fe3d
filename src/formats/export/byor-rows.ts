import type { Movement, Radar } from '../../domain/radar.ts';
import { formatByorHtml } from './byor-html.ts';
import { describeLosses, listWords, numberWords } from './describe-losses.ts';
import { type PlacedTrend, placedTrends } from './placed-trends.ts';
import { trendMarkdown } from './trend-markdown.ts';

/** The columns of Build Your Own Radar, in its order. */
export const BYOR_COLUMNS = ['name', 'ring', 'quadrant', 'isNew', 'status', 'description'] as const;

export type ByorRow = Record<(typeof BYOR_COLUMNS)[number], string>;

const STATUS: Readonly<Record<Movement, string>> = {
  new: 'new',
  in: 'moved in',
  out: 'moved out',
  same: 'no change',
};

/** It draws four quadrants, and at most four rings; what they are called is set where it runs. */
const QUADRANTS = 4;
const MOST_RINGS = 4;
const OWN_RINGS = ['adopt', 'trial', 'assess', 'hold'];

/** The trends of an edition as rows, values all text; without a known movement the status is empty. */
export function buildByorRows(radar: Radar, edition: string): ByorRow[] {
  const nameOf = (cells: readonly { id: string; name: string }[], id: string) =>
    cells.find((cell) => cell.id === id)?.name ?? id;
  return sortByFirsts(radar, placedTrends(radar, edition)).map(({ trend, placement, moved }) => ({
    name: trend.name,
    ring: nameOf(radar.rings, placement.ring),
    quadrant: nameOf(radar.quadrants, trend.quadrant),
    isNew: moved === 'new' ? 'TRUE' : 'FALSE',
    status: moved === null ? '' : STATUS[moved],
    description: formatByorHtml(trendMarkdown(trend)).html,
  }));
}

/**
 * A table does not declare its quadrants and rings: readers take them in the order in which rows name them first. So
 * rows stand in the order of the radar, but for those that would name a quadrant or ring before its turn.
 */
function sortByFirsts(radar: Radar, placed: readonly PlacedTrend[]): PlacedTrend[] {
  const quadrants = radar.quadrants.filter(({ id }) => placed.some(({ trend }) => trend.quadrant === id));
  const rings = radar.rings.filter(({ id }) => placed.some(({ placement }) => placement.ring === id));
  const rest = [...placed];
  const sorted: PlacedTrend[] = [];
  let [quadrantsNamed, ringsNamed] = [0, 0];
  while (rest.length > 0) {
    const at = rest.findIndex(
      ({ trend, placement }) =>
        quadrants.findIndex(({ id }) => id === trend.quadrant) <= quadrantsNamed &&
        rings.findIndex(({ id }) => id === placement.ring) <= ringsNamed,
    );
    const [next] = rest.splice(Math.max(0, at), 1);
    if (next === undefined) break;
    sorted.push(next);
    quadrantsNamed = Math.max(
      quadrantsNamed,
      quadrants.findIndex(({ id }) => id === next.trend.quadrant) + 1,
    );
    ringsNamed = Math.max(ringsNamed, rings.findIndex(({ id }) => id === next.placement.ring) + 1);
  }
  return sorted;
}

/** What Build Your Own Radar cannot hold, in either of its forms. */
export function byorLosses(radar: Radar, edition: string): string[] {
  const placed = placedTrends(radar, edition);
  const forms = placed
    .map(({ trend }) => formatByorHtml(trendMarkdown(trend)).lost)
    .filter((lost) => lost.length > 0);
  const names = [...new Set(forms.flat())].sort();
  const used = (cell: { id: string }) =>
    placed.some(({ trend, placement }) => trend.quadrant === cell.id || placement.ring === cell.id);
  const empty = [...radar.quadrants, ...radar.rings].filter((cell) => !used(cell)).map(({ name }) => name);
  return [
    ...describeLosses(radar, edition, ['texts']),
    ...(empty.length === 0 ? [] : [`Quadrants and rings without a trend are left out: ${listWords(empty)}.`]),
    ...(forms.length === 0
      ? []
      : [
          `Descriptions: ${forms.length} ${forms.length === 1 ? 'loses' : 'lose'} the form of ${listWords(names)}; the words stay.`,
        ]),
  ];
}

/** What Build Your Own Radar will not draw unless it is set up for it. */
export function byorFaults({ quadrants, rings }: Radar): string[] {
  const names = (cells: readonly { name: string }[]) => JSON.stringify(cells.map(({ name }) => name));
  return [
    ...(quadrants.length === QUADRANTS
      ? []
      : [
          `Build Your Own Radar draws exactly four quadrants; this radar has ${numberWords(quadrants.length)}: the file will not load there. Join or add quadrants first.`,
        ]),
    ...(rings.length <= MOST_RINGS
      ? []
      : [
          `Build Your Own Radar draws at most four rings; this radar has ${numberWords(rings.length)}: the file will not load there. Join rings first.`,
        ]),
    ...(quadrants.length === QUADRANTS && rings.length <= MOST_RINGS
      ? [
          `Build Your Own Radar drops rows of quadrants${rings.every(({ name }) => OWN_RINGS.includes(name.toLowerCase())) ? '' : ' and rings'} that it was not set up for: start it with QUADRANTS=${names(quadrants)} and RINGS=${names(rings)}.`,
        ]
      : []),
  ];
}
