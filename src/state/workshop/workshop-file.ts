import type { Issue } from '../../domain/issue.ts';
import type { SessionRecord } from '../../domain/workshop/session.ts';
import { parseSessionFile } from '../../formats/session-file.ts';
import { openWorkshop } from './workshop-doc.ts';
import { addDocument, addRecord, restoreWorkshop } from './workshop-list.ts';
import { BROWSER, type WorkshopMachine } from './workshop-machine.ts';
import { isSoundUpdate, mergeUpdates } from './workshop-record.ts';
import type { Saved } from './workshop-saver.ts';

/** What came of a file: the workshop it is in now, and how; or null and why it could not be read. */
export interface ImportedWorkshop {
  /**
   * `added`: it was not in this browser; `merged`: it was, and both are one now; `copied`: its parts did not fit
   * together, so that what can be read of it stands as a workshop of its own.
   */
  workshop: { id: string; how: 'added' | 'merged' | 'copied'; saved: Saved } | null;
  issues: Issue[];
}

/** Takes a `*.workshop.json` file into this browser. Never throws. @param file the name that issues carry */
export async function importWorkshop(
  text: string,
  file: string,
  machine: WorkshopMachine = BROWSER,
): Promise<ImportedWorkshop> {
  const { session, issues } = parseSessionFile(text, file);
  if (session === null) return { workshop: null, issues };
  const { id, record, update } = session;
  const known = await find(id, machine);
  if (update !== null && known) {
    const merged = await mergeInto(id, machine, update, record);
    if (merged !== null) return { workshop: { id, how: 'merged', saved: merged }, issues };
  } else if (update !== null && isSoundUpdate(update, record, null)) {
    return {
      workshop: { how: 'added', ...(await addDocument(id, mergeUpdates([update]), machine)) },
      issues,
    };
  }
  const copy = await addRecord(record, machine);
  return {
    workshop: { how: 'copied', ...copy },
    issues: [...issues, ...(update === null ? [] : [doesNotFit(file, known)])],
  };
}

/** Renames a workshop, also where it is open in other windows. @throws LoadFailure where it can't be opened */
export async function renameWorkshop(
  id: string,
  name: string,
  machine: WorkshopMachine = BROWSER,
): Promise<Saved> {
  const workshop = await openWorkshop(id, { machine });
  workshop.act({ kind: 'settings', name });
  await workshop.close();
  return workshop.saved;
}

/** Whether this browser has a workshop; one that was deleted is restored, to be merged into. */
async function find(id: string, machine: WorkshopMachine): Promise<boolean> {
  if (machine.unstored.has(id)) return true;
  try {
    const entry = (await machine.store.entries()).find((known) => known.id === id);
    if (entry !== undefined && entry.deleted !== null) await restoreWorkshop({ id }, machine);
    return entry !== undefined;
  } catch {
    return false;
  }
}

/** @returns whether the merged workshop is stored; null where it could not be merged */
async function mergeInto(
  id: string,
  machine: WorkshopMachine,
  update: Uint8Array,
  record: SessionRecord,
): Promise<Saved | null> {
  const workshop = await openWorkshop(id, { machine }).catch(() => null);
  if (workshop === null) return null;
  const merged = workshop.merge(update, record);
  await workshop.close();
  return merged ? workshop.saved : null;
}

function doesNotFit(file: string, known: boolean): Issue {
  return {
    severity: 'warning',
    file,
    path: ['update'],
    message: known
      ? 'the file can not be merged with the workshop of the same id in this browser: part of it is damaged, or it began with another radar'
      : 'the part that copies of the workshop are merged by does not fit what the file says',
    cure: 'It was added as a workshop of its own, with what can be read of it.',
  };
}
