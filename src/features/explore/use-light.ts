import { type RefObject, useEffect } from 'react';
import { useHover } from '../../state/hover-store.ts';

/**
 * Lights the blip and the row of the trend under the pointer or the focus. It marks the elements that are there
 * instead of drawing anything again, so that it costs the same at any number of blips.
 */
export function useLight(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const light = (trend: string | null, on: boolean) => {
      if (trend === null) return;
      const id = CSS.escape(trend);
      for (const element of root.current?.querySelectorAll(`[data-blip="${id}"], [data-row="${id}"]`) ?? []) {
        element.toggleAttribute('data-lit', on);
      }
    };
    return useHover.subscribe((state, before) => {
      light(before.hovered, false);
      light(state.hovered, true);
    });
  }, [root]);
}

/** The trend that an element of the chart or the list stands for. */
export function trendOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest('[data-blip], [data-row]');
  return element?.getAttribute('data-blip') ?? element?.getAttribute('data-row') ?? null;
}
