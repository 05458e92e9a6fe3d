import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type AboutRadar,
  type KeptStore,
  keepRadar,
  listKeptRadars,
  readKeptRadar,
  removeKeptRadar,
  restoreKeptRadar,
} from '../../src/platform/kept-radars.ts';

const TEXT = '{ "title": "Łódź", "trends": [{}, {}] }';
const ADDRESS = `kept:${createHash('sha256').update(TEXT).digest('hex').slice(0, 16)}`;
const ABOUT: AboutRadar = {
  title: 'Łódź',
  trends: 2,
  format: 'Radar file',
  file: 'lodz.radar.json',
  when: '2026-03-01T10:00:00.000Z',
};

function memoryStore(values = new Map<string, unknown>()): () => KeptStore {
  return () => ({
    get: async (key) => values.get(key),
    getMany: async (wanted) => wanted.map((key) => values.get(key)),
    keys: async () => [...values.keys()],
    setMany: async (entries) => {
      for (const [key, value] of entries) values.set(key, value);
    },
    delMany: async (removed) => {
      for (const key of removed) values.delete(key);
    },
  });
}

const refuse = () => Promise.reject(new DOMException('Refused', 'QuotaExceededError'));
const full = () => ({ get: refuse, getMany: refuse, keys: refuse, setMany: refuse, delMany: refuse });

afterEach(() => vi.unstubAllGlobals());

describe('radars kept in this browser', () => {
  it('are named by their text and read again by that name', async () => {
    const open = memoryStore();
    expect(await keepRadar(TEXT, ABOUT, open)).toEqual({ address: ADDRESS, lasting: true });
    expect(await readKeptRadar(ADDRESS, open)).toBe(TEXT);
    expect(await keepRadar(TEXT, ABOUT, open)).toEqual({ address: ADDRESS, lasting: true });
    expect((await keepRadar(`${TEXT} `, ABOUT, open)).address).not.toBe(ADDRESS);
  });

  it('have an address for the visit where storage is full or blocked', async () => {
    const blocked = () => {
      throw new DOMException('Blocked', 'SecurityError');
    };
    for (const open of [full, blocked])
      expect(await keepRadar(TEXT, ABOUT, open)).toEqual({ address: ADDRESS, lasting: false });
  });

  it('are named by chance on a page that may not compute a hash', async () => {
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array) => bytes.fill(10),
    });
    const open = memoryStore();
    const { address, lasting } = await keepRadar(TEXT, undefined, open);
    expect(lasting).toBe(true);
    expect(address).toBe('kept:0a0a0a0a0a0a0a0a');
    expect(await readKeptRadar(address, open)).toBe(TEXT);
  });

  it('that are not here are answered with the cure', async () => {
    const cure = expect.stringContaining('rop the file on this page');
    const failure = (text: string) => ({ message: expect.stringContaining(text), cure, address: ADDRESS });
    await expect(readKeptRadar(ADDRESS, memoryStore())).rejects.toMatchObject(failure('does not keep it'));
    await expect(readKeptRadar(ADDRESS, full)).rejects.toMatchObject(failure('does not let the page read'));
    for (const address of ['kept:', 'kept:123', 'kept:../../x', `${ADDRESS}0`, `about:${ADDRESS}`])
      await expect(readKeptRadar(address, memoryStore())).rejects.toMatchObject({
        message: expect.stringContaining('not an address'),
        cure,
      });
  });
});

describe('the list of kept radars', () => {
  it('tells of each what it was opened from, the last one first', async () => {
    const open = memoryStore();
    await keepRadar(TEXT, ABOUT, open);
    const later = { ...ABOUT, title: 'Gdańsk', when: '2026-04-01T10:00:00.000Z' };
    const { address } = await keepRadar('{}', later, open);
    expect(await listKeptRadars(open)).toEqual([
      { address, ...later },
      { address: ADDRESS, ...ABOUT },
    ]);
    const again = { ...ABOUT, file: 'copy.json', when: '2026-05-01T10:00:00.000Z' };
    await keepRadar(TEXT, again, open);
    expect((await listKeptRadars(open))[0]).toEqual({ address: ADDRESS, ...again });
  });

  it('tells of those from before there was a list what their text tells, after all others', async () => {
    const old = 'kept:00000000000000aa';
    const broken = 'kept:00000000000000bb';
    const open = memoryStore(
      new Map<string, unknown>([
        [old, '{ "title": "Old", "trends": [1] }'],
        [broken, '{ "tit'],
        ['something else', 1],
      ]),
    );
    await keepRadar(TEXT, ABOUT, open);
    expect(await listKeptRadars(open)).toEqual([
      { address: ADDRESS, ...ABOUT },
      { address: broken, title: 'A radar without a title', trends: 0 },
      { address: old, title: 'Old', trends: 1 },
    ]);
    expect(await readKeptRadar(old, open)).toBe('{ "title": "Old", "trends": [1] }');
  });

  it('reads no text of a radar that it knows about', async () => {
    const values = new Map<string, unknown>();
    await keepRadar(TEXT, ABOUT, memoryStore(values));
    const get = vi.fn();
    await listKeptRadars(() => ({ ...memoryStore(values)(), get }));
    expect(get).not.toHaveBeenCalled();
  });

  it('keeps what is known where the same text is opened without it', async () => {
    const open = memoryStore();
    await keepRadar(TEXT, ABOUT, open);
    await keepRadar(TEXT, undefined, open);
    expect(await listKeptRadars(open)).toEqual([{ address: ADDRESS, ...ABOUT }]);
  });

  it('loses one that is removed, and has it again once that is undone', async () => {
    for (const about of [ABOUT, undefined]) {
      const values = new Map<string, unknown>();
      const open = memoryStore(values);
      await keepRadar(TEXT, about, open);
      const before = new Map(values);
      const removed = await removeKeptRadar(ADDRESS, open);
      expect(values.size).toBe(0);
      if (removed === null) throw new Error('it was there');
      await restoreKeptRadar(removed, open);
      expect(values).toEqual(before);
      expect(await removeKeptRadar('kept:00000000000000cc', open)).toBeNull();
    }
  });
});
