/**
 * Tells of files that are dragged over the page and dropped on it, wherever that is; anything else that is dragged
 * is left alone.
 *
 * @returns a function that ends the watch
 */
export function watchDroppedFiles(
  drag: (over: boolean) => void,
  drop: (files: readonly File[]) => void,
): () => void {
  const watch = (event: DragEvent) => {
    const data = event.dataTransfer;
    if (!data?.types.includes('Files')) return;
    event.preventDefault();
    data.dropEffect = 'copy';
    // Between two elements of the page a drag leaves the one for the other; out of the page, for none.
    const over = event.type === 'dragover' || (event.type === 'dragleave' && event.relatedTarget != null);
    drag(over);
    if (event.type === 'drop') drop([...data.files]);
  };
  const events = ['dragover', 'dragleave', 'drop'] as const;
  for (const name of events) addEventListener(name, watch);
  return () => {
    for (const name of events) removeEventListener(name, watch);
  };
}
