import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  doEdit,
  redoEdit,
  redoWords,
  startHistory,
  undoEdit,
  undoWords,
} from '../../src/domain/editing/edit-history.ts';
import { followPending, type Pending, setPending } from '../../src/domain/editing/edit-pending.ts';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { EditOffer, EditPanel } from '../../src/features/edit/edit-panel.tsx';
import { type EditState, EditStatus } from '../../src/features/edit/edit-status.tsx';
import { sampleRadar } from '../support/sample-radar.ts';

const KEPT: EditState = { keeping: 'kept', unsaved: 0, saved: null, said: '' };

interface Now {
  radar: Radar;
  pending: Pending;
  trend: string | null;
}

/** Remembers the radar, as the page does, and tells what it holds now. */
function Page({ first, radar, tell }: { first: string | null; radar: Radar; tell: (now: Now) => void }) {
  const [history, setHistory] = useState(() => startHistory(radar));
  const [pending, setAll] = useState<Pending>({});
  const [trend, open] = useState(first);
  tell({ radar: history.radar, pending, trend });
  const [undo, redo] = [undoWords(history), redoWords(history)];
  return (
    <EditPanel
      radar={history.radar}
      edition="2024"
      trend={trend}
      pending={pending}
      apply={(act) => {
        const done = doEdit(history, act);
        setHistory(done.history);
        setAll((old) => followPending(old, act));
        return done.issues;
      }}
      remember={(form, fields) => setAll((old) => setPending(old, form, fields))}
      seal={() => undefined}
      open={open}
      status={KEPT}
      undo={undo === null ? null : { words: undo, run: () => setHistory(undoEdit) }}
      redo={redo === null ? null : { words: redo, run: () => setHistory(redoEdit) }}
      saveFile={() => undefined}
      takeOver={() => undefined}
    />
  );
}

/** What the page holds is kept up to date in the object that is given back. */
function show(first: string | null = null): Now {
  const radar = sampleRadar();
  const now: Now = { radar, pending: {}, trend: first };
  render(<Page first={first} radar={radar} tell={(next) => void Object.assign(now, next)} />);
  return now;
}

const click = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: string, label: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name }), label);
const unfold = async (summary: string | RegExp) => {
  const found = screen.getAllByText(summary).find((element) => element.tagName === 'SUMMARY');
  if (found === undefined) throw new Error(`no part ${summary}`);
  await userEvent.click(found);
  const part = found.closest('details');
  if (part === null) throw new Error('not a part');
  return within(part);
};
const trendIn = (now: { radar: Radar }, id: string): Trend | undefined =>
  now.radar.trends.find((trend) => trend.id === id);
const type = async (field: HTMLElement, text: string) => {
  await userEvent.clear(field);
  if (text !== '') await userEvent.type(field, text);
};

