import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsAdapter } from 'nuqs/adapters/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/app/app.tsx';
import { buildDetail, buildIndex } from '../../src/domain/radar-index.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { useShownLens } from '../../src/state/lens-store.ts';
import { detailQuery, indexQuery, wholeRadarQuery } from '../../src/state/radar-queries.ts';
import { sampleRadar } from '../support/sample-radar.ts';

vi.mock('../../src/layout/lay-out-radar.ts', { spy: true });

const laidOut = () => vi.mocked(layOutRadar).mock.calls.length;

/** Shows the sample radar as the page does, under an address. */
async function open(search: string) {
  history.replaceState(null, '', `/${search}`);
  const client = new QueryClient();
  const radar = sampleRadar();
  client.setQueryData(indexQuery(client, null).queryKey, buildIndex(radar));
  client.setQueryData(wholeRadarQuery(client, null).queryKey, radar);
  for (const trend of radar.trends)
    client.setQueryData(detailQuery(client, null, trend.id).queryKey, buildDetail(radar, trend));
  const shown = render(
    <NuqsAdapter>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </NuqsAdapter>,
  );
  await waitFor(() => expect(blips().length).toBeGreaterThan(0));
  return shown;
}

const blips = () => [...document.querySelectorAll('[data-chart] [data-blip]')];
const row = (trend: string) => document.querySelector<HTMLAnchorElement>(`a[data-row="${trend}"]`);

// what comes on demand is at hand at once
beforeAll(async () => {
  await import('../../src/app/assess.tsx');
  await import('../../src/features/relate/tie-overlay.tsx');
  await import('../../src/features/read/trend-evidence.tsx');
});

beforeEach(() => {
  // jsdom opens no dialogs, scrolls nothing and knows no preferences
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  HTMLDialogElement.prototype.showModal = vi.fn();
  HTMLDialogElement.prototype.close = vi.fn();
  Element.prototype.scrollIntoView = vi.fn();
  Element.prototype.scrollTo = vi.fn();
});

describe('the page of a radar', () => {
  it('computes no layout while trends are filtered, judged and selected, and keeps every blip', async () => {
    await open('?panel=filter');
    const adopt = await screen.findByRole('checkbox', { name: /^Adopt/ });
    const [before, elements] = [laidOut(), blips()];
    expect(before).toBeGreaterThan(0);
    await userEvent.click(adopt);
    await waitFor(() => expect(document.querySelectorAll('[data-blip][data-off]').length).toBe(1));
    expect(blips()).toEqual(elements);
    await userEvent.click(screen.getByRole('checkbox', { name: /^Adopt/ }));
    await waitFor(() => expect(document.querySelector('[data-blip][data-off]')).toBeNull());
    fireEvent.keyDown(document.body, { key: 'u' });
    await userEvent.click(await screen.findByRole('checkbox', { name: /Low latency/ }));
    await waitFor(() => expect(document.querySelector('[data-verdict]')).not.toBeNull());
    const chosen = elements[0];
    if (chosen !== undefined) await userEvent.click(chosen);
    await waitFor(() => expect(location.search).toMatch(/trend=/));
    expect(blips().every((blip, at) => blip === elements[at])).toBe(true);
    expect(laidOut()).toBe(before);

    // what does compute one is seen
    await userEvent.selectOptions(screen.getByLabelText('Edition'), '2023');
    await waitFor(() => expect(laidOut()).toBeGreaterThan(before));
  });

  it('keeps the lens in words for pictures, as long as it lies over the radar', async () => {
    const { unmount } = await open('?lens=low-latency,strange&lensname=Clinic');
    await waitFor(() => expect(useShownLens.getState().lens).not.toBeNull());
    const { lens } = useShownLens.getState();
    expect([lens?.name, lens?.conditions, lens?.verdicts.get('attention')]).toEqual([
      'Clinic',
      ['Low latency'],
      'stronger',
    ]);
    unmount();
    expect(useShownLens.getState().lens).toBeNull();
    await open('?lens=strange');
    expect(useShownLens.getState().lens).toBeNull();
  });

  it('links a trend with all that the address says when somebody points at it', async () => {
    await open('?panel=filter&lens=low-latency&edition=2024');
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Adopt/ }));
    await waitFor(() => expect(location.search).toMatch(/ring=adopt/));
    const link = row('attention');
    if (link === null) throw new Error('a row');
    fireEvent.pointerOver(link);
    expect(Object.fromEntries(new URLSearchParams(link.search))).toEqual({
      lens: 'low-latency',
      edition: '2024',
      ring: 'adopt',
      trend: 'attention',
    });
  });
});
