import {
  editionBefore,
  editionWords,
  IMPLIED_EDITION,
  latestEdition,
  RETROSPECTIVE_RULE,
} from '../domain/editions.ts';
import { hueAt } from '../domain/hue-at.ts';
import type { Edition } from '../domain/radar.ts';
import type { RadarIndex, TrendDetail } from '../domain/radar-index.ts';
import { shownTrends } from '../domain/shown-trends.ts';
import type { Box } from '../layout/box.ts';
import { layOutRadar } from '../layout/lay-out-radar.ts';
import { wrapText } from '../layout/wrap-text.ts';
import { buildScene } from './build-scene.ts';
import { buildSheet } from './build-sheet.ts';
import { buildFitShapes } from './fit-shapes.ts';
import { lensNote, NOTE_SIZE } from './lens-words.ts';
import { joinParts, type Poster, type PosterChart, type PosterPart } from './poster.ts';
import { placeLegend } from './poster-legend.ts';
import { type ListGroup, seatLists } from './poster-lists.ts';
import type { PosterOptions } from './poster-options.ts';
import { designSize, SHORTER } from './poster-page.ts';
import { THEMES, type Theme } from './theme.ts';

const MARGIN = 40;
/** Sizes of the title: the largest in which it stands on one line. */
const TITLES = [29, 27, 25];
const SMALLEST_TITLE = 25;
const SUBTITLE = 15;
const NOTE = 12.5;
/** Pages wider than this times their height have their lists at the sides, others below the chart. */
const WIDE = 1.25;
/** Width of a list at the side, as a share of the page's, and its limits. */
const SIDE = { share: 0.173, least: 230, most: 350 };
const GAP = 26;
/** The least height that is left to a chart above its lists, as a share of the page's. */
const LEAST_CHART = 0.57;
/** A chart with lists around it has names from this size on. */
const LEAST_NAMED = 560;
const PLAIN: PosterPart = { areas: [], marks: [], texts: [] };

/**
 * Builds the page that a snapshot shows: the chart by the same layout and scene as on the screen, and around it what
 * the contents ask for.
 *
 * @param detail evidence of the trend in a scope of one trend; otherwise not used
 * @throws RangeError for a sheet without its evidence
 */
export function buildPoster(index: RadarIndex, detail: TrendDetail | null, options: PosterOptions): Poster {
  const { scope, contents } = options;
  const theme = THEMES[options.theme];
  if (scope.kind === 'trend') {
    if (detail === null) throw new RangeError('a sheet needs the evidence of its trend');
    return buildSheet(index, detail, options);
  }
  const page = designSize(options);
  const edition = index.editions.find((entry) => entry.id === options.edition) ?? IMPLIED_EDITION;
  const quadrant = scope.kind === 'quadrant' ? scope.quadrant : null;
  const poster = (chart: Box, titles: boolean, around: PosterPart, omitted: string[] = []): Poster => ({
    ...page,
    title: titleOf(index, quadrant),
    ground: options.transparent ? null : theme.paper,
    charts: [buildChart(index, chart, titles, quadrant, options, theme)],
    omitted,
    ...around,
  });

  if (contents === 'chart') {
    const words = [
      ...(edition.retrospective === true ? [editionWords(edition)] : []),
      ...(options.lens ? [lensNote(options.lens, page.width - 2 * NOTE)] : []),
    ];
    return poster({ x: 0, y: 0, ...page }, true, noteAtFoot(words, page, theme));
  }

  const inner = { x: MARGIN, width: page.width - 2 * MARGIN };
  const legend = placeLegend({
    ...inner,
    bottom: page.height - 20,
    since: editionBefore(index.editions, edition.id),
    notes: fileNotes(options),
    lens: options.lens ?? null,
    reported: shownTrends(index, edition.id).some((trend) => trend.reported),
    hue: hueAt(
      index,
      Math.max(
        0,
        index.quadrants.findIndex((entry) => entry.id === quadrant),
      ),
    ),
    theme,
  });
  const bottom = page.height - 20 - legend.height - 10;
  const wide = page.width > page.height * WIDE;
  const side = Math.max(SIDE.least, Math.min(SIDE.most, page.width * SIDE.share));
  const head = (width: number) => placeHead(index, quadrant, edition, width, options, theme);
  const groups = contents === 'lists' ? listGroups(index, quadrant, options) : [];

  if (groups.length > 0 && wide) {
    const single = quadrant !== null;
    const width = single ? Math.max(side, page.width * 0.3) : side;
    const title = head(single ? width : width + GAP * 1.5);
    const top = title.height + 16;
    const areas = single
      ? [{ x: MARGIN, y: top, width, height: bottom - top }]
      : [MARGIN, page.width - MARGIN - width].map((x) => ({ x, y: top, width, height: bottom - top }));
    const lists = seatLists(groups, areas, index.quadrants.length, theme);
    if (lists) {
      const left = MARGIN + width + GAP;
      const right = single ? page.width - MARGIN : page.width - left;
      const chart = { x: left, y: 22, width: right - left, height: bottom - 22 };
      return poster(chart, false, joinParts([title, lists, legend]));
    }
  }
  const title = head(inner.width);
  const top = title.height + 10;
  if (groups.length > 0 && !wide) {
    const most = bottom - top - Math.min(inner.width, (bottom - top) * LEAST_CHART);
    const lists = seatLists(
      groups,
      [{ ...inner, y: bottom - most, height: most }],
      index.quadrants.length,
      theme,
    );
    if (lists) {
      const chart = { ...inner, y: top, height: lists.top - GAP - top };
      return poster(chart, false, joinParts([title, lists, legend]));
    }
  }
  const omitted =
    groups.length > 0 ? ['The lists do not fit a page of this size: only the chart is drawn.'] : [];
  return poster({ ...inner, y: top, height: bottom - top }, true, joinParts([title, legend]), omitted);
}

