import { cleanLine, shortenAtWord } from '../clean-text.ts';
import { errorAt, type Issue } from '../issue.ts';
import { idFrom } from '../make-id.ts';
import type { Edition, Quadrant, Radar, Ring, Trend } from '../radar.ts';
import { QUADRANT_LIMITS } from '../schema.ts';
import type { Draft, DraftPlacement, DraftTrend, Finding } from './draft.ts';
import { freeName } from './limit-cells.ts';
import type { Cell } from './reconcile-cell.ts';
import { reconcileCells } from './reconcile-cells.ts';
import { reconcileEditions, reconcilePlacements } from './reconcile-editions.ts';
import { chooseAmongDuplicates, fitNames, nameTrends } from './reconcile-names.ts';
import { buildAsking, type Decisions, type LeftOut, listTrend, type Question } from './reconcile-question.ts';
import { fitText } from './reconcile-text.ts';
import { buildTrends, type PlacedTrend } from './reconcile-trends.ts';

/** The title of a radar whose file has none. */
const NO_TITLE = 'Imported radar';
/** Longest title, in characters. */
const TITLE_LIMIT = 200;

/** What a draft becomes, and all that is to be said of it. */
export interface Reconciled {
  /** Passes the schema and its checks; null where none can be made, which the issues explain. */
  radar: Radar | null;
  issues: Issue[];
  /** All that the file leaves open, also what is decided. */
  questions: Question[];
  /** Entries that are not shown, in the order of the file. Those shown and these are all that were read. */
  leftOut: LeftOut[];
  /** What was changed: while the file was read, and to make a radar of it. */
  findings: Finding[];
  /** Entries of the file. */
  read: number;
  /** Trends of the radar. */
  kept: number;
}

/**
 * Makes a radar of what was read from a file of another tool, with a person's decisions where the file leaves something
 * open. The same draft and decisions always give the same radar.
 *
 * @param decisions by question; where none is made, or one that is not offered, the default of the question holds
 */
export function reconcile(draft: Draft, decisions: Decisions): Reconciled {
  const { asking, questions } = buildAsking(decisions);
  const findings: Finding[] = [...draft.findings];
  const dropped = new Map<DraftTrend, string>();
  const leaveOut = (trend: DraftTrend, why: string) => void dropped.set(trend, why);
  const file = draft.trends[0]?.place.file ?? draft.findings[0]?.place.file ?? '';

  const names = nameTrends(draft.trends, asking, leaveOut);
  const named = draft.trends.filter((trend) => names.has(trend));
  const quadrants = reconcileCells(
    'quadrant',
    draft.quadrants,
    named.map((trend) => ({ value: trend.quadrant, trend, place: trend.place })),
    draft.trends.map((trend) => trend.quadrant),
    asking,
  );
  const inQuadrants = named.flatMap((trend) => {
    const { cell, ...rest } = quadrants.destinationOf(trend.quadrant);
    if (cell !== null) return [{ trend, quadrant: cell.id, tag: 'tag' in rest ? rest.tag : null }];
    leaveOut(trend, 'why' in rest ? rest.why : '');
    return [];
  });
  const rings = reconcileCells(
    'ring',
    draft.rings,
    inQuadrants.flatMap(({ trend }) =>
      placementsOf(trend).map(({ ring, place }) => ({ value: ring, trend, place })),
    ),
    draft.trends.flatMap((trend) => placementsOf(trend).map(({ ring }) => ring)),
    asking,
  );
  const timeline = reconcileEditions(draft.editions, file);
  const context = { editionOf: timeline.editionOf, ringOf: rings.destinationOf, findings };
  const placed = inQuadrants.flatMap(({ trend, quadrant, tag }): PlacedTrend[] => {
    const { placements, tags, why } = reconcilePlacements(
      { ...trend, placements: placementsOf(trend) },
      context,
    );
    if (placements.length === 0) {
      leaveOut(trend, why);
      return [];
    }
    const name = names.get(trend) ?? trend.name;
    return [{ trend, name, quadrant, placements, tags: tag === null ? tags : [tag, ...tags] }];
  });
  const { kept, numbered } = chooseAmongDuplicates(placed, asking, leaveOut);
  const shown = fitNames(kept, numbered, asking, leaveOut);
  findings.push(...quadrants.findings, ...rings.findings, ...timeline.findings);
  const trends = buildTrends(placed, shown, findings);
  const leftOut = draft.trends.flatMap((trend) => {
    const why = dropped.get(trend);
    return why === undefined ? [] : [{ ...listTrend(trend), why }];
  });
  const outcome = { questions, leftOut, findings, read: draft.trends.length, kept: trends.length };
  if (trends.length === 0) return { ...outcome, radar: null, issues: [explainNothing(draft, file)] };

  const { editions, trends: dated } = keepUsedEditions(timeline.editions, trends, file, findings);
  const title = fitTitle(draft.title, file, findings);
  const description = fitText(draft.description, 'description of the radar', { file }, findings);
  const radar: Radar = {
    version: 1,
    title,
    ...(description === null ? {} : { description }),
    quadrants: completeQuadrants(quadrants.cells.map(cellOf), file, findings),
    rings: rings.cells.map(({ hue: _, ...ring }) => cellOf(ring)),
    editions,
    sources: [],
    trends: dated,
  };
  return { ...outcome, radar, issues: [] };
}

