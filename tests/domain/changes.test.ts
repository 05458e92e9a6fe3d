import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Change,
  changesWords,
  comparedEditions,
  groupOf,
  listChanges,
  strengthGain,
} from '../../src/domain/assessing/changes.ts';
import type { Fact, Radar, Trend } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';

const fact = (id: string, date: string, more: Partial<Fact> = {}): Fact => ({
  id,
  claim: `Claim ${id}`,
  kind: 'benchmark',
  stance: 'supports',
  date,
  source: 's',
  grade: 'verified',
  ...more,
});

const trend = (id: string, places: Record<string, string>, more: Partial<Trend> = {}): Trend => ({
  id,
  name: id,
  quadrant: 'one',
  placements: Object.entries(places).map(([edition, ring]) => ({
    edition,
    ring,
    reason: `${id} ${edition}`,
  })),
  ...more,
});

const RADAR: Radar = {
  version: 1,
  title: 'Radar',
  quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
  rings: ['adopt', 'trial', 'assess'].map((id) => ({ id, name: id })),
  editions: [
    { id: 'now', date: '2026' },
    { id: 'past', date: '2024', retrospective: true },
    { id: 'long-ago', date: '2020' },
  ],
  sources: [{ id: 's', title: 'Source', year: 2020, url: 'https://example.org' }],
  trends: [
    trend('in', { past: 'assess', now: 'adopt' }, { facts: [fact('f1', '2023'), fact('f2', '2025')] }),
    trend('out', { past: 'adopt', now: 'trial' }),
    trend('new', { now: 'trial' }),
    trend('removed', { past: 'trial' }),
    trend('evidence', { past: 'assess', now: 'assess' }, { facts: [fact('f1', '2024'), fact('f2', '2031')] }),
    trend('same', { past: 'trial', now: 'trial' }, { facts: [fact('f1', '2019')] }),
    trend('neither', { 'long-ago': 'adopt' }),
  ],
};

const changesOf = (from: string, to: string, radar = RADAR) =>
  listChanges(radar, buildIndex(radar), from, to);

describe('the changes from one edition to another', () => {
  it('give each trend that has a place in one of them what became of it, and its group', () => {
    expect(changesOf('past', 'now').map((entry) => [entry.id, entry.change, groupOf(entry)])).toEqual([
      ['in', 'in', 'in'],
      ['out', 'out', 'out'],
      ['new', 'new', 'new'],
      ['removed', 'removed', 'removed'],
      ['evidence', 'same', 'evidence'],
      ['same', 'same', 'unchanged'],
    ]);
  });

  it('say how it stood in both, each judged by its own time, and why', () => {
    const [moved, , added, removed] = changesOf('past', 'now');
    expect(moved?.before).toEqual({ ring: 'assess', strength: 'thin', earned: true, reason: 'in past' });
    expect(moved?.after).toEqual({ ring: 'adopt', strength: 'moderate', earned: false, reason: 'in now' });
    expect(moved && strengthGain(moved)).toBe(1);
    expect([added?.before, removed?.after]).toEqual([null, null]);
    expect(removed?.before?.reason).toBe('removed past');
    const bare = {
      ...RADAR,
      trends: [{ ...trend('bare', {}), placements: [{ edition: 'now', ring: 'trial' }] }],
    };
    expect(changesOf('past', 'now', bare)[0]?.after?.reason).toBeNull();
  });

  it('name the facts that became public in between; the latest edition knows all that is recorded', () => {
    const entry = (from: string, to: string) => changesOf(from, to).find(({ id }) => id === 'evidence');
    const ids = (facts: readonly Fact[] | undefined) => facts?.map(({ id }) => id);
    expect(ids(entry('past', 'now')?.gained)).toEqual(['f2']);
    expect(ids(entry('past', 'now')?.lost)).toEqual([]);
    expect(ids(entry('now', 'past')?.gained)).toEqual([]);
    expect(ids(entry('now', 'past')?.lost)).toEqual(['f2']);
    expect(ids(entry('long-ago', 'now')?.gained)).toEqual(['f1', 'f2']);
  });

  it('are none between an edition and itself, or to one that the radar has not', () => {
    expect(changesOf('now', 'now')).toEqual([]);
    expect(changesOf('past', 'never')).toEqual([]);
    expect(changesOf('never', 'past')).toEqual([]);
  });

  it('turn round when the editions are swapped', () => {
    const turned: Record<Change, Change> = {
      new: 'removed',
      removed: 'new',
      in: 'out',
      out: 'in',
      same: 'same',
    };
    fc.assert(
      fc.property(arbitraryRadar, fc.nat(), fc.nat(), (radar, one, other) => {
        const id = (at: number) => radar.editions[at % radar.editions.length]?.id ?? '';
        const index = buildIndex(radar);
        const back = listChanges(radar, index, id(other), id(one));
        const there = listChanges(radar, index, id(one), id(other));
        expect(
          there.map((entry) => ({
            ...entry,
            change: turned[entry.change],
            before: entry.after,
            after: entry.before,
            gained: entry.lost,
            lost: entry.gained,
          })),
        ).toEqual(back);
        if (id(one) === id(other)) expect(there).toEqual([]);
      }),
    );
  });

  it('list no fact as both gained and lost, and none without a place in time', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const [one, other] = radar.editions;
        if (one === undefined || other === undefined) return;
        const later = one.date < other.date ? other : one;
        const earlier = later === one ? other : one;
        for (const entry of listChanges(radar, buildIndex(radar), earlier.id, later.id)) {
          expect(entry.lost).toEqual([]);
          const facts = radar.trends.find(({ id }) => id === entry.id)?.facts ?? [];
          expect(facts).toEqual(expect.arrayContaining([...entry.gained]));
        }
      }),
    );
  });
});

describe('the summary of all changes', () => {
  it('counts what happened and leaves out what did not', () => {
    expect(changesWords(changesOf('past', 'now'))).toBe(
      '1 new, 1 moved in, 1 moved out, 1 removed, 2 gained stronger evidence.',
    );
    expect(changesWords(changesOf('now', 'past'))).toBe(
      '1 new, 1 moved in, 1 moved out, 1 removed, 2 fell back to weaker evidence.',
    );
    expect(changesWords(changesOf('past', 'now').slice(0, 1))).toBe(
      '1 moved in, 1 gained stronger evidence.',
    );
    expect(changesWords([])).toBe('No trend changed its ring, and no evidence became stronger or weaker.');
  });
});

describe('the editions that are compared', () => {
  const ids = (from: string | null, to: string | null, editions = RADAR.editions) => {
    const found = comparedEditions(editions, from, to);
    return found && [found.from.id, found.to.id];
  };

  it('are those asked for, else the latest and the one before', () => {
    expect(ids('now', 'long-ago')).toEqual(['now', 'long-ago']);
    expect(ids(null, null)).toEqual(['past', 'now']);
    expect(ids('never', 'past')).toEqual(['long-ago', 'past']);
    expect(ids(null, 'long-ago')).toEqual(['now', 'long-ago']);
  });

  it('are none in a radar of one edition', () => {
    expect(ids(null, null, RADAR.editions.slice(0, 1))).toBeNull();
  });
});
