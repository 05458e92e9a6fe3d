import type { KeyboardEvent } from 'react';
import { ringName, trendName } from '../../domain/workshop/acts.ts';
import { OUTCOME_WORDS } from '../../domain/workshop/outcome.ts';
import type { Session } from '../../domain/workshop/session.ts';
import { outcomeIn, progressOf } from '../../domain/workshop/workshop-order.ts';
import css from './stage.module.css';
import { StagePanel } from './stage-panel.tsx';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The queue with what came of each trend; one of them is jumped to. Up and Down move in it. */
export function QueueList(props: { session: Session; go: (trend: string) => void; close: () => void }) {
  const { session } = props;
  const { done, left, parked } = progressOf(session);
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  return (
    <StagePanel title={`Queue: ${done} done, ${left} left, ${parked} parked`} close={props.close}>
      <ol className={css.queue} onKeyDown={onKeyDown}>
        {session.queue.map((trend, order) => {
          const outcome = outcomeIn(session, trend);
          const standing = session.standings.get(trend);
          const current = trend === session.at;
          return (
            <li key={trend}>
              <button
                type="button"
                ref={current ? focusOnce : undefined}
                aria-current={current ? 'true' : undefined}
                onClick={() => props.go(trend)}
              >
                {order + 1} <b>{trendName(session, trend)}</b>{' '}
                <span>
                  {outcome === 'open'
                    ? standing?.from == null
                      ? 'Proposed'
                      : `In ${ringName(session.radar, standing.from)}`
                    : OUTCOME_WORDS[outcome]}
                  {standing?.to != null && `: ${ringName(session.radar, standing.to)}`}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </StagePanel>
  );
}

/** After the panel that holds it has taken the focus. */
function focusOnce(button: HTMLButtonElement | null): void {
  if (button !== null) queueMicrotask(() => button.focus());
}
