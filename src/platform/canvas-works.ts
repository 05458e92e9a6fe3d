/**
 * Whether a canvas of this size holds what is drawn on it: one that is too large may stay empty without an error.
 * The canvas is as empty afterwards as before.
 */
export function canvasWorks(
  context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D,
  { width, height }: { width: number; height: number },
): boolean {
  context.fillRect(width - 1, height - 1, 1, 1);
  const opacity = context.getImageData(width - 1, height - 1, 1, 1).data[3];
  context.clearRect(width - 1, height - 1, 1, 1);
  return opacity === 255;
}
