import { FIT_WORDS, type FitVerdict } from '../../domain/lens.ts';
import type { RadarLayout } from '../../layout/lay-out-radar.ts';
import type { Theme } from '../../scene/theme.ts';
import css from './fit-marks.module.css';

/** Least height and width of a sign, in px, however small the blips are. */
const LEAST_SIGN = 9;
/** Radius of the disc behind a sign, as a multiple of the sign's size. */
const DISC = 0.68;

/**
 * The verdicts of a lens over the chart, one sign on a plain disc at the upper right of each blip; an unchanged trend
 * has none. It lies over the chart's box, takes no clicks, and says nothing to readers: the ranking does.
 */
export function FitMarks(props: {
  layout: RadarLayout;
  /** By trend id; a blip without one has no sign. */
  verdicts: ReadonlyMap<string, FitVerdict>;
  theme: Theme;
}) {
  const { layout, verdicts, theme } = props;
  const { view, blipRadius } = layout;
  const px = 1 / layout.pixelsPerUnit;
  const size = Math.max(LEAST_SIGN * px, blipRadius * 0.65);
  const radius = size * DISC;
  // on a tiny blip the disc moves out, so that the half with the blip's colour stays in sight
  const offset = Math.max(blipRadius * 0.78, radius * 0.75);
  return (
    <svg
      className={css.marks}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {layout.blips.map((blip) => {
        const verdict = verdicts.get(blip.id) ?? 'unchanged';
        if (verdict === 'unchanged') return null;
        return (
          <g
            key={blip.id}
            data-verdict={verdict}
            data-of={blip.id}
            data-sign={FIT_WORDS[verdict].mark}
            transform={`translate(${round(blip.x + offset)} ${round(blip.y - offset)})`}
          >
            <circle r={round(radius)} fill={theme.panel} stroke={theme.ink} strokeWidth={round(px)} />
            <path
              d={signPath(verdict, size / 2)}
              fill={verdict === 'avoid' ? 'none' : theme.ink}
              stroke={theme.ink}
              strokeWidth={round(verdict === 'avoid' ? size * 0.22 : 0)}
            />
          </g>
        );
      })}
    </svg>
  );
}

/**
 * The sign of a verdict as a path around (0, 0), so that it stands in the middle of its disc to the pixel.
 *
 * @param half half of the sign's width
 */
function signPath(verdict: Exclude<FitVerdict, 'unchanged'>, half: number): string {
  if (verdict === 'avoid') {
    const arm = round(half * 0.76);
    return `M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`;
  }
  // of a triangle the middle that the eye sees lies below that of its box
  const up = verdict === 'stronger' ? -1 : 1;
  const [tip, base] = [round(up * half * 1.04), round(-up * half * 0.72)];
  return `M${round(-half)} ${base}L${round(half)} ${base}L0 ${tip}z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
