import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { watchDroppedFiles } from '../platform/watch-dropped-files.ts';
import { codeQuery } from '../state/code-query.ts';
import { readUnreviewed } from '../state/radar-queries.ts';
import type { ViewState } from '../state/view-state.ts';
import { OnDemand } from './on-demand.tsx';
import type { Opened } from './opened.ts';

const dialogQuery = codeQuery('opening radars', () => import('./open-dialog.tsx'));

/** Opens a radar that is dropped anywhere, or chosen in a dialog. */
export function OpenFile(props: { opened: Opened; give: (opened: Opened) => void; view: ViewState }) {
  const { opened, give, view } = props;
  const [dragging, setDragging] = useState(false);
  const [asked, setAsked] = useState(false);
  const unreviewed = readUnreviewed(useQueryClient(), view.radar) !== null;
  if (!asked && (dragging || opened !== null || unreviewed)) setAsked(true);
  useEffect(() => watchDroppedFiles(setDragging, (files, entries) => give({ files, entries })), [give]);
  if (!asked) return null;
  return (
    <OnDemand afloat query={dialogQuery}>
      {({ OpenDialog }) => <OpenDialog {...{ dragging, opened, give, view }} />}
    </OnDemand>
  );
}
