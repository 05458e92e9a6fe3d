import { afterEach, expect, test, vi } from 'vitest';
import { canCopyPictures, copyPicture } from '../../src/platform/copy-picture.ts';
import { PictureFailure } from '../../src/platform/picture-failure.ts';

class FakeItem {
  static supports: ((type: string) => boolean) | undefined = undefined;
  constructor(readonly data: Record<string, Promise<Blob>>) {}
}

function provideClipboard(write: (items: FakeItem[]) => Promise<void>) {
  vi.stubGlobal('ClipboardItem', FakeItem);
  vi.stubGlobal('navigator', { clipboard: { write } });
}

afterEach(() => {
  vi.unstubAllGlobals();
  FakeItem.supports = undefined;
});

const never = new Promise<Blob>(() => {});

test('The clipboard gets the picture that is still being made, before the click is over', () => {
  const write = vi.fn(() => Promise.resolve());
  provideClipboard(write);
  void copyPicture(never);
  expect(write).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ data: { 'image/png': never } })]);
});

test('A refusal says that the page may not, and to save the file', async () => {
  provideClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
  const failure = await copyPicture(never).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(PictureFailure);
  expect(failure).toMatchObject({
    message: 'The browser does not let this page write to the clipboard',
    cure: 'Save the file instead.',
  });
});

test('A picture that could not be made is the reason, not the clipboard', async () => {
  const reason = new PictureFailure({ reason: 'Too large', cure: 'Choose a smaller one.' });
  provideClipboard(async ([item]) => {
    await item?.data['image/png']?.catch(() => {
      throw new DOMException('no picture', 'NotAllowedError');
    });
  });
  await expect(copyPicture(Promise.reject(reason))).rejects.toBe(reason);
});

test('A browser without a clipboard for pictures fails with a cure, and leaves no rejection unheard', async () => {
  expect(canCopyPictures()).toBe(false);
  await expect(copyPicture(Promise.reject(new Error('unheard')))).rejects.toBeInstanceOf(PictureFailure);
});

test('A browser that can copy pictures is asked whether it can do PNG, where it answers', () => {
  provideClipboard(() => Promise.resolve());
  expect(canCopyPictures()).toBe(true);
  FakeItem.supports = (type) => type !== 'image/png';
  expect(canCopyPictures()).toBe(false);
});
