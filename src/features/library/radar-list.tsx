import { useEffect, useRef, useState } from 'react';
import { countTrends } from '../../domain/importing/reconcile-question.ts';
import { Button } from '../../ui/button.tsx';
import css from './library.module.css';
import type { LibraryEntry } from './library-entry.ts';

/** Takes a radar out of this browser. @returns what puts it back */
export type Remove = (address: string) => Promise<() => Promise<void>>;

type Said = { words: string; undo?: () => Promise<void>; title: string };

/** The radars of this browser. One that was removed can be put back as long as the list is there. */
export function RadarList(props: {
  entries: readonly LibraryEntry[] | null;
  failure: string | null;
  current: string | null;
  open: (address: string) => void;
  remove: Remove;
  save: (address: string) => void;
}) {
  const { entries, failure } = props;
  const [said, setSaid] = useState<Said | null>(null);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed went away with its radar.
    if (said !== null) (line.current?.querySelector('button') ?? line.current)?.focus();
  }, [said]);
  const attempt = (work: Promise<Said>, title: string, failed: string) =>
    void work.then(setSaid, () =>
      setSaid({ title, words: `${failed}: this browser does not let the page change what it keeps.` }),
    );
  const remove = ({ address, title }: LibraryEntry) =>
    attempt(
      props.remove(address).then((undo) => ({ title, words: `“${title}” was removed.`, undo })),
      title,
      `“${title}” was not removed`,
    );
  const undo = ({ title, undo: restore }: Said) => {
    if (restore !== undefined)
      attempt(
        restore().then(() => ({ title, words: `“${title}” is back.` })),
        title,
        `“${title}” was not put back`,
      );
  };
  return (
    <>
      <div ref={line} role="status" tabIndex={-1} className={css.said}>
        {said !== null && (
          <>
            {said.words}{' '}
            {said.undo !== undefined && (
              <>
                <Button onClick={() => undo(said)}>Undo</Button> <span>until this is closed</span>
              </>
            )}
          </>
        )}
      </div>
      {failure !== null && <p className={css.fault}>{failure}</p>}
      {failure === null && entries === null && <p className={css.hint}>Reading the list …</p>}
      {failure === null && entries?.length === 0 && (
        <p className={css.hint}>None yet: a radar that is opened from a file, or edited, is listed here.</p>
      )}
      {entries !== null && entries.length > 0 && (
        <ul className={css.radars}>
          {entries.map((entry) => (
            <li key={entry.address}>
              <div className={css.radar}>
                <b>{entry.title}</b>
                <span>{wordEntry(entry)}</span>
                {entry.from !== null && <span>{entry.from}</span>}
              </div>
              <div className={css.row}>
                {entry.address === props.current ? (
                  <span className={css.here}>On the page now</span>
                ) : (
                  <Button aria-label={`Open ${entry.title}`} onClick={() => props.open(entry.address)}>
                    Open
                  </Button>
                )}
                <Button
                  aria-label={`Save ${entry.title} as a file`}
                  onClick={() => props.save(entry.address)}
                >
                  Save as file
                </Button>
                {entry.address !== props.current && (
                  <Button aria-label={`Remove ${entry.title}`} onClick={() => remove(entry)}>
                    Remove
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Such as "12 trends · edited 4 May 2026, 14:05 · 3 changes not saved to a file". */
function wordEntry({ trends, when, edited }: LibraryEntry): string {
  const time = when === null ? '' : wordTime(when);
  const unsaved = edited?.unsaved ?? 0;
  return [
    countTrends(trends),
    ...(time === '' ? [] : [`${edited === null ? 'opened' : 'edited'} ${time}`]),
    ...(unsaved === 0 ? [] : [`${unsaved} ${unsaved === 1 ? 'change' : 'changes'} not saved to a file`]),
  ].join(' · ');
}

function wordTime(when: string): string {
  const time = new Date(when);
  if (Number.isNaN(time.getTime())) return '';
  return time.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
