// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/domain/workshop/session.ts';
import { openWorkshop } from '../../src/state/workshop/workshop-doc.ts';
import { importWorkshop, renameWorkshop } from '../../src/state/workshop/workshop-file.ts';
import {
  addRecord,
  createWorkshop,
  deleteWorkshop,
  duplicateWorkshop,
  listDeletedWorkshops,
  listWorkshops,
  purgeWorkshops,
  restoreWorkshop,
} from '../../src/state/workshop/workshop-list.ts';
import { mergeUpdates, readRecord } from '../../src/state/workshop/workshop-record.ts';
import { newWorkshop, TRENDS, workshopRadar } from '../support/workshop.ts';
import { memoryMachine } from '../support/workshop-machine.ts';

const PLACE: Act = { kind: 'place', trend: 'alpha', ring: 'trial' };
const PARK: Act = { kind: 'park', trend: 'beta', parked: true };
const FULL = new DOMException('no room', 'QuotaExceededError');
const BLOCKED = new DOMException('not allowed', 'SecurityError');

const START = {
  name: 'Review',
  radar: workshopRadar,
  edition: 'autumn',
  room: [],
  hidden: true,
  minutes: 5,
  queue: [...TRENDS],
};

describe('a store that can not be written', () => {
  it('is said at once with the way out, loses nothing, and recovers with the next act', async () => {
    const { machine, store } = memoryMachine();
    const { id } = await addRecord(newWorkshop(), machine);
    const workshop = await openWorkshop(id, { machine });
    const said: unknown[] = [];
    workshop.subscribe(() => said.push(workshop.getView().saved));
    store.failure = FULL;
    workshop.act(PLACE);
    expect(workshop.saved).toBe('saving');
    await workshop.settled();
    expect(workshop.saved).toEqual({
      failed: expect.stringMatching(/no room left.*save the workshop to a file/),
    });
    expect(said.at(-1)).toBe(workshop.saved);
    store.failure = null;
    workshop.act(PARK);
    await workshop.settled();
    expect(workshop.saved).toBe('saved');
    const stored = readRecord(mergeUpdates(await store.load(id)));
    expect(stored.values).toMatchObject({ 'trend/alpha/to': 'trial', 'trend/beta/parked': true });
  });

  it('is tried again when asked for, and stays told until it works', async () => {
    const { machine, store } = memoryMachine();
    const workshop = await openWorkshop((await addRecord(newWorkshop(), machine)).id, { machine });
    store.failure = BLOCKED;
    workshop.act(PLACE);
    await workshop.settled();
    workshop.retry();
    expect(workshop.saved).toEqual({ failed: expect.stringContaining('does not let the page store') });
    await workshop.settled();
    store.failure = null;
    workshop.retry();
    await workshop.settled();
    expect(workshop.saved).toBe('saved');
    expect(readRecord(mergeUpdates(await store.load(workshop.id))).values).toHaveProperty(['trend/alpha/to']);
  });

  it('holds a workshop all the same for as long as the page is open', async () => {
    const { machine, store } = memoryMachine();
    store.failure = BLOCKED;
    const created = await createWorkshop(START, machine);
    expect(created.saved).toEqual({ failed: expect.stringContaining('file') });
    const first = await openWorkshop(created.id, { machine });
    first.act(PLACE);
    await first.close();
    const again = await openWorkshop(created.id, { machine });
    expect(again.getSession().standings.get('alpha')?.to).toBe('trial');
    await again.settled();
    expect(again.saved).toEqual({ failed: expect.stringContaining('file') });
    store.failure = null;
    again.retry();
    await again.settled();
    expect(await listWorkshops(machine)).toMatchObject([{ id: created.id, decided: 1 }]);
    await again.close();
    expect(machine.unstored.size).toBe(0);
  });

  it('gets the whole workshop where what the site stored was cleared meanwhile', async () => {
    const [lost, other] = [memoryMachine(), memoryMachine(2)];
    const { id } = await addRecord(newWorkshop(), lost.machine);
    const machine = { ...lost.machine, store: { ...lost.store, append: other.store.append } };
    const workshop = await openWorkshop(id, { machine });
    workshop.act(PLACE);
    await workshop.settled();
    const stored = readRecord(mergeUpdates(await other.store.load(id)));
    expect(stored).toEqual(readRecord(mergeUpdates([workshop.exportUpdate()])));
  });
});

