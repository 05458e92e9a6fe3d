import type { Fit, Radar, Trend } from '../radar.ts';
import type { RadarIndex } from '../radar-index.ts';
import { type ShownTrend, shownTrends } from '../shown-trends.ts';
import type { Strength } from '../strength.ts';

/** The conditions that hold for a team, by id; some may be unknown to the radar that it is laid over. */
export interface Lens {
  name: string;
  conditions: string[];
}

export const NO_LENS: Readonly<Lens> = { name: '', conditions: [] };

/** What a lens makes of a trend, best first. It says nothing of the ring, which rests on the evidence alone. */
export const FIT_VERDICTS = ['stronger', 'unchanged', 'weaker', 'avoid'] as const;
export type FitVerdict = (typeof FIT_VERDICTS)[number];

/** The rule of `judgeFit`, as it is stated on screen. */
export const LENS_RULE =
  'Each condition you choose speaks for the trends that fit it and against the trends to avoid in it. ' +
  'If conditions only speak for a trend, its verdict is stronger; if more speak for it than against it, or none ' +
  'speaks at all, unchanged; if as many speak against it, weaker; if more speak against it, avoid.';

/** What a lens leaves alone, as it is stated on screen beside the rule. */
export const LENS_LIMIT =
  'No ring changes and no trend is hidden: a ring says what the evidence carries, the lens only what speaks for and against it with you.';

/** Each verdict in words, and as a sign of the bundled font that needs no colour. */
export const FIT_WORDS: Readonly<Record<FitVerdict, { label: string; mark: string; meaning: string }>> = {
  stronger: { label: 'Stronger', mark: '▲', meaning: 'Conditions speak for it, none against it.' },
  unchanged: { label: 'Unchanged', mark: '○', meaning: 'More speak for it than against it, or none at all.' },
  weaker: { label: 'Weaker', mark: '▼', meaning: 'As many speak against it as for it.' },
  avoid: { label: 'Avoid', mark: '×', meaning: 'More speak against it than for it.' },
};

/** A verdict and what it rests on: the trend's own words on the conditions that were chosen, in its own order. */
export interface FitJudgement {
  verdict: FitVerdict;
  fits: Fit[];
  avoids: Fit[];
}

/** Judges one trend by `LENS_RULE`. A condition counts once, however often a lens names it, and in any order. */
export function judgeFit(trend: Pick<Trend, 'fits' | 'avoidWhen'>, lens: Lens): FitJudgement {
  const chosen = new Set(lens.conditions);
  const fits = (trend.fits ?? []).filter((fit) => chosen.has(fit.condition));
  const avoids = (trend.avoidWhen ?? []).filter((fit) => chosen.has(fit.condition));
  return { verdict: verdictOf(fits.length, avoids.length), fits, avoids };
}

function verdictOf(fits: number, avoids: number): FitVerdict {
  if (avoids > fits) return 'avoid';
  if (avoids === 0) return fits === 0 ? 'unchanged' : 'stronger';
  return fits === avoids ? 'weaker' : 'unchanged';
}

/** Why a condition speaks for or against a trend, under the name that the radar gives the condition. */
export interface FitReason extends Fit {
  label: string;
}

/** A trend as an edition shows it, and what a lens makes of it. */
export interface RankedTrend {
  trend: ShownTrend;
  verdict: FitVerdict;
  fits: FitReason[];
  avoids: FitReason[];
}

/**
 * All trends of an edition as a lens sees them: by verdict, then ring from the inside, then strength of the evidence,
 * then name, then id. Fits are judged as the radar words them now, whichever the edition.
 */
export function rankTrends(radar: Radar, index: RadarIndex, edition: string, lens: Lens): RankedTrend[] {
  const trends = new Map(radar.trends.map((trend) => [trend.id, trend]));
  const labels = new Map(radar.conditions?.map(({ id, label }) => [id, label]));
  const rings = new Map(index.rings.map((ring, at) => [ring.id, at]));
  const withLabel = (fit: Fit): FitReason => ({ ...fit, label: labels.get(fit.condition) ?? fit.condition });
  return shownTrends(index, edition)
    .map((trend) => {
      const { verdict, fits, avoids } = judgeFit(trends.get(trend.id) ?? {}, lens);
      const ranked = { trend, verdict, fits: fits.map(withLabel), avoids: avoids.map(withLabel) };
      const ring = rings.get(trend.ring) ?? rings.size;
      const order = [FIT_VERDICTS.indexOf(verdict), ring, STRENGTH_ORDER.indexOf(trend.strength)];
      return { ranked, order, name: trend.name.toLowerCase() };
    })
    .sort(
      (a, b) =>
        compareEach(a.order, b.order) ||
        compareTexts(a.name, b.name) ||
        compareTexts(a.ranked.trend.id, b.ranked.trend.id),
    )
    .map(({ ranked }) => ranked);
}

const STRENGTH_ORDER: readonly Strength[] = ['strong', 'moderate', 'thin', 'none'];

function compareEach(one: readonly number[], other: readonly number[]): number {
  return one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** By code units: the same order in every browser, whatever its language. */
function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The conditions of a lens that a radar has not, each once; they count for nothing in it, and stay in the lens. */
export function unknownConditions(radar: Pick<Radar, 'conditions'>, lens: Lens): string[] {
  const known = new Set(radar.conditions?.map(({ id }) => id));
  return [...new Set(lens.conditions)].filter((id) => !known.has(id));
}
