import { type RefObject, useEffect } from 'react';
import type { Picture } from '../features/explore/use-picture.ts';
import { useKept } from '../state/kept-store.ts';

/** Dims what the filters do not leave, in the chart, and takes it out of the list. */
export function useMarked(
  page: RefObject<HTMLElement | null>,
  kept: ReadonlySet<string> | null,
  picture: Picture,
  words: string,
): void {
  useEffect(() => {
    useKept.getState().keep(kept === null ? null : { ids: kept, words });
    return () => useKept.getState().keep(null);
  }, [kept, words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has other elements
  useEffect(() => {
    for (const element of page.current?.querySelectorAll('[data-blip], [data-row]') ?? []) {
      const id = element.getAttribute('data-blip') ?? element.getAttribute('data-row') ?? '';
      element.toggleAttribute('data-off', kept !== null && !kept.has(id));
    }
  }, [page, kept, picture]);
}
