import type { FitVerdict } from '../domain/assessing/lens.ts';
import type { Movement } from '../domain/radar.ts';
import type { Strength } from '../domain/strength.ts';
import type { Box } from '../layout/box.ts';
import { wrapText } from '../layout/wrap-text.ts';
import { blipMark, round } from './blip-mark.ts';
import { placeSign } from './fit-shapes.ts';
import { joinParts, type PosterPart } from './poster.ts';
import { quadrantColours, type Theme } from './theme.ts';

/** The trends of one quadrant, ring by ring, as the list beside the chart names them. */
export interface ListGroup {
  id: string;
  name: string;
  /** Position of the quadrant among all, which says where it is. */
  at: number;
  /** Its hue, 0 to 7. */
  hue: number;
  rings: { name: string; trends: ListRow[] }[];
}

/** A row of a list; `summary` stands below the name where it is given. */
export interface ListRow {
  id: string;
  number: number;
  name: string;
  strength: Strength;
  movement: Movement;
  summary?: string | undefined;
  /** What a lens makes of it: a sign before its name. */
  verdict?: FitVerdict;
}

/** Sizes that are tried, largest first; the smaller ones in more columns, so that the page is used. */
const TRIES: readonly { size: number; columns: number }[] = [
  ...[15, 14.5, 14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5].map((size) => ({ size, columns: 1 })),
  ...[11.5, 11, 10.5, 10, 9.5, 9].map((size) => ({ size, columns: 2 })),
  ...[10, 9.5, 9, 8.5].map((size) => ({ size, columns: 3 })),
];
const MOST_SUMMARY_SIZE = 14;
/** Below the chart, larger letters would take its room. */
const MOST_BELOW = 13.5;
const BETWEEN_LISTS = 22;
const BETWEEN_COLUMNS = 30;
const MOST_IN_A_ROW = 4;

/**
 * Seats the lists of all quadrants in the largest letters that fit: in one area side by side, in two areas each
 * quadrant at its own side of the circle, upper ones above lower ones.
 *
 * @param areas one or two, design px
 * @param quadrants how many the radar has, which says where each is
 * @returns the shapes and where they begin, or null where they do not fit in any size
 */
export function seatLists(
  groups: readonly ListGroup[],
  areas: readonly Box[],
  quadrants: number,
  theme: Theme,
): (PosterPart & { top: number }) | null {
  const [first] = areas;
  if (first === undefined) return null;
  const summaries = groups.some((group) =>
    group.rings.some((ring) => ring.trends.some((row) => row.summary)),
  );
  const signed = groups.some((group) => group.rings.some((ring) => ring.trends.some((row) => row.verdict)));
  const below = areas.length === 1 && groups.length > 1;
  for (const { size, columns } of TRIES) {
    if ((summaries && size > MOST_SUMMARY_SIZE) || (below && size > MOST_BELOW)) continue;
    const grid = areas.length > 1 ? sideGrid(groups, quadrants) : rowGrid(groups);
    const across = grid[0]?.length ?? 1;
    const width = areas.length > 1 ? first.width : (first.width - (across - 1) * BETWEEN_COLUMNS) / across;
    const measured = grid.map((row) =>
      row.map((group) => group && measureList(group, { width, size, columns, signed })),
    );
    const heights = measured.map((row) => Math.max(0, ...row.map((list) => list?.height ?? 0)));
    const height = heights.reduce((sum, each) => sum + each, 0) + (grid.length - 1) * BETWEEN_LISTS;
    if (height > first.height) continue;
    const top = below ? first.y + first.height - height : first.y;
    const parts = measured.flatMap((row, line) => {
      const y = top + heights.slice(0, line).reduce((sum, each) => sum + each + BETWEEN_LISTS, 0);
      return row.flatMap((list, at) => {
        if (!list) return [];
        const x = areas[at]?.x ?? first.x;
        return [placeList(list, areas.length > 1 ? x : first.x + at * (width + BETWEEN_COLUMNS), y, theme)];
      });
    });
    return { ...joinParts(parts), top };
  }
  return null;
}

