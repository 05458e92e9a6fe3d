import { useLayoutEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import css from './opening.module.css';

/** Lies over the whole page, dialogs included, while a file is dragged over it. */
export function DropHint() {
  const hint = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Where there are no popovers it is over the page all the same, though not over a dialog.
    if ('showPopover' in HTMLElement.prototype) hint.current?.showPopover();
  }, []);
  return (
    <div ref={hint} popover="manual" role="status" className={css.hint}>
      <p>Drop a radar to open it: a file, a folder, a zip or a snapshot</p>
    </div>
  );
}

/** For a radar that the browser could not store. */
export function VisitNotice({ dismiss }: { dismiss: () => void }) {
  return (
    <Message urgent={false}>
      <p>
        This browser does not let the page store the radar, so it is open for this visit only: keep its file.
      </p>
      <Button onClick={dismiss}>Dismiss</Button>
    </Message>
  );
}
