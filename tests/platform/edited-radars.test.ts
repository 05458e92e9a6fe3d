import { describe, expect, it } from 'vitest';
import {
  ChangedElsewhere,
  fetchOwnRadar,
  keepOwnRadar,
  listOwnRadars,
  type OwnRadar,
  type OwnStore,
  readOwnRadar,
  removeOwnRadar,
  restoreOwnRadar,
  writeOwnRadar,
} from '../../src/platform/edited-radars.ts';

const RADAR: Omit<OwnRadar, 'revision'> = {
  text: '{ "title": "Łódź" }',
  name: 'Łódź',
  changed: '2026-11-21T10:00:00.000Z',
  unsaved: 1,
  saved: null,
  pending: {},
};

function memoryStore(): () => OwnStore {
  const kept = new Map<string, unknown>();
  return () => ({
    get: async (address) => kept.get(address),
    update: async (address, change) => void kept.set(address, change(kept.get(address))),
    list: async () => [...kept],
    remove: async (address) => void kept.delete(address),
  });
}

const refuse = () => Promise.reject(new DOMException('Refused', 'QuotaExceededError'));
const full = () => ({ get: refuse, update: refuse, list: refuse, remove: refuse });
const blocked = () => {
  throw new DOMException('Blocked', 'SecurityError');
};

describe('radars that are edited in this browser', () => {
  it('have an address by chance, under which they are read and listed, the last change first', async () => {
    const open = memoryStore();
    const first = await keepOwnRadar(RADAR, open);
    const second = await keepOwnRadar({ ...RADAR, changed: '2026-11-22T10:00:00.000Z' }, open);
    expect(first.address).toMatch(/^own:[0-9a-f]{16}$/);
    expect(first.address).not.toBe(second.address);
    expect(first.lasting).toBe(true);
    expect(await readOwnRadar(first.address, open)).toBe(RADAR.text);
    expect((await listOwnRadars(open)).map(({ address }) => address)).toEqual([
      second.address,
      first.address,
    ]);
    const removed = await removeOwnRadar(first.address, open);
    expect(await fetchOwnRadar(first.address, open)).toBeNull();
    expect(removed?.text).toBe(RADAR.text);
    if (removed !== null) await restoreOwnRadar(first.address, removed, open);
    expect(await readOwnRadar(first.address, open)).toBe(RADAR.text);
  });

  it('are stored over the revision that is known, never over one of another tab', async () => {
    const open = memoryStore();
    const { address } = await keepOwnRadar(RADAR, open);
    expect(await writeOwnRadar(address, { ...RADAR, text: 'mine' }, 1, open)).toBe(2);
    await expect(writeOwnRadar(address, { ...RADAR, text: 'theirs' }, 1, open)).rejects.toBeInstanceOf(
      ChangedElsewhere,
    );
    expect(await readOwnRadar(address, open)).toBe('mine');
    await removeOwnRadar(address, open);
    expect(await writeOwnRadar(address, { ...RADAR, text: 'again' }, 2, open)).toBe(3);
    expect(await readOwnRadar(address, open)).toBe('again');
  });

  it('have an address for the visit where storage is full or blocked, and say so when they are written', async () => {
    for (const open of [full, blocked]) {
      expect((await keepOwnRadar(RADAR, open)).lasting).toBe(false);
      await expect(writeOwnRadar('own:0123456789abcdef', RADAR, 1, open)).rejects.toBeInstanceOf(
        DOMException,
      );
    }
  });

  it('that are not here are answered with the cure', async () => {
    const address = 'own:0123456789abcdef';
    const failure = (text: string) => ({
      message: expect.stringContaining(text),
      cure: expect.stringContaining('file'),
    });
    await expect(readOwnRadar(address, memoryStore())).rejects.toMatchObject(failure('not kept'));
    await expect(readOwnRadar(address, full)).rejects.toMatchObject(failure('does not let the page read'));
    for (const wrong of ['own:', 'own:12', 'own:../../x', `${address}0`])
      await expect(readOwnRadar(wrong, memoryStore())).rejects.toMatchObject(failure('not an address'));
  });
});
