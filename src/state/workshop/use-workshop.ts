import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Session } from '../../domain/workshop/session.ts';
import { LoadFailure } from '../../platform/load-failure.ts';
import { openWorkshop, type Workshop, type WorkshopView } from './workshop-doc.ts';
import { BROWSER, type WorkshopMachine } from './workshop-machine.ts';

/** A workshop that a part of the page shows: on its way, there, or not to be had, and why. */
export type UsedWorkshop =
  | { status: 'loading'; workshop: null; session: null; view: null; failure: null }
  | { status: 'ready'; workshop: Workshop; session: Session; view: WorkshopView; failure: null }
  | { status: 'failed'; workshop: null; session: null; view: null; failure: WorkshopFailure };

/** Why a workshop is not shown: what is wrong, the cure, and another try. */
export interface WorkshopFailure {
  reason: string;
  cure: string;
  again: () => void;
}

/**
 * The workshop of an id, open for as long as a part of the page uses it; parts that use the same one share it. While
 * something of it is not stored, leaving the page asks first.
 *
 * @param options.room whether this is the window for the room, which only reads
 */
export function useWorkshop(
  id: string,
  { room = false, machine = BROWSER }: { room?: boolean; machine?: WorkshopMachine } = {},
): UsedWorkshop {
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<{ key: string; workshop: Workshop } | LoadFailure | null>(null);
  const key = `${room ? 'room' : 'stage'}:${id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the same workshop again
  useEffect(() => {
    let left = false;
    setOpened(null);
    hold(key, () => openWorkshop(id, { room, machine })).then(
      (workshop) => left || setOpened({ key, workshop }),
      (error: unknown) => left || setOpened(failureOf(error)),
    );
    return () => {
      left = true;
      release(key);
    };
  }, [id, room, machine, key, attempt]);
  const workshop = opened !== null && 'workshop' in opened && opened.key === key ? opened.workshop : null;
  const view = useSyncExternalStore(workshop?.subscribe ?? neverHeed, workshop?.getView ?? noView);
  const isStored = view === null || view.saved === 'saved' || room;
  useEffect(() => {
    if (isStored) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isStored]);
  if (workshop !== null && view !== null)
    return { status: 'ready', workshop, session: view.session, view, failure: null };
  const none = { workshop: null, session: null, view: null };
  if (!(opened instanceof LoadFailure)) return { status: 'loading', ...none, failure: null };
  const again = () => setAttempt(attempt + 1);
  return { status: 'failed', ...none, failure: { reason: opened.message, cure: opened.cure, again } };
}

const neverHeed = () => () => undefined;
const noView = () => null;

/** Open workshops by what they are open for, with how many parts of the page use each. */
const held = new Map<string, { users: number; opening: Promise<Workshop> }>();
/** Those that are still being closed: they are opened again when that is through. */
const closing = new Map<string, Promise<void>>();

function hold(key: string, open: () => Promise<Workshop>): Promise<Workshop> {
  const known = held.get(key) ?? { users: 0, opening: (closing.get(key) ?? Promise.resolve()).then(open) };
  known.users += 1;
  held.set(key, known);
  return known.opening;
}

function release(key: string): void {
  const known = held.get(key);
  if (known === undefined) return;
  known.users -= 1;
  if (known.users > 0) return;
  held.delete(key);
  closing.set(
    key,
    known.opening.then(
      (workshop) => workshop.close(),
      () => undefined,
    ),
  );
}

function failureOf(error: unknown): LoadFailure {
  if (error instanceof LoadFailure) return error;
  return new LoadFailure({
    what: 'the workshop',
    reason: 'The workshop could not be opened',
    cure: 'Reload the page, or open the file that the workshop was saved to.',
  });
}
