import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { detailIn } from '../domain/radar-index.ts';
import { drawView } from '../features/export/copy-view.ts';
import { ExportDialog } from '../features/export/export-dialog.tsx';
import type { ExportSource } from '../features/export/export-source.ts';
import { copyPicture } from '../platform/copy-picture.ts';
import { LoadFailure } from '../platform/load-failure.ts';
import { PictureFailure } from '../platform/picture-failure.ts';
import { readToday } from '../platform/read-today.ts';
import { shownTheme } from '../platform/theme-preference.ts';
import { useKept } from '../state/kept-store.ts';
import { useShownLens } from '../state/lens-store.ts';
import { detailQuery, fetchWholeRadar } from '../state/radar-queries.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { Modal } from '../ui/modal.tsx';

/** What the page shows, as far as a snapshot takes it over. */
export type Shown = Pick<ExportSource, 'index' | 'view' | 'screen'> & { radar: string | null };

/** What a person asked for; each time a new object. */
export interface SnapshotTask {
  kind: 'export' | 'copy';
}

type Copying = { kind: 'idle' | 'working' | 'done' } | { kind: 'failed'; reason: string; cure: string };

/** The export dialog, or the copy of the view, whose outcome is said at the foot of the page. */
export function Snapshots(props: {
  shown: Shown;
  task: SnapshotTask;
  start: (task: SnapshotTask | null) => void;
}) {
  const { shown, task, start } = props;
  const client = useQueryClient();
  const [copying, setCopying] = useState<Copying>({ kind: 'idle' });
  const kept = useKept((state) => state.kept);
  const lens = useShownLens((state) => state.lens);
  const source = useMemo((): ExportSource => {
    const { radar, index } = shown;
    return {
      ...shown,
      kept,
      lens,
      date: readToday(),
      origin: originWords(radar),
      loadRadar: () => fetchWholeRadar(client, radar),
      loadDetail: async (trend, edition) =>
        detailIn(await client.fetchQuery(detailQuery(client, radar, trend)), index.editions, edition),
    };
  }, [client, shown, kept, lens]);

  // what went well needs no answer, so its message goes by itself with the next thing that is done
  useEffect(() => {
    if (copying.kind !== 'done') return;
    const dismiss = () => setCopying({ kind: 'idle' });
    document.addEventListener('pointerdown', dismiss, { once: true });
    document.addEventListener('keydown', dismiss, { once: true });
    return () => {
      document.removeEventListener('pointerdown', dismiss);
      document.removeEventListener('keydown', dismiss);
    };
  }, [copying]);

  const latest = useRef(source);
  latest.current = source;
  useEffect(() => {
    if (task.kind !== 'copy') return;
    const controller = new AbortController();
    setCopying({ kind: 'working' });
    copyPicture(drawView(latest.current, shownTheme(), controller.signal)).then(
      () => setCopying({ kind: 'done' }),
      (error: unknown) => {
        if (!controller.signal.aborted) setCopying({ kind: 'failed', ...wordsOf(error) });
      },
    );
    return () => controller.abort();
  }, [task]);

  return (
    <>
      <Modal wide title="Export a snapshot" open={task.kind === 'export'} close={() => start(null)}>
        <ExportDialog source={source} />
      </Modal>
      <CopyMessage
        copying={task.kind === 'copy' ? copying : { kind: 'idle' }}
        dismiss={() => start(null)}
        exportInstead={() => start({ kind: 'export' })}
      />
    </>
  );
}

function CopyMessage(props: { copying: Copying; dismiss: () => void; exportInstead: () => void }) {
  const { copying } = props;
  if (copying.kind === 'idle') return null;
  if (copying.kind === 'failed') {
    return (
      <Message urgent>
        <p>
          {copying.reason}. {copying.cure}
        </p>
        <Button onClick={props.exportInstead}>Export a file</Button>
        <Button onClick={props.dismiss}>Dismiss</Button>
      </Message>
    );
  }
  return (
    <Message urgent={false}>
      <p>{copying.kind === 'done' ? 'The picture is in the clipboard.' : 'Copying the picture …'}</p>
    </Message>
  );
}

function wordsOf(error: unknown): { reason: string; cure: string } {
  if (error instanceof PictureFailure || error instanceof LoadFailure) {
    return { reason: error.message, cure: error.cure };
  }
  return { reason: error instanceof Error ? error.message : String(error), cure: 'Try again.' };
}

/** Where the radar came from: its file, or the page that it is built into. */
function originWords(radar: string | null): string {
  if (radar === null)
    return location.host + location.pathname.replace(/(index\.html)?$/, '').replace(/\/$/, '');
  return radar.startsWith('kept:') ? 'a file' : radar;
}
