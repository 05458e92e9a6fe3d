import * as Y from 'yjs';
import { actWords, isUndoable, writesOf } from '../../domain/workshop/acts.ts';
import { readSession } from '../../domain/workshop/read-session.ts';
import type { Act, LogEntry, Session, SessionRecord } from '../../domain/workshop/session.ts';
import { formatSessionFile } from '../../formats/session-file.ts';
import { LoadFailure } from '../../platform/load-failure.ts';
import { applyUpdate, joinWindows } from './workshop-channel.ts';
import { summarise } from './workshop-list.ts';
import { BROWSER, type WorkshopMachine } from './workshop-machine.ts';
import {
  changesOf,
  isReadable,
  isSoundUpdate,
  isWhole,
  logOf,
  mergeUpdates,
  readRecord,
  writeChanges,
} from './workshop-record.ts';
import { buildSaver, type Saved } from './workshop-saver.ts';
import { buildUndo, type UndoStep } from './workshop-undo.ts';

/** Updates in the store from which on they are put together when the workshop is opened. */
const COMPACT_FROM = 200;

/** What there is to see of an open workshop; the same object until something of it changes. */
export interface WorkshopView {
  session: Session;
  /** What undo and redo would do next, as `actWords` says it; null where there is nothing. */
  undoWords: string | null;
  redoWords: string | null;
  saved: Saved;
}

/** An open workshop: one shared document, kept in this browser and in step with its other windows. */
export interface Workshop {
  readonly id: string;
  /** The same object until the document changes. */
  getSession: () => Session;
  getView: () => WorkshopView;
  /** Calls `heed` after each change of the view. @returns what ends it */
  subscribe: (heed: () => void) => () => void;
  /** Does an act. One that changes nothing leaves no trace; in a window that only reads, none does anything. */
  act: (act: Act) => void;
  /** Takes back the last act of this window that still stands, and logs that. @returns its words, null where none */
  undo: () => string | null;
  /** Does what was undone last again. @returns its words, null where there is nothing */
  redo: () => string | null;
  readonly undoWords: string | null;
  readonly redoWords: string | null;
  readonly saved: Saved;
  /** Whether a part of it was lost from the store: what can be read of it is there. */
  readonly incomplete: boolean;
  /** Tries again to store what could not be stored. */
  retry: () => void;
  /** Resolves as soon as all is stored or the store has refused. */
  settled: () => Promise<void>;
  /**
   * Merges another copy of this workshop in: the same result in whichever order copies are merged.
   *
   * @param record what the file of the copy says; its radar has been checked
   * @returns whether it could be merged; where not, nothing has changed
   */
  merge: (update: Uint8Array, record: SessionRecord) => boolean;
  /** Everything the document holds, to be merged into another copy. */
  exportUpdate: () => Uint8Array;
  /** The text of its `*.workshop.json` file. */
  exportFile: () => string;
  /** Leaves the other windows, and resolves when nothing is being written any more. What could not be stored is held. */
  close: () => Promise<void>;
}

/**
 * Opens a workshop of this browser.
 *
 * @param options.room whether this is the window for the room: it reads, and writes nothing
 * @throws LoadFailure where it is not in this browser, was deleted, or can't be read
 */
export async function openWorkshop(
  id: string,
  { room = false, machine = BROWSER }: { room?: boolean; machine?: WorkshopMachine } = {},
): Promise<Workshop> {
  const { store, unstored } = machine;
  const [stored, entries] = await Promise.allSettled([store.load(id), store.entries()]);
  if (
    entries.status === 'fulfilled' &&
    entries.value.some((entry) => entry.id === id && entry.deleted !== null)
  )
    throw FAILURES.deleted();
  const updates = stored.status === 'fulfilled' ? stored.value : [];
  const held = unstored.get(id);
  const doc = mergeUpdates(held === undefined ? updates : [...updates, held]);
  doc.clientID = machine.newClient();
  const leave = joinWindows(doc, id, machine.openLine, room);
  const found = isWhole(doc);
  if (!found && !(await waitFor(doc, () => isWhole(doc), machine.patience)) && !isReadable(doc)) {
    leave();
    throw stored.status === 'rejected'
      ? FAILURES.unreadable()
      : updates.length === 0
        ? FAILURES.missing()
        : FAILURES.damaged();
  }
  if (!room && updates.length >= COMPACT_FROM) store.compact(id, mergeWhole).catch(() => undefined);
  return buildWorkshop(doc, { id, room, leave, machine, unsaved: held !== undefined || !found });
}

