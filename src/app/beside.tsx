import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import css from './assess.module.css';

/** A panel over the list, so that the picture stays in sight. */
export function Beside(props: { title: string; close: () => void; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside className={css.beside} aria-label={props.title}>
      <header className={css.head}>
        <h2 ref={heading} tabIndex={-1}>
          {props.title}
        </h2>
        <Button onClick={props.close}>Close</Button>
      </header>
      {props.children}
    </aside>
  );
}
