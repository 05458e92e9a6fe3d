import { createStore, delMany, get, getMany, keys, setMany } from 'idb-keyval';
import { LoadFailure } from './load-failure.ts';
import { KEPT } from './radar-address.ts';

const ADDRESS = new RegExp(`^${KEPT}[0-9a-f]{16}$`);

/** What a list tells of a radar lies beside its text, so that no text is read for it. */
const ABOUT = 'about:';

/** Where texts, and what is known about them, are kept by their keys. */
export interface KeptStore {
  get: (key: string) => Promise<unknown>;
  getMany: (keys: string[]) => Promise<unknown[]>;
  keys: () => Promise<string[]>;
  /** All or none of them. */
  setMany: (entries: [string, unknown][]) => Promise<void>;
  /** All or none of them. */
  delMany: (keys: string[]) => Promise<void>;
}

/** A database of its own: other pages may share this site. It is first touched when a radar is kept or read. */
function openBrowserStore(): KeptStore {
  const store = createStore('trend-radar-kept', 'radars');
  return {
    get: (key) => get(key, store),
    getMany: (wanted) => getMany(wanted, store),
    keys: () => keys<string>(store),
    setMany: (entries) => setMany(entries, store),
    delMany: (removed) => delMany(removed, store),
  };
}

/** A radar's address in this browser, and whether it outlasts the visit. */
export interface KeptRadar {
  address: string;
  lasting: boolean;
}

/** What a list tells of a radar. */
export interface AboutRadar {
  title: string;
  trends: number;
  /** What it was read as, such as "Build Your Own Radar, CSV". */
  format: string;
  /** The name of the file, folder or address that it came from. */
  file: string;
  /** When it was opened last, an ISO time. */
  when: string;
}

/** A radar in the list; of one that was kept before there was a list, only what its text tells is known. */
export type KeptEntry = { address: string; title: string; trends: number } & Partial<AboutRadar>;

/** A radar that was taken out of the list, with all that puts it back. */
export interface RemovedRadar {
  address: string;
  text: string;
  about: AboutRadar | null;
}

/**
 * Keeps the text of a radar file in this browser; the same text has the same address, and stands in the list as it was
 * opened last.
 *
 * @param about what the list tells of it; without it, what its text tells
 * @returns its address, which lasts only where the browser could store the text
 */
export async function keepRadar(
  text: string,
  about?: AboutRadar,
  openStore = openBrowserStore,
): Promise<KeptRadar> {
  const address = KEPT + (await nameText(text));
  try {
    await openStore().setMany([[address, text], ...(about === undefined ? [] : [entryOf(address, about)])]);
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

/** All radars kept in this browser, the one opened last first. @throws what the browser's storage throws */
export async function listKeptRadars(openStore = openBrowserStore): Promise<KeptEntry[]> {
  const store = openStore();
  const addresses = (await store.keys()).filter((key) => ADDRESS.test(key));
  const abouts = await store.getMany(addresses.map((address) => ABOUT + address));
  const entries: KeptEntry[] = [];
  for (const [at, address] of addresses.entries()) {
    const about = abouts[at];
    entries.push({ address, ...(isAbout(about) ? about : readHeading(await store.get(address))) });
  }
  return entries.sort((a, b) => (b.when ?? '').localeCompare(a.when ?? '') || a.title.localeCompare(b.title));
}

/**
 * Takes a radar out of this browser.
 *
 * @returns what puts it back, null where it was not there
 * @throws what the browser's storage throws
 */
export async function removeKeptRadar(
  address: string,
  openStore = openBrowserStore,
): Promise<RemovedRadar | null> {
  const store = openStore();
  const [text, about] = await store.getMany([address, ABOUT + address]);
  await store.delMany([address, ABOUT + address]);
  return typeof text === 'string' ? { address, text, about: isAbout(about) ? about : null } : null;
}

/** Puts a radar back as it was. @throws what the browser's storage throws */
export function restoreKeptRadar(
  { address, text, about }: RemovedRadar,
  openStore = openBrowserStore,
): Promise<void> {
  return openStore().setMany([[address, text], ...(about === null ? [] : [entryOf(address, about)])]);
}

/** Title and number of trends of a radar file's text, as far as they can be told. */
export function readHeading(text: unknown): { title: string; trends: number } {
  let file: { title?: unknown; trends?: unknown } | null = null;
  try {
    file = typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    // Opening it says what is wrong with it.
  }
  const title = typeof file?.title === 'string' ? file.title : 'A radar without a title';
  return { title, trends: Array.isArray(file?.trends) ? file.trends.length : 0 };
}

function entryOf(address: string, about: AboutRadar): [string, unknown] {
  return [ABOUT + address, about];
}

function isAbout(value: unknown): value is AboutRadar {
  if (typeof value !== 'object' || value === null) return false;
  const { title, trends, format, file, when } = value as Partial<Record<keyof AboutRadar, unknown>>;
  return typeof trends === 'number' && [title, format, file, when].every((each) => typeof each === 'string');
}

/** 16 hex digits: of the text's SHA-256, or by chance where a page without https may not compute one. */
async function nameText(text: string): Promise<string> {
  const bytes =
    globalThis.crypto.subtle === undefined
      ? crypto.getRandomValues(new Uint8Array(8))
      : new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
