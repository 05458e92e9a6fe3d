import { useEffect, useRef } from 'react';
import { type Arrangement, changeHue, shownHues } from '../../domain/importing/arrange-radar.ts';
import type { Quadrant, Radar } from '../../domain/radar.ts';
import { HUES } from '../../domain/schema.ts';
import { Button } from '../../ui/button.tsx';
import css from './head-editor.module.css';

/** Own names and orders of quadrants and rings, and the colours of the quadrants. */
export function HeadEditor(props: {
  /** As arranged. */
  radar: Radar;
  arrangement: Arrangement;
  /** `field` names the text that is being written in. */
  arrange: (change: Partial<Arrangement>, field?: string) => void;
}) {
  const { radar, arrangement, arrange } = props;
  const shared = {
    names: arrangement.names,
    rename: (key: string, name: string) => arrange({ names: { ...arrangement.names, [key]: name } }, key),
  };
  return (
    <div className={css.lists}>
      <CellList
        {...shared}
        kind="quadrant"
        title="Quadrants"
        cells={radar.quadrants}
        order={(quadrants) => arrange({ quadrants })}
        setHue={(id, hue) => {
          const known = HUES.find((entry) => entry === hue);
          if (known !== undefined) arrange({ hues: changeHue(radar.quadrants, id, known) });
        }}
      />
      <CellList
        {...shared}
        kind="ring"
        title="Rings, from the centre outwards"
        cells={radar.rings}
        order={(rings) => arrange({ rings })}
      />
    </div>
  );
}

function CellList(props: {
  kind: 'quadrant' | 'ring';
  title: string;
  cells: readonly Quadrant[];
  names: Readonly<Record<string, string>>;
  rename: (key: string, name: string) => void;
  order: (ids: string[]) => void;
  setHue?: (id: string, hue: string) => void;
}) {
  const { kind, cells, setHue } = props;
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);
  useEffect(() => {
    // A browser drops the focus of an element that takes another place.
    if (moved.current !== null)
      list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus();
    moved.current = null;
  });
  const move = (at: number, by: 1 | -1) => {
    const ids = cells.map(({ id }) => id);
    const [id] = ids.splice(at, 1);
    if (id === undefined || at + by < 0 || at + by > ids.length) return;
    ids.splice(at + by, 0, id);
    moved.current = `${by} ${id}`;
    props.order(ids);
  };
  return (
    <div>
      <h3>{props.title}</h3>
      <ol ref={list} className={css.list}>
        {cells.map((cell, at) => {
          const key = `${kind}:${cell.id}`;
          const written = Object.hasOwn(props.names, key) ? props.names[key] : undefined;
          return (
            <li key={cell.id} data-quadrant={setHue && HUES.indexOf(shownHues(cells)[at] ?? HUES[0])}>
              <input
                type="text"
                aria-label={`Name of ${kind} ${at + 1}`}
                autoComplete="off"
                maxLength={80}
                value={written ?? cell.name}
                placeholder={cell.name}
                onChange={(event) => props.rename(key, event.target.value)}
              />
              {setHue !== undefined && (
                <select
                  aria-label={`Colour of ${cell.name}`}
                  value={shownHues(cells)[at] ?? HUES[0]}
                  onChange={(event) => setHue(cell.id, event.target.value)}
                >
                  {HUES.map((hue) => (
                    <option key={hue} value={hue}>
                      {hue.charAt(0).toUpperCase() + hue.slice(1)}
                    </option>
                  ))}
                </select>
              )}
              {([-1, 1] as const).map((by) => (
                <Button
                  key={by}
                  data-move={`${by} ${cell.id}`}
                  aria-label={`Move ${cell.name} ${by < 0 ? 'up' : 'down'}`}
                  aria-disabled={at + by < 0 || at + by >= cells.length}
                  onClick={() => move(at, by)}
                >
                  {by < 0 ? '↑' : '↓'}
                </Button>
              ))}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
