import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actWords, writesOf } from '../../src/domain/workshop/acts.ts';
import { outcomeOf, workshopResult } from '../../src/domain/workshop/outcome.ts';
import { applyWrites, readSession } from '../../src/domain/workshop/read-session.ts';
import { QUESTION, type Session, type Standing } from '../../src/domain/workshop/session.ts';
import { arbitraryAct, carryOut, newWorkshop, TRENDS, workshopAfter } from '../support/workshop.ts';

const standing = (session: Session, trend: string): Standing => {
  const found = session.standings.get(trend);
  if (found === undefined) throw new Error(`no ${trend}`);
  return found;
};
const outcome = (session: Session, trend: string) => outcomeOf(session, standing(session, trend));

describe('a workshop', () => {
  it('begins with the first trend on the stage and nothing decided', () => {
    const session = workshopAfter();
    expect(session).toMatchObject({
      name: 'Review',
      edition: 'autumn',
      at: 'alpha',
      minutes: 5,
      hidden: true,
    });
    expect(session.queue).toEqual(TRENDS);
    expect([...session.standings.values()].map(({ from }) => from)).toEqual([
      'adopt',
      'trial',
      'assess',
      'adopt',
    ]);
    expect(workshopResult(session).open).toHaveLength(4);
  });

  it('tells moves in, out, none, new and retired trends apart', () => {
    const session = workshopAfter(
      { kind: 'place', trend: 'alpha', ring: 'trial' },
      { kind: 'place', trend: 'beta', ring: 'adopt' },
      { kind: 'place', trend: 'gamma', ring: 'assess' },
      { kind: 'retire', trend: 'delta' },
      {
        kind: 'propose',
        proposal: { id: 'epsilon', name: 'Epsilon', quadrant: 'tools', summary: '' },
        ring: 'trial',
      },
    );
    expect(['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((trend) => outcome(session, trend))).toEqual([
      'out',
      'in',
      'same',
      'retired',
      'new',
    ]);
    expect(session.log.map(({ words }) => words)).toEqual([
      'Began “Review” with 4 trends',
      'Moved Trend alpha from Adopt out to Trial',
      'Moved Trend beta from Trial in to Adopt',
      'Kept Trend gamma in Assess',
      'Retired Trend delta',
      'Proposed Epsilon',
    ]);
  });

  it('parks a trend, and places it later', () => {
    const parked = workshopAfter(
      { kind: 'place', trend: 'beta', ring: 'adopt' },
      { kind: 'park', trend: 'beta', parked: true },
    );
    expect(outcome(parked, 'beta')).toBe('parked');
    const placed = workshopAfter(
      { kind: 'park', trend: 'beta', parked: true },
      { kind: 'place', trend: 'beta', ring: 'adopt' },
    );
    expect(outcome(placed, 'beta')).toBe('in');
  });

  it('adds ballots to entered counts, and keeps earlier rounds', () => {
    const session = workshopAfter(
      { kind: 'ballot', trend: 'beta', ballot: 'a', vote: 'adopt' },
      { kind: 'ballot', trend: 'beta', ballot: 'b', vote: QUESTION },
      { kind: 'count', trend: 'beta', votes: { adopt: 2, assess: 1 } },
      { kind: 'reveal', trend: 'beta' },
      { kind: 'revote', trend: 'beta' },
      { kind: 'ballot', trend: 'beta', ballot: 'a', vote: 'trial' },
    );
    expect(standing(session, 'beta').rounds).toEqual([
      { votes: { adopt: 3, assess: 1, question: 1 }, ballots: 2, revealed: true },
      { votes: { trial: 1 }, ballots: 1, revealed: false },
    ]);
    expect(session.log.map(({ words }) => words).join()).toContain(
      'Votes on Trend beta: Adopt 3, Assess 1, question 1; median Adopt, at most 2 rings apart',
    );
  });

  it('keeps a note of each moment, and sums up the time of all windows', () => {
    const session = workshopAfter(
      { kind: 'note', trend: 'alpha', note: 'n1', text: 'first' },
      { kind: 'note', trend: 'alpha', note: 'n2', text: 'second' },
      { kind: 'spend', trend: 'alpha', window: 'w1', seconds: 60 },
      { kind: 'spend', trend: 'alpha', window: 'w2', seconds: 5 },
      { kind: 'spend', trend: 'alpha', window: 'w1', seconds: 70 },
    );
    expect(standing(session, 'alpha').notes.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(standing(session, 'alpha').seconds).toBe(75);
  });

  it('writes nothing for a trend that it has not', () => {
    const context = { id: 'x', at: '2026-11-21T10:00:00.000Z' };
    expect(writesOf(workshopAfter(), { kind: 'place', trend: 'nowhere', ring: 'adopt' }, context)).toEqual({
      set: [],
      log: null,
    });
  });

  it('only ever adds to the log, and says each act in words', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 12 }), arbitraryAct, (acts, last) => {
        const before = carryOut(newWorkshop(), acts);
        const session = readSession('w', before);
        expect(actWords(session, last)).toMatch(/\S/);
        const next = applyWrites(
          before,
          writesOf(session, last, { id: 'last', at: '2026-11-21T12:00:00.000Z' }),
        );
        expect(next.log.slice(0, before.log.length)).toEqual(before.log);
        expect(next.log.length - before.log.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('reads any record that holds a radar, and gives each trend of the queue a standing', () => {
    const values = fc.dictionary(
      fc.oneof(
        fc.string(),
        fc.constantFrom('meta/queue', 'meta/at', 'meta/name', 'meta/room', 'trend/alpha/to', 'proposal/x'),
        fc.constantFrom(
          'trend/alpha/round/2/count',
          'trend/alpha/note/1',
          'trend/alpha/evidence/1',
          'trend/alpha/basis',
        ),
      ),
      fc.jsonValue() as fc.Arbitrary<never>,
    );
    fc.assert(
      fc.property(values, (given) => {
        const { values: own } = newWorkshop();
        const radar = own['meta/radar'] ?? null;
        const session = readSession('w', { values: { ...own, ...given, 'meta/radar': radar }, log: [] });
        expect([...session.standings.keys()]).toEqual(session.queue);
        for (const { rounds, to } of session.standings.values()) {
          expect(rounds.length).toBeGreaterThan(0);
          expect([null, 'adopt', 'trial', 'assess']).toContain(to);
        }
        expect(session.at === null || session.queue.includes(session.at)).toBe(true);
      }),
    );
  });
});
