import { useId, useMemo } from 'react';
import { listDeparted } from '../../domain/assessing/timeline.ts';
import { editionBefore } from '../../domain/editions.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { type Box, boxDistance, boxesTouch } from '../../layout/box.ts';
import { layOutRadar, type RadarLayout } from '../../layout/lay-out-radar.ts';
import { measureText } from '../../layout/measure-text.ts';
import { ringTitleBox } from '../../layout/place-ring-titles.ts';
import { round } from '../../scene/blip-mark.ts';
import { FONT_FAMILY } from '../../scene/radar-svg.tsx';
import { quadrantColours, type Theme } from '../../scene/theme.ts';
import css from './overlay.module.css';

/** Places do not depend on the frame; in this one, px, no cell is too crowded to draw its blips. */
const WIDE = { width: 8000, height: 8000 };
/** Size of a ghost's name, as a multiple of the other names'. */
const SMALLER = 0.92;
/** What follows a ghost's name, so that the line through it is not all that tells. */
const LEFT = ' left';

/** A trend that is gone, where it stood. */
interface Ghost {
  id: string;
  name: string;
  quadrant: number;
  x: number;
  y: number;
  /** Where its name has room; null where it would cover something. */
  label: { x: number; baseline: number; anchor: 'start' | 'end' | 'middle' } | null;
}

/**
 * What the edition before had and this one has not: a dashed empty disc where it stood, behind the blips that stand
 * now. It lies over the chart's box, takes no clicks, and says nothing to readers: the panel names who left.
 */
export function Ghosts(props: { index: RadarIndex; edition: string; layout: RadarLayout; theme: Theme }) {
  const { index, edition, layout, theme } = props;
  const mask = useId();
  const ghosts = useMemo(() => placeGhosts(index, edition, layout), [index, edition, layout]);
  if (ghosts.length === 0) return null;
  const { view, blipRadius, nameSize } = layout;
  const px = 1 / layout.pixelsPerUnit;
  const size = nameSize * SMALLER;
  return (
    <svg
      className={css.overlay}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      fontFamily={FONT_FAMILY}
      aria-hidden="true"
      focusable="false"
    >
      <mask id={mask} maskUnits="userSpaceOnUse" {...view}>
        <rect {...view} fill="#fff" />
        {layout.blips.map(({ id, x, y }) => (
          <circle key={id} cx={x} cy={y} r={round(blipRadius + 3 * px)} fill="#000" />
        ))}
        {[...layout.names.values()].map(({ id, x, y, width, height }) => (
          <rect key={id} {...{ x, y, width, height }} fill="#000" />
        ))}
      </mask>
      {ghosts.map(({ id, name, quadrant, x, y, label }) => (
        <g key={id} data-ghost={id}>
          <circle
            cx={x}
            cy={y}
            r={round(blipRadius - px)}
            fill="none"
            stroke={quadrantColours(theme, quadrant).main}
            strokeWidth={round(1.75 * px)}
            strokeDasharray={`${round(3 * px)} ${round(3 * px)}`}
            mask={`url(#${mask})`}
          />
          {label !== null && (
            <text
              x={label.x}
              y={label.baseline}
              textAnchor={label.anchor}
              fontSize={round(size)}
              fill={theme.muted}
              fontWeight={500}
            >
              <tspan textDecoration="line-through">{name}</tspan>
              {LEFT}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Where the trends stood that the edition before had, and which of their names have room beside what stands now. */
function placeGhosts(index: RadarIndex, edition: string, layout: RadarLayout): Ghost[] {
  const before = editionBefore(index.editions, edition);
  const departed = listDeparted(index, edition).filter(
    ({ quadrant }) => layout.quadrant === null || layout.quadrant.id === quadrant,
  );
  if (before === null || departed.length === 0) return [];
  const former = layOutRadar(index, { edition: before.id, frame: WIDE, names: false, titles: false });
  const places = new Map(former.blips.map((blip) => [blip.id, blip]));
  const taken: Box[] = [
    ...layout.names.values(),
    ...layout.quadrantTitles.map(({ box }) => box),
    ...layout.ringTitles.map(ringTitleBox),
  ];
  const standing = departed.flatMap((trend) => {
    const place = places.get(trend.id);
    return place === undefined ? [] : [{ trend, x: place.x, y: place.y }];
  });
  const discs = [...layout.blips, ...standing];
  return standing.map(({ trend, x, y }) => {
    const found =
      layout.names.size === 0
        ? undefined
        : labelBoxes(trend.name, x, y, layout).find(
            ({ box }) =>
              holds(layout.view, box) &&
              !taken.some((other) => boxesTouch(box, other)) &&
              !discs.some((disc) => boxDistance(box, disc.x, disc.y) < layout.blipRadius),
          );
    if (found !== undefined) taken.push(found.box);
    return {
      id: trend.id,
      name: trend.name,
      quadrant: index.quadrants.findIndex(({ id }) => id === trend.quadrant),
      x,
      y,
      label: found?.label ?? null,
    };
  });
}

/** The places beside a ghost that its name is tried at, the best first. */
function labelBoxes(name: string, x: number, y: number, { blipRadius, nameSize }: RadarLayout) {
  const size = nameSize * SMALLER;
  const width = measureText(name + LEFT, size, 500);
  const height = size * 1.2;
  const gap = size * 0.3;
  const beside = blipRadius + gap;
  return (
    [
      ['start', x + beside, y],
      ['end', x - beside, y],
      ['middle', x, y + beside + height / 2],
      ['middle', x, y - beside - height / 2],
    ] as const
  ).map(([anchor, at, middle]) => ({
    label: { x: round(at), baseline: round(middle + size * 0.364), anchor },
    box: {
      x: anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2,
      y: middle - height / 2,
      width,
      height,
    },
  }));
}

function holds(outer: Box, { x, y, width, height }: Box): boolean {
  return (
    x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height
  );
}
