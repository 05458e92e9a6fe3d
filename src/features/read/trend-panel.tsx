import { type KeyboardEvent, useEffect, useRef } from 'react';
import { editionBefore } from '../../domain/editions.ts';
import { hueAt } from '../../domain/hue-at.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import type { ShownTrend } from '../../domain/shown-trends.ts';
import { movementWords } from '../../domain/words.ts';
import { LoadFailure } from '../../platform/load-failure.ts';
import type { DetailResult } from '../../state/radar-queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { StatusScreen } from '../../ui/status-screen.tsx';
import { TrendEvidence } from './trend-evidence.tsx';
import css from './trend-panel.module.css';

/**
 * The detail of one trend. Its head stands there from the index; the evidence follows when its request is in, which
 * hovering or focusing the blip has usually started before.
 */
export function TrendPanel(props: {
  index: RadarIndex;
  /** Id of the edition shown. */
  edition: string;
  trend: ShownTrend;
  number: number;
  detail: DetailResult;
  /** Ids of the trends before and after this one, by number. */
  neighbours: { previous: string | null; next: string | null };
  linkTo: (trend: string) => string;
  select: (trend: string) => void;
  /** Leads to where evidence is added to the trend; without it nothing offers to. */
  addEvidence?: (() => void) | undefined;
  close: () => void;
}) {
  const { index, edition, trend, detail, neighbours, select, close } = props;
  const moved = movementWords(trend.movement, editionBefore(index.editions, edition));
  const heading = useRef<HTMLHeadingElement>(null);
  const quadrantAt = index.quadrants.findIndex((quadrant) => quadrant.id === trend.quadrant);
  const ring = index.rings.find((entry) => entry.id === trend.ring);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another trend has another heading
  useEffect(() => heading.current?.focus({ preventScroll: true }), [trend.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = { ArrowLeft: neighbours.previous, ArrowRight: neighbours.next }[event.key];
    if (next == null) return;
    event.preventDefault();
    select(next);
  };

  return (
    // Each trend in a panel of its own begins at its top, which nothing has to measure.
    <article
      key={trend.id}
      className={css.panel}
      data-quadrant={hueAt(index, quadrantAt)}
      aria-labelledby="trend-name"
      onKeyDown={onKeyDown}
    >
      <header className={css.head}>
        <div className={css.bar}>
          <ul className={css.chips} aria-label="Where it stands">
            <li className={css.quadrant}>{index.quadrants[quadrantAt]?.name}</li>
            <li className={css.ring}>{ring?.name}</li>
          </ul>
          <div className={css.steps}>
            <Button
              aria-label="Previous trend"
              disabled={neighbours.previous === null}
              onClick={() => neighbours.previous !== null && select(neighbours.previous)}
            >
              ←
            </Button>
            <Button
              aria-label="Next trend"
              disabled={neighbours.next === null}
              onClick={() => neighbours.next !== null && select(neighbours.next)}
            >
              →
            </Button>
            <Button onClick={close}>Close</Button>
          </div>
        </div>
        <h2 id="trend-name" ref={heading} tabIndex={-1} className={css.name}>
          <span className={css.number}>{props.number}</span> {trend.name}
        </h2>
        <p className={css.subtitle}>{[trend.subtitle, moved].filter(Boolean).join(' · ')}</p>
        {trend.summary !== undefined && <p className={css.summary}>{trend.summary}</p>}
      </header>
      {detail.data !== undefined ? (
        <TrendEvidence
          index={index}
          edition={edition}
          trend={trend}
          detail={detail.data}
          linkTo={props.linkTo}
          select={select}
          addEvidence={props.addEvidence}
        />
      ) : detail.isError ? (
        <DetailFailure error={detail.error} retry={() => void detail.refetch()} />
      ) : (
        <p role="status" className={css.loading}>
          Loading the evidence …
        </p>
      )}
    </article>
  );
}

function DetailFailure({ error, retry }: { error: Error; retry: () => void }) {
  const failure = error instanceof LoadFailure ? error : undefined;
  return (
    <StatusScreen
      title="The evidence for this trend could not be loaded"
      actions={<Button onClick={retry}>Try again</Button>}
    >
      <FailureText reason={error.message} address={failure?.address} cure={failure?.cure} />
    </StatusScreen>
  );
}
