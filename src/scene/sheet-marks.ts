import type { Grade } from '../domain/radar.ts';
import { measureText } from '../layout/measure-text.ts';
import { wrapText } from '../layout/wrap-text.ts';
import { round } from './blip-mark.ts';
import type { PosterArea } from './poster.ts';
import { arcPath, boxPath, type SheetPart, type SheetStyle, setText } from './sheet-part.ts';
import type { Theme } from './theme.ts';

/** Lines that are not filled still name a fill: the drawer paints what it is given. */
const NONE = 'none';

/** Disc for a verified statement, half a disc for a derived one, a dashed circle for an assumption; about (x, y). */
export function gradeMark(grade: Grade, x: number, y: number, radius: number, theme: Theme): PosterArea[] {
  const line = radius * 0.3;
  const outline = { fill: NONE, stroke: theme.ink, strokeWidth: round(line) };
  const circle = arcPath(x, y, radius - line / 2);
  if (grade === 'verified') return [{ path: `${circle}z`, ...outline, fill: theme.ink }];
  if (grade === 'derived') {
    return [
      { path: `${arcPath(x, y, radius - line / 2, 0.5, 1)}z`, fill: theme.ink },
      { path: circle, ...outline },
    ];
  }
  const dashes = [0, 1, 2, 3, 4, 5].map((at) => arcPath(x, y, radius - line / 2, at / 6, (at + 0.55) / 6));
  return [{ path: dashes.join(''), ...outline }];
}

/** A small title behind a disc with + for what speaks for the trend, − for what speaks against. */
export function signedTitle(
  sign: '+' | '-',
  text: string,
  note: string,
  width: number,
  style: SheetStyle,
): SheetPart {
  const { theme, body } = style;
  const radius = body * 0.56;
  const indent = body * 1.6;
  const title = setText(
    note,
    { width: width - indent, size: body, weight: 500, fill: theme.muted },
    { text, weight: 700, fill: theme.ink },
  );
  return {
    height: title.height,
    draw: (x, y) => {
      const [cx, cy] = [x + radius, y + body * 0.69];
      const arm = radius * 0.52;
      const dash = `M${round(cx - arm)} ${round(cy)}h${round(2 * arm)}`;
      const cross = `${dash}M${round(cx)} ${round(cy - arm)}v${round(2 * arm)}`;
      const drawn = title.draw(x + indent, y);
      return {
        ...drawn,
        areas: [
          { path: `${arcPath(cx, cy, radius)}z`, fill: theme.ink },
          {
            path: sign === '+' ? cross : dash,
            fill: NONE,
            stroke: theme.paper,
            strokeWidth: round(body * 0.12),
          },
        ],
      };
    },
  };
}

/** Words in a pill and its colours; without a ground it is an outline. */
export interface PillLook {
  text: string;
  ink: string;
  line: string;
  ground: string | null;
}

const PILL_LINE = 1.25;
const PILL_MARGIN = 0.45;
const PILL_PADDING = 0.7;
const PILL_GAP = 0.5;

/** Short words in rounded boxes, one after another, in as many rows as the width takes. */
export function setPills(pills: readonly PillLook[], width: number, size: number): SheetPart {
  const [padding, gap] = [size * PILL_PADDING, size * PILL_GAP];
  let [left, top, rowHeight] = [0, 0, 0];
  const placed = pills.map((pill) => {
    const lines = wrapText(pill.text, width - 2 * padding, size, 600);
    const own = Math.max(0, ...lines.map((line) => measureText(line, size, 600))) + 2 * padding;
    const height = size * (lines.length * PILL_LINE + PILL_MARGIN);
    if (left > 0 && left + own > width) [left, top, rowHeight] = [0, top + rowHeight + gap, 0];
    const place = { pill, lines, left, top, width: own, height };
    left += own + gap;
    rowHeight = Math.max(rowHeight, height);
    return place;
  });
  return {
    height: top + rowHeight,
    draw: (x, y) => ({
      marks: [],
      areas: placed.map((place) => ({
        path: boxPath(
          x + place.left + 0.5,
          y + place.top + 0.5,
          place.width - 1,
          place.height - 1,
          size * (PILL_LINE + PILL_MARGIN) * 0.5,
        ),
        fill: place.pill.ground ?? NONE,
        stroke: place.pill.line,
        strokeWidth: 1.2,
      })),
      texts: placed.flatMap((place) =>
        place.lines.map((text, line) => ({
          text,
          x: round(x + place.left + padding),
          baseline: round(y + place.top + size * (PILL_MARGIN / 2 + (line + 0.5) * PILL_LINE + 0.364)),
          size: round(size),
          weight: 600 as const,
          fill: place.pill.ink,
          anchor: 'start' as const,
        })),
      ),
    }),
  };
}

/** Width of a row of pills. */
export function pillsWidth(pills: readonly PillLook[], size: number): number {
  return pills.reduce(
    (sum, pill) => sum + measureText(pill.text, size, 600) + size * (2 * PILL_PADDING + PILL_GAP),
    0,
  );
}
