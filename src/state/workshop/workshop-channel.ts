import * as Y from 'yjs';

/** What windows of one workshop hand each other. */
export type WorkshopMessage =
  | { kind: 'ask'; known: Uint8Array; back: boolean }
  | { kind: 'answer' | 'update'; update: Uint8Array };

/** A line between the windows of this browser, as BroadcastChannel is one: all hear what one posts, but for itself. */
export interface WorkshopLine {
  post: (message: WorkshopMessage) => void;
  close: () => void;
}

/** Opens the line of a workshop. @param hear gets whatever is posted there; it may be of another version */
export type OpenLine = (id: string, hear: (message: unknown) => void) => WorkshopLine;

/** Opens a BroadcastChannel; where the browser has none, each window is alone. */
export const openBrowserLine: OpenLine = (id, hear) => {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(`trend-radar-workshop:${id}`);
  channel.onmessage = ({ data }) => hear(data);
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
};

/**
 * Keeps a document in step with the windows that have it open: each asks for what it lacks when it opens, and is asked
 * in turn for what it has alone; from then on each change is handed on. A window that closes is not missed.
 *
 * @param reads whether this window only reads: it takes in changes and hands none on
 * @returns what ends it
 */
export function joinWindows(doc: Y.Doc, id: string, openLine: OpenLine, reads = false): () => void {
  const origin = {};
  const line = openLine(id, (message) => {
    if (!isMessage(message)) return;
    if (message.kind !== 'ask') {
      applyUpdate(doc, message.update, origin);
      // A page that was asleep may have missed what this one builds on.
      const gap = message.kind === 'update' && doc.store.pendingStructs !== null;
      return gap && line.post({ kind: 'ask', known: Y.encodeStateVector(doc), back: false });
    }
    if (reads) return;
    line.post({ kind: 'answer', update: Y.encodeStateAsUpdate(doc, message.known) });
    if (message.back) line.post({ kind: 'ask', known: Y.encodeStateVector(doc), back: false });
  });
  const tell = (update: Uint8Array, from: unknown) => {
    if (from !== origin && !reads) line.post({ kind: 'update', update });
  };
  doc.on('update', tell);
  line.post({ kind: 'ask', known: Y.encodeStateVector(doc), back: !reads });
  return () => {
    doc.off('update', tell);
    line.close();
  };
}

/** Takes an update in; one that can't be read changes nothing. @returns whether it could be read */
export function applyUpdate(doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
  try {
    Y.applyUpdate(doc, update, origin);
    return true;
  } catch {
    return false;
  }
}

function isMessage(value: unknown): value is WorkshopMessage {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'update' || value.kind === 'answer')
    return 'update' in value && value.update instanceof Uint8Array;
  return value.kind === 'ask' && 'known' in value && value.known instanceof Uint8Array && 'back' in value;
}
