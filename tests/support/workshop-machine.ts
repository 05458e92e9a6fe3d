import type { WorkshopEntry, WorkshopStore } from '../../src/platform/workshop-database.ts';
import type { OpenLine } from '../../src/state/workshop/workshop-channel.ts';
import type { WorkshopMachine } from '../../src/state/workshop/workshop-machine.ts';

/** A store in memory that can be made to fail, with what it holds. */
export interface MemoryStore extends WorkshopStore {
  updates: Map<string, Uint8Array[]>;
  /** What each use throws; null where it works. */
  failure: Error | null;
}

export function memoryStore(): MemoryStore {
  const updates = new Map<string, Uint8Array[]>();
  const entries = new Map<string, WorkshopEntry>();
  const use = async <T>(work: () => T): Promise<T> => {
    if (store.failure !== null) throw store.failure;
    return work();
  };
  const mark = (id: string, deleted: string | null) => {
    const entry = entries.get(id);
    if (entry !== undefined) entries.set(id, { ...entry, deleted });
  };
  const store: MemoryStore = {
    updates,
    failure: null,
    load: (id) => use(() => [...(updates.get(id) ?? [])]),
    append: (summary, added, whole) =>
      use(() => {
        const known = entries.get(summary.id);
        const old = updates.get(summary.id) ?? [];
        updates.set(summary.id, known === undefined ? [whole()] : [...old, ...added]);
        entries.set(summary.id, { ...summary, deleted: known?.deleted ?? null });
      }),
    compact: (id, merge) => use(() => void updates.set(id, [merge(updates.get(id) ?? [])])),
    entries: () => use(() => [...entries.values()]),
    mark: (id, deleted) => use(() => mark(id, deleted)),
    purge: (before) =>
      use(() => {
        for (const { id, deleted } of [...entries.values()]) {
          if (deleted === null || deleted >= before) continue;
          entries.delete(id);
          updates.delete(id);
        }
      }),
  };
  return store;
}

/** Lines between the windows of one browser. What is posted while they are held comes when they are let go. */
export function memoryLines(): { openLine: OpenLine; hold: () => void; letGo: () => void } {
  const lines: { id: string; hear: (message: unknown) => void }[] = [];
  let waiting: (() => void)[] | null = null;
  return {
    openLine: (id, hear) => {
      const line = { id, hear };
      lines.push(line);
      return {
        post: (message) => {
          const others = lines.filter((other) => other !== line && other.id === id);
          const deliver = () => {
            for (const other of others) if (lines.includes(other)) other.hear(message);
          };
          if (waiting === null) deliver();
          else waiting.push(deliver);
        },
        close: () => void lines.splice(lines.indexOf(line), 1),
      };
    },
    hold: () => {
      waiting ??= [];
    },
    letGo: () => {
      const due = waiting ?? [];
      waiting = null;
      for (const deliver of due) deliver();
    },
  };
}

/** A browser in memory: ids count, and the clock goes on by a second each time it is read. */
export function memoryMachine(first = 1) {
  const store = memoryStore();
  const lines = memoryLines();
  let [ids, clients, seconds] = [0, first * 1000, 0];
  const machine: WorkshopMachine & { store: MemoryStore } = {
    store,
    openLine: lines.openLine,
    unstored: new Map(),
    newId: () => `id-${first}-${++ids}`,
    newClient: () => ++clients,
    now: () => new Date(Date.UTC(2026, 10, 21, 9) + 1000 * ++seconds).toISOString(),
    patience: 0,
    askToPersist: async () => undefined,
  };
  return { ...lines, store, machine };
}
