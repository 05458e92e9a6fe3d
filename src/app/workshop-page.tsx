import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Radar } from '../domain/radar.ts';
import { WHOLE_VIEW } from '../features/open/fit-view.ts';
import { ResultView } from '../features/workshop/result-view.tsx';
import { Stage } from '../features/workshop/stage.tsx';
import { sessionFileName } from '../formats/session-file.ts';
import { areSingleKeysOn } from '../platform/key-preference.ts';
import { readToday } from '../platform/read-today.ts';
import { saveFile } from '../platform/save-file.ts';
import { shownTheme } from '../platform/theme-preference.ts';
import type { ViewState } from '../state/view-state.ts';
import { useWorkshop } from '../state/workshop/use-workshop.ts';
import type { Workshop, WorkshopView } from '../state/workshop/workshop-doc.ts';
import { Button } from '../ui/button.tsx';
import { FailureText } from '../ui/failure-text.tsx';
import { StatusScreen } from '../ui/status-screen.tsx';
import css from './app.module.css';
import { showDraft } from './start-editing.ts';

/** A workshop in place of the page: its stage, or what came of it. */
export function WorkshopPage({ id, view }: { id: string; view: ViewState }) {
  const used = useWorkshop(id, { room: view.room === true });
  const { session } = used;
  useEffect(() => {
    if (session !== null) document.title = session.name;
  }, [session]);
  if (used.status === 'ready') return <OpenWorkshop workshop={used.workshop} shown={used.view} view={view} />;
  return (
    <main className={css.whole}>
      {used.status === 'loading' ? (
        <StatusScreen busy title="Opening the workshop …" />
      ) : (
        <StatusScreen
          title="The workshop could not be opened"
          actions={
            <>
              <Button onClick={used.failure.again}>Try again</Button>
              <Button onClick={() => view.showWorkshop(null)}>Back to the radar</Button>
            </>
          }
        >
          <FailureText reason={used.failure.reason} cure={used.failure.cure} />
        </StatusScreen>
      )}
    </main>
  );
}

/** Of a clock that only goes forward, so that time is counted right when the machine's is set. */
const now = () => performance.now();
const newId = () => crypto.randomUUID();

function OpenWorkshop(props: { workshop: Workshop; shown: WorkshopView; view: ViewState }) {
  const { workshop, shown, view } = props;
  const client = useQueryClient();
  const { session, saved } = shown;
  const [windowId] = useState(newId);
  const today = readToday();
  const saveWorkshop = () => save(workshop.exportFile(), sessionFileName(session.name, today));
  const publish = async (radar: Radar, edition: { id: string }) => {
    await showDraft(client, view, radar, { ...WHOLE_VIEW, edition: edition.id });
    view.showPanel('save');
  };
  if (view.step === 'result' && view.room !== true)
    return (
      <main className={css.result}>
        <ResultView
          session={session}
          today={today}
          save={save}
          copy={(text) => navigator.clipboard.writeText(text)}
          drawPicture={async (kind) => {
            const { drawResult } = await import('../features/workshop/draw-result.ts');
            return drawResult(session, kind, { theme: shownTheme(), date: today, origin: 'the workshop' });
          }}
          publish={publish}
          back={() => view.showWorkshop(session.id)}
        />
      </main>
    );
  return (
    <Stage
      session={session}
      act={(act) => void workshop.act(act)}
      undo={shown.undoWords === null ? null : () => void workshop.undo()}
      redo={shown.redoWords === null ? null : () => void workshop.redo()}
      undoWords={shown.undoWords}
      redoWords={shown.redoWords}
      status={typeof saved === 'string' ? { saved } : saved}
      room={view.room === true}
      singleKeys={areSingleKeysOn()}
      leave={() => view.showWorkshop(null)}
      showResult={() => view.showWorkshop(session.id, 'result')}
      openRoom={() => void window.open(`?workshop=${session.id}&room=true`, `room-${session.id}`, 'popup')}
      saveFile={saveWorkshop}
      toggleFullScreen={toggleFullScreen}
      now={now}
      newId={newId}
      windowId={windowId}
    />
  );
}

function save(content: string | Uint8Array | Blob, name: string): void {
  saveFile(content instanceof Blob ? content : new Blob([content as BlobPart]), name);
}

function toggleFullScreen(): void {
  // A browser that refuses shows the stage in the window, as before.
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen().catch(() => {});
  else void document.exitFullscreen();
}
