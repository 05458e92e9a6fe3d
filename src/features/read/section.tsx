import type { ReactNode } from 'react';
import css from './section.module.css';

/** A part of the panel that always stands open. */
export function Section(props: { id: string; title: string; count?: number; children: ReactNode }) {
  return (
    <section id={props.id} className={css.section} aria-labelledby={`${props.id}-title`}>
      <h3 id={`${props.id}-title`} className={css.title}>
        {props.title} <span className={css.count}>{props.count}</span>
      </h3>
      {props.children}
    </section>
  );
}

/** A part that is folded until asked for: background, never what a decision turns on. */
export function Folded(props: { id: string; title: string; count: number; children: ReactNode }) {
  return (
    <details id={props.id} className={css.section}>
      <summary className={css.title}>
        <h3>
          {props.title} <span className={css.count}>{props.count}</span>
        </h3>
      </summary>
      {props.children}
    </details>
  );
}
