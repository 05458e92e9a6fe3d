import { SnapshotFailure } from '../formats/snapshot.ts';
import type { PackRequest } from './pack-request.ts';
import type { PackAnswer } from './pack-snapshot.worker.ts';

/**
 * Packs a snapshot without holding the page up: in a worker, or here where there is none.
 *
 * @throws SnapshotFailure where it cannot be packed
 */
export async function packAside(request: PackRequest): Promise<Uint8Array> {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./pack-snapshot.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return packHere(request);
  }
  try {
    const answer = await new Promise<PackAnswer | null>((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<PackAnswer>) => resolve(event.data));
      worker.addEventListener('error', () => resolve(null));
      worker.postMessage(request);
    });
    if (answer === null) return packHere(request);
    if ('packed' in answer) return answer.packed;
    throw new SnapshotFailure(answer);
  } finally {
    worker.terminate();
  }
}

async function packHere(request: PackRequest): Promise<Uint8Array> {
  const { packRequest } = await import('./pack-request.ts');
  return packRequest(request);
}
