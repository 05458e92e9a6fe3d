import * as Y from 'yjs';
import { startSession } from '../../domain/workshop/acts.ts';
import { isDecided, outcomeOf } from '../../domain/workshop/outcome.ts';
import { readSession } from '../../domain/workshop/read-session.ts';
import type { Session, SessionRecord, SessionStart } from '../../domain/workshop/session.ts';
import { LoadFailure } from '../../platform/load-failure.ts';
import type { WorkshopEntry, WorkshopSummary } from '../../platform/workshop-database.ts';
import { BROWSER, type WorkshopMachine } from './workshop-machine.ts';
import { mergeUpdates, readRecord, valuesOf, writeRecord } from './workshop-record.ts';
import { failureWords, type Saved } from './workshop-saver.ts';

/** Days for which a workshop that was deleted is still kept. */
const KEPT_DAYS = 30;

/** A workshop that was put into this browser, and whether it outlasts the page. */
export interface NewWorkshop {
  id: string;
  saved: Saved;
}

/** What the list says of a workshop. @param changed ISO time of the last act */
export function summarise(session: Session, changed: string): WorkshopSummary {
  const outcomes = [...session.standings.values()].map((standing) => outcomeOf(session, standing));
  return {
    id: session.id,
    name: session.name,
    radarTitle: session.radar.title,
    started: session.started,
    changed,
    total: outcomes.length,
    decided: outcomes.filter(isDecided).length,
    parked: outcomes.filter((outcome) => outcome === 'parked').length,
  };
}

/**
 * Begins a workshop. It is there to be opened also where the browser refuses to store it; `saved` then says why.
 *
 * @throws RangeError where `start` has no radar
 */
export async function createWorkshop(
  start: SessionStart,
  machine: WorkshopMachine = BROWSER,
): Promise<NewWorkshop> {
  return addRecord(startSession(start, { id: machine.newId(), at: machine.now() }), machine);
}

/** Puts a record into this browser as a workshop of its own. */
export async function addRecord(record: SessionRecord, machine: WorkshopMachine): Promise<NewWorkshop> {
  const doc = new Y.Doc();
  doc.clientID = machine.newClient();
  writeRecord(doc, record);
  return addDocument(machine.newId(), doc, machine);
}

/** Puts a document into this browser under an id. */
export async function addDocument(id: string, doc: Y.Doc, machine: WorkshopMachine): Promise<NewWorkshop> {
  const update = Y.encodeStateAsUpdate(doc);
  const summary = summarise(readSession(id, readRecord(doc)), machine.now());
  doc.destroy();
  void machine.askToPersist();
  try {
    await machine.store.append(summary, [update], () => update);
    return { id, saved: 'saved' };
  } catch (error) {
    machine.unstored.set(id, update);
    return { id, saved: { failed: failureWords(error) } };
  }
}

/** The workshops of this browser, the one changed last first. @throws what the browser's storage throws */
export async function listWorkshops(machine: WorkshopMachine = BROWSER): Promise<WorkshopEntry[]> {
  const entries = await machine.store.entries();
  return sortByChange(entries.filter((entry) => entry.deleted === null));
}

/** Workshops that were deleted and can be restored. @throws what the browser's storage throws */
export async function listDeletedWorkshops(machine: WorkshopMachine = BROWSER): Promise<WorkshopEntry[]> {
  const entries = await machine.store.entries();
  return sortByChange(entries.filter((entry) => entry.deleted !== null));
}

/** Puts a copy, log and all, beside a workshop. @throws LoadFailure where it can't be read */
export async function duplicateWorkshop(
  id: string,
  name: string,
  machine: WorkshopMachine = BROWSER,
): Promise<NewWorkshop> {
  const doc = mergeUpdates(await machine.store.load(id));
  doc.clientID = machine.newClient();
  if (valuesOf(doc).size === 0)
    throw new LoadFailure({
      what: 'the workshop',
      reason: 'There is no such workshop in this browser any more',
      cure: 'Choose another one from the list of workshops.',
    });
  valuesOf(doc).set('meta/name', name);
  return addDocument(machine.newId(), doc, machine);
}

/** What `restoreWorkshop` needs to take a deletion back. */
export interface Deletion {
  id: string;
  /** What undo says: "Deleted “Review”". */
  words: string;
}

/** Takes a workshop off the list; it stays in the browser for some days. @throws what the browser's storage throws */
export async function deleteWorkshop(
  { id, name }: Pick<WorkshopEntry, 'id' | 'name'>,
  machine: WorkshopMachine = BROWSER,
): Promise<Deletion> {
  await machine.store.mark(id, machine.now());
  return { id, words: `Deleted “${name}”` };
}

/** Puts a workshop that was deleted back on the list. @throws what the browser's storage throws */
export async function restoreWorkshop(
  { id }: Pick<Deletion, 'id'>,
  machine: WorkshopMachine = BROWSER,
): Promise<void> {
  await machine.store.mark(id, null);
}

/** Takes out for good what was deleted long ago. Called once when the page begins to use workshops. */
export async function purgeWorkshops(machine: WorkshopMachine = BROWSER): Promise<void> {
  const day = 86_400_000;
  await machine.store.purge(new Date(Date.parse(machine.now()) - KEPT_DAYS * day).toISOString());
}

function sortByChange(entries: readonly WorkshopEntry[]): WorkshopEntry[] {
  return [...entries].sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0));
}
