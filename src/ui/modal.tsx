import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import css from './modal.module.css';

/**
 * The browser's own modal dialog: it traps focus, closes on Escape and gives focus back. `close` is called only where
 * the reader closes it, not where another view has taken its place already.
 */
export function Modal(props: {
  open: boolean;
  title: string;
  /** Takes most of the window. */
  wide?: boolean;
  close: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (props.open && !element.open) element.showModal();
    if (!props.open && element.open) element.close();
  }, [props.open]);
  return (
    <dialog
      ref={dialog}
      className={`${css.modal} ${props.wide ? css.wide : ''}`}
      aria-labelledby={title}
      onClose={() => props.open && props.close()}
    >
      <header className={css.header}>
        <h2 id={title}>{props.title}</h2>
        <Button onClick={props.close}>Close</Button>
      </header>
      {props.open && props.children}
    </dialog>
  );
}
