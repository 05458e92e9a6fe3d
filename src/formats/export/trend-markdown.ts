import type { Heading, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Trend } from '../../domain/radar.ts';
import { flattenText } from '../plain-text.ts';

/** The texts of a trend as one Markdown text: its summary, then its description; empty where it has neither. */
export function trendMarkdown({ summary, description }: Trend): string {
  const lead = summary === undefined ? [] : [plainParagraph(summary)];
  return [...lead, ...(description === undefined ? [] : [description])].join('\n\n');
}

/** A plain text as a paragraph of Markdown that shows it as it is. */
export function plainParagraph(text: string): string {
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: flattenText(text) }] }).trim();
}

/** Longer texts, and lines that open more quotes and lists than this, are shown as they are: reading them takes too long. */
const LONGEST = 100_000;
const NESTED = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40}/m;

/** The tree of a Markdown text; what is not meant to be read by people is one paragraph of plain text. */
export function parseMarkdown(markdown: string): Root {
  if (markdown.length <= LONGEST && !NESTED.test(markdown)) return fromMarkdown(markdown);
  const value = flattenText(markdown);
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] };
}

/**
 * A Markdown text that can stand inside another: its headings below a level, raw HTML as text.
 *
 * @param level of the heading above it; none goes deeper than the sixth
 */
export function nestMarkdown(markdown: string, level: number): string {
  return toMarkdown(nest(parseMarkdown(markdown), level)).trim();
}

const DEEPEST = 6;

function nest<T extends Nodes>(node: T, level: number): T {
  if (node.type === 'html') return { type: 'text', value: node.value } as Nodes as T;
  if (node.type === 'heading') {
    const depth = Math.min(node.depth + level, DEEPEST) as Heading['depth'];
    return { ...node, depth, children: node.children.map((child) => nest(child, level)) };
  }
  if (!('children' in node)) return node;
  return { ...node, children: (node.children as Nodes[]).map((child) => nest(child, level)) } as T;
}
