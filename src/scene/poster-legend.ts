import { editionWords } from '../domain/editions.ts';
import type { Movement } from '../domain/movement.ts';
import type { Edition } from '../domain/radar.ts';
import type { Strength } from '../domain/strength.ts';
import { measureText } from '../layout/measure-text.ts';
import { blipMark, round } from './blip-mark.ts';
import { MOVEMENT_LEGEND, STRENGTH_LEGEND } from './legend-words.ts';
import type { PosterPart } from './poster.ts';
import { quadrantColours, type Theme } from './theme.ts';

const SIZE = 13;
const MARK_RADIUS = 8;
/** From the middle of a mark to its words, from the words to the next mark's middle, and between the two groups. */
const TO_WORDS = 17;
const BETWEEN = 22;
const GROUPS = 24;
const ROW = 27;

/**
 * What the marks mean, and at the right what is said of the file, standing on the line `bottom`; in as many rows as
 * the width takes. Design px.
 *
 * @param since the edition that movement is counted from; without one there is no movement to explain
 * @returns the shapes and the height that they take
 */
export function placeLegend(place: {
  x: number;
  bottom: number;
  width: number;
  since: Edition | null;
  /** Sentences about the file, which stand together or one by row. */
  notes: readonly string[];
  /** Position of the quadrant whose colours the marks have. */
  hue: number;
  theme: Theme;
}): PosterPart & { height: number } {
  const { x, width, theme, since } = place;
  const fills: Item[] = STRENGTH_LEGEND.map(([strength, words]) => ({ words, strength, movement: 'same' }));
  const moves: Item[] = MOVEMENT_LEGEND.map(([movement, words]) => ({ words, strength: 'strong', movement }));
  const groups = [
    { title: '', items: fills },
    ...(since === null ? [] : [{ title: `Since ${editionWords(since)}:`, items: moves }]),
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
  return { ...part, height };
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
