import { useId } from 'react';
import css from './choice.module.css';

/** One of a few, as a row of radio buttons; arrow keys move in it. */
export function Choice<T extends string>(props: {
  title: string;
  options: readonly { value: T; label: string }[];
  value: T;
  choose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.choice}>
      <legend>{props.title}</legend>
      <div className={css.options}>
        {props.options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              checked={props.value === value}
              onChange={() => props.choose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of many, as the browser's own list. */
export function Select<T extends string>(props: {
  title: string;
  options: readonly { value: T; label: string }[];
  value: T;
  choose: (value: T) => void;
}) {
  return (
    <label className={css.select}>
      <span>{props.title}</span>
      <select
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.target.value);
          if (chosen) props.choose(chosen.value);
        }}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
