import type { Snapshot, SnapshotView } from '../../formats/snapshot.ts';

/** What is shown of a radar that brings no view of its own: all of it. */
export const WHOLE_VIEW: SnapshotView = { edition: null, trend: null, quadrant: null, names: null };

/** A snapshot's view as far as its radar can show it: what names an edition, trend or quadrant that is not there is null. */
export function fitView({ radar, view }: Snapshot): SnapshotView {
  const known = (id: string | null, entries: readonly { id: string }[]) =>
    entries.some((entry) => entry.id === id) ? id : null;
  return {
    edition: known(view.edition, radar.editions),
    trend: known(view.trend, radar.trends),
    quadrant: known(view.quadrant, radar.quadrants),
    names: view.names,
  };
}
