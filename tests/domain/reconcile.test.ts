import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRadar } from '../../src/domain/check-radar.ts';
import { IMPLIED_EDITION } from '../../src/domain/editions.ts';
import {
  arrangeRadar,
  changeHue,
  NO_ARRANGEMENT,
  shownHues,
} from '../../src/domain/importing/arrange-radar.ts';
import type { Draft, DraftTrend } from '../../src/domain/importing/draft.ts';
import { type Reconciled, reconcile } from '../../src/domain/importing/reconcile.ts';
import { HUES, RadarFileSchema } from '../../src/domain/schema.ts';
import { arbitraryDraft } from '../support/arbitrary-draft.ts';

type Row = [name: string, ring: string, quadrant?: string, rest?: Partial<DraftTrend>];

function draftOf(rows: readonly Row[], rest: Partial<Draft> = {}): Draft {
  return {
    format: 'Test',
    title: 'Mine',
    quadrants: [],
    rings: [],
    editions: [],
    findings: [],
    trends: rows.map(([name, ring, quadrant = 'Tools', more], at) => ({
      name,
      quadrant,
      placements: [{ edition: null, ring, place: { file: 'a.csv', line: at + 2, field: 'ring' } }],
      place: { file: 'a.csv', line: at + 2 },
      ...more,
    })),
    ...rest,
  };
}

const cells = (...names: string[]) => names.map((name) => ({ keys: [], name }));
const ringsOf = ({ radar }: Reconciled) => radar?.rings.map((ring) => ring.name);
const quadrantsOf = ({ radar }: Reconciled) => radar?.quadrants.map((quadrant) => quadrant.name);
const namesOf = ({ radar }: Reconciled) => radar?.trends.map((trend) => trend.name);
const ringOf = ({ radar }: Reconciled, name: string) =>
  radar?.trends.find((trend) => trend.name === name)?.placements[0]?.ring;
const ask = (reconciled: Reconciled, id: string) => {
  const question = reconciled.questions.find((entry) => entry.id === id);
  if (question === undefined) throw new Error(`not asked: ${id}`);
  return question;
};

const KNOWN: Row[] = [
  ['A', 'assess'],
  ['B', 'TRIAL ', 'Languages & Frameworks'],
  ['C', 'Adopt', 'languages-and-frameworks'],
];

describe('rings', () => {
  it('takes those of the vocabulary for granted, the innermost first, whatever their spelling', () => {
    const result = reconcile(draftOf(KNOWN), {});
    expect(result.questions).toEqual([]);
    expect(ringsOf(result)).toEqual(['Adopt', 'TRIAL', 'assess']);
    expect(quadrantsOf(result)).toEqual(['Tools', 'Languages & Frameworks']);
    expect(result).toMatchObject({ read: 3, kept: 3, leftOut: [], issues: [], findings: [] });
    expect(result.radar?.editions).toEqual([IMPLIED_EDITION]);
  });

  it('asks about those off the three rings, and keeps them outside the others until it is decided', () => {
    const draft = draftOf([['D', 'Caution'], ['E', 'Sunset'], ...KNOWN]);
    const result = reconcile(draft, {});
    expect(ringsOf(result)).toEqual(['Adopt', 'TRIAL', 'assess', 'Caution', 'Sunset']);
    expect(ask(result, 'ring:caution')).toMatchObject({
      kind: 'ring',
      value: 'Caution',
      default: 'keep',
      trends: [{ name: 'D', place: { file: 'a.csv', line: 2, field: 'ring' } }],
    });
    expect(ask(result, 'ring:caution').reason).toContain('off the rings Adopt, TRIAL and assess');

    const mapped = reconcile(draft, { 'ring:caution': 'map:assess' });
    expect(ringsOf(mapped)).toEqual(['Adopt', 'TRIAL', 'assess', 'Sunset']);
    expect(ringOf(mapped, 'D')).toBe('assess');

    const out = reconcile(draft, { 'ring:caution': 'leave-out', 'ring:sunset': 'map:caution' });
    expect(out.leftOut).toEqual([
      { name: 'D', place: { file: 'a.csv', line: 2 }, why: 'Its ring is “Caution”, which is left out.' },
    ]);
    // What is not kept cannot be chosen, so the default holds.
    expect(ringOf(out, 'E')).toBe('sunset');
    expect(reconcile(draft, {})).toEqual(result);
  });

  it('loads a file with four declared rings whole, of which one is Caution', () => {
    const rings = ['Adopt', 'Trial', 'Assess', 'Caution'];
    const rows = Array.from(
      { length: 118 },
      (_, at): Row => [`T${at}`, rings[at % 4]?.toLowerCase() ?? '', `Q${at % 4}`],
    );
    const result = reconcile(draftOf(rows, { rings: cells(...rings) }), {});
    expect(result).toMatchObject({ read: 118, kept: 118, questions: [], leftOut: [] });
    expect(ringsOf(result)).toEqual(rings);
  });

  it('suggests the declared ring that a value means', () => {
    const rings = cells('Adopt', 'Trial', 'Hold');
    const result = reconcile(
      draftOf(
        [
          ['A', 'Adpot'],
          ['B', 'Caution'],
          ['C', 'try'],
          ['D', 'Elsewhere'],
        ],
        { rings },
      ),
      {},
    );
    expect(result.questions.map((question) => [question.value, question.default])).toEqual([
      ['Adpot', 'map:adopt'],
      ['Caution', 'map:hold'],
      ['try', 'map:trial'],
      ['Elsewhere', 'keep'],
    ]);
    expect(ask(result, 'ring:adpot').reason).toBe(
      'The file declares the rings Adopt, Trial and Hold, and not this one. It may be a misspelling of “Adopt”.',
    );
    expect(ringOf(result, 'C')).toBe('trial');
  });

  it('leaves out a row without a ring unless no row has one', () => {
    const some = reconcile(draftOf([['A', ''], ...KNOWN.slice(1)]), {});
    expect(some.leftOut).toMatchObject([{ name: 'A', why: 'It names no ring.' }]);
    expect(ringOf(reconcile(draftOf([['A', ''], ...KNOWN.slice(1)]), { 'no-ring': 'map:adopt' }), 'A')).toBe(
      'adopt',
    );
    expect(
      ringsOf(
        reconcile(
          draftOf([
            ['A', ''],
            ['B', ''],
          ]),
          {},
        ),
      ),
    ).toEqual(['Unsorted']);
  });
});

