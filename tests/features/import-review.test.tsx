import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../src/domain/importing/draft.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { ImportReview } from '../../src/features/import/import-review.tsx';

type Row = [name: string, ring: string, quadrant?: string];

const ROWS: Row[] = [
  ['Alpha', 'Adopt'],
  ['Beta', 'Hold', 'Data'],
  ['Gamma', 'Caution'],
  ['', 'Adopt'],
];

function draftOf(rows: readonly Row[]): Draft {
  return {
    format: 'Build Your Own Radar, CSV',
    title: 'Mine',
    quadrants: [],
    rings: [],
    editions: [],
    findings: [{ place: { file: 'a.csv', line: 9 }, message: 'a script was found', done: 'It is left out.' }],
    trends: rows.map(([name, ring, quadrant = 'Tools'], at) => ({
      name,
      quadrant,
      placements: [{ edition: null, ring, place: { file: 'a.csv', line: at + 2, field: 'ring' } }],
      place: { file: 'a.csv', line: at + 2 },
    })),
  };
}

function show(draft = draftOf(ROWS)) {
  const accept = vi.fn<(radar: Radar) => void>();
  const cancel = vi.fn();
  const save = vi.fn();
  render(<ImportReview draft={draft} accept={accept} cancel={cancel} save={save} />);
  return { accept, cancel, save };
}

const openButton = () => screen.getByRole('button', { name: /^Open this radar/ });
const rowsOf = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .map((row) => row.textContent);
const titleField = () => screen.getByRole('textbox', { name: 'Title' });

describe('the review of an import', () => {
  it('says what was understood, and what will be shown', () => {
    show();
    expect(screen.getByText(/of 4 rows will be shown/)).toHaveTextContent(
      '3 of 4 rows will be shown, 1 left out; 3 questions to look at.',
    );
    expect(screen.getByText(/of 4 rows will be shown/)).toHaveFocus();
    expect(screen.getByText('Build Your Own Radar, CSV')).toBeInTheDocument();
    expect(screen.getByText('a.csv')).toBeInTheDocument();
    expect(rowsOf()).toEqual(['TrendsAdoptHoldCautionAll', 'Tools1012', 'Data0101', 'All1113']);
    expect(screen.getByText('A script was found.').parentElement).toHaveTextContent(
      'It is left out. a.csv, row 9',
    );
    expect(screen.getByText('Left out: 1')).toBeInTheDocument();
    expect(screen.getByText('It has no name.', { exact: false })).toHaveTextContent('a.csv, row 5');
  });

  it('shows at once what a decision changes, and takes it back', async () => {
    const { accept } = show();
    const hold = screen.getByRole('group', { name: '“Hold”' });
    expect(hold).toHaveAccessibleDescription(/It lies off the rings Adopt.*Beta · a\.csv, row 3, ring/);
    expect(within(hold).getByRole('radio', { name: /suggested/ })).toBeChecked();
    await userEvent.click(within(hold).getByRole('radio', { name: 'Put into “Adopt”' }));
    expect(rowsOf()[0]).toBe('TrendsAdoptCautionAll');
    await userEvent.click(screen.getByRole('radio', { name: /^Name it after its place/ }));
    expect(openButton()).toHaveTextContent('Open this radar (4 trends)');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(openButton()).toHaveTextContent('(3 trends)');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(rowsOf()[0]).toBe('TrendsAdoptHoldCautionAll');
    await userEvent.click(openButton());
    expect(accept.mock.calls[0]?.[0]).toMatchObject({
      title: 'Mine',
      rings: [{ id: 'adopt' }, { id: 'hold' }, {}],
    });
  });

  it('decides for all alike', async () => {
    show();
    const group = screen.getByRole('region', { name: 'Rings that are not known' });
    const all = within(group).getByRole('combobox', { name: 'Decide for all alike' });
    await userEvent.selectOptions(all, 'Leave out');
    expect(openButton()).toHaveTextContent('(1 trend)');
    await userEvent.click(screen.getAllByRole('radio', { name: /^Keep as a ring/ })[0] ?? group);
    expect(all).toHaveDisplayValue('Each by itself');
    await userEvent.selectOptions(all, 'As suggested');
    expect(openButton()).toHaveTextContent('(3 trends)');
  });

  it('says why nothing can be opened, and opens nothing then', async () => {
    const { accept } = show(draftOf([['Alpha', 'Hold']]));
    await userEvent.click(screen.getByRole('radio', { name: 'Leave out' }));
    expect(screen.getByRole('alert')).toHaveTextContent('no trend of it is left to show');
    await userEvent.click(openButton());
    expect(accept).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(openButton()).toBeEnabled();
  });

  it('opens with one key where nothing is to be decided', async () => {
    const { accept } = show(
      draftOf([
        ['Alpha', 'Adopt'],
        ['Beta', 'Trial', 'Data'],
      ]),
    );
    expect(screen.getByText(/there is nothing to decide/)).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(accept).toHaveBeenCalledOnce();
  });

  it('sets title, names, order and colours', async () => {
    const { accept } = show();
    await userEvent.type(titleField(), ' radar');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name of quadrant 1' }), {
      target: { value: 'Kit' },
    });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Colour of Kit' }), 'Green');
    const down = screen.getByRole('button', { name: 'Move Adopt down' });
    await userEvent.click(down);
    expect(screen.getByRole('button', { name: 'Move Adopt down' })).toHaveFocus();
    await userEvent.click(openButton());
    expect(accept.mock.calls[0]?.[0]).toMatchObject({
      title: 'Mine radar',
      quadrants: [
        { id: 'tools', name: 'Kit', hue: 'green' },
        { name: 'Data', hue: 'blue' },
      ],
      rings: [{ name: 'Hold' }, { name: 'Adopt' }, { name: 'Caution' }],
    });
    // The letters of one field are taken back at once.
    for (const _ of ['order', 'colour', 'name', 'title']) {
      await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    }
    expect(titleField()).toHaveValue('Mine');
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('leaves the name that is there where one is emptied', async () => {
    const { accept } = show();
    await userEvent.clear(screen.getByRole('textbox', { name: 'Name of ring 1' }));
    await userEvent.clear(titleField());
    await userEvent.click(openButton());
    expect(accept.mock.calls[0]?.[0]).toMatchObject({ title: 'Mine', rings: [{ name: 'Adopt' }, {}, {}] });
  });

  it('caps long lists, and gives them whole as a text', async () => {
    const { save, cancel } = show(draftOf(Array.from({ length: 120 }, (_, at) => [`Trend ${at}`, 'Hold'])));
    const hold = screen.getByRole('group', { name: '“Hold”' });
    await userEvent.click(within(hold).getByText('120 trends'));
    expect(within(hold).getAllByRole('listitem')).toHaveLength(50);
    expect(within(hold).getByText(/… and 70 more/)).toBeInTheDocument();
    await userEvent.click(within(hold).getByRole('button', { name: 'Save the whole list as text' }));
    expect(save.mock.calls[0]?.[0].trim().split('\n')).toHaveLength(120);
    expect(save.mock.calls[0]?.[0]).toMatch(/^a\.csv, row 2, ring\tTrend 0\n/);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('shows fifty of very many questions of one kind, and decides all', async () => {
    show(draftOf(Array.from({ length: 200 }, (_, at) => [`Name ${'so long '.repeat(6)}${at}`, 'Adopt'])));
    expect(screen.getAllByRole('group', { name: /^“Name/ })).toHaveLength(50);
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Decide for all alike' }),
      'Leave out',
    );
    expect(openButton()).toBeDisabled();
  });
});
