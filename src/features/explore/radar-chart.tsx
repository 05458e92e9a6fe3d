import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { type Direction, findNearest, findNeighbour } from '../../layout/find-neighbour.ts';
import { type BlipAttributes, RadarSvg } from '../../scene/radar-svg.tsx';
import css from './radar-chart.module.css';
import { useGlide } from './use-glide.ts';
import type { Picture } from './use-picture.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Keys that move by number instead: they reach every blip. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  Home: () => 0,
  End: (_, count) => count - 1,
  PageDown: (at, count) => Math.min(at + 1, count - 1),
  PageUp: (at) => Math.max(at - 1, 0),
};

/** A click this near to the middle of a blip opens it, in px: small blips have a target of 24 px and more all the same. */
const REACH = 16;

/**
 * The radar on the page: one stop in the tab order, arrow keys move between neighbouring blips, Enter or a click
 * opens the trend.
 */
export function RadarChart(props: {
  picture: Picture;
  selected: string | null;
  lit: ReadonlySet<string>;
  select: (trend: string) => void;
  showQuadrant: (quadrant: string | null) => void;
}) {
  const { picture, selected, lit, select, showQuadrant } = props;
  const { blips, pixelsPerUnit } = picture.layout;
  const svg = useRef<SVGSVGElement>(null);
  useGlide(svg, picture.layout);
  const [visited, setVisited] = useState<string | null>(null);
  const byNumber = useMemo(() => [...blips].sort((a, b) => a.number - b.number), [blips]);
  const ids = useMemo(() => new Set(blips.map((blip) => blip.id)), [blips]);
  const current = [visited, selected].find((id) => id !== null && ids.has(id)) ?? byNumber[0]?.id ?? null;

  const blipAttributes = useCallback<BlipAttributes>(
    (blip) => ({ role: 'button', 'aria-label': blip.label, tabIndex: blip.id === current ? 0 : -1 }),
    [current],
  );

  const blipAt = (event: KeyboardEvent | MouseEvent): string | null =>
    event.target instanceof Element
      ? (event.target.closest('[data-blip]')?.getAttribute('data-blip') ?? null)
      : null;

  const goTo = (id: string) => {
    setVisited(id);
    svg.current?.querySelector<SVGGElement>(`[data-blip="${CSS.escape(id)}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const from = blipAt(event);
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    const step = STEPS[event.key];
    if (event.key === 'Enter' || event.key === ' ') select(from);
    else if (arrow !== undefined) goTo(findNeighbour(blips, from, arrow) ?? from);
    else if (step !== undefined) {
      const at = byNumber.findIndex((blip) => blip.id === from);
      goTo(byNumber[step(at, byNumber.length)]?.id ?? from);
    } else return;
    event.preventDefault();
  };

  const title = picture.layout.quadrant === null ? undefined : picture.layout.quadrantTitles[0]?.text;
  const where =
    title === undefined ? `Radar of ${picture.shown.length} trends.` : `${title}, ${blips.length} trends.`;
  const emphasis = useMemo(
    () => (selected !== null && ids.has(selected) ? { selected, lit } : undefined),
    [selected, lit, ids],
  );
  return (
    <RadarSvg
      scene={picture.scene}
      emphasis={emphasis}
      blipAttributes={blipAttributes}
      attributes={{
        ref: svg,
        className: css.chart,
        role: 'group',
        'aria-label': `${where} Arrow keys move between neighbours, Page Up and Page Down by number, Enter opens.`,
        onKeyDown,
        onClick: (event) => {
          const opened = quadrantAt(event);
          if (opened !== null) {
            showQuadrant(opened === picture.layout.quadrant?.id ? null : opened);
            return;
          }
          const id =
            blipAt(event) ?? findNearest(blips, toUnits(event, picture.layout), REACH / pixelsPerUnit);
          if (id === null) return;
          setVisited(id);
          select(id);
        },
        onFocus: (event) => {
          const id = event.target.getAttribute('data-blip');
          if (id !== null) setVisited(id);
        },
      }}
    />
  );
}

/** The quadrant whose title, or whose crowded cell, was clicked. */
function quadrantAt({ target }: MouseEvent): string | null {
  if (!(target instanceof Element)) return null;
  const opener = target.closest('[data-title], [data-crowd]');
  return opener?.getAttribute('data-title') ?? opener?.getAttribute('data-crowd') ?? null;
}

/** Where on the picture a click fell, in radar units. */
function toUnits(event: MouseEvent<SVGSVGElement>, layout: Picture['layout']): { x: number; y: number } {
  const frame = event.currentTarget.getBoundingClientRect();
  return {
    x: layout.view.x + (event.clientX - frame.x) / layout.pixelsPerUnit,
    y: layout.view.y + (event.clientY - frame.y) / layout.pixelsPerUnit,
  };
}
