import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { useCallback } from 'react';

const PARSERS = {
  /** Address of another radar file; without it the built-in radar is shown. */
  radar: parseAsString,
  /** Id of the selected trend. */
  trend: parseAsString,
  /** Id of the quadrant that fills the chart; without it all do. */
  quadrant: parseAsString,
  /** Whether names stand beside the blips; without it they do wherever the screen has room. */
  names: parseAsBoolean,
};

/** What the page shows, as the address bar keeps it: a link restores it, Back undoes it. */
export interface ViewState {
  radar: string | null;
  trend: string | null;
  quadrant: string | null;
  names: boolean | null;
  /** `quadrant` follows where it is given, so that a trend outside of the one shown is seen. */
  select: (trend: string | null, quadrant?: string) => void;
  showQuadrant: (quadrant: string | null) => void;
  showNames: (names: boolean) => void;
}

export function useViewState(): ViewState {
  const [view, setView] = useQueryStates(PARSERS, { history: 'push' });
  const select = useCallback(
    (trend: string | null, quadrant?: string) =>
      void setView({ trend, ...(quadrant === undefined ? {} : { quadrant }) }),
    [setView],
  );
  const showQuadrant = useCallback((quadrant: string | null) => void setView({ quadrant }), [setView]);
  const showNames = useCallback(
    (names: boolean) => void setView({ names }, { history: 'replace' }),
    [setView],
  );
  return { ...view, select, showQuadrant, showNames };
}

/** The link that opens a trend of the built-in radar, or of the one at `radar`. */
export function trendLink(trend: string, radar: string | null): string {
  return `?${new URLSearchParams({ ...(radar === null ? {} : { radar }), trend })}`;
}
