import * as Y from 'yjs';
import type { LogEntry } from '../../domain/workshop/session.ts';
import { valuesOf } from './workshop-record.ts';

/** What undo and redo say of an act, kept with the step that they would take. */
export interface UndoStep {
  words: string;
  trend: string | null;
  /** Id of the entry of the log that told of it last, where one did. */
  entry: string | null;
}

/** Goes back and forth through the acts of one window. */
export interface WorkshopUndo {
  /** Does `write` in one step that can be undone. */
  track: (step: UndoStep, write: () => void) => void;
  undo: () => UndoStep | null;
  redo: () => UndoStep | null;
  /** What would come next; null where there is nothing. */
  next: () => { undo: UndoStep | null; redo: UndoStep | null };
  destroy: () => void;
}

/**
 * Undo over the values of a document, never over its log.
 *
 * @param tell adds an entry to the log; undoing and doing again are told, too
 */
export function buildUndo(doc: Y.Doc, tell: (words: string, step: UndoStep) => LogEntry): WorkshopUndo {
  const own = {};
  const manager = new Y.UndoManager(valuesOf(doc), { captureTimeout: 0, trackedOrigins: new Set([own]) });
  let doing: UndoStep | null = null;
  manager.on('stack-item-added', ({ stackItem }) => {
    // While a step is gone through, the one that leads back says the same.
    stackItem.meta.set('step', manager.currStackItem?.meta.get('step') ?? doing);
  });
  const take = (says: string, move: () => Y.UndoManager['currStackItem'], way: 'undoStack' | 'redoStack') => {
    const step = stepOf(move());
    if (step === null) return null;
    const { id } = tell(`${says}: ${step.words}`, step);
    // Each entry takes back the one before it, so that an act stands where no entry that stands takes it back.
    manager[way].at(-1)?.meta.set('step', { ...step, entry: id });
    return step;
  };
  return {
    track: (step, write) => {
      doing = step;
      doc.transact(write, own);
      doing = null;
    },
    undo: () => take('Undone', () => manager.undo(), 'redoStack'),
    redo: () => take('Done again', () => manager.redo(), 'undoStack'),
    next: () => ({
      undo: stepOf(manager.undoStack.at(-1)),
      redo: stepOf(manager.redoStack.at(-1)),
    }),
    destroy: () => manager.destroy(),
  };
}

function stepOf(item: { meta: Map<unknown, unknown> } | null | undefined): UndoStep | null {
  const step = item?.meta.get('step');
  return step === undefined || step === null ? null : (step as UndoStep);
}
