import { type ReactNode, useId, useRef, useState } from 'react';
import { dateWords } from '../../domain/words.ts';
import { localTime } from '../../formats/local-time.ts';
import { clockOffset } from '../../platform/clock-offset.ts';
import { Button } from '../../ui/button.tsx';
import css from './session-list.module.css';

/** A workshop that this browser keeps. */
export interface SessionListEntry {
  id: string;
  name: string;
  radarTitle: string;
  /** ISO times. */
  started: string;
  changed: string;
  decided: number;
  total: number;
}

/** What can be done with a workshop of the list. What fails rejects with words for the reader. */
export interface SessionListActs {
  resume: (id: string) => void;
  rename: (id: string, name: string) => void | Promise<void>;
  duplicate: (id: string) => void | Promise<void>;
  /** Takes it out of the list, in a way that `restore` can take back. */
  remove: (id: string) => void | Promise<void>;
  restore: (id: string) => void | Promise<void>;
  exportFile: (id: string) => void | Promise<void>;
  /** @returns what became of it, as a sentence: "Merged into “Review”." */
  importFile: (file: File) => Promise<string>;
}

type Told =
  | { kind: 'none' }
  | { kind: 'done'; words: string }
  | { kind: 'removed'; id: string; name: string }
  | { kind: 'failed'; words: string };

/** The workshops of this browser, the one that was changed last first. */
export function SessionList(props: SessionListActs & { sessions: readonly SessionListEntry[] }) {
  const { resume, rename, duplicate, remove, restore, exportFile, importFile } = props;
  const sessions = [...props.sessions].sort((a, b) => (a.changed > b.changed ? -1 : 1));
  const [told, setTold] = useState<Told>({ kind: 'none' });
  const [renaming, setRenaming] = useState<string | null>(null);
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const file = useRef<HTMLInputElement>(null);

  const attempt = async (work: () => unknown, then: (result: unknown) => Told) => {
    try {
      setTold(then(await work()));
    } catch (cause) {
      setTold({ kind: 'failed', words: cause instanceof Error ? cause.message : String(cause) });
    }
  };
  const quietly = (): Told => ({ kind: 'none' });

  return (
    <section className={css.list} aria-labelledby={title}>
      <header>
        <h3 id={title} ref={heading} tabIndex={-1}>
          Workshops in this browser
        </h3>
        <Button onClick={() => file.current?.click()}>Import file</Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label="File of a workshop"
          hidden
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen !== undefined)
              void attempt(
                () => importFile(chosen),
                (words) => ({ kind: 'done', words: String(words) }),
              );
            // The same file can be chosen again.
            event.target.value = '';
          }}
        />
      </header>
      <div className={css.told} role={told.kind === 'failed' ? 'alert' : 'status'}>
        {told.kind === 'done' && <p>{told.words}</p>}
        {told.kind === 'failed' && <p>That did not work: {told.words}</p>}
        {told.kind === 'removed' && (
          <p>
            Deleted “{told.name}”.{' '}
            <Button
              onClick={() => {
                heading.current?.focus();
                void attempt(
                  () => restore(told.id),
                  () => ({ kind: 'done', words: `“${told.name}” is back.` }),
                );
              }}
            >
              Undo
            </Button>
          </p>
        )}
      </div>
      {sessions.length === 0 ? (
        <p className={css.none}>
          None yet. A workshop that you begin, or whose file you import, stands here.
        </p>
      ) : (
        <ul>
          {sessions.map((session) => (
            <Entry
              key={session.id}
              session={session}
              renaming={renaming === session.id}
              rename={(name) => {
                setRenaming(null);
                if (name !== null && name !== session.name)
                  void attempt(() => rename(session.id, name), quietly);
              }}
            >
              <Button
                className={css.resume}
                onClick={() => resume(session.id)}
                aria-label={`Resume ${session.name}`}
              >
                Resume
              </Button>
              <Button onClick={() => setRenaming(session.id)} aria-label={`Rename ${session.name}`}>
                Rename
              </Button>
              <Button
                aria-label={`Duplicate ${session.name}`}
                onClick={() =>
                  void attempt(
                    () => duplicate(session.id),
                    () => ({ kind: 'done', words: `There is a copy of “${session.name}”.` }),
                  )
                }
              >
                Duplicate
              </Button>
              <Button
                aria-label={`Export ${session.name} as a file`}
                onClick={() => void attempt(() => exportFile(session.id), quietly)}
              >
                Export file
              </Button>
              <Button
                aria-label={`Delete ${session.name}`}
                onClick={() => {
                  heading.current?.focus();
                  const { id, name } = session;
                  void attempt(
                    () => remove(id),
                    () => ({ kind: 'removed', id, name }),
                  );
                }}
              >
                Delete
              </Button>
            </Entry>
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry(props: {
  session: SessionListEntry;
  renaming: boolean;
  /** Null leaves the name as it is. */
  rename: (name: string | null) => void;
  children: ReactNode;
}) {
  const { session, renaming } = props;
  const { decided, total } = session;
  return (
    <li>
      {renaming ? <NewName name={session.name} rename={props.rename} /> : <h4>{session.name}</h4>}
      <p>
        {session.radarTitle} · started {momentWords(session.started)} · last changed{' '}
        {momentWords(session.changed)}
      </p>
      <div className={css.progress}>
        <progress value={decided} max={Math.max(1, total)} aria-label={`Decided in ${session.name}`} />
        <span>
          {decided} of {total} decided
        </span>
      </div>
      <div className={css.actions}>{props.children}</div>
    </li>
  );
}

/** Enter and Save take the new name, Escape and Cancel leave the old one. */
function NewName(props: { name: string; rename: (name: string | null) => void }) {
  const [name, setName] = useState(props.name);
  return (
    <form
      className={css.rename}
      onSubmit={(event) => {
        event.preventDefault();
        props.rename(name.trim() || null);
      }}
    >
      <input
        ref={selectOnce}
        aria-label={`New name for ${props.name}`}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // The panel around the list would close.
          event.preventDefault();
          event.stopPropagation();
          props.rename(null);
        }}
      />
      <Button type="submit">Save</Button>
      <Button onClick={() => props.rename(null)}>Cancel</Button>
    </form>
  );
}

function selectOnce(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

/** "21 Nov 2026, 09:30" by the clocks of this place. */
function momentWords(iso: string): string {
  const when = localTime(iso, clockOffset(iso));
  return when === null ? 'at an unknown time' : `${dateWords(when.date)}, ${when.time}`;
}
