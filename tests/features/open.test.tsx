import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Radar } from '../../src/domain/radar.ts';
import { Opening } from '../../src/features/open/opening.tsx';
import { formatRadarJson } from '../../src/formats/radar-json.ts';
import { packSnapshot, type SnapshotView } from '../../src/formats/snapshot.ts';
import { addToPng } from '../../src/formats/snapshot-png.ts';
import type { AboutRadar } from '../../src/platform/kept-radars.ts';
import { PNG_1X1 } from '../support/png.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const NO_VIEW: SnapshotView = { edition: null, trend: null, quadrant: null, names: null };

const radarFile = (radar: Radar = sampleRadar(), name = 'mine.radar.json') =>
  new File([formatRadarJson(radar)], name);

function snapshotFile(view: Partial<SnapshotView>, radar = sampleRadar()): File {
  const packed = packSnapshot({ radar, view: { ...NO_VIEW, ...view } });
  return new File([new Uint8Array(addToPng(PNG_1X1, { packed, pixelsPerMetre: 2835 }))], 'mine.radar.png');
}

function show(
  files: readonly File[],
  keep = async (_: string, _about: AboutRadar) => ({ address: 'kept:1', lasting: true }),
) {
  const open = vi.fn();
  const close = vi.fn();
  const keepText = vi.fn(keep);
  const review = vi.fn();
  const given = { files };
  render(<Opening given={given} open={open} review={review} close={close} keep={keepText} />);
  return { open, close, review, keep: keepText };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** The facts of the offer, as `term: value`. */
async function offered(): Promise<string[]> {
  await screen.findByRole('button', { name: 'Open this radar' });
  return screen.getAllByRole('term').map((term) => `${term.textContent}: ${term.nextSibling?.textContent}`);
}

// What reads files comes on demand; here it is at hand, so that no test waits for it.
beforeAll(() => import('../../src/formats/import/registry.ts'));

describe('opening a file', () => {
  it('asks first, and says what the file holds', async () => {
    const { open, keep } = show([radarFile()]);
    expect(await offered()).toEqual([
      'File: mine.radar.json',
      'Trends: 2',
      'Edition: 2024, the latest of 2',
      'View: The whole radar',
    ]);
    expect(screen.getByText('Sample radar')).toBeInTheDocument();
    expect(screen.getByText(/Nothing of it leaves this browser/)).toHaveTextContent('Back returns');
    expect(open).not.toHaveBeenCalled();
    expect(keep).not.toHaveBeenCalled();
  });

  it('says which view of a snapshot will be shown', async () => {
    show([snapshotFile({ edition: '2023', quadrant: 'models', trend: 'attention', names: true })]);
    expect(await offered()).toEqual([
      'File: mine.radar.png',
      'Trends: 2',
      'Edition: 2023 (retrospective), one of 2',
      'View: Models alone, with names, with Attention open',
    ]);
  });

  it('says nothing of an edition where the radar names none', async () => {
    const radar = { ...sampleRadar(), editions: [{ id: 'current', date: '2000' }], trends: [] };
    show([radarFile(radar)]);
    expect(await offered()).toEqual(['File: mine.radar.json', 'Trends: 0', 'View: The whole radar']);
  });

  it('keeps the radar when it is accepted, from the keyboard alone, and opens it in its view', async () => {
    const view = { ...NO_VIEW, edition: '2023', names: false };
    const { open, keep } = show([snapshotFile(view)]);
    await offered();
    await userEvent.keyboard('{Enter}');
    expect(keep).toHaveBeenCalledExactlyOnceWith(
      formatRadarJson(sampleRadar()),
      expect.objectContaining({ title: 'Sample radar', trends: 2, file: 'mine.radar.png' }),
    );
    await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
    expect(open).toHaveBeenCalledWith({ address: 'kept:1', lasting: true, radar: sampleRadar(), view });
  });

  it('opens the same radar under the same text, whichever file it came in', async () => {
    const { keep } = show([snapshotFile({})]);
    await userEvent.click(await screen.findByRole('button', { name: 'Open this radar' }));
    cleanup();
    const other = show([new File([JSON.stringify(JSON.parse(formatRadarJson(sampleRadar())))], 'b.json')]);
    await userEvent.click(await screen.findByRole('button', { name: 'Open this radar' }));
    expect(keep).toHaveBeenCalledOnce();
    expect(other.keep.mock.calls[0]?.[0]).toBe(keep.mock.calls[0]?.[0]);
  });

  it('cannot be asked twice while the radar is being kept, and cancelling then opens nothing', async () => {
    const later = deferred<{ address: string; lasting: boolean }>();
    const open = vi.fn();
    const given = { files: [radarFile()] };
    const props = { given, open, review: vi.fn(), close: vi.fn(), keep: () => later.promise };
    const { unmount } = render(<Opening {...props} />);
    const accept = await screen.findByRole('button', { name: 'Open this radar' });
    await userEvent.click(accept);
    expect(accept).toBeDisabled();
    unmount();
    later.resolve({ address: 'kept:1', lasting: true });
    await later.promise;
    expect(open).not.toHaveBeenCalled();
  });

  it('changes nothing when cancelled', async () => {
    const { open, close, keep } = show([radarFile()]);
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(close).toHaveBeenCalledOnce();
    expect(open).not.toHaveBeenCalled();
    expect(keep).not.toHaveBeenCalled();
  });

  it('lists what is wrong with a file, each with its place and cure', async () => {
    const text = formatRadarJson(sampleRadar()).replace('"ring": "adopt"', '"ring": "adpot"');
    show([new File([text], 'mine.radar.json')]);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('mine.radar.json was not opened.');
    expect(alert).toHaveTextContent(/not a valid radar/);
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent(
      /^mine\.radar\.json:\d+:\d+: error: .*adpot/,
    );
    expect(screen.queryByRole('button', { name: 'Open this radar' })).not.toBeInTheDocument();
  });

  it('counts the faults of a file that has very many', async () => {
    const trends = Array.from({ length: 60 }, (_, at) => ({
      id: `t${at}`,
      name: 'T',
      quadrant: 'no',
      ring: 'no',
    }));
    const { trends: _, ...head } = JSON.parse(formatRadarJson(sampleRadar()));
    show([new File([JSON.stringify({ ...head, trends })], 'many.json')]);
    await screen.findByRole('alert');
    const items = screen.getAllByRole('listitem');
    expect(items).toHaveLength(51);
    expect(items.at(-1)).toHaveTextContent(/^… and more: mend these first/);
  });

  it('says that one radar at a time is opened', async () => {
    show([radarFile(), radarFile(sampleRadar(), 'other.json')]);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Each of these is a radar of its own.*one at a time/,
    );
  });

  it('hands a radar of another tool on for review, and keeps nothing', async () => {
    const csv = 'name,ring,quadrant,isNew,description\nOne,Adopt,Tools,TRUE,\nTwo,Hold,Methods,FALSE,';
    const { review, keep, open } = show([new File([csv], 'strange.name')]);
    await vi.waitFor(() => expect(review).toHaveBeenCalledOnce());
    expect(review.mock.calls[0]?.[0].trends.map(({ name }: { name: string }) => name)).toEqual([
      'One',
      'Two',
    ]);
    expect(keep).not.toHaveBeenCalled();
    expect(open).not.toHaveBeenCalled();
  });

  it('reads the file that came last, whichever arrives first', async () => {
    const slow = radarFile(sampleRadar(), 'slow.json');
    const reading = deferred<ArrayBuffer>();
    vi.spyOn(slow, 'arrayBuffer').mockReturnValue(reading.promise);
    const props = { open: vi.fn(), review: vi.fn(), close: vi.fn() };
    const given = { files: [slow] };
    const quick = { files: [radarFile(sampleRadar(), 'quick.json')] };
    const { rerender } = render(<Opening {...props} given={given} />);
    expect(screen.getByRole('status')).toHaveTextContent('Reading …');
    rerender(<Opening {...props} given={quick} />);
    expect((await offered())[0]).toBe('File: quick.json');
    reading.resolve(new ArrayBuffer(0));
    await reading.promise;
    expect((await offered())[0]).toBe('File: quick.json');
  });
});
