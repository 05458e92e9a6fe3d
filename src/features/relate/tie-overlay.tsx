import { useId, useMemo } from 'react';
import type { Tie } from '../../domain/radar-index.ts';
import type { RadarLayout } from '../../layout/lay-out-radar.ts';
import { FONT_FAMILY, Text } from '../../scene/radar-svg.tsx';
import { buildTieGaps } from '../../scene/tie-gaps.ts';
import { buildTieShapes, type TieShape } from '../../scene/tie-shapes.ts';
import css from './tie-overlay.module.css';

/**
 * The relations of the selected trend as lines over the chart, which it covers exactly. It takes no clicks and says
 * nothing to readers: the panel says the same in words.
 */
export function TieOverlay(props: { layout: RadarLayout; trend: string; ties: readonly Tie[] }) {
  const { layout, trend, ties } = props;
  const shapes = useMemo(() => buildTieShapes(layout, trend, ties), [layout, trend, ties]);
  const gaps = useMemo(() => buildTieGaps(layout, trend, shapes), [layout, trend, shapes]);
  const mask = useId();
  const { view } = layout;
  return (
    <svg
      className={css.overlay}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      fontFamily={FONT_FAMILY}
      textRendering="geometricPrecision"
      aria-hidden="true"
      focusable="false"
    >
      <mask id={mask} maskUnits="userSpaceOnUse" {...view}>
        <rect {...view} fill="white" />
        <path d={gaps} fill="black" />
      </mask>
      <g mask={`url(#${mask})`}>
        {shapes.map((shape) => (
          <Line key={keyOf(shape)} shape={shape} />
        ))}
      </g>
      {shapes.map((shape) => (
        <Label key={keyOf(shape)} shape={shape} />
      ))}
    </svg>
  );
}

function Line({ shape }: { shape: TieShape }) {
  const { path, width, dash, arrow } = shape;
  return (
    <g data-tie={shape.trend} data-relation={shape.relation}>
      <path d={path} fill="none" stroke="var(--paper)" strokeWidth={width * 3} />
      <path
        d={path}
        fill="none"
        stroke="var(--muted)"
        strokeWidth={width}
        strokeDasharray={dash ?? undefined}
      />
      {arrow !== null && (
        <path
          d={arrow}
          fill="var(--muted)"
          stroke="var(--paper)"
          strokeWidth={width * 0.6}
          paintOrder="stroke"
        />
      )}
    </g>
  );
}

/** All labels stand above all lines. */
function Label({ shape: { label } }: { shape: TieShape }) {
  if (label === null) return null;
  const { box, size, text } = label;
  return (
    <Text
      shape={{
        text,
        size,
        x: box.x + box.width / 2,
        baseline: box.y + box.height / 2 + size * 0.34,
        weight: 600,
        fill: 'var(--ink)',
        anchor: 'middle',
      }}
      halo="var(--paper)"
    />
  );
}

function keyOf({ trend, relation, inverse }: Tie): string {
  return `${trend} ${relation} ${inverse}`;
}
