import { useRef } from 'react';
import type { EntryList, Fields } from '../../domain/editing/edit-acts.ts';
import { entryForm } from '../../domain/editing/edit-pending.ts';
import { ENTRY_WORDS } from '../../domain/editing/edit-words.ts';
import type { Trend } from '../../domain/radar.ts';
import css from './edit.module.css';
import { useEditing } from './edit-context.ts';
import { entrySpecs, entryTitle, splitSource } from './entry-specs.ts';
import { ActButton, AddForm, FieldsForm } from './fields-form.tsx';
import { Fold } from './fold.tsx';

/** The entries of one list of a trend, each folded under its title, and a form for another one. */
export function EntryListEditor({ trend, list }: { trend: Trend; list: EntryList }) {
  const { radar } = useEditing();
  const adding = useRef<HTMLElement>(null);
  const entries: readonly Fields[] = trend[list] ?? [];
  const word = ENTRY_WORDS[list];
  const toAdder = () => adding.current?.focus();
  return (
    <>
      {entries.length > 0 && (
        <ol className={css.entries}>
          {entries.map((entry, at) => (
            // Only facts have ids; the form of any other entry is known by its place.
            <li key={String(entry.id ?? at)}>
              <Fold summary={entryTitle(list, entry, radar)}>
                <FieldsForm
                  form={entryForm(trend.id, list, at)}
                  specs={(typed) => entrySpecs(list, radar, trend, typed)}
                  values={entry}
                  toAct={(fields) => ({
                    kind: 'change-entry',
                    trend: trend.id,
                    list,
                    at,
                    ...splitSource(fields),
                  })}
                />
                <div className={css.actions}>
                  {at > 0 && (
                    <ActButton
                      act={{ kind: 'move-entry', trend: trend.id, list, at, to: at - 1 }}
                      label={`Move ${word} ${at + 1} up`}
                      done={toAdder}
                    >
                      Move up
                    </ActButton>
                  )}
                  {at < entries.length - 1 && (
                    <ActButton
                      act={{ kind: 'move-entry', trend: trend.id, list, at, to: at + 1 }}
                      label={`Move ${word} ${at + 1} down`}
                      done={toAdder}
                    >
                      Move down
                    </ActButton>
                  )}
                  <ActButton
                    act={{ kind: 'remove-entry', trend: trend.id, list, at }}
                    label={`Remove ${word} ${at + 1}`}
                    done={toAdder}
                  >
                    Remove
                  </ActButton>
                </div>
              </Fold>
            </li>
          ))}
        </ol>
      )}
      <Fold className={css.adder} summary={<>Add a {word}</>} summaryRef={adding}>
        <AddForm
          form={entryForm(trend.id, list, 'new')}
          specs={(typed) => entrySpecs(list, radar, trend, typed)}
          label={`Add the ${word}`}
          values={list === 'failureModes' ? NOT_SILENT : {}}
          toAct={(fields) => ({ kind: 'add-entry', trend: trend.id, list, ...splitSource(fields) })}
        />
      </Fold>
    </>
  );
}

const NOT_SILENT: Fields = { silent: false };
