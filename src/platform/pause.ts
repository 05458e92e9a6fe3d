import { heedSignal } from './heed-signal.ts';

/** Lets the page paint and answer its reader, for at least this many ms. Rejects with the signal's reason. */
export function pause(signal: AbortSignal, milliseconds = 0): Promise<void> {
  return heedSignal(signal, new Promise((resolve) => setTimeout(resolve, milliseconds)));
}
