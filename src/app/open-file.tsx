import { type RefObject, useEffect, useState } from 'react';
import { watchDroppedFiles } from '../platform/watch-dropped-files.ts';
import { codeQuery } from '../state/code-query.ts';
import type { ViewState } from '../state/view-state.ts';
import { OnDemand } from './on-demand.tsx';

const dialogQuery = codeQuery('opening files', () => import('./open-dialog.tsx'));

/** Opens a radar from a file that is dropped anywhere, or chosen by `chooser`. */
export function OpenFile({
  chooser,
  view,
}: {
  chooser: RefObject<HTMLInputElement | null>;
  view: ViewState;
}) {
  const [dragging, setDragging] = useState(false);
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const [asked, setAsked] = useState(false);
  if (!asked && (dragging || files !== null)) setAsked(true);
  useEffect(() => watchDroppedFiles(setDragging, setFiles), []);
  const close = () => setFiles(null);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="Snapshot or radar file"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file can be chosen again, after it has been mended.
          event.target.value = '';
          if (chosen.length > 0) setFiles(chosen);
        }}
      />
      {asked && (
        <OnDemand afloat query={dialogQuery}>
          {({ OpenDialog }) => <OpenDialog {...{ dragging, files, view, close }} />}
        </OnDemand>
      )}
    </>
  );
}
