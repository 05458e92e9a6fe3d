import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Edit, Fields } from '../domain/editing/edit-acts.ts';
import {
  doEdit,
  type History,
  redoEdit,
  redoWords,
  sealStep,
  startHistory,
  undoEdit,
  undoWords,
} from '../domain/editing/edit-history.ts';
import { followPending, forgetPending, type Pending, setPending } from '../domain/editing/edit-pending.ts';
import { describeEdit } from '../domain/editing/edit-words.ts';
import { errorAt, type Issue } from '../domain/issue.ts';
import { idFrom } from '../domain/make-id.ts';
import type { Radar } from '../domain/radar.ts';
import { formatRadarJson, parseRadarJson } from '../formats/radar-json.ts';
import {
  announceOwnRadar,
  ChangedElsewhere,
  fetchOwnRadar,
  keepOwnRadar,
  type OwnRadar,
  openOwnStore,
  watchOwnRadar,
  writeOwnRadar,
} from '../platform/edited-radars.ts';
import { saveFile } from '../platform/save-file.ts';

/** Longest time that a change waits before it is stored, in ms: as long as a few letters of typing take. */
const STORE_AFTER = 200;

/** Whether this browser has the last change: yes, on its way, it refuses, or another tab has stored something else. */
export type Keeping = 'kept' | 'keeping' | 'failed' | 'conflict';

/** A radar being edited: what it is now, what waits in forms, and where it is kept. */
export interface Draft {
  address: string;
  history: History;
  pending: Pending;
  keeping: Keeping;
  /** Changes since the radar was last saved to a file. */
  unsaved: number;
  /** When it was last saved to a file, an ISO time. */
  saved: string | null;
  /** What happened last, in words. */
  said: string;
}

/** A draft with all that can be done to it. */
export interface DraftStore extends StoreApi<Draft> {
  /** @returns why the act was not done; empty where it was */
  apply: (act: Edit) => Issue[];
  undo: () => void;
  redo: () => void;
  /** Ends a step of undo: called when a field is left. */
  seal: () => void;
  /** Keeps what is typed into a form and does not fit yet. */
  remember: (form: string, fields: Fields) => void;
  /** Saves the radar to a file; the changes count from there. */
  save: () => void;
  /** Shows what the other tab has stored; what was changed here is kept as a radar of its own. */
  takeOver: () => Promise<void>;
  /** Stores at once what waits to be stored. */
  flush: () => Promise<void>;
  /** Ends the watch on other tabs. */
  close: () => void;
}

/** What is the machine's, so that tests can stand in for it. */
export interface DraftMachine {
  openStore: typeof openOwnStore;
  now: () => string;
  saveFile: (file: Blob, name: string) => void;
}

const MACHINE: DraftMachine = {
  openStore: openOwnStore,
  now: () => new Date().toISOString(),
  saveFile,
};

const IN_CONFLICT = errorAt(
  [],
  'this radar was changed in another tab',
  'Take over the other version first; yours is kept as a copy.',
);

/** A new radar under an address of its own, to be edited; `lasting` is false where this browser stores nothing. */
export function keepDraft(
  radar: Radar,
  { openStore, now }: DraftMachine = MACHINE,
): Promise<{ address: string; lasting: boolean }> {
  const text = formatRadarJson(radar);
  return keepOwnRadar(
    { text, name: radar.title, changed: now(), unsaved: 0, saved: null, pending: {} },
    openStore,
  );
}

/**
 * Opens a radar of this browser to be edited: as it is stored, or as `shown` where it is not, with a history that begins
 * with this visit.
 */
