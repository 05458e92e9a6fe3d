import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Radar } from '../../src/domain/radar.ts';
import { publishEdition } from '../../src/domain/workshop/publish-edition.ts';
import type { Session } from '../../src/domain/workshop/session.ts';
import { ResultView } from '../../src/features/workshop/result-view.tsx';
import { workshopAfter } from '../support/workshop.ts';

const SESSION = workshopAfter(
  { kind: 'count', trend: 'alpha', votes: { trial: 4, adopt: 1 } },
  { kind: 'reveal', trend: 'alpha' },
  { kind: 'place', trend: 'alpha', ring: 'trial' },
  { kind: 'reason', trend: 'alpha', text: 'Two teams gave it up.', basis: [] },
  { kind: 'retire', trend: 'beta' },
  { kind: 'place', trend: 'delta', ring: 'adopt' },
  {
    kind: 'propose',
    proposal: { id: 'epsilon', name: 'Epsilon', quadrant: 'tools', summary: '' },
    ring: 'assess',
  },
);

beforeAll(() => {
  // jsdom measures nothing: the picture gets a size of its own.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 800, 800));
});

function show(session: Session = SESSION, publishing: (radar: Radar) => void = () => {}) {
  const acts = {
    save: vi.fn<(content: string | Uint8Array | Blob, name: string) => void>(),
    copy: vi.fn(),
    drawPicture: vi.fn(async (kind: 'png' | 'svg') => ({
      file: new Blob([kind]),
      omitted: kind === 'svg' ? ['The list does not fit.'] : [],
    })),
    publish: vi.fn(publishing),
    back: vi.fn(),
  };
  render(<ResultView session={session} today="2026-11-21" {...acts} />);
  return acts;
}

describe('the result of a workshop', () => {
  it('says what changed in a line, and lists it by outcome with reasons and votes', () => {
    show();
    expect(screen.getByText('4 of 5 decided · 1 moved out · 1 new · 1 retired')).toBeInTheDocument();
    const out = screen.getByRole('region', { name: 'Moved out 1' });
    expect(out).toHaveTextContent(/1 Trend alpha Adopt →to Trial/);
    expect(out).toHaveTextContent('Two teams gave it up.');
    expect(out).toHaveTextContent('Votes: Adopt 1, Trial 4; median Trial');
    expect(screen.getByRole('region', { name: 'Retired 1' })).toHaveTextContent('Trial →to off the radar');
    expect(screen.getByRole('region', { name: 'New 1' })).toHaveTextContent('Epsilon Assess');
    expect(screen.getByText(/^Unchanged/).closest('details')).not.toHaveAttribute('open');
    expect(screen.queryByText('Moved in')).not.toBeInTheDocument();
  });

  it('draws an arrow for what moved, a ghost where it stood, and says so', () => {
    show();
    const picture = screen.getByRole('img', { name: /2 moved or new, 1 retired/ });
    const overlay = picture.nextElementSibling;
    expect(
      [...(overlay?.querySelectorAll('[data-arrow]') ?? [])].map((e) => e.getAttribute('data-arrow')),
    ).toEqual(['alpha']);
    expect(
      [...(overlay?.querySelectorAll('[data-ghost]') ?? [])].map((e) => e.getAttribute('data-ghost')),
    ).toEqual(['alpha', 'beta']);
    expect(picture.querySelectorAll('[data-blip]')).toHaveLength(4);
  });

  it('gives minutes, records and table as files with names of their own', async () => {
    const { save, copy, back } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Minutes (Markdown)' }));
    await userEvent.click(screen.getByRole('button', { name: 'Decision records (zip)' }));
    await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
    expect(save.mock.calls.map(([, name]) => name)).toEqual([
      'review_minutes_2026-11-21.md',
      'review_decisions_2026-11-21.zip',
      'review_trends_2026-11-21.csv',
    ]);
    const [minutes, zip] = save.mock.calls.map(([content]) => content);
    expect(minutes).toMatch(/^# Review\n/);
    expect(Object.keys(unzipSync(zip instanceof Uint8Array ? zip : new Uint8Array()))).toEqual([
      'decisions/2026-11-21-alpha.md',
      'decisions/2026-11-21-beta.md',
      'decisions/2026-11-21-epsilon.md',
    ]);
    expect(await screen.findByText('Saved as review_trends_2026-11-21.csv.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Copy minutes' }));
    expect(copy).toHaveBeenCalledExactlyOnceWith(minutes);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the stage' }));
    expect(back).toHaveBeenCalledOnce();
  });

  it('gives the picture as PNG and as SVG, and says what it had no room for', async () => {
    const { save, drawPicture } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Picture (PNG)' }));
    expect(await screen.findByText('Saved as review_result_2026-11-21.png.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Picture (SVG)' }));
    expect(
      await screen.findByText('Saved as review_result_2026-11-21.svg. The list does not fit.'),
    ).toBeInTheDocument();
    expect(drawPicture.mock.calls).toEqual([['png'], ['svg']]);
    const [png, svg] = save.mock.calls.map(([content]) => content);
    expect([png, svg].every((file) => file instanceof Blob && file.size === 3)).toBe(true);
  });

  it('says how a picture that fails can be had', async () => {
    const { drawPicture } = show();
    drawPicture.mockRejectedValue(Object.assign(new Error('Too large'), { cure: 'Save it as SVG.' }));
    await userEvent.click(screen.getByRole('button', { name: 'Picture (PNG)' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Too large. Save it as SVG.');
  });

  it('publishes the edition that is named, after saying what it cannot hold', async () => {
    const { publish } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Publish as a new edition' }));
    const form = screen.getByRole('region', { name: 'Publish as a new edition' });
    const name = within(form).getByLabelText('Edition');
    expect(name).toHaveValue('2026-11');
    expect(name).toHaveFocus();
    expect(form).toHaveTextContent('1 trend without a decision keeps its ring');
    await userEvent.clear(name);
    await userEvent.type(name, 'autumn');
    expect(form).toHaveTextContent(
      'There is an edition “autumn” already; write another name, such as autumn-2.',
    );
    expect(within(form).getByRole('button', { name: 'Publish autumn' })).toBeDisabled();
    await userEvent.type(name, '-2{Enter}');
    const edition = { id: 'autumn-2', date: '2026-11-21' };
    expect(publish).toHaveBeenCalledExactlyOnceWith(publishEdition(SESSION, edition).radar, edition);
    expect(await within(form).findByText('Edition autumn-2 is published.')).toBeInTheDocument();
  });

  it('says why something did not work', async () => {
    const { save } = show(SESSION, () => {
      throw new Error('The disk is full.');
    });
    save.mockImplementation(() => {
      throw new Error('Saving is not allowed here.');
    });
    await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Saving is not allowed here.');
    await userEvent.click(screen.getByRole('button', { name: 'Publish as a new edition' }));
    await userEvent.click(screen.getByRole('button', { name: 'Publish 2026-11' }));
    expect(await screen.findByText('It could not be published: The disk is full.')).toBeInTheDocument();
  });
});
