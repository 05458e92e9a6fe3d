import { useMemo } from 'react';
import type { FitVerdict } from '../../domain/assessing/lens.ts';
import type { RadarLayout } from '../../layout/lay-out-radar.ts';
import { buildFitShapes } from '../../scene/fit-shapes.ts';
import { FitSigns } from '../../scene/fit-signs.tsx';
import type { Theme } from '../../scene/theme.ts';
import css from './fit-marks.module.css';

/**
 * The verdicts of a lens over the chart, one sign on a plain disc at the upper right of each blip; an unchanged trend
 * has none. It lies over the chart's box, takes no clicks, and says nothing to readers: the ranking does.
 */
export function FitMarks(props: {
  layout: RadarLayout;
  /** By trend id; a blip without one has no sign. */
  verdicts: ReadonlyMap<string, FitVerdict>;
  /** Ids of the trends that filters leave; the signs of others stand back. Null where nothing is filtered. */
  kept?: ReadonlySet<string> | null;
  theme: Theme;
}) {
  const { layout, verdicts, kept = null, theme } = props;
  const shapes = useMemo(() => buildFitShapes(layout, verdicts, theme), [layout, verdicts, theme]);
  const { view } = layout;
  return (
    <svg
      className={css.marks}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <FitSigns shapes={shapes} isDim={(trend) => kept !== null && !kept.has(trend)} />
    </svg>
  );
}
