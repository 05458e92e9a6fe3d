import { STRENGTH_WORDS } from '../domain/words.ts';
import { measureText } from '../layout/measure-text.ts';
import { blipMark, round } from './blip-mark.ts';
import type { SheetContent } from './sheet-content.ts';
import { type PillLook, setPills } from './sheet-marks.ts';
import {
  boxPath,
  placeBeside,
  type SheetPart,
  type SheetStyle,
  setText,
  space,
  stackParts,
} from './sheet-part.ts';

/** The head of a sheet and where beside it the chart stands, from its upper left corner. */
export interface SheetHead {
  part: SheetPart;
  chart: { x: number; y: number; size: number } | null;
}

/** How the page is divided. Design px. */
export interface SheetGrid {
  columns: number;
  columnWidth: number;
  gap: number;
  width: number;
}

const KICKER = 15;
const NAME_SIZES = [46, 43, 40, 37, 34, 31, 28];
/** Size of the chart, px: as high as the words beside it, within limits, and within a share of what is across. */
const CHART = { least: 190, most: 320, ofColumn: 0.5, ofPage: 0.27 };
const BETWEEN = 24;

/**
 * Sets the head: what the trend is, where it stands, whether that is earned and why. On three columns or more it takes
 * one row, with verdict and chart in the last column; otherwise the chart stands right of the name.
 *
 * @param bare leaves out the chart, for a page that has no room for it
 */
export function setHead(
  content: SheetContent,
  number: number,
  grid: SheetGrid,
  style: SheetStyle,
  bare: boolean,
): SheetHead {
  const { columns, columnWidth, gap, width } = grid;
  const summary = (room: number) =>
    content.shown.summary === undefined
      ? []
      : [
          setText(content.shown.summary, {
            width: room,
            size: style.large,
            fill: style.theme.ink,
            leading: 1.42,
          }),
        ];
  const why = (room: number) => (content.reason === undefined ? [] : [setWhy(content, room, style)]);

  if (columns >= 3) {
    const left = width - columnWidth - gap;
    const half = (left - gap) / 2;
    const title = setTitle(content, number, left, style);
    const words = placeBeside([
      { part: stackParts(summary(half)), at: 0 },
      { part: stackParts(why(half)), at: half + gap },
    ]);
    const text = stackParts([title, words], words.height > 0 ? 20 : 0);
    const most = Math.min(CHART.most, columnWidth * CHART.ofColumn);
    const size = bare ? 0 : Math.min(most, Math.max(CHART.least, text.height));
    const cardWidth = bare ? columnWidth : columnWidth - size - BETWEEN;
    const card = setVerdict(content, cardWidth, size, style);
    const part = placeBeside([
      { part: text, at: 0 },
      { part: card, at: left + gap },
    ]);
    const chart = bare ? null : { x: width - size, y: 0, size };
    return { part: { ...part, height: Math.max(part.height, size) }, chart };
  }

  const most = bare ? 0 : Math.min(CHART.most, width * CHART.ofPage);
  const room = bare ? width : width - most - BETWEEN;
  const title = stackParts([setTitle(content, number, room, style), ...summary(room)], 16);
  const size = Math.min(most, Math.max(CHART.least, title.height));
  const top = { ...title, height: Math.max(title.height, size) };
  const reasons = why(columns === 1 ? width : columnWidth);
  const beside = columns > 1 && reasons.length > 0;
  const verdict = (least: number) => setVerdict(content, beside ? columnWidth : width, least, style);
  const row = beside
    ? placeBeside([
        { part: verdict(reasons[0]?.height ?? 0), at: 0 },
        { part: stackParts(reasons), at: columnWidth + gap },
      ])
    : stackParts([verdict(0), ...reasons], 14);
  return {
    part: stackParts([top, row], 14 + style.body * 0.4),
    chart: bare ? null : { x: width - size, y: 0, size },
  };
}

