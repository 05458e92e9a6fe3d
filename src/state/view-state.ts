import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import type { SnapshotView } from '../formats/snapshot.ts';

const PARSERS = {
  /** Address of another radar file; without it the built-in radar is shown. */
  radar: parseAsString,
  /** Id of the edition shown; without it the latest. */
  edition: parseAsString,
  /** Id of the selected trend. */
  trend: parseAsString,
  /** Id of the quadrant that fills the chart; without it all do. */
  quadrant: parseAsString,
  /** Which way of looking at the trends is open beside the picture. */
  panel: parseAsString,
  /** The date by which evidence is looked at; without it that of the edition. */
  asof: parseAsString,
  /** Id of the workshop that is on; without it none is. */
  workshop: parseAsString,
  /** `result` for what came of the workshop. */
  step: parseAsString,
  /** Whether this is the window for the workshop's room. */
  room: parseAsBoolean,
  /** Whether names stand beside the blips; without it they do wherever the screen has room. */
  names: parseAsBoolean,
};

/** What the page shows, as the address bar keeps it: a link restores it, Back undoes it. */
export interface ViewState {
  radar: string | null;
  edition: string | null;
  asof: string | null;
  trend: string | null;
  quadrant: string | null;
  panel: string | null;
  names: boolean | null;
  workshop: string | null;
  step: string | null;
  room: boolean | null;
  /** Null leaves the workshop. */
  showWorkshop: (workshop: string | null, step?: string | null) => void;
  /** `quadrant` follows where it is given, so that a trend outside of the one shown is seen. */
  select: (trend: string | null, quadrant?: string) => void;
  showQuadrant: (quadrant: string | null) => void;
  showNames: (names: boolean) => void;
  showPanel: (panel: string | null) => void;
  /** Opens a trend in place of the panel that is open. */
  openTrend: (trend: string) => void;
  /** Null shows the latest. */
  showEdition: (edition: string | null) => void;
  /** What was known by a date; a date alone takes the place of the last one, so that Back leaves out the way there. */
  showTime: (time: { edition?: string | null; asof?: string | null }) => void;
  /** Shows another radar, in a view of it. */
  openView: (radar: string, view: SnapshotView) => void;
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
  const showEdition = useCallback(
    (edition: string | null) => void setView({ edition, asof: null }),
    [setView],
  );
  const showTime = useCallback<ViewState['showTime']>(
    (time) => void setView(time, { history: time.edition === undefined ? 'replace' : 'push' }),
    [setView],
  );
  const showWorkshop = useCallback(
    (workshop: string | null, step: string | null = null) => void setView({ workshop, step, panel: null }),
    [setView],
  );
  const openView = useCallback(
    (radar: string, shown: SnapshotView) =>
      void setView({ radar, panel: null, asof: null, workshop: null, step: null, ...shown }),
    [setView],
  );
  const showPanel = useCallback((panel: string | null) => void setView({ panel }), [setView]);
  const openTrend = useCallback((trend: string) => void setView({ trend, panel: null }), [setView]);
  return {
    ...view,
    showPanel,
    openTrend,
    select,
    showQuadrant,
    showNames,
    showEdition,
    showTime,
    showWorkshop,
    openView,
  };
}

/** The link that opens a trend and keeps all else that an address shows, but for a panel and what is chosen in it. */
export function trendLink(trend: string, search: string): string {
  const shown = new URLSearchParams(search);
  for (const key of ['panel', 'chosen', 'trend']) shown.delete(key);
  shown.set('trend', trend);
  return `?${shown}`;
}
