import { editionBefore, isBy, latestEdition } from '../editions.ts';
import { hueAt } from '../hue-at.ts';
import type { Movement, Radar, Source, Trend } from '../radar.ts';
import { citedSources, type RadarIndex } from '../radar-index.ts';
import { type ShownTrend, shownTrends } from '../shown-trends.ts';
import { countEvidence, type EvidenceCounts, factsKnownIn, type Strength } from '../strength.ts';
import { AS_REPORTED } from '../words.ts';
import { FIT_VERDICTS } from './lens.ts';

export const COLUMN_GROUPS = ['Place', 'Evidence', 'What to weigh'] as const;

/** Every column of the table, in the order in which columns stand. */
export const COLUMNS = [
  { id: 'number', label: 'No.', group: 'Place', numeric: true },
  { id: 'name', label: 'Name', group: 'Place', numeric: false },
  { id: 'quadrant', label: 'Quadrant', group: 'Place', numeric: false },
  { id: 'ring', label: 'Ring', group: 'Place', numeric: false },
  { id: 'earned', label: 'Ring earned', group: 'Place', numeric: false },
  { id: 'verdict', label: 'Fit for us', group: 'Place', numeric: false },
  { id: 'movement', label: 'Movement', group: 'Place', numeric: false },
  { id: 'tags', label: 'Tags', group: 'Place', numeric: false },
  { id: 'strength', label: 'Evidence', group: 'Evidence', numeric: false },
  { id: 'facts', label: 'Facts', group: 'Evidence', numeric: true },
  { id: 'verified', label: 'Verified facts', group: 'Evidence', numeric: true },
  { id: 'derived', label: 'Derived facts', group: 'Evidence', numeric: true },
  { id: 'assumptions', label: 'Assumptions', group: 'Evidence', numeric: true },
  { id: 'supports', label: 'Supporting facts', group: 'Evidence', numeric: true },
  { id: 'limits', label: 'Limiting facts', group: 'Evidence', numeric: true },
  { id: 'sources', label: 'Sources', group: 'Evidence', numeric: true },
  { id: 'newest', label: 'Newest source', group: 'Evidence', numeric: true },
  { id: 'tradeoffs', label: 'Tradeoffs', group: 'What to weigh', numeric: true },
  { id: 'failures', label: 'Failure modes', group: 'What to weigh', numeric: false },
  { id: 'silent', label: 'Silent failure modes', group: 'What to weigh', numeric: true },
  { id: 'fits', label: 'Fits', group: 'What to weigh', numeric: false },
  { id: 'avoid', label: 'Avoid when', group: 'What to weigh', numeric: false },
  { id: 'related', label: 'Related trends', group: 'What to weigh', numeric: false },
] as const;

export type Column = (typeof COLUMNS)[number];
export type ColumnId = Column['id'];

/** The columns of a first look; `verdict` is there as soon as a lens is. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'number',
  'name',
  'quadrant',
  'ring',
  'verdict',
  'movement',
  'strength',
  'newest',
  'failures',
];

/** What rows are sorted by; a column that the table has not leaves them in the radar's order. */
export interface TableSort {
  column: string;
  descending: boolean;
}

/** By number: the order of the list beside the chart. */
export const RADAR_ORDER: TableSort = { column: 'number', descending: false };

/** What the lens makes of a trend, in words and as a mark. */
export interface TableVerdict {
  verdict: string;
  label: string;
  mark: string;
}

/** `key` is compared item by item, numbers as numbers and texts by the rules of English. */
export interface TableCell {
  text: string;
  key: readonly (number | string)[];
}

/** A trend with what every column says of it. */
export interface TableRow {
  id: string;
  name: string;
  /** Hue of its quadrant, 0 to 7. */
  hue: number;
  strength: Strength;
  /** The mark of the lens; null without one. */
  mark: string | null;
  cells: Readonly<Record<ColumnId, TableCell>>;
}

/** What the rows are made of. `radar` and `index` are the same radar; `numbers` and `verdicts` go by trend. */
export interface TableSource {
  radar: Radar;
  index: RadarIndex;
  edition: string;
  numbers: ReadonlyMap<string, number>;
  verdicts: ReadonlyMap<string, TableVerdict> | null;
}

const STRENGTHS: Readonly<Record<Strength, string>> = {
  strong: 'Strong',
  moderate: 'Moderate',
  thin: 'Thin',
  none: 'None recorded',
};

