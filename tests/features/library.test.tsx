import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Radar } from '../../src/domain/radar.ts';
import { Library } from '../../src/features/library/library.tsx';
import { buildEntries, type LibraryEntry } from '../../src/features/library/library-entry.ts';
import { MergeReview } from '../../src/features/library/merge-review.tsx';
import { sampleRadar } from '../support/sample-radar.ts';

const KEPT: LibraryEntry = {
  address: 'kept:00000000000000aa',
  title: 'Gdańsk',
  trends: 118,
  when: '2026-05-04T12:00:00.000Z',
  from: 'radar.csv (Build Your Own Radar, CSV)',
  edited: null,
};
const OWN: LibraryEntry = {
  ...KEPT,
  address: 'own:00000000000000bb',
  title: 'Łódź',
  trends: 1,
  from: null,
  edited: { unsaved: 2 },
};

function show(changes: Partial<ComponentProps<typeof Library>> = {}) {
  const props = {
    entries: [OWN, KEPT],
    listFailure: null,
    current: { address: null, title: 'Deep learning' },
    formats: ['Radar file', 'Build Your Own Radar, CSV'],
    openFiles: vi.fn(),
    openText: vi.fn(),
    openAddress: vi.fn(),
    open: vi.fn(),
    remove: vi.fn(),
    save: vi.fn(),
    begin: vi.fn(),
    editCopy: vi.fn(),
    saveCurrent: vi.fn(),
    mergeFiles: vi.fn(),
    mergeKept: vi.fn(),
    ...changes,
  };
  render(<Library {...props} />);
  return { ...props, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the ways to a radar', () => {
  it('begin with choosing files, several at once, and the same ones again', async () => {
    const openFiles = vi.fn();
    const { user } = show({ openFiles });
    expect(document.activeElement).toBe(button('Choose files …'));
    const files = [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')];
    const [input] = screen.getAllByLabelText('Files', { selector: 'input' });
    if (input === undefined) throw new Error('no input');
    await user.upload(input, files);
    await user.upload(input, files);
    expect(openFiles.mock.calls).toEqual([[files], [files]]);
    expect(screen.getByLabelText('Folder', { selector: 'input' })).toHaveAttribute('webkitdirectory');
    expect(screen.getByText(/Nothing is uploaded/)).toBeVisible();
  });

  it('lead to what the radar on the page can be saved as, and say nothing of one that could not be read', async () => {
    const { user, saveCurrent } = show();
    await user.click(button('Save “Deep learning” as …'));
    expect(saveCurrent).toHaveBeenCalledOnce();
    cleanup();
    show({ current: { address: 'kept:00000000000000cc', title: null } });
    expect(button('Choose files …')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^(Save “|Edit a copy|Choose a second)/ })).toBeNull();
  });

  it('take a text that was pasted, once there is one', async () => {
    const { user, openText } = show();
    expect(button('Open the text')).toBeDisabled();
    await user.click(screen.getByLabelText(/Paste the content/));
    await user.paste('name,ring\nGo,Adopt\n');
    await user.click(button('Open the text'));
    expect(openText).toHaveBeenCalledWith('name,ring\nGo,Adopt\n');
  });

  it('take an https address, and offer that of the data for one of a page', async () => {
    const { user, openAddress } = show();
    const field = screen.getByLabelText(/Address of a file/);
    await user.type(field, 'http://example.org/a.csv{Enter}');
    expect(screen.getByText(/http: cannot be read/)).toBeVisible();
    await user.clear(field);
    await user.type(field, 'https://docs.google.com/spreadsheets/d/abc/edit#gid=5');
    expect(openAddress).not.toHaveBeenCalled();
    await user.click(button('Use that address'));
    await user.type(field, '{Enter}');
    expect(openAddress).toHaveBeenCalledWith(
      'https://docs.google.com/spreadsheets/d/abc/export?format=csv&gid=5',
    );
  });

  it('make a new one of names, after saying what is wrong with them', async () => {
    const { user, begin, editCopy } = show();
    await user.click(screen.getByText('New empty radar'));
    await user.click(button('Make the radar'));
    expect(screen.getByText(/The title is empty/)).toBeVisible();
    expect(begin).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Title'), 'Ours');
    const quadrants = screen.getByLabelText(/^Quadrants/);
    await user.clear(quadrants);
    await user.type(quadrants, 'One');
    expect(screen.getByText(/There is 1 name: give 2 to 8/)).toBeVisible();
    await user.type(quadrants, '\n\nTwo\n');
    await user.click(button('Add “Hold”'));
    await user.click(button('Make the radar'));
    expect(begin).toHaveBeenCalledWith({
      title: 'Ours',
      quadrants: ['One', 'Two'],
      rings: ['Adopt', 'Trial', 'Assess', 'Hold'],
    });
    await user.click(button('Edit a copy of “Deep learning”'));
    expect(editCopy).toHaveBeenCalledOnce();
  });

  it('merge a second file or a radar of this browser, never the one on the page with itself', async () => {
    const { user, mergeFiles, mergeKept } = show({ current: { address: OWN.address, title: OWN.title } });
    const merge = screen.getByRole('region', { name: 'Merge into “Łódź”' });
    expect(
      within(merge)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Gdańsk']);
    await user.click(within(merge).getByRole('button', { name: 'Merge' }));
    expect(mergeKept).toHaveBeenCalledWith(KEPT.address);
    const file = new File(['{}'], 'b.json');
    await user.upload(within(merge).getByLabelText('Files', { selector: 'input' }), file);
    expect(mergeFiles).toHaveBeenCalledWith([file]);
  });
});

