import type { ReactNode } from 'react';
import css from './status-screen.module.css';

/** A whole-area message: what happened, why, and what can be done. `busy` announces politely, a failure at once. */
export function StatusScreen(props: {
  busy?: boolean;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={css.screen} role={props.busy ? 'status' : 'alert'}>
      <div className={css.card}>
        <h2 className={css.title}>{props.title}</h2>
        {props.children}
        {props.actions !== undefined && <div className={css.actions}>{props.actions}</div>}
      </div>
    </div>
  );
}
