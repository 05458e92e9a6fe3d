import type { WorkshopStore, WorkshopSummary } from '../../platform/workshop-database.ts';

/** Whether all that was done is stored; where not, why and what to do, in words for the person who did it. */
export type Saved = 'saved' | 'saving' | { failed: string };

/** Stores the updates of one document in their order. */
export interface WorkshopSaver {
  add: (update: Uint8Array) => void;
  saved: () => Saved;
  /** Tries again after a failure. */
  retry: () => void;
  /** Resolves as soon as nothing is being written: all is stored, or the store refuses. */
  settled: () => Promise<void>;
}

/**
 * Stores each update as it comes; updates of one act, and those that come while another is being written, go together.
 * What could not be written stays here and is written with the next one.
 *
 * @param summarise the entry for the list, as it is when it is written
 * @param whole everything that the document holds
 * @param tell is called whenever `saved` changes
 */
export function buildSaver(
  store: WorkshopStore,
  summarise: () => WorkshopSummary,
  whole: () => Uint8Array,
  tell: () => void,
): WorkshopSaver {
  const waiting: Uint8Array[] = [];
  let saved: Saved = 'saved';
  let writing: Promise<void> | null = null;
  const say = (next: Saved) => {
    saved = next;
    tell();
  };
  const write = async () => {
    // Until the act is through: what it does in several steps is stored in one, or not at all.
    await Promise.resolve();
    while (waiting.length > 0) {
      const count = waiting.length;
      try {
        await store.append(summarise(), waiting.slice(0, count), whole);
      } catch (error) {
        say({ failed: failureWords(error) });
        return;
      }
      waiting.splice(0, count);
    }
    say('saved');
  };
  const start = () => {
    if (writing !== null || waiting.length === 0) return;
    // A failure is told until a write has gone through.
    if (typeof saved === 'string') saved = 'saving';
    writing = write().finally(() => {
      writing = null;
    });
  };
  return {
    add: (update) => {
      waiting.push(update);
      start();
    },
    saved: () => saved,
    retry: start,
    settled: async () => {
      while (writing !== null) await writing;
    },
  };
}

const WAY_OUT = 'Nothing is lost while this window is open: save the workshop to a file before you close it.';

/** Why a write failed, and what to do, as two or three sentences. */
export function failureWords(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError')
    return `The browser has no room left to store this workshop. ${WAY_OUT} Free some disk space, then try again.`;
  if (['SecurityError', 'ReferenceError', 'NotAllowedError', 'TypeError'].includes(name))
    return `This browser does not let the page store anything. ${WAY_OUT} Or allow this site to store data, then try again.`;
  if (name === 'TimeoutError')
    return `The browser does not answer when asked to store. ${WAY_OUT} Try again.`;
  return `The browser could not store this workshop; the disk may be full. ${WAY_OUT} Make room, then try again.`;
}
