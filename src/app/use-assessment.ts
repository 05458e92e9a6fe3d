import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import {
  describeFilters,
  type Filters,
  filterTrends,
  formatFilters,
  isFiltering,
  parseFilters,
} from '../domain/assessing/filters.ts';
import type { FitVerdict, Lens } from '../domain/assessing/lens.ts';
import { buildKnownBy, type KnownState, parseAsOf } from '../domain/assessing/timeline.ts';
import type { Edition, Radar } from '../domain/radar.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import type { Picture } from '../features/explore/use-picture.ts';
import { joinList, splitList, useAssessState } from '../state/assess-state.ts';
import { wholeRadarQuery } from '../state/radar-queries.ts';
import type { ViewState } from '../state/view-state.ts';
import { useVerdicts } from './use-verdicts.ts';

/** What the page shows when it is assessed. */
export interface AssessedPage {
  index: RadarIndex;
  edition: Edition;
  view: ViewState;
  picture: Picture;
}

/** What the address says of filters, conditions, time and choice, and what follows from it for the radar shown. */
export interface Assessment {
  whole: UseQueryResult<Radar>;
  state: ReturnType<typeof useAssessState>;
  filters: Filters;
  changeFilters: (filters: Filters) => void;
  /** Ids of the trends that the filters leave; null where nothing is filtered, or the radar is on its way. */
  kept: ReadonlySet<string> | null;
  chips: ReturnType<typeof describeFilters>;
  lens: Lens;
  verdicts: ReadonlyMap<string, FitVerdict> | null;
  /** What was known by the date asked for; null without one. */
  known: KnownState | null;
  /** Ids of the trends chosen to be compared or taken along, or else the one that is open. */
  chosen: readonly string[];
  choose: (trends: readonly string[]) => void;
}

export function useAssessment({ index, edition, view }: AssessedPage): Assessment {
  const client = useQueryClient();
  const whole = useQuery(wholeRadarQuery(client, view.radar));
  const radar = whole.data ?? null;
  const state = useAssessState();
  const { set, setFilters } = state;

  const filters = useMemo(() => parseFilters(state.filters), [state.filters]);
  const kept = useMemo(
    () => (radar !== null && isFiltering(filters) ? filterTrends(radar, index, edition.id, filters) : null),
    [radar, index, edition, filters],
  );
  const chips = useMemo(
    () => (radar === null ? [] : describeFilters(filters, radar, index, edition.id)),
    [radar, index, filters, edition],
  );
  const changeFilters = useCallback((next: Filters) => setFilters(formatFilters(next)), [setFilters]);

  const lens = useMemo(
    () => ({ name: state.lensname ?? '', conditions: splitList(state.lens) }),
    [state.lens, state.lensname],
  );
  const verdicts = useVerdicts(radar, lens);

  const known = useMemo(() => {
    const date = parseAsOf(view.asof);
    return radar === null || date === null ? null : buildKnownBy(radar, date);
  }, [radar, view.asof]);

  const chosen = useMemo(() => {
    const ids = new Set(index.trends.map((trend) => trend.id));
    const listed = splitList(state.chosen).filter((id) => ids.has(id));
    return listed.length > 0 || view.trend === null || !ids.has(view.trend) ? listed : [view.trend];
  }, [state.chosen, index, view.trend]);
  const choose = useCallback((trends: readonly string[]) => set({ chosen: joinList(trends) }), [set]);
  return { whole, state, filters, changeFilters, kept, chips, lens, verdicts, known, chosen, choose };
}
