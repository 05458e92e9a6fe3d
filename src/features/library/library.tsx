import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { RadarPlan } from '../../domain/empty-radar.ts';
import { Button } from '../../ui/button.tsx';
import { AddressForm } from './address-form.tsx';
import { EmptyForm } from './empty-form.tsx';
import { FileButton } from './file-button.tsx';
import { focusFirst } from './focus-first.ts';
import css from './library.module.css';
import type { LibraryEntry } from './library-entry.ts';
import { RadarList, type Remove } from './radar-list.tsx';

/** All ways to get a radar onto the page: files, text, an address, what this browser keeps, a new one, a merged one. */
export function Library(props: {
  /** Null while they are read. */
  entries: readonly LibraryEntry[] | null;
  /** Why they cannot be listed. */
  listFailure: string | null;
  /** The address of the radar on the page, null for the built-in one; its title, null where it could not be read. */
  current: { address: string | null; title: string | null };
  /** Names of the formats that can be read. */
  formats: readonly string[];
  openFiles: (files: readonly File[]) => void;
  openText: (text: string) => void;
  /** An https address, as it was typed. */
  openAddress: (address: string) => void;
  /** The address of an entry. */
  open: (address: string) => void;
  remove: Remove;
  save: (address: string) => void;
  begin: (plan: RadarPlan) => void;
  editCopy: () => void;
  /** Leads to the formats that the radar on the page can be written in. */
  saveCurrent: () => void;
  mergeFiles: (files: readonly File[]) => void;
  /** The address of an entry. */
  mergeKept: (address: string) => void;
}) {
  const { entries, current } = props;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => focusFirst(root.current?.querySelector('button')), []);
  return (
    <div ref={root} className={css.library}>
      <p className={css.privacy}>
        Nothing is uploaded: files are read in this browser, and what is kept of them stays in it.
      </p>
      <div className={css.columns}>
        <div>
          <Section title="From files">
            <div className={css.row}>
              <FileButton main choose={props.openFiles}>
                Choose files …
              </FileButton>
              <FileButton folder choose={props.openFiles}>
                Choose a folder …
              </FileButton>
            </div>
            <p className={css.hint}>Or drop a file, several files, a folder or a zip anywhere on the page.</p>
            <details className={css.fold}>
              <summary>What can be read ({props.formats.length} formats)</summary>
              <ul className={css.formats}>
                {props.formats.map((format) => (
                  <li key={format}>{format}</li>
                ))}
              </ul>
              <p className={css.hint}>A file is recognised by its content, whatever its name.</p>
            </details>
          </Section>
          <Section title="From a text">
            <PasteForm open={props.openText} />
          </Section>
          <Section title="From an address">
            <AddressForm open={props.openAddress} />
          </Section>
        </div>
        <div>
          <Section title="Kept in this browser">
            <RadarList
              entries={entries}
              failure={props.listFailure}
              current={current.address}
              open={props.open}
              remove={props.remove}
              save={props.save}
            />
          </Section>
          <Section title="Begin a new one">
            {current.title !== null && (
              <div className={css.row}>
                <Button onClick={props.editCopy}>Edit a copy of “{current.title}”</Button>
              </div>
            )}
            <details className={css.fold}>
              <summary>New empty radar</summary>
              <EmptyForm begin={props.begin} />
            </details>
          </Section>
          {current.title !== null && (
            <>
              <Section title="Save as a file">
                <div className={css.row}>
                  <Button onClick={props.saveCurrent}>Save “{current.title}” as …</Button>
                </div>
                <p className={css.hint}>
                  In the format of this page or of another tool; what that cannot hold is listed before.
                </p>
              </Section>
              <Section title={`Merge into “${current.title}”`}>
                <MergeForm
                  entries={(entries ?? []).filter(({ address }) => address !== current.address)}
                  mergeFiles={props.mergeFiles}
                  mergeKept={props.mergeKept}
                />
              </Section>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function PasteForm({ open }: { open: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') open(text);
      }}
    >
      <label className={css.field}>
        <span>Paste the content of a file: a radar file, CSV, cells of a spreadsheet, JSON or YAML</span>
        <textarea
          rows={3}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button type="submit" disabled={text.trim() === ''}>
        Open the text
      </Button>
    </form>
  );
}

function MergeForm(props: {
  entries: readonly LibraryEntry[];
  mergeFiles: (files: readonly File[]) => void;
  mergeKept: (address: string) => void;
}) {
  const { entries } = props;
  const [chosen, setChosen] = useState('');
  const address = entries.some((entry) => entry.address === chosen) ? chosen : (entries[0]?.address ?? null);
  return (
    <>
      <p className={css.hint}>
        A review shows first what comes from where, and what differs. The merged radar is a new one: both stay
        as they are.
      </p>
      <div className={css.row}>
        <FileButton choose={props.mergeFiles}>Choose a second file …</FileButton>
        {address !== null && (
          <>
            <label className={css.select}>
              <span>or one of this browser</span>
              <select value={address} onChange={(event) => setChosen(event.target.value)}>
                {entries.map((entry) => (
                  <option key={entry.address} value={entry.address}>
                    {entry.title}
                  </option>
                ))}
              </select>
            </label>
            <Button onClick={() => props.mergeKept(address)}>Merge</Button>
          </>
        )}
      </div>
    </>
  );
}
