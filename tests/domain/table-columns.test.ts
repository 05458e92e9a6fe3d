import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildRows,
  COLUMNS,
  type ColumnId,
  chooseColumns,
  DEFAULT_COLUMNS,
  formatColumns,
  formatSort,
  nextSort,
  parseColumns,
  parseSort,
  RADAR_ORDER,
  sortRows,
  type TableRow,
  type TableSource,
  tableTexts,
} from '../../src/domain/assessing/table-columns.ts';
import { latestEdition } from '../../src/domain/editions.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

function sourceOf(radar: Radar, more: Partial<TableSource> = {}): TableSource {
  const index = buildIndex(radar);
  const numbers = new Map(index.trends.map((trend, at) => [trend.id, at + 1]));
  return { radar, index, edition: latestEdition(radar.editions).id, numbers, verdicts: null, ...more };
}

function textsOf(row: TableRow | undefined): Record<string, string> {
  return Object.fromEntries(COLUMNS.map(({ id }) => [id, row?.cells[id].text ?? '']));
}

const namesBy = (rows: readonly TableRow[], column: string, descending = false) =>
  sortRows(rows, { column, descending }).map((row) => row.name);

const columnIds = COLUMNS.map(({ id }): ColumnId => id);
const anyColumn = fc.constantFrom(...columnIds);
const anySort = fc.record({ column: anyColumn, descending: fc.boolean() });
const anyRows = fc
  .tuple(
    arbitraryRadar,
    fc.infiniteStream(fc.constantFrom('stronger', 'unchanged', 'weaker', 'avoid', 'odd')),
  )
  .map(([radar, verdicts]) => {
    const given = radar.trends.map((trend): [string, { verdict: string; label: string; mark: string }] => {
      const verdict = String(verdicts.next().value);
      return [trend.id, { verdict, label: verdict, mark: '' }];
    });
    return buildRows(sourceOf(radar, { verdicts: new Map(given.slice(1)) }));
  });

describe('what the columns say', () => {
  it('says everything that is recorded of a trend', () => {
    const [row] = buildRows(sourceOf(sampleRadar()));
    expect(textsOf(row)).toEqual({
      number: '1',
      name: 'Attention',
      quadrant: 'Models',
      ring: 'Adopt (not earned)',
      earned: 'Not earned',
      verdict: '',
      movement: 'Moved in',
      tags: '',
      strength: 'Thin',
      facts: '1',
      verified: '1',
      derived: '0',
      assumptions: '0',
      supports: '1',
      limits: '0',
      sources: '2',
      newest: '2024',
      tradeoffs: '2',
      failures: '1, 1 silent',
      silent: '1',
      fits: 'Low latency',
      avoid: 'Few labels',
      related: 'Distillation',
    });
  });

  it('says of a trend without evidence that there is none', () => {
    const row = buildRows(sourceOf(sampleRadar())).at(1);
    expect(textsOf(row)).toMatchObject({
      movement: 'New',
      strength: 'None recorded',
      ring: 'Assess',
      facts: '0',
      sources: '0',
      newest: '',
      failures: '0',
      fits: '',
      related: 'Attention',
    });
  });

  it('counts for an earlier edition what was public by then, and lists the trends that it had', () => {
    const radar = sampleRadar();
    const [attention] = radar.trends;
    const [early] = attention?.facts ?? [];
    if (attention === undefined || early === undefined) throw new Error('a trend with a fact');
    attention.facts = [early, { ...early, id: 'f2', date: '2024-01', stance: 'limits', grade: 'derived' }];
    const rows = buildRows(sourceOf(radar, { edition: '2023' }));
    expect(rows.map((row) => row.name)).toEqual(['Attention']);
    const then = { facts: '1', derived: '0', limits: '0', sources: '1', newest: '2023' };
    expect(textsOf(rows[0])).toMatchObject({ ...then, movement: 'First edition', ring: 'Assess' });
    const now = { facts: '2', derived: '1', limits: '1', sources: '2', newest: '2024' };
    expect(textsOf(buildRows(sourceOf(radar))[0])).toMatchObject(now);
  });

  it('gives the verdict of the lens where there is one', () => {
    const verdicts = new Map([['distillation', { verdict: 'weaker', label: 'Weaker', mark: '▼' }]]);
    const rows = buildRows(sourceOf(sampleRadar(), { verdicts }));
    expect(rows.map((row) => [row.cells.verdict.text, row.mark])).toEqual([
      ['', null],
      ['Weaker', '▼'],
    ]);
  });

  it('lists the rows in the order of the numbers, one without a number last', () => {
    const numbers = new Map([['distillation', 1]]);
    const rows = buildRows(sourceOf(sampleRadar(), { numbers }));
    expect(rows.map((row) => row.cells.number.text)).toEqual(['1', '']);
    expect(rows.map((row) => row.name)).toEqual(['Distillation', 'Attention']);
  });

  it('gives the texts of the columns shown, header first', () => {
    const columns = chooseColumns(['ring', 'number'], false);
    expect(tableTexts(columns, buildRows(sourceOf(sampleRadar())))).toEqual([
      ['No.', 'Name', 'Ring'],
      ['1', 'Attention', 'Adopt (not earned)'],
      ['2', 'Distillation', 'Assess'],
    ]);
  });
});