function buildWorkshop(
  doc: Y.Doc,
  known: { id: string; room: boolean; leave: () => void; machine: WorkshopMachine; unsaved: boolean },
): Workshop {
  const { id, room, leave, machine, unsaved } = known;
  const heeding = new Set<() => void>();
  let session: Session | null = null;
  let view: WorkshopView | null = null;
  let quiet = 0;
  const changed = () => {
    view = null;
    if (quiet === 0) for (const heed of [...heeding]) heed();
  };
  /** Tells of all that `work` changes once, when it is through. */
  const inOne = <T>(work: () => T): T => {
    quiet += 1;
    try {
      return work();
    } finally {
      quiet -= 1;
      if (view === null) changed();
    }
  };
  const getSession = () => {
    session ??= readSession(id, readRecord(doc));
    return session;
  };
  const exportUpdate = () => Y.encodeStateAsUpdate(doc);
  const saver = buildSaver(
    machine.store,
    () => summarise(getSession(), machine.now()),
    exportUpdate,
    changed,
  );
  doc.on('update', (update: Uint8Array) => {
    session = null;
    if (!room) saver.add(update);
    changed();
  });
  const tell = (words: string, { trend, entry }: UndoStep): LogEntry => {
    const told = { id: machine.newId(), at: machine.now(), trend, words };
    const whole = entry === null ? told : { ...told, undoes: entry };
    logOf(doc).push([whole]);
    return whole;
  };
  const undo = buildUndo(doc, tell);
  const getView = () => {
    const next = undo.next();
    view ??= {
      session: getSession(),
      undoWords: next.undo?.words ?? null,
      redoWords: next.redo?.words ?? null,
      saved: saver.saved(),
    };
    return view;
  };
  const act = (done: Act) => {
    const before = getSession();
    const writes = writesOf(before, done, { id: machine.newId(), at: machine.now() });
    const changes = changesOf(doc, writes);
    if (changes.length === 0) return saver.retry();
    const write = () => {
      writeChanges(doc, changes);
      if (writes.log !== null) logOf(doc).push([writes.log]);
    };
    if (!isUndoable(done)) doc.transact(write);
    else {
      const trend = writes.log?.trend ?? ('trend' in done ? done.trend : null);
      undo.track({ words: actWords(before, done), trend, entry: writes.log?.id ?? null }, write);
    }
  };
  if (unsaved && !room) saver.add(exportUpdate());
  return {
    id,
    getSession,
    getView,
    subscribe: (heed) => {
      heeding.add(heed);
      return () => heeding.delete(heed);
    },
    act: (done) => (room ? undefined : inOne(() => act(done))),
    undo: () => (room ? null : inOne(() => undo.undo()?.words ?? null)),
    redo: () => (room ? null : inOne(() => undo.redo()?.words ?? null)),
    get undoWords() {
      return getView().undoWords;
    },
    get redoWords() {
      return getView().redoWords;
    },
    get saved() {
      return saver.saved();
    },
    get incomplete() {
      return !isWhole(doc);
    },
    retry: saver.retry,
    settled: saver.settled,
    merge: (update, record) =>
      inOne(() => !room && isSoundUpdate(update, record, exportUpdate()) && applyUpdate(doc, update, null)),
    exportUpdate,
    exportFile: () => {
      const update = exportUpdate();
      // What reads the file holds the two against each other, so the record is what the bytes give.
      return formatSessionFile({ id, record: readRecord(mergeUpdates([update])), update });
    },
    close: async () => {
      leave();
      undo.destroy();
      await saver.settled();
      if (saver.saved() !== 'saved') machine.unstored.set(id, exportUpdate());
      else if (!room) machine.unstored.delete(id);
      doc.destroy();
    },
  };
}

/** @throws RangeError where the updates are no workshop: then they are better left as they are */
function mergeWhole(updates: readonly Uint8Array[]): Uint8Array {
  const doc = mergeUpdates(updates);
  if (!isWhole(doc)) throw new RangeError('the updates are not all there');
  return Y.encodeStateAsUpdate(doc);
}

/** @returns whether it came true in time */
function waitFor(doc: Y.Doc, isTrue: () => boolean, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const heed = () => isTrue() && end(true);
    const end = (came: boolean) => {
      clearTimeout(timer);
      doc.off('update', heed);
      resolve(came);
    };
    const timer = setTimeout(() => end(false), patience);
    doc.on('update', heed);
  });
}

const failure = (reason: string, cure: string) => () =>
  new LoadFailure({ what: 'the workshop', reason, cure });

const FAILURES = {
  missing: failure(
    'There is no such workshop in this browser: it was held in another one, or what the site stored was cleared',
    'Open the file that it was saved to, or choose another one from the list of workshops.',
  ),
  deleted: failure(
    'This workshop was deleted',
    'Restore it from the list of workshops, or open the file that it was saved to.',
  ),
  unreadable: failure(
    'This workshop is kept in this browser, which does not let the page read what it keeps',
    'Allow this site to store data and reload the page, or open the file that the workshop was saved to.',
  ),
  damaged: failure(
    'Part of what this browser stored of the workshop is missing or damaged',
    'Open the file that it was saved to.',
  ),
};
