import { useQuery, useQueryClient } from '@tanstack/react-query';
import { buildEmptyRadar } from '../domain/empty-radar.ts';
import type { Radar } from '../domain/radar.ts';
import { Library } from '../features/library/library.tsx';
import { buildEntries } from '../features/library/library-entry.ts';
import { WHOLE_VIEW } from '../features/open/fit-view.ts';
import { IMPORTERS } from '../formats/import/registry.ts';
import { listOwnRadars, removeOwnRadar, restoreOwnRadar } from '../platform/edited-radars.ts';
import { listKeptRadars, removeKeptRadar, restoreKeptRadar } from '../platform/kept-radars.ts';
import { OWN } from '../platform/own-address.ts';
import type { Given } from '../platform/read-source.ts';
import { readToday } from '../platform/read-today.ts';
import { wholeRadarQuery } from '../state/radar-queries.ts';
import { readRadarText } from '../state/read-radar-file.ts';
import type { ViewState } from '../state/view-state.ts';
import type { Opened } from './opened.ts';
import { saveText } from './save-text.ts';
import { showDraft, startEditing } from './start-editing.ts';

/** The ways in, and the radars that this browser keeps. */
export function LibraryDialog(props: {
  view: ViewState;
  give: (opened: Opened) => void;
  /** Merges what comes next into a radar: one that is at hand, or what has yet to be read. */
  merge: (into: Radar, next: Given | { radar: Radar }) => void;
  close: () => void;
}) {
  const { view, give, merge, close } = props;
  const client = useQueryClient();
  const whole = useQuery(wholeRadarQuery(client, view.radar));
  const list = useQuery({
    queryKey: ['library'],
    queryFn: async () => buildEntries(await listKeptRadars(), await listOwnRadars()),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const open = (address: string) => {
    close();
    view.openView(address, WHOLE_VIEW);
  };
  const remove = async (address: string) => {
    const restore = address.startsWith(OWN) ? await removeOwn(address) : await removeKept(address);
    await list.refetch();
    return async () => {
      await restore();
      await list.refetch();
    };
  };
  const radar = whole.data;
  if (radar === undefined && whole.error === null) return <p role="status">Loading the radar …</p>;
  const mergeInto = (next: Given | { radar: Radar }) => {
    if (radar !== undefined) merge(radar, next);
  };
  return (
    <Library
      entries={list.data ?? null}
      listFailure={list.error === null ? null : 'This browser does not let the page read what it keeps.'}
      current={{ address: view.radar, title: radar?.title ?? null }}
      formats={IMPORTERS.map(({ label }) => label)}
      openFiles={(files) => give({ files })}
      openText={(text) => give({ text })}
      openAddress={open}
      open={open}
      remove={remove}
      save={(address) =>
        void readRadarText(address).then((text) => saveText(text, `${nameOf(text)}.radar.json`))
      }
      begin={async (plan) => {
        const made = buildEmptyRadar(plan, readToday());
        await showDraft(client, view, made, WHOLE_VIEW);
        close();
        view.showPanel('edit');
      }}
      editCopy={() => {
        close();
        if (radar !== undefined) void startEditing(client, radar, view);
      }}
      saveCurrent={() => {
        close();
        view.showPanel('save');
      }}
      mergeFiles={(files) => mergeInto({ files })}
      mergeKept={(address) =>
        void client.fetchQuery(wholeRadarQuery(client, address)).then((other) => mergeInto({ radar: other }))
      }
    />
  );
}

async function removeKept(address: string): Promise<() => Promise<void>> {
  const removed = await removeKeptRadar(address);
  return async () => {
    if (removed !== null) await restoreKeptRadar(removed);
  };
}

async function removeOwn(address: string): Promise<() => Promise<void>> {
  const removed = await removeOwnRadar(address);
  return async () => {
    if (removed !== null) await restoreOwnRadar(address, removed);
  };
}

/** A file name made of the title in a radar file. */
function nameOf(text: string): string {
  const title: unknown = JSON.parse(text).title;
  const words = typeof title === 'string' ? title.toLowerCase().match(/[\p{L}\p{N}]+/gu) : null;
  return words?.join('-') ?? 'radar';
}
