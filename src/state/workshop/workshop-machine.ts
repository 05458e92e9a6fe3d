import { askToPersist } from '../../platform/ask-to-persist.ts';
import { openWorkshopDatabase, type WorkshopStore } from '../../platform/workshop-database.ts';
import { type OpenLine, openBrowserLine } from './workshop-channel.ts';

/** What of a workshop is the machine's: chance, clock, storage and other windows. Tests stand in for it. */
export interface WorkshopMachine {
  store: WorkshopStore;
  openLine: OpenLine;
  /** Workshops that the store refused, by id: they live as long as the page. */
  unstored: Map<string, Uint8Array>;
  /** An id that nothing else has: lower-case letters and digits. */
  newId: () => string;
  /** A whole number of 32 bits that no other writer of the document has. */
  newClient: () => number;
  /** ISO time. */
  now: () => string;
  /** How long a window that finds nothing stored waits for another one to answer, in ms. */
  patience: number;
  askToPersist: () => Promise<void>;
}

/** This browser. */
export const BROWSER: WorkshopMachine = {
  store: openWorkshopDatabase(),
  openLine: openBrowserLine,
  unstored: new Map(),
  newId: () =>
    [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  newClient: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  now: () => new Date().toISOString(),
  patience: 1000,
  askToPersist,
};
