import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  countFacets,
  describeFilters,
  type Filters,
  filterTrends,
  NO_FILTERS,
  toggle,
} from '../../src/domain/assessing/filters.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { FilterChips } from '../../src/features/filter/filter-chips.tsx';
import { FilterPanel } from '../../src/features/filter/filter-panel.tsx';
import { sampleRadar } from '../support/sample-radar.ts';

const RADAR = sampleRadar();
const INDEX = buildIndex(RADAR);

/** Both parts over filters that change, as a page has them. */
function Page({ first, changed }: { first: Filters; changed: (filters: Filters) => void }) {
  const [filters, setFilters] = useState(first);
  const change = (next: Filters) => {
    setFilters(next);
    changed(next);
  };
  return (
    <>
      <FilterChips
        chips={describeFilters(filters, RADAR, INDEX)}
        remove={(chip) => change(toggle(filters, chip.facet, chip.value))}
        clear={() => change(NO_FILTERS)}
      />
      <FilterPanel
        facets={countFacets(RADAR, INDEX, '2024', filters)}
        filters={filters}
        left={filterTrends(RADAR, INDEX, '2024', filters).size}
        total={2}
        change={change}
      />
    </>
  );
}

function show(first: Partial<Filters> = {}) {
  const changed = vi.fn();
  render(<Page first={{ ...NO_FILTERS, ...first }} changed={changed} />);
  return { changed, user: userEvent.setup() };
}

const facet = (name: string) => within(screen.getByRole('group', { name }));

describe('the filter panel', () => {
  it('offers each value with its count, and says how many trends are left', async () => {
    const { user, changed } = show();
    expect(screen.getByRole('status')).toHaveTextContent('2 of 2 trends are left');
    await user.click(facet('Ring').getByRole('checkbox', { name: 'Adopt 1 trend' }));
    expect(changed).toHaveBeenLastCalledWith({ ...NO_FILTERS, ring: ['adopt'] });
    expect(screen.getByRole('status')).toHaveTextContent('1 of 2 trends is left');
    expect(facet('Ring').getByRole('checkbox', { name: 'Assess 1 trend' })).not.toBeChecked();
    expect(facet('Quadrant').getByRole('checkbox', { name: 'Training 0 trends' })).toBeEnabled();
  });

  it('says what to do when nothing is left', () => {
    show({ ring: ['adopt'], area: ['training'] });
    expect(screen.getByRole('status')).toHaveTextContent(
      '0 of 2 trends are left. Take a filter away to see more',
    );
  });

  it('mutes a value that would leave nothing, and lets a chosen one be taken back', async () => {
    const { user, changed } = show({ ring: ['adopt'], area: ['training'] });
    const training = facet('Quadrant').getByRole('checkbox', { name: 'Training 0 trends' });
    expect(training.closest('label')).toHaveAttribute('data-none');
    expect(facet('Quadrant').getByLabelText('Models 1 trend').closest('label')).not.toHaveAttribute(
      'data-none',
    );
    await user.click(training);
    expect(changed).toHaveBeenLastCalledWith({ ...NO_FILTERS, ring: ['adopt'] });
    expect(training).toHaveFocus();
  });

  it('sorts conditions into their groups', () => {
    show();
    expect(facet('Serving').getByRole('checkbox')).toHaveAccessibleName('Low latency 1 trend');
    expect(facet('Data').getByRole('checkbox')).toHaveAccessibleName('Few labels 0 trends');
  });

  it('folds publishers and years, opened where one of them is chosen', async () => {
    const { user } = show({ year: ['2023'] });
    expect(screen.queryByRole('group', { name: 'Publisher of a source' })).toBeNull();
    expect(facet('Year of a source').getByRole('checkbox', { name: '2023 1 trend' })).toBeChecked();
    await user.click(screen.getByText('Publisher of a source'));
    expect(facet('Publisher of a source').getAllByRole('checkbox')).toHaveLength(2);
  });

  it('narrows a long list by any name of a publisher, keeping what is chosen', async () => {
    const { user } = show({ organisation: ['https://example.org/b-page'] });
    const list = facet('Publisher of a source');
    const names = () => list.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent);
    expect(names()).toEqual(['Example Group 1 trend', 'example.org/b-page 1 trend']);
    await user.type(list.getByRole('searchbox', { name: 'Find a publisher' }), 'nobody');
    expect(names()).toEqual(['example.org/b-page 1 trend']);
    expect(list.getByText('1 of 2 shown')).toBeVisible();
    await user.clear(list.getByRole('searchbox'));
    await user.type(list.getByRole('searchbox'), ' LABS  example');
    expect(names()).toEqual(['Example Group 1 trend', 'example.org/b-page 1 trend']);
  });

  it('leaves out a facet that has no values, and clears all, keeping the focus', async () => {
    const changed = vi.fn();
    const facets = countFacets(RADAR, INDEX, '2024', NO_FILTERS).map((entry) =>
      entry.id === 'condition' ? { ...entry, values: [] } : entry,
    );
    const filters = { ...NO_FILTERS, ring: ['adopt'] };
    const panel = (now: Filters) => (
      <FilterPanel facets={facets} filters={now} left={1} total={2} change={changed} />
    );
    const { rerender } = render(panel(filters));
    expect(screen.queryByRole('group', { name: 'Fits the condition' })).toBeNull();
    const clear = screen.getByRole('button', { name: 'Clear all' });
    await userEvent.click(clear);
    expect(changed).toHaveBeenCalledExactlyOnceWith(NO_FILTERS);
    rerender(panel(NO_FILTERS));
    expect(clear).toHaveFocus();
    expect(clear).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(clear);
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('the filter chips', () => {
  const chip = (words: string) => screen.getByRole('button', { name: `Remove filter: ${words}` });

  it('are drawn for what is chosen only, and take it away', async () => {
    const { user, changed } = show({ ring: ['adopt', 'assess'], silent: ['silent'] });
    await user.click(chip('Ring Adopt'));
    expect(changed).toHaveBeenLastCalledWith({ ...NO_FILTERS, ring: ['assess'], silent: ['silent'] });
    expect(screen.queryByRole('button', { name: 'Remove filter: Ring Adopt' })).toBeNull();
    expect(chip('Ring Assess')).toHaveFocus();
  });

  it('keep the focus near when the last one of the row, or the last one at all, goes', async () => {
    const { user } = show({ ring: ['adopt', 'assess'] });
    await user.click(chip('Ring Assess'));
    expect(chip('Ring Adopt')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('group', { name: 'Filters in use' })).toHaveFocus();
    expect(screen.getByRole('group', { name: 'Filters in use' })).toBeEmptyDOMElement();
  });

  it('are all cleared at once', async () => {
    const { user, changed } = show({ ring: ['adopt'], year: ['2023', '1066'] });
    expect(chip('Year of a source “1066”')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(changed).toHaveBeenLastCalledWith(NO_FILTERS);
    expect(screen.queryAllByRole('button', { name: /^Remove filter/ })).toEqual([]);
  });
});