describe('a workshop that can not be opened', () => {
  it('is answered with what is wrong and the cure', async () => {
    const { machine, store } = memoryMachine();
    const { id } = await addRecord(newWorkshop(), machine);
    const opening = (wanted: string) => openWorkshop(wanted, { machine });
    const cure = expect.stringMatching(/file that/);
    await expect(opening('none')).rejects.toMatchObject({
      message: expect.stringContaining('no such workshop in this browser'),
      cure,
    });
    await deleteWorkshop({ id, name: 'Review' }, machine);
    await expect(opening(id)).rejects.toMatchObject({ message: expect.stringContaining('deleted'), cure });
    await restoreWorkshop({ id }, machine);
    const [whole = new Uint8Array()] = store.updates.get(id) ?? [];
    store.updates.set(id, [whole.subarray(0, whole.length / 2)]);
    await expect(opening(id)).rejects.toMatchObject({ message: expect.stringContaining('damaged'), cure });
    store.failure = BLOCKED;
    await expect(opening(id)).rejects.toMatchObject({
      message: expect.stringContaining('does not let'),
      cure,
    });
  });
});

describe('what is stored', () => {
  it('is opened as far as it can be read where a part of it was lost, and says so', async () => {
    const { machine, store } = memoryMachine();
    const { id } = await addRecord(newWorkshop(), machine);
    const workshop = await openWorkshop(id, { machine });
    expect(workshop.incomplete).toBe(false);
    for (const act of [PLACE, PARK]) workshop.act(act);
    await workshop.settled();
    store.updates.get(id)?.splice(1, 1);
    const again = await openWorkshop(id, { machine: { ...machine, openLine: memoryMachine().openLine } });
    expect(again.incomplete).toBe(true);
    expect(again.getSession().radar.title).toBe('Workshop radar');
  });

  it('is put together when it has become many, and is the same workshop', async () => {
    const { machine, store } = memoryMachine();
    const { id } = await addRecord(newWorkshop(), machine);
    const workshop = await openWorkshop(id, { machine });
    for (let second = 1; second <= 250; second += 1) {
      workshop.act({ kind: 'spend', trend: 'alpha', window: 'w', seconds: second });
      await workshop.settled();
    }
    expect(store.updates.get(id)?.length).toBeGreaterThan(200);
    const before = readRecord(mergeUpdates([workshop.exportUpdate()]));
    await openWorkshop(id, { machine });
    expect(store.updates.get(id)).toHaveLength(1);
    expect(readRecord(mergeUpdates(store.updates.get(id) ?? []))).toEqual(before);
  });

  it('in two steps, as undo and its entry in the log, is stored in one', async () => {
    const { machine, store } = memoryMachine();
    const workshop = await openWorkshop((await addRecord(newWorkshop(), machine)).id, { machine });
    workshop.act(PLACE);
    await workshop.settled();
    const written: number[] = [];
    const { append } = store;
    store.append = (summary, updates, whole) => {
      written.push(updates.length);
      return append(summary, updates, whole);
    };
    workshop.undo();
    await workshop.settled();
    expect(written).toEqual([2]);
  });
});

describe('the list of workshops', () => {
  it('tells how far each one is, the one changed last first', async () => {
    const { machine } = memoryMachine();
    const { id } = await createWorkshop(START, machine);
    await createWorkshop({ ...START, name: 'Other' }, machine);
    const workshop = await openWorkshop(id, { machine });
    workshop.act(PLACE);
    workshop.act(PARK);
    await workshop.settled();
    const [first, second] = await listWorkshops(machine);
    const shared = { radarTitle: 'Workshop radar', total: 4, deleted: null };
    expect(first).toMatchObject({ ...shared, id, name: 'Review', decided: 1, parked: 1 });
    expect(second).toMatchObject({ ...shared, name: 'Other', decided: 0, parked: 0 });
    expect((first?.changed ?? '') > (first?.started ?? '')).toBe(true);
  });

  it('renames, also where the workshop is open', async () => {
    const { machine } = memoryMachine();
    const { id } = await createWorkshop(START, machine);
    const open = await openWorkshop(id, { machine });
    expect(await renameWorkshop(id, 'Spring review', machine)).toBe('saved');
    expect(open.getSession().name).toBe('Spring review');
    expect(await listWorkshops(machine)).toMatchObject([{ name: 'Spring review' }]);
  });

  it('duplicates with the log; the two go their own ways', async () => {
    const { machine } = memoryMachine();
    const { id } = await createWorkshop(START, machine);
    const one = await openWorkshop(id, { machine });
    one.act(PLACE);
    await one.settled();
    const copy = await openWorkshop((await duplicateWorkshop(id, 'Review (copy)', machine)).id, { machine });
    one.act(PARK);
    expect(copy.getSession().log).toEqual(one.getSession().log.slice(0, 2));
    expect(copy.getSession()).toMatchObject({ name: 'Review (copy)' });
    expect(copy.getSession().standings.get('beta')?.parked).toBe(false);
    await expect(duplicateWorkshop('none', 'x', machine)).rejects.toMatchObject({ cure: expect.anything() });
  });

  it('takes a deletion back, and forgets it for good after a month', async () => {
    const { machine, store } = memoryMachine();
    const { id } = await createWorkshop(START, machine);
    const deletion = await deleteWorkshop({ id, name: 'Review' }, machine);
    expect(deletion.words).toBe('Deleted “Review”');
    expect(await listWorkshops(machine)).toEqual([]);
    expect(await listDeletedWorkshops(machine)).toMatchObject([{ id }]);
    await purgeWorkshops(machine);
    await restoreWorkshop(deletion, machine);
    expect(await listWorkshops(machine)).toMatchObject([{ id }]);
    await deleteWorkshop({ id, name: 'Review' }, machine);
    await purgeWorkshops({ ...machine, now: () => '2027-01-01T00:00:00.000Z' });
    expect(await store.load(id)).toEqual([]);
    expect(await listDeletedWorkshops(machine)).toEqual([]);
  });
});

