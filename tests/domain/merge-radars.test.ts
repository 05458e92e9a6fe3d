import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRadar } from '../../src/domain/check-radar.ts';
import { IMPLIED_EDITION } from '../../src/domain/editions.ts';
import { LEAVE_OUT } from '../../src/domain/merging/merge-cells.ts';
import { mergeRadars } from '../../src/domain/merging/merge-radars.ts';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { RadarFileSchema } from '../../src/domain/schema.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const RUNS = { numRuns: 60 };

/** What makes a radar invalid: nothing. Warnings, such as on sources that nobody cites, are none of it. */
function faultsOf(radar: Radar): string[] {
  const parsed = RadarFileSchema.safeParse(radar);
  const issues = checkRadar(radar).filter(({ severity }) => severity === 'error');
  return [...(parsed.success ? [] : [parsed.error.message]), ...issues.map(({ message }) => message)];
}

const allTheirs = (base: Radar, other: Radar) =>
  Object.fromEntries(mergeRadars(base, other, {}).conflicts.map(({ id }) => [id, 'theirs']));

const typescript: Trend = {
  id: 'typescript',
  name: 'TypeScript',
  quadrant: 'tools',
  placements: [{ edition: '2025', ring: 'trial', reason: 'It pays.' }],
  summary: 'Types for a language without.',
};

/** A small radar; `head` and `trends` say what is other than usual. */
function radarOf(head: Partial<Radar>, ...trends: Trend[]): Radar {
  return {
    version: 1,
    title: 'Ours',
    quadrants: [
      { id: 'tools', name: 'Tools' },
      { id: 'methods', name: 'Methods' },
    ],
    rings: ['Adopt', 'Trial', 'Assess'].map((name) => ({ id: name.toLowerCase(), name })),
    editions: [{ id: '2025', date: '2025-06' }],
    sources: [],
    trends,
    ...head,
  };
}

