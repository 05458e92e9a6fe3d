import { isBy, latestEdition } from './editions.ts';
import type { Edition, Fact, FactKind, Grade, Organisation, Source, Trend } from './radar.ts';

/** Strength of the evidence for a trend, by the rule that `STRENGTH_RULES` states on screen. */
export type Strength = 'strong' | 'moderate' | 'thin' | 'none';

export const STRENGTH_RULES: Readonly<Record<Strength, string>> = {
  strong:
    'Three or more verified facts, from two or more independent organisations, at least one of them limiting.',
  moderate: 'One or more verified facts, and two or more facts in all.',
  thin: 'Any other evidence.',
  none: 'No evidence recorded.',
};

/**
 * The facts that an edition is judged by: everything recorded for the latest one, for an earlier one only what was
 * public by its date.
 */
export function factsKnownIn(
  edition: string,
  editions: readonly Edition[],
  facts: readonly Fact[] = [],
): readonly Fact[] {
  const found = editions.find((entry) => entry.id === edition);
  if (found === undefined || latestEdition(editions).id === edition) return facts;
  return facts.filter((fact) => isBy(fact.date, found.date));
}

/** What a fact's grade says of how it was checked. */
export const GRADE_WORDS: Readonly<Record<Grade, { label: string; meaning: string }>> = {
  verified: { label: 'Verified', meaning: 'The cited source itself was read and supports the claim.' },
  derived: { label: 'Derived', meaning: 'Rests on another page that reports the cited source.' },
  assumption: { label: 'Assumption', meaning: 'Stated without such a check.' },
};

/** How many facts a trend has, by grade and by stance, and from how many independent organisations the verified ones are. */
export interface EvidenceCounts {
  facts: number;
  verified: number;
  derived: number;
  assumption: number;
  supports: number;
  limits: number;
  verifiedLimits: number;
  /** 0 without verified facts, 1 where all verified facts share an organisation, 2 where two of them share none. */
  independent: 0 | 1 | 2;
}

/** Who stands behind a source: its organisations with units folded into their parent, else its authors, else its link. */
export function publishersOf(source: Source, organisations: readonly Organisation[] = []): string[] {
  const parentOf = (name: string) =>
    organisations.find((entry) => entry.name === name || entry.units.includes(name))?.name ?? name;
  if (source.organisations !== undefined) return source.organisations.map(parentOf);
  return [source.authors ?? source.url];
}

export function countEvidence(
  facts: readonly Fact[],
  sources: ReadonlyMap<string, Source>,
  organisations: readonly Organisation[] = [],
): EvidenceCounts {
  const count = (test: (fact: Fact) => boolean) => facts.filter(test).length;
  const publishers = facts
    .filter((fact) => fact.grade === 'verified')
    .map((fact) => {
      const source = sources.get(fact.source);
      return source === undefined ? [fact.source] : publishersOf(source, organisations);
    });
  const apart = publishers.some((one, index) =>
    publishers.slice(index + 1).some((other) => !one.some((name) => other.includes(name))),
  );
  return {
    facts: facts.length,
    verified: publishers.length,
    derived: count((fact) => fact.grade === 'derived'),
    assumption: count((fact) => fact.grade === 'assumption'),
    supports: count((fact) => fact.stance === 'supports'),
    limits: count((fact) => fact.stance === 'limits'),
    verifiedLimits: count((fact) => fact.grade === 'verified' && fact.stance === 'limits'),
    independent: publishers.length === 0 ? 0 : apart ? 2 : 1,
  };
}

export function strengthOf(counts: EvidenceCounts): Strength {
  if (counts.facts === 0) return 'none';
  if (counts.verified >= 3 && counts.independent >= 2 && counts.verifiedLimits >= 1) return 'strong';
  if (counts.verified >= 1 && counts.facts >= 2) return 'moderate';
  return 'thin';
}

/** What a ring asks of a trend, as one checkable line. */
export interface Requirement {
  text: string;
  met: boolean;
}

/** Whether the evidence carries the ring a trend stands in, and each thing that ring asks for. */
export interface Earned {
  earned: boolean;
  requirements: Requirement[];
}

const FIRM_KINDS: readonly FactKind[] = ['production-use', 'standard', 'tooling'];

/**
 * The ring rule. It speaks of the rings with the ids `adopt` and `trial`; any other ring asks for nothing.
 */
export function judgeRing(
  ring: string,
  strength: Strength,
  trend: Pick<Trend, 'facts' | 'tradeoffs' | 'failureModes'>,
): Earned {
  const facts = trend.facts ?? [];
  const tradeoffs = (trend.tradeoffs ?? []).length;
  const failureModes = (trend.failureModes ?? []).length;
  const firm = facts.some(
    (fact) =>
      FIRM_KINDS.includes(fact.kind) || (fact.kind === 'benchmark' && fact.measuredBy === 'independent'),
  );
  const rules: Readonly<Record<string, Requirement[]>> = {
    adopt: [
      { text: 'Strong evidence', met: strength === 'strong' },
      { text: 'A fact from production, a standard, tooling or an independent benchmark', met: firm },
      { text: 'Two tradeoffs', met: tradeoffs >= 2 },
      { text: 'Two failure modes, each with detection and mitigation', met: failureModes >= 2 },
    ],
    trial: [
      { text: 'Moderate or strong evidence', met: strength === 'moderate' || strength === 'strong' },
      { text: 'A tradeoff', met: tradeoffs >= 1 },
      { text: 'A failure mode', met: failureModes >= 1 },
    ],
  };
  // A ring may be called like something that every record has, such as "constructor".
  const requirements = Object.hasOwn(rules, ring) ? (rules[ring] ?? []) : [];
  return { earned: requirements.every((requirement) => requirement.met), requirements };
}
