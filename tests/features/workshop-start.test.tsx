import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { completeRadar } from '../../src/domain/complete-radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import {
  SessionList,
  type SessionListActs,
  type SessionListEntry,
} from '../../src/features/workshop/session-list.tsx';
import { type ChosenStart, StartForm } from '../../src/features/workshop/start-form.tsx';
import { workshopRadar } from '../support/workshop.ts';

const INDEX = buildIndex(completeRadar(workshopRadar));
const SHOWN = shownTrends(INDEX, 'autumn');

function start(kept: readonly string[] | null = null, work: (start: ChosenStart) => void = () => {}) {
  const begin = vi.fn(work);
  render(
    <StartForm
      {...{ kept, begin }}
      index={INDEX}
      shown={SHOWN}
      radarTitle={INDEX.title}
      sessions={[{ name: 'Workshop 21 Nov 2026' }]}
      today="2026-11-21"
    />,
  );
  return begin;
}

describe('beginning a workshop', () => {
  it('takes one press of a key, with defaults that need no thought', async () => {
    const begin = start();
    expect(screen.getByRole('button', { name: 'Begin' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(begin).toHaveBeenCalledExactlyOnceWith({
      name: 'Workshop 21 Nov 2026 (2)',
      room: [],
      hidden: true,
      minutes: 5,
      queue: ['alpha', 'beta', 'delta', 'gamma'],
    });
  });

  it('takes name, people, minutes, order and hidden votes as they are chosen', async () => {
    const begin = start();
    await userEvent.clear(screen.getByLabelText('Name'));
    await userEvent.type(screen.getByLabelText('Name'), 'Review');
    await userEvent.type(screen.getByLabelText(/Who is in the room/), ' Ada, Bo;, Cleo ');
    await userEvent.clear(screen.getByLabelText(/Minutes for each/));
    await userEvent.type(screen.getByLabelText(/Minutes for each/), '0');
    await userEvent.click(screen.getByLabelText(/Votes stay hidden/));
    await userEvent.click(screen.getByLabelText(/Inner ring first/));
    expect(screen.getByText('4 trends, without a limit of time')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Begin' }));
    expect(begin).toHaveBeenCalledExactlyOnceWith({
      ...{ name: 'Review', room: ['Ada', 'Bo', 'Cleo'], hidden: false, minutes: 0 },
      queue: ['alpha', 'delta', 'beta', 'gamma'],
    });
  });

  it('offers what the filters leave, and only where they leave fewer', async () => {
    const begin = start(['gamma', 'alpha']);
    await userEvent.click(screen.getByLabelText('What the filters leave: 2'));
    expect(screen.getByText('2 trends at 5 minutes: about 10 min')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Begin' }));
    expect(begin.mock.calls[0]?.[0].queue).toEqual(['alpha', 'gamma']);
  });

  it('has no such choice without filters', () => {
    start();
    expect(screen.queryByLabelText(/What the filters leave/)).not.toBeInTheDocument();
    expect(screen.getByText(/All 4 of this edition/)).toBeInTheDocument();
  });

  it('lets the trends be put in an own order by buttons and by keys, and says where they are', async () => {
    const begin = start();
    await userEvent.click(screen.getByLabelText('Own order'));
    await userEvent.click(screen.getByRole('button', { name: 'Move Trend delta earlier' }));
    expect(screen.getByText('Trend delta is now 2 of 4.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Move Trend delta earlier' })).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}{ArrowDown}{Alt>}{End}{/Alt}');
    expect(screen.getByRole('button', { name: 'Move Trend alpha earlier' })).toHaveFocus();
    const entries = within(screen.getByRole('list', { name: 'Own order' })).getAllByRole('listitem');
    expect(entries.map((entry) => entry.querySelector('b')?.textContent)).toEqual([
      ...['Trend delta', 'Trend beta', 'Trend gamma', 'Trend alpha'],
    ]);
    expect(entries[0]).toHaveTextContent('Methods, Adopt');
    await userEvent.click(screen.getByRole('button', { name: 'Begin' }));
    expect(begin.mock.calls[0]?.[0].queue).toEqual(['delta', 'beta', 'gamma', 'alpha']);
  });

  it('says why it could not begin', async () => {
    start(null, () => {
      throw new Error('The browser keeps nothing here.');
    });
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('The browser keeps nothing here.');
  });
});

const ENTRIES: SessionListEntry[] = [
  {
    ...{ id: 'a', name: 'Spring', radarTitle: 'Our radar', decided: 3, total: 12 },
    ...{ started: '2026-03-01T09:00:00.000Z', changed: '2026-03-01T10:00:00.000Z' },
  },
  {
    ...{ id: 'b', name: 'Autumn', radarTitle: 'Our radar', decided: 12, total: 12 },
    ...{ started: '2026-11-01T09:00:00.000Z', changed: '2026-11-01T10:00:00.000Z' },
  },
];

function list(sessions = ENTRIES) {
  const all = {
    ...{ resume: vi.fn(), rename: vi.fn(), duplicate: vi.fn(), remove: vi.fn(), restore: vi.fn() },
    exportFile: vi.fn(),
    importFile: vi.fn<SessionListActs['importFile']>(async () => 'Merged into “Autumn”.'),
  };
  render(<SessionList sessions={sessions} {...all} />);
  return all;
}

describe('the list of workshops', () => {
  it('has the last one first, and says how far each has come', () => {
    list();
    const entries = screen.getAllByRole('listitem');
    expect(entries[0]).toHaveTextContent(/Autumn.*Our radar · started 1 Nov 2026, .*12 of 12 decided/);
    expect(entries[1]).toHaveTextContent(/Spring.*3 of 12 decided/);
  });

  it('resumes, duplicates and exports the one that is asked for', async () => {
    const { resume, duplicate, exportFile } = list();
    await userEvent.click(screen.getByRole('button', { name: 'Resume Spring' }));
    await userEvent.click(screen.getByRole('button', { name: 'Duplicate Autumn' }));
    await userEvent.click(screen.getByRole('button', { name: 'Export Spring as a file' }));
    expect([resume, duplicate, exportFile].map((act) => act.mock.calls)).toEqual([[['a']], [['b']], [['a']]]);
  });

  it('renames in place, and Escape leaves the name', async () => {
    const { rename } = list();
    await userEvent.click(screen.getByRole('button', { name: 'Rename Spring' }));
    await userEvent.keyboard('Never{Escape}');
    expect(screen.getByRole('heading', { name: 'Spring' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Rename Spring' }));
    expect(screen.getByLabelText('New name for Spring')).toHaveFocus();
    await userEvent.keyboard('March{Enter}');
    expect(rename).toHaveBeenCalledExactlyOnceWith('a', 'March');
  });

  it('deletes at once, and offers to take it back', async () => {
    const { remove, restore } = list();
    await userEvent.click(screen.getByRole('button', { name: 'Delete Spring' }));
    expect(remove).toHaveBeenCalledExactlyOnceWith('a');
    expect(await screen.findByText(/Deleted “Spring”/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(restore).toHaveBeenCalledExactlyOnceWith('a');
    expect(await screen.findByText('“Spring” is back.')).toBeInTheDocument();
  });

  it('takes a file in and says what became of it, or why not', async () => {
    const { importFile } = list();
    const file = new File(['{}'], 'autumn.workshop.json', { type: 'application/json' });
    await userEvent.upload(screen.getByLabelText('File of a workshop'), file);
    expect(importFile).toHaveBeenCalledExactlyOnceWith(file);
    expect(await screen.findByText('Merged into “Autumn”.')).toBeInTheDocument();
    importFile.mockRejectedValueOnce(new Error('This is no file of a workshop; choose another.'));
    await userEvent.upload(screen.getByLabelText('File of a workshop'), file);
    expect(await screen.findByRole('alert')).toHaveTextContent('This is no file of a workshop');
  });

  it('says so where there is none', () => {
    list([]);
    expect(screen.getByText(/None yet/)).toBeInTheDocument();
  });
});
