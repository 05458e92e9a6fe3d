import type { Movement } from '../../domain/radar.ts';
import type { Strength } from '../../domain/strength.ts';
import { blipMark } from '../../scene/blip-mark.ts';
import { FONT_FAMILY, Mark } from '../../scene/radar-svg.tsx';
import { PAGE_THEME, quadrantColours } from '../../scene/theme.ts';

/** The same mark as on the picture, 24 px across, for a row of the list or the legend. It says nothing to readers. */
export function TrendMark(props: {
  number: number;
  quadrant: number;
  strength: Strength;
  movement: Movement;
}) {
  const blip = blipMark(
    { id: '', x: 0, y: 0, radius: 10.5, number: props.number, pixelsPerUnit: 1, towards: 'left' },
    props,
    quadrantColours(PAGE_THEME, props.quadrant),
    PAGE_THEME,
  );
  return (
    <svg
      viewBox="-19 -15 38 30"
      width={38}
      height={30}
      fontFamily={FONT_FAMILY}
      aria-hidden="true"
      focusable="false"
    >
      <Mark blip={blip} />
    </svg>
  );
}
