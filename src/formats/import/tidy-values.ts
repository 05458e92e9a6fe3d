import type { DraftTrend, Finding, Place } from '../../domain/importing/draft.ts';
import { isHttpLink } from '../../domain/schema.ts';
import { cleanMarkdown, isPlainMarkdown } from './clean-markdown.ts';
import { type CleanText, htmlToMarkdown, isPlainHtml } from './html-to-markdown.ts';
import { buildReader, type ReadText } from './text-reader.ts';

/** A text, or a number as text, without blanks around it; empty for anything else. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** The texts of a list, or of a single text; blank ones and doubles left out. */
export function listOf(value: unknown): string[] {
  const words = (Array.isArray(value) ? value : [value]).map(wordsOf);
  return [...new Set(words)].filter((word) => word !== '');
}

/** Builds what reads the Markdown of one file; one for each file, since it bounds how much is read in all. */
export function buildMarkdownReader(): ReadText {
  return buildReader(readMarkdown, isPlainMarkdown);
}

/** Builds what reads the HTML of one file as Markdown, bounded as the Markdown of one is. */
export function buildHtmlReader(): ReadText {
  return buildReader(readHtml, isPlainHtml);
}

function readMarkdown(text: string, place: Place, findings: Finding[]): string {
  return tellStripped(cleanMarkdown(text), place, findings);
}

function readHtml(html: string, place: Place, findings: Finding[]): string {
  return tellStripped(htmlToMarkdown(html), place, findings);
}

function tellStripped({ markdown, stripped }: CleanText, place: Place, findings: Finding[]): string {
  if (stripped.length > 0) {
    const names = stripped.map((name) => STRIPPED_WORDS[name] ?? name).join(', ');
    findings.push({
      place,
      message: `the text holds what is not shown here: ${names}`,
      done: 'It is left out, the text around it is kept.',
    });
  }
  return markdown;
}

const STRIPPED_WORDS: Readonly<Record<string, string>> = {
  img: 'a picture',
  'a[href]': 'a link that leads to no web address',
  comment: 'a comment',
};

/** Links with a web address, each once; tells of the others. `#` and nothing stand for no link. */
export function readLinks(
  given: readonly { title?: unknown; url: unknown }[],
  place: Place,
  findings: Finding[],
): NonNullable<DraftTrend['links']> {
  const links = new Map<string, { title?: string; url: string }>();
  for (const { title, url } of given) {
    const address = wordsOf(url);
    const words = wordsOf(title);
    if (address === '' || address === '#') continue;
    if (!isHttpLink(address)) {
      const message = `the link "${address.slice(0, 100)}" is no web address`;
      findings.push({ place, message, done: 'The link is left out.' });
    } else if (!links.has(address))
      links.set(address, words === '' ? { url: address } : { title: words, url: address });
  }
  return [...links.values()];
}

/** `count` things by their word, of which the first few are named: "3 files, such as a, b". */
export function countWords(names: readonly string[], one: string, many: string): string {
  const few = names.slice(0, 3).join(', ');
  return names.length === 1 ? `1 ${one} (${few})` : `${names.length} ${many}, such as ${few}`;
}
