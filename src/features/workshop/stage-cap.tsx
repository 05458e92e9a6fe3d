import type { ReactNode } from 'react';
import css from './stage.module.css';

/** A key beside what it does; to assistive technology `aria-keyshortcuts` says it. */
export function StageCap({ children }: { children: ReactNode }) {
  return (
    <span className={css.cap} aria-hidden="true">
      {children}
    </span>
  );
}
