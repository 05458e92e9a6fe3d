import { type ReactNode, type Ref, useState } from 'react';

/** A part that is folded until asked for. What lies in it is drawn only then: the forms of a radar are many. */
export function Fold(props: {
  summary: ReactNode;
  className?: string | undefined;
  /** Whether it stands open at first. */
  open?: boolean;
  summaryRef?: Ref<HTMLElement>;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(props.open === true);
  return (
    <details className={props.className} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={props.summaryRef}>{props.summary}</summary>
      {open && props.children}
    </details>
  );
}
