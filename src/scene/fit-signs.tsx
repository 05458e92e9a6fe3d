import { FIT_WORDS } from '../domain/assessing/lens.ts';
import type { FitShape } from './fit-shapes.ts';

/** Draws the verdicts of a lens, on the page and in a file alike; those that `isDim` tells stand back as their blips do. */
export function FitSigns(props: { shapes: readonly FitShape[]; isDim: (trend: string) => boolean }) {
  return props.shapes.map(({ id, verdict, x, y, disc, sign }) => (
    <g
      key={id}
      data-verdict={verdict}
      data-of={id}
      data-sign={FIT_WORDS[verdict].mark}
      transform={`translate(${x} ${y})`}
      opacity={props.isDim(id) ? 0.24 : undefined}
    >
      <circle r={disc.radius} fill={disc.fill} stroke={disc.stroke} strokeWidth={disc.strokeWidth} />
      <path d={sign.path} fill={sign.fill} stroke={sign.stroke} strokeWidth={sign.strokeWidth} />
    </g>
  ));
}
