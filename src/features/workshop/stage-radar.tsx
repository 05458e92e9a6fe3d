import {
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { shownTrends } from '../../domain/shown-trends.ts';
import { ringName, trendName } from '../../domain/workshop/acts.ts';
import { outcomeOf } from '../../domain/workshop/outcome.ts';
import type { Session } from '../../domain/workshop/session.ts';
import type { WorkshopIndex } from '../../domain/workshop/workshop-index.ts';
import { findNearest } from '../../layout/find-neighbour.ts';
import type { RadarLayout } from '../../layout/lay-out-radar.ts';
import { layOutWorkshop } from '../../layout/lay-out-workshop.ts';
import type { Size } from '../../platform/watch-size.ts';
import { buildScene } from '../../scene/build-scene.ts';
import { RadarSvg } from '../../scene/radar-svg.tsx';
import { PAGE_THEME } from '../../scene/theme.ts';
import { useSize } from '../../state/use-size.ts';
import css from './stage.module.css';
import { StageMove } from './stage-move.tsx';

/** ms that a blip takes to its new ring. */
const TRAVEL = 400;
/** A click this near to the middle of a blip means it, in px. */
const REACH = 20;
/** Below this there is nothing to see, in px. */
const LEAST = 80;
/**
 * Letters and blips are drawn larger than on the page, as the room is farther away: `least` times, and from `from` px of
 * the shorter side on they grow with it, as a video makes a large window small again. Beside the text only numbers are
 * drawn, and there is less room for the names of the rings.
 */
const LARGER = { alone: { least: 1.3, from: 405 }, beside: { least: 1.1, from: 475 } };

/**
 * The radar beside the trend: all dimmed but the one that is talked about. That one is dragged to another ring, or
 * picked up by a click and put down by another; the keys do the same.
 */
export function StageRadar(props: {
  session: Session;
  workshop: WorkshopIndex;
  /** Whether it has the stage for itself: then names are drawn and nothing is dimmed. */
  alone: boolean;
  room: boolean;
  place: (ring: string) => void;
  go: (trend: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box, () => null);
  return (
    <div ref={box} className={css.radar}>
      {size !== null && Math.min(size.width, size.height) >= LEAST && <Picture {...props} size={size} />}
    </div>
  );
}

function Picture(props: Parameters<typeof StageRadar>[0] & { size: Size }) {
  const { session, workshop, alone, room, size, place, go } = props;
  const { width, height } = size;
  const { least, from } = LARGER[alone ? 'alone' : 'beside'];
  const larger = Math.max(least, Math.min(width, height) / from);
  const { layout, start, scene } = useMemo(() => {
    const frame = { width: width / larger, height: height / larger };
    const { now: layout, start } = layOutWorkshop(workshop, {
      frame,
      names: alone,
      titles: alone,
      wideRing: true,
    });
    const shown = new Map(shownTrends(workshop.index, workshop.now).map((trend) => [trend.id, trend]));
    return { layout, start, scene: buildScene(workshop.index, layout, shown, PAGE_THEME) };
  }, [workshop, alone, larger, width, height]);
  const svg = useRef<SVGSVGElement>(null);
  useTravel(svg, layout);

  const trend = session.at;
  const now = layout.blips.find((blip) => blip.id === trend) ?? null;
  const old = start.blips.find((blip) => blip.id === trend) ?? null;
  const standing = trend === null ? undefined : session.standings.get(trend);
  const [held, setHeld] = useState<{ x: number; y: number; moved: boolean } | null>(null);
  const holding = held !== null;
  useEffect(() => {
    if (!holding) return;
    const letGo = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // before the stage hears of it, which would be left
      event.stopPropagation();
      event.preventDefault();
      setHeld(null);
    };
    document.addEventListener('keydown', letGo, true);
    return () => document.removeEventListener('keydown', letGo, true);
  }, [holding]);
  const pixelsPerUnit = layout.pixelsPerUnit * larger;
  const toUnits = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    return {
      x: layout.view.x + (event.clientX - frame.x) / pixelsPerUnit,
      y: layout.view.y + (event.clientY - frame.y) / pixelsPerUnit,
    };
  };
  const ringAt = (point: { x: number; y: number }) => {
    const rho = Math.hypot(point.x, point.y);
    const at = layout.ringRadii.findIndex((radius) => rho <= radius);
    return at < 0 ? null : at;
  };
  const drop = (point: { x: number; y: number }) => {
    setHeld(null);
    const ring = session.radar.rings[ringAt(point) ?? -1];
    if (ring !== undefined && ring.id !== now?.ring) place(ring.id);
  };
  const words =
    standing === undefined
      ? 'Radar'
      : `Radar: ${trendName(session, standing.trend)} ${
          standing.retired
            ? 'retired'
            : `in ${ringName(session.radar, standing.to ?? standing.from)}${
                ['in', 'out'].includes(outcomeOf(session, standing))
                  ? `, before in ${ringName(session.radar, standing.from)}`
                  : ''
              }`
        }`;
  const lit = useMemo(() => new Set(alone ? layout.blips.map((blip) => blip.id) : []), [alone, layout]);
  const emphasis = useMemo(() => (trend === null ? undefined : { selected: trend, lit }), [trend, lit]);
  return (
    <>
      <RadarSvg
        scene={scene}
        emphasis={emphasis}
        attributes={{
          ref: svg,
          'aria-label': words,
          className: held === null ? undefined : css.held,
          ...(room
            ? {}
            : {
                onPointerDown: (event) => {
                  if (event.button !== 0) return;
                  const point = toUnits(event);
                  if (held !== null) return drop(point);
                  const hit = findNearest(
                    layout.blips,
                    point,
                    Math.max(REACH / pixelsPerUnit, layout.blipRadius),
                  );
                  if (hit === null) return;
                  if (hit !== trend) {
                    if (session.queue.includes(hit)) go(hit);
                    return;
                  }
                  event.currentTarget.setPointerCapture?.(event.pointerId);
                  setHeld({ ...point, moved: false });
                },
                onPointerMove: (event) => {
                  if (held === null) return;
                  const point = toUnits(event);
                  const far =
                    now !== null && Math.hypot(point.x - now.x, point.y - now.y) > layout.blipRadius;
                  setHeld({ ...point, moved: held.moved || far });
                },
                onPointerUp: (event) => {
                  // a click alone picks it up; it is put down by the next
                  if (
                    held?.moved &&
                    event.buttons === 0 &&
                    event.currentTarget.hasPointerCapture?.(event.pointerId)
                  )
                    drop(toUnits(event));
                },
                onPointerCancel: () => setHeld(null),
              }),
        }}
      />
      <StageMove
        layout={layout}
        rings={session.radar.rings}
        from={old}
        to={now}
        held={held}
        ring={held === null ? null : ringAt(held)}
      />
      {held !== null && <p className={css.hold}>Put it down in a ring; Escape lets it go.</p>}
    </>
  );
}

/** Blips that stand elsewhere than before go there, so that the room sees the move; where motion is unwanted they jump. */
function useTravel(svg: RefObject<SVGSVGElement | null>, layout: RadarLayout): void {
  const before = useRef(layout);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = layout;
    const element = svg.current;
    if (element === null || from === layout || typeof element.animate !== 'function') return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const places = new Map(from.blips.map((blip) => [blip.id, blip]));
    for (const { id, x, y } of layout.blips) {
      const old = places.get(id);
      if (old?.x === x && old.y === y) continue;
      const start = old ? { transform: `translate(${old.x - x}px, ${old.y - y}px)` } : { opacity: 0 };
      element
        .querySelector(`[data-blip="${CSS.escape(id)}"]`)
        ?.animate([start, {}], { duration: TRAVEL, easing: 'cubic-bezier(0.2, 0, 0, 1)' });
    }
  }, [svg, layout]);
}
