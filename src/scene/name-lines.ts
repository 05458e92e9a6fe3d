import type { Box } from '../layout/box.ts';
import type { RadarLayout } from '../layout/lay-out-radar.ts';
import { measureText } from '../layout/measure-text.ts';
import { round } from './blip-mark.ts';

/**
 * The box of each line of a blip's name, which is narrower than that of the name wherever another line is longer; none
 * for a blip without a name.
 */
export function nameLines(layout: RadarLayout, id: string, weight: 500 | 700): Box[] {
  const name = layout.names.get(id);
  if (name === undefined) return [];
  const height = name.height / Math.max(1, name.lines.length);
  return name.lines.map((line, at) => {
    const width = measureText(line, layout.nameSize, weight);
    const free = name.width - width;
    const left = name.align === 'start' ? 0 : name.align === 'end' ? free : free / 2;
    return { x: name.x + left, y: name.y + at * height, width, height };
  });
}

/** A path around a box, wider by `padding` on the left and the right. */
export function boxPath({ x, y, width, height }: Box, padding: number): string {
  const [across, down] = [round(width + 2 * padding), round(height)];
  return `M${round(x - padding)} ${round(y)}h${across}v${down}h${-across}z`;
}

/** A path around a disc. */
export function discPath(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