/** Radar and edition, number and name, quadrant and ring, subtitle and movement. */
function setTitle(content: SheetContent, number: number, width: number, style: SheetStyle): SheetPart {
  const { theme, hue } = style;
  const { shown } = content;
  const kicker = setText(content.kicker, { width, size: KICKER, weight: 600, fill: theme.muted });
  const radius = 23;
  const indent = 2 * radius + 16;
  const size =
    NAME_SIZES.find((one) => measureText(shown.name, one, 700) <= width - indent) ?? NAME_SIZES.at(-1) ?? 28;
  const name = setText(shown.name, {
    width: width - indent,
    size,
    weight: 700,
    fill: theme.ink,
    leading: 1.2,
  });
  const line = Math.max(2 * radius + 6, size * 1.2);
  const drop = (line - size * 1.2) / 2;
  const badge: SheetPart = {
    height: line,
    draw: (x, y) => ({
      areas: [],
      texts: [],
      marks: [
        blipMark(
          {
            id: shown.id,
            x: round(x + radius),
            y: round(y + line / 2),
            radius,
            number,
            pixelsPerUnit: 0.6,
          },
          { strength: shown.strength, movement: 'same' },
          hue,
          theme,
        ),
      ],
    }),
  };
  const headline = placeBeside([
    { part: badge, at: 0 },
    { part: stackParts([space(drop), name]), at: indent },
  ]);
  const pills: PillLook[] = [
    { text: content.quadrant, ink: hue.main, line: hue.main, ground: null },
    { text: content.ring, ink: theme.paper, line: theme.ink, ground: theme.ink },
    ...(content.moved === null
      ? []
      : [{ text: content.moved, ink: theme.ink, line: theme.line, ground: null }]),
  ];
  return stackParts([
    kicker,
    space(10),
    headline,
    ...(shown.subtitle === undefined
      ? []
      : [space(2), setText(shown.subtitle, { width, size: 19, fill: theme.muted })]),
    space(10),
    setPills(pills, width, 14.5),
    ...(content.rule === null
      ? []
      : [space(8), setText(content.rule, { width, size: Math.min(13, style.body), fill: theme.muted })]),
  ]);
}

function setWhy(content: SheetContent, width: number, style: SheetStyle): SheetPart {
  const { theme, body } = style;
  return stackParts([
    setText(`Why ${content.ring}`, { width, size: body, weight: 700, fill: theme.ink }),
    space(body * 0.1),
    setText(content.reason ?? '', { width, size: body, fill: theme.ink, leading: 1.42 }),
  ]);
}

/**
 * How strong the evidence is, whether it earns the ring, and what is missing: a card in the hue of the quadrant.
 *
 * @param least the least height of the card
 */
function setVerdict(content: SheetContent, width: number, least: number, style: SheetStyle): SheetPart {
  const { theme, hue, body } = style;
  const { shown, counts, ring, missing } = content;
  const [bar, padding] = [5, 16];
  const room = width - bar - 2 * padding;
  const line = (text: string, fill: string) => setText(text, { width: room, size: body, fill });
  const words = stackParts(
    [
      setText(STRENGTH_WORDS[shown.strength], {
        width: room,
        size: style.large,
        weight: 700,
        fill: theme.ink,
      }),
      shown.earned
        ? setText(`✓ ${ring} is earned`, { width: room, size: body * 1.15, weight: 600, fill: theme.ink })
        : setPills(
            [{ text: `× ${ring} is not earned`, ink: theme.ink, line: theme.ink, ground: null }],
            room,
            body,
          ),
      ...(counts.facts === 0
        ? []
        : [
            space(body * 0.1),
            line(
              `${counts.facts} ${counts.facts === 1 ? 'fact' : 'facts'}: ${stanceCounts(content)}`,
              theme.ink,
            ),
            line(gradeCounts(content), theme.muted),
          ]),
      ...(missing.length === 0 ? [] : [line(`Missing for ${ring}: ${missing.join('; ')}.`, theme.ink)]),
    ],
    body * 0.18,
  );
  const height = Math.max(least, words.height + 2 * padding * 0.85);
  return {
    height,
    draw: (x, y) => {
      const drawn = words.draw(x + bar + padding, y + (height - words.height) / 2);
      return {
        ...drawn,
        areas: [
          {
            path: boxPath(x + 0.5, y + 0.5, width - 1, height - 1, 8),
            fill: theme.panel,
            stroke: theme.line,
            strokeWidth: 1,
          },
          { path: boxPath(x, y, bar, height, 2.5), fill: hue.main },
          ...drawn.areas,
        ],
      };
    },
  };
}

function gradeCounts({ counts }: SheetContent): string {
  return joinCounts([
    [counts.verified, 'verified'],
    [counts.derived, 'derived'],
    [counts.assumption, counts.assumption === 1 ? 'assumption' : 'assumptions'],
  ]);
}

function stanceCounts({ counts }: SheetContent): string {
  return joinCounts([
    [counts.supports, counts.supports === 1 ? 'supports' : 'support'],
    [counts.limits, counts.limits === 1 ? 'limits' : 'limit'],
  ]);
}

/** Counts in a row; a line may end between two of them only. */
function joinCounts(counts: readonly (readonly [number, string])[]): string {
  return counts.map(([count, words]) => `${count}\u00a0${words}`).join('\u00a0· ');
}