describe('the edit panel', () => {
  it('adds a trend and opens it; what is missing is said beside its field, which gets the focus', async () => {
    const now = show();
    await click('Add the trend');
    const name = screen.getByRole('textbox', { name: 'Name of the trend' });
    expect(name).toHaveFocus();
    expect(name).toHaveAccessibleDescription(/Name is missing. Add it./);
    await type(name, 'Flow matching');
    await choose('Quadrant', 'Models');
    await choose('Ring', 'Assess');
    await click('Add the trend');
    expect(trendIn(now, 'flow-matching')).toMatchObject({
      quadrant: 'models',
      placements: [{ edition: '2024', ring: 'assess' }],
    });
    expect(screen.getByRole('heading', { name: 'Flow matching' })).toHaveFocus();
    expect(now.pending).toEqual({});
  });

  it('takes over what fits as it is typed, and keeps in the field what does not', async () => {
    const now = show('attention');
    const name = screen.getByRole('textbox', { name: 'Name' });
    await type(name, 'Self attention ');
    expect(trendIn(now, 'attention')?.name).toBe('Self attention');
    expect(name).toHaveValue('Self attention ');
    await type(name, '');
    expect(name).toHaveValue('');
    expect(name).toHaveAccessibleDescription(/Not taken over yet. Name is missing. Add it./);
    expect(name).toBeInvalid();
    expect(trendIn(now, 'attention')?.name).toBe('Self attention');
    expect(now.pending).toEqual({ 'trend/attention': { name: '' } });
    await type(screen.getByRole('textbox', { name: 'Other names' }), 'SA{enter}self');
    expect(trendIn(now, 'attention')?.aliases).toEqual(['SA', 'self']);
    await userEvent.type(name, 'A');
    expect(name).toBeValid();
    expect(now.pending).toEqual({});
  });

  it('moves a trend by selects and takes it back by words', async () => {
    const now = show('attention');
    await choose('Ring', 'Assess');
    expect(trendIn(now, 'attention')?.placements[1]).toMatchObject({ ring: 'assess', reason: 'It holds.' });
    await choose('Quadrant', 'Training');
    expect(trendIn(now, 'attention')?.quadrant).toBe('training');
    await click('Undo: Move Attention from Models to Training');
    await click('Undo: Move Attention from Adopt to Assess');
    expect(now.radar).toEqual(sampleRadar());
    await click('Redo: Move Attention from Adopt to Assess');
    expect(trendIn(now, 'attention')?.placements[1]?.ring).toBe('assess');
    expect(screen.getByRole('combobox', { name: 'Ring' })).toHaveDisplayValue('Assess');
  });

  it('retires a trend, and says why one with a single edition can only be deleted', async () => {
    const now = show('distillation');
    await click('Retire Distillation');
    expect(screen.getByText(/nothing of it would be left\. Delete it/)).toBeVisible();
    await click('Delete Distillation');
    expect(now.radar.trends).toHaveLength(1);
    expect(now.trend).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Edit a trend' }), 'Attention');
    await click('Retire Attention');
    expect(trendIn(now, 'attention')?.placements).toHaveLength(1);
  });

  it('adds a fact with a source of its own', async () => {
    const now = show('attention');
    await unfold(/^Evidence/);
    const form = await unfold('Add a fact');
    await type(form.getByRole('textbox', { name: 'Claim' }), 'It scales.');
    for (const [field, value] of [
      ['Stance', 'Limits'],
      ['Kind', 'Theory'],
      ['Source', 'Add a source …'],
    ] as const)
      await userEvent.selectOptions(form.getByRole('combobox', { name: field }), value);
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Grade' }), 'derived');
    await type(form.getByRole('textbox', { name: 'Date' }), '2024');
    await type(form.getByRole('textbox', { name: 'Title of the source' }), 'A study');
    await type(form.getByRole('textbox', { name: 'Web address of the source' }), 'example.org');
    await type(form.getByRole('textbox', { name: 'Organisations behind it' }), 'One{enter}Two');
    await type(form.getByRole('textbox', { name: 'Year of the source' }), '2024');
    await userEvent.click(form.getByRole('button', { name: 'Add the fact' }));
    const link = form.getByRole('textbox', { name: 'Web address of the source' });
    expect(link).toHaveAccessibleDescription(/not a web address/);
    await type(link, 'https://example.org/study');
    await userEvent.click(form.getByRole('button', { name: 'Add the fact' }));
    expect(trendIn(now, 'attention')?.facts?.[1]).toEqual({
      id: 'f2',
      claim: 'It scales.',
      stance: 'limits',
      kind: 'theory',
      source: 'a-study',
      grade: 'derived',
      date: '2024',
    });
    expect(now.radar.sources.at(-1)).toEqual({
      id: 'a-study',
      title: 'A study',
      url: 'https://example.org/study',
      organisations: ['One', 'Two'],
      year: 2024,
    });
  });

  it('changes, reorders and removes tradeoffs and failure modes', async () => {
    const now = show('attention');
    const part = await unfold(/^Tradeoffs/);
    await unfold('Reuse');
    await type(part.getByRole('textbox', { name: 'Cost' }), 'More size');
    expect(trendIn(now, 'attention')?.tradeoffs?.[1]?.cost).toBe('More size');
    await userEvent.click(part.getByRole('button', { name: 'Move tradeoff 2 up' }));
    expect(trendIn(now, 'attention')?.tradeoffs?.[0]?.gain).toBe('Reuse');
    await userEvent.click(part.getByRole('button', { name: 'Remove tradeoff 2' }));
    expect(trendIn(now, 'attention')?.tradeoffs).toHaveLength(1);
    expect(part.getByText('Add a tradeoff')).toHaveFocus();
    const modes = await unfold(/^Failure modes/);
    await unfold('Drift');
    await userEvent.click(modes.getByRole('checkbox', { name: /^Silent/ }));
    expect(trendIn(now, 'attention')?.failureModes?.[0]?.silent).toBe(false);
  });

  it('changes rings and quadrants, and asks where the trends of a deleted one go', async () => {
    const now = show();
    const rings = await unfold(/^Rings/);
    await unfold('Add a ring');
    await type(rings.getByRole('textbox', { name: 'Name of the ring' }), 'Hold');
    await userEvent.click(rings.getByRole('button', { name: 'Add the ring' }));
    expect(now.radar.rings.map(({ id }) => id)).toEqual(['adopt', 'assess', 'hold']);
    await unfold('Assess');
    await userEvent.selectOptions(rings.getByRole('combobox', { name: 'Its 2 trends go to' }), 'Hold');
    await userEvent.click(rings.getByRole('button', { name: 'Delete the ring Assess' }));
    expect(trendIn(now, 'distillation')?.placements[0]?.ring).toBe('hold');
    const quadrants = await unfold(/^Quadrants/);
    await unfold('Models');
    await userEvent.selectOptions(quadrants.getByRole('combobox', { name: 'Colour' }), 'Red');
    await userEvent.click(quadrants.getByRole('button', { name: 'Move Models down' }));
    expect(now.radar.quadrants[1]).toEqual({ id: 'models', name: 'Models', hue: 'red' });
    await userEvent.click(quadrants.getByRole('button', { name: 'Delete the quadrant Models' }));
    expect(quadrants.getByText(/at least two quadrants. Add another one first./)).toBeVisible();
  });

  it('adds an edition with the places of the latest', async () => {
    const now = show();
    const part = await unfold(/^Editions/);
    await type(part.getByRole('textbox', { name: 'Date of a new edition' }), '2025-05');
    await userEvent.click(part.getByRole('button', { name: 'Add the edition' }));
    expect(trendIn(now, 'attention')?.placements.at(-1)?.edition).toBe('2025-05');
  });
});