describe('a file of a workshop', () => {
  async function twoLaptops() {
    const [here, there] = [memoryMachine(1), memoryMachine(2)];
    const { id } = await createWorkshop(START, here.machine);
    const one = await openWorkshop(id, { machine: here.machine });
    await importWorkshop(one.exportFile(), 'a.workshop.json', there.machine);
    const two = await openWorkshop(id, { machine: there.machine });
    return { here, there, id, one, two };
  }

  it('merges with the copy of another laptop to the same result in either order', async () => {
    const { here, there, id, one, two } = await twoLaptops();
    one.act(PLACE);
    one.act({ kind: 'reason', trend: 'alpha', text: 'Here', basis: [] });
    two.act(PARK);
    two.act({ kind: 'reason', trend: 'alpha', text: 'There', basis: [] });
    const [file, other] = [one.exportFile(), two.exportFile()];
    expect(await importWorkshop(other, 'b', here.machine)).toMatchObject({ workshop: { id, how: 'merged' } });
    expect(await importWorkshop(file, 'a', there.machine)).toMatchObject({ workshop: { id, how: 'merged' } });
    const record = (workshop: typeof one) => readRecord(mergeUpdates([workshop.exportUpdate()]));
    expect(record(one)).toEqual(record(two));
    expect(record(one).values).toMatchObject({ 'trend/alpha/to': 'trial', 'trend/beta/parked': true });
    expect(one.getSession().log).toHaveLength(5);
  });

  it('of a deleted workshop restores it', async () => {
    const { here, id, one } = await twoLaptops();
    const file = one.exportFile();
    await one.close();
    await deleteWorkshop({ id, name: 'Review' }, here.machine);
    expect(await importWorkshop(file, 'a', here.machine)).toMatchObject({ workshop: { how: 'merged' } });
    expect(await listWorkshops(here.machine)).toMatchObject([{ id }]);
  });

  it('whose shared part is damaged or of another radar is added as a copy, and what is here stays as it is', async () => {
    const { here, id, one } = await twoLaptops();
    one.act(PLACE);
    const before = readRecord(mergeUpdates([one.exportUpdate()]));
    const other = await createWorkshop(
      { ...START, radar: { ...workshopRadar, title: 'Other' } },
      here.machine,
    );
    const strange = JSON.parse((await openWorkshop(other.id, { machine: here.machine })).exportFile());
    const own = JSON.parse(one.exportFile());
    const files = [
      { ...own, update: strange.update },
      { ...strange, id },
      { ...own, update: own.update.slice(0, 400) },
      { ...own, update: 'AAAA' },
      { ...own, update: '§' },
      { ...own, update: null },
    ];
    for (const file of files) {
      const { workshop, issues } = await importWorkshop(JSON.stringify(file), 'x', here.machine);
      expect(workshop?.how).toBe('copied');
      expect(workshop?.id).not.toBe(id);
      expect(issues.every((issue) => issue.severity === 'warning')).toBe(true);
      const copy = await openWorkshop(workshop?.id ?? '', { machine: here.machine });
      expect(copy.getSession().radar.title).toBe(file.record.values['meta/radar'].title);
    }
    expect(readRecord(mergeUpdates([one.exportUpdate()]))).toEqual(before);
  });
});
