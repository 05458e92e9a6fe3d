// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Act, Json, Session } from '../../src/domain/workshop/session.ts';
import { openWorkshop, type Workshop } from '../../src/state/workshop/workshop-doc.ts';
import { addRecord } from '../../src/state/workshop/workshop-list.ts';
import type { WorkshopMachine } from '../../src/state/workshop/workshop-machine.ts';
import { mergeUpdates, readRecord } from '../../src/state/workshop/workshop-record.ts';
import { arbitraryAct, newWorkshop } from '../support/workshop.ts';
import { memoryMachine } from '../support/workshop-machine.ts';

const acts = fc.array(arbitraryAct, { maxLength: 14 });
const PLACE: Act = { kind: 'place', trend: 'alpha', ring: 'trial' };

async function begin(machine: WorkshopMachine): Promise<Workshop> {
  const { id } = await addRecord(newWorkshop(), machine);
  return openWorkshop(id, { machine });
}

const recordOf = (workshop: Workshop) => readRecord(mergeUpdates([workshop.exportUpdate()]));
/** All values but for where one looks and the clock, which undo leaves alone. */
function decisionsOf(workshop: Workshop): Record<string, Json> {
  const values = Object.entries(recordOf(workshop).values);
  return Object.fromEntries(values.filter(([key]) => key !== 'meta/at' && !/\/seconds\//.test(key)));
}
const wordsOf = (session: Session) => session.log.map((entry) => entry.words);
const toOf = (workshop: Workshop, trend = 'alpha') => workshop.getSession().standings.get(trend)?.to;
const undoAll = (workshop: Workshop) => {
  while (workshop.undo() !== null);
};

describe('undo', () => {
  it('of all acts leaves what would be had none been done, and redo does all of them', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        const workshop = await begin(memoryMachine().machine);
        const start = decisionsOf(workshop);
        for (const act of done) workshop.act(act);
        const end = decisionsOf(workshop);
        undoAll(workshop);
        expect(decisionsOf(workshop)).toEqual(start);
        while (workshop.redo() !== null);
        expect(decisionsOf(workshop)).toEqual(end);
        undoAll(workshop);
        expect(decisionsOf(workshop)).toEqual(start);
      }),
      { numRuns: 60 },
    );
  });

  it('says in words what it takes back and what it would, and logs both ways', async () => {
    const workshop = await begin(memoryMachine().machine);
    workshop.act(PLACE);
    workshop.act({ kind: 'go', trend: 'beta' });
    const words = 'Moved Trend alpha from Adopt out to Trial';
    expect(workshop.undoWords).toBe(words);
    expect(workshop.undo()).toBe(words);
    expect([workshop.undoWords, workshop.redoWords]).toEqual([null, words]);
    workshop.act({ kind: 'spend', trend: 'beta', window: 'w', seconds: 5 });
    expect(workshop.redo()).toBe(words);
    expect([workshop.undoWords, workshop.redoWords]).toEqual([words, null]);
    expect(workshop.getSession().at).toBe('beta');
    const [, did, undone, again] = workshop.getSession().log;
    expect(did).toMatchObject({ words, trend: 'alpha' });
    expect(undone).toMatchObject({ words: `Undone: ${words}`, trend: 'alpha', undoes: did?.id });
    expect(again).toMatchObject({ words: `Done again: ${words}`, trend: 'alpha', undoes: undone?.id });
  });

  it('goes act by act, however fast they came', async () => {
    const workshop = await begin(memoryMachine().machine);
    workshop.act(PLACE);
    workshop.act({ kind: 'place', trend: 'alpha', ring: 'assess' });
    workshop.undo();
    expect(toOf(workshop)).toBe('trial');
    workshop.undo();
    expect([toOf(workshop), workshop.undo()]).toEqual([null, null]);
  });

  it('never takes back what another window did', async () => {
    const { machine } = memoryMachine();
    const one = await begin(machine);
    const two = await openWorkshop(one.id, { machine });
    one.act(PLACE);
    two.act({ kind: 'place', trend: 'beta', ring: 'assess' });
    two.act({ kind: 'place', trend: 'alpha', ring: 'assess' });
    undoAll(one);
    expect([toOf(one), toOf(one, 'beta')]).toEqual(['assess', 'assess']);
    undoAll(two);
    expect(toOf(two, 'beta')).toBe(null);
    expect(recordOf(one)).toEqual(recordOf(two));
  });

  it('has no step for an act that changes nothing, which is not logged either', async () => {
    const workshop = await begin(memoryMachine().machine);
    workshop.act({ kind: 'dissent', trend: 'alpha', text: '' });
    workshop.act({ kind: 'settings', minutes: 5 });
    workshop.act({ kind: 'place', trend: 'unknown', ring: 'trial' });
    expect(workshop.undoWords).toBe(null);
    expect(workshop.getSession().log).toHaveLength(1);
  });
});

describe('the log', () => {
  it('holds every earlier entry unchanged, in its order, after anything', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: arbitraryAct },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), step), { maxLength: 16 }), async (steps) => {
        const { machine } = memoryMachine();
        const one = await begin(machine);
        const two = await openWorkshop(one.id, { machine });
        for (const [first, next] of steps) {
          const workshop = first ? one : two;
          const before = JSON.stringify(workshop.getSession().log);
          if (next === 'undo') workshop.undo();
          else if (next === 'redo') workshop.redo();
          else workshop.act(next);
          const { log } = workshop.getSession();
          expect(JSON.stringify(log.slice(0, (JSON.parse(before) as unknown[]).length))).toBe(before);
        }
        expect(one.getSession().log).toEqual(two.getSession().log);
      }),
      { numRuns: 40 },
    );
  });
});