/** Left and right of the circle, from the top: each row has two places. */
function sideGrid(groups: readonly ListGroup[], quadrants: number): (ListGroup | undefined)[][] {
  const placed = groups.map((group) => {
    const angle = -Math.PI / 2 + ((group.at + 0.5) * 2 * Math.PI) / quadrants;
    return { group, right: Math.sin(angle) > 0.01, height: -Math.cos(angle) };
  });
  const sides = [false, true].map((right) =>
    placed
      .filter((entry) => entry.right === right)
      .sort((a, b) => a.height - b.height)
      .map((entry) => entry.group),
  );
  const rows = Math.max(...sides.map((side) => side.length));
  return Array.from({ length: rows }, (_, row) => sides.map((side) => side[row]));
}

/** In rows of equal length, as few as can be. */
function rowGrid(groups: readonly ListGroup[]): ListGroup[][] {
  const rows = Math.ceil(groups.length / MOST_IN_A_ROW);
  const across = Math.ceil(groups.length / rows);
  return Array.from({ length: rows }, (_, row) => groups.slice(row * across, (row + 1) * across));
}

/** How a list is set. Lengths in design px. */
interface ListSetting {
  /** Width of the whole list. */
  width: number;
  /** Size of the names. */
  size: number;
  /** In how many columns the rows run. */
  columns: number;
  /** Whether there is room for signs before the names. */
  signed: boolean;
}

/** A list whose rows are measured and shared out to its columns. */
interface MeasuredList {
  group: ListGroup;
  setting: ListSetting;
  columns: Item[][];
  height: number;
}

type Item =
  | { kind: 'ring'; name: string; height: number }
  | { kind: 'row'; row: ListRow; lines: string[]; notes: string[]; height: number };

const COLUMN_GAP = 18;
const SUMMARY_SIZE = 0.88;

/** Measures a list: it is as high as its longest column. */
function measureList(group: ListGroup, setting: ListSetting): MeasuredList {
  const { size } = setting;
  const width = columnWidth(setting);
  const room = width - gutter(setting);
  const items = group.rings.flatMap((ring): Item[] => [
    { kind: 'ring', name: ring.name, height: size * 2.15 },
    ...ring.trends.map((row): Item => {
      const lines = wrapText(row.name, room, size, row.summary === undefined ? 400 : 600);
      const notes =
        row.summary === undefined ? [] : wrapText(row.summary, room, round(size * SUMMARY_SIZE), 400);
      const text = lines.length * size * 1.25 + notes.length * size * SUMMARY_SIZE * 1.36;
      return {
        kind: 'row',
        row,
        lines,
        notes,
        height: Math.max(2.3 * markRadius(size), text + size * (notes.length > 0 ? 0.55 : 0.3)),
      };
    }),
  ]);
  const columns = shareOut(items, setting.columns);
  const tallest = Math.max(0, ...columns.map(heightOf));
  return { group, setting, columns, height: titleHeight(size) + tallest };
}

