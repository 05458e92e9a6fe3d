import { LoadFailure } from './load-failure.ts';

/** Largest file that is read, in bytes: a radar of 1000 trends with evidence is about a tenth of this. */
const MOST_BYTES = 50_000_000;

/**
 * Reads a text over the network.
 *
 * @param what names the thing in the failure's words
 * @throws LoadFailure when nothing arrives, the server refuses, or it is too large
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
      reason: 'The address did not answer, or its server does not let other pages read the file (CORS)',
      cure: 'Check the connection and the address. A file on another site needs the header Access-Control-Allow-Origin.',
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
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
    throw new LoadFailure({
      what,
      address,
      reason: `The file is larger than ${MOST_BYTES / 1_000_000} MB`,
      cure: 'Split the radar, or remove what it does not need.',
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
