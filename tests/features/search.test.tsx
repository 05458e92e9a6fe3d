import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readRadar } from '../../src/cli/read-radar.ts';
import { walkSearchTexts } from '../../src/domain/assessing/search-text.ts';
import { dropFillers, splitWords } from '../../src/domain/assessing/search-words.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { SearchBox } from '../../src/features/search/search-box.tsx';
import { isPrepared, prepareSearch } from '../../src/features/search/search-index.ts';
import { searchRadar } from '../../src/features/search/search-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

let builtIn: Radar;

beforeAll(async () => {
  // jsdom lays nothing out and so has nothing to scroll
  Element.prototype.scrollIntoView = vi.fn();
  const { radar } = await readRadar('data');
  if (radar === null) throw new Error('the built-in radar has faults');
  builtIn = radar;
  await prepareSearch(radar);
});

const search = (query: string, limit = 50) => searchRadar(builtIn, query, limit);
const trendsOf = (query: string) => search(query).trends.map((found) => found.trend);
const wordsOf = (text: string) => [...new Set(dropFillers(splitWords(text).map((word) => word.folded)))];

describe('searching the built-in radar', () => {
  it('forgives typing errors and spellings', () => {
    expect(trendsOf('difusion')[0]).toBe('diffusion-models');
    expect(trendsOf('difusi')[0]).toBe('diffusion-models');
    expect(trendsOf('quantisation')[0]).toBe('quantization');
    expect(trendsOf('quantization')[0]).toBe('quantization');
    expect(trendsOf('transfomer')[0]).toBe('transformers');
    expect(trendsOf('Federated Lerning')[0]).toBe('federated-learning');
    expect(trendsOf('distilaltion')[0]).toBe('knowledge-distillation');
    expect(trendsOf('optimisation')).toEqual(trendsOf('optimization'));
  });

  it('finds every text by its own words, and names its place', () => {
    const texts = [...walkSearchTexts(builtIn)];
    const text = fc.integer({ min: 0, max: texts.length - 1 }).map((at) => texts[at]);
    const start = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(text, start, fc.integer({ min: 3, max: 8 }), (sought, from, count) => {
        if (sought === undefined) throw new Error('a text');
        const words = wordsOf(sought.text);
        const at = Math.floor(from * Math.max(1, words.length - count + 1));
        const query = words.slice(at, at + count).join(' ');
        const { trends, complete } = search(query, builtIn.trends.length);
        expect(complete).toBe(true);
        const found = trends.find((each) => each.trend === sought.trend);
        expect(found?.places).toContainEqual(sought);
      }),
      { numRuns: 300 },
    );
  });

  it('shows the place that has all of the words', () => {
    const texts = [...walkSearchTexts(builtIn)].filter((text) => wordsOf(text.text).length >= 8);
    fc.assert(
      fc.property(fc.constantFrom(...texts), (sought) => {
        const words = wordsOf(sought.text);
        const found = search(sought.text).trends.find((each) => each.trend === sought.trend);
        const [best] = found?.places ?? [];
        const asked = words.slice(0, 16);
        const has = (text: string) => {
          const own = wordsOf(text);
          return asked.filter((word) => own.includes(word)).length;
        };
        expect(has(best?.text ?? '')).toBeGreaterThanOrEqual(asked.length - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('ranks the trend that is called so first, by any of its names', () => {
    for (const { id, name, aliases = [] } of builtIn.trends) {
      expect([name, trendsOf(name)[0]]).toEqual([name, id]);
      for (const alias of aliases) {
        const called = builtIn.trends.filter((trend) =>
          [trend.name, ...(trend.aliases ?? [])].some((each) => each.toLowerCase() === alias.toLowerCase()),
        );
        const ids = new Set([id, ...called.map((trend) => trend.id)]);
        expect([alias, ids.has(trendsOf(alias)[0] ?? '')]).toEqual([alias, true]);
      }
    }
  });

  it('leads to the place, not to the name, where words are added to a name', () => {
    const [found] = search('diffusion memorised').trends;
    expect(found?.trend).toBe('diffusion-models');
    expect(found?.name).toEqual([
      { text: 'Diffusion', marked: true },
      { text: ' models', marked: false },
    ]);
    expect(found?.places[0]?.kind).not.toBe('name');
    expect(found?.excerpt.some((piece) => piece.marked && piece.text.startsWith('memorised'))).toBe(true);
  });

  it('marks in every excerpt a word for each that was looked for', () => {
    for (const query of ['latency', 'privacy audit', 'GPTQ', 'mem', 'NVIDIA']) {
      const begins = wordsOf(query);
      for (const { places, excerpt } of search(query).trends) {
        const marked = excerpt.filter((piece) => piece.marked).map((piece) => piece.text.toLowerCase());
        expect(marked.length).toBeGreaterThan(0);
        for (const word of marked) expect(begins.some((begin) => word.startsWith(begin))).toBe(true);
        const shown = excerpt.map((piece) => piece.text).join('');
        expect(places[0]?.text).toContain(shown.replace(/^… /, '').replace(/ …$/, ''));
      }
    }
  });

  it('says so where no trend has all of the words, and shows those that have most', () => {
    const { trends, complete } = search('diffusion kubernetes');
    expect(complete).toBe(false);
    expect(trends[0]?.trend).toBe('diffusion-models');
    expect(search('difusion diffusion').complete).toBe(true);
    expect(search('xyzzyq')).toEqual({ trends: [], count: 0, complete: false });
  });

  it('answers any query', () => {
    const nasty = [
      '(.*)[\\',
      '^$',
      '*',
      '"',
      '%',
      '<script>',
      '\\',
      '__proto__ constructor',
      'a'.repeat(10_000),
    ];
    for (const query of [...nasty, `${'lorem '.repeat(2000)}`]) expect(() => search(query)).not.toThrow();
    expect(search('a'.repeat(10_000)).count).toBe(0);
    expect(search('(.*)[\\').count).toBe(0);
    const index = buildIndex(builtIn);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        search(query);
        searchRadar(index, query, 5);
      }),
      { numRuns: 100 },
    );
  });

  it('counts the trends that it does not show', () => {
    const { trends, count } = search('model', 3);
    expect(trends).toHaveLength(3);
    expect(count).toBeGreaterThan(3);
  });
});

interface Shown {
  radar?: Radar | null;
  whole?: Radar;
}

function show({ whole = sampleRadar(), radar = whole }: Shown = {}) {
  const [open, close, exportRun, themeRun] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const commands = [
    { id: 'export', label: 'Export a snapshot', keys: 'Ctrl+E', run: exportRun },
    { id: 'theme', label: 'Switch to the dark theme', run: themeRun },
  ];
  const props = { index: buildIndex(whole), commands, open, close };
  const { rerender } = render(<SearchBox {...props} radar={radar} />);
  const load = () => rerender(<SearchBox {...props} radar={whole} />);
  return { open, close, exportRun, themeRun, load, field: screen.getByRole('combobox') };
}

const status = () => screen.getByRole('status');
const ready = () => vi.waitFor(() => expect(status()).not.toHaveTextContent('Loading the full text'));
/** The text of the option that the field points at, or null. */
function active(): string | null {
  const id = screen.getByRole('combobox').getAttribute('aria-activedescendant');
  if (id === null) return null;
  const option = document.getElementById(id);
  expect(option).toHaveAttribute('aria-selected', 'true');
  expect(screen.getAllByRole('option', { selected: true })).toEqual([option]);
  return option?.textContent ?? null;
}

describe('the search box', () => {
  it('has the focus, and shows the commands with their keys before anything is asked', async () => {
    const { field } = show();
    await ready();
    expect(field).toHaveFocus();
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Export a snapshot Ctrl+E',
      'Switch to the dark theme ',
    ]);
    expect(status()).toHaveTextContent('2 commands.');
    expect(active()).toBeNull();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'true');
  });

  it('shows trends with their best place, counts the others, and puts commands below', async () => {
    const { field } = show();
    await ready();
    await userEvent.type(field, 'a pap');
    const trends = within(screen.getByRole('group', { name: 'Trends' })).getAllByRole('option');
    expect(trends.map((option) => option.textContent?.trim())).toEqual([
      'Attention Models Milestone: First paper',
      'Source of fact 1: A paper: with a colon · Example Labs (in Attention)',
    ]);
    expect(trends[0]?.querySelector('mark')).toHaveTextContent(/^paper$/);
    await userEvent.clear(field);
    await userEvent.type(field, 's');
    const groups = screen.getAllByRole('group').map((group) => group.getAttribute('aria-labelledby') ?? '');
    expect(groups.map((id) => document.getElementById(id)?.textContent)).toEqual(['Commands']);
  });

  it('offers further places of a trend below it, each to be opened by itself, and counts the rest', async () => {
    const whole = sampleRadar();
    const [first] = whole.trends;
    if (first === undefined) throw new Error('a trend');
    first.facts = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      ...(first.facts?.[0] ?? {}),
      ...{ id, claim: `Zebra ${id} speaks.`, kind: 'benchmark', stance: 'supports' },
      ...{ date: '2024', source: 'paper', grade: 'verified', note: 'A zebra, too.' },
    }));
    const { field, open } = show({ whole });
    await ready();
    await userEvent.type(field, 'zebra');
    const trends = within(screen.getByRole('group', { name: 'Trends' })).getAllByRole('option');
    expect(trends).toHaveLength(4);
    expect(trends[0]).toHaveTextContent(/^Attention Models .* and 6 more places$/);
    for (const option of trends.slice(1)) expect(option).toHaveTextContent(/^Fact \d: .*\(in Attention\)$/);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const place = active();
    await userEvent.keyboard('{Enter}');
    const number = Number(place?.match(/^Fact (\d)/)?.[1]);
    expect(open).toHaveBeenLastCalledWith('attention', `fact-${'abcde'[number - 1]}`);
    const anchors = new Set<unknown>();
    for (const option of trends) {
      await userEvent.click(option);
      anchors.add(open.mock.lastCall?.[1]);
    }
    expect(anchors.size).toBe(4);
  });

  it('finds why a trend stands in its ring, and the notes of its facts', async () => {
    const { field, open } = show();
    await ready();
    await userEvent.type(field, 'holds');
    expect(active()).toMatch(/Reason for the ring in 2024: It holds\./);
    await userEvent.keyboard('{Enter}');
    expect(open).toHaveBeenLastCalledWith('attention', 'reason-2024');
    await userEvent.clear(field);
    await userEvent.type(field, 'read full');
    expect(active()).toMatch(/Note of fact 1: Read in full\./);
  });

  it('is walked with the arrow keys, Home and End, while the focus stays in the field', async () => {
    const { field, open } = show();
    await ready();
    await userEvent.type(field, 'a');
    expect(active()).toMatch(/^Attention/);
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^Export a snapshot/);
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^Attention/);
    await userEvent.clear(field);
    expect(active()).toBeNull();
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^Export/);
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^Switch/);
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^Export/);
    await userEvent.keyboard('{ArrowUp}');
    expect(active()).toMatch(/^Switch/);
    await userEvent.keyboard('{Home}');
    expect(active()).toMatch(/^Export/);
    await userEvent.keyboard('{End}');
    expect(active()).toMatch(/^Switch/);
    expect(field).toHaveFocus();
    expect(open).not.toHaveBeenCalled();
  });

  it('opens the place of the active trend on Enter, and of the one that is clicked', async () => {
    const { field, open, close } = show();
    await ready();
    await userEvent.type(field, 'canary{Enter}');
    expect(open).toHaveBeenLastCalledWith('attention', 'failure-modes');
    await userEvent.clear(field);
    await userEvent.type(field, 'distilation{Enter}');
    expect(open).toHaveBeenLastCalledWith('distillation', null);
    await userEvent.clear(field);
    await userEvent.type(field, 'works');
    await userEvent.click(screen.getByRole('option', { name: /^Attention/ }));
    expect(open).toHaveBeenLastCalledWith('attention', 'fact-f1');
    expect(field).toHaveFocus();
    expect(close).not.toHaveBeenCalled();
  });

  it('closes before it runs a command, and closes on Escape', async () => {
    const { field, close, exportRun, themeRun } = show();
    await ready();
    await userEvent.type(field, 'snap{Enter}');
    expect(exportRun).toHaveBeenCalledOnce();
    expect(close).toHaveBeenCalledOnce();
    expect(close.mock.invocationCallOrder[0]).toBeLessThan(exportRun.mock.invocationCallOrder[0] ?? 0);
    await userEvent.click(screen.getByRole('option', { name: /Export a snapshot/ }));
    expect(exportRun).toHaveBeenCalledTimes(2);
    await userEvent.keyboard('{Escape}');
    expect(close).toHaveBeenCalledTimes(3);
    expect(themeRun).not.toHaveBeenCalled();
  });

  it('searches names alone while the radar is on its way, and everything once it is there', async () => {
    const { field, load, open } = show({ radar: null });
    expect(status()).toHaveTextContent('Loading the full text …');
    await userEvent.type(field, 'attenton');
    expect(screen.getByRole('option', { name: /^Attention/ })).toBeInTheDocument();
    expect(status()).toHaveTextContent('1 trend. Loading the full text …');
    await userEvent.clear(field);
    await userEvent.type(field, 'canary');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(field).toHaveAttribute('aria-expanded', 'false');
    expect(status()).toHaveTextContent('No name matches. Loading the full text …');
    load();
    await ready();
    await userEvent.keyboard('{Enter}');
    expect(open).toHaveBeenCalledExactlyOnceWith('attention', 'failure-modes');
  });

  it('builds what a radar is looked up in when it is first used', async () => {
    const whole = sampleRadar();
    expect(isPrepared(whole)).toBe(false);
    show({ whole });
    await vi.waitFor(() => expect(isPrepared(whole)).toBe(true));
    expect(prepareSearch(whole)).toBe(prepareSearch(whole));
  });

  it('says what was searched where nothing is found', async () => {
    const { field } = show();
    await ready();
    await userEvent.type(field, 'xyzzyq');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(status()).toHaveTextContent(/^Nothing was found\. Searched are .*failure modes.*sources/);
  });

  it('shows what looks like markup as text', async () => {
    const whole = sampleRadar();
    const [first] = whole.trends;
    if (first?.facts?.[0] === undefined) throw new Error('a fact');
    first.facts[0].claim = 'An <img src=x onerror=alert(1)> in a claim';
    const { field } = show({ whole });
    await ready();
    await userEvent.type(field, 'onerror');
    const option = screen.getByRole('option', { name: /^Attention/ });
    expect(option).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(option.querySelector('img')).toBeNull();
    expect(option.querySelector('mark')).toHaveTextContent(/^onerror$/);
  });
});
