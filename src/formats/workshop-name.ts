import type { Session } from '../domain/workshop/session.ts';
import { localTime } from './local-time.ts';
import { snapshotName } from './snapshot-name.ts';

/**
 * The name of a file that a workshop leaves, such as `autumn-review_minutes_2026-11-21.md`.
 *
 * @param what what is in it, such as "minutes"
 * @param ending with its dot
 * @param offset minutes that the clocks of the place are ahead of UTC
 */
export function workshopName(session: Session, what: string, ending: string, offset: number): string {
  const date = localTime(session.started, offset)?.date ?? '';
  const parts = { title: session.name, edition: what, scope: null, date, reopens: false };
  return `${snapshotName(parts, '.pdf').replace(/\.pdf$/, '')}${ending}`;
}
