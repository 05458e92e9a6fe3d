import { type KnownState, listStrengthShifts } from '../../domain/assessing/timeline.ts';
import { hueAt } from '../../domain/hue-at.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { boxDistance } from '../../layout/box.ts';
import type { RadarLayout } from '../../layout/lay-out-radar.ts';
import { ringTitleBox } from '../../layout/place-ring-titles.ts';
import { blipMark, round } from '../../scene/blip-mark.ts';
import { Mark } from '../../scene/radar-svg.tsx';
import { quadrantColours, type Theme } from '../../scene/theme.ts';
import css from './overlay.module.css';

/** Least radius of a disc, in px, at which its filling can be told. */
const LEAST_RADIUS = 5;
/** Where a disc may stand at its blip, the best first: the upper right is left to the signs of fit. */
const SIDES = [
  [0.71, 0.71],
  [-0.71, 0.71],
  [0, 1],
  [0.38, 0.92],
  [-0.38, 0.92],
  [-0.71, -0.71],
  [-1, 0],
] as const;

/**
 * The strength by a date over the chart: a small disc at the edge of each blip that shows another one, filled as blips
 * are; where nothing was known it holds a dash. It is at the lower right, unless it would cover something there. It
 * lies over the chart's box, takes no clicks, and says nothing to readers: the panel does.
 */
export function KnownMarks(props: {
  index: RadarIndex;
  edition: string;
  layout: RadarLayout;
  /** What was known by the date. */
  known: KnownState;
  theme: Theme;
}) {
  const { index, layout, theme } = props;
  const { view, blipRadius, pixelsPerUnit } = layout;
  const px = 1 / pixelsPerUnit;
  const radius = Math.max(LEAST_RADIUS * px, blipRadius * 0.5);
  const places = new Map(layout.blips.map((blip) => [blip.id, blip]));
  return (
    <svg
      className={css.overlay}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {listStrengthShifts(index, props.edition, props.known).map(({ trend, then }) => {
        const place = places.get(trend.id);
        if (place === undefined) return null;
        const quadrant = index.quadrants.findIndex(({ id }) => id === trend.quadrant);
        const { x, y } = placeDisc(place, radius, layout);
        const blip = blipMark(
          { id: trend.id, x, y, radius, number: 0, pixelsPerUnit },
          { strength: then.strength, movement: 'same' },
          quadrantColours(theme, hueAt(index, quadrant)),
          theme,
        );
        return (
          <g key={trend.id} data-of={trend.id} data-known={then.strength}>
            <circle cx={x} cy={y} r={round(radius + 1.5 * px)} fill={theme.paper} />
            <Mark blip={blip} />
            {then.strength === 'none' && (
              <path
                d={`M${round(x - radius * 0.45)} ${y}h${round(radius * 0.9)}`}
                stroke={theme.ink}
                strokeWidth={round(1.75 * px)}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Where the disc of a blip stands: on the first side where it covers no name, title or other blip, else on the first. */
function placeDisc(blip: { id: string; x: number; y: number }, radius: number, layout: RadarLayout) {
  const away = Math.max(layout.blipRadius * 1.2, layout.blipRadius * 0.75 + radius);
  const places = SIDES.map(([x, y]) => ({ x: round(blip.x + x * away), y: round(blip.y + y * away) }));
  const taken = [...layout.names.values(), ...layout.ringTitles.map(ringTitleBox)];
  const isFree = ({ x, y }: { x: number; y: number }) =>
    taken.every((box) => boxDistance(box, x, y) >= radius) &&
    layout.blips.every(
      (other) => other.id === blip.id || Math.hypot(other.x - x, other.y - y) >= layout.blipRadius + radius,
    );
  return places.find(isFree) ?? { x: blip.x + SIDES[0][0] * away, y: blip.y + SIDES[0][1] * away };
}
