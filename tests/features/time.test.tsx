import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { buildKnownBy } from '../../src/domain/assessing/timeline.ts';
import { IMPLIED_EDITION, RETROSPECTIVE_RULE } from '../../src/domain/editions.ts';
import type { Fact, Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { Ghosts } from '../../src/features/time/ghosts.tsx';
import { KnownMarks } from '../../src/features/time/known-marks.tsx';
import { RetrospectiveLabel } from '../../src/features/time/retrospective-label.tsx';
import { type TimeChange, TimePanel } from '../../src/features/time/time-panel.tsx';
import { boxDistance } from '../../src/layout/box.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { PAGE_THEME } from '../../src/scene/theme.ts';

const fact = (id: string, date: string, stance: Fact['stance']): Fact => ({
  ...{ id, date, stance },
  claim: `Claim ${id}.`,
  kind: 'benchmark',
  grade: 'verified',
  source: 's',
});
const trend = (id: string, name: string, editions: string[], facts: Fact[] = []) => ({
  id,
  name,
  quadrant: 'one',
  placements: editions.map((edition) => ({ edition, ring: 'trial' })),
  facts,
});

const RADAR: Radar = {
  version: 1,
  title: 'Radar',
  quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
  rings: ['Adopt', 'Trial'].map((name) => ({ id: name.toLowerCase(), name })),
  editions: [
    { id: 'past', date: '2024', retrospective: true },
    { id: 'now', date: '2026-03' },
  ],
  sources: [{ id: 's', title: 'A paper', organisations: ['Lab'], year: 2025, url: 'https://example.org/s' }],
  trends: [
    {
      ...trend(
        'a',
        'Alpha',
        ['past', 'now'],
        [fact('f1', '2023-05', 'supports'), fact('f2', '2025-07-03', 'limits')],
      ),
      milestones: [{ date: '2025-07', event: 'A release.', source: 's', grade: 'verified' }],
    },
    trend('b', 'Beta', ['now'], [fact('f1', '2026-02', 'supports')]),
    trend('c', 'Gamma', ['past']),
  ],
};
// 2023-05, 2024-01 (the edition "2024"), 2025-07, 2026-02, 2026-03
const INDEX = buildIndex(RADAR);
const NUMBERS = new Map([
  ['a', 1],
  ['b', 2],
]);

function show(edition: string, asOf: string | null, radar: Radar = RADAR) {
  const change = vi.fn();
  const open = vi.fn();
  render(
    <TimePanel
      radar={radar}
      index={buildIndex(radar)}
      numbers={NUMBERS}
      {...{ edition, asOf, change, open }}
    />,
  );
  return { change, open };
}
/** The panel with what it asks for kept, as the address does it. */
function Kept({ seen }: { seen: TimeChange[] }) {
  const [state, set] = useState<{ edition: string; asOf: string | null }>({ edition: 'now', asOf: null });
  return (
    <TimePanel
      {...state}
      radar={RADAR}
      index={INDEX}
      numbers={NUMBERS}
      open={() => undefined}
      change={(next) => {
        seen.push(next);
        set({ ...state, ...next });
      }}
    />
  );
}

const editions = () => screen.getByRole('slider', { name: 'Edition' });
const dates = () => screen.getByRole('slider', { name: 'Date' });
const moveTo = (slider: HTMLElement, value: number) => fireEvent.change(slider, { target: { value } });

describe('the panel of time', () => {
  it('has a slider over editions, which says what is retrospective, and goes to the date of the edition', () => {
    const { change } = show('now', '2025-07');
    expect(editions()).toHaveValue('1');
    expect(editions()).toHaveAttribute('aria-valuetext', 'now');
    moveTo(editions(), 0);
    expect(change).toHaveBeenCalledExactlyOnceWith({ edition: 'past', asOf: null });
  });

  it('labels a retrospective edition, and says what that means', () => {
    show('past', null);
    expect(editions()).toHaveAttribute('aria-valuetext', 'past (retrospective)');
    expect(screen.getByRole('status')).toHaveTextContent(
      'By the edition of 2024: 1 of 3 facts, 0 of 1 milestone known. Edition shown: past (retrospective).',
    );
    expect(screen.getByText(RETROSPECTIVE_RULE)).toBeVisible();
    expect(dates()).toHaveAttribute('aria-valuetext', 'Jan 2024: nothing new');
  });

  it('has a slider over dates, which changes the edition with the date, in one step', () => {
    const latest = show('now', null);
    expect(dates()).toHaveValue('4');
    moveTo(dates(), 2);
    expect(latest.change).toHaveBeenCalledExactlyOnceWith({ asOf: '2025-07', edition: 'past' });
  });

  it('stays in the edition between two of them', () => {
    const { change } = show('past', '2025-07');
    moveTo(dates(), 3);
    expect(change).toHaveBeenCalledExactlyOnceWith({ asOf: '2026-02' });
    moveTo(dates(), 4);
    expect(change).toHaveBeenLastCalledWith({ asOf: '2026-03', edition: 'now' });
  });

  it('goes to the steps before and after by buttons, and no further than there are', async () => {
    const { change } = show('now', null);
    await userEvent.click(screen.getByRole('button', { name: 'Previous date' }));
    expect(change).toHaveBeenLastCalledWith({ asOf: '2026-02', edition: 'past' });
    await userEvent.click(screen.getByRole('button', { name: 'Previous edition' }));
    expect(change).toHaveBeenLastCalledWith({ edition: 'past', asOf: null });
    expect(screen.getByRole('button', { name: 'Next date' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Next edition' })).toBeDisabled();
  });

  it('tells what became public at the date, with trend, number and source', async () => {
    const { open } = show('past', '2025-07');
    expect(screen.getByRole('status')).toHaveTextContent(
      'By Jul 2025: 2 of 3 facts, 1 of 1 milestone known.',
    );
    const [milestone, limits, ...rest] = within(
      screen.getByRole('region', { name: 'Public in Jul 2025' }),
    ).getAllByRole('listitem');
    expect(rest).toEqual([]);
    expect(limits).toHaveTextContent('1 AlphaClaim f2.▼ Limits, fact 2 · 3 Jul 2025 · A paper');
    expect(milestone).toHaveTextContent('A release.◆ Milestone · Jul 2025 · A paper');
    await userEvent.click(screen.getAllByRole('button', { name: '1 Alpha' })[0] as HTMLElement);
    expect(open).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('tells whose evidence had another strength by then than the picture shows', () => {
    show('now', '2025-06');
    const shifts = within(screen.getByRole('region', { name: 'Strength by Jun 2025' })).getAllByRole(
      'listitem',
    );
    expect(shifts.map((shift) => shift.textContent)).toEqual([
      '1 AlphaModerate evidence here, thin by then (1 of 2 facts)',
      '2 BetaThin evidence here, nothing known by then (0 of 1 fact)',
    ]);
  });

  it('offers the edition of the date where another one is shown, and the way back to its own date', async () => {
    const { change } = show('now', '2025-06');
    expect(screen.getByText(/The edition of that date is past \(retrospective\)/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show it' }));
    expect(change).toHaveBeenLastCalledWith({ edition: 'past' });
    await userEvent.click(screen.getByRole('button', { name: 'Back to the edition’s own date' }));
    expect(change).toHaveBeenLastCalledWith({ asOf: null });
  });

  it('plays from the first date to the last, and stops when told to', () => {
    vi.useFakeTimers();
    try {
      const seen: TimeChange[] = [];
      render(<Kept seen={seen} />);
      const run = (times: number) => {
        for (let at = 0; at < times; at += 1) act(() => vi.runOnlyPendingTimers());
      };
      fireEvent.click(screen.getByRole('button', { name: 'Play' }));
      run(2);
      expect(seen).toEqual([{ asOf: '2023-05', edition: 'past' }, { asOf: '2024-01' }, { asOf: '2025-07' }]);
      fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
      run(2);
      expect(seen).toHaveLength(3);
      fireEvent.click(screen.getByRole('button', { name: 'Play' }));
      run(5);
      expect(seen.slice(3)).toEqual([{ asOf: '2026-02' }, { asOf: '2026-03', edition: 'now' }]);
      expect(screen.getByRole('button', { name: 'Play' })).toBeVisible();
      expect(editions()).toHaveAttribute('aria-valuetext', 'now');
    } finally {
      vi.useRealTimers();
    }
  });

  it('says that a date lies before the first edition', () => {
    show('past', '2023-05');
    expect(screen.getByText(/May 2023 lies before the first edition/)).toBeVisible();
  });

  it.each(['yesterday', '2025-99', ''])('takes %j in the address for no date', (asOf) => {
    show('now', asOf);
    expect(dates()).toHaveValue('4');
    expect(screen.queryByRole('button', { name: 'Back to the edition’s own date' })).toBeNull();
  });

  it('names who left since the edition before', () => {
    show('now', null);
    expect(screen.getByText(/Left since past \(retrospective\): Gamma\./)).toBeVisible();
  });

  it('draws when evidence became public, and says it in a sentence and in a table', () => {
    show('past', '2025-07');
    const strip = screen.getByRole('img', {
      name: 'When evidence became public, 2023 to 2026: 2 supporting facts, 1 limiting fact, 1 milestone.',
    });
    expect([...strip.querySelectorAll('[data-step]')].map((step) => step.getAttribute('class'))).toEqual([
      'known',
      'known',
      'known',
      'later',
      'later',
    ]);
    const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', { hidden: true });
    expect(rows.map((row) => row.textContent)).toContain('2025011');
  });

  it('has no slider where there is nothing to slide over', () => {
    show('current', null, {
      ...RADAR,
      editions: [IMPLIED_EDITION],
      trends: [trend('a', 'Alpha', ['current'])],
    });
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.getByText(/no time to go through/)).toBeVisible();
  });

  it('says nothing of an edition that has no name', () => {
    show('current', '2025-07', {
      ...RADAR,
      editions: [IMPLIED_EDITION],
      trends: RADAR.trends.map((each) => ({ ...each, placements: [{ edition: 'current', ring: 'trial' }] })),
    });
    expect(screen.queryByRole('slider', { name: 'Edition' })).toBeNull();
    expect(screen.getByRole('status')).not.toHaveTextContent('Edition shown');
    expect(screen.queryByText(/before the first edition/)).toBeNull();
  });
});

const FRAME = { width: 900, height: 900 };
const layOut = (edition: string, names = true) => layOutRadar(INDEX, { edition, frame: FRAME, names });

describe('what is drawn over the chart', () => {
  it('is the strength by then, on the blips that show another one', () => {
    const known = buildKnownBy(RADAR, '2025-06');
    const layout = layOut('now');
    const { container } = render(
      <KnownMarks index={INDEX} edition="now" {...{ layout, known }} theme={PAGE_THEME} />,
    );
    const marks = [...container.querySelectorAll('[data-known]')];
    expect(marks.map((mark) => [mark.getAttribute('data-of'), mark.getAttribute('data-known')])).toEqual([
      ['a', 'thin'],
      ['b', 'none'],
    ]);
    for (const mark of marks) {
      const disc = mark.querySelector('[data-disc]');
      const [x, y] = [Number(disc?.getAttribute('cx')), Number(disc?.getAttribute('cy'))];
      for (const name of layout.names.values()) expect(boxDistance(name, x, y)).toBeGreaterThan(0);
    }
  });

  it('is a ghost of who left, where it stood, with its name where that has room', () => {
    const { container } = render(
      <Ghosts index={INDEX} edition="now" layout={layOut('now')} theme={PAGE_THEME} />,
    );
    const ghosts = container.querySelectorAll('[data-ghost]');
    expect(ghosts).toHaveLength(1);
    expect(ghosts[0]).toHaveTextContent('Gamma left');
    const stood = layOut('past').blips.find(({ id }) => id === 'c');
    const disc = ghosts[0]?.querySelector('circle');
    expect([disc?.getAttribute('cx'), disc?.getAttribute('cy')]).toEqual([`${stood?.x}`, `${stood?.y}`]);
    expect(disc).toHaveAttribute('stroke-dasharray');
  });

  it('is no name of a ghost where the picture has none, and nothing of what is still to come', () => {
    const nameless = render(
      <Ghosts index={INDEX} edition="now" layout={layOut('now', false)} theme={PAGE_THEME} />,
    );
    expect(nameless.container).toHaveTextContent(/^$/);
    const { container } = render(
      <Ghosts index={INDEX} edition="past" layout={layOut('past')} theme={PAGE_THEME} />,
    );
    expect(container).toBeEmptyDOMElement();
  });

  it('is the label of a retrospective edition, and of a date, beside the circle', () => {
    const [past, now] = RADAR.editions;
    if (past === undefined || now === undefined) throw new Error('two editions');
    const layout = layOutRadar(INDEX, { edition: 'past', frame: { width: 1260, height: 1000 }, names: true });
    const words = 'Retrospective: made after its date, judged by what was public by then';
    const { rerender, container } = render(<RetrospectiveLabel edition={past} asOf={null} layout={layout} />);
    expect(container).toHaveTextContent(words);
    expect(container.querySelector('.visually-hidden')).toBeNull();
    const { left, top, width, minHeight } = container.querySelector('p')?.style ?? {};
    const scale = layout.pixelsPerUnit;
    const box = {
      x: layout.view.x + Number.parseFloat(left ?? '') / scale,
      y: layout.view.y + Number.parseFloat(top ?? '') / scale,
      width: Number.parseFloat(width ?? '') / scale,
      height: Number.parseFloat(minHeight ?? '') / scale,
    };
    expect(boxDistance(box, 0, 0)).toBeGreaterThan(500);
    rerender(<RetrospectiveLabel edition={past} asOf="2025-07" layout={layout} />);
    expect(container).toHaveTextContent(`As of Jul 2025${words}`);
    rerender(<RetrospectiveLabel edition={now} asOf="2025-07" layout={layout} />);
    expect(container).toHaveTextContent(/^As of Jul 2025$/);
    rerender(<RetrospectiveLabel edition={now} asOf="soon" layout={layout} />);
    expect(container).toBeEmptyDOMElement();
  });

  it('is its first word where the rest has no room; readers get all of it', () => {
    const [past] = RADAR.editions;
    if (past === undefined) throw new Error('an edition');
    const layout = layOutRadar(INDEX, { edition: 'past', frame: { width: 390, height: 466 }, names: false });
    render(<RetrospectiveLabel edition={past} asOf={null} layout={layout} />);
    expect(screen.getByText(/^: made after its date/)).toHaveClass('visually-hidden');
  });
});
