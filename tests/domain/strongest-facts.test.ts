import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/radar.ts';
import { rankFacts, strongestFact } from '../../src/domain/strongest-facts.ts';

const fact = (id: string, more: Partial<Fact>): Fact => ({
  ...{ id, claim: id, kind: 'benchmark', stance: 'supports', date: '2024', source: 's', grade: 'verified' },
  ...more,
});
const order = (facts: Fact[]) => rankFacts(facts).map(({ id }) => id);

describe('the order of facts', () => {
  it('puts the grade first, whoever measured and whenever', () => {
    expect(
      order([
        fact('assumption', { grade: 'assumption', measuredBy: 'independent', date: '2026' }),
        fact('derived', { grade: 'derived', measuredBy: 'independent', date: '2026' }),
        fact('verified', { measuredBy: 'vendor', date: '2020' }),
      ]),
    ).toEqual(['verified', 'derived', 'assumption']);
  });

  it('then who measured, then the newest, then the order of the radar', () => {
    expect(
      order([
        fact('vendor', { measuredBy: 'vendor', date: '2026-01' }),
        fact('authors', { measuredBy: 'authors', date: '2026-02' }),
        fact('unsaid', { date: '2026' }),
        fact('old', { measuredBy: 'independent', date: '2019' }),
        fact('older', { measuredBy: 'independent', date: '2018' }),
        fact('old too', { measuredBy: 'independent', date: '2019' }),
      ]),
    ).toEqual(['old', 'old too', 'older', 'unsaid', 'authors', 'vendor']);
  });

  it('is asked for one side alone', () => {
    const facts = [fact('for', {}), fact('against', { stance: 'limits', grade: 'assumption' })];
    expect(strongestFact(facts, 'limits')?.id).toBe('against');
    expect(strongestFact([facts[0] as Fact], 'limits')).toBeNull();
  });
});
