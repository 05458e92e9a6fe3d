import { PictureFailure } from './picture-failure.ts';

/** What every WOFF2 file begins with, in base64. */
const WOFF2 = 'd09GM';

let font: Promise<string> | null = null;

/**
 * The page's font as base64, to be put into pictures. Read once; after a failure the next call tries again.
 *
 * @throws PictureFailure when it cannot be fetched
 */
export function readPictureFont(): Promise<string> {
  font ??= fetchFont().catch((cause: unknown) => {
    font = null;
    throw cause;
  });
  return font;
}

async function fetchFont(): Promise<string> {
  const response = await fetch(new URL('fonts/inter-subset.woff2', document.baseURI)).catch(() => null);
  const bytes = response?.ok === true ? await response.arrayBuffer().catch(() => null) : null;
  const text = bytes === null ? '' : encodeBase64(new Uint8Array(bytes));
  if (!text.startsWith(WOFF2)) {
    throw new PictureFailure({
      reason: 'The font for the picture could not be fetched',
      cure: 'Check the connection and try again.',
    });
  }
  return text;
}

function encodeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
