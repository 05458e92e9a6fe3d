import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, FactKind, Grade, Source, Stance } from '../../src/domain/radar.ts';
import { GRADES, STANCES } from '../../src/domain/schema.ts';
import { countEvidence, judgeRing, publishersOf, strengthOf } from '../../src/domain/strength.ts';

const source = (id: string, organisations?: string[]): Source => ({
  id,
  title: id,
  year: 2024,
  url: `https://example.org/${id}`,
  ...(organisations === undefined ? {} : { organisations }),
});
const SOURCES = new Map(
  [source('a', ['Google']), source('b', ['MIT']), source('c', ['Google Research', 'MIT'])].map((s) => [
    s.id,
    s,
  ]),
);
const fact = (grade: Grade, stance: Stance, from = 'a', kind: FactKind = 'benchmark'): Fact => ({
  id: 'f1',
  claim: 'claim',
  kind,
  stance,
  date: '2024',
  source: from,
  grade,
});
const strength = (...facts: Fact[]) => strengthOf(countEvidence(facts, SOURCES));

describe('strength of evidence', () => {
  it('is strong with three verified facts, two independent organisations and a limiting one', () => {
    const facts = [
      fact('verified', 'supports'),
      fact('verified', 'supports'),
      fact('verified', 'limits', 'b'),
    ];
    expect(strength(...facts)).toBe('strong');
  });

  it.each([
    [
      'two verified facts only',
      [fact('verified', 'supports'), fact('verified', 'limits', 'b'), fact('derived', 'limits')],
    ],
    [
      'one organisation',
      [fact('verified', 'supports'), fact('verified', 'supports'), fact('verified', 'limits')],
    ],
    [
      'no verified limiting fact',
      [
        fact('verified', 'supports'),
        fact('verified', 'supports'),
        fact('verified', 'supports', 'b'),
        fact('derived', 'limits', 'b'),
      ],
    ],
  ])('is only moderate with %s', (_, facts) => {
    expect(strength(...facts)).toBe('moderate');
  });

  it('is thin with a single verified fact or with none verified, and none without facts', () => {
    expect(strength(fact('verified', 'supports'))).toBe('thin');
    expect(strength(fact('derived', 'supports'), fact('assumption', 'limits'))).toBe('thin');
    expect(strength()).toBe('none');
  });

  it('counts a unit and its parent organisation as one, and a shared organisation as dependence', () => {
    const google = [{ name: 'Google', units: ['Google Research'] }];
    expect(publishersOf(source('x', ['Google Research']), google)).toEqual(['Google']);
    const facts = [fact('verified', 'supports', 'a'), fact('verified', 'limits', 'c')];
    expect(countEvidence(facts, SOURCES, google).independent).toBe(1);
    expect(countEvidence(facts, SOURCES).independent).toBe(2);
  });

  it('takes the authors where no organisation is named', () => {
    expect(publishersOf({ ...source('x'), authors: 'Ada, Bob' })).toEqual(['Ada, Bob']);
    expect(publishersOf(source('x'))).toEqual(['https://example.org/x']);
  });

  it('never falls when a verified fact is added', () => {
    const order = ['none', 'thin', 'moderate', 'strong'];
    const arbitrary = fc.record({
      grade: fc.constantFrom(...GRADES),
      stance: fc.constantFrom(...STANCES),
      from: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 8 }), arbitrary, (list, more) => {
        const facts = list.map((entry) => fact(entry.grade, entry.stance, entry.from));
        const after = strength(...facts, fact('verified', more.stance, more.from));
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(strength(...facts)));
      }),
    );
  });
});

describe('an earned ring', () => {
  const tradeoff = { gain: 'g', cost: 'c', when: 'w' };
  const mode = {
    name: 'n',
    symptom: 's',
    cause: 'c',
    detection: 'd',
    mitigation: 'm',
    severity: 'low' as const,
    silent: false,
  };
  const whole = {
    facts: [fact('verified', 'supports', 'a', 'production-use')],
    tradeoffs: [tradeoff, tradeoff],
    failureModes: [mode, mode],
  };

  it('asks for nothing in a ring that is called like something every record has', () => {
    for (const ring of ['constructor', 'toString', '__proto__'])
      expect(judgeRing(ring, 'none', {})).toEqual({ earned: true, requirements: [] });
  });

  it('is earned in adopt when every requirement is met', () => {
    expect(judgeRing('adopt', 'strong', whole).earned).toBe(true);
  });

  it.each([
    ['Strong evidence', () => judgeRing('adopt', 'moderate', whole)],
    [
      'A fact from production, a standard, tooling or an independent benchmark',
      () => judgeRing('adopt', 'strong', { ...whole, facts: [fact('verified', 'supports')] }),
    ],
    ['Two tradeoffs', () => judgeRing('adopt', 'strong', { ...whole, tradeoffs: [tradeoff] })],
    [
      'Two failure modes, each with detection and mitigation',
      () => judgeRing('adopt', 'strong', { ...whole, failureModes: [mode] }),
    ],
  ])('names what is missing: %s', (text, judge) => {
    const { earned, requirements } = judge();
    expect(earned).toBe(false);
    expect(
      requirements.filter((requirement) => !requirement.met).map((requirement) => requirement.text),
    ).toEqual([text]);
  });

  it('takes an independent benchmark for a firm fact', () => {
    const facts = [{ ...fact('verified', 'supports'), measuredBy: 'independent' as const }];
    expect(judgeRing('adopt', 'strong', { ...whole, facts }).earned).toBe(true);
  });

  it('asks trial for moderate evidence, a tradeoff and a failure mode, and other rings for nothing', () => {
    expect(judgeRing('trial', 'moderate', whole).earned).toBe(true);
    expect(judgeRing('trial', 'thin', whole).earned).toBe(false);
    expect(judgeRing('trial', 'strong', { ...whole, failureModes: [] }).earned).toBe(false);
    expect(judgeRing('assess', 'none', {}).earned).toBe(true);
    expect(judgeRing('hold', 'none', {}).requirements).toEqual([]);
  });
});
