import type { Fact, Grade, Measurer, Stance } from './radar.ts';

/** Said on screen of the order below. */
export const STRONGEST_RULE =
  'Verified before derived before assumption; then measured independently before by authors or a vendor; then the newest.';

const GRADE_RANK: Readonly<Record<Grade, number>> = { verified: 0, derived: 1, assumption: 2 };
const MEASURER_RANK: Readonly<Record<Measurer, number>> = { independent: 0, authors: 2, vendor: 2 };
/** Where nothing is said of who measured, nobody with an interest is named either. */
const UNSAID = 1;

/** Facts by how much they carry, by `STRONGEST_RULE`; equals keep the order of the radar. */
export function rankFacts(facts: readonly Fact[]): Fact[] {
  return [...facts].sort(
    (a, b) =>
      GRADE_RANK[a.grade] - GRADE_RANK[b.grade] ||
      measurerRank(a) - measurerRank(b) ||
      (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  );
}

/** The fact that carries the most for a trend, or against it; null where none is recorded. */
export function strongestFact(facts: readonly Fact[], stance: Stance): Fact | null {
  return rankFacts(facts.filter((fact) => fact.stance === stance))[0] ?? null;
}

function measurerRank({ measuredBy }: Fact): number {
  return measuredBy === undefined ? UNSAID : MEASURER_RANK[measuredBy];
}
