import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepRadar, readKeptRadar, type TextStore } from '../../src/platform/kept-radars.ts';

const TEXT = '{ "title": "Łódź" }';
const ADDRESS = `kept:${createHash('sha256').update(TEXT).digest('hex').slice(0, 16)}`;

function memoryStore(): () => TextStore {
  const texts = new Map<string, string>();
  return () => ({
    get: async (address) => texts.get(address),
    set: async (address, text) => void texts.set(address, text),
  });
}

const refuse = () => Promise.reject(new DOMException('Refused', 'QuotaExceededError'));

afterEach(() => vi.unstubAllGlobals());

describe('radars kept in this browser', () => {
  it('are named by their text and read again by that name', async () => {
    const open = memoryStore();
    expect(await keepRadar(TEXT, open)).toEqual({ address: ADDRESS, lasting: true });
    expect(await readKeptRadar(ADDRESS, open)).toBe(TEXT);
    expect(await keepRadar(TEXT, open)).toEqual({ address: ADDRESS, lasting: true });
    expect((await keepRadar(`${TEXT} `, open)).address).not.toBe(ADDRESS);
  });

  it('have an address for the visit where storage is full or blocked', async () => {
    const full = () => ({ get: refuse, set: refuse });
    const blocked = () => {
      throw new DOMException('Blocked', 'SecurityError');
    };
    for (const open of [full, blocked])
      expect(await keepRadar(TEXT, open)).toEqual({ address: ADDRESS, lasting: false });
  });

  it('are named by chance on a page that may not compute a hash', async () => {
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array) => bytes.fill(10),
    });
    const open = memoryStore();
    const { address, lasting } = await keepRadar(TEXT, open);
    expect(lasting).toBe(true);
    expect(address).toBe('kept:0a0a0a0a0a0a0a0a');
    expect(await readKeptRadar(address, open)).toBe(TEXT);
  });

  it('that are not here are answered with the cure', async () => {
    const full = () => ({ get: refuse, set: refuse });
    const cure = expect.stringContaining('rop the file on this page');
    const failure = (text: string) => ({ message: expect.stringContaining(text), cure, address: ADDRESS });
    await expect(readKeptRadar(ADDRESS, memoryStore())).rejects.toMatchObject(failure('does not keep it'));
    await expect(readKeptRadar(ADDRESS, full)).rejects.toMatchObject(failure('does not let the page read'));
    for (const address of ['kept:', 'kept:123', 'kept:../../x', `${ADDRESS}0`])
      await expect(readKeptRadar(address, memoryStore())).rejects.toMatchObject({
        message: expect.stringContaining('not an address'),
        cure,
      });
  });
});
