import { LoadFailure } from './load-failure.ts';

/** How the address of a radar that this browser keeps begins; 16 hex digits follow. */
export const KEPT = 'kept:';

/**
 * The full address of a radar file that a link names: a path on this site, or an https address.
 *
 * @throws LoadFailure for any other kind of address
 */
export function resolveRadarAddress(address: string, base: string): string {
  const failure = (reason: string) =>
    new LoadFailure({
      what: 'the radar',
      address,
      reason,
      cure: 'Use a path on this site, such as ?radar=data/radar.json, or an address that begins with https://.',
    });
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw failure('This is not an address');
  }
  if (url.protocol !== 'https:' && url.origin !== new URL(base).origin) {
    throw failure(`A radar cannot be loaded over ${url.protocol.replace(':', '')}`);
  }
  return url.href;
}
