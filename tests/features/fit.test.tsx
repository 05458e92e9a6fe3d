import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  FIT_WORDS,
  type FitVerdict,
  LENS_LIMIT,
  LENS_RULE,
  type Lens,
} from '../../src/domain/assessing/lens.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { FitMarks } from '../../src/features/fit/fit-marks.tsx';
import { FitPanel } from '../../src/features/fit/fit-panel.tsx';
import { formatLens } from '../../src/formats/lens-file.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { THEMES } from '../../src/scene/theme.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const NOTHING: Lens = { name: '', conditions: [] };

type Callbacks = Pick<ComponentProps<typeof FitPanel>, 'change' | 'open' | 'save'>;

/** Remembers the lens, as the page does. */
function Page(props: { radar: Radar; edition: string; first: Lens; callbacks: Callbacks }) {
  const { radar, callbacks } = props;
  const [lens, setLens] = useState(props.first);
  return (
    <FitPanel
      radar={radar}
      index={buildIndex(radar)}
      edition={props.edition}
      numbers={new Map(radar.trends.map(({ id }, at) => [id, at + 1]))}
      lens={lens}
      change={(next) => {
        callbacks.change(next);
        setLens(next);
      }}
      open={callbacks.open}
      save={callbacks.save}
    />
  );
}

function show(options: { lens?: Lens; radar?: Radar; edition?: string } = {}): Callbacks {
  const { lens = NOTHING, radar = sampleRadar(), edition = '2024' } = options;
  const callbacks = { change: vi.fn(), open: vi.fn(), save: vi.fn() };
  render(<Page {...{ radar, edition, callbacks }} first={lens} />);
  return callbacks;
}

const check = (name: string) => screen.getByRole('checkbox', { name });
const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const load = (...files: File[]) => userEvent.upload(screen.getByLabelText('Load a file'), files);
const lensFile = (lens: Lens) => new File([formatLens(lens)], 'ours.lens.json');
/** Each row of the ranking: verdict, name, and its reasons. */
const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[data-trend]')].map((row) => [
    row.dataset.verdict,
    within(row).getByRole('button').textContent,
    ...[...row.querySelectorAll('[data-stance]')].map((reason) => reason.textContent),
  ]);