/** Draws a measured list with its upper left corner at (x, y). */
function placeList(list: MeasuredList, x: number, y: number, theme: Theme): PosterPart {
  const { group, setting } = list;
  const { size } = setting;
  const colours = quadrantColours(theme, group.hue);
  const title = size * 1.28;
  const rule = y + title * 1.45;
  const head: PosterPart = {
    areas: [
      {
        path: `M${round(x)} ${round(rule)}h${round(setting.width)}v2.5h${round(-setting.width)}z`,
        fill: colours.main,
      },
    ],
    marks: [],
    texts: [
      {
        text: group.name,
        x: round(x),
        baseline: round(y + title),
        size: round(title),
        weight: 700,
        fill: colours.main,
        anchor: 'start',
      },
    ],
  };
  const columns = list.columns.map((items, order) => {
    const left = x + order * (columnWidth(setting) + COLUMN_GAP);
    let top = y + titleHeight(size);
    return joinParts(
      items.map((item) => {
        const part = item.kind === 'ring' ? placeRing(item.name) : placeRow(item);
        top += item.height;
        return part;
      }),
    );

    function placeRing(name: string): PosterPart {
      const text = {
        text: name.toUpperCase(),
        x: round(left),
        baseline: round(top + size * 1.6),
        size: round(size * 0.82),
        weight: 600 as const,
        fill: theme.muted,
        anchor: 'start' as const,
        spacing: round(size * 0.05),
      };
      return { areas: [], marks: [], texts: [text] };
    }

    function placeRow({ row, lines, notes }: Extract<Item, { kind: 'row' }>): PosterPart {
      const radius = markRadius(size);
      const first = top + Math.max(size * 1.05, radius * 1.15 + size * 0.36);
      const mark = blipMark(
        {
          id: row.id,
          x: round(left + radius * 1.55),
          y: round(first - size * 0.36),
          radius: round(radius),
          // rows stand close: a ring around the disc keeps within its own
          room: radius * 0.2,
          number: row.number,
          pixelsPerUnit: 1,
          towards: 'left',
        },
        row,
        colours,
        theme,
      );
      const line = (text: string, baseline: number, letter: number, bold: boolean, fill: string) => ({
        text,
        x: round(left + gutter(setting)),
        baseline: round(baseline),
        size: round(letter),
        weight: bold ? (600 as const) : (400 as const),
        fill,
        anchor: 'start' as const,
      });
      const below = first + (lines.length - 1) * size * 1.25;
      const small = size * SUMMARY_SIZE;
      const { verdict = 'unchanged' } = row;
      const middle = { x: round(left + gutter(setting) - size * 0.62), y: round(first - size * 0.36) };
      return {
        areas: verdict === 'unchanged' ? [] : [placeSign(verdict, { ...middle, size: size * 0.68 }, theme)],
        marks: [mark],
        texts: [
          ...lines.map((text, at) => line(text, first + at * size * 1.25, size, notes.length > 0, theme.ink)),
          ...notes.map((text, at) => line(text, below + (at + 1) * small * 1.36, small, false, theme.muted)),
        ],
      };
    }
  });
  return joinParts([head, ...columns]);
}

function markRadius(size: number): number {
  return size * 0.74;
}

/** From the left edge of a row to its name: room for the mark, what is drawn around it, and a sign. */
function gutter({ size, signed }: Pick<ListSetting, 'size' | 'signed'>): number {
  return markRadius(size) * 3.4 + (signed ? size * 0.8 : 0);
}

function titleHeight(size: number): number {
  return size * 2.1;
}

function columnWidth({ width, columns }: ListSetting): number {
  return (width - (columns - 1) * COLUMN_GAP) / columns;
}

/** The least height at which the items run in so many columns; no ring's name stands alone at the foot of one. */
function shareOut(items: readonly Item[], columns: number): Item[][] {
  const all = heightOf(items);
  for (let limit = all / columns; ; limit += 4) {
    const shared = fill(items, limit);
    if (shared.length <= columns) return shared;
  }
}

/** A column that begins within a ring names it again. */
function fill(items: readonly Item[], limit: number): Item[][] {
  const columns: Item[][] = [];
  let room = 0;
  let ring: Item | undefined;
  for (const [at, item] of items.entries()) {
    if (item.kind === 'ring') ring = item;
    const next = items[at + 1];
    const needed = item.height + (item.kind === 'ring' && next ? next.height : 0);
    if (columns.length === 0 || needed > room) {
      columns.push(item.kind === 'row' && ring ? [ring] : []);
      room = limit - heightOf(columns.at(-1) ?? []);
    }
    columns.at(-1)?.push(item);
    room -= item.height;
  }
  return columns;
}

function heightOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.height, 0);
}
