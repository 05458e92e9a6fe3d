import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Size, watchSize } from '../platform/watch-size.ts';

/** The size of an element in px, measured before the first paint; null until it is in the page. */
export function useSize(ref: RefObject<Element | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    if (ref.current === null) return;
    return watchSize(ref.current, (next) =>
      setSize((last) => (last?.width === next.width && last.height === next.height ? last : next)),
    );
  }, [ref]);
  return size;
}
