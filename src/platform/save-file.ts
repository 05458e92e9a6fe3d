/** Time after which the browser has surely begun to read the file, in ms. */
const KEPT = 60_000;

/** Offers a file to the reader as a download. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  // Some browsers follow only links that stand in the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
