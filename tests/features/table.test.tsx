import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  parseColumns,
  parseSort,
  RADAR_ORDER,
  type TableRow,
} from '../../src/domain/assessing/table-columns.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { TrendTable } from '../../src/features/table/trend-table.tsx';
import { sampleRadar } from '../support/sample-radar.ts';

/** How often the name of each trend was drawn. */
const drawn = new Map<string, number>();

vi.mock('../../src/features/table/cell-content.tsx', async (load) => {
  const { CellContent } = await load<typeof import('../../src/features/table/cell-content.tsx')>();
  return {
    CellContent: (props: { row: TableRow; column: 'name' }) => {
      if (props.column === 'name') drawn.set(props.row.id, (drawn.get(props.row.id) ?? 0) + 1);
      return <CellContent {...props} />;
    },
  };
});

beforeEach(() => drawn.clear());

type Props = ComponentProps<typeof TrendTable>;

/** A radar whose trends are in the rings given, named after their place in the list. */
function radarOf(rings: readonly string[]): Radar {
  const radar = sampleRadar();
  radar.trends = rings.map((ring, at) => ({
    id: `t${at}`,
    name: `Trend ${at}`,
    quadrant: at % 2 === 0 ? 'models' : 'training',
    placements: [{ edition: '2024', ring }],
  }));
  return radar;
}

/** The table as a page holds it: what it asks for happens, and every callback is a new one each time. */
function Page({
  more,
  heard,
}: {
  more: Partial<Props> & { radar: Radar };
  heard: Record<string, unknown[]>;
}) {
  const [index] = useState(() => more.index ?? buildIndex(more.radar));
  const [numbers] = useState(() => new Map(index.trends.map((trend, at) => [trend.id, at + 1])));
  const [columns, setColumns] = useState<readonly string[]>(more.columns ?? parseColumns(null));
  const [sort, setSort] = useState(more.sort ?? RADAR_ORDER);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const hear = (what: string, ...said: unknown[]) => {
    heard[what] = said;
  };
  return (
    <TrendTable
      index={index}
      edition="2024"
      numbers={numbers}
      kept={null}
      verdicts={null}
      columns={[...columns]}
      sort={sort}
      change={(changes) => {
        hear('change', changes);
        if (changes.columns) setColumns(changes.columns);
        if (changes.sort) setSort(changes.sort);
      }}
      open={(trend) => hear('open', trend)}
      chosen={chosen}
      choose={(trend, on) => {
        hear('choose', trend, on);
        setChosen(new Set([...chosen].filter((id) => id !== trend).concat(on ? [trend] : [])));
      }}
      copy={(text) => hear('copy', text)}
      save={(text, name) => hear('save', text, name)}
      {...omit(more)}
    />
  );
}

function omit({ columns: _, sort: __, ...rest }: Partial<Props> & { radar: Radar }) {
  return rest;
}

function show(more: Partial<Props> & { radar: Radar }) {
  const heard: Record<string, unknown[]> = {};
  render(<Page more={more} heard={heard} />);
  return { heard, user: userEvent.setup() };
}

const namesShown = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const header = (name: string) => screen.getByRole('columnheader', { name });

