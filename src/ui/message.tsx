import type { ReactNode } from 'react';
import css from './message.module.css';

/** A line at the foot of the window that hides nothing for long; an urgent one is announced at once. */
export function Message({ urgent, children }: { urgent: boolean; children: ReactNode }) {
  return (
    <div className={css.message} role={urgent ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
