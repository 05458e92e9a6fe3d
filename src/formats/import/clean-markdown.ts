import type { Html, Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isHttpLink } from '../../domain/schema.ts';
import {
  type CleanText,
  escapeMarkdown,
  htmlToMarkdown,
  isSilent,
  WITH_CONTENT,
} from './html-to-markdown.ts';

/** Longer texts are shown letter by letter: finding their marks takes too long. */
const LONGEST = 50_000;
/** So do texts with more signs that could mark something, or with more quotes and lists within each other. */
const MOST_MARKS = 1_500;
const NESTED = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){25}/m;
/** What one round takes out can put two halves of a tag together; few texts need a second round. */
const ROUNDS = 6;

/** A part of a text, by offsets, and what takes its place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What marks the content of an inline element in Markdown, before and after it. */
const MARKS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' };

/**
 * Takes out of Markdown that nobody trusts what a page must not show: HTML, images, and links that lead to no web
 * address. Text between tags stays, and so does everything else, letter by letter.
 */
export function cleanMarkdown(text: string): CleanText {
  const stripped = new Set<string>();
  // What stands after blanks at the start of a text is code, and without them no longer: they go first.
  let clean = text.trim();
  if (isPlainMarkdown(clean)) return { markdown: clean, stripped: [] };
  const marks = clean.split(/[[*_`<]/, MOST_MARKS).length;
  if (clean.length > LONGEST || marks >= MOST_MARKS || NESTED.test(clean))
    return { markdown: escapeMarkdown(clean), stripped: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits: Edit[] = [];
    try {
      collectEdits(fromMarkdown(clean), clean, edits, stripped);
    } catch {
      // Nested so deeply that walking it takes more memory than there is.
      break;
    }
    if (edits.length === 0) return { markdown: clean, stripped: [...stripped] };
    edits.sort((a, b) => a.start - b.start);
    clean = applyEdits(clean, edits).trim();
  }
  return { markdown: escapeMarkdown(clean), stripped: [...stripped] };
}

/** A link to a web address of the plainest kind, whose signs can be part of nothing else. */
const PLAIN_LINK = /(^|[^!\\\]])\[[^[\]<`\\\n]{0,500}\]\((https?:\/\/[^\s<>()[\]\\`"']{1,2000})\)/g;

/** Whether Markdown has nothing in it that could have to go: then cleaning it takes no time. */
export function isPlainMarkdown(text: string): boolean {
  if (!/[<[]/.test(text)) return true;
  if (text.includes('<')) return false;
  const rest = text.replace(PLAIN_LINK, (link, before: string, url: string) =>
    isHttpLink(url) ? before : link,
  );
  return !rest.includes('[');
}

/** Collects what has to go, in any order. What stands inside of an edited part waits for the next round. */
function collectEdits(node: Nodes, text: string, edits: Edit[], stripped: Set<string>): void {
  const { start, end } = spanOf(node);
  if (node.type === 'html') {
    const html = htmlToMarkdown(node.value);
    for (const name of html.stripped) stripped.add(name);
    // Blocks stand alone, whatever comes to stand beside them.
    edits.push({ start, end, text: html.markdown });
  } else if (node.type === 'image' || node.type === 'imageReference') {
    stripped.add('img');
    edits.push({ start, end, text: escapeMarkdown(node.alt ?? '') });
  } else if (node.type === 'link' && !isHttpLink(node.url)) {
    stripped.add('a[href]');
    const first = node.children[0];
    const last = node.children.at(-1);
    const label = first && last ? text.slice(spanOf(first).start, spanOf(last).end) : '';
    edits.push({ start, end, text: label });
  } else if (node.type === 'definition' && !isHttpLink(node.url)) {
    stripped.add('a[href]');
    edits.push({ start, end, text: '' });
  } else if ('children' in node) {
    const inline = isPhrasing(node) ? collectInline(node, text, edits, stripped) : new Set<Nodes>();
    for (const child of node.children) {
      if (!inline.has(child)) collectEdits(child, text, edits, stripped);
    }
  }
}

/**
 * Inline tags: each is a node of its own, before and after what it holds.
 *
 * @returns the nodes that are dealt with
 */
function collectInline(node: Parents, text: string, edits: Edit[], stripped: Set<string>): Set<Nodes> {
  const done = new Set<Nodes>();
  for (const [index, child] of node.children.entries()) {
    if (child.type !== 'html' || done.has(child)) continue;
    done.add(child);
    const { start, end } = spanOf(child);
    const tag = tagOf(child);
    const close = tag.isOpen
      ? node.children.slice(index + 1).find((later) => later.type === 'html' && closes(later, tag.name))
      : undefined;
    if (tag.isOpen && WITH_CONTENT.includes(tag.name)) {
      stripped.add(tag.name);
      const last = close ?? node.children.at(-1) ?? child;
      const nodes: readonly Nodes[] = node.children;
      for (const inside of nodes.slice(index, nodes.indexOf(last) + 1)) done.add(inside);
      edits.push({ start, end: spanOf(last).end, text: '' });
      continue;
    }
    const [before, after] = marksOf(tag, child, text.slice(end, close ? spanOf(close).start : end), stripped);
    if (tag.name === 'br') {
      // A line break would end a heading, or the row of a table.
      const line = text.slice(text.lastIndexOf('\n', start) + 1, end);
      edits.push({ start, end, text: node.type === 'heading' || line.includes('|') ? ' ' : '\\\n' });
    } else edits.push({ start, end, text: before });
    if (close === undefined) continue;
    done.add(close);
    edits.push({ ...spanOf(close), text: after });
  }
  return done;
}

/** What stands for a tag and the one that closes it; names what is lost. */
function marksOf(tag: Tag, node: Html, content: string, stripped: Set<string>): [string, string] {
  for (const [, name = ''] of node.value.matchAll(/[\s/"'](on[a-z]+)\s*=/gi))
    stripped.add(name.toLowerCase());
  const isTight = content !== '' && content === content.trim();
  const mark = MARKS[tag.name];
  if (mark !== undefined) return isTight ? [mark, mark] : ['', ''];
  if (tag.name === 'a') {
    const [, url] = /\shref\s*=\s*["']?([^\s"'<>()]+)/i.exec(node.value) ?? [];
    if (url !== undefined && isHttpLink(url) && isTight) return ['[', `](${url})`];
    if (tag.isOpen) stripped.add('a[href]');
  } else if (tag.name === '') stripped.add('comment');
  else if (tag.name !== 'br' && tag.isOpen && !isSilent(tag.name)) stripped.add(tag.name);
  return ['', ''];
}

interface Tag {
  /** In lower case; empty for a comment, a declaration or the like. */
  name: string;
  isOpen: boolean;
}

function tagOf(node: Html): Tag {
  const [, slash, name = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(node.value) ?? [];
  return { name: name.toLowerCase(), isOpen: slash === '' && name !== '' };
}

function closes(node: Html, name: string): boolean {
  const tag = tagOf(node);
  return !tag.isOpen && tag.name === name;
}

function isPhrasing(node: Nodes): node is Parents {
  return ['paragraph', 'heading', 'emphasis', 'strong', 'link', 'linkReference'].includes(node.type);
}

function spanOf(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
