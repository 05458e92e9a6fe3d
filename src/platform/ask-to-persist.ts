const KEY = 'workshop-persist';

/**
 * Asks the browser once not to clear what this site stores when room gets scarce. Some browsers put the question to
 * the reader, so it is not put again after an answer.
 */
export async function askToPersist(): Promise<void> {
  try {
    if (localStorage.getItem(KEY) !== null) return;
    localStorage.setItem(KEY, 'asked');
    await navigator.storage.persist();
  } catch {
    // Without the question, or without storage, things stay as they are; a failing write is told where it fails.
  }
}
