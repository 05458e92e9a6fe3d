import { useEffect, useMemo } from 'react';
import type { RadarIndex } from '../domain/radar-index.ts';
import { areSingleKeysOn } from '../platform/key-preference.ts';
import type { ViewState } from '../state/view-state.ts';
import { PANELS } from './panels.ts';
import type { SnapshotTask } from './snapshots.tsx';

/** A thing that a key, or the search box by its name, can do. */
export interface Command {
  id: string;
  label: string;
  keys?: string;
  run: () => void;
}

/**
 * The one list of all that the page can do, and the keys that do it. A single key does nothing while something is typed,
 * or where single keys are switched off; Escape leaves what was opened last.
 */
export function useCommands(page: {
  index: RadarIndex;
  view: ViewState;
  /** Id of the quadrant that fills the chart. */
  quadrant: string | null;
  names: boolean;
  open: () => void;
  explain: () => void;
  start: (task: SnapshotTask) => void;
  /** Closes the selected trend. */
  close: () => void;
}): readonly Command[] {
  const { index, quadrant, names, open, explain, start, close } = page;
  const { trend, panel, showPanel, showNames, showQuadrant } = page.view;
  const commands = useMemo(
    (): Command[] => [
      ...PANELS.map(({ id, words, key }) => ({ id, label: words, keys: key, run: () => showPanel(id) })),
      { id: 'copy', label: 'Copy the chart as a picture', keys: 'c', run: () => start({ kind: 'copy' }) },
      { id: 'export', label: 'Export a snapshot', keys: 'e', run: () => start({ kind: 'export' }) },
      { id: 'open', label: 'Open, make or merge a radar', keys: 'o', run: open },
      { id: 'names', label: 'Show or hide the names', keys: 'n', run: () => showNames(!names) },
      { id: 'explain', label: 'How to read this radar', run: explain },
      ...index.quadrants.map(({ id, name }, order) => ({
        id: `quadrant ${id}`,
        label: `${name} alone in the chart`,
        keys: String(order + 1),
        run: () => showQuadrant(id),
      })),
      { id: 'whole', label: 'The whole radar', keys: '0', run: () => showQuadrant(null) },
    ],
    [index, names, open, explain, start, showPanel, showNames, showQuadrant],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]') !== null) return;
      const chord = event.ctrlKey || event.metaKey;
      const typing = event.target instanceof Element && event.target.matches('input, select, textarea');
      const command = chord
        ? commands.find(({ id }) => id === 'search' && event.key === 'k')
        : commands.find(({ keys }) => keys === event.key && !typing && areSingleKeysOn());
      if (command !== undefined) {
        event.preventDefault();
        command.run();
      } else if (event.key !== 'Escape' || chord) return;
      else if (trend !== null) close();
      else if (panel !== null) showPanel(null);
      else if (quadrant !== null) showQuadrant(null);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands, trend, close, panel, showPanel, quadrant, showQuadrant]);
  return commands;
}
