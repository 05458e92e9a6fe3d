import { useId, useMemo, useRef } from 'react';
import { type ShownTrend, shownTrends } from '../../domain/shown-trends.ts';
import type { Session } from '../../domain/workshop/session.ts';
import type { WorkshopIndex } from '../../domain/workshop/workshop-index.ts';
import { layOutWorkshop } from '../../layout/lay-out-workshop.ts';
import type { Size } from '../../platform/watch-size.ts';
import { buildScene } from '../../scene/build-scene.ts';
import { buildMoveShapes } from '../../scene/move-arrows.ts';
import { MoveSigns } from '../../scene/move-signs.tsx';
import { RadarSvg } from '../../scene/radar-svg.tsx';
import { PAGE_THEME } from '../../scene/theme.ts';
import { useSize } from '../../state/use-size.ts';
import css from './result.module.css';

/** Below the first, names have no room; below the second, only those of what moved have, as names hide arrows. In px. */
const LEAST_NAMED = { moved: 480, all: 760 };

/** The radar as the workshop leaves it: arrows from the old places to the new ones, and what the signs mean. */
export function ResultRadar(props: { session: Session; workshop: WorkshopIndex }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box, () => null);
  return (
    <figure className={css.figure}>
      <div ref={box} className={css.radar}>
        {size !== null && Math.min(size.width, size.height) > 0 && <Picture {...props} size={size} />}
      </div>
      <figcaption>
        <ul className={css.legend}>
          <li>
            <svg viewBox="-20 -12 40 24" width={40} height={24} aria-hidden="true">
              <circle
                cx={-12}
                r={6}
                fill="none"
                stroke="currentColor"
                strokeWidth={1.5}
                strokeDasharray="3 3"
              />
              <path d="M-6 0H12" stroke="currentColor" strokeWidth={2} />
              <path d="M19 0l-9 5v-10z" fill="currentColor" />
            </svg>
            from the old place to the new one
          </li>
          <li>
            <svg viewBox="-20 -12 40 24" width={40} height={24} aria-hidden="true">
              <circle r={7} fill="currentColor" />
              <circle r={10} fill="none" stroke="currentColor" strokeWidth={1.75} />
            </svg>
            new
          </li>
          <li>
            <svg viewBox="-20 -12 40 24" width={40} height={24} aria-hidden="true">
              <circle r={9} fill="none" stroke="currentColor" strokeWidth={1.75} strokeDasharray="3 3" />
              <path d="M-4 -4l8 8m0 -8l-8 8" stroke="currentColor" strokeWidth={1.75} />
            </svg>
            retired
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}

function Picture({ session, workshop, size }: { session: Session; workshop: WorkshopIndex; size: Size }) {
  const { width, height } = size;
  const mask = useId();
  const { scene, moves } = useMemo(() => {
    const shorter = Math.min(width, height);
    const frame = { width, height };
    const layout = layOutWorkshop(workshop, { frame, names: shorter >= LEAST_NAMED.moved });
    const moved = new Set(workshop.moved.map(({ id }) => id));
    const names =
      shorter >= LEAST_NAMED.all
        ? layout.now.names
        : new Map([...layout.now.names].filter(([id]) => moved.has(id)));
    const now = { ...layout.now, names };
    const shown = new Map(
      shownTrends(workshop.index, workshop.now).map((trend): [string, ShownTrend] => [
        trend.id,
        // Arrows tell what moved; only what is new has no arrow.
        trend.movement === 'new' ? trend : { ...trend, movement: 'same' },
      ]),
    );
    return {
      scene: buildScene(workshop.index, now, shown, PAGE_THEME),
      moves: buildMoveShapes(workshop, { ...layout, now }, PAGE_THEME),
    };
  }, [workshop, width, height]);
  const { moved, gone } = workshop;
  const { view } = scene;
  return (
    <>
      <RadarSvg
        scene={scene}
        attributes={{
          'aria-label': `Radar after “${session.name}”: ${moved.length} moved or new, ${gone.length} retired. The lists name them.`,
        }}
      />
      <svg
        aria-hidden="true"
        className={css.moves}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      >
        <MoveSigns shapes={moves} view={view} id={mask} />
      </svg>
    </>
  );
}