describe('the list of radars in this browser', () => {
  it('is made of those opened and those edited, the last one first', () => {
    const about = {
      title: 'K',
      trends: 3,
      format: 'Radar file',
      file: 'k.json',
      when: '2026-01-02T00:00:00Z',
    };
    const own = { name: 'O', revision: 1, unsaved: 2, saved: null, pending: {} };
    const entries = buildEntries(
      [
        { address: 'kept:1', ...about },
        { address: 'kept:2', title: 'Old', trends: 1 },
      ],
      [{ address: 'own:1', text: '{"trends":[{}]}', changed: '2026-01-03T00:00:00Z', ...own }],
    );
    expect(entries.map(({ address, trends, from, edited }) => [address, trends, from, edited])).toEqual([
      ['own:1', 1, null, { unsaved: 2 }],
      ['kept:1', 3, 'k.json (Radar file)', null],
      ['kept:2', 1, null, null],
    ]);
  });

  it('says what each is, opens it and saves it', async () => {
    const { user, open, save } = show();
    const [own, kept] = screen.getAllByRole('listitem').filter((item) => within(item).queryByText(/trend/));
    expect(own).toHaveTextContent(/Łódź1 trend · edited 4 May 2026, \d\d:00 · 2 changes not saved to a file/);
    expect(kept).toHaveTextContent(/Gdańsk118 trends · opened 4 May 2026.*radar\.csv \(Build Your Own/);
    await user.click(button('Open Gdańsk'));
    expect(open).toHaveBeenCalledWith(KEPT.address);
    await user.click(button('Save Łódź as a file'));
    expect(save).toHaveBeenCalledWith(OWN.address);
  });

  it('undoes a removal, with the focus where something is to be done', async () => {
    const undone = vi.fn(async () => undefined);
    const remove = vi.fn(async () => undone);
    const { user } = show({ remove });
    await user.click(button('Remove Gdańsk'));
    expect(remove).toHaveBeenCalledWith(KEPT.address);
    expect(await screen.findByText(/“Gdańsk” was removed/)).toBeVisible();
    expect(document.activeElement).toBe(button('Undo'));
    await user.click(button('Undo'));
    expect(await screen.findByText(/“Gdańsk” is back/)).toBeVisible();
    expect(undone).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('says what went wrong, and what is there instead', async () => {
    const { user } = show({
      remove: () => Promise.reject(new Error('full')),
      current: { address: OWN.address, title: 'Łódź' },
    });
    await user.click(button('Remove Gdańsk'));
    expect(await screen.findByText(/“Gdańsk” was not removed: this browser does not let/)).toBeVisible();
    expect(screen.getByText('On the page now')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Remove Łódź' })).toBeNull();
  });

  it('is read, empty or not to be had', () => {
    show({ entries: null });
    expect(screen.getByText('Reading the list …')).toBeVisible();
    show({ entries: [] });
    expect(screen.getByText(/None yet/)).toBeVisible();
    show({ entries: null, listFailure: 'This browser keeps nothing.' });
    expect(screen.getByText('This browser keeps nothing.')).toBeVisible();
  });
});

describe('the review of a merge', () => {
  const other = (): Radar => {
    const radar = sampleRadar();
    const [attention, distillation] = radar.trends;
    if (attention === undefined || distillation === undefined) throw new Error('two trends');
    return {
      ...radar,
      title: 'Another radar',
      trends: [
        { ...attention, summary: 'Another summary.' },
        { ...distillation, subtitle: 'Small from large' },
        { ...distillation, id: 'new', name: 'Something new' },
      ],
    };
  };

  function review() {
    const accept = vi.fn();
    const cancel = vi.fn();
    render(<MergeReview base={sampleRadar()} other={other()} accept={accept} cancel={cancel} />);
    return { accept, cancel, user: userEvent.setup() };
  }

  const accepted = (accept: ReturnType<typeof vi.fn>): Radar => accept.mock.calls.at(-1)?.[0];
  const make = () => button(/Make the merged radar \(3 trends\)/);

  it('counts what comes, and keeps mine where nothing is decided', async () => {
    const { user, accept } = review();
    expect(screen.getByRole('status')).toHaveTextContent(
      '3 trends together: 1 added, 1 with something more, 0 the same. 2 differences, 0 decided for theirs.',
    );
    await user.click(make());
    const radar = accepted(accept);
    expect(radar.title).toBe('Sample radar');
    expect(radar.trends.map(({ name }) => name)).toEqual(['Attention', 'Distillation', 'Something new']);
    expect(radar.trends[0]).toEqual(sampleRadar().trends[0]);
  });

  it('takes theirs for one or all, and undoes it', async () => {
    const { user, accept } = review();
    const summary = screen.getByRole('group', { name: 'Attention Summary' });
    await user.click(within(summary).getByRole('radio', { name: 'Theirs Another summary.' }));
    await user.click(make());
    expect(accepted(accept)).toMatchObject({
      title: 'Sample radar',
      trends: [{ summary: 'Another summary.' }, {}, {}],
    });
    await user.click(button('All theirs'));
    await user.click(make());
    expect(accepted(accept).title).toBe('Another radar');
    await user.click(button('Undo'));
    await user.click(button('Undo'));
    await user.click(make());
    expect(accepted(accept).trends[0]).toEqual(sampleRadar().trends[0]);
    expect(button('Undo')).toHaveAttribute('aria-disabled', 'true');
  });
});
