import css from './stage.module.css';

/** Votes for one answer: shown, and while the vote is open counted up and down or written as a number. */
export function VoteStepper(props: {
  name: string;
  count: number;
  /** Votes are entered but not shown. */
  hidden: boolean;
  open: boolean;
  /** Ballots were cast, which can only be added to. */
  fixed: boolean;
  set: (count: number) => void;
  keys: string;
}) {
  const { name, count, hidden, open, fixed, set } = props;
  if (!open) return hidden ? null : <output aria-label={`Votes for ${name}`}>{count}</output>;
  return (
    <>
      <button
        type="button"
        aria-label={`One vote fewer for ${name}`}
        disabled={fixed || (!hidden && count === 0)}
        onClick={() => set(count - 1)}
      >
        −
      </button>
      {hidden ? (
        <span className={css.veiled} aria-hidden="true">
          ?
        </span>
      ) : (
        <input
          type="number"
          min={0}
          max={999}
          inputMode="numeric"
          aria-label={`Votes for ${name}`}
          readOnly={fixed}
          value={count}
          onChange={(event) => set(event.target.valueAsNumber || 0)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      )}
      <button
        type="button"
        aria-label={`One vote more for ${name}`}
        aria-keyshortcuts={props.keys || undefined}
        onClick={() => set(count + 1)}
      >
        +
      </button>
    </>
  );
}
