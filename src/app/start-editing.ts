import type { QueryClient } from '@tanstack/react-query';
import type { Radar } from '../domain/radar.ts';
import { buildIndex } from '../domain/radar-index.ts';
import { keepDraft } from '../state/draft-radar.ts';
import { supplyRadar } from '../state/radar-queries.ts';
import type { ViewState } from '../state/view-state.ts';

/** Makes a copy of a radar that this browser keeps and shows it with the editor, in the view that is shown now. */
export async function startEditing(client: QueryClient, radar: Radar, view: ViewState): Promise<void> {
  // The rules for editors of the built-in radar do not bind its copies.
  const { strict: _, ...copy } = radar;
  const { address } = await keepDraft(copy);
  supplyRadar(client, address, copy, buildIndex(copy));
  const { edition, trend, quadrant, names } = view;
  view.openView(address, { edition, trend, quadrant, names });
  view.showPanel('edit');
}
