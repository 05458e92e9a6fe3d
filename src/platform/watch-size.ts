export interface Size {
  width: number;
  height: number;
}

/**
 * Tells the size of an element's content box in whole px, at once and whenever it changes.
 *
 * @returns a function that ends the watch
 */
export function watchSize(element: Element, tell: (size: Size) => void): () => void {
  const read = () => {
    const { width, height } = element.getBoundingClientRect();
    tell({ width: Math.round(width), height: Math.round(height) });
  };
  read();
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(read);
  observer.observe(element);
  return () => observer.disconnect();
}
