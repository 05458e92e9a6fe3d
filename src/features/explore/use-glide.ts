import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { RadarLayout } from '../../layout/lay-out-radar.ts';

const DURATION = 320;

/**
 * Carries the picture from the view it had to the one it has when another quadrant, or the whole circle, comes to fill
 * the frame. A change on the way goes on from where the picture is. In another edition each blip travels from its old
 * place. Nothing moves where reduced motion is asked for.
 */
export function useGlide(svg: RefObject<SVGSVGElement | null>, layout: RadarLayout): void {
  const before = useRef(layout);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = layout;
    const element = svg.current;
    if (element === null) return;
    if (from.quadrant?.id === layout.quadrant?.id) return travel(element, from, layout);
    const running = new DOMMatrix(getComputedStyle(element).transform);
    for (const animation of element.getAnimations()) animation.cancel();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    // a place of the new picture, in px, to where the old picture had it
    const scale = from.pixelsPerUnit / layout.pixelsPerUnit;
    const start = running
      .translate(
        (layout.view.x - from.view.x) * from.pixelsPerUnit,
        (layout.view.y - from.view.y) * from.pixelsPerUnit,
      )
      .scale(scale);
    element.animate(
      [
        { transform: start.toString(), transformOrigin: '0 0' },
        { transform: 'none', transformOrigin: '0 0' },
      ],
      { duration: DURATION, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
    );
  }, [svg, layout]);
}

/** Blips that stand elsewhere than before go there from their old places, and new ones appear. */
function travel(svg: SVGSVGElement, from: RadarLayout, to: RadarLayout): void {
  // a resize moves none of them
  if (from.blips === to.blips || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const before = new Map(from.blips.map((blip) => [blip.id, blip]));
  for (const { id, x, y } of to.blips) {
    const old = before.get(id);
    if (old?.x === x && old.y === y) continue;
    const start = old ? { transform: `translate(${old.x - x}px, ${old.y - y}px)` } : { opacity: 0 };
    svg
      .querySelector(`[data-blip="${CSS.escape(id)}"]`)
      ?.animate([start, {}], { duration: 2 * DURATION, easing: 'cubic-bezier(0.2, 0, 0, 1)' });
  }
}