describe('quadrants', () => {
  it('asks about one that a file which declares some does not know', () => {
    const draft = draftOf(
      [
        ['A', 'adopt', 'Tools'],
        ['B', 'adopt', 'Pots'],
      ],
      { quadrants: cells('Tools', 'Data') },
    );
    const result = reconcile(draft, {});
    expect(ask(result, 'quadrant:pots')).toMatchObject({ value: 'Pots', default: 'keep' });
    expect(quadrantsOf(result)).toEqual(['Tools', 'Data', 'Pots']);
    expect(quadrantsOf(reconcile(draft, { 'quadrant:pots': 'map:data' }))).toEqual(['Tools', 'Data']);
  });

  it('gathers the smallest of more than eight, with their names as tags, and lets each be decided', () => {
    const rows = Array.from({ length: 10 }, (_, at) =>
      Array.from({ length: at + 1 }, (__, nth): Row => [`T${at}-${nth}`, 'adopt', `Quadrant ${at}`]),
    ).flat();
    const result = reconcile(draftOf(rows), {});
    expect(quadrantsOf(result)).toEqual([3, 4, 5, 6, 7, 8, 9].map((at) => `Quadrant ${at}`).concat('Other'));
    expect(result.questions.map((question) => question.value)).toEqual([
      'Quadrant 0',
      'Quadrant 1',
      'Quadrant 2',
    ]);
    expect(result.kept).toBe(55);
    expect(result.radar?.trends[0]).toMatchObject({ quadrant: 'other', tags: ['Quadrant 0'] });
    const decided = reconcile(draftOf(rows), { 'too-many-quadrants:quadrant 1': 'leave-out' });
    expect(decided.leftOut.map(({ name }) => name)).toEqual(['T1-0', 'T1-1']);
  });

  it('adds an empty one to a lone one, and says so', () => {
    const result = reconcile(draftOf([['A', 'adopt', 'Other']]), {});
    expect(quadrantsOf(result)).toEqual(['Other', 'Other 2']);
    expect(result.findings).toMatchObject([{ done: 'The empty quadrant “Other 2” is added.' }]);
  });

  it('takes a slip of the hand for the name that it is near to', () => {
    const rows = Array.from({ length: 6 }, (_, at): Row => [`T${at}`, 'adopt', 'Techniques']);
    const result = reconcile(draftOf([...rows, ['B', 'adopt', 'Techniqes'], ['C', 'adopt', 'Tools']]), {});
    expect(ask(result, 'quadrant:techniqes').default).toBe('map:techniques');
    expect(quadrantsOf(result)).toEqual(['Techniques', 'Tools']);
  });
});

