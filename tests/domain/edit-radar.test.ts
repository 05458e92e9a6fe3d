import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRadar } from '../../src/domain/check-radar.ts';
import { type Edit, ENTRY_LISTS, type Fields } from '../../src/domain/editing/edit-acts.ts';
import { fitFields } from '../../src/domain/editing/edit-fields.ts';
import {
  doEdit,
  type History,
  redoEdit,
  redoWords,
  sealStep,
  startHistory,
  undoEdit,
  undoWords,
} from '../../src/domain/editing/edit-history.ts';
import {
  entryForm,
  followPending,
  forgetPending,
  setPending,
} from '../../src/domain/editing/edit-pending.ts';
import { applyEdit } from '../../src/domain/editing/edit-radar.ts';
import { describeEdit, issueWords } from '../../src/domain/editing/edit-words.ts';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { RadarFileSchema } from '../../src/domain/schema.ts';
import { formatRadarJson, parseRadarJson } from '../../src/formats/radar-json.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const NEW_SOURCE = { title: 'A new paper', url: 'https://example.org/new', year: 2024 };
const FACT = { claim: 'It scales.', kind: 'theory', stance: 'limits', date: '2024', grade: 'verified' };

/** Does an act that fits. */
function done(radar: Radar, act: Edit): Radar {
  const { radar: after, issues } = applyEdit(radar, act);
  expect(issues).toEqual([]);
  return after;
}

/** What an act that does not fit runs into; the radar must stay the same object. */
function refused(radar: Radar, act: Edit): string[] {
  const { radar: after, issues } = applyEdit(radar, act);
  expect(after).toBe(radar);
  return issues.map(issueWords);
}

