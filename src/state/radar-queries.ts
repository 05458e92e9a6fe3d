import { type QueryClient, queryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { Draft } from '../domain/importing/draft.ts';
import type { Radar, RadarFile } from '../domain/radar.ts';
import type { RadarIndex, TrendDetail } from '../domain/radar-index.ts';
import { readEmbeddedIndex } from '../platform/embedded-index.ts';
import { fetchJson, fetchText } from '../platform/fetch-text.ts';
import { LoadFailure } from '../platform/load-failure.ts';

/** The built-in radar never changes while the page is open, nor does a loaded file. */
const FOREVER = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
} as const;

/** What judges evidence: the built-in radar comes judged, so most visits do without. */
const loadRules = () => import('../domain/radar-index.ts');

/** What the picture and the list need: from the page itself, or from the radar file at `address`. */
export function indexQuery(client: QueryClient, address: string | null) {
  return queryOptions<RadarIndex>({
    queryKey: ['index', address],
    queryFn: async ({ signal }) => {
      if (address === null)
        return readEmbeddedIndex() ?? fetchJson<RadarIndex>('data/index.json', 'the radar', signal);
      const [radar, { buildIndex }] = await Promise.all([client.fetchQuery(fileQuery(address)), loadRules()]);
      return buildIndex(radar);
    },
    ...(address === null ? { initialData: readEmbeddedIndex } : {}),
    ...FOREVER,
  });
}

/** A trend's evidence on its way: loading, there, or failed with a way to try again. */
export type DetailResult = UseQueryResult<TrendDetail>;

/** A trend's evidence: one small file each for the built-in radar, part of the file for any other. */
export function detailQuery(client: QueryClient, address: string | null, trend: string) {
  return queryOptions<TrendDetail>({
    queryKey: ['detail', address, trend],
    queryFn: async ({ signal }) => {
      if (address === null) {
        return fetchJson<TrendDetail>(
          `data/trends/${encodeURIComponent(trend)}.json`,
          'the evidence',
          signal,
        );
      }
      const [radar, { buildDetail }] = await Promise.all([
        client.fetchQuery(fileQuery(address)),
        loadRules(),
      ]);
      const found = radar.trends.find((entry) => entry.id === trend);
      if (found === undefined) {
        throw new LoadFailure({
          what: 'the evidence',
          address,
          reason: `The radar has no trend "${trend}"`,
          cure: 'Choose one from the list.',
        });
      }
      return buildDetail(radar, found);
    },
    ...FOREVER,
  });
}

/** Lets the page show a radar that is at hand, with its index, even where reading its address has failed. */
export function supplyRadar(client: QueryClient, address: string, radar: Radar, index: RadarIndex): void {
  client.setQueryData(fileQuery(address).queryKey, radar);
  client.setQueryData(indexQuery(client, address).queryKey, index);
}

/** The whole radar with all of its evidence: the built-in one has passed its checks, so it is only read. */
export function wholeRadarQuery(client: QueryClient, address: string | null) {
  return queryOptions<Radar>({
    queryKey: ['whole', address],
    queryFn: async ({ signal }) => {
      if (address !== null) return client.fetchQuery(fileQuery(address));
      const [file, { completeRadar }] = await Promise.all([
        fetchJson<RadarFile>('data/radar.json', 'the radar', signal),
        import('../domain/complete-radar.ts'),
      ]);
      return completeRadar(file);
    },
    ...FOREVER,
  });
}

/**
 * The whole radar, with all of its evidence; of the built-in one the text of its file, as nothing else on the page
 * needs it read.
 *
 * @throws LoadFailure
 */
export function fetchWholeRadar(client: QueryClient, address: string | null): Promise<Radar | string> {
  return address === null ? fetchText('data/radar.json', 'the radar') : client.fetchQuery(fileQuery(address));
}

function fileQuery(address: string) {
  return queryOptions<Radar>({
    queryKey: ['file', address],
    queryFn: async ({ signal, client }) => {
      const { readRadarFile } = await import('./read-radar-file.ts');
      const { radar, draft } = await readRadarFile(address, signal);
      client.setQueryData(draftKey(address), draft);
      return radar;
    },
    ...FOREVER,
  });
}

const draftKey = (address: string) => ['draft of', address];

/** What a radar of another tool, named by a link, was read from: nobody has reviewed it. Null for every other radar. */
export function readUnreviewed(client: QueryClient, address: string | null): Draft | null {
  return client.getQueryData<Draft>(draftKey(address ?? '')) ?? null;
}
