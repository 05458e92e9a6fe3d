import { fireEvent, act as reactAct, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RadarFile } from '../../src/domain/radar.ts';
import { startSession } from '../../src/domain/workshop/acts.ts';
import type { Act, Session } from '../../src/domain/workshop/session.ts';
import {
  ariaKeys,
  commandsIn,
  type KeyContext,
  readKey,
  STAGE_KEYS,
} from '../../src/features/workshop/keys.ts';
import type { StageProps } from '../../src/features/workshop/stage.tsx';
import { takeNumbers } from '../../src/features/workshop/stage-line.tsx';
import { clockWords, spanWords } from '../../src/features/workshop/stage-words.ts';
import { countAct } from '../../src/features/workshop/vote-counts.ts';
import { StageHarness } from '../support/stage-harness.tsx';
import { carryOut, newWorkshop, workshopRadar } from '../support/workshop.ts';

const fact = (id: string, stance: 'supports' | 'limits', grade: 'verified' | 'assumption') => ({
  ...{ id, stance, grade },
  claim: `Claim ${id}.`,
  kind: 'benchmark' as const,
  date: '2025-03',
  source: 's',
});

const RADAR: RadarFile = {
  ...workshopRadar,
  sources: [{ id: 's', title: 'A paper', organisations: ['Lab'], year: 2025, url: 'https://example.org/s' }],
  trends: workshopRadar.trends.map((trend) =>
    trend.id !== 'alpha'
      ? trend
      : {
          ...trend,
          summary: 'What alpha claims.',
          facts: [
            fact('f1', 'supports', 'assumption'),
            fact('f2', 'supports', 'verified'),
            fact('f3', 'limits', 'verified'),
          ],
          tradeoffs: [{ gain: 'Speed.', cost: 'Accuracy.', when: 'It is late.' }],
          failureModes: [
            {
              name: 'Loud',
              symptom: 'It stops.',
              cause: 'c',
              detection: 'd',
              mitigation: 'm',
              severity: 'high',
              silent: false,
            },
            {
              name: 'Quiet',
              symptom: 'Nothing shows.',
              cause: 'c',
              detection: 'Look.',
              mitigation: 'm',
              severity: 'low',
              silent: true,
            },
          ],
        },
  ),
};

const record = (options: { hidden?: boolean; room?: string[] } = {}) =>
  startSession(
    {
      name: 'Review',
      radar: RADAR,
      edition: 'autumn',
      room: options.room ?? [],
      hidden: options.hidden ?? true,
      minutes: 5,
      queue: ['alpha', 'beta', 'gamma', 'delta'],
    },
    { id: 'start', at: '2026-11-21T09:00:00.000Z' },
  );

