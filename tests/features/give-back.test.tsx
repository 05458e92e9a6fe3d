import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Radar } from '../../src/domain/radar.ts';
import { SaveRadar } from '../../src/features/give-back/save-radar.tsx';
import { EXPORTERS } from '../../src/formats/export/registry.ts';
import { formatRadarJson } from '../../src/formats/radar-json.ts';
import { sampleRadar } from '../support/sample-radar.ts';

function show(
  radar: Radar = sampleRadar(),
  save: (content: Uint8Array | string, name: string) => void = () => {},
) {
  const saved = vi.fn(save);
  const copied = vi.fn();
  render(<SaveRadar radar={radar} edition="2024" save={saved} copy={copied} />);
  const told = screen.getByRole('region', { name: 'What this format cannot hold' });
  return { saved, copied, told };
}

describe('saving the radar as a file', () => {
  it('offers every format with what it is for, and begins with the one that holds all', () => {
    const { told } = show();
    const formats = screen.getAllByRole('radio');
    expect(formats).toHaveLength(EXPORTERS.length);
    expect(formats[0]).toBeChecked();
    expect(screen.getByRole('radio', { name: /^Radar file/ })).toHaveAccessibleDescription(/open again here/);
    expect(told).toHaveTextContent('This format holds the whole radar.');
  });

  it('says what a format cannot hold and what its tool will not draw, before anything is written', async () => {
    const { told, saved } = show();
    await userEvent.click(screen.getByRole('radio', { name: /^Zalando/ }));
    const items = within(told)
      .getAllByRole('listitem')
      .map((item) => item.textContent ?? '');
    expect(items.join(' ')).toContain('draws exactly four quadrants; this one has two');
    expect(items.join(' ')).toContain('Evidence: 1 fact, 2 tradeoffs');
    expect(told).not.toHaveTextContent('holds the whole radar');
    expect(saved).not.toHaveBeenCalled();
  });

  it('gives the file with its name, from the keyboard alone', async () => {
    const { saved } = show();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(saved).toHaveBeenCalledExactlyOnceWith(formatRadarJson(sampleRadar()), 'sample-radar.radar.json');
    expect(await screen.findByText('Saved as sample-radar.radar.json.')).toBeInTheDocument();
  });

  it('copies texts, and offers that for no archive', async () => {
    const { copied } = show();
    await userEvent.click(screen.getByRole('radio', { name: /, CSV/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Copy text' }));
    expect(copied).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^name,ring,quadrant/));
    await userEvent.click(screen.getByRole('radio', { name: /zip/ }));
    expect(screen.queryByRole('button', { name: 'Copy text' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save as sample-radar.zip' })).toBeInTheDocument();
  });

  it('says why a file could not be saved', async () => {
    show(sampleRadar(), () => {
      throw new Error('The disk is full.');
    });
    await userEvent.click(screen.getByRole('button', { name: /^Save as/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
  });
});