describe('names', () => {
  const LONG = 'Retrieval-augmented generation for enterprise search';

  it('shortens a long one at a word and keeps it whole below', () => {
    const result = reconcile(draftOf([[LONG, 'adopt']]), {});
    expect(result.radar?.trends[0]).toMatchObject({
      id: 'retrieval-augmented-generation-for-enterprise-search',
      name: 'Retrieval-augmented generation…',
      subtitle: LONG,
    });
    expect(
      reconcile(
        draftOf([
          [LONG, 'adopt'],
          ['B', 'adopt'],
        ]),
        { [`long-name:${LONG}`]: 'leave-out' },
      ).leftOut,
    ).toHaveLength(1);
  });

  it('leaves out what has none, or names it after its row', () => {
    const draft = draftOf([
      ['', 'adopt'],
      ['B', 'adopt'],
    ]);
    expect(reconcile(draft, {}).leftOut).toMatchObject([{ name: 'without a name', why: 'It has no name.' }]);
    expect(namesOf(reconcile(draft, { name: 'row' }))).toEqual(['Row 2', 'B']);
  });

  it('keeps duplicates apart by numbers in one quadrant, and as they are in several', () => {
    const one = draftOf([
      ['Tool', 'adopt'],
      ['TOOL ', 'trial'],
      ['Tool 2', 'trial'],
    ]);
    expect(namesOf(reconcile(one, {}))).toEqual(['Tool', 'TOOL 3', 'Tool 2']);
    expect(namesOf(reconcile(one, { 'duplicate:tool': 'last' }))).toEqual(['TOOL', 'Tool 2']);
    const first = reconcile(one, { 'duplicate:tool': 'first' });
    expect(namesOf(first)).toEqual(['Tool', 'Tool 2']);
    expect(first.leftOut).toMatchObject([{ name: 'TOOL', place: { line: 3 } }]);
    const several = draftOf([
      ['Tool', 'adopt', 'Tools'],
      ['Tool', 'trial', 'Data'],
    ]);
    expect(namesOf(reconcile(several, {}))).toEqual(['Tool', 'Tool']);
    expect(reconcile(several, {}).radar?.trends.map(({ id }) => id)).toEqual(['tool', 'tool-2']);
  });

  it('keeps one of rows that say the same', () => {
    const result = reconcile(
      draftOf([
        ['Tool', 'adopt'],
        ['Tool', 'adopt'],
      ]),
      {},
    );
    expect(ask(result, 'duplicate:tool').default).toBe('first');
    expect(result).toMatchObject({ read: 2, kept: 1 });
  });
});

describe('what else a trend says', () => {
  it('drops nothing of it without saying so', () => {
    const result = reconcile(
      draftOf([
        [
          'A\u0000b',
          'adopt',
          'Tools',
          {
            description: 'x'.repeat(20_001),
            tags: ['one', ' one ', ''],
            links: [{ url: 'https://example.org/a', title: ' ' }, { url: 'javascript:alert(1)' }],
            related: ['b', 'Nobody', 'A b'],
          },
        ],
        ['B', 'trial', 'Data', { related: ['Ab'] }],
      ]),
      {},
    );
    expect(result.radar?.trends[0]).toMatchObject({
      name: 'Ab',
      description: 'x'.repeat(20_000),
      tags: ['one'],
      links: [{ url: 'https://example.org/a' }],
      related: [{ trend: 'b', relation: 'complements' }],
    });
    expect(result.radar?.trends[1]).not.toHaveProperty('related');
    expect(result.findings.map((finding) => finding.message)).toEqual([
      'the description is longer than 20,000 characters',
      'the name has characters that cannot be seen',
      'the link “javascript:alert(1)” is not a web address',
      expect.stringContaining('names “Nobody” and “A b” as related'),
    ]);
  });

  it('keeps movement as reported in the first edition only', () => {
    const place = { file: 'a' };
    const placements = [
      { edition: '2025', ring: 'adopt', moved: 'in' as const, place },
      { edition: '2024', ring: 'trial', moved: 'new' as const, place },
    ];
    const editions = ['2023', '2024', '2025'].map((date) => ({ id: date, date }));
    const { radar, findings } = reconcile(draftOf([['A', '', 'Tools', { placements }]], { editions }), {});
    expect(radar?.trends[0]?.placements).toEqual([
      { edition: '2025', ring: 'adopt' },
      { edition: '2024', ring: 'trial', moved: 'new' },
    ]);
    expect(radar?.editions).toEqual(editions.slice(1));
    expect(findings.map((finding) => finding.message)).toContain('no trend has a place in the edition 2023');
  });
});

