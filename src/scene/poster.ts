import type { FitShape } from './fit-shapes.ts';
import type { MoveShapes } from './move-arrows.ts';
import type { BlipShape, Scene, TextShape } from './shapes.ts';

/** A chart on a poster. Its place is in design px; its scene keeps its own units. */
export interface PosterChart {
  x: number;
  y: number;
  width: number;
  height: number;
  scene: Scene;
  /** The selected trend and those that stay lit with it; without it nothing dims. */
  emphasis?: { selected: string; lit: ReadonlySet<string> } | undefined;
  /** The verdicts of a lens, over the blips, in units of the scene. */
  verdicts?: readonly FitShape[] | undefined;
  /** What a workshop has moved, over the chart, in units of the scene. */
  moves?: MoveShapes | undefined;
}

/** A filled path in design px: a rule, the ground of a badge, a box. */
export interface PosterArea {
  path: string;
  fill: string;
  stroke?: string;
  strokeWidth?: number;
}

/** A piece of a page: shapes at their final places, in design px. */
export type PosterPart = Pick<Poster, 'areas' | 'marks' | 'texts'>;

/** Pieces as one, in the order in which they are drawn. */
export function joinParts(parts: readonly PosterPart[]): PosterPart {
  return {
    areas: parts.flatMap((part) => part.areas),
    marks: parts.flatMap((part) => part.marks),
    texts: parts.flatMap((part) => part.texts),
  };
}

/**
 * A page that can stand alone, as plain data: final coordinates, colours and texts. Lengths in design px, in which
 * letters have the size that they have on a screen; a file or a bitmap scales the whole page to its own size.
 */
export interface Poster {
  width: number;
  height: number;
  /** What the page is called by a screen reader. */
  title: string;
  /** Colour of the page; null leaves it transparent. */
  ground: string | null;
  areas: PosterArea[];
  charts: PosterChart[];
  marks: Omit<BlipShape, 'label' | 'name'>[];
  texts: (TextShape & { spacing?: number })[];
  /** What the page had no room for, in words for the person who makes it; empty where all is in. */
  omitted: string[];
}
