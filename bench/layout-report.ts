/** What was measured of one method on one radar. Times in ms. */
export interface Figures {
  /** Blips alone: of one edition, and of two, where the second begins from the first. */
  time: number;
  timeTwoEditions: number | null;
  /** Two editions with names, and the same where the layout remembers the cells. */
  timeWithNames: number | null;
  timeAgain: number | null;
  overlaps: number;
  outside: number;
  /** px */
  diameter: number;
  /** Shares, 0 to 1. */
  drawn: number;
  named: number | null;
  moved: number;
  /** Of the additions that left all rings as wide as they were; null where none did. */
  movedInRings: number | null;
  /** The same as `moved` where the editions before are known; null for methods that keep none. */
  movedInNext: number | null;
  /** The same as `moved` where chance comes from one stream; null where chance plays no part. */
  movedInStream: number | null;
  renumbered: number;
}

/** How full cells got: shares of the packing bound for each count, for each ring. */
export interface Fill {
  name: string;
  shares: number[][];
}

/** All that the report tells; of the methods the first is this radar. */
export interface LayoutResults {
  figures: readonly { count: number; methods: readonly { name: string; figures: readonly Figures[] }[] }[];
  fills: readonly Fill[];
  fillCounts: readonly number[];
  radars: number;
  /** How many new trends were tried. */
  additions: string;
  seconds: number;
}

type Combine = (values: readonly number[]) => number;

interface Column {
  title: string;
  of: (figures: Figures) => number | null;
  combine: Combine;
  format: (value: number) => string;
}

const LAYOUT_COLUMNS: readonly Column[] = [
  { title: 'ms', of: (one) => one.time, combine: median, format: fixed(1) },
  { title: '2 editions', of: (one) => one.timeTwoEditions, combine: median, format: fixed(1) },
  { title: 'with names', of: (one) => one.timeWithNames, combine: median, format: fixed(1) },
  { title: 'again', of: (one) => one.timeAgain, combine: median, format: fixed(1) },
  { title: 'overlaps', of: (one) => one.overlaps, combine: sum, format: fixed(0) },
  { title: 'outside', of: (one) => one.outside, combine: sum, format: fixed(0) },
  { title: 'px across', of: (one) => one.diameter, combine: median, format: fixed(1) },
  { title: 'drawn', of: (one) => one.drawn, combine: mean, format: percent },
  { title: 'named', of: (one) => one.named, combine: mean, format: percent },
];

const ADDITION_COLUMNS: readonly Column[] = [
  { title: 'moved', of: (one) => one.moved, combine: mean, format: percent },
  { title: 'rings kept', of: (one) => one.movedInRings, combine: mean, format: percent },
  { title: 'next edition', of: (one) => one.movedInNext, combine: mean, format: percent },
  { title: 'one stream', of: (one) => one.movedInStream, combine: mean, format: percent },
  { title: 'renumbered', of: (one) => one.renumbered, combine: mean, format: percent },
];

/** The results as text: a table of radars, a table of single cells. */
export function formatLayoutReport(results: LayoutResults): string {
  const { figures, fills, fillCounts, radars, additions, seconds } = results;
  const rings = fills[0]?.shares[0]?.map((_, at) => `ring ${at + 1}`) ?? [];
  const means = (shares: readonly number[][]) => mean(shares.flat());
  return [
    `Layout of made-up radars with 4 quadrants, 960 px across: ${radars} for each number of trends, half of them with`,
    '3 rings, half with 4. The two other methods are written anew for this bench and get the same cells. A ratio is',
    'the value of this radar to theirs; none: this radar has none of what they have.',
    '  ms          median time for the blips of one edition, as a production bundle, warm, nothing remembered',
    '  2 editions  for two, the second begun from the places of the first; with names; and again, places remembered',
    '  overlaps    pairs that overlap, in all radars, at the diameter that this radar draws; outside: of their cells',
    '  px across   median diameter: as drawn, and for others the largest, up to 26.9, at which nothing overlaps',
    '  drawn       share of blips drawn one by one; named: with names beside them, placed by the same code for all',
    '',
    formatFigures(figures, LAYOUT_COLUMNS),
    '',
    `One new trend in any cell (${additions})`,
    '  moved         share of the other blips that moved by more than 1 px; nothing but the radar is known',
    '  rings kept    of the additions that changed the width of no ring',
    '  next edition  moved where the edition before is known, and the new trend comes in the next',
    '  one stream    moved where chance is drawn in the order of the list, as in other tools, and not from the ids',
    '  renumbered    share of numbers changed, beyond the shift by one of those after the new trend',
    '',
    formatFigures(figures, ADDITION_COLUMNS),
    '',
    'How full one cell gets before blips must shrink or overlap: share of the packing bound, 0.9069 of its area.',
    'Cells of four quadrants, rings ending at 170, 300, 410, 500; ring 1 is the innermost.',
    '',
    formatColumns(
      [
        ['blips', 'method', ...rings, 'mean'],
        ...fillCounts.flatMap((count, line) =>
          fills.map(({ name, shares }, at) => {
            const all = shares[line] ?? [];
            return [at === 0 ? String(count) : '', name, ...[...all, mean(all)].map(fixed(2))];
          }),
        ),
        ...fills.map(({ name, shares }, at) => [
          at === 0 ? 'all' : '',
          name,
          ...rings.map((_, ring) => mean(shares.map((line) => line[ring] ?? 0)).toFixed(2)),
          means(shares).toFixed(2),
        ]),
        ...fills
          .slice(1)
          .map(({ name, shares }) => [
            '',
            `  ratio to ${name}`,
            ...rings.map((_, ring) =>
              ratio(
                mean((fills[0]?.shares ?? []).map((line) => line[ring] ?? 0)),
                mean(shares.map((line) => line[ring] ?? 0)),
              ),
            ),
            ratio(means(fills[0]?.shares ?? []), means(shares)),
          ]),
      ],
      2,
    ),
    '',
    `Measured in ${seconds.toFixed(0)} s.`,
  ].join('\n');
}

/** A line for each number of trends and method, then this radar's values as multiples of the others'. */
function formatFigures(figures: LayoutResults['figures'], columns: readonly Column[]): string {
  const rows = figures.flatMap(({ count, methods }) => {
    const values = methods.map((method) =>
      columns.map(({ of, combine }) => {
        const known = method.figures.map(of).filter((value) => value !== null);
        return known.length === 0 ? null : combine(known);
      }),
    );
    const [own = [], ...others] = values;
    return [
      ...values.map((line, at) => [
        at === 0 ? String(count) : '',
        methods[at]?.name ?? '',
        ...line.map((value, column) => (value === null ? '-' : (columns[column]?.format(value) ?? ''))),
      ]),
      ...others.map((line, at) => [
        '',
        `  ratio to ${methods[at + 1]?.name}`,
        ...line.map((value, column) => ratio(own[column] ?? null, value)),
      ]),
    ];
  });
  return formatColumns([['trends', 'method', ...columns.map((column) => column.title)], ...rows], 2);
}

/** Columns as wide as their widest cell; the first `left` of them to the left, numbers to the right. */
function formatColumns(rows: readonly string[][], left: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** This radar's value to another's; a dash where there is none, "none" where this radar has none of what they have. */
function ratio(own: number | null, other: number | null): string {
  if (own === null || other === null || other === 0) return '-';
  if (own === 0) return 'none';
  const value = own / other;
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)}x`;
}

function fixed(digits: number): (value: number) => string {
  return (value) => value.toFixed(digits);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : sum(values) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
