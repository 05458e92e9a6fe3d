import type { MoveShapes } from './move-arrows.ts';
import { Text } from './radar-svg.tsx';
import type { Scene } from './shapes.ts';

/**
 * Draws the moves of a workshop over its chart, on the page and in a file alike. It says nothing to readers: a list
 * beside the picture does.
 *
 * @param view the part of the plane that the chart shows
 * @param id an id that nothing else in the document has
 */
export function MoveSigns({ shapes, view, id }: { shapes: MoveShapes; view: Scene['view']; id: string }) {
  return (
    <g>
      <mask id={id} maskUnits="userSpaceOnUse" {...view}>
        <rect {...view} fill="#fff" />
        <path d={shapes.gaps} fill="#000" />
      </mask>
      <g mask={`url(#${id})`}>
        {shapes.ghosts.map((ghost) => (
          <circle
            key={ghost.id}
            data-ghost={ghost.id}
            cx={ghost.x}
            cy={ghost.y}
            r={ghost.radius}
            fill="none"
            stroke={ghost.colour}
            strokeWidth={ghost.width}
            strokeDasharray={ghost.dash}
          />
        ))}
        {shapes.arrows.map((arrow) => (
          <path
            key={arrow.id}
            d={arrow.shaft}
            stroke={arrow.halo}
            strokeWidth={arrow.width * 2.2}
            fill="none"
          />
        ))}
        {shapes.arrows.map((arrow) => (
          <g key={arrow.id} data-arrow={arrow.id}>
            <path d={arrow.shaft} stroke={arrow.colour} strokeWidth={arrow.width} fill="none" />
            <path d={arrow.head} fill={arrow.colour} />
          </g>
        ))}
      </g>
      {shapes.ghosts.map(
        (ghost) =>
          ghost.cross !== null && (
            <g key={ghost.id}>
              <path d={ghost.cross} stroke={ghost.colour} strokeWidth={ghost.width} fill="none" />
              {ghost.name?.lines.map((line) => (
                <g key={line.baseline} textDecoration="line-through">
                  <Text shape={line} />
                </g>
              ))}
            </g>
          ),
      )}
    </g>
  );
}
