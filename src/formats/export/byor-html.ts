import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { safeLink } from '../plain-text.ts';
import { parseMarkdown } from './trend-markdown.ts';

/** What Build Your Own Radar keeps of a description; it strips every other element. */
const KEPT = new Set([
  'b',
  'i',
  'em',
  'strong',
  'a',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'br',
  'p',
  'u',
] as const) as ReadonlySet<string>;

/** What is written without its form, by element. */
const LOST_FORMS: Readonly<Record<string, string>> = {
  ol: 'numbered lists',
  code: 'code',
  blockquote: 'quotations',
  img: 'pictures',
  hr: 'rules',
};

/** Holds nothing but other elements: white space in it is no text. */
const HOLDERS = new Set(['ul', 'ol', 'blockquote']);

/**
 * A Markdown text as HTML of the elements that Build Your Own Radar keeps, on one line; every word stays.
 *
 * @returns the HTML, and the forms that it has no elements for, such as "numbered lists"
 */
export function formatByorHtml(markdown: string): { html: string; lost: string[] } {
  const lost = new Set<string>();
  // Raw HTML in Markdown is no markup here, and what is not markup is text.
  const tree = toHast(parseMarkdown(markdown), {
    handlers: { html: (_, node: { value: string }) => ({ type: 'text', value: node.value }) },
  });
  const root: Root = {
    type: 'root',
    children: tree.type === 'root' ? keepAll(tree.children, true, lost) : [],
  };
  return { html: toHtml(root), lost: [...lost].sort() };
}

function keepAll(nodes: readonly RootContent[], holder: boolean, lost: Set<string>): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') {
      if (holder && node.value.trim() === '') return [];
      return [{ type: 'text' as const, value: node.value.replace(/\s+/g, ' ') }];
    }
    return node.type === 'element' ? keep(node, lost) : [];
  });
}

function keep(element: Element, lost: Set<string>): ElementContent[] {
  const { tagName, properties } = element;
  const form = LOST_FORMS[tagName];
  if (form !== undefined) lost.add(form);
  if (tagName === 'img') return properties.alt ? [{ type: 'text', value: String(properties.alt) }] : [];
  if (tagName === 'pre') {
    lost.add('code');
    return [make('p', breakLines(textIn(element)))];
  }
  const children = keepAll(element.children, HOLDERS.has(tagName), lost);
  if (tagName === 'ol') return [make('ul', children)];
  if (tagName === 'a') {
    const href = safeLink(String(properties.href ?? ''));
    return href === null ? children : [{ ...make('a', children), properties: { href } }];
  }
  return KEPT.has(tagName) ? [make(tagName, children)] : children;
}

function make(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function textIn(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textIn(child) : ''))
    .join('');
}

function breakLines(text: string): ElementContent[] {
  const lines = text.replace(/\n+$/, '').split('\n');
  return lines.flatMap((value, at) => [
    ...(at === 0 ? [] : [make('br', [])]),
    { type: 'text' as const, value },
  ]);
}
