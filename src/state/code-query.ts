import { queryOptions } from '@tanstack/react-query';
import { LoadFailure } from '../platform/load-failure.ts';

/**
 * The code of a part of the page that most visits do without, or not at once.
 *
 * @param part what a reader calls it, such as "the explanation"; also its key
 */
export function codeQuery<T>(part: string, load: () => Promise<T>) {
  return queryOptions<T>({
    queryKey: ['code', part],
    queryFn: () =>
      load().catch(() => {
        throw new LoadFailure({
          what: part,
          reason: `The code for ${part} could not be fetched`,
          cure: 'Check the connection and try again.',
        });
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
