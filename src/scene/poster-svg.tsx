import { FitSigns } from './fit-signs.tsx';
import { MoveSigns } from './move-signs.tsx';
import type { Poster, PosterChart } from './poster.ts';
import { FONT_FAMILY, Mark, RadarSvg, Text } from './radar-svg.tsx';

/**
 * Draws a poster, in attributes only, `width` by `height` px large: the file, the bitmap, the command line and the
 * page that is printed show the same.
 */
export function PosterSvg({ poster, width, height }: { poster: Poster; width: number; height: number }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${poster.width} ${poster.height}`}
      fontFamily={FONT_FAMILY}
      textRendering="geometricPrecision"
      role="img"
      aria-label={poster.title}
    >
      <title>{poster.title}</title>
      {poster.ground !== null && <rect width={poster.width} height={poster.height} fill={poster.ground} />}
      {poster.areas.map((area) => (
        <path
          key={area.path}
          d={area.path}
          fill={area.fill}
          stroke={area.stroke}
          strokeWidth={area.strokeWidth}
        />
      ))}
      {poster.charts.map(({ scene, emphasis, verdicts, moves, ...place }) => (
        <RadarSvg key={`${place.x} ${place.y}`} scene={scene} emphasis={emphasis} attributes={place} />
      ))}
      {poster.charts.map(
        (chart) => chart.verdicts && <Verdicts key={`${chart.x} ${chart.y}`} chart={chart} />,
      )}
      {poster.charts.map(({ moves, scene: { view }, x, y, width, height }, at) =>
        moves === undefined ? null : (
          <svg
            key={`${x} ${y}`}
            {...{ x, y, width, height }}
            aria-hidden="true"
            viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
          >
            <MoveSigns shapes={moves} view={view} id={`moves-${at}`} />
          </svg>
        ),
      )}
      {poster.marks.map((mark) => (
        <g key={`${mark.id} ${mark.x} ${mark.y}`}>
          <Mark blip={mark} />
        </g>
      ))}
      {poster.texts.map(({ spacing, ...shape }) => (
        <Text key={`${shape.x} ${shape.baseline} ${shape.text}`} shape={shape} spacing={spacing} />
      ))}
    </svg>
  );
}

/** The signs of a lens over the blips of a chart. */
function Verdicts({ chart }: { chart: PosterChart }) {
  const { x, y, width, height, scene, emphasis, verdicts = [] } = chart;
  const { view } = scene;
  return (
    <svg
      {...{ x, y, width, height }}
      aria-hidden="true"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
    >
      <FitSigns
        shapes={verdicts}
        isDim={(trend) => emphasis !== undefined && trend !== emphasis.selected && !emphasis.lit.has(trend)}
      />
    </svg>
  );
}
