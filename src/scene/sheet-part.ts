import { measureText, type TextWeight } from '../layout/measure-text.ts';
import { wrapText } from '../layout/wrap-text.ts';
import { round } from './blip-mark.ts';
import { joinParts, type PosterArea, type PosterPart } from './poster.ts';
import type { QuadrantColours, Theme } from './theme.ts';

/** A piece of a sheet that knows its height, and is drawn with its upper left corner at (x, y). Design px. */
export interface SheetPart {
  height: number;
  draw: (x: number, y: number) => PosterPart;
}

/** What a sheet is set in: its colours, and sizes of letters that follow from that of its running text, in design px. */
export interface SheetStyle {
  theme: Theme;
  /** Hue of the trend's quadrant. */
  hue: QuadrantColours;
  body: number;
  /** Sources and the like. */
  small: number;
  /** Titles of sections, and the summary. */
  large: number;
}

/** Letters on a sheet are no smaller than this, px. */
export const LEAST_SIZE = 9;

export function sheetStyle(theme: Theme, hue: QuadrantColours, body: number): SheetStyle {
  return { theme, hue, body, small: Math.max(LEAST_SIZE, body * 0.87), large: body * 1.2 };
}

/** How a text is set; without `fill` in ink. */
export interface TextSetting {
  width: number;
  size: number;
  weight?: TextWeight;
  fill: string;
  /** Distance of two baselines, as a multiple of the size. */
  leading?: number;
}

const LEADING = 1.38;
/** From the middle of a line to its baseline, as a multiple of the size. */
const TO_BASELINE = 0.364;

/** A paragraph, after a label that runs in where it leaves room on its line. */
export function setText(
  text: string,
  setting: TextSetting,
  label: { text: string; weight: TextWeight; fill: string } | null = null,
): SheetPart {
  const { width, size, weight = 400, fill, leading = LEADING } = setting;
  const labels = label === null ? [] : wrapText(label.text, width, size, label.weight);
  const lastLabel = labels.at(-1) ?? '';
  const indent = label === null ? 0 : measureText(`${lastLabel} `, size, label.weight);
  const lines = wrapText(text, width, size, weight, Math.min(indent, width));
  const pitch = size * leading;
  // the text begins on the line on which the label ends
  const begins = Math.max(0, labels.length - 1);
  const count = Math.max(labels.length, begins + lines.length);
  const baseline = (y: number, line: number) => round(y + (line + 0.5) * pitch + size * TO_BASELINE);
  return {
    height: count * pitch,
    draw: (x, y) => {
      const shape = (words: string, at: number, line: number) => ({
        text: words,
        x: round(at),
        baseline: baseline(y, line),
        size: round(size),
        anchor: 'start' as const,
      });
      return {
        areas: [],
        marks: [],
        texts: [
          ...labels.map((words, line) => ({
            ...shape(words, x, line),
            weight: label?.weight ?? weight,
            fill: label?.fill ?? fill,
          })),
          ...lines.flatMap((words, line) =>
            words === ''
              ? []
              : [{ ...shape(words, line === 0 ? x + indent : x, begins + line), weight, fill }],
          ),
        ],
      };
    },
  };
}

/** Parts one below another. */
export function stackParts(parts: readonly SheetPart[], gap = 0): SheetPart {
  return {
    height: parts.reduce((sum, part) => sum + part.height, Math.max(0, parts.length - 1) * gap),
    draw: (x, y) => {
      let top = y;
      return joinParts(
        parts.map((part) => {
          const drawn = part.draw(x, top);
          top += part.height + gap;
          return drawn;
        }),
      );
    },
  };
}

/** Parts side by side, each so far from the left, their upper edges in line. */
export function placeBeside(parts: readonly { part: SheetPart; at: number }[]): SheetPart {
  return {
    height: Math.max(0, ...parts.map(({ part }) => part.height)),
    draw: (x, y) => joinParts(parts.map(({ part, at }) => part.draw(x + at, y))),
  };
}

/** Space. */
export function space(height: number): SheetPart {
  return { height, draw: () => ({ areas: [], marks: [], texts: [] }) };
}

/** Shapes without letters, so high. */
export function drawAreas(height: number, areas: (x: number, y: number) => PosterArea[]): SheetPart {
  return { height, draw: (x, y) => ({ areas: areas(x, y), marks: [], texts: [] }) };
}

/** Path of a box with round corners. */
export function boxPath(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const corner = (dx: number, dy: number) => `a${round(r)} ${round(r)} 0 0 1 ${round(dx)} ${round(dy)}`;
  const [across, down] = [round(width - 2 * r), round(height - 2 * r)];
  return (
    `M${round(x + r)} ${round(y)}h${across}${corner(r, r)}v${down}${corner(-r, r)}` +
    `h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
  );
}

/** Path of an arc, angles in turns clockwise from the top; of a whole circle without them. */
export function arcPath(x: number, y: number, radius: number, from = 0, to = 1): string {
  const point = (turn: number) => {
    const angle = turn * 2 * Math.PI;
    return `${round(x + radius * Math.sin(angle))} ${round(y - radius * Math.cos(angle))}`;
  };
  const r = round(radius);
  const middle = (from + to) / 2;
  return `M${point(from)}A${r} ${r} 0 0 1 ${point(middle)}A${r} ${r} 0 0 1 ${point(to)}`;
}