describe('merging', () => {
  it('is commutative, associative and idempotent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(acts, acts, acts), fc.nat(3), async (parts, undone) => {
        const { machine } = memoryMachine();
        const { id } = await addRecord(newWorkshop(), machine);
        const alone = { ...machine, openLine: () => ({ post: () => undefined, close: () => undefined }) };
        const copies: Uint8Array[] = [];
        for (const part of parts) {
          // Each copy begins from the same store, and stores nothing that the next one could see.
          const updates = machine.store.updates.get(id) ?? [];
          const workshop = await openWorkshop(id, { machine: alone });
          for (const act of part) workshop.act(act);
          for (let times = 0; times < undone; times += 1) workshop.undo();
          copies.push(workshop.exportUpdate());
          await workshop.close();
          machine.store.updates.set(id, updates);
        }
        const [a, b, c] = copies as [Uint8Array, Uint8Array, Uint8Array];
        const merge = (...updates: Uint8Array[]) => readRecord(mergeUpdates(updates));
        const state = (...updates: Uint8Array[]) => Y.encodeStateAsUpdate(mergeUpdates(updates));
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(state(a, b), c)).toEqual(merge(a, state(b, c)));
        expect(merge(a, a, b, a)).toEqual(merge(a, b));
        for (const { id: entry } of merge(a).log)
          expect(merge(c, b, a).log.map((e) => e.id)).toContain(entry);
      }),
      { numRuns: 25 },
    );
  });
});

describe('windows of one workshop', () => {
  it('stay in step through changes made at the same time, whenever they hear of each other', async () => {
    const step = fc.tuple(fc.nat(1), fc.oneof(arbitraryAct, fc.constant('undo' as const)), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
        const { machine, hold, letGo } = memoryMachine();
        const one = await begin(machine);
        const two = await openWorkshop(one.id, { machine });
        for (const [at, next, heard] of steps) {
          hold();
          const workshop = at === 0 ? one : two;
          if (next === 'undo') workshop.undo();
          else workshop.act(next);
          if (heard) letGo();
        }
        letGo();
        expect(recordOf(one)).toEqual(recordOf(two));
        await Promise.all([one.settled(), two.settled()]);
        expect(readRecord(mergeUpdates(machine.store.updates.get(one.id) ?? []))).toEqual(recordOf(one));
      }),
      { numRuns: 40 },
    );
  });

  it('hand a new one what the store has not, and are asked in turn', async () => {
    const { machine, store } = memoryMachine();
    const one = await begin(machine);
    store.failure = new Error('refused');
    one.act(PLACE);
    const two = await openWorkshop(one.id, { machine: { ...machine, patience: 1000 } });
    expect(toOf(two)).toBe('trial');
  });

  it('catch up where one has missed something', async () => {
    const { machine, openLine } = memoryMachine();
    let deaf = false;
    const one = await begin(machine);
    const two = await openWorkshop(one.id, {
      machine: { ...machine, openLine: (id, hear) => openLine(id, (message) => deaf || hear(message)) },
    });
    deaf = true;
    one.act(PLACE);
    deaf = false;
    one.act({ kind: 'place', trend: 'beta', ring: 'trial' });
    expect([toOf(two), toOf(two, 'beta')]).toEqual(['trial', 'trial']);
  });

  it('for the room read all and write nothing, and are not missed when they close', async () => {
    const { machine, store } = memoryMachine();
    const one = await begin(machine);
    const room = await openWorkshop(one.id, { machine, room: true });
    const stored = store.updates.get(one.id)?.length ?? 0;
    one.act(PLACE);
    room.act({ kind: 'place', trend: 'beta', ring: 'trial' });
    expect([toOf(room), toOf(room, 'beta'), room.undo()]).toEqual(['trial', null, null]);
    await Promise.all([one.settled(), room.settled()]);
    expect(store.updates.get(one.id)).toHaveLength(stored + 1);
    await room.close();
    one.act({ kind: 'place', trend: 'beta', ring: 'trial' });
    expect(toOf(one, 'beta')).toBe('trial');
  });
});

describe('what is there to see', () => {
  it('is the same object until the document changes', async () => {
    const workshop = await begin(memoryMachine().machine);
    const before = workshop.getSession();
    const view = workshop.getView();
    expect(workshop.getSession()).toBe(before);
    expect(workshop.getView()).toBe(view);
    let heard = 0;
    const leave = workshop.subscribe(() => {
      heard += 1;
    });
    workshop.act(PLACE);
    expect(heard).toBe(1);
    expect(workshop.getSession()).not.toBe(before);
    // The radar is completed once and stays the object that pictures are remembered by.
    expect(workshop.getSession().radar).toBe(before.radar);
    workshop.undo();
    expect(heard).toBe(2);
    await workshop.settled();
    leave();
    workshop.act(PLACE);
    expect(workshop.getSession().radar).toBe(before.radar);
    expect(wordsOf(workshop.getSession())).toHaveLength(4);
  });
});
