import { type ReactNode, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import css from './library.module.css';

/** Opens the system's own dialog for files, or for a folder. */
export function FileButton(props: {
  folder?: boolean;
  /** Stands out as what most people come for. */
  main?: boolean;
  choose: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button className={props.main ? css.main : ''} onClick={() => input.current?.click()}>
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={props.folder ? 'Folder' : 'Files'}
        {...(props.folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file can be chosen again, after it has been mended.
          event.target.value = '';
          if (chosen.length > 0) props.choose(chosen);
        }}
      />
    </>
  );
}
