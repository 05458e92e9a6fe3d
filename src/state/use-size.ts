import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Size, watchSize } from '../platform/watch-size.ts';

/**
 * The size of an element in px, measured before the first paint; until then `guess`, where one can be had: a right
 * guess spares drawing twice.
 */
export function useSize(ref: RefObject<Element | null>, guess: () => Size | null): Size | null {
  const [size, setSize] = useState(guess);
  useLayoutEffect(() => {
    if (ref.current === null) return;
    return watchSize(ref.current, (next) =>
      setSize((last) => (last?.width === next.width && last.height === next.height ? last : next)),
    );
  }, [ref]);
  return size;
}
