import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { OpenFile } from '../../src/app/open-file.tsx';
import type { Opened } from '../../src/app/opened.ts';
import { formatRadarJson } from '../../src/formats/radar-json.ts';
import { indexQuery } from '../../src/state/radar-queries.ts';
import type { ViewState } from '../../src/state/view-state.ts';
import { sampleRadar } from '../support/sample-radar.ts';

beforeAll(async () => {
  // What opens a file comes on demand; here it is at hand, so that no test waits for it.
  await import('../../src/formats/import/registry.ts');
  // jsdom knows the element, but not how it opens.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

const file = () => new File([formatRadarJson(sampleRadar())], 'mine.radar.json');

function Page({ radar, begun, openView }: { radar: string | null; begun: Opened; openView: () => void }) {
  const [opened, give] = useState<Opened>(begun);
  return <OpenFile {...{ opened, give }} view={{ radar, openView } as Partial<ViewState> as ViewState} />;
}

function show(begun: Opened = null) {
  const client = new QueryClient();
  const openView = vi.fn();
  const page = (radar: string | null) => (
    <QueryClientProvider client={client}>
      <Page {...{ radar, begun, openView }} />
    </QueryClientProvider>
  );
  const { rerender } = render(page(null));
  return { client, openView, goTo: (radar: string) => rerender(page(radar)) };
}

/** Sends a drag event to the page. @returns whether the page took it */
function drag(type: 'dragOver' | 'dragLeave' | 'drop', types: string[], files: File[] = []): boolean {
  const event = createEvent[type](document.body, { dataTransfer: { types, files } });
  fireEvent(document.body, event);
  return event.defaultPrevented;
}

describe('a file on its way into the page', () => {
  it('is invited while it is dragged over the page, until it leaves', async () => {
    show();
    expect(drag('dragOver', ['Files'])).toBe(true);
    expect(await screen.findByText(/^Drop a radar to open it/)).toBeInTheDocument();
    drag('dragLeave', ['Files']);
    expect(screen.queryByText(/^Drop a radar/)).not.toBeInTheDocument();
  });

  it('is taken where it is dropped; text that is dragged is left alone', async () => {
    show();
    expect(drag('dragOver', ['text/plain'])).toBe(false);
    expect(drag('drop', ['text/plain'])).toBe(false);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(drag('drop', ['Files'], [file()])).toBe(true);
    expect(await screen.findByRole('dialog', { name: 'Open a radar' })).toBeInTheDocument();
    const accept = await screen.findByRole('button', { name: 'Open this radar' });
    await vi.waitFor(() => expect(accept).toHaveFocus());
  });

  it('is shown once it is accepted, under an address that needs no reading', async () => {
    const { client, openView, goTo } = show({ files: [file()] });
    await userEvent.click(await screen.findByRole('button', { name: 'Open this radar' }));
    await vi.waitFor(() => expect(openView).toHaveBeenCalledOnce());
    const [address, view] = openView.mock.calls[0] ?? [];
    expect(address).toMatch(/^kept:[0-9a-f]{16}$/);
    expect(view).toEqual({ edition: null, trend: null, quadrant: null, names: null });
    expect(client.getQueryData(indexQuery(client, address).queryKey)?.title).toBe('Sample radar');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

    // jsdom stores nothing, as a browser does that blocks storage
    goTo(address);
    expect(await screen.findByText(/open for this visit only/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/open for this visit only/)).not.toBeInTheDocument();
  });
});