describe('sortRows', () => {
  it('sorts rings from inside, and names as people do', () => {
    const radar = sampleRadar();
    const trend = (name: string, ring: string) => ({
      id: name.toLowerCase().replaceAll(' ', '-'),
      name,
      quadrant: 'models',
      placements: [{ edition: '2024', ring }],
    });
    radar.rings = ['zone', 'middle', 'assess'].map((id) => ({ id, name: id }));
    radar.trends = [
      trend('level 10', 'assess'),
      trend('Level 9', 'middle'),
      trend('éclair', 'zone'),
      trend('Zoo', 'middle'),
    ];
    const rows = buildRows(sourceOf(radar));
    expect(namesBy(rows, 'name')).toEqual(['éclair', 'Level 9', 'level 10', 'Zoo']);
    expect(namesBy(rows, 'ring')).toEqual(['éclair', 'Level 9', 'Zoo', 'level 10']);
    expect(namesBy(rows, 'ring', true)).toEqual(['level 10', 'Level 9', 'Zoo', 'éclair']);
  });

  it('sorts numbers as numbers, and the strength from strong to none', () => {
    const radar = sampleRadar();
    const [first, second] = radar.trends;
    if (first === undefined || second === undefined) throw new Error('two trends');
    const fact = first.facts?.[0];
    if (fact === undefined) throw new Error('a fact');
    first.facts = [9, 10].map((n) => ({ ...fact, id: `f${n}` }));
    second.facts = Array.from({ length: 10 }, (_, n) => ({ ...fact, id: `f${n}`, grade: 'assumption' }));
    const rows = buildRows(sourceOf(radar));
    expect(namesBy(rows, 'facts')).toEqual(['Attention', 'Distillation']);
    expect(namesBy(rows, 'strength')).toEqual(['Attention', 'Distillation']);
    expect(namesBy(rows, 'strength', true)).toEqual(['Distillation', 'Attention']);
    expect(namesBy(rows, 'newest')).toEqual(['Distillation', 'Attention']);
  });

  it('sorts verdicts best first, trends without one last', () => {
    const radar = sampleRadar();
    const [first] = radar.trends;
    if (first === undefined) throw new Error('a trend');
    radar.trends = ['avoid', 'none', 'weaker', 'stronger', 'unchanged'].map((id) => ({
      ...first,
      id,
      name: id,
    }));
    const words = radar.trends.filter(({ id }) => id !== 'none');
    const verdicts = new Map(words.map(({ id }) => [id, { verdict: id, label: id, mark: '' }]));
    const rows = buildRows(sourceOf(radar, { verdicts }));
    expect(namesBy(rows, 'verdict')).toEqual(['stronger', 'unchanged', 'weaker', 'avoid', 'none']);
  });

  it('gives a permutation, and leaves what it was given as it is', () => {
    fc.assert(
      fc.property(anyRows, anySort, (rows, sort) => {
        const before = [...rows];
        const sorted = sortRows(rows, sort);
        expect(rows).toEqual(before);
        expect(sorted).toHaveLength(rows.length);
        expect(new Set(sorted)).toEqual(new Set(rows));
      }),
    );
  });

  it('is total and stable: of any two rows the lesser comes first, of equal ones the one that came first', () => {
    fc.assert(
      fc.property(anyRows, anySort, (rows, sort) => {
        const sorted = sortRows(rows, sort);
        for (const [at, one] of sorted.entries()) {
          for (const other of sorted.slice(at + 1)) {
            expect(sortRows([one, other], sort)).toEqual([one, other]);
            const equal = sortRows([other, one], sort)[0] === other;
            if (equal) expect(rows.indexOf(one)).toBeLessThan(rows.indexOf(other));
          }
        }
      }),
    );
  });

  it('has the keys of an ascending sort in reverse when descending', () => {
    fc.assert(
      fc.property(anyRows, anyColumn, (rows, column) => {
        // rows that are equal keep their order both ways, so the rows that come in reverse give the mirror image
        const up = sortRows(rows, { column, descending: false });
        const down = sortRows([...rows].reverse(), { column, descending: true });
        expect(down.reverse()).toEqual(up);
      }),
    );
  });

  it('keeps the radar’s order for a column that there is not', () => {
    const rows = buildRows(sourceOf(sampleRadar()));
    for (const column of ['', 'toString', '__proto__', 'chosen']) {
      expect(sortRows(rows, { column, descending: true })).toEqual(rows);
    }
  });
});