const MOVEMENTS: Readonly<Record<Movement, string>> = {
  new: 'New',
  in: 'Moved in',
  out: 'Moved out',
  same: 'No change',
};

/** The trends that an edition shows, as rows in the radar's order; evidence counts as far as it was public by then. */
export function buildRows(from: TableSource): TableRow[] {
  const { radar, index, edition, numbers } = from;
  const trends = new Map(radar.trends.map((trend) => [trend.id, trend]));
  const sources = new Map(radar.sources.map((source) => [source.id, source]));
  const names = new Map(index.trends.map((trend) => [trend.id, trend.name]));
  const labels = new Map(radar.conditions?.map((condition) => [condition.id, condition.label]));
  const moves = editionBefore(index.editions, edition) !== null;
  return shownTrends(index, edition)
    .flatMap((shown) => {
      const trend = trends.get(shown.id);
      if (trend === undefined) return [];
      const facts = factsKnownIn(edition, index.editions, trend.facts);
      const verdict = from.verdicts?.get(shown.id);
      const cells = {
        ...placeCells(shown, index, numbers.get(shown.id), moves, edition),
        ...evidenceCells(countEvidence(facts, sources, radar.organisations)),
        ...sourceCells(publicSources({ ...trend, facts: [...facts] }, sources, index, edition)),
        ...weighingCells(trend, labels),
        tags: listCell(trend.tags ?? []),
        related: listCell(shown.related.map((id) => names.get(id) ?? id)),
        verdict: verdictCell(verdict),
      };
      const quadrantAt = index.quadrants.findIndex((entry) => entry.id === shown.quadrant);
      const { id, name, strength } = shown;
      const hue = hueAt(index, quadrantAt);
      return [{ id, name, hue, strength, mark: verdict?.mark ?? null, cells }];
    })
    .sort((a, b) => compareKeys(a.cells.number.key, b.cells.number.key));
}

function placeCells(
  shown: ShownTrend,
  index: RadarIndex,
  number: number | undefined,
  moves: boolean,
  edition: string,
) {
  const moved = shown.placements.find((placement) => placement.edition === edition)?.moved;
  const reported = moved === undefined ? 'First edition' : `${MOVEMENTS[moved]}, ${AS_REPORTED}`;
  const quadrant = index.quadrants.findIndex((entry) => entry.id === shown.quadrant);
  const ring = index.rings.findIndex((entry) => entry.id === shown.ring);
  const ringName = index.rings[ring]?.name ?? shown.ring;
  return {
    number: { text: number === undefined ? '' : String(number), key: [number ?? Number.POSITIVE_INFINITY] },
    name: { text: shown.name, key: [shown.name] },
    quadrant: { text: index.quadrants[quadrant]?.name ?? shown.quadrant, key: [quadrant] },
    ring: { text: shown.earned ? ringName : `${ringName} (not earned)`, key: [ring, shown.earned ? 0 : 1] },
    earned: { text: shown.earned ? 'Earned' : 'Not earned', key: [shown.earned ? 0 : 1] },
    movement: {
      text: moves ? MOVEMENTS[shown.movement] : reported,
      key: [Object.keys(MOVEMENTS).indexOf(shown.movement)],
    },
    strength: { text: STRENGTHS[shown.strength], key: [Object.keys(STRENGTHS).indexOf(shown.strength)] },
  };
}

function evidenceCells(counts: EvidenceCounts) {
  return {
    facts: countCell(counts.facts),
    verified: countCell(counts.verified),
    derived: countCell(counts.derived),
    assumptions: countCell(counts.assumption),
    supports: countCell(counts.supports),
    limits: countCell(counts.limits),
  };
}

function sourceCells(cited: readonly Source[]) {
  const newest = cited.reduce((year, source) => Math.max(year, source.year), 0);
  return {
    sources: countCell(cited.length),
    newest: { text: newest === 0 ? '' : String(newest), key: [newest] },
  };
}

function weighingCells(trend: Trend, labels: ReadonlyMap<string, string>) {
  const { tradeoffs = [], failureModes = [], fits = [], avoidWhen = [] } = trend;
  const silent = failureModes.filter((mode) => mode.silent).length;
  const labelOf = ({ condition }: { condition: string }) => labels.get(condition) ?? condition;
  return {
    tradeoffs: countCell(tradeoffs.length),
    failures: {
      text: failureModes.length === 0 ? '0' : `${failureModes.length}, ${silent} silent`,
      key: [failureModes.length, silent],
    },
    silent: countCell(silent),
    fits: listCell(fits.map(labelOf)),
    avoid: listCell(avoidWhen.map(labelOf)),
  };
}

