import type { RadarIndex, TrendDetail } from '../domain/radar-index.ts';
import { shownTrends } from '../domain/shown-trends.ts';
import { type FlowPlace, flowColumns } from '../layout/flow-columns.ts';
import { layOutRadar } from '../layout/lay-out-radar.ts';
import { measureText } from '../layout/measure-text.ts';
import { blipMark } from './blip-mark.ts';
import { buildScene } from './build-scene.ts';
import { joinParts, type Poster, type PosterChart } from './poster.ts';
import type { PosterOptions } from './poster-options.ts';
import { designSize } from './poster-page.ts';
import { buildContent, type SheetContent } from './sheet-content.ts';
import { type SheetGrid, type SheetHead, setHead } from './sheet-head.ts';
import { leaveOut, listOmissions } from './sheet-omissions.ts';
import {
  drawAreas,
  LEAST_SIZE,
  type SheetPart,
  type SheetStyle,
  setText,
  sheetStyle,
  stackParts,
} from './sheet-part.ts';
import { type SheetBlock, setSections } from './sheet-sections.ts';
import { quadrantColours, THEMES } from './theme.ts';

const MARGIN = 40;
const GAP = 40;
/** A page has as many columns as come nearest to this width. */
const COLUMN = 560;
const MOST_COLUMNS = 5;
const BELOW_HEAD = 26;
const ABOVE_FOOT = 16;
const FOOT = 12;
/** Running text begins here and grows or shrinks by steps until the page is full and all is on it. */
const SIZES = { most: 19, step: 0.5, yielding: 1.5 };

/** A sheet set in one size of letters. */
interface Setting {
  head: SheetHead;
  blocks: SheetBlock[];
  places: FlowPlace[];
  omitted: string[];
  /** How many sections are divided between two columns. */
  divided: number;
}

/**
 * Lays out one trend as a single page that can stand alone: all that a decision needs of it, as the edition judges it.
 * Letters are as large as the page allows; what does not fit in the smallest is left out from the least important end,
 * with a line on the page that says so.
 *
 * @throws RangeError where the trend has no place in the edition
 */
export function buildSheet(index: RadarIndex, detail: TrendDetail, options: PosterOptions): Poster {
  const page = designSize(options);
  const theme = THEMES[options.theme];
  const content = buildContent(index, detail, options.edition);
  const hue = quadrantColours(theme, content.hue);
  const grid = divideWidth(page.width - 2 * MARGIN);
  const foot = setFoot(content, options, grid.width, sheetStyle(theme, hue, FOOT));
  const bottom = page.height - MARGIN * 0.6 - foot.height;
  const { numbers } = layOutRadar(index, {
    edition: options.edition,
    frame: page,
    names: false,
  });
  const omissions = listOmissions(content);
  const number = numbers.get(detail.trend.id) ?? 0;

  const trySize = (body: number, count: number, bare: boolean): Setting | null => {
    const style = sheetStyle(theme, hue, body);
    const { kept, leftOut, notes } = leaveOut(content, omissions.slice(0, count));
    const head = setHead(kept, number, grid, style, bare);
    const height = bottom - ABOVE_FOOT - (MARGIN + head.part.height + BELOW_HEAD);
    const blocks = setSections(kept, leftOut, grid.columnWidth, style);
    const places = flowColumns(blocks, { columns: grid.columns, height });
    return places && { head, blocks, places, omitted: notes, divided: countDivided(blocks, places) };
  };
  const set = findSetting(trySize, omissions.length);
  if (set === null) throw new RangeError('the page is too small for a sheet: choose a larger size');

  const top = MARGIN + set.head.part.height + BELOW_HEAD;
  const parts = [
    set.head.part.draw(MARGIN, MARGIN),
    ...set.blocks.map(({ part }, at) => {
      const { column, y } = set.places[at] ?? { column: 0, y: 0 };
      return part.draw(MARGIN + column * (grid.columnWidth + GAP), top + y);
    }),
    foot.draw(MARGIN, bottom),
  ];
  return {
    ...page,
    title: `${content.shown.name}: ${content.kicker}`,
    ground: options.transparent ? null : theme.paper,
    charts: set.head.chart === null ? [] : [buildChart(index, content, number, set.head.chart, options)],
    omitted: set.omitted,
    ...joinParts(parts),
  };
}

