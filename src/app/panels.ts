/** The ways of looking at the trends beside the picture. Each stands in the address, so that it is a link. */
export const PANELS = [
  { id: 'search', label: 'Search', words: 'Search trends and commands', key: '/' },
  { id: 'filter', label: 'Filter', words: 'Filter the trends', key: 'f' },
  { id: 'fit', label: 'Fit for us', words: 'See what fits our conditions', key: 'u' },
  { id: 'table', label: 'Table', words: 'Show all trends as a table', key: 't' },
  { id: 'time', label: 'Time', words: 'Go through time', key: 'y' },
  { id: 'changes', label: 'What changed', words: 'See what changed between editions', key: 'w' },
  { id: 'edit', label: 'Edit', words: 'Edit this radar', key: 'd' },
  { id: 'workshop', label: 'Workshop', words: 'Run a workshop', key: 'r' },
  { id: 'compare', label: 'Compare', words: 'Compare trends side by side', key: 'm' },
  { id: 'checklist', label: 'Checklist', words: 'Take a checklist along', key: 'k' },
  { id: 'save', label: 'Save as', words: 'Save the radar as a file of any format', key: 's' },
] as const;

export type PanelId = (typeof PANELS)[number]['id'];

/** Those with a button of their own; the others begin from a choice of trends, or from the search box. */
export const TOOLBAR: readonly PanelId[] = [
  'search',
  'filter',
  'fit',
  'table',
  'time',
  'changes',
  'edit',
  'workshop',
];

/** The panel that a part of the address names; null for none, or one that is not there. */
export function findPanel(id: string | null): PanelId | null {
  return PANELS.find((panel) => panel.id === id)?.id ?? null;
}
