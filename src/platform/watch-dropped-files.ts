/**
 * Tells of files that are dragged over the page and dropped on it, wherever that is; anything else that is dragged
 * is left alone.
 *
 * @param drop takes the files, and the entries that lead into folders among them: these have to be taken while the
 *   event lasts, so they come with the files
 * @returns a function that ends the watch
 */
export function watchDroppedFiles(
  drag: (over: boolean) => void,
  drop: (files: readonly File[], entries: readonly FileSystemEntry[]) => void,
): () => void {
  const watch = (event: DragEvent) => {
    const data = event.dataTransfer;
    if (!data?.types.includes('Files')) return;
    event.preventDefault();
    data.dropEffect = 'copy';
    // Between two elements of the page a drag leaves the one for the other; out of the page, for none.
    const over = event.type === 'dragover' || (event.type === 'dragleave' && event.relatedTarget != null);
    drag(over);
    if (event.type === 'drop') drop([...data.files], entriesOf(data));
  };
  const events = ['dragover', 'dragleave', 'drop'] as const;
  for (const name of events) addEventListener(name, watch);
  return () => {
    for (const name of events) removeEventListener(name, watch);
  };
}

function entriesOf(data: DataTransfer): FileSystemEntry[] {
  return [...(data.items ?? [])].flatMap((item) => {
    // Some browsers have no entries; files alone are read there.
    const entry = item.kind === 'file' ? item.webkitGetAsEntry?.() : null;
    return entry ? [entry] : [];
  });
}
