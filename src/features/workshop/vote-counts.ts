import type { Act, Round, VoteFor } from '../../domain/workshop/session.ts';

/** The round that is voted in; earlier ones are kept. */
export function currentRound(rounds: readonly Round[]): Round {
  return rounds.at(-1) ?? { votes: {}, ballots: 0, revealed: false };
}

export function voteTotal(round: Round): number {
  return Object.values(round.votes).reduce((sum, count) => sum + count, 0);
}

/**
 * The act that gives an answer a number of votes. Where ballots were cast in the round, counts can't be told from them:
 * one more is then cast as a ballot, and fewer is a matter of undo.
 *
 * @returns null where nothing would change or can be changed
 */
export function countAct(
  round: Round,
  trend: string,
  vote: VoteFor,
  wanted: number,
  newId: () => string,
): Act | null {
  const now = round.votes[vote] ?? 0;
  const count = Math.max(0, Math.min(999, Math.floor(wanted)));
  if (round.revealed || !Number.isFinite(count) || count === now) return null;
  if (round.ballots > 0) return count > now ? { kind: 'ballot', trend, ballot: newId(), vote } : null;
  return { kind: 'count', trend, votes: { ...round.votes, [vote]: count } };
}
