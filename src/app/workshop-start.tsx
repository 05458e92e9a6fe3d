import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { formatIssue } from '../domain/issue.ts';
import type { Radar } from '../domain/radar.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import { shownTrends } from '../domain/shown-trends.ts';
import { SessionList } from '../features/workshop/session-list.tsx';
import { StartForm } from '../features/workshop/start-form.tsx';
import { sessionFileName } from '../formats/session-file.ts';
import { readToday } from '../platform/read-today.ts';
import type { ViewState } from '../state/view-state.ts';
import { openWorkshop } from '../state/workshop/workshop-doc.ts';
import { importWorkshop, renameWorkshop } from '../state/workshop/workshop-file.ts';
import {
  createWorkshop,
  deleteWorkshop,
  duplicateWorkshop,
  listWorkshops,
  purgeWorkshops,
  restoreWorkshop,
} from '../state/workshop/workshop-list.ts';
import { saveText } from './save-text.ts';

/** Begins a workshop on the radar shown, or takes up one that is there. */
export function WorkshopStart(props: {
  index: RadarIndex;
  radar: Radar;
  edition: string;
  kept: ReadonlySet<string> | null;
  numbers: ReadonlyMap<string, number>;
  view: ViewState;
}) {
  const { index, radar, edition, kept, numbers, view } = props;
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ['workshops'],
    queryFn: () => listWorkshops(),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    // What was deleted long ago; where storage is blocked there is nothing to clear.
    purgeWorkshops().catch(() => undefined);
  }, []);
  const again = () => client.invalidateQueries({ queryKey: ['workshops'] });
  const sessions = list.data ?? [];
  const today = readToday();
  return (
    <>
      <StartForm
        index={index}
        radarTitle={radar.title}
        kept={kept === null ? null : [...kept]}
        shown={shownTrends(index, edition)}
        numbers={numbers}
        sessions={sessions}
        today={today}
        begin={async (start) => {
          const { id } = await createWorkshop({ ...start, radar, edition });
          view.showWorkshop(id);
        }}
      />
      {list.isError && (
        <p role="alert">This browser does not let the page read the workshops that it keeps.</p>
      )}
      <SessionList
        sessions={sessions}
        resume={(id) => view.showWorkshop(id)}
        rename={async (id, name) => {
          await renameWorkshop(id, name);
          await again();
        }}
        duplicate={async (id) => {
          await duplicateWorkshop(
            id,
            `${sessions.find((entry) => entry.id === id)?.name ?? 'Workshop'}, copy`,
          );
          await again();
        }}
        remove={async (id) => {
          await deleteWorkshop({ id, name: sessions.find((entry) => entry.id === id)?.name ?? '' });
          await again();
        }}
        restore={async (id) => {
          await restoreWorkshop({ id });
          await again();
        }}
        exportFile={async (id) => {
          const workshop = await openWorkshop(id);
          try {
            saveText(workshop.exportFile(), sessionFileName(workshop.getSession().name, today));
          } finally {
            await workshop.close();
          }
        }}
        importFile={async (file) => {
          const { workshop, issues } = await importWorkshop(await file.text(), file.name);
          await again();
          const said = issues.map(formatIssue).join(' ');
          if (workshop === null) throw new Error(said);
          return `${IMPORTED[workshop.how]} ${said}`.trim();
        }}
      />
    </>
  );
}

const IMPORTED = {
  added: 'The workshop was added.',
  merged: 'The workshop was merged with the one that is here.',
  copied: 'The workshop was added as a copy of its own.',
} as const;