describe('the line on where the changes are', () => {
  const line = (status: Partial<EditState>) => {
    const [saveFile, takeOver] = [vi.fn(), vi.fn()];
    render(
      <EditStatus status={{ ...KEPT, ...status }} undo={null} redo={null} {...{ saveFile, takeOver }} />,
    );
    return { saveFile, takeOver };
  };

  it('says how much is in no file, and saves it', async () => {
    const { saveFile } = line({ unsaved: 12, said: 'Delete Attention' });
    expect(screen.getByText(/Kept in this browser/)).toHaveTextContent(
      'Kept in this browser · not saved to a file since 12 changes',
    );
    expect(screen.getByRole('status')).toHaveTextContent('Delete Attention');
    await click('Save to a file');
    expect(saveFile).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('raises the alarm where the browser keeps nothing, with the way out', () => {
    line({ keeping: 'failed', unsaved: 1 });
    expect(screen.getByRole('alert')).toHaveTextContent(/does not keep your changes.*Save to a file/);
    expect(screen.getByText(/since 1 change$/)).toBeVisible();
  });

  it('offers the version of another tab, and promises a copy of this one', async () => {
    const { takeOver } = line({ keeping: 'conflict', unsaved: 0, saved: '2026-11-21T10:00:00Z' });
    expect(screen.getByRole('alert')).toHaveTextContent(/changed in another tab.*kept as a copy/);
    expect(screen.getByText(/saved to a file on 2026-11-21/)).toBeVisible();
    await click('Take over the other version');
    expect(takeOver).toHaveBeenCalledOnce();
  });
});

it('a radar that is not edited here is offered as a copy', async () => {
  const begin = vi.fn();
  render(<EditOffer what="The built-in radar" begin={begin} beginning={false} />);
  expect(screen.getByText(/The built-in radar stays as it is/)).toBeVisible();
  await click('Edit a copy');
  expect(begin).toHaveBeenCalledOnce();
});
