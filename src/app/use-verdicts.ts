import { useEffect, useMemo } from 'react';
import { type FitVerdict, judgeFit, type Lens } from '../domain/assessing/lens.ts';
import type { Radar } from '../domain/radar.ts';
import { useShownLens } from '../state/lens-store.ts';

/**
 * What a lens makes of each trend, by id, kept for pictures of the page as well; null while the radar is on its way, and
 * where the lens has no condition of it.
 */
export function useVerdicts(radar: Radar | null, lens: Lens): ReadonlyMap<string, FitVerdict> | null {
  const shown = useMemo(() => {
    const conditions = radar?.conditions?.filter(({ id }) => lens.conditions.includes(id)) ?? [];
    if (radar === null || conditions.length === 0) return null;
    const verdicts = new Map(radar.trends.map((trend) => [trend.id, judgeFit(trend, lens).verdict]));
    return { name: lens.name.trim(), conditions: conditions.map(({ label }) => label), verdicts };
  }, [radar, lens]);
  useEffect(() => {
    useShownLens.getState().show(shown);
    return () => useShownLens.getState().show(null);
  }, [shown]);
  return shown?.verdicts ?? null;
}
