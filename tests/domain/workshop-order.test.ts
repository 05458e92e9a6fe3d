import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecided } from '../../src/domain/workshop/outcome.ts';
import { readSession } from '../../src/domain/workshop/read-session.ts';
import type { Session } from '../../src/domain/workshop/session.ts';
import {
  nextTrend,
  outcomeIn,
  previousTrend,
  progressOf,
  secondsLeft,
} from '../../src/domain/workshop/workshop-order.ts';
import { arbitraryAct, carryOut, newWorkshop, workshopAfter } from '../support/workshop.ts';

const park = (trend: string) => ({ kind: 'park', trend, parked: true }) as const;
const place = (trend: string) => ({ kind: 'place', trend, ring: 'trial' }) as const;
const go = (trend: string) => ({ kind: 'go', trend }) as const;

describe('the order of a workshop', () => {
  it('goes through the queue, then through what was parked', () => {
    expect(nextTrend(workshopAfter())).toBe('beta');
    expect(nextTrend(workshopAfter(park('beta')))).toBe('gamma');
    expect(nextTrend(workshopAfter(park('alpha'), park('beta'), go('delta')))).toBe('alpha');
    const second = [place('gamma'), place('delta'), park('alpha'), park('beta')];
    expect(nextTrend(workshopAfter(...second, go('alpha')))).toBe('beta');
    expect(nextTrend(workshopAfter(...second, go('beta')))).toBeNull();
    expect(nextTrend(workshopAfter(go('delta')))).toBeNull();
  });

  it('goes on behind a trend that has just been parked', () => {
    expect(nextTrend(workshopAfter(park('alpha')))).toBe('beta');
  });

  it('goes back through the queue', () => {
    expect(previousTrend(workshopAfter(go('gamma')))).toBe('beta');
    expect(previousTrend(workshopAfter())).toBeNull();
  });

  it('counts what is done and left, and what the plan leaves for it', () => {
    const session = workshopAfter(place('alpha'), park('beta'), go('gamma'));
    expect(progressOf(session)).toEqual({ position: 3, total: 4, done: 1, left: 3, parked: 1 });
    // beta and delta have five minutes each, gamma what is left of its own
    expect(secondsLeft(session, 60)).toBe(300 + 300 + 240);
    expect(secondsLeft(session, 9999)).toBe(600);
  });

  it('reaches every trend that is not decided, and always comes to an end', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 12 }), (acts) => {
        let record = carryOut(newWorkshop(), acts);
        let session: Session = readSession('w', record);
        record = carryOut(record, [go(session.queue[0] ?? '')]);
        const seen = new Set<string>();
        for (let step = 0; step < 40; step += 1) {
          session = readSession('w', record);
          if (session.at !== null) {
            seen.add(session.at);
            // what is talked about is decided, and what was parked at last
            record = carryOut(record, [place(session.at)]);
          }
          const next = nextTrend(readSession('w', record));
          if (next === null) break;
          record = carryOut(record, [go(next)]);
        }
        session = readSession('w', record);
        for (const trend of session.queue)
          expect(seen.has(trend) || isDecided(outcomeIn(session, trend))).toBe(true);
        expect(nextTrend(session)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
