/** The lists that lie around a picture: its quadrants, and its rings from the innermost outwards. */
export type CellKind = 'quadrant' | 'ring';

/** The lists of a trend whose entries are added, changed, moved and removed one by one. */
export const ENTRY_LISTS = [
  'facts',
  'tradeoffs',
  'failureModes',
  'milestones',
  'tooling',
  'fits',
  'avoidWhen',
  'links',
  'related',
] as const;
export type EntryList = (typeof ENTRY_LISTS)[number];

/** Values of fields by their keys, held against the schema; an empty text or list takes its field away. */
export type Fields = Readonly<Record<string, unknown>>;

/** A source that comes with the statement that cites it. One whose link the radar has already is cited instead. */
export type NewSource = Fields;

/** One thing that a person does to a radar; plain data, so that it can be kept, told in words and done again. */
export type Edit =
  | { kind: 'change-radar'; fields: Fields }
  | { kind: 'add-cell'; cell: CellKind; name: string }
  | { kind: 'change-cell'; cell: CellKind; id: string; fields: Fields }
  /** `to` is a position in the list, from 0. */
  | { kind: 'move-cell'; cell: CellKind; id: string; to: number }
  /** Its trends go to another one, or are deleted with it where `into` is null. */
  | { kind: 'delete-cell'; cell: CellKind; id: string; into: string | null }
  /** The places of the latest edition are copied. */
  | { kind: 'add-edition'; date: string }
  | { kind: 'add-condition'; fields: Fields }
  | { kind: 'change-source'; source: string; fields: Fields }
  | { kind: 'add-trend'; name: string; quadrant: string; ring: string; edition: string }
  | { kind: 'change-trend'; trend: string; fields: Fields }
  /** To another quadrant in all editions, to another ring in the one given; the reason stays. */
  | { kind: 'move-trend'; trend: string; edition: string; quadrant?: string; ring?: string }
  /** What is said of the place in one edition. */
  | { kind: 'change-placement'; trend: string; edition: string; fields: Fields }
  /** Out of the latest edition. */
  | { kind: 'retire-trend'; trend: string }
  | { kind: 'delete-trend'; trend: string }
  | { kind: 'add-entry'; trend: string; list: EntryList; fields: Fields; newSource?: NewSource }
  | {
      kind: 'change-entry';
      trend: string;
      list: EntryList;
      at: number;
      fields: Fields;
      newSource?: NewSource;
    }
  | { kind: 'move-entry'; trend: string; list: EntryList; at: number; to: number }
  | { kind: 'remove-entry'; trend: string; list: EntryList; at: number };

/** The fields that an act may change, of what it changes; ids are kept for life, and moves are acts of their own. */
export const CHANGEABLE = {
  'change-radar': ['title', 'description'],
  'change-cell': ['name', 'description', 'hue'],
  'change-trend': ['name', 'subtitle', 'aliases', 'summary', 'description', 'tags'],
  'change-placement': ['reason', 'moved', 'facts', 'milestones'],
} as const;
