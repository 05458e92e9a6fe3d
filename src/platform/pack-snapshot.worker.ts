import { SnapshotFailure } from '../formats/snapshot.ts';
import { type PackRequest, packRequest } from './pack-request.ts';

/** The packed bytes, or why there are none. */
export type PackAnswer = { packed: Uint8Array } | { reason: string; cure: string };

self.addEventListener('message', (event: MessageEvent<PackRequest>) => {
  self.postMessage(answer(event.data));
});

function answer(request: PackRequest): PackAnswer {
  try {
    return { packed: packRequest(request) };
  } catch (error) {
    if (error instanceof SnapshotFailure) return { reason: error.message, cure: error.cure };
    return { reason: String(error), cure: 'Leave the radar out of the file.' };
  }
}
