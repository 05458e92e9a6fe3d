import { LoadFailure } from './load-failure.ts';

/**
 * Reads a text of this site.
 *
 * @param what names the thing in the failure's words
 * @throws LoadFailure when nothing arrives, or the server refuses
 */
export async function fetchText(address: string, what: string, signal?: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'omit', ...(signal === undefined ? {} : { signal }) });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new LoadFailure({
      what,
      address,
      reason: 'The address did not answer',
      cure: 'Check the connection and try again.',
    });
  }
  if (!response.ok) {
    throw new LoadFailure({
      what,
      address,
      reason: `The server answered ${response.status}${response.statusText === '' ? '' : ` ${response.statusText}`}`,
      cure:
        response.status === 404
          ? 'There is no file at this address: check its spelling.'
          : 'Try again later.',
    });
  }
  return response.text();
}

/** Reads JSON that this site wrote itself. @throws LoadFailure as `fetchText`, and when it is not JSON */
export async function fetchJson<T>(address: string, what: string, signal?: AbortSignal): Promise<T> {
  const text = await fetchText(address, what, signal);
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new LoadFailure({
      what,
      address,
      reason: 'What arrived is not JSON',
      cure: 'The site may have been updated meanwhile: reload the page.',
    });
  }
}
