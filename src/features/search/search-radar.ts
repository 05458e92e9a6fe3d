import { buildExcerpt, type Piece } from '../../domain/assessing/excerpt.ts';
import { nearWords } from '../../domain/assessing/near-words.ts';
import type { SearchKind, SearchText } from '../../domain/assessing/search-text.ts';
import { dropFillers, splitWords } from '../../domain/assessing/search-words.ts';
import { indexFor, type SearchSource } from './search-index.ts';

/** A trend that a search found, and where. */
export interface FoundTrend {
  /** Id of the trend. */
  trend: string;
  /** Its name, with what matched. */
  name: Piece[];
  /** Every place of it that matched, the best first. */
  places: SearchText[];
  /** The best place in its context, with what matched. */
  excerpt: Piece[];
  /** The best of the others, where as much was found, in their contexts; each opens at another part of the panel. */
  further: FoundPlace[];
}

/** A place in its context, with what matched. */
export interface FoundPlace {
  place: SearchText;
  excerpt: Piece[];
}

export interface Found {
  /** The best trends, at most as many as were asked for. */
  trends: FoundTrend[];
  /** How many trends there are in all. */
  count: number;
  /** Whether they have every word that was looked for; otherwise none has, and these have the most. */
  complete: boolean;
}

/** A name is far above what is said of it; what is argued is above what is merely referred to. */
const WEIGHTS: Readonly<Record<SearchKind, number>> = {
  name: 100,
  alias: 60,
  subtitle: 12,
  tag: 6,
  summary: 5,
  description: 4,
  reason: 3.5,
  fact: 3,
  'failure mode': 2.5,
  tradeoff: 2.5,
  fit: 2,
  link: 2,
  tool: 2,
  milestone: 1.5,
  note: 1.5,
  source: 1,
};

/** A whole name, any of a trend's, is above a part of another's. */
const CALLED_BONUS = 4;

/** Most further places of a trend that are shown by themselves. */
const FURTHER_LIMIT = 3;

/** What is compared of a query; more would only cost time. */
const WORD_LIMIT = 16;
const LETTER_LIMIT = 64;
const QUERY_LIMIT = 1000;
/** Most words that a mistyped one may have meant. */
const GUESS_LIMIT = 24;

/**
 * What a query finds in a radar, or in the names of its index: beginnings of words count, and so do typing errors in
 * longer ones. Any query is answered; none is ever an expression.
 *
 * @param limit the most trends that are wanted
 */
export function searchRadar(source: SearchSource, query: string, limit: number): Found {
  const terms = splitQuery(query);
  const index = indexFor(source, terms);
  const asked = new Map(
    terms.flatMap((term) => wordsFor(term, index.vocabulary).map((word) => [word, term])),
  );
  const guessed = new Set([...asked].filter(([word, term]) => word !== term).map(([word]) => word));
  const groups = new Map<string, Group>();
  const results = index.engine.search([...asked.keys()].join(' '), {
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (term) => term,
    prefix: (word) => !guessed.has(word),
    fuzzy: (word) => (guessed.has(word) || word.length < 8 || /\d/.test(word) ? false : 1),
    boostDocument: (id: number) => WEIGHTS[index.texts[id]?.kind ?? 'source'],
  });
  for (const { id, score, queryTerms, terms: matched } of results) {
    const text = index.texts[id];
    if (text === undefined) continue;
    const group = groups.get(text.trend) ?? { trend: text.trend, score: 0, covered: new Set(), hits: [] };
    groups.set(text.trend, group);
    group.score = Math.max(group.score, score * (isCalled(text, terms) ? CALLED_BONUS : 1));
    const answered = queryTerms.map((word) => asked.get(word) ?? word);
    for (const term of answered) group.covered.add(term);
    group.hits.push({ text, answered, matched });
  }
  const most = Math.max(0, ...[...groups.values()].map((group) => group.covered.size));
  const found = [...groups.values()]
    .filter((group) => group.covered.size === most)
    .sort((a, b) => b.score - a.score);
  return {
    trends: found.slice(0, limit).map((group) => showGroup(group, index.names.get(group.trend) ?? '')),
    count: found.length,
    complete: most === new Set(asked.values()).size,
  };
}

/** Whether a text is a name of its trend, and the whole of it was asked for. */
function isCalled({ kind, text }: SearchText, terms: readonly string[]): boolean {
  return (kind === 'name' || kind === 'alias') && splitQuery(text).join(' ') === terms.join(' ');
}

interface Hit {
  text: SearchText;
  /** The words of the query that it answers, and the words of its text that answer them. */
  answered: string[];
  matched: string[];
}

interface Group {
  trend: string;
  score: number;
  covered: Set<string>;
  /** By score, best first. */
  hits: Hit[];
}

function showGroup({ trend, hits }: Group, name: string): FoundTrend {
  const nameHit = hits.find((hit) => hit.text.kind === 'name');
  // Who adds words to a trend's name looks for the place that has those words.
  const beyondName = (hit: Hit) => hit.answered.filter((term) => !nameHit?.answered.includes(term)).length;
  const sorted = [...hits].sort((a, b) => beyondName(b) - beyondName(a));
  const [best] = sorted;
  return {
    trend,
    name: buildExcerpt(name, new Set(nameHit?.matched)),
    places: sorted.map((hit) => hit.text),
    excerpt: best === undefined ? [] : excerptOf(best),
    further: best === undefined ? [] : furtherPlaces(best, sorted),
  };
}

function furtherPlaces(best: Hit, hits: readonly Hit[]): FoundPlace[] {
  const anchors = new Set([best.text.anchor]);
  const chosen: Hit[] = [];
  for (const hit of hits) {
    if (chosen.length === FURTHER_LIMIT) break;
    if (hit.answered.length < best.answered.length || anchors.has(hit.text.anchor)) continue;
    anchors.add(hit.text.anchor);
    chosen.push(hit);
  }
  return chosen.map((hit) => ({ place: hit.text, excerpt: excerptOf(hit) }));
}

function excerptOf({ text, matched }: Hit): Piece[] {
  return buildExcerpt(text.text, new Set(matched));
}

/** The words of a query, each once, in the form in which they are compared. */
function splitQuery(query: string): string[] {
  const words = splitWords(query.slice(0, QUERY_LIMIT)).map(({ folded }) => folded.slice(0, LETTER_LIMIT));
  return [...new Set(dropFillers(words))].slice(0, WORD_LIMIT);
}

/**
 * What to look up for a word of a query: itself where the radar has it, or a word that begins so; otherwise what it
 * most likely meant. Short words are not guessed at: too many are near.
 */
function wordsFor(term: string, vocabulary: readonly string[]): string[] {
  if (term.length < 5 || term.length > 32 || /\d/.test(term) || knows(vocabulary, term)) return [term];
  const near = nearWords(term, vocabulary, term.length < 9 ? 1 : 2);
  return near.length === 0 ? [term] : near.slice(0, GUESS_LIMIT);
}

/** Whether a sorted vocabulary has a word that begins so. */
function knows(vocabulary: readonly string[], beginning: string): boolean {
  let [low, high] = [0, vocabulary.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low]?.startsWith(beginning) ?? false;
}