describe('the table', () => {
  it('has a row for every trend, with its name as header, under the columns of a first look', () => {
    show({ radar: sampleRadar() });
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'No.',
      'Name',
      'Quadrant',
      'Ring',
      'Movement',
      'Evidence',
      'Newest source',
      'Failure modes',
    ]);
    const row = screen.getByRole('row', { name: /Attention/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['', '1', 'Models', 'Adopt (not earned)', 'Moved in', 'Thin', '2024', '1, 1 silent']);
    expect(
      screen.getByText('2 trends, edition 2024, movement since 2023 (retrospective)'),
    ).toBeInTheDocument();
  });

  it('sorts by a header, turns round, and comes back to the radar’s order', async () => {
    const { user } = show({ radar: radarOf(['assess', 'adopt', 'assess', 'adopt']) });
    const given = ['Trend 0', 'Trend 1', 'Trend 2', 'Trend 3'];
    expect(header('No.')).toHaveAttribute('aria-sort', 'ascending');
    const press = () => user.click(within(header('Ring')).getByRole('button'));
    await press();
    expect(namesShown()).toEqual(['Trend 1', 'Trend 3', 'Trend 0', 'Trend 2']);
    expect(header('Ring')).toHaveAttribute('aria-sort', 'ascending');
    expect(header('No.')).not.toHaveAttribute('aria-sort');
    await press();
    expect(namesShown()).toEqual(['Trend 0', 'Trend 2', 'Trend 1', 'Trend 3']);
    expect(header('Ring')).toHaveAttribute('aria-sort', 'descending');
    await press();
    expect(namesShown()).toEqual(given);
    expect(header('Ring')).not.toHaveAttribute('aria-sort');
    expect(within(header('Ring')).getByRole('button')).toHaveFocus();
  });

  it('opens a trend by its name, and chooses one by its box', async () => {
    const { user, heard } = show({ radar: sampleRadar() });
    await user.click(screen.getByRole('button', { name: 'Distillation' }));
    expect(heard.open).toEqual(['distillation']);
    await user.click(screen.getByRole('checkbox', { name: 'Choose Attention' }));
    expect(heard.choose).toEqual(['attention', true]);
    expect(screen.getByText(/, 1 chosen$/)).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Choose Attention' }));
    expect(heard.choose).toEqual(['attention', false]);
  });

  it('goes through headers, boxes and names with the Tab key, and leaves the arrow keys to the browser', async () => {
    const { user } = show({ radar: sampleRadar(), columns: ['name', 'ring'] });
    const order = [
      screen.getByRole('button', { name: 'Name' }),
      screen.getByRole('button', { name: 'Ring' }),
      screen.getByRole('checkbox', { name: 'Choose Attention' }),
      screen.getByRole('button', { name: 'Attention' }),
      screen.getByRole('checkbox', { name: 'Choose Distillation' }),
    ];
    order[0]?.focus();
    for (const next of order.slice(1)) {
      await user.tab();
      expect(next).toHaveFocus();
    }
    const prevented = vi.fn();
    document.addEventListener('keydown', (event) => prevented(event.defaultPrevented), { once: true });
    await user.keyboard('{ArrowDown}');
    expect(prevented).toHaveBeenCalledWith(false);
  });

  it('draws no row again when it is sorted, and one when a trend is chosen', async () => {
    const count = 400;
    const radar = radarOf(Array.from({ length: count }, (_, at) => (at % 3 === 0 ? 'adopt' : 'assess')));
    const { user } = show({ radar });
    expect(drawn.size).toBe(count);
    drawn.clear();
    await user.click(within(header('Ring')).getByRole('button'));
    expect(namesShown().slice(0, 2)).toEqual(['Trend 0', 'Trend 3']);
    expect(drawn.size).toBe(0);
    await user.click(screen.getByRole('checkbox', { name: 'Choose Trend 7' }));
    expect([...drawn]).toEqual([['t7', 1]]);
  });

  it('shows the columns that are asked for; the name stays', async () => {
    const { user, heard } = show({ radar: sampleRadar(), sort: parseSort('-ring') });
    await user.click(screen.getByText('Columns'));
    expect(screen.getByRole('checkbox', { name: 'Name' })).toBeDisabled();
    expect(screen.queryByRole('checkbox', { name: 'Fit for us' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Related trends' }));
    expect(header('Related trends')).toBeInTheDocument();
    expect(heard.change).toEqual([{ columns: [...parseColumns(null), 'related'] }]);
    await user.click(screen.getByRole('checkbox', { name: 'Ring' }));
    expect(screen.queryByRole('columnheader', { name: 'Ring' })).toBeNull();
    expect(header('No.')).toHaveAttribute('aria-sort', 'ascending');
  });

  it('shows the verdict of a lens, and keeps it among the columns while there is none', async () => {
    const verdicts = new Map([['attention', { verdict: 'weaker', label: 'Weaker', mark: '▼' }]]);
    show({ radar: sampleRadar(), verdicts });
    expect(header('Fit for us')).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: 'Weaker' })).toHaveTextContent('▼Weaker');
  });

  it('lists only what the filters leave, and says so where that is nothing', () => {
    const radar = sampleRadar();
    show({ radar, kept: new Set(['distillation']) });
    expect(namesShown()).toEqual(['Distillation']);
    expect(screen.getByText(/^1 of 2 trends pass the filters, /)).toBeInTheDocument();
  });

  it('says that nothing is left, and offers nothing to take away', () => {
    show({ radar: sampleRadar(), kept: new Set(['gone']) });
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText(/^No trend passes the filters\./)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Copy as text' })).toBeNull();
  });

  it('says that an edition has no trends', () => {
    show({ radar: radarOf([]) });
    expect(screen.getByText('This edition has no trends yet.')).toBeInTheDocument();
  });

  it('copies and saves exactly what is shown, and no formula', async () => {
    const radar = radarOf(['assess', 'adopt', 'adopt']);
    const [, second] = radar.trends;
    if (second === undefined) throw new Error('three trends');
    second.name = '=1+1';
    const columns = ['number', 'name', 'ring'];
    const { user, heard } = show({ radar, columns, sort: parseSort('ring'), kept: new Set(['t0', 't1']) });
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    expect(heard.copy).toEqual(["No.\tName\tRing\n2\t'=1+1\tAdopt (not earned)\n1\tTrend 0\tAssess"]);
    await waitFor(() => expect(screen.getByText(/^Copied/)).toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
    expect(heard.save).toEqual([
      "\uFEFFNo.,Name,Ring\r\n2,'=1+1,Adopt (not earned)\r\n1,Trend 0,Assess\r\n",
      'sample-radar_2024_trends.csv',
    ]);
  });

  it('says it when the browser does not allow copying, and how to go on', async () => {
    const copy = () => Promise.reject(new Error('no'));
    const { user } = show({ radar: sampleRadar(), copy });
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    await waitFor(() => expect(screen.getByText(/Save it as CSV instead/)).toBeInTheDocument());
  });
});
