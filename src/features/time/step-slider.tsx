import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/button.tsx';
import css from './step-slider.module.css';

/** A slider over steps, with a button to the step before and to the one after it, and what stands above it in step. */
export function StepSlider(props: {
  label: string;
  /** Position of the step, from 0. */
  value: number;
  steps: number;
  /** The step in words. */
  words: string;
  /** The step as it is read out, where that says more. */
  spoken?: string;
  /** What each step is called: a mark for each stands below the slider, with the words of the first and the last. */
  marks?: readonly string[];
  move: (step: number) => void;
  children?: ReactNode;
}) {
  const { label, value, steps, move, marks = [] } = props;
  const id = useId();
  const what = label.toLowerCase();
  return (
    <div className={css.slider}>
      <div className={css.head}>
        <label htmlFor={id}>{label}</label>
        <span aria-hidden="true">{props.words}</span>
        <Button aria-label={`Previous ${what}`} disabled={value <= 0} onClick={() => move(value - 1)}>
          <span aria-hidden="true">←</span>
        </Button>
        <Button aria-label={`Next ${what}`} disabled={value >= steps - 1} onClick={() => move(value + 1)}>
          <span aria-hidden="true">→</span>
        </Button>
      </div>
      {props.children !== undefined && <div className={css.above}>{props.children}</div>}
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(0, steps - 1)}
        step={1}
        value={value}
        aria-valuetext={props.spoken ?? props.words}
        onChange={(event) => move(Number(event.target.value))}
      />
      {marks.length > 0 && (
        <div className={css.marks} aria-hidden="true">
          <div className={css.ticks}>
            {marks.map((mark) => (
              <i key={mark} />
            ))}
          </div>
          <div className={css.ends}>
            <span>{marks[0]}</span>
            <span>{marks.at(-1)}</span>
          </div>
        </div>
      )}
    </div>
  );
}
