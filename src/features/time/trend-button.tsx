import css from './trend-button.module.css';

/** The number and the name of a trend, which it opens. */
export function TrendButton(props: { name: string; number: number | null; open: () => void }) {
  return (
    <button type="button" className={css.trend} onClick={props.open}>
      <span className={css.number}>{props.number ?? '–'}</span> <b>{props.name}</b>
    </button>
  );
}
