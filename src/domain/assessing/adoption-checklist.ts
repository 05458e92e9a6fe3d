import { type JudgedTrend, type JudgedTrends, judgeTrends, type NumberedFact } from '../judge-trends.ts';
import type { Radar, Tradeoff } from '../radar.ts';
import type { RadarIndex } from '../radar-index.ts';
import { GRADE_WORDS } from '../strength.ts';

/** What a team would have to settle before it relies on a trend. */
export interface OpenQuestion {
  question: string;
  /** What it is about, in the words of the radar; empty where the question says it all. */
  about: string;
}

/** A tradeoff as a question to settle. */
export interface TradeoffQuestion {
  question: string;
  tradeoff: Tradeoff;
}

/** What is left to do for one trend: its failure modes to check, its questions to settle. */
export interface ChecklistEntry {
  judged: JudgedTrend;
  openQuestions: OpenQuestion[];
  tradeoffQuestions: TradeoffQuestion[];
}

/** What a team takes along from the radar when it means to take up trends. */
export interface AdoptionChecklist {
  entries: ChecklistEntry[];
  /** Names of trends asked for that have no place in the edition. */
  absent: string[];
}

export function buildChecklist(
  radar: Radar,
  index: RadarIndex,
  edition: string,
  trends: readonly string[],
): AdoptionChecklist {
  const judged: JudgedTrends = judgeTrends(radar, index, edition, trends);
  return {
    entries: judged.trends.map((trend) => ({
      judged: trend,
      openQuestions: askOpenQuestions(trend),
      tradeoffQuestions: (trend.trend.tradeoffs ?? []).map((tradeoff) => ({
        question: `Does “${tradeoff.gain.replace(/[.\s]+$/, '')}” hold for us?`,
        tradeoff,
      })),
    })),
    absent: judged.absent,
  };
}

/** Where the evidence is thin: what to find out before building on it. */
function askOpenQuestions(judged: JudgedTrend): OpenQuestion[] {
  const { facts, counts } = judged;
  const notEarned = judged.earned
    ? []
    : [
        {
          question: `The ring ${judged.ring} is not earned by the evidence. What would make up for it here?`,
          about: `Missing: ${judged.missing.join('; ')}.`,
        },
      ];
  if (facts.length === 0) {
    const question = 'No evidence is recorded. What do we know from trials of our own?';
    return [...notEarned, { question, about: '' }];
  }
  return [
    ...notEarned,
    ...facts.filter(({ fact }) => fact.grade !== 'verified').map(askAboutGrade),
    ...when(counts.limits === 0, 'No limiting fact is recorded. What would speak against it in our case?'),
    ...askWhoMeasured(facts),
    ...when(
      counts.independent === 0,
      'No fact is verified, so no independent organisation stands behind it. Who outside its makers can confirm it?',
    ),
    ...when(
      counts.independent === 1,
      'All verified facts come from one organisation. Who independent of it can confirm them?',
    ),
  ];
}

function askAboutGrade({ fact, number }: NumberedFact): OpenQuestion {
  const question =
    fact.grade === 'derived'
      ? `Fact ${number} is derived: it rests on a page that reports the cited source. Does the source itself say so?`
      : `Fact ${number} is an assumption: ${lowerFirst(GRADE_WORDS.assumption.meaning)} Can we confirm it?`;
  return { question, about: fact.claim };
}

function askWhoMeasured(facts: readonly NumberedFact[]): OpenQuestion[] {
  const measured = facts.filter(({ fact }) => fact.measuredBy !== undefined);
  const independent = measured.some(({ fact }) => fact.measuredBy === 'independent');
  const numbers = measured.map(({ number }) => number).join(', ');
  return when(
    measured.length > 0 && !independent,
    `Every figure (${measured.length === 1 ? 'fact' : 'facts'} ${numbers}) was measured by its authors or a vendor. Can we measure it ourselves?`,
  );
}

function when(holds: boolean, question: string): OpenQuestion[] {
  return holds ? [{ question, about: '' }] : [];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
