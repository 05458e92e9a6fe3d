import { describe, expect, it, vi } from 'vitest';
import type { Edit } from '../../src/domain/editing/edit-acts.ts';
import {
  fetchOwnRadar,
  listOwnRadars,
  type OwnRadar,
  type OwnStore,
  writeOwnRadar,
} from '../../src/platform/edited-radars.ts';
import { type DraftMachine, keepDraft, openDraft } from '../../src/state/draft-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const rename = (name: string): Edit => ({ kind: 'change-trend', trend: 'attention', fields: { name } });

function setUp() {
  const kept = new Map<string, unknown>();
  const refuses = { now: false };
  const store: OwnStore = {
    get: async (address) => kept.get(address),
    update: async (address, change) => {
      if (refuses.now) throw new DOMException('Full', 'QuotaExceededError');
      kept.set(address, change(kept.get(address)));
    },
    list: async () => [...kept],
    remove: async (address) => void kept.delete(address),
  };
  const saveFile = vi.fn();
  const machine: DraftMachine = { openStore: () => store, now: () => '2026-11-21T10:00:00.000Z', saveFile };
  const stored = async (address: string): Promise<OwnRadar> => {
    const found = await fetchOwnRadar(address, machine.openStore);
    if (found === null) throw new Error('nothing is stored');
    return found;
  };
  return { machine, saveFile, refuses, stored };
}

async function openSample() {
  const page = setUp();
  const { address } = await keepDraft(sampleRadar(), page.machine);
  return { ...page, address, draft: await openDraft(address, sampleRadar(), page.machine) };
}

describe('a radar being edited', () => {
  it('is stored after each change, with the texts that do not fit yet, and found again', async () => {
    const { draft, address, machine, stored } = await openSample();
    expect(draft.apply(rename('Self-attention'))).toEqual([]);
    draft.remember('trend/attention', { name: '' });
    expect(draft.getState()).toMatchObject({ keeping: 'keeping', unsaved: 1 });
    await draft.flush();
    expect(draft.getState().keeping).toBe('kept');
    expect((await stored(address)).revision).toBe(2);
    const again = await openDraft(address, sampleRadar(), machine);
    expect(again.getState()).toMatchObject({
      unsaved: 1,
      keeping: 'kept',
      pending: { 'trend/attention': { name: '' } },
    });
    expect(again.getState().history.radar.trends[0]?.name).toBe('Self-attention');
  });

  it('stores the last of many changes, also those made while it is storing', async () => {
    const { draft, address, stored } = await openSample();
    draft.apply(rename('A'));
    const first = draft.flush();
    draft.apply(rename('AB'));
    await first;
    await draft.flush();
    expect((await stored(address)).text).toContain('"AB"');
    expect(draft.getState().keeping).toBe('kept');
  });

  it('counts the changes since it was saved to a file; going back to what was saved leaves none', async () => {
    const { draft, saveFile, address, stored } = await openSample();
    draft.apply(rename('One'));
    draft.seal();
    draft.apply(rename('Two'));
    draft.apply(rename('Two of'));
    expect(draft.getState().unsaved).toBe(2);
    draft.save();
    expect(saveFile).toHaveBeenCalledWith(expect.any(Blob), 'sample-radar.radar.json');
    expect(draft.getState()).toMatchObject({ unsaved: 0, saved: '2026-11-21T10:00:00.000Z' });
    draft.undo();
    expect(draft.getState()).toMatchObject({ unsaved: 1, said: 'Undone: Rename One to Two of' });
    draft.redo();
    expect(draft.getState()).toMatchObject({ unsaved: 0, said: 'Done again: Rename One to Two of' });
    await draft.flush();
    expect((await stored(address)).unsaved).toBe(0);
  });

  it('says at once that the browser refuses to store, and stores when it can again', async () => {
    const { draft, refuses, address, stored } = await openSample();
    refuses.now = true;
    draft.apply(rename('One'));
    await draft.flush();
    expect(draft.getState().keeping).toBe('failed');
    refuses.now = false;
    draft.undo();
    draft.redo();
    await draft.flush();
    expect(draft.getState().keeping).toBe('kept');
    expect((await stored(address)).text).toContain('"One"');
  });

  it('never overwrites another tab: it stops, and takes the other version over, keeping its own as a copy', async () => {
    const { draft, address, machine, stored } = await openSample();
    const theirs = await stored(address);
    await writeOwnRadar(
      address,
      { ...theirs, text: theirs.text.replace('Sample radar', 'Their radar') },
      theirs.revision,
      machine.openStore,
    );
    draft.apply(rename('Mine'));
    await draft.flush();
    expect(draft.getState().keeping).toBe('conflict');
    expect((await stored(address)).text).toContain('Their radar');
    expect(draft.apply(rename('More'))[0]?.message).toContain('another tab');
    await draft.takeOver();
    expect(draft.getState()).toMatchObject({ keeping: 'kept', history: { radar: { title: 'Their radar' } } });
    const copy = (await listOwnRadars(machine.openStore)).find((entry) => entry.address !== address);
    expect(copy).toMatchObject({
      name: 'Sample radar (my version)',
      text: expect.stringContaining('"Mine"'),
    });
    expect(draft.apply(rename('Goes on'))).toEqual([]);
    await draft.flush();
    expect((await stored(address)).text).toContain('Goes on');
  });

  it('can be edited for this visit where nothing is stored', async () => {
    const { machine, refuses } = setUp();
    refuses.now = true;
    const { address, lasting } = await keepDraft(sampleRadar(), machine);
    expect(lasting).toBe(false);
    const draft = await openDraft(address, sampleRadar(), machine);
    expect(draft.getState().keeping).toBe('failed');
    expect(draft.apply(rename('Still'))).toEqual([]);
  });
});
