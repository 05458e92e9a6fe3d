import type { Draft } from '../domain/importing/draft.ts';
import type { Radar } from '../domain/radar.ts';
import { parseRadarJson } from '../formats/radar-json.ts';
import { readOwnRadar } from '../platform/edited-radars.ts';
import { fetchBytes } from '../platform/fetch-bytes.ts';
import { readKeptRadar } from '../platform/kept-radars.ts';
import { LoadFailure } from '../platform/load-failure.ts';
import { OWN } from '../platform/own-address.ts';
import { KEPT, resolveRadarAddress } from '../platform/radar-address.ts';

/** A radar, and what it was read from where that was a format of another tool. */
export interface ReadRadar {
  radar: Radar;
  draft: Draft | null;
}

/** How a radar file begins, so that it is read without the code for all other formats. */
const OWN_FILE = /^\s*\{\s*"version"\s*:/;

/**
 * Reads the radar at an address: one that this browser keeps, or a file of any format on the network. Questions that such
 * a file leaves open take their suggested answers, so that its link shows the same radar to everybody.
 *
 * @throws LoadFailure
 */
export async function readRadarFile(address: string, signal: AbortSignal): Promise<ReadRadar> {
  if (address.startsWith(KEPT) || address.startsWith(OWN))
    return parseOwn(await readRadarText(address), address, address);
  const url = resolveRadarAddress(address, document.baseURI);
  const file = url.slice(url.lastIndexOf('/') + 1) || address;
  const bytes = await fetchBytes(url, 'the radar', signal);
  const text = new TextDecoder().decode(bytes);
  if (OWN_FILE.test(text.slice(0, 1000))) return parseOwn(text, file, address);
  return importBytes(bytes, file, address);
}

/** The text of a radar file that this browser keeps. @throws LoadFailure */
export function readRadarText(address: string): Promise<string> {
  return address.startsWith(OWN) ? readOwnRadar(address) : readKeptRadar(address);
}

function parseOwn(text: string, file: string, address: string): ReadRadar {
  const { radar, issues } = parseRadarJson(text, file);
  if (radar !== null) return { radar, draft: null };
  throw new LoadFailure({
    what: 'the radar',
    address,
    reason: 'The file arrived, but it is not a valid radar',
    cure: 'Mend the places below and load it again.',
    issues,
  });
}

async function importBytes(bytes: Uint8Array, path: string, address: string): Promise<ReadRadar> {
  const [{ reconcile }, { importSource }, { unpackSource }] = await Promise.all([
    import('../domain/importing/reconcile.ts'),
    import('../formats/import/registry.ts'),
    import('../formats/import/source-files.ts'),
  ]);
  const fail = (reason: string, cure: string, issues: LoadFailure['issues'] = []) =>
    new LoadFailure({ what: 'the radar', address, reason, cure, issues });
  const files = unpackSource([{ path, bytes }]);
  if (!Array.isArray(files)) throw fail(files.reason, files.cure);
  const imported = await importSource(files);
  if (imported.kind === 'failure') throw fail(imported.reason, imported.cure, imported.issues);
  if (imported.kind === 'radar') return { radar: imported.radar, draft: null };
  const { radar, issues } = reconcile(imported.draft, {});
  if (radar === null) throw fail('No radar can be made of what arrived', 'Mend the places below.', issues);
  return { radar, draft: imported.draft };
}
