import { SnapshotFailure } from '../../src/formats/snapshot.ts';

/** The failure that a call ends with. Any other outcome is thrown, so that it fails the test. */
export function snapshotFailureOf(call: () => unknown): SnapshotFailure {
  try {
    call();
  } catch (error) {
    if (error instanceof SnapshotFailure) return error;
    throw error;
  }
  throw new Error('the call did not fail');
}
