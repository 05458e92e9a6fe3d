import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voteResult, voteWords } from '../../src/domain/workshop/vote-result.ts';
import { workshopRadar } from '../support/workshop.ts';

const { rings } = workshopRadar;
const round = (votes: Record<string, number>) => ({ votes, ballots: 0, revealed: true });

describe('the votes of a round', () => {
  it.each([
    [{ adopt: 4, trial: 2, assess: 1 }, 'adopt', 2],
    [{ adopt: 1, trial: 1 }, 'trial', 1],
    [{ trial: 3 }, 'trial', 0],
    [{ adopt: 2, assess: 2 }, 'assess', 2],
  ])('%j have the median %s and a spread of %i', (votes, median, spread) => {
    const result = voteResult(round(votes), rings);
    expect(result.median?.id).toBe(median);
    expect(result.spread).toBe(spread);
  });

  it('have no median where all ask', () => {
    const result = voteResult(round({ question: 3, unknown: 2 }), rings);
    expect(result).toMatchObject({ total: 3, questions: 3, median: null, spread: 0 });
    expect(voteWords(result)).toBe('question 3');
    expect(voteWords(voteResult(round({}), rings))).toBe('no votes');
  });

  it('have the median that sorting them gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...rings.map(({ id }) => id)), { minLength: 1, maxLength: 30 }),
        (cast) => {
          const votes: Record<string, number> = {};
          for (const vote of cast) votes[vote] = (votes[vote] ?? 0) + 1;
          const order = cast.map((vote) => rings.findIndex(({ id }) => id === vote)).sort((a, b) => a - b);
          const middle = order[Math.floor(order.length / 2)];
          expect(voteResult(round(votes), rings).median).toBe(rings[middle ?? -1]);
        },
      ),
    );
  });
});
