import type { Movement } from '../domain/radar.ts';
import type { Strength } from '../domain/strength.ts';

/** One line of text, ready to draw. Lengths in radar units. */
export interface TextShape {
  text: string;
  x: number;
  baseline: number;
  size: number;
  weight: 400 | 500 | 600 | 700;
  fill: string;
  anchor: 'start' | 'middle' | 'end';
}

/** A blip as it is drawn: the disc, its number, its mark for movement, and its name. */
export interface BlipShape {
  id: string;
  /** What a screen reader says for it. */
  label: string;
  x: number;
  y: number;
  radius: number;
  fill: string;
  stroke: string;
  strokeWidth: number;
  /** Lengths of dash and gap, or none for a full line. */
  dash: string | null;
  number: TextShape;
  /** Path of the mark for movement: a ring (new), a chevron (in, out), or nothing. */
  mark: { path: string; fill: string; stroke: string } | null;
  name: { lines: TextShape[]; halo: string; leader: { path: string; stroke: string } | null } | null;
}

/** How many trends a cell holds, in place of its blips. */
export interface CrowdShape {
  quadrant: string;
  /** What a screen reader says for it. */
  label: string;
  x: number;
  y: number;
  radius: number;
  fill: string;
  count: TextShape;
}

/** A whole picture as plain data: final coordinates, colours and texts. Lengths in radar units. */
export interface Scene {
  view: { x: number; y: number; width: number; height: number };
  /** px per radar unit at the size the picture was laid out for. */
  pixelsPerUnit: number;
  title: string;
  ground: string;
  /** Outermost first; each covers those within it. */
  rings: { path: string; fill: string; stroke: string }[];
  /** Arc along the rim of each quadrant, in its hue. */
  rims: { path: string; fill: string }[];
  /** The strips between the quadrants. */
  gaps: { path: string; stroke: string; width: number }[];
  ringTitles: (TextShape & { halo: string })[];
  quadrantTitles: { quadrant: string; title: TextShape; note: TextShape }[];
  blips: BlipShape[];
  /** Cells whose blips are too many to be drawn one by one. */
  crowds: CrowdShape[];
}

/** What the scene takes from the radar for one blip, beside where it stands. */
export interface BlipFacts {
  name: string;
  movement: Movement;
  /** Whether the movement is as reported, which then is said. */
  reported?: boolean;
  strength: Strength;
  earned: boolean;
}
