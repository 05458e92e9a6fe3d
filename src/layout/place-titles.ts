import { type Box, boxDistance, boxesTouch } from './box.ts';
import { RADAR_RADIUS } from './divide-rings.ts';
import { measureText } from './measure-text.ts';

/** What a title says of a quadrant. */
export interface QuadrantCount {
  id: string;
  name: string;
  count: number;
}

/** A quadrant's title with the count below it, in a corner or at a side of the picture, outside the circle. */
export interface QuadrantTitle {
  id: string;
  text: string;
  note: string;
  /** Where the text is anchored, and the baselines of both lines. */
  x: number;
  baseline: number;
  noteBaseline: number;
  align: 'start' | 'middle' | 'end';
  size: number;
  noteSize: number;
  box: Box;
}

/** Space between the frame and what stands at its edge, in px. */
const PADDING = 16;
/** Free space between the circle and a title, in px. */
export const AWAY = 10;

/**
 * Finds the largest scale at which the circle and all quadrant titles fit into the frame side by side. Titles
 * stand at the edges of the frame, in the direction of the middle of their quadrant.
 *
 * @param frame px
 * @param size px of the title's letters
 */
export function placeTitles(
  quadrants: readonly QuadrantCount[],
  frame: { width: number; height: number },
  size: number,
): { pixelsPerUnit: number; view: Box; quadrantTitles: QuadrantTitle[] } {
  const most = (Math.min(frame.width, frame.height) / 2 - PADDING) / RADAR_RADIUS;
  const titles = quadrants.map((quadrant, at) => sizeTitle(quadrant, at, quadrants.length, size));
  let scale = most;
  let boxes = seatTitles(titles, frame, scale);
  while (boxes === null && scale > most * 0.5) {
    scale -= most * 0.02;
    boxes = seatTitles(titles, frame, scale);
  }
  // a frame that is too small for the titles still shows them: at their own height, over the rim
  const seated = boxes ?? titles.map((title) => titleBox(title, frame, title.reach));
  const unit = 1 / scale;
  return {
    pixelsPerUnit: scale,
    view: {
      x: (-frame.width / 2) * unit,
      y: (-frame.height / 2) * unit,
      width: frame.width * unit,
      height: frame.height * unit,
    },
    quadrantTitles: seated.flatMap((box, at) => {
      const title = titles[at];
      return title === undefined ? [] : [setTitle(title, box, { x: 0, y: 0 }, unit)];
    }),
  };
}

/** A title at its box (px from the middle of the frame), in radar units; `middle` is what the frame is centred on. */
export function setTitle(
  title: SizedTitle,
  box: Box,
  middle: { x: number; y: number },
  unit: number,
): QuadrantTitle {
  const { text, note, align, size, noteSize } = title;
  const x = middle.x + box.x * unit;
  const y = middle.y + box.y * unit;
  return {
    id: title.id,
    text,
    note,
    align,
    x: align === 'start' ? x : x + box.width * unit,
    baseline: y + size * 0.95 * unit,
    noteBaseline: y + (size * 1.15 + noteSize * 1.05) * unit,
    size: size * unit,
    noteSize: noteSize * unit,
    box: { x, y, width: box.width * unit, height: box.height * unit },
  };
}

/** A title whose letters are measured, in px. */
export interface SizedTitle {
  id: string;
  size: number;
  noteSize: number;
  text: string;
  note: string;
  width: number;
  height: number;
  align: 'start' | 'end';
  /** Height at which it stands best: -1 the top of the frame, 1 the bottom. */
  reach: number;
}

/** @param at the quadrant's position among `of` */
export function sizeTitle(quadrant: QuadrantCount, at: number, of: number, size: number): SizedTitle {
  const noteSize = Math.max(12, size * 0.62);
  const middle = -Math.PI / 2 + ((at + 0.5) * 2 * Math.PI) / of;
  const note = `${quadrant.count} ${quadrant.count === 1 ? 'trend' : 'trends'}`;
  return {
    id: quadrant.id,
    size,
    noteSize,
    text: quadrant.name,
    note,
    width: Math.max(measureText(quadrant.name, size, 700), measureText(note, noteSize, 400)) * 1.03,
    height: size * 1.2 + noteSize * 1.3,
    // straight above and below the circle leaves no room: those titles take a left corner
    align: Math.sin(middle) > 0.01 ? 'end' : 'start',
    // four quadrants land in the four corners; more of them spread along the sides
    reach: Math.max(-1, Math.min(1, -Math.cos(middle) * Math.SQRT2)),
  };
}

/** How far a title moves along its side at a time, as a share of half the frame's height. */
const STEP = 0.1;

/** A place at its side of the frame for each title, nearest to where it stands best; null where one has none. */
function seatTitles(
  titles: readonly SizedTitle[],
  frame: { width: number; height: number },
  scale: number,
): Box[] | null {
  const seated: Box[] = [];
  for (const title of titles) {
    const reaches = Array.from(
      { length: 41 },
      (_, at) => title.reach + (at % 2 === 0 ? 1 : -1) * Math.ceil(at / 2) * STEP,
    );
    const box = reaches
      .filter((reach) => reach >= -1.001 && reach <= 1.001)
      .map((reach) => titleBox(title, frame, reach))
      .find(
        (one) =>
          boxDistance(one, 0, 0) >= RADAR_RADIUS * scale + AWAY &&
          !seated.some((other) => boxesTouch(one, other)),
      );
    if (box === undefined) return null;
    seated.push(box);
  }
  return seated;
}

export function titleBox(title: SizedTitle, frame: { width: number; height: number }, reach: number): Box {
  const { width, height, align } = title;
  const x = align === 'start' ? -frame.width / 2 + PADDING : frame.width / 2 - PADDING - width;
  return { x, y: reach * (frame.height / 2 - PADDING - height / 2) - height / 2, width, height };
}
