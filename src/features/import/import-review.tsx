import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { arrangeRadar } from '../../domain/importing/arrange-radar.ts';
import type { Draft } from '../../domain/importing/draft.ts';
import { type Reconciled, reconcile } from '../../domain/importing/reconcile.ts';
import { countTrends, listNames, type Question } from '../../domain/importing/reconcile-question.ts';
import type { Radar } from '../../domain/radar.ts';
import { Button } from '../../ui/button.tsx';
import { HeadEditor } from './head-editor.tsx';
import css from './import-review.module.css';
import { PlaceList } from './place-list.tsx';
import { QuestionGroup } from './question-group.tsx';
import { NEW_REVIEW, reduceReview } from './review-state.ts';
import { ShapeTable } from './shape-table.tsx';

/**
 * What was understood of a file of another tool, before anything changes: what will be shown, what was left out or
 * changed, and each question that the file leaves open. All of it can be decided, and undone.
 */
export function ImportReview(props: {
  draft: Draft;
  accept: (radar: Radar) => void | Promise<void>;
  cancel: () => void;
  /** Offers a text as a file of this name. */
  save: (text: string, name: string) => void;
}) {
  const { draft, save } = props;
  const [review, dispatch] = useReducer(reduceReview, NEW_REVIEW);
  const { decisions, arrangement } = review.now;
  const outcome = useMemo(() => reconcile(draft, decisions), [draft, decisions]);
  const radar = useMemo(
    () => outcome.radar && arrangeRadar(outcome.radar, arrangement),
    [outcome.radar, arrangement],
  );
  const root = useRef<HTMLElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const accept = useRef<HTMLDivElement>(null);
  const asks = outcome.questions.length > 0;
  const [asksFirst] = useState(asks);
  useEffect(() => {
    // What there is to decide is read first; where there is nothing, one key opens the radar.
    if (asksFirst) status.current?.focus({ preventScroll: true });
    else accept.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [asksFirst]);
  useEffect(() => {
    const element = root.current;
    const undo = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      dispatch({ type: 'undo' });
    };
    element?.addEventListener('keydown', undo);
    return () => element?.removeEventListener('keydown', undo);
  }, []);

  return (
    <section ref={root} className={css.review} aria-label="Review" tabIndex={-1}>
      <div className={css.columns}>
        <div className={css.overview}>
          <p ref={status} role="status" tabIndex={-1} className={css.count}>
            <strong>{outcome.kept.toLocaleString('en')}</strong> of {outcome.read.toLocaleString('en')} rows
            will be shown
            {outcome.leftOut.length > 0 && `, ${outcome.leftOut.length.toLocaleString('en')} left out`}
            {asks && `; ${countWords(outcome.questions.length, 'question')} to look at`}.
          </p>
          <dl className={css.facts}>
            <div>
              <dt>Recognised as</dt>
              <dd>{draft.format}</dd>
            </div>
            <div>
              <dt>Read from</dt>
              <dd>{wordFiles(draft)}</dd>
            </div>
          </dl>
          <p className={css.none}>Nothing of it leaves this browser.</p>
          <label className={css.title}>
            <span>Title</span>
            <input
              type="text"
              autoComplete="off"
              maxLength={200}
              value={arrangement.title ?? outcome.radar?.title ?? ''}
              placeholder={outcome.radar?.title ?? ''}
              onChange={(event) =>
                dispatch({ type: 'arrange', change: { title: event.target.value }, field: 'title' })
              }
            />
          </label>
          {radar !== null && (
            <>
              <ShapeTable radar={radar} />
              <details className={css.fold}>
                <summary>Names, order and colours</summary>
                <HeadEditor
                  radar={radar}
                  arrangement={arrangement}
                  arrange={(change, field) =>
                    dispatch({ type: 'arrange', change, ...(field === undefined ? {} : { field }) })
                  }
                />
              </details>
            </>
          )}
          <PlaceList
            title={`Left out: ${outcome.leftOut.length.toLocaleString('en')}`}
            lines={outcome.leftOut.map(({ name, why, place }) => ({ words: name, note: why, place }))}
            name="left-out.txt"
            save={save}
          />
          <PlaceList
            title={`Changed while reading: ${outcome.findings.length.toLocaleString('en')}`}
            lines={outcome.findings.map(({ message, done, place }) => ({
              words: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
              note: done,
              place,
            }))}
            name="changes.txt"
            save={save}
          />
        </div>
        <div className={css.questions}>
          {asks ? (
            groupQuestions(outcome.questions).map(([kind, questions]) => (
              <QuestionGroup
                key={kind}
                kind={kind}
                questions={questions}
                decisions={decisions}
                decide={(ids, answer) => dispatch({ type: 'decide', ids, answer })}
                save={save}
              />
            ))
          ) : (
            <p className={css.none}>Everything was understood; there is nothing to decide.</p>
          )}
        </div>
      </div>
      <Issues outcome={outcome} />
      <div ref={accept} className={css.actions}>
        <Button
          className={css.open}
          disabled={radar === null}
          onClick={() => radar !== null && props.accept(radar)}
        >
          Open this radar ({countTrends(outcome.kept)})
        </Button>
        <Button
          aria-disabled={review.past.length === 0}
          onClick={() => dispatch({ type: 'undo' })}
          title="Ctrl Z or ⌘ Z"
        >
          Undo
        </Button>
        <Button onClick={props.cancel}>Cancel</Button>
      </div>
    </section>
  );
}

/** Why there is nothing to open. */
function Issues({ outcome }: { outcome: Reconciled }) {
  return outcome.issues.map(({ message, cure }) => (
    <p key={message} role="alert" className={css.issue}>
      <b>No radar can be made of this: {message}.</b> {cure}
    </p>
  ));
}

function groupQuestions(questions: readonly Question[]): [Question['kind'], Question[]][] {
  const groups = new Map<Question['kind'], Question[]>();
  for (const question of questions) {
    const group = groups.get(question.kind);
    if (group === undefined) groups.set(question.kind, [question]);
    else group.push(question);
  }
  return [...groups];
}

function wordFiles(draft: Draft): string {
  const files = new Set([...draft.trends, ...draft.findings].map(({ place }) => place.file));
  return listNames([...files].filter((file) => file !== '')) || 'what was pasted';
}

function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
