import type { Edition, Movement } from '../domain/radar.ts';
import type { Strength } from '../domain/strength.ts';
import { measureText } from '../layout/measure-text.ts';
import { wrapText } from '../layout/wrap-text.ts';
import { blipMark, round } from './blip-mark.ts';
import { placeSign } from './fit-shapes.ts';
import { MOVEMENT_LEGEND, movementLegendTitle, STRENGTH_LEGEND } from './legend-words.ts';
import { FIT_LEGEND, lensTitle, UNSIGNED } from './lens-words.ts';
import { joinParts, type PosterPart } from './poster.ts';
import type { PosterLens } from './poster-options.ts';
import { quadrantColours, type Theme } from './theme.ts';

const SIZE = 13;
const MARK_RADIUS = 8;
/** From the middle of a mark to its words, from the words to the next mark's middle, and between the two groups. */
const TO_WORDS = 17;
const BETWEEN = 22;
const GROUPS = 24;
const ROW = 27;
const LINE = 19;

/**
 * What the marks mean, and at the right what is said of the file, standing on the line `bottom`; in as many rows as
 * the width takes. Design px.
 *
 * @param since the edition that movement is counted from; without one there is none to explain but a reported one
 * @returns the shapes and the height that they take
 */
export function placeLegend(place: {
  x: number;
  bottom: number;
  width: number;
  since: Edition | null;
  /** Whether a movement is as reported, as there is no edition before. */
  reported?: boolean;
  /** Sentences about the file, which stand together or one by row. */
  notes: readonly string[];
  /** The lens whose verdicts the chart shows; it is told above the rest. */
  lens: PosterLens | null;
  /** Position of the quadrant whose colours the marks have. */
  hue: number;
  theme: Theme;
}): PosterPart & { height: number } {
  const { x, width, theme, since } = place;
  const fills: Item[] = STRENGTH_LEGEND.map(([strength, words]) => ({ words, strength, movement: 'same' }));
  const moves: Item[] = MOVEMENT_LEGEND.map(([movement, words]) => ({ words, strength: 'strong', movement }));
  const title = movementLegendTitle(since, place.reported === true);
  const groups = [
    { title: '', items: fills },
    ...(title === null ? [] : [{ title: `${title}:`, items: moves }]),
  ];
  const rows: { groups: typeof groups; width: number }[] = [];
  for (const group of groups) {
    const own = titleWidth(group.title) + group.items.reduce((sum, item) => sum + widthOf(item.words), 0);
    const row = rows.at(-1);
    if (row && row.width + GROUPS + own <= width) {
      row.groups.push(group);
      row.width += GROUPS + own;
    } else rows.push({ groups: [group], width: own });
  }
  const notes = [place.notes.join(' · ')];
  const noteWidth = measureText(notes[0] ?? '', SIZE, 400);
  const beside = (rows.at(-1)?.width ?? 0) + GROUPS + noteWidth <= width;
  const noteRows = beside ? [] : noteWidth <= width ? notes : place.notes;
  const height = (rows.length + noteRows.length) * ROW;
  const part: PosterPart = { areas: [], marks: [], texts: [] };
  const text = (words: string, at: number, baseline: number, anchor: 'start' | 'end') =>
    part.texts.push({
      text: words,
      x: round(at),
      baseline,
      size: SIZE,
      weight: 400,
      fill: theme.muted,
      anchor,
    });
  let baseline = round(place.bottom - height + ROW * 0.7);
  for (const row of rows) {
    let at = x;
    for (const { title, items } of row.groups) {
      if (title !== '') text(title, at, baseline, 'start');
      at += titleWidth(title) + MARK_RADIUS * 1.5;
      for (const item of items) {
        const middle = { x: round(at), y: round(baseline - SIZE * 0.36) };
        const mark = { id: item.words, ...middle, radius: MARK_RADIUS, number: 0, pixelsPerUnit: 1 };
        part.marks.push(
          blipMark({ ...mark, towards: 'left' }, item, quadrantColours(theme, place.hue), theme),
        );
        text(item.words, at + TO_WORDS, baseline, 'start');
        at += widthOf(item.words);
      }
      at += GROUPS - MARK_RADIUS * 1.5;
    }
    baseline += ROW;
  }
  if (beside) text(notes[0] ?? '', x + width, baseline - ROW, 'end');
  for (const note of noteRows) {
    text(note, x, baseline, 'start');
    baseline += ROW;
  }
  if (place.lens === null) return { ...part, height };
  const above = placeLens(place.lens, { x, bottom: place.bottom - height, width, theme });
  return { ...joinParts([above, part]), height: height + above.height };
}

/** The name of a lens, its conditions, and what its signs mean, standing on the line `bottom`. Design px. */
function placeLens(
  lens: PosterLens,
  place: { x: number; bottom: number; width: number; theme: Theme },
): PosterPart & { height: number } {
  const { x, width, theme } = place;
  const rows: { verdict?: (typeof FIT_LEGEND)[number][0]; words: string; at: number }[][] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const [verdict, words] of [...FIT_LEGEND, [undefined, UNSIGNED] as const]) {
    const room = verdict === undefined ? 0 : MARK_RADIUS * 1.5 + TO_WORDS;
    const own = room + measureText(words, SIZE, 400);
    if (end + own > width) {
      rows.push([]);
      end = 0;
    }
    rows.at(-1)?.push({ ...(verdict && { verdict }), words, at: x + end + room });
    end += own + BETWEEN;
  }
  const titles = wrapText(lensTitle(lens), width, SIZE, 600);
  const height = titles.length * LINE + rows.length * ROW;
  const part: PosterPart = { areas: [], marks: [], texts: [] };
  const letters = { size: SIZE, anchor: 'start' as const };
  let baseline = round(place.bottom - height + LINE * 0.75);
  for (const text of titles) {
    part.texts.push({ text, x: round(x), baseline, weight: 600, fill: theme.ink, ...letters });
    baseline = round(baseline + LINE);
  }
  baseline = round(baseline + ROW - LINE);
  for (const row of rows) {
    for (const { verdict, words, at } of row) {
      part.texts.push({ text: words, x: round(at), baseline, weight: 400, fill: theme.muted, ...letters });
      if (verdict === undefined) continue;
      const middle = { x: round(at - TO_WORDS), y: round(baseline - SIZE * 0.36) };
      part.areas.push(...placeSignOnDisc(verdict, middle, theme));
    }
    baseline = round(baseline + ROW);
  }
  return { ...part, height };
}

/** A sign as it stands on the blips. */
function placeSignOnDisc(
  verdict: (typeof FIT_LEGEND)[number][0],
  { x, y }: { x: number; y: number },
  theme: Theme,
): PosterPart['areas'] {
  const r = MARK_RADIUS;
  const path = `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  return [
    { path, fill: theme.panel, stroke: theme.ink, strokeWidth: 1 },
    placeSign(verdict, { x, y, size: r * 1.4 }, theme),
  ];
}

/** One mark with its meaning. */
interface Item {
  words: string;
  strength: Strength;
  movement: Movement;
}

function titleWidth(title: string): number {
  return title === '' ? 0 : measureText(title, SIZE, 400) + 10;
}

function widthOf(words: string): number {
  return TO_WORDS + measureText(words, SIZE, 400) + BETWEEN;
}