function countCell(count: number): TableCell {
  return { text: String(count), key: [count] };
}

/** Sorted by how many there are. Items are parted by semicolons, as a condition's label may hold commas. */
function listCell(items: readonly string[]): TableCell {
  return { text: items.join('; '), key: [items.length, ...items] };
}

/** Best verdict first; a trend without one comes last. */
function verdictCell(verdict: TableVerdict | undefined): TableCell {
  if (verdict === undefined) return { text: '', key: [FIT_VERDICTS.length] };
  const rank = (FIT_VERDICTS as readonly string[]).indexOf(verdict.verdict);
  return { text: verdict.label, key: [rank === -1 ? FIT_VERDICTS.length : rank] };
}

function publicSources(
  trend: Trend,
  sources: ReadonlyMap<string, Source>,
  { editions }: RadarIndex,
  edition: string,
): Source[] {
  const cited = [...citedSources(trend)].flatMap((id) => sources.get(id) ?? []);
  const limit = editions.find((entry) => entry.id === edition)?.date;
  if (limit === undefined || latestEdition(editions).id === edition) return cited;
  return cited.filter((source) => isBy(source.date ?? String(source.year), limit));
}

const collator = new Intl.Collator('en', { numeric: true });

function compareKeys(a: TableCell['key'], b: TableCell['key']): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const order =
      typeof one === 'string' && typeof other === 'string'
        ? collator.compare(one, other)
        : one < other
          ? -1
          : Number(one > other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The rows in another order; what is equal stays in the order given, whichever way the sort goes. */
export function sortRows(rows: readonly TableRow[], sort: TableSort): TableRow[] {
  const column = findColumn(sort.column)?.id;
  if (column === undefined) return [...rows];
  const turn = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => turn * compareKeys(a.cells[column].key, b.cells[column].key));
}

/** What a press on a column's header asks for: ascending, then descending, then the radar's order again. */
export function nextSort(sort: TableSort, column: ColumnId): TableSort {
  if (sort.column !== column) return { column, descending: false };
  return sort.descending ? RADAR_ORDER : { column, descending: true };
}

/** The columns with these ids, in the table's order; the name always, the verdict only with a lens. */
export function chooseColumns(ids: readonly string[], lens: boolean): Column[] {
  return COLUMNS.filter(({ id }) => id === 'name' || (ids.includes(id) && (lens || id !== 'verdict')));
}

/** The texts of a table, its header first. */
export function tableTexts(columns: readonly Column[], rows: readonly TableRow[]): string[][] {
  return [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ id }) => row.cells[id].text)),
  ];
}

/** Columns for the address, such as `number.name.ring`; nothing for those of a first look. */
export function formatColumns(ids: readonly string[]): string {
  const text = formatIds(chooseColumns(ids, true));
  return text === formatIds(chooseColumns(DEFAULT_COLUMNS, true)) ? '' : text;
}

function formatIds(columns: readonly Column[]): string {
  return columns.map(({ id }) => id).join('.');
}

/** The columns that a part of the address names, in the table's order; those of a first look where it names none. */
export function parseColumns(text: string | null): ColumnId[] {
  const known = (text ?? '').split('.').filter((id) => findColumn(id) !== undefined);
  return chooseColumns(known.length === 0 ? DEFAULT_COLUMNS : known, true).map(({ id }) => id);
}

/** A sort for the address: `ring`, or `-ring` for descending; nothing for the radar's order. */
export function formatSort(sort: TableSort): string {
  const { column, descending } = sort;
  if (findColumn(column) === undefined || (column === RADAR_ORDER.column && !descending)) return '';
  return descending ? `-${column}` : column;
}

/** The sort that a part of the address names; the radar's order where it names none. */
export function parseSort(text: string | null): TableSort {
  const descending = text?.startsWith('-') ?? false;
  const column = findColumn(text?.slice(descending ? 1 : 0) ?? '')?.id;
  return column === undefined ? RADAR_ORDER : { column, descending };
}

function findColumn(id: string): Column | undefined {
  return COLUMNS.find((column) => column.id === id);
}
