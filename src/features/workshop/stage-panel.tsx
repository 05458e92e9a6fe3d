import { type ReactNode, useEffect, useId, useRef } from 'react';
import css from './stage.module.css';
import { StageCap } from './stage-cap.tsx';

/** A view that takes the place of the text on the stage and scrolls by keys; what is beside it goes on working. */
export function StagePanel(props: { title: string; close: () => void; children: ReactNode }) {
  const title = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      // where the focus went elsewhere, it stays there
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section ref={panel} className={css.panel} aria-labelledby={title} tabIndex={0}>
      <header>
        <h2 id={title}>{props.title}</h2>
        <button type="button" className={css.plain} onClick={props.close}>
          <StageCap>Esc</StageCap> Close
        </button>
      </header>
      {props.children}
    </section>
  );
}