const cells = (count: number, kind: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${kind}-${at}`, name: `${kind} ${at}` }));

describe('any two radars', () => {
  it('make a valid one, whatever is decided', () => {
    fc.assert(
      fc.property(arbitraryRadar, arbitraryRadar, fc.func(fc.boolean()), (base, other, decide) => {
        const { conflicts, questions } = mergeRadars(base, other, {});
        const decisions = Object.fromEntries([
          ...conflicts.map(({ id }) => [id, decide(id) ? 'theirs' : 'mine']),
          ...questions.map(({ id, options }) => [id, options[decide(id) ? 0 : options.length - 1]?.value]),
        ]);
        const merged = mergeRadars(base, other, decisions);
        expect(faultsOf(merged.radar)).toEqual([]);
        expect(new Set(merged.conflicts.map(({ id }) => id)).size).toBe(merged.conflicts.length);
      }),
      RUNS,
    );
  });

  it('have nothing left to decide once all is decided for theirs', () => {
    fc.assert(
      fc.property(arbitraryRadar, arbitraryRadar, (base, other) => {
        const { radar } = mergeRadars(base, other, allTheirs(base, other));
        const again = mergeRadars(radar, other, {});
        expect(again.conflicts).toEqual([]);
        expect(again.added).toEqual([]);
        for (const { id, name, summary, description } of other.trends) {
          const shown = radar.trends.find((trend) => trend.id === id) ?? { name };
          const told = Object.entries({ name, summary, description }).filter(
            ([, text]) => text !== undefined,
          );
          if ('id' in shown) expect(shown).toMatchObject(Object.fromEntries(told));
        }
      }),
      RUNS,
    );
  });

  it('keep all that is mine where nothing is decided', () => {
    fc.assert(
      fc.property(arbitraryRadar, arbitraryRadar, (base, other) => {
        const { radar, conflicts } = mergeRadars(base, other, {});
        expect(radar.title).toBe(base.title);
        for (const trend of base.trends) {
          const merged = radar.trends.find(({ id }) => id === trend.id);
          const { id, name, quadrant } = trend;
          expect(merged).toMatchObject({ id, name, quadrant });
          expect(merged?.facts ?? []).toEqual(expect.arrayContaining(trend.facts ?? []));
          expect(merged?.placements.map(({ ring }) => ring)).toEqual(
            expect.arrayContaining(trend.placements.map(({ ring }) => ring)),
          );
        }
        for (const { mine, theirs } of conflicts) expect(mine).not.toBe(theirs);
      }),
      RUNS,
    );
  });

  it('that are the same are that one', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const merged = mergeRadars(radar, structuredClone(radar), {});
        expect(merged.radar).toEqual(radar);
        expect(merged).toMatchObject({
          conflicts: [],
          questions: [],
          leftOut: [],
          added: [],
          enriched: [],
          same: radar.trends.length,
        });
      }),
      RUNS,
    );
  });

  it('that share nothing are both kept whole', () => {
    const apart = arbitraryRadar.map((radar): Radar => {
      const mark = (id: string) => `other-${id}`;
      return {
        ...radar,
        // Eight cells have room for those of both.
        quadrants: radar.quadrants.slice(0, 3).map(({ id }) => ({ id: mark(id), name: mark(id) })),
        rings: radar.rings.slice(0, 3).map(({ id }) => ({ id: mark(id), name: mark(id) })),
        editions: [{ id: mark('edition'), date: '2101' }],
        sources: radar.sources.map((source) => ({ ...source, id: mark(source.id), url: `${source.url}-2` })),
        trends: radar.trends.map((trend) => ({
          ...trend,
          id: mark(trend.id),
          name: `Other ${trend.id}`,
          quadrant: mark(radar.quadrants[0]?.id ?? ''),
          placements: [{ edition: mark('edition'), ring: mark(radar.rings[0]?.id ?? '') }],
          ...(trend.facts === undefined
            ? {}
            : { facts: trend.facts.map((fact) => ({ ...fact, source: mark(fact.source) })) }),
        })),
      };
    });
    const explicit = arbitraryRadar.filter(({ editions }) => editions[0]?.id !== IMPLIED_EDITION.id);
    fc.assert(
      fc.property(explicit, apart, (base, other) => {
        const { radar, added, leftOut } = mergeRadars(base, other, {});
        expect(radar.trends).toEqual([...base.trends, ...other.trends]);
        expect(radar.sources).toEqual([...base.sources, ...other.sources]);
        expect(added).toEqual(other.trends.map(({ id }) => id));
        expect(leftOut).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('every field of the format', () => {
  it('stays as it is where both are the same', () => {
    expect(mergeRadars(sampleRadar(), sampleRadar(), {})).toMatchObject({
      radar: sampleRadar(),
      conflicts: [],
      leftOut: [],
      same: 2,
    });
  });

  it('comes from the other radar where mine says nothing', () => {
    const bare = sampleRadar();
    const { conditions: _, articles: __, organisations: ___, description: ____, ...head } = bare;
    const base: Radar = {
      ...head,
      sources: [],
      trends: bare.trends.map(({ id, name, quadrant, placements }) => ({
        id,
        name,
        quadrant,
        placements: placements.map(({ edition, ring }) => ({ edition, ring })),
      })),
    };
    const { radar, conflicts, enriched } = mergeRadars(base, sampleRadar(), {});
    expect(radar).toEqual(sampleRadar());
    expect(conflicts).toEqual([]);
    expect(enriched).toEqual(['attention']);
  });
});

describe('trends', () => {
  it('are the same by id, by name in any case, and by alias', () => {
    const base = radarOf(
      {},
      typescript,
      { ...typescript, id: 'k8s', name: 'Kubernetes', aliases: ['Kube'] },
      { ...typescript, id: 'rust', name: 'Rust' },
    );
    const other = radarOf(
      {},
      { ...typescript, name: 'TS' },
      { ...typescript, id: 'a', name: 'kube' },
      { ...typescript, id: 'b', name: 'RUST' },
      { ...typescript, id: 'c', name: 'Zig' },
    );
    const merged = mergeRadars(base, other, {});
    expect(merged.radar.trends.map(({ id }) => id)).toEqual(['typescript', 'k8s', 'rust', 'c']);
    expect(merged.conflicts.map(({ trend, field, mine, theirs }) => [trend, field, mine, theirs])).toEqual([
      ['typescript', 'Name', 'TypeScript', 'TS'],
      ['k8s', 'Name', 'Kubernetes', 'kube'],
      ['rust', 'Name', 'Rust', 'RUST'],
    ]);
    expect(merged.added).toEqual(['c']);
  });

  it('are in conflict where a place differs, which takes its reason with it', () => {
    const base = radarOf({}, typescript);
    const other = radarOf(
      {},
      { ...typescript, placements: [{ edition: '2025', ring: 'adopt', reason: 'All use it.' }] },
    );
    const { conflicts, radar } = mergeRadars(base, other, {});
    expect(conflicts).toEqual([
      {
        id: 'trend:typescript:ring:2025',
        trend: 'typescript',
        subject: 'TypeScript',
        field: 'Ring in 2025',
        mine: 'Trial · It pays.',
        theirs: 'Adopt · All use it.',
      },
    ]);
    expect(radar).toEqual(base);
    expect(mergeRadars(base, other, { 'trend:typescript:ring:2025': 'theirs' }).radar).toEqual(other);
  });

  it('take what only one says from it', () => {
    const base = radarOf({}, { ...typescript, tags: ['web'] });
    const other = radarOf({}, { ...typescript, tags: ['Web', 'language'], subtitle: 'A language' });
    const merged = mergeRadars(base, other, {});
    expect(merged).toMatchObject({ conflicts: [], enriched: ['typescript'], same: 0 });
    expect(merged.radar.trends[0]).toMatchObject({ tags: ['web', 'language'], subtitle: 'A language' });
  });

  it('keep facts apart that share an id by chance, with all that cites them', () => {
    const fact = {
      id: 'f1',
      claim: 'It finds bugs.',
      kind: 'survey',
      stance: 'supports',
      date: '2024',
      source: 's1',
      grade: 'verified',
    } as const;
    const [mine, theirs] = ['https://a.example/1', 'https://b.example/2'].map((url) => ({
      id: 's1',
      title: `Of ${url}`,
      year: 2024,
      url,
    }));
    if (mine === undefined || theirs === undefined) throw new Error('two sources');
    const tradeoff = { gain: 'Fewer bugs', cost: 'A build', when: 'Always', facts: ['f1'] };
    const base = radarOf({ sources: [mine] }, { ...typescript, facts: [fact] });
    const other = radarOf(
      { sources: [theirs] },
      { ...typescript, facts: [{ ...fact, claim: 'It costs time.' }], tradeoffs: [tradeoff] },
    );
    const { radar, conflicts } = mergeRadars(base, other, {});
    expect(conflicts).toEqual([]);
    expect(radar.sources.map(({ id, url }) => [id, url])).toEqual([
      ['s1', mine.url],
      ['s1-2', theirs.url],
    ]);
    expect(radar.trends[0]?.facts).toEqual([
      fact,
      { ...fact, id: 'f1-2', claim: 'It costs time.', source: 's1-2' },
    ]);
    expect(radar.trends[0]?.tradeoffs).toEqual([{ ...tradeoff, facts: ['f1-2'] }]);
    expect(mergeRadars(radar, other, {}).radar).toEqual(radar);
  });

  it('have one relation and one word on each condition', () => {
    const conditions = [{ id: 'small', label: 'Small team', explanation: 'Up to ten', group: 'Team' }];
    const js = { ...typescript, id: 'js', name: 'JavaScript' };
    const base = radarOf(
      { conditions },
      {
        ...typescript,
        related: [{ trend: 'js', relation: 'requires' }],
        fits: [{ condition: 'small', why: 'Cheap' }],
      },
      js,
    );
    const other = radarOf(
      { conditions: [{ id: 'tiny', label: 'small TEAM', explanation: 'Up to ten', group: 'Team' }] },
      { ...typescript, avoidWhen: [{ condition: 'tiny', why: 'Dear' }] },
      { ...js, related: [{ trend: 'typescript', relation: 'enables' }] },
    );
    const { conflicts } = mergeRadars(base, other, {});
    expect(conflicts.map(({ field, mine, theirs }) => [field, mine, theirs])).toEqual([
      ['Words', 'Small team (Team): Up to ten', 'small TEAM (Team): Up to ten'],
      ['Where “Small team” holds', 'It fits: Cheap', 'Avoid it: Dear'],
      ['Relation to JavaScript', 'Requires JavaScript', 'Enabled by JavaScript'],
    ]);
    const { radar } = mergeRadars(base, other, allTheirs(base, other));
    expect(faultsOf(radar)).toEqual([]);
    expect(radar.trends).toEqual([
      { ...typescript, avoidWhen: [{ condition: 'small', why: 'Dear' }] },
      { ...js, related: [{ trend: 'typescript', relation: 'enables' }] },
    ]);
  });

  it('cite nothing from after the date that an edition has now', () => {
    const milestone = { date: '2025-03', event: 'Version 6' };
    const cited = {
      ...typescript,
      milestones: [milestone],
      placements: [{ edition: '2025', ring: 'trial', milestones: ['2025-03'] }],
    };
    const base = radarOf({}, cited);
    const other = radarOf({ editions: [{ id: '2025', date: '2025-01' }] }, typescript);
    const { radar, leftOut } = mergeRadars(base, other, { 'edition:2025:date': 'theirs' });
    expect(radar.editions).toEqual(other.editions);
    expect(faultsOf(radar)).toEqual([]);
    expect(leftOut).toEqual([
      {
        what: 'What the place of “TypeScript” in 2025 rests on (1)',
        why: 'it is from after 2025-01, the date of that edition',
      },
    ]);
  });
});

describe('rings, quadrants and editions', () => {
  it('find the place that a ring has in the other radar', () => {
    const rings = ['Adopt', 'Trial', 'Caution', 'Assess', 'Hold'].map((name) => ({
      id: `r-${name.toLowerCase()}`,
      name,
    }));
    const at = (ring: string) => ({
      ...typescript,
      id: ring,
      name: ring,
      placements: [{ edition: '2025', ring }],
    });
    const { radar } = mergeRadars(
      radarOf({}, typescript),
      radarOf({ rings }, at('r-caution'), at('r-assess')),
      {},
    );
    expect(radar.rings.map(({ id }) => id)).toEqual(['adopt', 'trial', 'r-caution', 'assess', 'r-hold']);
    expect(radar.trends.map(({ placements }) => placements[0]?.ring)).toEqual([
      'trial',
      'r-caution',
      'assess',
    ]);
  });

  it('ask where there is no room for more, and list what becomes of them', () => {
    const base = radarOf({ quadrants: [...radarOf({}).quadrants, ...cells(6, 'own')] }, typescript);
    const other = radarOf(
      { quadrants: cells(2, 'new') },
      { ...typescript, id: 'zig', name: 'Zig', quadrant: 'new-0' },
      {
        ...typescript,
        id: 'go',
        name: 'Go',
        quadrant: 'new-1',
        related: [{ trend: 'zig', relation: 'requires' }],
      },
    );
    const merged = mergeRadars(base, other, {});
    expect(merged.questions.map(({ id, default: home }) => [id, home])).toEqual([
      ['room:quadrant:new-0', 'own-5'],
      ['room:quadrant:new-1', 'own-5'],
    ]);
    expect(merged.radar.trends.map(({ quadrant }) => quadrant)).toEqual(['tools', 'own-5', 'own-5']);
    const decided = mergeRadars(base, other, {
      'room:quadrant:new-0': LEAVE_OUT,
      'room:quadrant:new-1': 'methods',
    });
    expect(decided.radar.trends.map(({ id, quadrant }) => [id, quadrant])).toEqual([
      ['typescript', 'tools'],
      ['go', 'methods'],
    ]);
    expect(decided.leftOut.map(({ what }) => what)).toEqual([
      'The quadrant “new 0”',
      'The quadrant “new 1”',
      'The trend “Zig”',
      'The relation of “go” to “zig”',
    ]);
    expect(faultsOf(decided.radar)).toEqual([]);
  });

  it('read a radar without editions as the latest edition of the other', () => {
    const nameless = (ring: string) =>
      radarOf(
        { editions: [IMPLIED_EDITION] },
        { ...typescript, placements: [{ edition: IMPLIED_EDITION.id, ring }] },
      );
    const dated = radarOf(
      {
        editions: [
          { id: '2025', date: '2025-06' },
          { id: '2024', date: '2024-06' },
        ],
      },
      typescript,
    );
    for (const [base, other] of [
      [dated, nameless('trial')],
      [nameless('trial'), dated],
    ] as const) {
      const { radar, conflicts } = mergeRadars(base, other, {});
      expect(radar.editions).toEqual(dated.editions);
      expect(radar.trends[0]?.placements).toMatchObject([{ edition: '2025', ring: 'trial' }]);
      expect(conflicts).toEqual([]);
    }
  });
});
