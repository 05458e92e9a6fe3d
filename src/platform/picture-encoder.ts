import { canvasWorks } from './canvas-works.ts';
import type { EncodeAnswer, EncodeRequest } from './encode-png.worker.ts';
import { heedSignal } from './heed-signal.ts';
import type { Size } from './watch-size.ts';

/** Turns what is drawn into PNG files: in a worker, so that the page stays alive, or on the page where it must be. */
export interface PictureEncoder {
  /**
   * The PNG of an image's upper part, or null where this size is too much for the browser.
   *
   * @param check looks at the bitmap before it is encoded; `false` says that it is empty
   */
  encode(
    image: HTMLImageElement,
    size: Size,
    check: (bitmap: CanvasImageSource) => boolean,
  ): Promise<Blob | null>;
  /** Whether a canvas of this size works at all. */
  works(size: Size): Promise<boolean>;
  /** Ends the worker, also in the midst of its work. */
  close(): void;
}

/** The worker could not be started, or broke down. */
class WorkerMissing extends Error {}

/** Begins at once, so that the worker starts while the picture is being drawn. All it promises heeds the signal. */
export function openPictureEncoder(signal: AbortSignal): PictureEncoder {
  let worker = startWorker();
  const close = () => {
    worker?.terminate();
    worker = null;
  };

  /** First the worker's way, then, if there is no worker, the page's. */
  const attempt = async <T>(
    inWorker: (worker: Encoder) => Promise<T>,
    onPage: () => Promise<T>,
  ): Promise<T> => {
    if (worker !== null) {
      try {
        return await heedSignal(signal, inWorker(worker));
      } catch (cause) {
        if (!(cause instanceof WorkerMissing)) throw cause;
        close();
      }
    }
    return heedSignal(signal, onPage());
  };

  return {
    encode: (image, size, check) =>
      attempt(
        async (worker) => {
          const bitmap = await createImageBitmap(image).catch(() => null);
          if (bitmap === null) return null;
          try {
            signal.throwIfAborted();
            if (bitmap.width < size.width || bitmap.height < size.height || !check(bitmap)) return null;
            return (await worker.ask({ bitmap, ...size })).png;
          } finally {
            bitmap.close();
          }
        },
        () => encodeOnPage(image, size),
      ),
    works: (size) =>
      attempt(
        async (worker) => (await worker.ask({ bitmap: null, ...size })).works,
        async () => openCanvas(size) !== null,
      ),
    close,
  };
}

/** A worker, and the way to ask it: one question at a time. */
interface Encoder {
  ask(request: EncodeRequest): Promise<EncodeAnswer>;
  terminate(): void;
}

function startWorker(): Encoder | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  let worker: Worker;
  try {
    worker = new Worker(new URL('./encode-png.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
  // Listened to from the start: a worker whose code cannot be fetched says so once, before anything is asked.
  const broken = new Promise<never>((_, reject) => {
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new WorkerMissing());
    };
  });
  broken.catch(() => {});
  return {
    ask(request) {
      const answer = new Promise<EncodeAnswer>((resolve) => {
        worker.onmessage = (event: MessageEvent<EncodeAnswer>) => resolve(event.data);
      });
      worker.postMessage(request, request.bitmap === null ? [] : [request.bitmap]);
      return Promise.race([answer, broken]);
    },
    terminate: () => worker.terminate(),
  };
}

async function encodeOnPage(image: HTMLImageElement, size: Size): Promise<Blob | null> {
  const context = openCanvas(size);
  if (context === null) return null;
  context.drawImage(image, 0, 0);
  const png = await new Promise<Blob | null>((resolve) => context.canvas.toBlob(resolve, 'image/png'));
  // Some browsers keep the memory of a canvas until its size is changed.
  context.canvas.width = 0;
  return png;
}

/** A canvas on the page, or null where this size is too much. */
function openCanvas(size: Size): CanvasRenderingContext2D | null {
  try {
    const canvas = Object.assign(document.createElement('canvas'), size);
    const context = canvas.getContext('2d');
    return context !== null && canvasWorks(context, size) ? context : null;
  } catch {
    return null;
  }
}
