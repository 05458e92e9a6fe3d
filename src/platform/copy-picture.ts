import { PictureFailure } from './picture-failure.ts';

const CURE = 'Save the file instead.';

/** Whether this browser may be able to put pictures into the clipboard; it can still refuse when asked. */
export function canCopyPictures(): boolean {
  if (typeof ClipboardItem === 'undefined' || typeof navigator.clipboard?.write !== 'function') return false;
  // Older browsers lack this question, but can do PNG where they can do pictures.
  return typeof ClipboardItem.supports !== 'function' || ClipboardItem.supports('image/png');
}

/**
 * Puts a picture into the clipboard. To be called in the click itself, with the picture still being made: later the
 * browser would not let us.
 *
 * @throws PictureFailure when the browser cannot or may not; whatever `png` rejects with when that is the reason
 */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  let failed = false;
  let failure: unknown;
  png.catch((cause: unknown) => {
    failed = true;
    failure = cause;
  });
  if (!canCopyPictures()) {
    throw new PictureFailure({
      reason: window.isSecureContext
        ? 'This browser cannot copy pictures'
        : 'Pictures can only be copied on a page with a secure address (https)',
      cure: CURE,
    });
  }
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
  } catch (cause) {
    // The browser only says that it got no picture; why there is none is the better answer.
    if (failed) throw failure;
    throw new PictureFailure({
      reason: isRefusal(cause)
        ? 'The browser does not let this page write to the clipboard'
        : 'The picture could not be copied',
      cure: CURE,
    });
  }
}

function isRefusal(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'NotAllowedError';
}
