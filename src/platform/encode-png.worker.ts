import { canvasWorks } from './canvas-works.ts';

/** Asks for a PNG of the bitmap's upper part, or, without a bitmap, only whether a canvas of this size works. */
export interface EncodeRequest {
  bitmap: ImageBitmap | null;
  /** In px; the bitmap may be higher. */
  width: number;
  height: number;
}

export interface EncodeAnswer {
  /** Whether a canvas of this size works here. */
  works: boolean;
  png: Blob | null;
}

self.addEventListener('message', async (event: MessageEvent<EncodeRequest>) => {
  const answer: EncodeAnswer = await encode(event.data).catch(() => ({ works: false, png: null }));
  self.postMessage(answer);
});

/** Whatever is thrown here says that the size is too much: the memory, or the browser's limit. */
async function encode({ bitmap, width, height }: EncodeRequest): Promise<EncodeAnswer> {
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null || !canvasWorks(context, { width, height })) return { works: false, png: null };
    if (bitmap === null) return { works: true, png: null };
    context.drawImage(bitmap, 0, 0);
    // The canvas has its own copy now, and the encoder needs the memory.
    bitmap.close();
    return { works: true, png: await canvas.convertToBlob({ type: 'image/png' }) };
  } finally {
    bitmap?.close();
  }
}
