import fc from 'fast-check';
import type { RadarFile } from '../../src/domain/radar.ts';
import { startSession, writesOf } from '../../src/domain/workshop/acts.ts';
import { applyWrites, readSession } from '../../src/domain/workshop/read-session.ts';
import { type Act, QUESTION, type Session, type SessionRecord } from '../../src/domain/workshop/session.ts';

export const RINGS = ['adopt', 'trial', 'assess'] as const;
export const TRENDS = ['alpha', 'beta', 'gamma', 'delta'] as const;

/** A radar of four trends in two editions, as a workshop takes it up. */
export const workshopRadar: RadarFile = {
  version: 1,
  title: 'Workshop radar',
  quadrants: [
    { id: 'tools', name: 'Tools' },
    { id: 'methods', name: 'Methods' },
  ],
  rings: RINGS.map((id) => ({
    id,
    name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
    description: `What ${id} means.`,
  })),
  editions: [
    { id: 'spring', date: '2026-03-01' },
    { id: 'autumn', date: '2026-09-01' },
  ],
  trends: TRENDS.map((id, at) => ({
    id,
    name: `Trend ${id}`,
    quadrant: at < 2 ? 'tools' : 'methods',
    placements: [
      { edition: 'spring', ring: 'assess' },
      { edition: 'autumn', ring: RINGS[at % 3] ?? 'adopt' },
    ],
  })),
};

/** A workshop on it that has just begun. */
export function newWorkshop(): SessionRecord {
  return startSession(
    {
      name: 'Review',
      radar: workshopRadar,
      edition: 'autumn',
      room: [],
      hidden: true,
      minutes: 5,
      queue: [...TRENDS],
    },
    { id: 'start', at: '2026-11-21T09:00:00.000Z' },
  );
}

/** Carries acts out one after the other, each a minute after the last. */
export function carryOut(record: SessionRecord, acts: readonly Act[]): SessionRecord {
  return acts.reduce(
    (last, act, at) =>
      applyWrites(
        last,
        writesOf(readSession('w', last), act, {
          id: `act-${last.log.length}-${at}`,
          at: new Date(Date.UTC(2026, 10, 21, 9, at + 1)).toISOString(),
        }),
      ),
    record,
  );
}

/** The session that follows from acts on a new workshop. */
export const workshopAfter = (...acts: Act[]): Session => readSession('w', carryOut(newWorkshop(), acts));

const trend = fc.constantFrom(...TRENDS, 'unknown');
const text = fc.string({ maxLength: 12 });
const vote = fc.constantFrom(...RINGS, QUESTION);
const key = fc.constantFrom('a', 'b', 'c');

/** Acts of any kind, some of them on trends that are not there. */
export const arbitraryAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('go' as const), trend }),
  fc.record({ kind: fc.constant('spend' as const), trend, window: key, seconds: fc.nat(900) }),
  fc.record({
    kind: fc.constant('count' as const),
    trend,
    votes: fc.dictionary(vote, fc.nat(9)),
  }),
  fc.record({ kind: fc.constant('ballot' as const), trend, ballot: key, vote }),
  fc.record({
    kind: fc.constantFrom('reveal' as const, 'revote' as const, 'reopen' as const, 'retire' as const),
    trend,
  }),
  fc.record({ kind: fc.constant('place' as const), trend, ring: fc.constantFrom(...RINGS) }),
  fc.record({ kind: fc.constant('park' as const), trend, parked: fc.boolean() }),
  fc.record({ kind: fc.constant('reason' as const), trend, text, basis: fc.uniqueArray(key) }),
  fc.record({ kind: fc.constant('dissent' as const), trend, text }),
  fc.record({ kind: fc.constant('champion' as const), trend, name: text }),
  fc.record({ kind: fc.constant('note' as const), trend, note: key, text }),
  fc.record({
    kind: fc.constant('evidence' as const),
    trend,
    evidence: fc.record({
      id: key,
      stance: fc.constantFrom('supports' as const, 'limits' as const),
      claim: text.map((claim) => `c${claim}`),
      url: fc.constantFrom(null, 'https://example.org/'),
    }),
  }),
  fc.record({ kind: fc.constant('drop-evidence' as const), trend, evidence: key }),
  fc.record({
    kind: fc.constant('propose' as const),
    proposal: fc.record({
      id: fc.constantFrom('new-one', 'new-two'),
      name: text.map((name) => `n${name}`),
      quadrant: fc.constantFrom('tools', 'methods'),
      summary: text,
    }),
    ring: fc.constantFrom(null, ...RINGS),
  }),
  fc.record({ kind: fc.constant('order' as const), queue: fc.shuffledSubarray([...TRENDS]) }),
  fc.record({ kind: fc.constant('settings' as const), name: text, minutes: fc.nat(20) }),
);
