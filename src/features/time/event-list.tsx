import type { TimelineEvent } from '../../domain/assessing/timeline.ts';
import type { Source } from '../../domain/radar.ts';
import { dateWords } from '../../domain/words.ts';
import css from './event-list.module.css';
import { TrendButton } from './trend-button.tsx';

/** What became public at a step: each fact and milestone with its trend and its source. */
export function EventList(props: {
  events: readonly TimelineEvent[];
  sources: ReadonlyMap<string, Source>;
  /** The number of each trend on the picture, by id. */
  numbers: ReadonlyMap<string, number>;
  /** Position of a trend's quadrant. */
  quadrantOf: (trend: string) => number;
  open: (trend: string) => void;
}) {
  return (
    <ul className={css.events}>
      {props.events.map((event) => {
        const source = event.source === undefined ? undefined : props.sources.get(event.source);
        const { kind, words, text } = tellEvent(event);
        return (
          <li
            key={`${event.trend} ${event.kind} ${event.date} ${text}`}
            data-event={kind}
            data-quadrant={props.quadrantOf(event.trend)}
          >
            <TrendButton
              name={event.name}
              number={props.numbers.get(event.trend) ?? null}
              open={() => props.open(event.trend)}
            />
            <p>{text}</p>
            <p className={css.meta}>
              <b>{words}</b> · {dateWords(event.date)}
              {source !== undefined && (
                <>
                  {' · '}
                  <a href={source.url} target="_blank" rel="noopener noreferrer">
                    {source.title}
                  </a>
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function tellEvent(event: TimelineEvent) {
  if (event.kind === 'milestone') {
    return { kind: 'milestone', words: '◆ Milestone', text: event.milestone.event };
  }
  const { stance, claim } = event.fact;
  const words = stance === 'limits' ? '▼ Limits' : '▲ Supports';
  return { kind: stance, words: `${words}, fact ${event.number}`, text: claim };
}
