import { afterEach, describe, expect, it, vi } from 'vitest';
import { findDataAddress } from '../../src/platform/data-address.ts';
import { fetchBytes } from '../../src/platform/fetch-bytes.ts';

const ADDRESS = 'https://example.org/radar.xlsx';

afterEach(() => vi.unstubAllGlobals());

function answer(response: () => Promise<Response>) {
  vi.stubGlobal('fetch', vi.fn(response));
}

describe('a file from another site', () => {
  it('arrives as it is', async () => {
    const bytes = Uint8Array.of(0x50, 0x4b, 0, 255);
    answer(async () => new Response(bytes));
    expect([...(await fetchBytes(ADDRESS, 'the radar'))]).toEqual([...bytes]);
    expect(fetch).toHaveBeenCalledWith(ADDRESS, { credentials: 'omit' });
  });

  it('that cannot be read is explained both ways, with what can be done', async () => {
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchBytes(ADDRESS, 'the radar')).rejects.toMatchObject({
      message: expect.stringMatching(/did not answer, or .*\(CORS\)/),
      cure: expect.stringMatching(/download the file and drop it.*Publish to web/),
      address: ADDRESS,
    });
  });

  it('that is a page of a sheet is answered with the address of its data', async () => {
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(
      fetchBytes('https://docs.google.com/spreadsheets/d/abc/edit#gid=7', 'the radar'),
    ).rejects.toMatchObject({
      cure: expect.stringContaining('https://docs.google.com/spreadsheets/d/abc/export?format=csv&gid=7'),
    });
  });

  it('is refused where the server refuses it, and where it is too large, whatever length it claims', async () => {
    answer(async () => new Response('', { status: 403, statusText: 'Forbidden' }));
    await expect(fetchBytes(ADDRESS, 'the radar')).rejects.toMatchObject({
      message: 'The server answered 403 Forbidden',
      cure: expect.stringContaining('signed in'),
    });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 5_000_000;
        controller.enqueue(new Uint8Array(5_000_000));
      },
    });
    answer(async () => new Response(endless, { headers: { 'content-length': '10' } }));
    await expect(fetchBytes(ADDRESS, 'the radar')).rejects.toMatchObject({
      message: 'The file is larger than 50 MB',
    });
    expect(sent).toBeLessThan(100_000_000);
  });

  it('stops without a failure of its own where the visit ends', async () => {
    const aborted = new AbortController();
    aborted.abort();
    answer(() => Promise.reject(aborted.signal.reason));
    await expect(fetchBytes(ADDRESS, 'the radar', aborted.signal)).rejects.toBe(aborted.signal.reason);
  });
});

describe('the address of the data behind a page', () => {
  const sheets = 'https://docs.google.com/spreadsheets';
  it.each([
    [`${sheets}/d/a-B_1/edit`, `${sheets}/d/a-B_1/export?format=csv`],
    [`${sheets}/d/a1/edit?gid=12#gid=12`, `${sheets}/d/a1/export?format=csv&gid=12`],
    [`${sheets}/u/0/d/a1/view`, `${sheets}/d/a1/export?format=csv`],
    [`${sheets}/d/a1`, `${sheets}/d/a1/export?format=csv`],
    [
      `${sheets}/d/e/2PACX-1/pubhtml?gid=3&single=true`,
      `${sheets}/d/e/2PACX-1/pub?output=csv&gid=3&single=true`,
    ],
    [
      'https://github.com/zalando/tech-radar/blob/master/docs/config.json',
      'https://raw.githubusercontent.com/zalando/tech-radar/master/docs/config.json',
    ],
  ])('of %s is known', (given, found) => {
    expect(findDataAddress(given)?.address).toBe(found);
    expect(findDataAddress(found)).toBeNull();
  });

  it.each(['', 'radar.json', 'https://example.org/spreadsheets/d/a/edit', 'https://github.com/a/b'])(
    'of %j is not',
    (given) => {
      expect(findDataAddress(given)).toBeNull();
    },
  );
});
