import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { redoWords, undoWords } from '../domain/editing/edit-history.ts';
import type { Radar } from '../domain/radar.ts';
import { buildIndex, type RadarIndex } from '../domain/radar-index.ts';
import { EditOffer, EditPanel } from '../features/edit/edit-panel.tsx';
import { OWN } from '../platform/own-address.ts';
import { type DraftStore, openDraft } from '../state/draft-radar.ts';
import { supplyRadar, wholeRadarQuery } from '../state/radar-queries.ts';
import type { ViewState } from '../state/view-state.ts';
import { Beside } from './beside.tsx';
import { startEditing } from './start-editing.ts';
import { WithRadar } from './with-radar.tsx';

/** Editing beside the picture: a radar of this browser at once, any other one as a copy. */
export function EditRadar(props: { view: ViewState; index: RadarIndex; edition: string; close: () => void }) {
  const { view, edition } = props;
  const client = useQueryClient();
  const whole = useQuery(wholeRadarQuery(client, view.radar));
  return (
    <Beside title="Edit" close={props.close}>
      <WithRadar query={whole}>
        {(radar) =>
          view.radar?.startsWith(OWN) ? (
            <Opened key={view.radar} address={view.radar} {...{ radar, view, edition }} />
          ) : (
            <Offer radar={radar} view={view} />
          )
        }
      </WithRadar>
    </Beside>
  );
}

function Offer({ radar, view }: { radar: Radar; view: ViewState }) {
  const client = useQueryClient();
  const [beginning, setBeginning] = useState(false);
  const begin = async () => {
    if (beginning) return;
    setBeginning(true);
    await startEditing(client, radar, view);
  };
  return (
    <EditOffer
      what={view.radar === null ? 'The built-in radar' : `“${radar.title}”`}
      begin={() => void begin()}
      beginning={beginning}
    />
  );
}

interface EditorProps {
  address: string;
  radar: Radar;
  view: ViewState;
  edition: string;
}

/** The draft lives as long as the page does, so that undo outlasts the panel. */
function Opened(props: EditorProps) {
  const { address, radar } = props;
  const draft = useQuery({
    queryKey: ['draft', address],
    queryFn: () => openDraft(address, radar),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (draft.data === undefined) return <p role="status">Opening the radar to be edited …</p>;
  return <Editor {...props} draft={draft.data} />;
}

function Editor({ address, view, edition, draft }: EditorProps & { draft: DraftStore }) {
  const client = useQueryClient();
  const { history, pending, keeping, unsaved, saved, said } = useStore(draft);
  // The fields come first: the picture may follow a moment later.
  const shown = useDeferredValue(history.radar);
  useEffect(() => {
    supplyRadar(client, address, shown, buildIndex(shown));
    client.setQueryData(wholeRadarQuery(client, address).queryKey, shown);
    void client.invalidateQueries({ queryKey: ['detail', address] });
  }, [client, address, shown]);

  useEffect(() => {
    const flush = () => void draft.flush();
    const warn = (event: BeforeUnloadEvent) => {
      const { keeping: now, unsaved: changes } = draft.getState();
      if (changes > 0 && (now === 'failed' || now === 'conflict')) event.preventDefault();
    };
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    addEventListener('beforeunload', warn);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('beforeunload', warn);
    };
  }, [draft]);

  const { select } = view;
  const open = useCallback((trend: string | null) => select(trend), [select]);
  const undo = undoWords(history);
  const redo = redoWords(history);
  return (
    <EditPanel
      radar={history.radar}
      trend={view.trend}
      {...{ edition, pending, open }}
      apply={draft.apply}
      remember={draft.remember}
      seal={draft.seal}
      status={{ keeping, unsaved, saved, said }}
      undo={undo === null ? null : { words: undo, run: draft.undo }}
      redo={redo === null ? null : { words: redo, run: draft.redo }}
      saveFile={draft.save}
      takeOver={() => void draft.takeOver()}
    />
  );
}
