import type { Box } from './box.ts';
import { measureText } from './measure-text.ts';

/** A quadrant's title with the count below it, in a corner or at a side of the picture, outside the circle. */
export interface QuadrantTitle {
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

/** A ring's name on the horizontal axis, centred on (x, y). */
export interface RingTitle {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export function ringTitleBox(title: RingTitle): Box {
  return {
    x: title.x - title.width / 2,
    y: title.y - title.size * 0.62,
    width: title.width,
    height: title.size * 1.24,
  };
}

const PADDING = 16;
const OUTER = 500;
/** Free space between the circle and a title, in px. */
const AWAY = 10;

/**
 * Finds the largest scale at which the circle and all quadrant titles fit into the frame side by side. Titles
 * stand at the edges of the frame, in the direction of the middle of their quadrant.
 *
 * @param frame px
 * @param size px of the title's letters
 */
export function placeTitles(
  quadrants: readonly { name: string; count: number }[],
  frame: { width: number; height: number },
  size: number,
): { pixelsPerUnit: number; view: Box; quadrantTitles: QuadrantTitle[] } {
  const noteSize = Math.max(12, size * 0.62);
  const most = (Math.min(frame.width, frame.height) / 2 - PADDING) / OUTER;
  const boxes = quadrants.map((quadrant, at) =>
    titleBox(quadrant, at, quadrants.length, frame, size, noteSize),
  );
  const fits = (scale: number) => boxes.every(({ box }) => distanceFromCentre(box) >= OUTER * scale + AWAY);
  let scale = most;
  while (!fits(scale) && scale > most * 0.6) scale -= most * 0.01;
  const unit = 1 / scale;
  return {
    pixelsPerUnit: scale,
    view: {
      x: (-frame.width / 2) * unit,
      y: (-frame.height / 2) * unit,
      width: frame.width * unit,
      height: frame.height * unit,
    },
    quadrantTitles: boxes.map(({ box, align, text, note }) => ({
      text,
      note,
      align,
      x: (align === 'start' ? box.x : align === 'end' ? box.x + box.width : box.x + box.width / 2) * unit,
      baseline: (box.y + size * 0.95) * unit,
      noteBaseline: (box.y + size * 1.15 + noteSize * 1.05) * unit,
      size: size * unit,
      noteSize: noteSize * unit,
      box: { x: box.x * unit, y: box.y * unit, width: box.width * unit, height: box.height * unit },
    })),
  };
}

function titleBox(
  quadrant: { name: string; count: number },
  at: number,
  of: number,
  frame: { width: number; height: number },
  size: number,
  noteSize: number,
): { box: Box; align: QuadrantTitle['align']; text: string; note: string } {
  const middle = -Math.PI / 2 + ((at + 0.5) * 2 * Math.PI) / of;
  const note = `${quadrant.count} ${quadrant.count === 1 ? 'trend' : 'trends'}`;
  const width = Math.max(measureText(quadrant.name, size, 700), measureText(note, noteSize, 400)) * 1.03;
  const height = size * 1.2 + noteSize * 1.3;
  const sideways = Math.sin(middle);
  // with two quadrants the middles lie straight above and below, where the circle leaves no room: use the corner
  const align = Math.abs(sideways) < 0.01 ? 'start' : sideways < 0 ? 'start' : 'end';
  const x = align === 'start' ? -frame.width / 2 + PADDING : frame.width / 2 - PADDING - width;
  // four quadrants land in the four corners; more of them spread along the sides
  const reach = Math.max(-1, Math.min(1, -Math.cos(middle) * Math.SQRT2));
  const room = frame.height / 2 - PADDING - height / 2;
  return { box: { x, y: reach * room - height / 2, width, height }, align, text: quadrant.name, note };
}

function distanceFromCentre(box: Box): number {
  const x = Math.max(box.x, 0, -(box.x + box.width));
  const y = Math.max(box.y, 0, -(box.y + box.height));
  return Math.hypot(x, y);
}
