import MiniSearch from 'minisearch';
import { type SearchText, walkSearchNames, walkSearchTexts } from '../../domain/assessing/search-text.ts';
import { dropFillers, splitWords } from '../../domain/assessing/search-words.ts';
import type { Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';

/** How long the page waits while a part of the index is built, in ms: less than a frame. */
const SLICE = 6;

/** What is searched: a whole radar, or the names of its index. */
export type SearchSource = Radar | RadarIndex;

/** What the texts of one radar are looked up in. */
export interface SearchIndex {
  /** By the ids that the engine answers. */
  texts: readonly SearchText[];
  /** The names of the trends by their ids. */
  names: ReadonlyMap<string, string>;
  engine: MiniSearch<Entry>;
  /** Every word of the texts once, sorted by code unit. */
  vocabulary: readonly string[];
}

interface Entry {
  id: number;
  words: readonly string[];
}

const whole = new WeakMap<Radar, SearchIndex>();
const ofNames = new WeakMap<SearchSource, SearchIndex>();
const preparing = new WeakMap<Radar, Promise<void>>();

/** Whether a radar can be searched without a wait. */
export function isPrepared(radar: Radar): boolean {
  return whole.has(radar);
}

/** Builds what a radar is looked up in, once, in parts that leave the page free to answer in between. */
export function prepareSearch(radar: Radar): Promise<void> {
  const begun = preparing.get(radar);
  if (begun !== undefined) return begun;
  const done = (async () => {
    const steps = buildSearchIndex(radar, walkSearchTexts(radar));
    for (;;) {
      const end = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done) {
          whole.set(radar, step.value);
          return;
        }
      } while (performance.now() < end);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  })();
  preparing.set(radar, done);
  return done;
}

/**
 * What to look up words of a query in, built there and then where nobody did so before. A single letter is looked for in
 * names alone: it stands at the beginning of some word in nearly every text.
 */
export function indexFor(source: SearchSource, terms: readonly string[]): SearchIndex {
  if (!('sources' in source) || terms.every((term) => /^[a-z]$/.test(term))) {
    const names = ofNames.get(source) ?? finish(buildSearchIndex(source, walkSearchNames(source)));
    ofNames.set(source, names);
    return names;
  }
  const index = whole.get(source) ?? finish(buildSearchIndex(source, walkSearchTexts(source)));
  whole.set(source, index);
  return index;
}

/** Builds an index text by text, so that whoever asks for it can pause in between. */
function* buildSearchIndex(source: SearchSource, walk: Iterable<SearchText>): Generator<void, SearchIndex> {
  const texts: SearchText[] = [];
  const vocabulary = new Set<string>();
  const engine = new MiniSearch<Entry>({
    fields: ['words'],
    // The words are split and folded already: the engine takes them as they are, where it expects one text.
    extractField: (entry, field) => (field === 'id' ? entry.id : entry.words),
    stringifyField: (words) => words,
    tokenize: (words) => words as unknown as string[],
    processTerm: (term) => term,
  });
  for (const text of walk) {
    const words = dropFillers(splitWords(text.text).map(({ folded }) => folded));
    for (const word of words) vocabulary.add(word);
    engine.add({ id: texts.length, words });
    texts.push(text);
    yield;
  }
  const names = new Map(source.trends.map(({ id, name }) => [id, name]));
  return { texts, names, engine, vocabulary: [...vocabulary].sort() };
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
