export interface Size {
  width: number;
  height: number;
}

/** The size of an element's border box in px, with fractions: rounding would scale the picture by a hair. */
export function readSize(element: Element): Size {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

/**
 * Tells the size of an element, at once and whenever it changes.
 *
 * @returns a function that ends the watch
 */
export function watchSize(element: Element, tell: (size: Size) => void): () => void {
  const read = () => tell(readSize(element));
  read();
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(read);
  observer.observe(element);
  return () => observer.disconnect();
}
