import type { QueryClient } from '@tanstack/react-query';
import type { Radar } from '../domain/radar.ts';
import { buildIndex } from '../domain/radar-index.ts';
import type { SnapshotView } from '../formats/snapshot.ts';
import { keepDraft } from '../state/draft-radar.ts';
import { supplyRadar } from '../state/radar-queries.ts';
import type { ViewState } from '../state/view-state.ts';

/** Keeps a radar in this browser, to be edited, and shows it in a view of it. */
export async function showDraft(
  client: QueryClient,
  view: ViewState,
  radar: Radar,
  shown: SnapshotView,
): Promise<void> {
  const { address } = await keepDraft(radar);
  supplyRadar(client, address, radar, buildIndex(radar));
  view.openView(address, shown);
}

/** Makes a copy of a radar that this browser keeps and shows it with the editor, in the view that is shown now. */
export async function startEditing(client: QueryClient, radar: Radar, view: ViewState): Promise<void> {
  // The rules for editors of the built-in radar do not bind its copies.
  const { strict: _, ...copy } = radar;
  const { edition, trend, quadrant, names } = view;
  await showDraft(client, view, copy, { edition, trend, quadrant, names });
  view.showPanel('edit');
}
