import { BYTES_LIMIT } from '../formats/import/source-files.ts';
import { findDataAddress } from './data-address.ts';
import { LoadFailure } from './load-failure.ts';

/**
 * Reads a file of any kind over the network, also from other sites.
 *
 * @param what names the thing in the failure's words
 * @throws LoadFailure when nothing arrives, the server refuses, or it is too large
 */
export async function fetchBytes(address: string, what: string, signal?: AbortSignal): Promise<Uint8Array> {
  const failure = (reason: string, cure: string) => new LoadFailure({ what, address, reason, cure });
  const page = findDataAddress(address);
  const asked = page === null ? '' : `${page.why} Use this one: ${page.address}`;
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'omit', ...(signal === undefined ? {} : { signal }) });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw failure(
      'The address did not answer, or its site does not let other pages read the file (CORS); the browser does not tell which of the two',
      asked ||
        'Check the connection, and open the address in a new tab. Where it answers there, download the file and drop it on this page, or ask the site to send the header Access-Control-Allow-Origin. A Google Sheet can be read once it is published: File > Share > Publish to web, as CSV.',
    );
  }
  if (!response.ok)
    throw failure(
      `The server answered ${response.status}${response.statusText === '' ? '' : ` ${response.statusText}`}`,
      asked || cureOf(response.status),
    );
  if (Number(response.headers.get('content-length') ?? 0) > BYTES_LIMIT) throw failure(...TOO_LARGE);
  try {
    const bytes = await readUpTo(response, BYTES_LIMIT);
    if (bytes !== null) return bytes;
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw failure('The connection broke before the whole file had arrived', 'Try again.');
  }
  throw failure(...TOO_LARGE);
}

const TOO_LARGE = [
  `The file is larger than ${BYTES_LIMIT / 1_000_000} MB`,
  'A radar is far smaller: check that it is the right address.',
] as const;

function cureOf(status: number): string {
  if (status === 404) return 'There is no file at this address: check its spelling.';
  if (status === 401 || status === 403)
    return 'It may only be read by those who are signed in: download the file and drop it on this page.';
  return 'Try again later.';
}

/** All that arrives, or null once it is more than `most` bytes: a length that a server states need not be true. */
async function readUpTo(response: Response, most: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.byteLength;
    if (size <= most) continue;
    void reader.cancel();
    return null;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
