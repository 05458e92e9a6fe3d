import type { Element, Nodes, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes as MarkdownNodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { isHttpLink } from '../../domain/schema.ts';

/** A text without any HTML, and what of it went. */
export interface CleanText {
  /** Markdown whose links are http or https; without images and HTML. */
  markdown: string;
  /** Names of the elements and attributes that were left out, in the order of the text, each once. */
  stripped: string[];
}

/** Longer texts, and those of more or deeper tags, lose all their tags: building a tree of them takes too long. */
const LONGEST = 100_000;
const MOST_TAGS = 2_000;
const DEEPEST = 40;

/** Elements that Markdown can say. */
const KEPT = [
  ...['a', 'b', 'strong', 'i', 'em', 'del', 's', 'code', 'pre', 'br', 'hr', 'p', 'blockquote'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];
/** Elements that only part what they hold from what is beside them. */
const BLOCKS = ['div', 'section', 'article', 'header', 'footer', 'main', 'center'];
/** Elements that say nothing themselves: that they go is no loss. */
const SILENT = new Set([
  ...BLOCKS,
  ...['span', 'html', 'head', 'body', 'wbr'],
  ...['colgroup', 'col', 'font', 'tt', 'big', 'small', 'nobr'],
]);
/** Elements whose content goes with them, since it is no text to be read. */
export const WITH_CONTENT: readonly string[] = [
  ...['script', 'style', 'template', 'svg', 'math', 'iframe', 'object', 'embed', 'applet', 'noembed'],
  ...['noframes', 'noscript', 'title', 'select', 'textarea', 'audio', 'video', 'canvas', 'head'],
];

const SCHEMA: Schema = {
  tagNames: [...KEPT, ...BLOCKS],
  strip: [...WITH_CONTENT],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https'] },
  ancestors: {
    li: ['ul', 'ol'],
    caption: ['table'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  allowComments: false,
  allowDoctypes: false,
};

/** What could be or become a mark in HTML or Markdown: any other text is the same in both. */
const NO_LETTER_FIRST = /^[^\p{L}]/u;
const MARKS = /[^\p{L}\p{N} \t\r\n,.;:!?'"()%/–—‘’“”…-]|:\/|w\.[\w.-]/iu;

/** Whether HTML has no tags and signs, so that turning it into Markdown takes no time. */
export function isPlainHtml(html: string): boolean {
  return !NO_LETTER_FIRST.test(html) && !MARKS.test(html);
}

/** Turns HTML that nobody trusts into Markdown. What Markdown cannot say goes and is named; its text stays. */
export function htmlToMarkdown(html: string): CleanText {
  if (isPlainHtml(html)) return { markdown: html.replace(/[ \t\r\n]+/g, ' ').trim(), stripped: [] };
  const tags = html.split('<', MOST_TAGS).length;
  if (html.length > LONGEST || tags >= MOST_TAGS || isDeep(html)) return stripTags(html);
  const tree = fromHtml(html, { fragment: true });
  const stripped = new Set<string>();
  nameStripped(tree, stripped);
  const safe = sanitize(tree, SCHEMA) as Root;
  unlink(safe);
  return { markdown: formatMarkdown(toMdast(safe, { checked: '', unchecked: '' })), stripped: [...stripped] };
}

/** Elements that nothing is in, or that end where the next of their kind begins. */
const FLAT = new Set([
  ...['br', 'hr', 'img', 'wbr', 'input', 'link', 'meta', 'col', 'area', 'base', 'embed', 'source', 'track'],
  ...['p', 'li', 'td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'dd', 'dt', 'option'],
]);

/** Whether more elements are open at once than a text has that someone wrote. */
function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
    if (FLAT.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Whether an element is known here and needs no mention when it goes. */
export function isSilent(name: string): boolean {
  return SILENT.has(name);
}

/** The text of what looks like HTML, as a single paragraph in which nothing is marked up. */
export function stripTags(html: string): CleanText {
  const stripped = new Set<string>();
  const text = html.replace(/<[!/?]?([a-z][\w-]*)?[^<>]*>?/gi, (_, name: string | undefined) => {
    if (name !== undefined && !isSilent(name.toLowerCase())) stripped.add(name.toLowerCase());
    return ' ';
  });
  return { markdown: escapeMarkdown(text.replace(/\s+/g, ' ').trim()), stripped: [...stripped] };
}

/** A text as Markdown that shows it letter by letter: no tag, link, image or entity is found in it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\<>[\]!&`*_#|~]/g, '\\$&');
}

function formatMarkdown(tree: MarkdownNodes): string {
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    resourceLink: true,
    extensions: [gfmToMarkdown()],
  }).trim();
}

/** What will go: elements that are not kept, addresses that are no links, and code in attributes. */
function nameStripped(node: Nodes, stripped: Set<string>): void {
  if (node.type === 'comment') stripped.add('comment');
  if (node.type === 'element') {
    const name = node.tagName.toLowerCase();
    if (!KEPT.includes(name) && !isSilent(name)) stripped.add(name);
    if (name === 'a' && hrefOf(node) === null && node.properties.href !== undefined) stripped.add('a[href]');
    for (const key of Object.keys(node.properties)) {
      if (/^on/i.test(key)) stripped.add(key.toLowerCase());
    }
    if (WITH_CONTENT.includes(name)) return;
  }
  if ('children' in node) for (const child of node.children) nameStripped(child, stripped);
}

/** Puts the content of each link without a web address in its place. */
function unlink(node: Root | Element): void {
  const children: readonly RootContent[] = node.children;
  node.children = children.flatMap((child): readonly RootContent[] => {
    if (child.type !== 'element') return [child];
    unlink(child);
    if (child.tagName !== 'a') return [child];
    const href = hrefOf(child);
    if (href === null) return child.children;
    child.properties = { href };
    return [child];
  }) as Element['children'];
}

/** The web address of a link, or null where it has none. */
function hrefOf(link: Element): string | null {
  const { href } = link.properties;
  const address = typeof href === 'string' ? href.trim() : '';
  return isHttpLink(address) ? address : null;
}
