import { memo, type SVGProps } from 'react';
import { isRightToLeft } from '../layout/measure-text.ts';
import type { BlipShape, Scene, TextShape } from './shapes.ts';

/** The bundled typeface first; the others stand in only where a file is opened without it. */
export const FONT_FAMILY = 'Inter Radar, Inter, sans-serif';

/** Attributes that the page adds to a blip (role, tab index ...); a file adds none. */
export type BlipAttributes = (blip: BlipShape) => SVGProps<SVGGElement>;

/**
 * Draws a scene. It has no hooks, no state and no style sheet: everything stands in attributes, so the page, a file
 * and the command line draw the same picture.
 *
 * @param emphasis the selected trend and the ones that stay lit with it; without it nothing dims
 */
export function RadarSvg(props: {
  scene: Scene;
  emphasis?: { selected: string; lit: ReadonlySet<string> } | undefined;
  blipAttributes?: BlipAttributes | undefined;
  attributes?: SVGProps<SVGSVGElement> | undefined;
}) {
  const { scene, emphasis, blipAttributes, attributes } = props;
  const { view } = scene;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      fontFamily={FONT_FAMILY}
      textRendering="geometricPrecision"
      role="img"
      aria-label={scene.title}
      {...attributes}
    >
      <Ground scene={scene} />
      {scene.blips.map((blip) => (
        <Blip
          key={blip.id}
          blip={blip}
          state={emphasis === undefined ? 'plain' : blipState(blip.id, emphasis)}
          attributes={blipAttributes?.(blip)}
        />
      ))}
      {scene.crowds.map((crowd) => (
        <g key={crowd.label} data-crowd={crowd.quadrant}>
          <title>{crowd.label}</title>
          <circle cx={crowd.x} cy={crowd.y} r={crowd.radius} fill={crowd.fill} />
          <Text shape={crowd.count} />
        </g>
      ))}
    </svg>
  );
}

type BlipState = 'plain' | 'selected' | 'dim';

function blipState(id: string, emphasis: { selected: string; lit: ReadonlySet<string> }): BlipState {
  if (id === emphasis.selected) return 'selected';
  return emphasis.lit.has(id) ? 'plain' : 'dim';
}

/** Everything behind the blips; it changes only with the layout. */
const Ground = memo(function Ground({ scene }: { scene: Scene }) {
  return (
    <g>
      {scene.rings.map((ring) => (
        <path key={ring.path} d={ring.path} fill={ring.fill} stroke={ring.stroke} strokeWidth={1} />
      ))}
      {scene.gaps.map((gap) => (
        <path key={gap.path} d={gap.path} stroke={gap.stroke} strokeWidth={gap.width} />
      ))}
      {scene.rims.map((rim) => (
        <path key={rim.path} d={rim.path} fill={rim.fill} />
      ))}
      {scene.ringTitles.map((title) => (
        <Text key={`${title.text} ${title.x}`} shape={title} halo={title.halo} spacing={title.size * 0.06} />
      ))}
      {scene.quadrantTitles.map(({ quadrant, title, note }) => (
        <g key={quadrant} data-title={quadrant}>
          <Text shape={title} />
          <Text shape={note} />
        </g>
      ))}
    </g>
  );
});

const Blip = memo(
  function Blip(props: { blip: BlipShape; state: BlipState; attributes: SVGProps<SVGGElement> | undefined }) {
    const { blip, state, attributes } = props;
    const { name } = blip;
    return (
      <g data-blip={blip.id} opacity={state === 'dim' ? 0.24 : undefined} {...attributes}>
        {name?.leader != null && (
          <path
            d={name.leader.path}
            stroke={name.leader.stroke}
            strokeWidth={blip.strokeWidth * 0.6}
            fill="none"
          />
        )}
        {state === 'selected' && (
          <circle
            cx={blip.x}
            cy={blip.y}
            r={blip.radius + blip.strokeWidth * 2.4}
            fill="none"
            stroke={name?.lines[0]?.fill ?? blip.stroke}
            strokeWidth={blip.strokeWidth * 1.3}
          />
        )}
        <Mark blip={blip} />
        {name?.lines.map((line) => (
          <Text
            key={line.baseline}
            shape={state === 'selected' ? { ...line, weight: 700 } : line}
            halo={name.halo}
          />
        ))}
      </g>
    );
  },
  (before, after) =>
    before.blip === after.blip &&
    before.state === after.state &&
    before.attributes?.tabIndex === after.attributes?.tabIndex,
);

/** The disc of a blip with its number and its mark for movement: on the picture, in the list and in the legend. */
export function Mark({ blip }: { blip: Omit<BlipShape, 'label' | 'name'> }) {
  return (
    <>
      {blip.mark !== null && (
        <path
          d={blip.mark.path}
          fill={blip.mark.fill}
          stroke={blip.mark.stroke}
          strokeWidth={blip.strokeWidth}
        />
      )}
      <circle
        data-disc=""
        cx={blip.x}
        cy={blip.y}
        r={blip.radius - blip.strokeWidth / 2}
        fill={blip.fill}
        stroke={blip.stroke}
        strokeWidth={blip.strokeWidth}
        strokeDasharray={blip.dash ?? undefined}
      />
      {blip.number.text !== '' && <Text shape={blip.number} />}
    </>
  );
}

/** One line of text; a halo keeps it legible over what it crosses. */
export function Text({
  shape,
  halo,
  spacing,
}: {
  shape: TextShape;
  halo?: string;
  spacing?: number | undefined;
}) {
  const outline =
    halo === undefined
      ? {}
      : {
          stroke: halo,
          strokeWidth: shape.size * 0.22,
          strokeLinejoin: 'round' as const,
          paintOrder: 'stroke',
        };
  return (
    <text
      x={shape.x}
      y={shape.baseline}
      fontSize={shape.size}
      fontWeight={shape.weight}
      fill={shape.fill}
      textAnchor={shape.anchor}
      letterSpacing={spacing}
      unicodeBidi={isRightToLeft(shape.text) ? 'plaintext' : undefined}
      {...outline}
    >
      {shape.text}
    </text>
  );
}
