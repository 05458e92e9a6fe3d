import { type SyntheticEvent, useMemo, useState } from 'react';
import type { Edit, Fields } from '../../domain/editing/edit-acts.ts';
import { byField, type FieldIssues, fitFields } from '../../domain/editing/edit-fields.ts';
import { issueWords } from '../../domain/editing/edit-words.ts';
import { Button } from '../../ui/button.tsx';
import css from './edit.module.css';
import { useEditing } from './edit-context.ts';
import { Field } from './field.tsx';
import { type FieldSpec, type Typed, toValues } from './field-spec.ts';

const NOTHING: Fields = {};

/** The fields that stand in a form, which may follow from what is typed into others. */
export type Specs = readonly FieldSpec[] | ((typed: Fields) => readonly FieldSpec[]);

/**
 * Fields of something that is there: what is typed is taken over as soon as it fits. What does not fit stays in its field,
 * with the reason, and waits.
 */
export function FieldsForm(props: {
  /** Key under which the form's texts wait. */
  form: string;
  specs: Specs;
  values: Fields;
  toAct: (fields: Fields) => Edit;
}) {
  const { form, values, toAct } = props;
  const { radar, pending, apply, remember, seal } = useEditing();
  const waiting = pending[form] ?? NOTHING;
  const specs = specsOf(props.specs, { ...values, ...waiting });
  // biome-ignore lint/correctness/useExhaustiveDependencies: specs and toAct follow from the form and the radar
  const issues = useMemo(
    (): FieldIssues => (waiting === NOTHING ? {} : fitFields(radar, toValues(specs, waiting), toAct).issues),
    [radar, waiting, form],
  );
  const change = (key: string, typed: Typed) => {
    const all = { ...waiting, [key]: typed };
    const after = specsOf(props.specs, { ...values, ...all });
    const { act, left } = fitFields(radar, toValues(after, all), toAct);
    const refused = act !== null && apply(act).length > 0;
    remember(
      form,
      Object.fromEntries(Object.entries(all).filter(([each]) => refused || left.includes(each))),
    );
  };
  return (
    <div className={css.fields}>
      {specs.map((spec) => (
        <Field
          key={spec.key}
          spec={spec}
          value={values[spec.key]}
          waiting={waiting[spec.key]}
          issue={issueOf(spec.key, waiting, issues)}
          change={(typed) => change(spec.key, typed)}
          leave={seal}
        />
      ))}
      <p className={css.issue} role="status">
        {issues[''] !== undefined && `Not taken over yet: ${issues['']}`}
      </p>
    </div>
  );
}

function issueOf(key: string, waiting: Fields, issues: FieldIssues): string | undefined {
  if (waiting[key] === undefined) return undefined;
  const reason = issues[key];
  return `Not taken over yet.${reason === undefined ? '' : ` ${reason}`}`;
}

/** Fields of something that is not there yet: it is added as a whole. What is typed waits like any other text. */
export function AddForm(props: {
  form: string;
  specs: Specs;
  /** What the button says, such as "Add the fact". */
  label: string;
  toAct: (fields: Fields) => Edit;
  /** Values that stand in the fields at first. */
  values?: Fields;
  added?: (act: Edit) => void;
}) {
  const { form, toAct, values = NOTHING } = props;
  const { pending, apply, remember } = useEditing();
  const [issues, setIssues] = useState<FieldIssues>({});
  const typed = { ...values, ...pending[form] };
  const specs = specsOf(props.specs, typed);
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    const act = toAct(toValues(specs, typed));
    const found = apply(act);
    const keys = specs.map(({ key }) => key);
    setIssues(byField(found, keys));
    const first = specs.find(({ key }) => byField(found, keys)[key] !== undefined);
    if (found.length === 0) {
      remember(form, {});
      props.added?.(act);
    } else if (first !== undefined && event.currentTarget instanceof HTMLFormElement) {
      const field = event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')[specs.indexOf(first)];
      field?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    }
  };
  return (
    <form className={css.fields} onSubmit={add} noValidate>
      {specs.map((spec) => (
        <div key={spec.key} data-field="">
          <Field
            spec={spec}
            value={undefined}
            waiting={typed[spec.key]}
            issue={issues[spec.key]}
            change={(next) => remember(form, { ...pending[form], [spec.key]: next })}
          />
        </div>
      ))}
      <p className={css.issue} role="status">
        {issues['']}
      </p>
      <Button type="submit">{props.label}</Button>
    </form>
  );
}

/** A button for an act; where it cannot be done, the reason stands beside it. */
export function ActButton(props: { act: Edit; label: string; children: string; done?: () => void }) {
  const { apply } = useEditing();
  const [issue, setIssue] = useState<string | null>(null);
  return (
    <>
      <Button
        aria-label={props.label}
        onClick={() => {
          const [found] = apply(props.act);
          setIssue(found === undefined ? null : issueWords(found));
          if (found === undefined) props.done?.();
        }}
      >
        {props.children}
      </Button>
      {issue !== null && (
        <p className={css.issue} role="status">
          {issue}
        </p>
      )}
    </>
  );
}

function specsOf(specs: Specs, typed: Fields): readonly FieldSpec[] {
  return typeof specs === 'function' ? specs(typed) : specs;
}
