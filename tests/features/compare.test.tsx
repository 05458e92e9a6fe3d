import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { type ComponentProps, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { CompareLens } from '../../src/domain/assessing/compare-trends.ts';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { ChecklistPanel } from '../../src/features/compare/checklist-panel.tsx';
import { CompareView } from '../../src/features/compare/compare-view.tsx';
import { sampleRadar } from '../support/sample-radar.ts';

function sample(): Radar {
  const radar = sampleRadar();
  const plain = (id: string, more: Partial<Trend> = {}): Trend => ({
    id,
    name: id,
    quadrant: 'training',
    placements: [{ edition: '2024', ring: 'assess' }],
    ...more,
  });
  radar.trends.push(
    plain('pruning', { avoidWhen: [{ condition: 'low-latency', why: 'It is slow.' }] }),
    plain('tuning'),
    plain('gone', { placements: [{ edition: '2023', ring: 'assess' }] }),
  );
  return radar;
}

/** Keeps what was chosen, as the address of the page does. */
function Holder(
  props: Omit<ComponentProps<typeof CompareView>, 'trends' | 'onlyDifferences' | 'showOnlyDifferences'> & {
    first: string[];
  },
) {
  const { first, change, ...rest } = props;
  const [trends, setTrends] = useState(first);
  const [only, setOnly] = useState(false);
  return (
    <CompareView
      {...rest}
      trends={trends}
      onlyDifferences={only}
      showOnlyDifferences={setOnly}
      change={(next) => {
        change(next);
        setTrends(next);
      }}
    />
  );
}

function show(first: string[], options: { lens?: CompareLens } = {}) {
  const radar = sample();
  const [change, open] = [vi.fn<(trends: string[]) => void>(), vi.fn<(trend: string) => void>()];
  const { container } = render(
    <Holder
      {...{ radar, first, change, open }}
      index={buildIndex(radar)}
      numbers={new Map(radar.trends.map((trend, at) => [trend.id, at + 1]))}
      edition="2024"
      lens={options.lens ?? null}
    />,
  );
  return { change, open, container, user: userEvent.setup() };
}

const columns = () => screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-label'));
const row = (name: RegExp) => {
  const found = screen.getByRole('rowheader', { name }).closest('tr');
  if (found === null) throw new Error('a row header stands in a row');
  return found;
};
const cells = (name: RegExp) =>
  within(row(name))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

describe('trends side by side', () => {
  it('has a column for each trend and a row for each thing to compare', () => {
    show(['attention', 'pruning']);
    expect(columns()).toEqual(['Attention', 'pruning']);
    expect(cells(/^Ring/)).toEqual([
      'Adopt × not earnedMissing: strong evidence; two failure modes, each with detection and mitigation.',
      'Assess ✓ earned',
    ]);
    expect(cells(/^Movement/)).toEqual([
      'Moved in since 2023 (retrospective)',
      'New since 2023 (retrospective)',
    ]);
    expect(cells(/^Reason/)).toEqual(['It holds.', 'none recorded']);
    expect(cells(/^Evidence for/)).toEqual([
      'It works.Verified · measured independently · Example Labs, 2023: A paper: with a colon',
      'none recorded',
    ]);
    expect(cells(/^Milestones/)).toEqual(['12 Jun 2017 First paper', 'none recorded']);
    expect(within(row(/^Evidence for/)).getAllByRole('listitem')[0]).toHaveAttribute('value', '1');
    expect(within(row(/^Failure modes/)).getByText('Silent')).toBeInTheDocument();
  });

  it('says how two of them are related, and where they are not', () => {
    show(['attention', 'pruning', 'distillation']);
    expect(cells(/^How they are related/)).toEqual(['Attention complements Distillation']);
  });

  it('sets a condition of both on one line and says that they contradict', () => {
    show(['attention', 'pruning']);
    expect(cells(/^Low latency/)).toEqual(['Fits. It is fast.', 'Avoid. It is slow.']);
    expect(row(/^Low latency/)).toHaveTextContent('contradict');
    expect(row(/^Few labels/)).not.toHaveTextContent('contradict');
  });

  it('sets the conditions of the lens first, marked, and counts them', () => {
    show(['attention', 'pruning'], { lens: { name: 'Clinic', conditions: ['few-labels'] } });
    const names = screen.getAllByRole('rowheader').map((head) => head.textContent);
    const at = (start: string) => names.findIndex((name) => name?.startsWith(start));
    expect(at('Few labelsClinic')).toBeGreaterThan(-1);
    expect(at('Few labelsClinic')).toBeLessThan(at('Low latency'));
    expect(cells(/^Clinic/)).toEqual([
      '0 fit · 1 to avoid · 0 not recorded',
      '0 fit · 0 to avoid · 1 not recorded',
    ]);
  });

  it('gives the conditions of a lens without a name a name', () => {
    show(['attention', 'pruning'], { lens: { name: '', conditions: ['few-labels'] } });
    expect(row(/^Few labels/)).toHaveTextContent('Your conditions');
  });

  it('marks what is the same, folds it when asked, and says what is folded', async () => {
    const { user } = show(['pruning', 'tuning']);
    expect(row(/^Ring/)).toHaveTextContent('same');
    expect(row(/^Low latency/)).not.toHaveTextContent('same');
    await user.click(screen.getByRole('checkbox', { name: 'Show only differences' }));
    expect(screen.queryByRole('rowheader', { name: /^Ring/ })).toBeNull();
    expect(screen.queryByRole('rowheader', { name: /^Evidence$/ })).toBeNull();
    expect(row(/^Low latency/)).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(/^Folded, the same for all: Ring, .*Milestones\.$/);
  });

  it('adds a trend that is not there yet, by the list alone when asked, up to four', async () => {
    const { user, change } = show(['attention', 'pruning', 'tuning']);
    const list = screen.getByRole('combobox', { name: 'Compare with' });
    expect(
      within(list)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Choose a trend …', '2 Distillation']);
    await user.selectOptions(list, 'distillation');
    expect(change).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(change).toHaveBeenCalledWith(['attention', 'pruning', 'tuning', 'distillation']);
    expect(columns()).toHaveLength(4);
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('region', { name: 'Trends side by side' })).toHaveFocus();
  });

  it('removes a trend while more than two are left, without losing the focus', async () => {
    const { user, change } = show(['attention', 'pruning', 'tuning']);
    await user.click(screen.getByRole('button', { name: 'Remove pruning' }));
    expect(change).toHaveBeenCalledWith(['attention', 'tuning']);
    expect(columns()).toEqual(['Attention', 'tuning']);
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
    expect(screen.getByRole('region', { name: 'Trends side by side' })).toHaveFocus();
  });

  it('opens a trend from the head of its column', async () => {
    const { user, open } = show(['attention', 'pruning']);
    await user.click(screen.getByRole('button', { name: '3 pruning' }));
    expect(open).toHaveBeenCalledWith('pruning');
  });

  it('names a trend that the edition has not, and asks for another where one is left', () => {
    show(['attention', 'gone']);
    expect(screen.getByText('Not on the radar in 2024: gone.')).toBeInTheDocument();
    expect(screen.getByText(/Add another\.$/)).toBeInTheDocument();
    expect(columns()).toEqual(['Attention']);
  });

  it('says where to begin when nothing is chosen', () => {
    show([]);
    expect(screen.getByText(/Add two\.$/)).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('has no fault that a checker of accessibility finds', async () => {
    const { container } = show(['attention', 'pruning', 'distillation'], {
      lens: { name: 'Clinic', conditions: ['few-labels'] },
    });
    const { violations } = await axe.run(container, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});

describe('the checklist panel', () => {
  const panel = (trends: string[]) => {
    const radar = sample();
    const save = vi.fn<(text: string, name: string) => void>();
    render(
      <ChecklistPanel
        {...{ radar, trends, save }}
        index={buildIndex(radar)}
        edition="2024"
        date="2026-11-21"
      />,
    );
    return { save, user: userEvent.setup() };
  };

  it('shows the Markdown that it saves', async () => {
    const { save, user } = panel(['attention']);
    const preview = screen.getByRole('region', { name: 'Preview of the Markdown' });
    expect(preview).toHaveTextContent('- [ ] **Drift** (high severity, silent)');
    await user.click(screen.getByRole('button', { name: 'Save Markdown' }));
    expect(save).toHaveBeenCalledWith(
      preview.querySelector('pre')?.textContent,
      'adoption-checklist_attention_2026-11-21.md',
    );
    expect(screen.getByRole('status')).toHaveTextContent('adoption-checklist_attention_2026-11-21.md');
  });

  it('saves a table for issue trackers', async () => {
    const { save, user } = panel(['attention', 'pruning', 'tuning']);
    await user.click(screen.getByRole('button', { name: 'Save CSV for issue trackers' }));
    expect(save).toHaveBeenCalledWith(
      expect.stringContaining('"Attention: Drift"'),
      'adoption-checklist_3-trends_2026-11-21.csv',
    );
  });

  it('says that nothing is chosen', () => {
    panel([]);
    expect(screen.getByText(/No trend is chosen yet/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
