import * as Y from 'yjs';
import { readSession } from '../../domain/workshop/read-session.ts';
import type { ActWrites, Json, LogEntry, SessionRecord } from '../../domain/workshop/session.ts';
import { isSameJson, readLogEntry } from '../../formats/session-file.ts';

/** The values of a workshop: flat keys, each of which the last writer decides. */
export function valuesOf(doc: Y.Doc): Y.Map<Json> {
  return doc.getMap<Json>('values');
}

/** The log of a workshop; it is only ever added to. */
export function logOf(doc: Y.Doc): Y.Array<LogEntry> {
  return doc.getArray<LogEntry>('log');
}

/** The plain record that a document holds. Values are the same objects each time until they are written again. */
export function readRecord(doc: Y.Doc): SessionRecord {
  const values: Record<string, Json> = {};
  for (const [key, value] of valuesOf(doc)) {
    // A file could hold shared types or bytes here, which no act writes.
    if (!(value instanceof Y.AbstractType) && !(value instanceof Uint8Array)) values[key] = value;
  }
  return { values, log: logOf(doc).toArray().filter(isLogEntry) };
}

/** Puts a whole record into a document that is empty. */
export function writeRecord(doc: Y.Doc, record: SessionRecord): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(record.values)) valuesOf(doc).set(key, value);
    logOf(doc).push([...record.log]);
  });
}

/**
 * What of an act's writes changes anything. Writing a value that stands would give undo a step in which nothing can be
 * seen to happen, and merging a winner where nobody meant to change anything.
 */
export function changesOf(doc: Y.Doc, writes: ActWrites): ActWrites['set'] {
  const values = valuesOf(doc);
  return writes.set.filter(([key, value]) =>
    value === null ? values.has(key) : !isSameJson(values.get(key), value),
  );
}

/** Carries out changes within a transaction of the caller. */
export function writeChanges(doc: Y.Doc, changes: ActWrites['set']): void {
  for (const [key, value] of changes) {
    if (value === null) valuesOf(doc).delete(key);
    else valuesOf(doc).set(key, value);
  }
}

/** One document of several updates, such as a store holds them; what can't be read is left out. */
export function mergeUpdates(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update);
      } catch {
        // The others may hold all the same.
      }
    }
  });
  return doc;
}

/** Whether a document holds a workshop, whole: nothing in it waits for an update that has not come. */
export function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null && isReadable(doc);
}

/** Whether a document holds a workshop, even if a part of it has been lost. */
export function isReadable(doc: Y.Doc): boolean {
  try {
    readSession('', readRecord(doc));
    return true;
  } catch {
    return false;
  }
}

/**
 * Looks into the state that a file carries, on documents that are thrown away.
 *
 * @param record what the same file says for people to read; it has been checked
 * @param base a workshop to merge the state into, or null
 * @returns whether the state says what the record says, and `base`, if any, began as the same workshop
 */
export function isSoundUpdate(update: Uint8Array, record: SessionRecord, base: Uint8Array | null): boolean {
  const own = readWhole([update]);
  if (own === null || !isSameRecord(own, record)) return false;
  if (base === null) return true;
  const merged = readWhole([base, update]);
  const before = readWhole([base]);
  return ['meta/radar', 'meta/started'].every(
    (key) =>
      isSameJson(merged?.values[key], before?.values[key]) &&
      isSameJson(own.values[key], before?.values[key]),
  );
}

/** The record that updates make together; null where one can't be read or something is missing. */
function readWhole(updates: readonly Uint8Array[]): SessionRecord | null {
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    return isWhole(doc) ? readRecord(doc) : null;
  } catch {
    return null;
  }
}

function isSameRecord(a: SessionRecord, b: SessionRecord): boolean {
  const keys = Object.keys(a.values);
  return (
    keys.length === Object.keys(b.values).length &&
    keys.every((key) => isSameJson(a.values[key], b.values[key])) &&
    isSameJson(a.log, b.log)
  );
}

/** Entries that have been looked at: a log is read after each act, and holds the same objects each time. */
const sound = new WeakSet<object>();

function isLogEntry(value: LogEntry): boolean {
  if (sound.has(value)) return true;
  if (readLogEntry(value).length === 0) return false;
  sound.add(value);
  return true;
}
