import { useId, useMemo, useState } from 'react';
import type { Radar } from '../../domain/radar.ts';
import {
  checkNewEdition,
  type NewEdition,
  publishEdition,
  suggestEdition,
} from '../../domain/workshop/publish-edition.ts';
import type { Session } from '../../domain/workshop/session.ts';
import { Button } from '../../ui/button.tsx';
import css from './result.module.css';

type Work = { kind: 'idle' | 'working' } | { kind: 'done'; id: string } | { kind: 'failed'; reason: string };

/** Names and dates the new edition, says before it is made what a radar cannot hold of the workshop, and makes it. */
export function ResultPublish(props: {
  session: Session;
  /** YYYY-MM-DD. */
  today: string;
  publish: (radar: Radar, edition: NewEdition) => void | Promise<void>;
  close: () => void;
}) {
  const { session, today } = props;
  const title = useId();
  const problemId = useId();
  const [edition, setEdition] = useState(() => suggestEdition(session.radar, today));
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const problem = checkNewEdition(session.radar, edition);
  const published = useMemo(
    () => (problem === null ? publishEdition(session, edition) : null),
    [session, edition, problem],
  );
  const change = (part: Partial<NewEdition>) => {
    setEdition({ ...edition, ...part });
    setWork({ kind: 'idle' });
  };
  const submit = async () => {
    if (published === null) return;
    setWork({ kind: 'working' });
    try {
      await props.publish(published.radar, edition);
      setWork({ kind: 'done', id: edition.id });
    } catch (cause) {
      setWork({ kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
    }
  };
  return (
    <section className={css.publish} aria-labelledby={title}>
      <h2 id={title}>Publish as a new edition</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label>
          <span>Edition</span>
          <input
            ref={focusOnce}
            value={edition.id}
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={problemId}
            onChange={(event) => change({ id: event.target.value })}
          />
        </label>
        <label>
          <span>Date</span>
          <input
            value={edition.date}
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={problemId}
            onChange={(event) => change({ date: event.target.value })}
          />
        </label>
        <Button
          type="submit"
          className={css.primary}
          disabled={published === null || work.kind === 'working'}
        >
          {`Publish ${edition.id}`}
        </Button>
        <Button onClick={props.close}>Not now</Button>
      </form>
      <p id={problemId} role="status" className={css.problem}>
        {problem}
      </p>
      {published !== null && published.notes.length > 0 && (
        <>
          <h3>What to know before</h3>
          <ul>
            {published.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <p role={work.kind === 'failed' ? 'alert' : 'status'}>
        {work.kind === 'working' && 'Publishing …'}
        {work.kind === 'done' && `Edition ${work.id} is published.`}
        {work.kind === 'failed' && `It could not be published: ${work.reason}`}
      </p>
    </section>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
