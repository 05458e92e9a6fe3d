import type { FitVerdict } from '../domain/assessing/lens.ts';
import type { RadarLayout } from '../layout/lay-out-radar.ts';
import { round } from './blip-mark.ts';
import type { Theme } from './theme.ts';

/** A verdict that has a sign; a trend that a lens leaves unchanged has none. */
export type SignedVerdict = Exclude<FitVerdict, 'unchanged'>;

/** The sign of a verdict on a plain disc; lengths in units of the picture that it is drawn in. */
export interface FitShape {
  /** Id of the trend. */
  id: string;
  verdict: SignedVerdict;
  /** The middle of the disc. */
  x: number;
  y: number;
  disc: { radius: number; fill: string; stroke: string; strokeWidth: number };
  /** Its path has the middle of the disc at (0, 0). */
  sign: FitSign;
}

/** The form of a sign; crosses are drawn as lines, triangles as areas. */
export interface FitSign {
  path: string;
  fill: string;
  stroke: string;
  strokeWidth: number;
}

/** Least height and width of a sign, in px, however small the blips are. */
const LEAST_SIGN = 9;
/** Radius of the disc behind a sign, as a multiple of the sign's size. */
const DISC = 0.68;

/**
 * The verdicts of a lens over a chart, in radar units: a sign at the upper right of each blip that has one.
 *
 * @param verdicts by trend id
 */
export function buildFitShapes(
  layout: Pick<RadarLayout, 'blips' | 'blipRadius' | 'pixelsPerUnit'>,
  verdicts: ReadonlyMap<string, FitVerdict>,
  theme: Theme,
): FitShape[] {
  const { blipRadius } = layout;
  const px = 1 / layout.pixelsPerUnit;
  const size = Math.max(LEAST_SIGN * px, blipRadius * 0.65);
  const radius = size * DISC;
  // on a tiny blip the disc moves out, so that the half with the blip's colour stays in sight
  const offset = Math.max(blipRadius * 0.78, radius * 0.75);
  return layout.blips.flatMap((blip) => {
    const verdict = verdicts.get(blip.id) ?? 'unchanged';
    if (verdict === 'unchanged') return [];
    const shape: FitShape = {
      id: blip.id,
      verdict,
      x: round(blip.x + offset),
      y: round(blip.y - offset),
      disc: { radius: round(radius), fill: theme.panel, stroke: theme.ink, strokeWidth: round(px) },
      sign: placeSign(verdict, { x: 0, y: 0, size }, theme),
    };
    return [shape];
  });
}

/** The sign of a verdict alone, as wide as `size`, around a point. */
export function placeSign(
  verdict: SignedVerdict,
  { x, y, size }: { x: number; y: number; size: number },
  theme: Theme,
): FitSign {
  const open = verdict === 'avoid';
  return {
    path: signPath(verdict, x, y, size / 2),
    fill: open ? 'none' : theme.ink,
    stroke: theme.ink,
    strokeWidth: open ? round(size * 0.22) : 0,
  };
}

/** Drawn, not set as a letter, so that it stands in the middle of its disc to the pixel. */
function signPath(verdict: SignedVerdict, x: number, y: number, half: number): string {
  const at = (right: number, down: number) => `${round(x + right)} ${round(y + down)}`;
  if (verdict === 'avoid') {
    const arm = half * 0.76;
    return `M${at(-arm, -arm)}L${at(arm, arm)}M${at(arm, -arm)}L${at(-arm, arm)}`;
  }
  // of a triangle the middle that the eye sees lies below that of its box
  const up = verdict === 'stronger' ? -1 : 1;
  const [tip, base] = [up * half * 1.04, -up * half * 0.72];
  return `M${at(-half, base)}L${at(half, base)}L${at(0, tip)}z`;
}
