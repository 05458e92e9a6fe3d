import { useId, useState } from 'react';
import css from './edit.module.css';
import { type FieldSpec, isTaken, readTyped, type Typed, toTyped } from './field-spec.ts';

/** One field with its label, and beside it what is wrong with what it holds. */
export function Field(props: {
  spec: FieldSpec;
  /** What the radar holds. */
  value: unknown;
  /** What is typed and not taken over; undefined where all is. */
  waiting: unknown;
  issue?: string | undefined;
  change: (typed: Typed) => void;
  leave?: () => void;
}) {
  const { spec, value, waiting, issue } = props;
  const id = useId();
  // A space that was just typed is kept as long as the field stands, though the radar does without.
  const [typed, setTyped] = useState<Typed>(() => toTyped(spec, value));
  const held = isTaken(spec, typed, value) ? typed : toTyped(spec, value);
  const shown = waiting === undefined ? held : readTyped(waiting);
  const change = (next: Typed) => {
    setTyped(next);
    props.change(next);
  };
  const describedBy = [issue === undefined ? '' : `${id}-issue`, spec.hint === undefined ? '' : `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  const shared = {
    id,
    onBlur: props.leave,
    ...(issue === undefined ? {} : { 'aria-invalid': true }),
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
  };
  const words = (
    <>
      {spec.hint !== undefined && (
        <p id={`${id}-hint`} className={css.hint}>
          {spec.hint}
        </p>
      )}
      <p id={`${id}-issue`} className={css.issue} aria-live="polite">
        {issue}
      </p>
    </>
  );

  if (spec.as === 'many') {
    const chosen: readonly string[] = Array.isArray(shown) ? shown.map(String) : [];
    return (
      <fieldset className={css.many}>
        <legend>{spec.label}</legend>
        {spec.options.map((option) => (
          <label key={option.value} className={css.flag}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={({ target }) =>
                change(
                  target.checked
                    ? [...chosen, option.value]
                    : chosen.filter((entry) => entry !== option.value),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
        {words}
      </fieldset>
    );
  }
  if (spec.as === 'flag')
    return (
      <div className={css.field}>
        <label className={css.flag}>
          <input
            {...shared}
            type="checkbox"
            checked={shown === true}
            onChange={({ target }) => change(target.checked)}
          />
          <span>{spec.label}</span>
        </label>
        {words}
      </div>
    );
  const text = String(shown);
  return (
    <div className={css.field}>
      <label htmlFor={id}>{spec.label}</label>
      {spec.as === 'choice' ? (
        <select {...shared} value={text} onChange={({ target }) => change(target.value)}>
          {(spec.empty !== undefined || text === '') && <option value="">{spec.empty ?? 'Choose …'}</option>}
          {spec.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : spec.as === 'text' || spec.as === 'lines' ? (
        <textarea
          {...shared}
          rows={spec.as === 'lines' ? 2 : 3}
          value={text}
          onChange={({ target }) => change(target.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={spec.as === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          value={text}
          onChange={({ target }) => change(target.value)}
        />
      )}
      {words}
    </div>
  );
}
