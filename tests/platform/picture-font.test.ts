import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PictureFailure } from '../../src/platform/picture-failure.ts';

const FONT = new TextEncoder().encode('wOF2 and more');

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

test('The font is fetched once, as base64; after a failure it is tried again', async () => {
  const { readPictureFont } = await import('../../src/platform/picture-font.ts');
  const fetching = vi.fn();
  vi.stubGlobal('fetch', fetching);
  fetching.mockRejectedValueOnce(new TypeError('offline'));
  await expect(readPictureFont()).rejects.toMatchObject({ name: PictureFailure.name });

  fetching.mockResolvedValue(new Response(FONT));
  expect(atob(await readPictureFont())).toBe('wOF2 and more');
  expect(await readPictureFont()).toBe(await readPictureFont());
  expect(fetching).toHaveBeenCalledTimes(2);
  expect(String(fetching.mock.lastCall?.[0])).toBe(
    new URL('fonts/inter-subset.woff2', document.baseURI).href,
  );
});

test.each([
  ['an error', new Response('gone', { status: 404 })],
  ['a page instead of a font', new Response('<!doctype html>')],
])('%s is not put into a picture', async (_, response) => {
  const { readPictureFont } = await import('../../src/platform/picture-font.ts');
  vi.stubGlobal('fetch', () => Promise.resolve(response));
  await expect(readPictureFont()).rejects.toMatchObject({ name: PictureFailure.name });
});
