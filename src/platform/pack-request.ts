import { packRadarText, packSnapshot, type Snapshot } from '../formats/snapshot.ts';

/** A snapshot to be packed; its radar may still be the text of a radar file that has passed its checks. */
export type PackRequest = Omit<Snapshot, 'radar'> & { radar: Snapshot['radar'] | string };

/** @throws SnapshotFailure where the radar is too large */
export function packRequest({ radar, view }: PackRequest): Uint8Array {
  return typeof radar === 'string' ? packRadarText(radar, view) : packSnapshot({ radar, view });
}
