import { isRecord } from '../domain/radar-values.ts';

/** What the list of workshops says of one, and what it is kept by. */
export interface WorkshopEntry {
  id: string;
  name: string;
  radarTitle: string;
  /** ISO times. */
  started: string;
  changed: string;
  /** Trends of the queue, in all and by what has come of them. */
  total: number;
  decided: number;
  parked: number;
  /** When it was deleted, an ISO time: it is kept for some days, to be restored. */
  deleted: string | null;
}

/** What of an entry follows from the workshop; whether it is deleted is said apart. */
export type WorkshopSummary = Omit<WorkshopEntry, 'deleted'>;

/**
 * Where workshops are kept: for each the updates of its document, which are only added to, and an entry for the list.
 * Everything rejects with what the browser throws where it can't be done.
 */
export interface WorkshopStore {
  /** All updates of a workshop, the oldest first; empty where there is none. */
  load: (id: string) => Promise<Uint8Array[]>;
  /**
   * Adds updates and writes the entry, all or nothing. Where the store does not know the workshop (it is new, or what
   * the site had stored was cleared), `whole` is added in place of the updates, which would be nothing without what
   * came before.
   */
  append: (
    summary: WorkshopSummary,
    updates: readonly Uint8Array[],
    whole: () => Uint8Array,
  ) => Promise<void>;
  /** Puts what `merge` makes of all updates in their place; what another tab adds meanwhile stays. */
  compact: (id: string, merge: (updates: readonly Uint8Array[]) => Uint8Array) => Promise<void>;
  entries: () => Promise<WorkshopEntry[]>;
  /** Marks a workshop as deleted at an ISO time, or as not deleted. */
  mark: (id: string, deleted: string | null) => Promise<void>;
  /** Takes out workshops that were deleted before an ISO time. */
  purge: (before: string) => Promise<void>;
}

const NAME = 'trend-radar-workshops';
const UPDATES = 'updates';
const ENTRIES = 'entries';
const BY_WORKSHOP = 'workshop';
/** After this time without an answer, in ms, the store counts as not answering; what was asked for may yet happen. */
const PATIENCE = 10_000;

/**
 * The workshops of this browser, in a database of their own.
 *
 * y-indexeddb, the usual store of shared documents, can't be asked whether a write has arrived: it drops the promise of
 * each write and of the opening (so a full disk and a blocked store are told to nobody, and loading never ends), and it
 * throws into the document where the database was closed from outside. idb-keyval keeps the errors but neither adds
 * several records and an entry in one step nor asks for strict durability. Hence these two tables. Every promise here
 * settles by its transaction, and one that completes is on the disk where the browser knows `durability`.
 */
export function openWorkshopDatabase(): WorkshopStore {
  let opened: Promise<IDBDatabase> | null = null;
  const forget = () => {
    opened = null;
  };
  const connect = () => {
    opened ??= openDatabase(forget);
    opened.catch(forget);
    return opened;
  };
  const begin = async (mode: IDBTransactionMode) =>
    (await connect()).transaction([UPDATES, ENTRIES], mode, { durability: 'strict' });
  /** A connection that turns out to be closed is opened again, once. */
  const run = <T>(mode: IDBTransactionMode, work: (tables: Tables) => IDBRequest<T> | undefined) =>
    withPatience(
      begin(mode)
        .catch((error: unknown) => {
          if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
          forget();
          return begin(mode);
        })
        .then((transaction) => settle(transaction, work)),
    );
  const write = async (work: (tables: Tables) => void) => {
    await run('readwrite', (tables) => void work(tables));
  };
  return {
    load: async (id) => {
      const rows = await run('readonly', ({ updates }) => updates.index(BY_WORKSHOP).getAll(id));
      return (rows ?? []).flatMap(bytesOf);
    },
    append: (summary, added, whole) =>
      write(({ updates, entries }) =>
        follow(entries.get(summary.id), (old: unknown) => {
          for (const update of isEntry(old) ? added : [whole()])
            updates.add({ workshop: summary.id, update });
          entries.put({ ...summary, deleted: isEntry(old) ? old.deleted : null });
        }),
      ),
    compact: (id, merge) =>
      write(({ updates }) =>
        follow(updates.index(BY_WORKSHOP).getAll(id), (rows: unknown[]) =>
          follow(updates.index(BY_WORKSHOP).getAllKeys(id), (keys) => {
            updates.add({ workshop: id, update: merge(rows.flatMap(bytesOf)) });
            for (const key of keys) updates.delete(key);
          }),
        ),
      ),
    entries: async () => {
      const rows: unknown[] = (await run('readonly', ({ entries }) => entries.getAll())) ?? [];
      return rows.filter(isEntry);
    },
    mark: (id, deleted) =>
      write(({ entries }) =>
        follow(entries.get(id), (entry: unknown) => {
          if (isEntry(entry)) entries.put({ ...entry, deleted });
        }),
      ),
    purge: (before) =>
      write(({ updates, entries }) =>
        follow(entries.getAll(), (all: unknown[]) => {
          for (const { id, deleted } of all.filter(isEntry)) {
            if (deleted === null || deleted >= before) continue;
            entries.delete(id);
            follow(updates.index(BY_WORKSHOP).getAllKeys(id), (keys) => {
              for (const key of keys) updates.delete(key);
            });
          }
        }),
      ),
  };
}

interface Tables {
  updates: IDBObjectStore;
  entries: IDBObjectStore;
}

/** @param forget is called where the connection is of no use any more, as when the site's data is cleared */
function openDatabase(forget: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Where the page may not store anything, this name is missing or throws: both reject.
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true }).createIndex(BY_WORKSHOP, 'workshop');
      request.result.createObjectStore(ENTRIES, { keyPath: 'id' });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = forget;
      database.onversionchange = () => {
        database.close();
        forget();
      };
      resolve(database);
    };
  });
}

/** What the request that `work` returns was answered, once the whole transaction has completed. */
function settle<T>(
  transaction: IDBTransaction,
  work: (tables: Tables) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const request = work({
      updates: transaction.objectStore(UPDATES),
      entries: transaction.objectStore(ENTRIES),
    });
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Given up', 'AbortError'));
  });
}

/** Goes on within the transaction; what is thrown there takes all of it back. */
function follow<T>(request: IDBRequest<T>, next: (result: T) => void): void {
  request.onsuccess = () => {
    try {
      next(request.result);
    } catch {
      request.transaction?.abort();
    }
  };
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('No answer', 'TimeoutError')), PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function bytesOf(row: unknown): Uint8Array[] {
  const update = isRecord(row) ? row.update : undefined;
  return update instanceof Uint8Array ? [update] : [];
}

function isEntry(value: unknown): value is WorkshopEntry {
  return (
    isRecord(value) &&
    ['id', 'name', 'radarTitle', 'started', 'changed'].every((key) => typeof value[key] === 'string') &&
    ['total', 'decided', 'parked'].every((key) => typeof value[key] === 'number') &&
    (value.deleted === null || typeof value.deleted === 'string')
  );
}