/** An entry that names no place at all has one without a ring. */
function placementsOf(trend: DraftTrend): DraftPlacement[] {
  if (trend.placements.length > 0) return trend.placements;
  return [{ edition: null, ring: '', place: trend.place }];
}

function explainNothing(draft: Draft, file: string): Issue {
  const issue =
    draft.trends.length === 0
      ? errorAt([], 'there are no trends in it', 'Choose a file that lists trends, each with its ring.')
      : errorAt(
          [],
          'no trend of it is left to show',
          'Decide at least one of the questions so that trends are kept.',
        );
  return { ...issue, file };
}

/** An edition in which nothing is placed would show an empty picture. Movement as reported holds for the first alone. */
function keepUsedEditions(
  editions: readonly Edition[],
  trends: readonly Trend[],
  file: string,
  findings: Finding[],
): { editions: Edition[]; trends: Trend[] } {
  const used = new Set(trends.flatMap((trend) => trend.placements.map((placement) => placement.edition)));
  const kept = editions.filter((edition) => used.has(edition.id));
  for (const edition of editions) {
    if (used.has(edition.id)) continue;
    const message = `no trend has a place in the edition ${edition.id}`;
    findings.push({ place: { file }, message, done: 'The edition is left out.' });
  }
  const [first] = [...kept].sort((a, b) => (a.date < b.date ? -1 : 1));
  const dated = trends.map((trend) => ({
    ...trend,
    placements: trend.placements.map((placement) => {
      if (placement.edition === first?.id) return placement;
      const { moved: _, ...derived } = placement;
      return derived;
    }),
  }));
  return { editions: kept, trends: dated };
}

function fitTitle(title: string | null, file: string, findings: Finding[]): string {
  const clean = cleanLine(title ?? '');
  if (clean.length > TITLE_LIMIT) {
    const message = `the title is longer than ${TITLE_LIMIT} characters`;
    findings.push({ place: { file }, message, done: 'It is shortened.' });
  }
  return shortenAtWord(clean, TITLE_LIMIT) || NO_TITLE;
}

function cellOf({ key: _, ...cell }: Cell): Quadrant & Ring {
  return cell;
}

/** A radar is cut into two quadrants at least; what is missing is empty. */
function completeQuadrants(quadrants: readonly Quadrant[], file: string, findings: Finding[]): Quadrant[] {
  const complete = [...quadrants];
  while (complete.length < QUADRANT_LIMITS.min) {
    const name = freeName('Other', complete);
    complete.push({ id: idFrom(name, new Set(complete.map(({ id }) => id))), name });
    findings.push({
      place: { file },
      message: `a radar has at least ${QUADRANT_LIMITS.min} quadrants, and the file has ${quadrants.length}`,
      done: `The empty quadrant “${name}” is added.`,
    });
  }
  return complete;
}
