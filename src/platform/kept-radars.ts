import { createStore, get, set } from 'idb-keyval';
import { LoadFailure } from './load-failure.ts';
import { KEPT } from './radar-address.ts';

const ADDRESS = new RegExp(`^${KEPT}[0-9a-f]{16}$`);

/** Where texts are kept by their address. */
export interface TextStore {
  get: (address: string) => Promise<unknown>;
  set: (address: string, text: string) => Promise<void>;
}

/** A database of its own: other pages may share this site. It is first touched when a radar is kept or read. */
function openBrowserStore(): TextStore {
  const store = createStore('trend-radar-kept', 'radars');
  return {
    get: (address) => get(address, store),
    set: (address, text) => set(address, text, store),
  };
}

/** A radar's address in this browser, and whether it outlasts the visit. */
export interface KeptRadar {
  address: string;
  lasting: boolean;
}

/**
 * Keeps the text of a radar file in this browser; the same text has the same address.
 *
 * @returns its address, which lasts only where the browser could store the text
 */
export async function keepRadar(text: string, openStore = openBrowserStore): Promise<KeptRadar> {
  const address = KEPT + (await nameText(text));
  try {
    await openStore().set(address, text);
    return { address, lasting: true };
  } catch {
    // Blocked or full: the caller says so, and the radar is open for as long as the page is.
    return { address, lasting: false };
  }
}

/** The text kept at an address. @throws LoadFailure where this browser does not keep it, or may not be asked */
export async function readKeptRadar(address: string, openStore = openBrowserStore): Promise<string> {
  const failure = (reason: string, cure: string) =>
    new LoadFailure({ what: 'the radar', address, reason, cure });
  if (!ADDRESS.test(address))
    throw failure(
      'This is not an address of a radar opened from a file',
      'Drop the file on this page to open it again.',
    );
  let text: unknown;
  try {
    text = await openStore().get(address);
  } catch {
    throw failure(
      'This radar was opened from a file, and the browser does not let the page read what it keeps',
      'Allow this site to store data, or drop the file on this page to open it for this visit.',
    );
  }
  if (typeof text !== 'string')
    throw failure(
      'This radar was opened from a file, and this browser does not keep it: it was opened in another one, or what the site stored was cleared',
      'Drop the file on this page to open it again.',
    );
  return text;
}

/** 16 hex digits: of the text's SHA-256, or by chance where a page without https may not compute one. */
async function nameText(text: string): Promise<string> {
  const bytes =
    globalThis.crypto.subtle === undefined
      ? crypto.getRandomValues(new Uint8Array(8))
      : new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