const trendOf = (radar: Radar, id: string): Trend => {
  const found = radar.trends.find((trend) => trend.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const attention = (radar: Radar) => trendOf(radar, 'attention');

describe('editing trends', () => {
  it('adds a trend under an id made of its name, which a new name leaves as it is', () => {
    const act: Edit = {
      kind: 'add-trend',
      name: ' State space models ',
      quadrant: 'models',
      ring: 'assess',
      edition: '2024',
    };
    const radar = done(sampleRadar(), act);
    expect(radar.trends.at(-1)).toEqual({
      id: 'state-space-models',
      name: 'State space models',
      quadrant: 'models',
      placements: [{ edition: '2024', ring: 'assess' }],
    });
    const renamed = done(radar, {
      kind: 'change-trend',
      trend: 'state-space-models',
      fields: { name: 'SSM' },
    });
    expect(trendOf(renamed, 'state-space-models').name).toBe('SSM');
    expect(refused(radar, { ...act, name: '  ' })).toEqual(['Name is missing. Add it.']);
    expect(refused(radar, { ...act, ring: 'hold' })[0]).toContain('no ring "hold"');
  });

  it('takes fields away that are emptied, and says what is wrong with others in words for a form', () => {
    const radar = sampleRadar();
    const change = (fields: Fields): Edit => ({ kind: 'change-trend', trend: 'attention', fields });
    const bare = attention(done(radar, change({ subtitle: ' ', aliases: [''], tags: [' fast ', ''] })));
    expect(bare).not.toHaveProperty('subtitle');
    expect(bare).not.toHaveProperty('aliases');
    expect(bare.tags).toEqual(['fast']);
    expect(refused(radar, change({ name: '' }))).toEqual(['Name is missing. Add it.']);
    expect(refused(radar, change({ name: 'x'.repeat(33) }))[0]).toMatch(
      /^Name is longer than 32 characters. S/,
    );
    expect(refused(radar, change({ id: 'other' }))).toEqual([
      'Id cannot be changed here. Leave it as it is.',
    ]);
    const fact = (fields: Fields): Edit => ({
      kind: 'change-entry',
      trend: 'attention',
      list: 'facts',
      at: 0,
      fields,
    });
    expect(refused(radar, fact({ date: '2024-13' }))[0]).toBe(
      'Date is not a real date. Write YYYY, YYYY-MM or YYYY-MM-DD.',
    );
    expect(refused(radar, { kind: 'change-source', source: 'a-paper', fields: { year: 'x' } })).toEqual([
      'Year must be a whole number. Write it like 2024.',
    ]);
    expect(refused(radar, { kind: 'change-source', source: 'a-paper', fields: { year: 1 } })).toEqual([
      'Year is too small. The least is 1900.',
    ]);
  });

  it('moves a trend in one edition and keeps its reason; an edition that it is not in gets a place', () => {
    const radar = done(sampleRadar(), {
      kind: 'move-trend',
      trend: 'attention',
      edition: '2024',
      ring: 'assess',
      quadrant: 'training',
    });
    expect(attention(radar).quadrant).toBe('training');
    expect(attention(radar).placements).toEqual([
      { edition: '2023', ring: 'assess', reason: 'Early.', facts: ['f1'], milestones: ['2017-06-12'] },
      { edition: '2024', ring: 'assess', reason: 'It holds.' },
    ]);
    const placed = done(radar, {
      kind: 'move-trend',
      trend: 'distillation',
      edition: '2023',
      ring: 'adopt',
    });
    expect(trendOf(placed, 'distillation').placements).toContainEqual({ edition: '2023', ring: 'adopt' });
  });

  it('retires a trend from the latest edition, and offers deletion where nothing would be left', () => {
    const radar = done(sampleRadar(), { kind: 'retire-trend', trend: 'attention' });
    expect(attention(radar).placements.map(({ edition }) => edition)).toEqual(['2023']);
    expect(refused(radar, { kind: 'retire-trend', trend: 'attention' })[0]).toContain(
      'not in the latest edition',
    );
    expect(refused(radar, { kind: 'retire-trend', trend: 'distillation' })[0]).toMatch(/Delete it, or add/);
  });

  it('deletes a trend with the relations to it and the sources that only it cites', () => {
    const radar = done(sampleRadar(), { kind: 'delete-trend', trend: 'distillation' });
    expect(attention(radar)).not.toHaveProperty('related');
    expect(radar.sources).toHaveLength(2);
    expect(done(radar, { kind: 'delete-trend', trend: 'attention' })).toMatchObject({
      trends: [],
      sources: [],
    });
  });

  it('shares all that it does not touch', () => {
    const radar = sampleRadar();
    const after = done(radar, {
      kind: 'change-trend',
      trend: 'distillation',
      fields: { summary: 'Small learns from large.' },
    });
    expect(after.trends[0]).toBe(radar.trends[0]);
    expect(after.sources).toBe(radar.sources);
    expect(after.quadrants).toBe(radar.quadrants);
    const same: Edit = { kind: 'change-trend', trend: 'attention', fields: { name: 'Attention ' } };
    expect(done(radar, same)).toBe(radar);
  });
});

describe('editing evidence', () => {
  const add = (list: (typeof ENTRY_LISTS)[number], fields: Fields, newSource?: Fields): Edit => ({
    kind: 'add-entry',
    trend: 'attention',
    list,
    fields,
    ...(newSource === undefined ? {} : { newSource }),
  });

  it('adds a fact with a new source, or with the one that has its link already', () => {
    const radar = done(sampleRadar(), add('facts', FACT, NEW_SOURCE));
    expect(attention(radar).facts?.[1]).toEqual({ ...FACT, id: 'f2', source: 'a-new-paper' });
    expect(radar.sources.at(-1)).toEqual({ ...NEW_SOURCE, id: 'a-new-paper' });
    const cited = done(radar, add('facts', FACT, { ...NEW_SOURCE, url: ' https://example.org/a-paper ' }));
    expect(attention(cited).facts?.[2]?.source).toBe('a-paper');
    expect(cited.sources).toHaveLength(3);
    const paths = applyEdit(radar, add('facts', FACT, { url: 'ftp://x', title: 'X' })).issues;
    expect(paths.map(({ path }) => path.join('.'))).toEqual(['sources.3.year', 'sources.3.url']);
  });

  it('adds tradeoffs, failure modes, milestones, tools, fits, links and relations', () => {
    const radar = sampleRadar();
    const entries: Partial<Record<(typeof ENTRY_LISTS)[number], Fields>> = {
      tradeoffs: { gain: 'A', cost: 'B', when: 'C' },
      failureModes: {
        name: 'N',
        symptom: 'S',
        cause: 'C',
        detection: 'D',
        mitigation: 'M',
        severity: 'low',
        silent: false,
      },
      milestones: { date: '2020', event: 'E' },
      tooling: { name: 'T', url: 'https://example.org/t' },
      links: { url: 'https://example.org/l' },
    };
    for (const [list, fields] of Object.entries(entries)) {
      const key = ENTRY_LISTS.find((entry) => entry === list) ?? 'links';
      expect(attention(done(radar, add(key, fields)))[key]?.at(-1)).toEqual(fields);
      expect(refused(radar, add(key, {})).length, list).toBeGreaterThan(0);
    }
    expect(refused(radar, add('fits', { condition: 'few-labels', why: 'W' }))[0]).toContain('twice');
    expect(refused(radar, add('related', { trend: 'attention', relation: 'requires' }))[0]).toContain(
      'itself',
    );
    expect(
      refused(radar, add('tradeoffs', { gain: 'A', cost: 'B', when: 'C', source: 'a-paper' }))[0],
    ).toContain('not how well');
  });

  it('removes a fact from what rested on it', () => {
    const radar = done(sampleRadar(), { kind: 'remove-entry', trend: 'attention', list: 'facts', at: 0 });
    expect(JSON.stringify(attention(radar))).not.toContain('"f1"');
    expect(attention(radar)).not.toHaveProperty('facts');
  });

  it('lets places follow the date of a milestone, and lose it with the milestone', () => {
    const at = { trend: 'attention', list: 'milestones', at: 0 } as const;
    const radar = done(sampleRadar(), { kind: 'change-entry', ...at, fields: { date: '2017-06' } });
    expect(attention(radar).placements[0]?.milestones).toEqual(['2017-06']);
    expect(attention(done(radar, { kind: 'remove-entry', ...at })).placements[0]?.milestones).toBeUndefined();
  });

  it('keeps hindsight out of earlier editions', () => {
    const act: Edit = {
      kind: 'change-entry',
      trend: 'attention',
      list: 'facts',
      at: 0,
      fields: { date: '2024' },
    };
    expect(refused(sampleRadar(), act)[0]).toContain('after its edition');
  });

  it('moves an entry in its list, not beyond its ends', () => {
    const at = { kind: 'move-entry', trend: 'attention', list: 'tradeoffs' } as const;
    const radar = done(sampleRadar(), { ...at, at: 1, to: 0 });
    expect(attention(radar).tradeoffs?.map(({ gain }) => gain)).toEqual(['Reuse', 'Speed']);
    expect(refused(radar, { ...at, at: 0, to: -1 })).toHaveLength(1);
    expect(refused(radar, { ...at, at: 2, to: 0 })).toHaveLength(1);
  });
});

describe('editing quadrants, rings and editions', () => {
  it('adds, renames, colours and reorders them; ids stay', () => {
    let radar = done(sampleRadar(), { kind: 'add-cell', cell: 'quadrant', name: 'Serving & tools' });
    radar = done(radar, {
      kind: 'change-cell',
      cell: 'quadrant',
      id: 'serving-and-tools',
      fields: { hue: 'red', name: 'Serving' },
    });
    radar = done(radar, { kind: 'move-cell', cell: 'quadrant', id: 'serving-and-tools', to: 0 });
    expect(radar.quadrants[0]).toEqual({ id: 'serving-and-tools', name: 'Serving', hue: 'red' });
    expect(
      refused(radar, { kind: 'change-cell', cell: 'ring', id: 'adopt', fields: { hue: 'red' } })[0],
    ).toContain('hue');
  });

  it('moves the trends of a deleted ring, or deletes those that have no other place', () => {
    const moved = done(sampleRadar(), { kind: 'delete-cell', cell: 'ring', id: 'assess', into: 'adopt' });
    expect(trendOf(moved, 'distillation').placements[0]?.ring).toBe('adopt');
    const gone = done(sampleRadar(), { kind: 'delete-cell', cell: 'ring', id: 'assess', into: null });
    expect(gone.trends.map(({ id }) => id)).toEqual(['attention']);
    expect(attention(gone).placements).toHaveLength(1);
    expect(refused(gone, { kind: 'delete-cell', cell: 'ring', id: 'adopt', into: null })[0]).toContain(
      'at least one ring',
    );
  });

  it('deletes a quadrant with its trends, but never below two', () => {
    const three = done(sampleRadar(), { kind: 'add-cell', cell: 'quadrant', name: 'Third' });
    const radar = done(three, { kind: 'delete-cell', cell: 'quadrant', id: 'training', into: null });
    expect(radar.trends.map(({ id }) => id)).toEqual(['attention']);
    expect(
      refused(radar, { kind: 'delete-cell', cell: 'quadrant', id: 'third', into: 'models' })[0],
    ).toContain('two quadrants');
    const kept = done(three, { kind: 'delete-cell', cell: 'quadrant', id: 'training', into: 'third' });
    expect(trendOf(kept, 'distillation').quadrant).toBe('third');
  });

  it('copies the places of the latest edition into a new one, which is later', () => {
    const radar = done(sampleRadar(), { kind: 'add-edition', date: '2025-01' });
    expect(radar.editions.at(-1)).toEqual({ id: '2025-01', date: '2025-01' });
    expect(attention(radar).placements.at(-1)).toEqual({
      edition: '2025-01',
      ring: 'adopt',
      reason: 'It holds.',
    });
    expect(refused(radar, { kind: 'add-edition', date: '2024' })[0]).toContain('not after the latest');
    expect(refused(radar, { kind: 'add-edition', date: '2025-99' })[0]).toContain('not a real date');
    expect(refused(radar, { kind: 'add-edition', date: ' ' })).toHaveLength(1);
  });
});

describe('what a form takes over', () => {
  const radar = sampleRadar();
  const fact = (fields: Fields): Edit => ({
    kind: 'change-entry',
    trend: 'attention',
    list: 'facts',
    at: 0,
    fields,
  });
  const tradeoff = (fields: Fields): Edit => ({
    kind: 'change-entry',
    trend: 'attention',
    list: 'tradeoffs',
    at: 0,
    fields,
  });

  it('is all that fits, with a word on the rest', () => {
    expect(fitFields(radar, { claim: 'New', date: 'soon' }, fact)).toMatchObject({
      act: fact({ claim: 'New' }),
      left: ['date'],
      issues: { date: expect.stringContaining('not a real date') },
    });
    expect(fitFields(radar, { claim: 'New' }, fact)).toEqual({
      act: fact({ claim: 'New' }),
      left: [],
      issues: {},
    });
    expect(fitFields(radar, {}, fact).act).toBeNull();
  });

  it('waits for fields that only fit together', () => {
    const alone = fitFields(radar, { source: 'a-paper' }, tradeoff);
    expect(alone).toMatchObject({ act: null, left: ['source'] });
    expect(alone.issues.source).toContain('grade');
    expect(fitFields(radar, { source: 'a-paper', grade: 'verified' }, tradeoff).left).toEqual([]);
  });

  it('tells what is wrong elsewhere under no field, and still takes over what can go alone', () => {
    const both = fitFields(radar, { date: '2024', claim: 'New' }, fact);
    expect(both.issues['']).toContain('after its edition');
    expect(both).toMatchObject({ act: fact({ claim: 'New' }), left: ['date'] });
  });

  it('follows its entry when entries move, and goes with one that is removed', () => {
    const keyOf = (at: number | 'new') => entryForm('a', 'facts', at);
    const all = [0, 1, 2, 'new' as const].reduce(
      (pending, at) => setPending(pending, keyOf(at), { claim: String(at) }),
      setPending({}, 'radar', { title: '' }),
    );
    const move: Edit = { kind: 'move-entry', trend: 'a', list: 'facts', at: 0, to: 2 };
    const claims = (pending: typeof all) => [0, 1, 2, 'new' as const].map((at) => pending[keyOf(at)]?.claim);
    expect(claims(followPending(all, move))).toEqual(['1', '2', '0', 'new']);
    expect(claims(followPending(all, { ...move, at: 2, to: 1 }))).toEqual(['0', '2', '1', 'new']);
    expect(claims(followPending(all, { kind: 'remove-entry', trend: 'a', list: 'facts', at: 1 }))).toEqual([
      '0',
      '2',
      undefined,
      'new',
    ]);
    expect(forgetPending(all, move)).toEqual({ radar: { title: '' }, [keyOf('new')]: { claim: 'new' } });
    expect(setPending(all, keyOf('new'), {})).not.toHaveProperty(keyOf('new'));
  });
});

describe('undo and redo', () => {
  const rename = (name: string): Edit => ({ kind: 'change-trend', trend: 'attention', fields: { name } });
  const act = (history: History, edit: Edit) => doEdit(history, edit).history;

  it('say in words what they would do', () => {
    let history = startHistory(sampleRadar());
    expect([undoWords(history), redoWords(history)]).toEqual([null, null]);
    history = act(history, { kind: 'move-trend', trend: 'attention', edition: '2024', ring: 'assess' });
    expect(undoWords(history)).toBe('Move Attention from Adopt to Assess');
    history = undoEdit(history);
    expect(redoWords(history)).toBe('Move Attention from Adopt to Assess');
    expect(undoWords(history)).toBeNull();
  });

  it('take typing into one field as one step, until the field is left', () => {
    let history = startHistory(sampleRadar());
    for (const name of ['A', 'At', 'Att']) history = act(history, rename(name));
    expect(undoWords(history)).toBe('Rename Attention to Att');
    history = act(sealStep(history), rename('Attn'));
    expect(undoWords(history)).toBe('Rename Att to Attn');
    expect(history.past).toHaveLength(2);
    expect(undoEdit(undoEdit(history)).radar).toEqual(sampleRadar());
  });

  it('leave no trace of what does not fit or changes nothing', () => {
    const history = startHistory(sampleRadar());
    expect(act(history, rename(''))).toBe(history);
    expect(act(history, rename('Attention'))).toBe(history);
    expect(undoEdit(history)).toBe(history);
    expect(redoEdit(history)).toBe(history);
  });

  it('lead back to the first radar and forth to the last, which passes all checks, whatever was done', () => {
    fc.assert(
      fc.property(
        arbitraryRadar,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.string({ maxLength: 8 })), { maxLength: 14 }),
        (first, dice) => {
          let history = startHistory(first);
          for (const [kind, one, two, text] of dice) {
            const made = anyAct(history.radar, kind, one, two, text);
            expect(describeEdit(made, history.radar)).not.toContain('undefined');
            const next = doEdit(history, made);
            if (next.issues.length > 0) expect(next.history).toBe(history);
            history = next.history;
            const { trends, ...rest } = history.radar;
            expect(RadarFileSchema.safeParse({ ...rest, trends }).error).toBeUndefined();
            expect(checkRadar(history.radar).filter(({ severity }) => severity === 'error')).toEqual([]);
          }
          const last = history.radar;
          let back = history;
          while (undoWords(back) !== null) back = undoEdit(back);
          expect(back.radar).toBe(first);
          while (redoWords(back) !== null) back = redoEdit(back);
          expect(back.radar).toBe(last);
          expect(parseRadarJson(formatRadarJson(last), 'x').radar).toEqual(last);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are never thrown off by acts of any values', () => {
    const values = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()), fc.object());
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.dictionary(fc.string(), values),
        (kind, one, two, fields) => {
          const act = anyAct(sampleRadar(), kind, one, two, 'x');
          const wild = 'fields' in act ? { ...act, fields: { ...act.fields, ...fields } } : act;
          const { radar, issues } = applyEdit(sampleRadar(), wild);
          if (issues.length === 0)
            expect(checkRadar(radar).filter((i) => i.severity === 'error')).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** An act on what a radar has, or now and then on what it has not. */
function anyAct(radar: Radar, kind: number, one: number, two: number, text: string): Edit {
  const of = <T extends { id: string }>(items: readonly T[], at: number): string =>
    at % 9 === 8 ? 'nothing' : (items[at % Math.max(items.length, 1)]?.id ?? 'nothing');
  const trend = of(radar.trends, one);
  const edition = of(radar.editions, two);
  const cell = two % 2 === 0 ? 'quadrant' : 'ring';
  const cells = cell === 'quadrant' ? radar.quadrants : radar.rings;
  const list = ENTRY_LISTS[two % ENTRY_LISTS.length] ?? 'facts';
  const at = two % 3;
  const fields: Record<(typeof ENTRY_LISTS)[number], Fields> = {
    facts: { ...FACT, claim: text },
    tradeoffs: { gain: text, cost: 'B', when: 'C', source: of(radar.sources, one), grade: 'derived' },
    failureModes: {
      name: text,
      symptom: 'S',
      cause: 'C',
      detection: 'D',
      mitigation: 'M',
      severity: 'low',
      silent: true,
    },
    milestones: { date: String(1950 + (one % 100)), event: text },
    tooling: { name: text, url: 'https://example.org/t' },
    fits: { condition: of(radar.conditions ?? [], one), why: text },
    avoidWhen: { condition: of(radar.conditions ?? [], one), why: text },
    links: { url: `https://example.org/${one}` },
    related: { trend: of(radar.trends, two), relation: 'enables' },
  };
  const acts: Edit[] = [
    { kind: 'change-radar', fields: { title: text, description: text } },
    { kind: 'add-cell', cell, name: text },
    { kind: 'change-cell', cell, id: of(cells, one), fields: { name: text } },
    { kind: 'move-cell', cell, id: of(cells, one), to: two % 4 },
    { kind: 'delete-cell', cell, id: of(cells, one), into: one % 3 === 0 ? null : of(cells, one + 1) },
    { kind: 'add-edition', date: String(2000 + (one % 150)) },
    { kind: 'add-condition', fields: { label: text, explanation: 'E', group: 'G' } },
    { kind: 'change-source', source: of(radar.sources, one), fields: { title: text } },
    {
      kind: 'add-trend',
      name: text,
      quadrant: of(radar.quadrants, one),
      ring: of(radar.rings, two),
      edition,
    },
    { kind: 'change-trend', trend, fields: { name: text, tags: [text] } },
    { kind: 'move-trend', trend, edition, ring: of(radar.rings, two), quadrant: of(radar.quadrants, two) },
    { kind: 'change-placement', trend, edition, fields: { reason: text, facts: ['f1'] } },
    { kind: 'retire-trend', trend },
    { kind: 'delete-trend', trend },
    { kind: 'add-entry', trend, list, fields: fields[list] },
    { kind: 'add-entry', trend, list: 'facts', fields: fields.facts, newSource: NEW_SOURCE },
    { kind: 'change-entry', trend, list, at, fields: fields[list] },
    { kind: 'move-entry', trend, list, at, to: one % 3 },
    { kind: 'remove-entry', trend, list, at },
  ];
  return acts[kind % acts.length] ?? { kind: 'delete-trend', trend };
}
