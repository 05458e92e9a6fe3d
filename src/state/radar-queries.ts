import { type QueryClient, queryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { Radar } from '../domain/radar.ts';
import { buildDetail, buildIndex, type RadarIndex, type TrendDetail } from '../domain/radar-index.ts';
import { readEmbeddedIndex } from '../platform/embedded-index.ts';
import { fetchJson, fetchText } from '../platform/fetch-text.ts';
import { LoadFailure } from '../platform/load-failure.ts';
import { resolveRadarAddress } from '../platform/radar-address.ts';

/** The built-in radar never changes while the page is open, nor does a loaded file. */
const FOREVER = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
} as const;

/** What the picture and the list need: from the page itself, or from the radar file at `address`. */
export function indexQuery(client: QueryClient, address: string | null) {
  return queryOptions<RadarIndex>({
    queryKey: ['index', address],
    queryFn: async ({ signal }) =>
      address === null
        ? (readEmbeddedIndex() ?? (await fetchJson<RadarIndex>('data/index.json', 'the radar', signal)))
        : buildIndex(await client.fetchQuery(fileQuery(address))),
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
      const radar = await client.fetchQuery(fileQuery(address));
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

function fileQuery(address: string) {
  return queryOptions<Radar>({
    queryKey: ['file', address],
    queryFn: async ({ signal }) => {
      const url = resolveRadarAddress(address, document.baseURI);
      const [text, { parseRadarJson }] = await Promise.all([
        fetchText(url, 'the radar', signal),
        import('../formats/radar-json.ts'),
      ]);
      const file = url.slice(url.lastIndexOf('/') + 1) || address;
      const { radar, issues } = parseRadarJson(text, file);
      if (radar !== null) return radar;
      throw new LoadFailure({
        what: 'the radar',
        address,
        reason: 'The file arrived, but it is not a valid radar',
        cure: 'Mend the places below and load it again.',
        issues,
      });
    },
    ...FOREVER,
  });
}