function show(props: Partial<StageProps> = {}, first = record()) {
  const acts: Act[] = [];
  const view = render(
    <StageHarness record={first} heard={(_: Session, done: Act) => acts.push(done)} {...props} />,
  );
  return { acts, ...view, user: userEvent.setup() };
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const told = () => screen.getByRole('status').textContent;
const ring = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}\\b`) });

afterEach(() => vi.useRealTimers());

describe('what the room sees of a trend', () => {
  it('shows the strongest fact of each side, silent failures first, and counts the rest', async () => {
    show();
    const text = screen.getByRole('article', { name: 'Trend alpha' });
    expect(text).toHaveTextContent('Tools · 1 of 4');
    expect(text).toHaveTextContent('What alpha claims.');
    expect(text).toHaveTextContent('Claim f2. #2 Lab, Mar 2025: verified');
    expect(text).toHaveTextContent('Claim f3.');
    expect(text).not.toHaveTextContent('Claim f1.');
    const words = text.textContent ?? '';
    expect(words.indexOf('Quiet.')).toBeLessThan(words.indexOf('Loud.'));
    expect(text).toHaveTextContent('And 1 more fact: E opens all.');
  });

  it('opens all evidence in place and gives the text back', async () => {
    const { user } = show();
    await user.keyboard('e');
    expect(screen.getByRole('region', { name: 'All evidence' })).toHaveFocus();
    expect(screen.getByText(/Claim f1\./)).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(heading()).toBe('Trend alpha');
  });

  it('says which trend is talked about where its text is not shown', async () => {
    const { user, container } = show();
    expect(container).toHaveTextContent('Where does it belong for us?');
    await user.keyboard('e');
    expect(container).toHaveTextContent('Where does Trend alpha belong for us?');
    await user.keyboard('evv');
    expect(container).toHaveTextContent('Where does Trend alpha belong for us?');
  });

  it('keeps what each ring means in sight', () => {
    show();
    for (const name of ['Adopt', 'Trial', 'Assess'])
      expect(ring(name)).toHaveTextContent(`What ${name.toLowerCase()} means.`);
  });

  it('passes axe, with a line and with a panel open too', async () => {
    const { user, container } = show();
    const check = async () =>
      (await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations.map(
        ({ id }) => id,
      );
    expect(await check()).toEqual([]);
    await user.keyboard('2');
    expect(await check()).toEqual([]);
    await user.keyboard('{Escape}g');
    expect(await check()).toEqual([]);
  });
});

describe('deciding', () => {
  it('places by key, asks why in place, and stores the reason with its facts', async () => {
    const { user, acts } = show();
    await user.keyboard('2');
    expect(ring('Trial')).toHaveAttribute('aria-pressed', 'true');
    expect(told()).toBe('Moved Trend alpha from Adopt out to Trial');
    expect(screen.getByRole('textbox', { name: 'Reason for Trend alpha' })).toHaveFocus();
    await user.click(screen.getByRole('checkbox', { name: /#2/ }));
    await user.type(screen.getByRole('textbox', { name: 'Reason for Trend alpha' }), 'It 1 flips #3{Enter}');
    expect(acts.at(-1)).toEqual({ kind: 'reason', trend: 'alpha', text: 'It 1 flips', basis: ['f2', 'f3'] });
    expect(screen.queryByRole('textbox')).toBeNull();
    // keys work again at once
    await user.keyboard('{ArrowRight}');
    expect(heading()).toBe('Trend beta');
  });

  it('places by a click, and skips the reason with Escape', async () => {
    const { user, acts } = show();
    await user.click(ring('Assess'));
    await user.keyboard('half a sen{Escape}');
    expect(acts.map(({ kind }) => kind)).toEqual(['place']);
    expect(screen.getByRole('article')).toHaveTextContent('Moved out from Adopt to Assess');
  });

  it('retires, parks, takes back; parked ones come again at the end', async () => {
    const { user } = show();
    await user.keyboard('p{ArrowRight}');
    expect(heading()).toBe('Trend beta');
    await user.keyboard('t{Escape}{ArrowRight}{ArrowRight}');
    expect(heading()).toBe('Trend delta');
    await user.keyboard('{ArrowRight}');
    expect(heading()).toBe('Trend alpha');
    expect(screen.getByText(/^1 done, 3 left, 1 of them parked/)).toBeInTheDocument();
    await user.keyboard('p');
    expect(told()).toBe('Took Trend alpha back from the parked');
    await user.keyboard('3{Escape}{Backspace}');
    expect(told()).toBe('Took back the decision on Trend alpha');
  });

  it('writes notes, dissent, a champion and own evidence in place', async () => {
    const { user, acts } = show();
    await user.keyboard('n');
    await user.keyboard('Said 2 things{Enter}');
    await user.keyboard('d');
    await user.keyboard('Bo disagrees{Enter}');
    await user.keyboard('c');
    await user.keyboard('Ann{Enter}');
    await user.keyboard('o');
    await user.keyboard('We run it');
    await user.type(screen.getByRole('textbox', { name: 'Link, if any' }), 'javascript:alert(1){Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('not a web address');
    await user.clear(screen.getByRole('textbox', { name: 'Link, if any' }));
    await user.keyboard('{Enter}');
    expect(acts).toMatchObject([
      { kind: 'note', text: 'Said 2 things' },
      { kind: 'dissent', text: 'Bo disagrees' },
      { kind: 'champion', name: 'Ann' },
      { kind: 'evidence', evidence: { stance: 'supports', claim: 'We run it', url: null } },
    ]);
    const text = screen.getByRole('article');
    expect(text).toHaveTextContent('Said 2 things');
    expect(text).toHaveTextContent('Champion: Ann. Dissent: Bo disagrees');
  });

  it('adds a trend that somebody proposes, once', async () => {
    const { user, acts } = show();
    await user.keyboard('a');
    await user.keyboard('trend BETA{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Trend beta is there already');
    const name = screen.getByRole('textbox', { name: 'New trend' });
    await user.clear(name);
    await user.type(name, 'Fresh idea{Enter}');
    expect(acts).toMatchObject([
      { kind: 'propose', proposal: { id: 'fresh-idea', name: 'Fresh idea', quadrant: 'tools' }, ring: null },
    ]);
    expect(screen.getByRole('article')).toHaveTextContent('1 of 5');
  });

  it('saves a line by Enter from a list of choices, too', async () => {
    const { user, acts } = show();
    await user.keyboard('a');
    await user.type(screen.getByRole('textbox', { name: 'New trend' }), 'Fresh idea');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ring' }), 'trial');
    screen.getByRole('combobox', { name: 'Ring' }).focus();
    await user.keyboard('{Enter}');
    expect(acts).toMatchObject([{ kind: 'propose', ring: 'trial' }]);
    expect(screen.queryByRole('textbox', { name: 'New trend' })).toBeNull();
  });
});

describe('votes', () => {
  it('are counted by keys, hidden until revealed, then told with median and spread', async () => {
    const { user } = show();
    await user.keyboard('{Shift>}1133{/Shift}{Shift>}Q{/Shift}');
    const bar = screen.getByRole('region', { name: 'Where does it belong for us?' });
    expect(bar).toHaveTextContent('5 votes in, hidden');
    expect(bar).not.toHaveTextContent('median');
    expect(within(bar).queryByRole('status', { name: 'Votes for Adopt' })).toBeNull();
    expect(told()).not.toMatch(/Adopt|Assess|2/);
    await user.keyboard('r');
    expect(bar).toHaveTextContent('Adopt 2, Assess 2, question 1; median Assess, at most 2 rings apart');
    expect(within(bar).getByRole('status', { name: 'Votes for Assess' })).toHaveTextContent('2');
    await user.keyboard('x');
    expect(bar).toHaveTextContent('No votes yet');
    expect(bar).toHaveTextContent('vote 1: Adopt 2, Assess 2');
  });

  it('are written as numbers where nothing is hidden', async () => {
    const { user, acts } = show({}, record({ hidden: false }));
    const field = screen.getByRole('spinbutton', { name: 'Votes for Trial' });
    fireEvent.change(field, { target: { value: '4' } });
    expect(acts).toEqual([{ kind: 'count', trend: 'alpha', votes: { trial: 4 } }]);
    await user.click(screen.getByRole('button', { name: 'One vote fewer for Trial' }));
    expect(field).toHaveValue(3);
    expect(screen.getByRole('region', { name: /belong/ })).toHaveTextContent('Trial 3; median Trial');
  });

  it('are cast one by one, and nothing of them is shown', async () => {
    const { user, acts, container } = show({}, record({ room: ['Ann', 'Bo', 'Cy'] }));
    await user.keyboard('b');
    expect(container).toHaveTextContent('Vote 1 of 3: press 1 to 3, or Q for a question. Nothing is shown.');
    const before = container.innerHTML.replace('Vote 1 of', 'Vote 2 of');
    await user.keyboard('3');
    expect(container.innerHTML).toBe(before);
    await user.keyboard('q');
    expect(container).toHaveTextContent('Vote 3 of 3');
    // a click tells the next one nothing either
    await user.click(
      within(screen.getByRole('region', { name: 'Secret ballot' })).getByRole('button', { name: /^Trial/ }),
    );
    expect(acts.map((done) => done.kind === 'ballot' && done.vote)).toEqual(['assess', 'question', 'trial']);
    expect(told()).toBe('All 3 votes are in: R reveals them');
    expect(screen.getByRole('region', { name: /belong/ })).toHaveTextContent('3 votes in, hidden');
    await user.keyboard('r');
    expect(screen.getByRole('region', { name: /belong/ })).toHaveTextContent('Trial 1, Assess 1, question 1');
  });

  it('that were cast as ballots are never counted twice', () => {
    const round = { votes: { adopt: 2 }, ballots: 2, revealed: false };
    expect(countAct(round, 't', 'adopt', 3, () => 'id')).toEqual({
      kind: 'ballot',
      trend: 't',
      ballot: 'id',
      vote: 'adopt',
    });
    expect(countAct(round, 't', 'adopt', 1, () => 'id')).toBeNull();
    expect(countAct({ ...round, revealed: true }, 't', 'adopt', 3, () => 'id')).toBeNull();
  });
});

describe('going on', () => {
  it('jumps by the queue', async () => {
    const { user } = show();
    await user.keyboard('g');
    expect(screen.getByRole('button', { name: /Trend alpha/ })).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(heading()).toBe('Trend gamma');
    await user.keyboard('{PageUp}');
    expect(heading()).toBe('Trend beta');
  });

  it('undoes and redoes, and says what', async () => {
    const { user } = show();
    await user.keyboard('3{Escape}z');
    expect(told()).toBe('Undone: Moved Trend alpha from Adopt out to Assess');
    expect(ring('Assess')).toHaveAttribute('aria-pressed', 'false');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(told()).toBe('Done again: Moved Trend alpha from Adopt out to Assess');
    expect(ring('Assess')).toHaveAttribute('aria-pressed', 'true');
  });

  it('says at once that nothing can be stored, with the file as the way out', async () => {
    const saveFile = vi.fn();
    const { user } = show({ status: { failed: 'the disk is full.' }, saveFile });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Not saved: the disk is full.');
    await user.click(within(alert).getByRole('button', { name: 'Save to a file' }));
    expect(saveFile).toHaveBeenCalledOnce();
  });

  it('counts the time per trend, writes it every ten seconds and on leaving, and never interrupts', () => {
    vi.useFakeTimers();
    let clock = 0;
    const now = () => clock;
    const pass = (seconds: number) => {
      for (let at = 0; at < seconds; at += 1) {
        clock += 1000;
        reactAct(() => vi.advanceTimersByTime(1000));
      }
    };
    const { acts } = show({ now });
    pass(25);
    expect(acts).toMatchObject([{ seconds: 10 }, { seconds: 20 }]);
    expect(screen.getByRole('timer')).toHaveTextContent('0:25 of 5:00');
    fireEvent.keyDown(document.body, { key: 'ArrowRight', code: 'ArrowRight' });
    expect(acts.slice(2)).toMatchObject([
      { kind: 'go', trend: 'beta' },
      { kind: 'spend', trend: 'alpha', window: 'window', seconds: 25 },
    ]);
    pass(5);
    fireEvent.keyDown(document.body, { key: 'ArrowLeft', code: 'ArrowLeft' });
    pass(300);
    expect(screen.getByRole('timer')).toHaveTextContent('0:25 over');
    expect(acts.at(-1)).toMatchObject({ kind: 'spend', trend: 'alpha' });
  });
});

describe('keys', () => {
  it('never act while somebody types', async () => {
    const { user, acts } = show();
    await user.keyboard('n');
    await user.keyboard('xpt13');
    expect(acts).toEqual([]);
    expect(screen.getByRole('textbox')).toHaveValue('xpt13');
  });

  it('of one letter can be off; the buttons are there', async () => {
    const { user, acts } = show({ singleKeys: false });
    await user.keyboard('2p');
    expect(acts).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Park for later, or take back' }));
    await user.keyboard('{ArrowRight}');
    expect(acts.map(({ kind }) => kind)).toEqual(['park', 'go']);
  });

  it('are all on the help sheet, which is made of the same list', async () => {
    const { user } = show();
    await user.keyboard('?');
    const sheet = screen.getByRole('region', { name: 'All keys' });
    const sheetWords = within(sheet)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(sheetWords).toHaveLength(STAGE_KEYS.length);
    for (const [at, { words }] of STAGE_KEYS.entries())
      expect(
        sheetWords.some((text) => text?.endsWith(words)),
        `${at}: ${words}`,
      ).toBe(true);
    await user.click(within(sheet).getByRole('button', { name: /Write a note/ }));
    expect(screen.getByRole('textbox', { name: 'Note on Trend alpha' })).toHaveFocus();
  });

  it('mean one thing each', () => {
    const context: KeyContext = {
      ...{ rings: 8, trend: true, votes: 1, revealed: false, decided: true, parked: false },
      ...{ canUndo: true, canRedo: true, reading: false, fullScreen: true },
    };
    const keys = commandsIn(context).flatMap((key) => [...key.keys]);
    expect(new Set(keys).size).toBe(keys.length);
    const press = (key: string, code: string, more = {}) =>
      readKey(
        { key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more },
        context,
        true,
      );
    expect(press('!', 'Digit1', { shiftKey: true })).toEqual({ id: 'count', digit: 0 });
    expect(press('9', 'Digit9')).toBeNull();
    expect(press('?', 'Slash', { shiftKey: true })?.id).toBe('help');
    expect(press('r', 'KeyR', { ctrlKey: true })).toBeNull();
    expect(press('z', 'KeyZ', { metaKey: true })?.id).toBe('undo');
    expect(ariaKeys('place', 3)).toBe('3');
  });

  it('leave only where nothing is open', async () => {
    const leave = vi.fn();
    const { user } = show({ leave });
    await user.keyboard('g{Escape}n{Escape}');
    expect(leave).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(leave).toHaveBeenCalledOnce();
  });
});

describe('the window for the room', () => {
  it('shows the decision, without notes, dissent, controls and hidden votes', async () => {
    const done = carryOut(newWorkshop(), [
      { kind: 'count', trend: 'alpha', votes: { adopt: 3, trial: 1 } },
      { kind: 'note', trend: 'alpha', note: 'n', text: 'A secret note' },
      { kind: 'dissent', trend: 'alpha', text: 'A secret dissent' },
      { kind: 'place', trend: 'alpha', ring: 'trial' },
      { kind: 'reason', trend: 'alpha', text: 'Because', basis: [] },
    ]);
    const leave = vi.fn();
    const { user, acts, container } = show({ room: true, leave }, done);
    expect(container).toHaveTextContent('Moved out from Adopt to Trial. Because.');
    expect(container).toHaveTextContent('4 votes in, hidden');
    expect(container).not.toHaveTextContent(/secret|Adopt 3|Saved/);
    expect(screen.queryByRole('button')).toBeNull();
    await user.keyboard('1tpnz{ArrowRight}');
    expect(acts).toEqual([]);
    await user.keyboard('e');
    expect(container).not.toHaveTextContent('secret');
    await user.keyboard('{Escape}{Escape}');
    expect(leave).not.toHaveBeenCalled();
  });
});

describe('the radar on the stage', () => {
  it('puts the blip down in the ring that it is dragged to', () => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 600));
    const leave = vi.fn();
    const { acts } = show({ leave });
    const chart = screen.getByRole('img', { name: 'Radar: Trend alpha in Adopt' });
    const view = (chart.getAttribute('viewBox') ?? '').split(' ').map(Number);
    const disc = chart.querySelector('[data-blip="alpha"] [data-disc]');
    const px = (value: number, from: number) => ((value - from) / (view[2] ?? 1)) * 600;
    const at = (x: number, y: number) => ({
      clientX: px(x, view[0] ?? 0),
      clientY: px(y, view[1] ?? 0),
      button: 0,
    });
    const [x, y] = [Number(disc?.getAttribute('cx')), Number(disc?.getAttribute('cy'))];
    fireEvent.pointerDown(chart, at(x, y));
    expect(screen.getByText(/Put it down in a ring/)).toBeInTheDocument();
    fireEvent.keyDown(document.body, { key: 'Escape', code: 'Escape' });
    expect(screen.queryByText(/Put it down in a ring/)).toBeNull();
    expect(leave).not.toHaveBeenCalled();
    fireEvent.pointerDown(chart, at(x, y));
    // a second click puts it down in the outer ring
    fireEvent.pointerMove(chart, at(-300, -380));
    fireEvent.pointerDown(chart, at(-300, -380));
    expect(acts).toEqual([{ kind: 'place', trend: 'alpha', ring: 'assess' }]);
    expect(screen.getByRole('img', { name: 'Radar: Trend alpha in Assess, before in Adopt' })).toBe(chart);
    vi.restoreAllMocks();
  });
});

it('says times and numbers in words', () => {
  expect([clockWords(252), clockWords(3852), spanWords(5700), spanWords(3600), spanWords(61)]).toEqual([
    '4:12',
    '1:04:12',
    '1 h 35 min',
    '1 h',
    '2 min',
  ]);
  expect(takeNumbers('Flips, #3 and #12')).toEqual({ text: 'Flips and', numbers: [3, 12] });
});