function buildChart(
  index: RadarIndex,
  { x, y, width, height }: Box,
  titles: boolean,
  quadrant: string | null,
  options: PosterOptions,
  theme: Theme,
): PosterChart {
  const { edition, selected } = options;
  // a small chart beside lists is read by its numbers
  const names = options.names && (titles || Math.min(width, height) >= LEAST_NAMED);
  const frame = { width: Math.max(1, width), height: Math.max(1, height) };
  const shown = shownTrends(index, edition);
  const layout = layOutRadar(index, { edition, frame, names, quadrant, titles });
  const scene = buildScene(index, layout, new Map(shown.map((trend) => [trend.id, trend])), theme);
  const trend = shown.find((entry) => entry.id === selected);
  const emphasis = options.kept
    ? { selected: trend?.id ?? '', lit: options.kept.ids }
    : trend && { selected: trend.id, lit: new Set(trend.related) };
  const verdicts = options.lens ? buildFitShapes(layout, options.lens.verdicts, theme) : undefined;
  return { x, y, ...frame, scene, emphasis, verdicts };
}

/** Title, edition and counts in the upper left corner; a retrospective edition with the rule that it follows. */
function placeHead(
  index: RadarIndex,
  quadrant: string | null,
  edition: Edition,
  width: number,
  options: PosterOptions,
  theme: Theme,
): PosterPart & { height: number } {
  const shown = shownTrends(index, options.edition).filter(
    (trend) =>
      (quadrant === null || trend.quadrant === quadrant) && (options.kept?.ids.has(trend.id) ?? true),
  );
  const facts = [
    ...(edition.id === IMPLIED_EDITION.id ? [] : [`${editionWords(edition)} edition`]),
    `${shown.length} ${shown.length === 1 ? 'trend' : 'trends'}`,
    ...(quadrant === null && edition === latestEdition(index.editions) && index.sourceCount > 0
      ? [`${index.sourceCount} sources`]
      : []),
  ];
  const texts: PosterPart['texts'] = [];
  let baseline = MARGIN - 16;
  const add = (text: string, size: number, weight: 400 | 700, pitch: number, fill: string) => {
    for (const line of wrapText(text, width, size, weight)) {
      baseline += size * pitch;
      texts.push({
        text: line,
        x: MARGIN,
        baseline: Math.round(baseline),
        size,
        weight,
        fill,
        anchor: 'start',
      });
    }
  };
  const title = titleOf(index, quadrant);
  const fitting = TITLES.find((size) => wrapText(title, width, size, 700).length === 1);
  add(title, fitting ?? SMALLEST_TITLE, 700, 1.18, theme.ink);
  baseline += 5;
  add(facts.join(' · '), SUBTITLE, 400, 1.35, theme.muted);
  if (options.kept) add(`Filtered: ${options.kept.words}`, SUBTITLE, 400, 1.35, theme.ink);
  if (edition.retrospective === true) add(RETROSPECTIVE_RULE, NOTE, 400, 1.35, theme.muted);
  return { ...PLAIN, texts, height: baseline + 6 };
}

function titleOf(index: RadarIndex, quadrant: string | null): string {
  const name = index.quadrants.find((entry) => entry.id === quadrant)?.name;
  return name === undefined ? index.title : `${index.title}: ${name}`;
}

/** What a reader of the file should know of it. */
export function fileNotes({ date, origin, reopens }: PosterOptions): string[] {
  return [
    `Exported ${date} from ${origin}`,
    ...(reopens ? ['Drop this file on the radar to open it again'] : []),
  ];
}

/** The last line of a chart alone; others stand above it. */
function noteAtFoot(
  lines: readonly string[],
  page: { width: number; height: number },
  theme: Theme,
): PosterPart {
  const texts = lines.toReversed().map((text, at): PosterPart['texts'][number] => ({
    text,
    x: page.width / 2,
    baseline: page.height - 3.5 - at * 14,
    size: NOTE_SIZE,
    weight: 400,
    fill: theme.muted,
    anchor: 'middle',
  }));
  return { ...PLAIN, texts };
}

/** The lists of the quadrants shown; that of a quadrant alone says of each trend what it is. */
function listGroups(index: RadarIndex, quadrant: string | null, options: PosterOptions): ListGroup[] {
  const shown = shownTrends(index, options.edition);
  const { numbers } = layOutRadar(index, {
    edition: options.edition,
    frame: { width: SHORTER, height: SHORTER },
    names: false,
  });
  return index.quadrants.flatMap(({ id, name }, at) => {
    if (quadrant !== null && id !== quadrant) return [];
    const own = shown
      .filter((trend) => trend.quadrant === id && (options.kept?.ids.has(trend.id) ?? true))
      .map((trend) => ({
        ...trend,
        number: numbers.get(trend.id) ?? 0,
        ...(options.lens ? { verdict: options.lens.verdicts.get(trend.id) ?? 'unchanged' } : {}),
      }))
      .sort((a, b) => a.number - b.number)
      .map(({ summary, ...trend }) => (quadrant === null ? trend : { ...trend, summary }));
    const rings = index.rings.flatMap((ring) => {
      const trends = own.filter((trend) => trend.ring === ring.id);
      return trends.length === 0 ? [] : [{ name: ring.name, trends }];
    });
    return rings.length === 0 ? [] : [{ id, name, at, hue: hueAt(index, at), rings }];
  });
}
