import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { hueAt } from '../../domain/hue-at.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import type { ShownTrend } from '../../domain/shown-trends.ts';
import { moveInQueue } from '../../domain/workshop/queue-order.ts';
import css from './start-form.module.css';

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * The queue as a list whose entries are moved by buttons, or by keys: Up, Down, Home and End go to another entry, with
 * Alt they take it along. It is one stop in the tab order.
 */
export function OwnOrder(props: {
  index: RadarIndex;
  trends: readonly ShownTrend[];
  queue: readonly string[];
  change: (queue: readonly string[]) => void;
}) {
  const { index, queue, change } = props;
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const [told, setTold] = useState('');
  /** The button that was used: an entry that is moved loses its focus. */
  const used = useRef<string | null>(null);
  const current = at !== null && queue.includes(at) ? at : (queue[0] ?? null);
  const trends = new Map(props.trends.map((trend) => [trend.id, trend]));
  const nameOf = (id: string) => trends.get(id)?.name ?? id;
  const buttonOf = (id: string, which: string) =>
    list.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"] [data-move="${which}"]`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the order
  useLayoutEffect(() => {
    if (used.current === null || current === null) return;
    buttonOf(current, used.current)?.focus();
    used.current = null;
  }, [queue]);

  const move = (id: string, step: number, which: string) => {
    const next = moveInQueue(queue, id, step);
    used.current = which;
    setAt(id);
    setTold(`${nameOf(id)} is now ${next.indexOf(id) + 1} of ${next.length}.`);
    change(next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = STEPS[event.key];
    if (step === undefined || current === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const which = (event.target instanceof HTMLElement && event.target.dataset.move) || 'up';
    if (event.altKey) return move(current, step, which);
    const to = Math.max(0, Math.min(queue.length - 1, queue.indexOf(current) + step));
    const next = queue[to] ?? current;
    setAt(next);
    buttonOf(next, which)?.focus();
  };

  return (
    <div className={css.own}>
      <p>Arrow keys go through the list; with Alt they move the trend.</p>
      <ol ref={list} aria-label="Own order" onKeyDown={onKeyDown}>
        {queue.map((id, position) => {
          const trend = trends.get(id);
          const quadrant = index.quadrants.findIndex((entry) => entry.id === trend?.quadrant);
          const ring = index.rings.find((entry) => entry.id === trend?.ring)?.name;
          const button = (which: 'up' | 'down', step: number, words: string) => (
            <button
              type="button"
              data-move={which}
              tabIndex={id === current ? 0 : -1}
              aria-label={`Move ${nameOf(id)} ${words}`}
              onFocus={() => setAt(id)}
              onClick={() => move(id, step, which)}
            >
              {which === 'up' ? '↑' : '↓'}
            </button>
          );
          return (
            <li key={id} data-entry={id} data-quadrant={quadrant < 0 ? undefined : hueAt(index, quadrant)}>
              <span className={css.position}>{position + 1}</span>
              <span className={css.entry}>
                <b>{nameOf(id)}</b>{' '}
                <span>{[index.quadrants[quadrant]?.name, ring].filter(Boolean).join(', ')}</span>
              </span>
              {button('up', -1, 'earlier')}
              {button('down', 1, 'later')}
            </li>
          );
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {told}
      </p>
    </div>
  );
}