describe('nextSort', () => {
  it('goes from ascending to descending to the radar’s order', () => {
    const first = nextSort(RADAR_ORDER, 'ring');
    expect(first).toEqual({ column: 'ring', descending: false });
    const second = nextSort(first, 'ring');
    expect(second).toEqual({ column: 'ring', descending: true });
    expect(nextSort(second, 'ring')).toEqual(RADAR_ORDER);
    expect(nextSort(second, 'name')).toEqual({ column: 'name', descending: false });
    expect(nextSort(RADAR_ORDER, 'number')).toEqual({ column: 'number', descending: true });
  });
});

describe('columns in the address', () => {
  const anyColumns = fc.subarray(columnIds).map((ids) => chooseColumns(ids, true).map(({ id }) => id));

  it('come back as they were written, in letters that an address takes as they are', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        const text = formatColumns(columns);
        expect(parseColumns(text)).toEqual(columns);
        expect(text).toMatch(/^[a-z.]*$/);
      }),
    );
  });

  it('stand in the table’s order, each once, the name always', () => {
    expect(parseColumns('ring.ring.number.nonsense')).toEqual(['number', 'name', 'ring']);
    expect(formatColumns(['ring', 'constructor', 'number'])).toBe('number.name.ring');
  });

  it('are those of a first look where nothing is said', () => {
    expect(formatColumns(DEFAULT_COLUMNS)).toBe('');
    for (const text of [null, '', '.', 'nonsense']) expect(parseColumns(text)).toEqual(DEFAULT_COLUMNS);
    const shown = chooseColumns(DEFAULT_COLUMNS, false).map(({ id }) => id);
    const wanted = ['number', 'name', 'quadrant', 'ring', 'strength', 'movement', 'failures', 'newest'];
    expect(new Set(shown)).toEqual(new Set(wanted));
    expect(chooseColumns(DEFAULT_COLUMNS, true).map(({ id }) => id)).toContain('verdict');
  });

  it('survive any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const columns = parseColumns(text);
        expect(columns).toContain('name');
        expect(parseColumns(formatColumns(columns))).toEqual(columns);
      }),
    );
  });
});

describe('a sort in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anySort, (sort) => {
        expect(parseSort(formatSort(sort))).toEqual(sort);
        expect(formatSort(sort)).toMatch(/^-?[a-z]*$/);
      }),
    );
    expect(formatSort(RADAR_ORDER)).toBe('');
    expect(formatSort({ column: 'ring', descending: true })).toBe('-ring');
  });

  it('is the radar’s order for any other text', () => {
    for (const text of [null, '', '-', '--ring', 'constructor', 'Ring'])
      expect(parseSort(text)).toEqual(RADAR_ORDER);
    expect(formatSort({ column: 'nonsense', descending: true })).toBe('');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(columnIds).toContain(parseSort(text).column);
      }),
    );
  });
});

describe('rows of any radar', () => {
  it('are the trends that the edition shows, each with a text for every column', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        for (const { id: edition } of radar.editions) {
          const from = sourceOf(radar, { edition });
          const rows = buildRows(from);
          const shown = shownTrends(from.index, edition).map((trend) => trend.id);
          expect(new Set(rows.map((row) => row.id))).toEqual(new Set(shown));
          for (const row of rows) {
            for (const { id } of COLUMNS) expect(typeof row.cells[id].text).toBe('string');
          }
        }
      }),
    );
  });
});
