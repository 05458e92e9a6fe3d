import { type JudgedTrend, judgeTrends } from '../judge-trends.ts';
import type { Condition, Radar } from '../radar.ts';
import type { RadarIndex } from '../radar-index.ts';
import { RELATION_WORDS } from '../words.ts';

/** How many trends can stand side by side. */
export const COMPARED = { least: 2, most: 4 } as const;

/** The conditions that a team has named as its own. */
export interface CompareLens {
  name: string;
  /** Ids of conditions. */
  conditions: readonly string[];
}

/** What a row holds of each trend. */
export type CompareRowId =
  | 'ring'
  | 'strength'
  | 'counts'
  | 'movement'
  | 'lens'
  | 'reason'
  | 'supports'
  | 'limits'
  | 'tradeoffs'
  | 'failure-modes'
  | 'tooling'
  | 'milestones';

/** One row of the comparison, whose cells are drawn from the trends. */
export interface CompareRow {
  id: CompareRowId;
  title: string;
  /** Whether it holds the same of all trends, which nobody needs to read twice. */
  same: boolean;
}

/** What a trend says of a condition. */
export interface CompareFit {
  fits: boolean;
  why: string;
}

/** A condition and what each trend says of it, in the order of the trends; null where it says nothing. */
export interface CompareFitRow {
  condition: Condition;
  /** Whether it is one of the team's conditions. */
  own: boolean;
  cells: (CompareFit | null)[];
  /** Whether all fit, all are to be avoided, or none says anything. */
  same: boolean;
  /** Whether one fits where another is to be avoided. */
  contradicts: boolean;
}

/** How the team's conditions come out for one trend. */
export interface LensCount {
  fits: number;
  avoid: number;
  unsaid: number;
}

/** A relation between two of the trends, to be read "<from> <words> <to>". */
export interface CompareTie {
  /** Ids of trends. */
  from: string;
  to: string;
  words: string;
}

/** Trends side by side: what stands in which row. */
export interface Comparison {
  trends: JudgedTrend[];
  /** Names of trends asked for that have no place in the edition. */
  absent: string[];
  ties: CompareTie[];
  verdict: CompareRow[];
  evidence: CompareRow[];
  risks: CompareRow[];
  /** The team's conditions first, in the order of the lens; then those of which most trends speak. */
  fits: CompareFitRow[];
  background: CompareRow[];
  /** For each trend, where there is a lens. */
  lensCounts: LensCount[];
}

/** Puts trends side by side as an edition judges them. */
export function compareTrends(
  radar: Radar,
  index: RadarIndex,
  edition: string,
  ids: readonly string[],
  lens: CompareLens | null,
): Comparison {
  const { trends, absent } = judgeTrends(radar, index, edition, ids);
  const fits = compareFits(radar.conditions ?? [], trends, lens?.conditions ?? []);
  const own = fits.filter((row) => row.own);
  const lensCounts = trends.map((_, at) => countLens(own.map((row) => row.cells[at] ?? null)));
  const row = (id: CompareRowId, title: string, shownOf: (trend: JudgedTrend) => unknown): CompareRow => {
    const values = trends.map((trend) => JSON.stringify(shownOf(trend)));
    return { id, title, same: values.length > 1 && values.every((value) => value === values[0]) };
  };
  const claims = (stance: 'supports' | 'limits') => (judged: JudgedTrend) =>
    judged.facts
      .filter(({ fact }) => fact.stance === stance)
      .map(({ fact }) => [fact.claim, fact.grade, fact.measuredBy]);
  return {
    trends,
    absent,
    ties: tiesBetween(trends),
    verdict: [
      row('ring', 'Ring', ({ ring, earned, missing }) => [ring, earned, missing]),
      row('strength', 'Strength of evidence', ({ strength }) => strength),
      row('counts', 'Facts', ({ counts, laterFacts }) => [counts, laterFacts]),
      ...(trends.some(({ moved }) => moved !== null)
        ? [row('movement', 'Movement', ({ moved }) => moved)]
        : []),
      ...(own.length > 0
        ? [row('lens', `Fit: ${lens?.name}`, (trend) => lensCounts[trends.indexOf(trend)])]
        : []),
      row('reason', 'Reason', ({ reason }) => reason),
    ],
    evidence: [
      row('supports', 'Evidence for', claims('supports')),
      row('limits', 'Evidence against', claims('limits')),
    ],
    risks: [
      row('tradeoffs', 'Tradeoffs', ({ trend }) =>
        (trend.tradeoffs ?? []).map(({ gain, cost, when }) => [gain, cost, when]),
      ),
      row('failure-modes', 'Failure modes', ({ failureModes }) =>
        failureModes.map((mode) => [
          [mode.name, mode.severity, mode.silent],
          [mode.symptom, mode.cause, mode.detection, mode.mitigation],
        ]),
      ),
    ],
    fits,
    background: [
      row('tooling', 'Tooling', ({ trend }) => trend.tooling ?? []),
      row('milestones', 'Milestones', ({ milestones }) => milestones.map(({ date, event }) => [date, event])),
    ],
    lensCounts: own.length > 0 ? lensCounts : [],
  };
}

function compareFits(
  conditions: readonly Condition[],
  trends: readonly JudgedTrend[],
  own: readonly string[],
): CompareFitRow[] {
  const rows = conditions.map((condition): CompareFitRow => {
    const cells = trends.map(({ trend }) => fitOf(trend, condition.id));
    const verdicts = cells.map((cell) => cell?.fits);
    return {
      condition,
      own: own.includes(condition.id),
      cells,
      same: cells.length > 1 && verdicts.every((fits) => fits === verdicts[0]),
      contradicts: verdicts.includes(true) && verdicts.includes(false),
    };
  });
  const said = (row: CompareFitRow) => row.cells.filter((cell) => cell !== null).length;
  const place = (row: CompareFitRow) => (row.own ? own.indexOf(row.condition.id) : own.length);
  return rows
    .filter((row) => row.own || said(row) > 0)
    .sort((a, b) => place(a) - place(b) || (a.own ? 0 : said(b) - said(a)));
}

function fitOf(trend: JudgedTrend['trend'], condition: string): CompareFit | null {
  const find = (list: JudgedTrend['trend']['fits']) => list?.find((fit) => fit.condition === condition);
  const [fit, avoid] = [find(trend.fits), find(trend.avoidWhen)];
  if (fit !== undefined) return { fits: true, why: fit.why };
  return avoid === undefined ? null : { fits: false, why: avoid.why };
}

function countLens(cells: readonly (CompareFit | null)[]): LensCount {
  const count = (verdict: boolean | undefined) => cells.filter((cell) => cell?.fits === verdict).length;
  return { fits: count(true), avoid: count(false), unsaid: count(undefined) };
}

/** Each relation of a pair once, told from the trend that stands first. */
function tiesBetween(trends: readonly JudgedTrend[]): CompareTie[] {
  return trends.flatMap((from, at) =>
    trends.slice(at + 1).flatMap((to) => {
      const words = from.ties
        .filter((tie) => tie.trend === to.id)
        .map((tie) => RELATION_WORDS[tie.relation][tie.inverse ? 'inverse' : 'own']);
      return [...new Set(words)].map((each) => ({ from: from.id, to: to.id, words: each.toLowerCase() }));
    }),
  );
}
