import { createStore, del, entries, get, update } from 'idb-keyval';
import { LoadFailure } from './load-failure.ts';
import { OWN } from './own-address.ts';

const ADDRESS = new RegExp(`^${OWN}[0-9a-f]{16}$`);

/** A radar that is edited in this browser, as it is stored. */
export interface OwnRadar {
  /** Its radar file. */
  text: string;
  /** What lists call it. */
  name: string;
  /** When it was changed last, an ISO time. */
  changed: string;
  /** Counts what was stored, from 1: a tab that knows another number has not seen the last change. */
  revision: number;
  /** Changes since it was last saved to a file. */
  unsaved: number;
  /** When it was last saved to a file, an ISO time. */
  saved: string | null;
  /** What is typed into forms and does not fit yet, by form and field. */
  pending: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Where edited radars are kept by their address. */
export interface OwnStore {
  get: (address: string) => Promise<unknown>;
  /** In one transaction; what `change` throws leaves the old value and is thrown again. */
  update: (address: string, change: (old: unknown) => OwnRadar) => Promise<void>;
  list: () => Promise<[string, unknown][]>;
  remove: (address: string) => Promise<void>;
}

/** A database of its own, beside that of the radars opened from files, which never change. */
export function openOwnStore(): OwnStore {
  const store = createStore('trend-radar-own', 'radars');
  return {
    get: (address) => get(address, store),
    update: (address, change) => update(address, change, store),
    list: () => entries<string, unknown>(store),
    remove: (address) => del(address, store),
  };
}

/** A new address, by chance. */
export function nameOwnRadar(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return OWN + [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keeps a radar under a new address, to be edited.
 *
 * @returns its address, and whether it outlasts the visit: not where the browser stores nothing
 */
export async function keepOwnRadar(
  radar: Omit<OwnRadar, 'revision'>,
  openStore = openOwnStore,
): Promise<{ address: string; lasting: boolean }> {
  const address = nameOwnRadar();
  try {
    await openStore().update(address, () => ({ ...radar, revision: 1 }));
    return { address, lasting: true };
  } catch {
    return { address, lasting: false };
  }
}

/** Another tab has stored the radar since this one read it; nothing was written. */
export class ChangedElsewhere extends Error {}

/**
 * Stores a radar over the revision that this tab knows.
 *
 * @returns the new revision
 * @throws ChangedElsewhere, or what the browser's storage throws where it is full or blocked
 */
export async function writeOwnRadar(
  address: string,
  radar: Omit<OwnRadar, 'revision'>,
  known: number,
  openStore = openOwnStore,
): Promise<number> {
  await openStore().update(address, (old) => {
    if (isOwnRadar(old) && old.revision !== known)
      throw new ChangedElsewhere('changed in another tab or window');
    return { ...radar, revision: known + 1 };
  });
  return known + 1;
}

/** The radar stored at an address, null where there is none. @throws what the browser's storage throws */
export async function fetchOwnRadar(address: string, openStore = openOwnStore): Promise<OwnRadar | null> {
  const stored = await openStore().get(address);
  return isOwnRadar(stored) ? stored : null;
}

/** The text of the radar at an address. @throws LoadFailure where this browser does not keep it, or may not be asked */
export async function readOwnRadar(address: string, openStore = openOwnStore): Promise<string> {
  const failure = (reason: string, cure: string) =>
    new LoadFailure({ what: 'the radar', address, reason, cure });
  if (!ADDRESS.test(address))
    throw failure(
      'This is not an address of a radar that is edited in this browser',
      'Open the file that it was saved to.',
    );
  let radar: OwnRadar | null;
  try {
    radar = await fetchOwnRadar(address, openStore);
  } catch {
    throw failure(
      'This radar was edited in this browser, which does not let the page read what it keeps',
      'Allow this site to store data, or open the file that the radar was saved to.',
    );
  }
  if (radar === null)
    throw failure(
      'This radar is not kept in this browser: it was edited in another one, or what the site stored was cleared',
      'Open the file that it was saved to.',
    );
  return radar.text;
}

/** All radars that are edited in this browser, the one changed last first. @throws what the browser's storage throws */
export async function listOwnRadars(openStore = openOwnStore): Promise<(OwnRadar & { address: string })[]> {
  const found = await openStore().list();
  return found
    .flatMap(([address, radar]) => (isOwnRadar(radar) ? [{ ...radar, address }] : []))
    .sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

/**
 * Takes a radar out of this browser.
 *
 * @returns what puts it back, null where it was not there
 * @throws what the browser's storage throws
 */
export async function removeOwnRadar(address: string, openStore = openOwnStore): Promise<OwnRadar | null> {
  const radar = await fetchOwnRadar(address, openStore);
  await openStore().remove(address);
  return radar;
}

/** Puts a radar back as it was. @throws what the browser's storage throws */
export async function restoreOwnRadar(
  address: string,
  radar: OwnRadar,
  openStore = openOwnStore,
): Promise<void> {
  await openStore().update(address, () => radar);
}

/** Tells the other tabs that a radar was stored. */
export function announceOwnRadar(address: string, revision: number): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(address);
  channel.postMessage(revision);
  channel.close();
}

/** Calls `heed` with the revision that another tab has stored. @returns what ends it */
export function watchOwnRadar(address: string, heed: (revision: number) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(address);
  channel.onmessage = ({ data }) => {
    if (typeof data === 'number') heed(data);
  };
  return () => channel.close();
}

function isOwnRadar(value: unknown): value is OwnRadar {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'revision' in value &&
    typeof value.revision === 'number'
  );
}
