import type { Ring } from '../radar.ts';
import { QUESTION, type Round } from './session.ts';

/** What the votes of a round say. */
export interface VoteResult {
  /** Votes in all, questions included. */
  total: number;
  /** How many asked to talk first. */
  questions: number;
  /** Votes for each ring, the innermost first. */
  counts: readonly { ring: Ring; count: number }[];
  /** The ring in the middle of all votes for a ring; of two in the middle the outer, as the more careful. */
  median: Ring | null;
  /** How many rings lie between the innermost and the outermost vote: 0 where all agree. */
  spread: number;
}

/** Counts a round by the rings of its radar; votes for a ring that it has not count for nothing. */
export function voteResult(round: Round, rings: readonly Ring[]): VoteResult {
  const votes = new Map(Object.entries(round.votes));
  const counts = rings.map((ring) => ({ ring, count: votes.get(ring.id) ?? 0 }));
  const placed = counts.reduce((sum, { count }) => sum + count, 0);
  const questions = votes.get(QUESTION) ?? 0;
  const voted = counts.map(({ count }) => count > 0);
  const spread = placed === 0 ? 0 : voted.lastIndexOf(true) - voted.indexOf(true);
  let passed = 0;
  const median = counts.find(({ count }) => {
    passed += count;
    return passed > placed / 2;
  });
  return { total: placed + questions, questions, counts, median: median?.ring ?? null, spread };
}

/** Such as "Adopt 4, Trial 2, question 1; median Adopt, all within 1 ring". */
export function voteWords(result: VoteResult): string {
  if (result.total === 0) return 'no votes';
  const parts = [
    ...result.counts.filter(({ count }) => count > 0).map(({ ring, count }) => `${ring.name} ${count}`),
    ...(result.questions > 0 ? [`question ${result.questions}`] : []),
  ];
  if (result.median === null) return parts.join(', ');
  const apart = result.spread === 1 ? '1 ring apart' : `${result.spread} rings apart`;
  return `${parts.join(', ')}; median ${result.median.name}, ${result.spread === 0 ? 'no spread' : `at most ${apart}`}`;
}