describe('whatever the draft', () => {
  it('explains why there is no radar', () => {
    expect(reconcile(draftOf([]), {}).issues).toMatchObject([{ message: 'there are no trends in it' }]);
    const none = reconcile(draftOf([['A', 'Hold']]), { 'ring:hold': 'leave-out' });
    expect(none.radar).toBeNull();
    expect(none.issues).toMatchObject([{ file: 'a.csv', message: 'no trend of it is left to show' }]);
  });

  it('is valid, lists what is left out, and each option of each question leads somewhere', () => {
    fc.assert(
      fc.property(arbitraryDraft, fc.infiniteStream(fc.nat()), (draft, stream) => {
        const before = JSON.stringify(draft);
        const plain = reconcile(draft, {});
        expectSound(draft, plain);
        const decisions: Record<string, string> = {};
        for (const { id, options } of plain.questions) {
          expect(options.map(({ value }) => value)).toContain(ask(plain, id).default);
          expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
          const option = options[(stream.next().value ?? 0) % options.length];
          if (option !== undefined) decisions[id] = option.value;
          expectSound(draft, reconcile(draft, { [id]: option?.value ?? '' }));
        }
        const decided = reconcile(draft, decisions);
        expectSound(draft, decided);
        expectSameOrder(plain.radar?.rings, decided.radar?.rings);
        expect(reconcile(draft, {})).toEqual(plain);
        expect(JSON.stringify(draft)).toBe(before);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('asks each question once, in linear time also where all is odd', () => {
    const rows = Array.from(
      { length: 5000 },
      (_, at): Row => [
        at % 2 === 0 ? 'Same name' : `Name ${'long '.repeat(9)}${at}`,
        `Ring ${at}`,
        `Quadrant ${at}`,
      ],
    );
    const odd = reconcile(draftOf(rows), {});
    expectSound(draftOf(rows), odd);
    expect(odd.kept).toBe(5000);
    const same = reconcile(draftOf(rows.map(([name]) => [name, 'adopt'])), { 'duplicate:same name': 'all' });
    expect(new Set(namesOf(same)?.filter((name) => name.startsWith('Same'))).size).toBe(2500);
  });
});

function expectSound(draft: Draft, result: Reconciled): void {
  expect(result.read).toBe(draft.trends.length);
  expect(result.kept + result.leftOut.length).toBe(result.read);
  expect(result.leftOut.every(({ why }) => why !== '')).toBe(true);
  expect(new Set(result.questions.map(({ id }) => id)).size).toBe(result.questions.length);
  if (result.radar === null) {
    expect(result.issues).not.toEqual([]);
    return;
  }
  expect(result.radar.trends).toHaveLength(result.kept);
  expect(RadarFileSchema.safeParse(result.radar).error).toBeUndefined();
  expect(checkRadar(result.radar).filter((issue) => issue.severity === 'error')).toEqual([]);
}

/** What both have is in the same order, but for the ones that are gathered at the end. */
function expectSameOrder(one: readonly { id: string }[] = [], other: readonly { id: string }[] = []): void {
  const ids = (list: readonly { id: string }[], among: readonly { id: string }[]) =>
    list
      .map(({ id }) => id)
      .filter((id) => !/^(other|unsorted)/.test(id) && among.some((entry) => entry.id === id));
  expect(ids(one, other)).toEqual(ids(other, one));
}

describe('arrangeRadar', () => {
  const { radar } = reconcile(draftOf(KNOWN), {});
  if (radar === null) throw new Error('a radar');

  it('renames, orders and colours, and passes over what is not there', () => {
    const arranged = arrangeRadar(radar, {
      title: ' Ours ',
      quadrants: ['gone', 'languages-and-frameworks'],
      rings: ['assess', 'adopt'],
      names: { 'ring:assess': 'Look', 'ring:adopt': ' ' },
      hues: { tools: 'red' },
    });
    expect(arranged.title).toBe('Ours');
    expect(arranged.quadrants).toMatchObject([
      { id: 'languages-and-frameworks' },
      { id: 'tools', hue: 'red' },
    ]);
    expect(arranged.rings.map((ring) => ring.name)).toEqual(['Look', 'Adopt', 'TRIAL']);
    expect(arrangeRadar(radar, NO_ARRANGEMENT)).toEqual(radar);
  });

  it('never gives two quadrants one hue', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.array(fc.tuple(fc.nat(7), fc.constantFrom(...HUES))), (last, changes) => {
        let quadrants = Array.from({ length: last + 1 }, (_, at) => ({ id: `q${at}`, name: `Q${at}` }));
        for (const [at, hue] of changes) {
          const id = `q${at % quadrants.length}`;
          const hues = changeHue(quadrants, id, hue);
          expect(hues[id]).toBe(hue);
          quadrants = quadrants.map((quadrant) => ({ ...quadrant, hue: hues[quadrant.id] }));
          const worn = shownHues(quadrants);
          expect(new Set(worn).size).toBe(worn.length);
        }
      }),
    );
  });
});