export async function openDraft(
  address: string,
  shown: Radar,
  machine: DraftMachine = MACHINE,
): Promise<DraftStore> {
  const { openStore, now } = machine;
  const stored = await fetchOwnRadar(address, openStore).catch(() => null);
  const parsed = stored && parseRadarJson(stored.text, address).radar;
  let revision = stored?.revision ?? 0;
  let savedRadar: Radar | null = stored?.unsaved === 0 ? parsed : null;
  const store = createStore<Draft>(() => ({
    address,
    history: startHistory(parsed ?? shown),
    pending: stored?.pending ?? {},
    keeping: stored === null ? 'failed' : 'kept',
    unsaved: stored?.unsaved ?? 0,
    saved: stored?.saved ?? null,
    said: '',
  }));
  const { getState: read, setState: set } = store;

  const record = (): Omit<OwnRadar, 'revision'> => {
    const { history, unsaved, saved, pending } = read();
    const { radar } = history;
    return { text: formatRadarJson(radar), name: radar.title, changed: now(), unsaved, saved, pending };
  };

  let waits = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> | null = null;
  const write = async () => {
    while (waits && read().keeping !== 'conflict') {
      waits = false;
      try {
        revision = await writeOwnRadar(address, record(), revision, openStore);
        announceOwnRadar(address, revision);
        if (!waits) set({ keeping: 'kept' });
      } catch (error) {
        set({ keeping: error instanceof ChangedElsewhere ? 'conflict' : 'failed' });
      }
    }
  };
  const flush = async () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing ??= write().finally(() => {
      writing = null;
    });
    await writing;
  };
  const touch = (change: Partial<Draft>) => {
    const { keeping } = read();
    set({ ...change, ...(keeping === 'kept' ? { keeping: 'keeping' } : {}) });
    waits = true;
    timer ??= setTimeout(() => void flush(), STORE_AFTER);
  };

  const heed = (other: number) => {
    if (other > revision && writing === null) set({ keeping: 'conflict' });
  };
  const close = watchOwnRadar(address, heed);

  /** Going back to what was saved leaves nothing to save. */
  const countTo = (history: History, step: number) =>
    history.radar === savedRadar ? 0 : read().unsaved + step;
  const go = (step: (history: History) => History, words: string | null, said: string) => {
    const { history, pending } = read();
    const after = step(history);
    if (after === history || words === null || read().keeping === 'conflict') return;
    const act = (after.past.length > history.past.length ? after : history).past.at(-1)?.act;
    touch({
      history: after,
      unsaved: countTo(after, 1),
      said: `${said}: ${words}`,
      pending: act === undefined ? pending : forgetPending(pending, act),
    });
  };

  return Object.assign(store, {
    apply: (act: Edit): Issue[] => {
      const { history, pending, keeping } = read();
      if (keeping === 'conflict') return [IN_CONFLICT];
      const done = doEdit(history, act);
      if (done.history === history) return done.issues;
      const isNew = done.history.past.length > history.past.length;
      touch({
        history: done.history,
        unsaved: countTo(done.history, isNew ? 1 : 0),
        said: describeEdit(act, history.radar),
        pending: followPending(pending, act),
      });
      return [];
    },
    undo: () => go(undoEdit, undoWords(read().history), 'Undone'),
    redo: () => go(redoEdit, redoWords(read().history), 'Done again'),
    seal: () => set({ history: sealStep(read().history) }),
    remember: (form: string, fields: Fields) => {
      const pending = setPending(read().pending, form, fields);
      if (pending !== read().pending) touch({ pending });
    },
    save: () => {
      const { radar } = read().history;
      const name = `${idFrom(radar.title, new Set(), 'radar')}.radar.json`;
      machine.saveFile(new Blob([formatRadarJson(radar)], { type: 'application/json' }), name);
      savedRadar = radar;
      touch({ unsaved: 0, saved: now(), said: `Saved as ${name}`, history: sealStep(read().history) });
    },
    takeOver: async () => {
      const { history, pending } = read();
      const changed = history.past.length + history.future.length + Object.keys(pending).length > 0;
      const title = `${history.radar.title} (my version)`;
      const copy = changed ? await keepOwnRadar({ ...record(), name: title }, openStore) : null;
      const other = await fetchOwnRadar(address, openStore).catch(() => null);
      const radar = other && parseRadarJson(other.text, address).radar;
      if (copy?.lasting === false || other === null || radar === null) {
        set({ said: 'This browser could not do it. Save to a file first, then load the page again.' });
        return;
      }
      ({ revision } = other);
      savedRadar = other.unsaved === 0 ? radar : null;
      waits = false;
      set({
        history: startHistory(radar),
        pending: other.pending,
        keeping: 'kept',
        unsaved: other.unsaved,
        saved: other.saved,
        said:
          copy === null
            ? 'The other version is shown.'
            : `The other version is shown. Yours is kept as “${title}”, at ?radar=${copy.address}`,
      });
    },
    flush,
    close,
  });
}
