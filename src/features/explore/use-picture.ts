import { useMemo } from 'react';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { type ShownTrend, shownTrends } from '../../domain/shown-trends.ts';
import { layOutRadar, type RadarLayout } from '../../layout/lay-out-radar.ts';
import type { Size } from '../../platform/watch-size.ts';
import { buildScene } from '../../scene/build-scene.ts';
import type { Scene } from '../../scene/shapes.ts';
import { PAGE_THEME } from '../../scene/theme.ts';

/** One edition of a radar, laid out for the page. */
export interface Picture {
  shown: readonly ShownTrend[];
  layout: RadarLayout;
  scene: Scene;
}

/** Lays out and builds the picture; only another radar, edition, quadrant, size or wish for names does it again. */
export function usePicture(
  index: RadarIndex,
  edition: string,
  frame: Size,
  names: boolean,
  quadrant: string | null,
): Picture {
  return useMemo(() => {
    const shown = shownTrends(index, edition);
    const layout = layOutRadar(index, { edition, frame, names, quadrant });
    const scene = buildScene(index, layout, new Map(shown.map((trend) => [trend.id, trend])), PAGE_THEME);
    return { shown, layout, scene };
  }, [index, edition, frame, names, quadrant]);
}