function countDivided(blocks: readonly SheetBlock[], places: readonly FlowPlace[]): number {
  return blocks.filter(
    (block, at) => at > 0 && block.opens !== true && places[at]?.column !== places[at - 1]?.column,
  ).length;
}

/**
 * The largest letters in which all is on the page, or slightly smaller ones where these leave more sections whole;
 * failing that, the smallest letters with as little as can be left out.
 */
function findSetting(
  trySize: (body: number, count: number, bare: boolean) => Setting | null,
  most: number,
): Setting | null {
  let best: Setting | null = null;
  let least = LEAST_SIZE;
  for (let body = SIZES.most; body >= least; body -= SIZES.step) {
    const set = trySize(body, 0, false);
    if (set !== null && best === null) least = Math.max(LEAST_SIZE, body - SIZES.yielding);
    if (set !== null && (best === null || set.divided < best.divided)) best = set;
  }
  if (best !== null) return best;
  for (const bare of [false, true]) {
    let [few, many] = [0, most];
    if (trySize(LEAST_SIZE, many, bare) === null) continue;
    while (many - few > 1) {
      const middle = (few + many) >> 1;
      if (trySize(LEAST_SIZE, middle, bare) === null) few = middle;
      else many = middle;
    }
    return trySize(LEAST_SIZE, many, bare);
  }
  return null;
}

function divideWidth(width: number): SheetGrid {
  const columns = Math.max(1, Math.min(MOST_COLUMNS, Math.round(width / COLUMN)));
  return { columns, columnWidth: (width - (columns - 1) * GAP) / columns, gap: GAP, width };
}

/** Radius of the blip that is lit, px: its number is to be read, whatever the size of the chart. */
const LIT_RADIUS = 12;

/** The whole radar as a small map: the trend with its number, all others as dots. */
function buildChart(
  index: RadarIndex,
  { shown, hue }: SheetContent,
  number: number,
  place: { x: number; y: number; size: number },
  options: PosterOptions,
): PosterChart {
  const theme = THEMES[options.theme];
  const { edition } = options;
  const facts = new Map(shownTrends(index, edition).map((trend) => [trend.id, trend]));
  const frame = { width: place.size, height: place.size };
  const layout = layOutRadar(index, { edition, frame, names: false, titles: false });
  const scene = buildScene(index, layout, facts, theme);
  const { pixelsPerUnit } = layout;
  const blips = scene.blips.map((blip) => ({ ...blip, number: { ...blip.number, text: '' } }));
  const lit = blips
    .filter((blip) => blip.id === shown.id)
    .map((blip) => ({
      ...blip,
      ...blipMark(
        { ...blip, radius: Math.max(blip.radius, LIT_RADIUS / pixelsPerUnit), number, pixelsPerUnit },
        { strength: shown.strength, movement: 'same' },
        quadrantColours(theme, hue),
        theme,
      ),
    }));
  return {
    x: MARGIN + place.x,
    y: MARGIN + place.y,
    ...frame,
    scene: { ...scene, ringTitles: [], blips: [...blips.filter((blip) => blip.id !== shown.id), ...lit] },
    emphasis: { selected: shown.id, lit: new Set() },
  };
}

/** Where the sheet comes from, and how to read on. */
function setFoot(
  content: SheetContent,
  { date, origin, reopens }: PosterOptions,
  width: number,
  style: SheetStyle,
): SheetPart {
  const { theme, body } = style;
  const invitation = reopens ? 'Open this picture with the radar to read on' : '';
  const own = measureText(invitation, body, 600);
  const beside = own < width * 0.6;
  const from = setText(`${content.kicker} · Exported ${date} from ${origin}`, {
    width: beside ? width - own - GAP : width,
    size: body,
    fill: theme.muted,
  });
  const inviting = setText(invitation, { width, size: body, weight: 600, fill: theme.ink });
  const rule = drawAreas(9, (x, y) => [{ path: `M${x} ${y}h${width}v1h${-width}z`, fill: theme.line }]);
  return stackParts([
    rule,
    beside
      ? {
          height: Math.max(from.height, inviting.height),
          draw: (x, y) => joinParts([from.draw(x, y), inviting.draw(x + width - own, y)]),
        }
      : stackParts([from, inviting]),
  ]);
}
