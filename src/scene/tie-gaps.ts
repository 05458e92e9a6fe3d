import type { Box } from '../layout/box.ts';
import type { RadarLayout } from '../layout/lay-out-radar.ts';
import { measureText } from '../layout/measure-text.ts';
import { round } from './blip-mark.ts';
import type { TieShape } from './tie-shapes.ts';

/** Around letters, in px. */
const PADDING = 3;

/**
 * Where the lines of relations leave a gap, so that they run through no disc that they do not end at, no name that stays
 * lit, and no label: a path around those, in radar units.
 *
 * @param trend id of the selected trend, whose name is set in bold
 */
export function buildTieGaps(layout: RadarLayout, trend: string, shapes: readonly TieShape[]): string {
  const lit = new Set([trend, ...shapes.map((shape) => shape.trend)]);
  const padding = PADDING / layout.pixelsPerUnit;
  const texts = [...lit].flatMap((id) => nameLines(layout, id, id === trend ? 700 : 500));
  const labels = shapes.flatMap(({ label }) => (label === null ? [] : [label.box]));
  const discs = layout.blips.filter((blip) => lit.has(blip.id));
  return [
    ...texts.map((box) => boxPath(box, padding)),
    ...labels.map((box) => boxPath(box, 0)),
    ...discs.map(({ x, y }) => discPath(x, y, layout.blipRadius)),
  ].join('');
}

/** The box of each line of a name, which is narrower than that of the name wherever another line is longer. */
function nameLines(layout: RadarLayout, id: string, weight: 500 | 700): Box[] {
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

function boxPath({ x, y, width, height }: Box, padding: number): string {
  const [across, down] = [round(width + 2 * padding), round(height)];
  return `M${round(x - padding)} ${round(y)}h${across}v${down}h${-across}z`;
}

function discPath(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