describe('fit for us', () => {
  it('explains what to do, and ranks nothing, as long as no condition is chosen', () => {
    show();
    expect(screen.getByText(LENS_RULE)).toBeVisible();
    expect(screen.getByText(LENS_LIMIT)).toBeVisible();
    expect(screen.getByText(/^Choose the conditions that hold for your team/)).toBeVisible();
    expect(rows()).toEqual([]);
  });

  it('offers the conditions by group, each with what it means', () => {
    show();
    const serving = screen.getByRole('group', { name: /^Serving/ });
    const condition = within(serving).getByRole('checkbox', { name: 'Low latency' });
    expect(condition).toHaveAccessibleDescription('Answers within 50 ms.');
    expect(within(serving).getByText('Answers within 50 ms.')).toBeVisible();
    expect(within(serving).queryByRole('checkbox', { name: 'Few labels' })).toBeNull();
  });

  it('ranks the trends with the reasons for and against as conditions are chosen', async () => {
    const { change } = show();
    await userEvent.click(check('Low latency'));
    expect(change).toHaveBeenLastCalledWith({ name: '', conditions: ['low-latency'] });
    expect(rows()).toEqual([
      ['stronger', '1 Attention', 'Fits Low latency: It is fast.'],
      ['unchanged', '2 Distillation'],
    ]);
    await userEvent.click(check('Few labels'));
    expect(rows()).toEqual([
      ['unchanged', '2 Distillation'],
      ['weaker', '1 Attention', 'Fits Low latency: It is fast.', 'Avoid Few labels: It needs much data.'],
    ]);
    await userEvent.click(check('Low latency'));
    expect(change).toHaveBeenLastCalledWith({ name: '', conditions: ['few-labels'] });
    expect(rows()[1]).toEqual(['avoid', '1 Attention', 'Avoid Few labels: It needs much data.']);
  });

  it('says verdict, ring and strength of each, and opens it', async () => {
    const { open } = show({ lens: { name: '', conditions: ['low-latency'] } });
    const [row] = screen.getAllByRole('listitem');
    expect(row).toHaveTextContent(/^▲Stronger1 AttentionAdopt · Thin evidence · ring not earned/);
    await click('1 Attention');
    expect(open).toHaveBeenCalledExactlyOnceWith('attention');
  });

  it('shows one verdict alone, and says where no trend has it', async () => {
    show({ lens: { name: '', conditions: ['low-latency'] } });
    await userEvent.click(screen.getByRole('radio', { name: '▲ Stronger 1' }));
    expect(rows().map(([, name]) => name)).toEqual(['1 Attention']);
    await userEvent.click(screen.getByRole('radio', { name: '× Avoid 0' }));
    expect(screen.getByText('No trend has this verdict.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'All 2' }));
    expect(rows()).toHaveLength(2);
  });

  it('names the lens, and saves it under its name', async () => {
    const { save } = show({ lens: { name: '', conditions: ['low-latency'] } });
    await userEvent.type(screen.getByRole('textbox', { name: 'Name of this lens' }), 'Clinic pilot');
    expect(screen.getByRole('heading', { name: 'The trends for “Clinic pilot”' })).toBeVisible();
    await click('Save as file');
    const text = formatLens({ name: 'Clinic pilot', conditions: ['low-latency'] });
    expect(save).toHaveBeenCalledExactlyOnceWith(text, 'clinic-pilot.lens.json');
  });

  it('loads a file, says so, and brings the lens before it back', async () => {
    const before = { name: 'Before', conditions: ['few-labels'] };
    const { change } = show({ lens: before });
    const loaded = { name: 'Clinic', conditions: ['low-latency', 'gone'] };
    await load(lensFile(loaded));
    expect(await screen.findByText('Loaded “Clinic” with 2 conditions.')).toBeVisible();
    expect(change).toHaveBeenLastCalledWith(loaded);
    await click('Undo');
    expect(change).toHaveBeenLastCalledWith(before);
    expect(screen.getByText('The lens is as it was before.')).toHaveFocus();
  });

  it.each([
    ['is no lens', new File(['{}'], 'a.json'), /the file is not a lens\. Choose a file that was saved/],
    ['is no text', new File([new Uint8Array([0xff, 0xfe])], 'a.json'), /not a text in UTF-8\. Choose/],
    ['is too large', new File(['x'.repeat(100_001)], 'a.json'), /larger than 100 kB and was not read\./],
  ])('answers a file that %s with what is wrong and the cure, and keeps the lens', async (_, file, words) => {
    const { change } = show({ lens: { name: '', conditions: ['low-latency'] } });
    await load(file);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('a.json was not loaded; the lens is unchanged.');
    expect(alert).toHaveTextContent(words);
    expect(change).not.toHaveBeenCalled();
    expect(rows()).toHaveLength(2);
    await click('Dismiss');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('clears the lens, which can be undone', async () => {
    const lens = { name: 'Us', conditions: ['low-latency', 'gone'] };
    const { change } = show({ lens });
    await click('Clear');
    expect(change).toHaveBeenLastCalledWith(NOTHING);
    expect(rows()).toEqual([]);
    await click('Undo');
    expect(change).toHaveBeenLastCalledWith(lens);
    expect(rows()).toHaveLength(2);
  });

  it('keeps conditions that the radar has not, names them, and removes them only when asked to', async () => {
    const { change } = show({ lens: { name: '', conditions: ['gone', 'low-latency'] } });
    expect(screen.getByText('gone')).toBeVisible();
    // with a lens the conditions begin folded, their names above the ranking
    await userEvent.click(screen.getByText('Conditions: 1 of 2 hold'));
    await userEvent.click(check('Few labels'));
    expect(change).toHaveBeenLastCalledWith({ name: '', conditions: ['gone', 'low-latency', 'few-labels'] });
    await click('Remove from the lens');
    expect(change).toHaveBeenLastCalledWith({ name: '', conditions: ['low-latency', 'few-labels'] });
    expect(screen.queryByText('gone')).toBeNull();
  });

  it('ranks nothing by a lens of which the radar knows no condition', () => {
    show({ lens: { name: '', conditions: ['gone'] } });
    expect(rows()).toEqual([]);
    expect(screen.getByText(/^Choose the conditions/)).toBeVisible();
  });

  it('says so where the radar names no conditions', () => {
    const { conditions: _, ...radar } = sampleRadar();
    show({ radar: { ...radar, trends: [] } });
    expect(screen.getByText(/^This radar names no conditions/)).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('says of an earlier edition that the fits are those of now', () => {
    show({ edition: '2023', lens: { name: '', conditions: ['low-latency'] } });
    expect(screen.getByText(/^Rings and evidence are those of 2023 \(retrospective\)/)).toBeVisible();
    expect(rows().map(([, name]) => name)).toEqual(['1 Attention']);
  });
});

describe('the marks on the chart', () => {
  const layout = layOutRadar(buildIndex(sampleRadar()), {
    edition: '2024',
    frame: { width: 390, height: 390 },
    names: false,
  });
  const draw = (verdict: FitVerdict) => {
    const { container } = render(
      <FitMarks layout={layout} theme={THEMES.dark} verdicts={new Map([['attention', verdict]])} />,
    );
    return container.querySelector('svg');
  };

  it.each<FitVerdict>(['stronger', 'weaker', 'avoid'])(
    'draws "%s" at the upper right of its blip, in ink on the panel, at least 9 px large',
    (verdict) => {
      const svg = draw(verdict);
      const { x, y, width, height } = layout.view;
      expect(svg).toHaveAttribute('viewBox', `${x} ${y} ${width} ${height}`);
      expect(svg).toHaveAttribute('aria-hidden', 'true');
      const [mark, ...others] = svg?.querySelectorAll('g') ?? [];
      expect(others).toEqual([]);
      expect(mark).toHaveAttribute('data-sign', FIT_WORDS[verdict].mark);
      const [atX = 0, atY = 0] =
        mark
          ?.getAttribute('transform')
          ?.match(/-?[\d.]+/g)
          ?.map(Number) ?? [];
      const blip = layout.blips.find(({ id }) => id === 'attention');
      expect(atX).toBeGreaterThan(blip?.x ?? Number.NaN);
      expect(atY).toBeLessThan(blip?.y ?? Number.NaN);
      const disc = mark?.querySelector('circle');
      expect(Number(disc?.getAttribute('r')) * 2 * layout.pixelsPerUnit).toBeGreaterThanOrEqual(9);
      expect(disc).toHaveAttribute('fill', THEMES.dark.panel);
      expect(mark?.querySelector('path')).toHaveAttribute('stroke', THEMES.dark.ink);
    },
  );

  it('draws nothing on a trend that the lens leaves unchanged, or does not know', () => {
    expect(draw('unchanged')?.childElementCount).toBe(0);
  });
});
