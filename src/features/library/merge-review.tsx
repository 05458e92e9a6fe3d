import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { countTrends } from '../../domain/importing/reconcile-question.ts';
import type { Conflict } from '../../domain/merging/merge-ledger.ts';
import { type MergedRadars, mergeRadars } from '../../domain/merging/merge-radars.ts';
import type { Radar } from '../../domain/radar.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { focusFirst } from './focus-first.ts';
import css from './merge-review.module.css';
import { NEW_MERGE, reduceMerge } from './merge-state.ts';

/** Most conflicts that are drawn at first; a page of many hundred is slow to read and to draw. */
const MOST_SHOWN = 150;

/** What merging two radars gives, and each place where they differ: mine holds unless theirs is chosen. */
export function MergeReview(props: {
  base: Radar;
  other: Radar;
  accept: (radar: Radar) => void;
  cancel: () => void;
}) {
  const { base, other } = props;
  const [{ decisions, past }, dispatch] = useReducer(reduceMerge, NEW_MERGE);
  const merged = useMemo(() => mergeRadars(base, other, decisions), [base, other, decisions]);
  const { conflicts, questions } = merged;
  const [all, setAll] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => focusFirst(status.current), []);
  const decideAll = (value: string) =>
    dispatch({ type: 'decide', ids: conflicts.map(({ id }) => id), value });
  const shown = all ? conflicts : conflicts.slice(0, MOST_SHOWN);
  const theirs = conflicts.filter(({ id }) => decisions[id] === 'theirs').length;
  return (
    <section className={css.review} aria-label="Merge">
      <p ref={status} tabIndex={-1} role="status" className={css.count}>
        <strong>{countTrends(merged.radar.trends.length)}</strong> together: {merged.added.length} added,{' '}
        {merged.enriched.length} with something more, {merged.same} the same.{' '}
        {conflicts.length === 0
          ? 'Nothing differs.'
          : `${conflicts.length} ${conflicts.length === 1 ? 'difference' : 'differences'}, ${theirs} decided for theirs.`}
      </p>
      <p className={css.which}>
        Mine is “{base.title}”, theirs is “{other.title}”. The merged radar is a new one, and nothing of it
        leaves this browser.
      </p>
      <Lists merged={merged} />
      {questions.length > 0 && (
        <div className={css.questions}>
          <h3>No room</h3>
          {questions.map((question) => (
            <Select
              key={question.id}
              title={`${question.reason}. Its trends go to`}
              options={question.options}
              value={decisions[question.id] ?? question.default}
              choose={(value) => dispatch({ type: 'decide', ids: [question.id], value })}
            />
          ))}
        </div>
      )}
      {conflicts.length > 0 && (
        <>
          <div className={css.head}>
            <h3>Differences</h3>
            <Button onClick={() => decideAll('mine')}>All mine</Button>
            <Button onClick={() => decideAll('theirs')}>All theirs</Button>
          </div>
          {shown.map((conflict) => (
            <ConflictChoice
              key={conflict.id}
              conflict={conflict}
              theirs={decisions[conflict.id] === 'theirs'}
              decide={(value) => dispatch({ type: 'decide', ids: [conflict.id], value })}
            />
          ))}
          {shown.length < conflicts.length && (
            <p>
              <Button onClick={() => setAll(true)}>
                Show {conflicts.length - shown.length} more differences
              </Button>
            </p>
          )}
        </>
      )}
      <div className={css.actions}>
        <Button className={css.accept} onClick={() => props.accept(merged.radar)}>
          Make the merged radar ({countTrends(merged.radar.trends.length)})
        </Button>
        <Button aria-disabled={past.length === 0} onClick={() => dispatch({ type: 'undo' })}>
          Undo
        </Button>
        <Button onClick={props.cancel}>Cancel</Button>
      </div>
    </section>
  );
}

function Lists({ merged: { radar, added, enriched, leftOut } }: { merged: MergedRadars }) {
  const names = new Map(radar.trends.map(({ id, name }) => [id, name]));
  const nameAll = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
  return (
    <>
      <Fold title={`Added: ${added.length}`} lines={nameAll(added)} />
      <Fold title={`With something more from theirs: ${enriched.length}`} lines={nameAll(enriched)} />
      <Fold
        title={`Left out or changed: ${leftOut.length}`}
        lines={leftOut.map(({ what, why }) => `${what}: ${why}.`)}
      />
    </>
  );
}

function Fold({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details className={css.fold}>
      <summary>{title}</summary>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function ConflictChoice(props: {
  conflict: Conflict;
  theirs: boolean;
  decide: (value: 'mine' | 'theirs') => void;
}) {
  const { conflict, theirs } = props;
  return (
    <fieldset className={css.conflict}>
      <legend>
        <b>{conflict.subject}</b> {conflict.field}
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side}>
          <input
            type="radio"
            name={conflict.id}
            checked={theirs === (side === 'theirs')}
            onChange={() => props.decide(side)}
          />
          <span>
            <span className={css.side}>{side === 'mine' ? 'Mine' : 'Theirs'}</span> {conflict[side]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
