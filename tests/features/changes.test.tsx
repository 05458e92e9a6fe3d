import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RETROSPECTIVE_RULE } from '../../src/domain/editions.ts';
import type { Fact, Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { ChangesView } from '../../src/features/changes/changes-view.tsx';

const fact = (id: string, date: string, grade: Fact['grade'], stance: Fact['stance']): Fact => ({
  ...{ id, date, grade, stance },
  claim: `Claim ${id}.`,
  kind: 'benchmark',
  source: 's',
});

const trend = (id: string, name: string, places: [string, string][], facts?: Fact[]) => ({
  id,
  name,
  quadrant: 'one',
  placements: places.map(([edition, ring]) => ({ edition, ring, reason: `Why in ${edition}.` })),
  ...(facts === undefined ? {} : { facts }),
});

const RADAR: Radar = {
  version: 1,
  title: 'Radar',
  quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
  rings: ['Adopt', 'Trial'].map((name) => ({ id: name.toLowerCase(), name })),
  editions: [
    { id: 'past', date: '2024', retrospective: true },
    { id: 'now', date: '2026' },
  ],
  sources: [{ id: 's', title: 'A paper', organisations: ['Lab'], year: 2025, url: 'https://example.org/s' }],
  trends: [
    trend(
      'a',
      'Alpha',
      [
        ['past', 'trial'],
        ['now', 'adopt'],
      ],
      [
        fact('f1', '2023', 'derived', 'supports'),
        fact('f2', '2025-03', 'verified', 'limits'),
        fact('f3', '2025', 'assumption', 'supports'),
      ],
    ),
    trend('b', 'Beta', [['now', 'trial']]),
    trend('c', 'Gamma', [['past', 'trial']]),
    trend('d', 'Delta', [
      ['past', 'trial'],
      ['now', 'trial'],
    ]),
  ],
};
const NUMBERS = new Map([
  ['a', 1],
  ['b', 2],
  ['d', 3],
]);

function show(from: string | null, to: string | null, radar = RADAR) {
  const change = vi.fn();
  const open = vi.fn();
  render(
    <ChangesView radar={radar} index={buildIndex(radar)} numbers={NUMBERS} {...{ from, to, change, open }} />,
  );
  return { change, open };
}

const group = (name: string) => within(screen.getByRole('region', { name }));

describe('what changed', () => {
  it('is said in a sentence first, then trend by trend with reason, strength and new facts', () => {
    show('past', 'now');
    expect(screen.getByRole('status')).toHaveTextContent(
      'From past (retrospective) to now: 1 new, 1 moved in, 1 removed, 1 gained stronger evidence.',
    );
    const moved = group('Moved in 1').getAllByRole('listitem')[0];
    expect(moved).toHaveTextContent(/1 Alpha/);
    expect(moved).toHaveTextContent('Trial (not earned) →to Adopt (not earned)');
    expect(moved).toHaveTextContent('Thin evidence →to Moderate evidence');
    expect(moved).toHaveTextContent('Why in now.');
    expect(moved).toHaveTextContent('2 facts public after past, 1 limiting');
    expect(moved).toHaveTextContent('Claim f2. Limits · Verified · Mar 2025 · Lab');
    expect(moved).toHaveTextContent('Claim f3. Supports · Assumption · 2025');
    expect(moved).not.toHaveTextContent('Claim f1');
    expect(group('Moved in 1').getAllByRole('link', { name: 'Lab' })[0]).toHaveAttribute(
      'href',
      'https://example.org/s',
    );
  });

  it('is grouped: new, moved, removed, and last, folded, what stayed', () => {
    show('past', 'now');
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
      'New on the radar 1',
      'Moved in 1',
      'Removed from the radar 1',
      'Unchanged 1',
    ]);
    expect(group('New on the radar 1').getByRole('listitem')).toHaveTextContent(
      'not on the radar →to Trial (not earned)',
    );
    const removed = group('Removed from the radar 1').getByRole('listitem');
    expect(removed).toHaveTextContent(/– Gamma/);
    expect(removed).toHaveTextContent('Reason in past: Why in past.');
    expect(screen.getByText('Delta').closest('details')).not.toHaveAttribute('open');
  });

  it('opens a trend', async () => {
    const { open } = show('past', 'now');
    await userEvent.click(screen.getByRole('button', { name: '2 Beta' }));
    expect(open).toHaveBeenCalledExactlyOnceWith('b');
  });

  it('compares any two editions; a retrospective one never stands without saying so, the rule is said once', async () => {
    const { change } = show(null, null);
    const from = screen.getByRole('combobox', { name: 'From edition' });
    expect(from).toHaveDisplayValue('past (retrospective)');
    expect(screen.getByRole('combobox', { name: 'To edition' })).toHaveDisplayValue('now');
    expect(screen.getAllByText(new RegExp(RETROSPECTIVE_RULE))).toHaveLength(1);
    await userEvent.selectOptions(from, 'now');
    expect(change).toHaveBeenLastCalledWith({ from: 'now' });
    await userEvent.click(screen.getByRole('button', { name: 'Swap' }));
    expect(change).toHaveBeenLastCalledWith({ from: 'now', to: 'past' });
  });

  it('looks back as well, and names the facts that were not public yet', () => {
    show('now', 'past');
    expect(screen.getByText(/This looks back: now is the later edition/)).toBeInTheDocument();
    const moved = group('Moved out 1').getAllByRole('listitem')[0];
    expect(moved).toHaveTextContent('2 facts not yet public by past, 1 limiting');
    expect(moved).toHaveTextContent('Why in past.');
  });

  it('lists nothing for the same edition twice', () => {
    show('now', 'now');
    expect(screen.getByRole('status')).toHaveTextContent('Both are the same edition');
    expect(screen.queryByRole('listitem')).toBeNull();
    expect(screen.getByRole('button', { name: 'Swap' })).toBeDisabled();
  });

  it('says that there is nothing to compare in a first edition', () => {
    show(null, null, { ...RADAR, editions: RADAR.editions.slice(1) });
    expect(screen.getByText(/one edition only \(now\): there is nothing to compare yet/)).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});
