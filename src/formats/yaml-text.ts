import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Issue } from '../domain/issue.ts';
import type { Locate, ParsedText, Path, Position } from './parsed-text.ts';

/** Longest YAML text that is read, in characters. Reading takes memory many times its size. */
export const YAML_SIZE_LIMIT = 4_000_000;

/** A comment that editors read to find the JSON Schema; the only comment of the canonical form. */
const SCHEMA_COMMENT = '# yaml-language-server: $schema=';

/** Longest text that stays on the line of its key; longer ones are folded below it. */
const INLINE_LIMIT = 80;
const LINE_WIDTH = 100;

/** Texts that another YAML reader might take for a date or a number. */
const DATE_LIKE = /^\d{4}(?:-\d\d){0,2}$/;

/**
 * Reads one YAML document into a plain value.
 *
 * @param file the name that issues carry
 * @returns the value, the place of everything in it, and all syntax errors and duplicate keys
 */
export function parseYaml(text: string, file: string): ParsedText {
  if (text.length > YAML_SIZE_LIMIT) return unreadable([tooLong(file)]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const issues: Issue[] = [...document.errors, ...document.warnings].map((error) => ({
    severity: 'error',
    file,
    path: [],
    message: error.code === 'DUPLICATE_KEY' ? 'this key stands here twice' : lowerFirst(error.message),
    cure: error.code === 'DUPLICATE_KEY' ? 'Keep one of the two.' : 'Correct the YAML syntax.',
    ...placeOf(error.pos[0]),
  }));
  if (issues.length > 0) return unreadable(issues);
  const comments = findComments(text).map((offset): Issue => ({ ...lostComment(file), ...placeOf(offset) }));
  try {
    return { value: document.toJS(), issues: comments, locate: locator(document, placeOf) };
  } catch {
    // The one thing left that throws is a text whose aliases multiply without end.
    return unreadable([tooManyAliases(file)]);
  }
}

/**
 * The one canonical text of a value: keys in the order of the value, two spaces of indent, long texts folded
 * below their key, dates in quotes.
 *
 * @param schema address of the JSON Schema, relative to the file, for editors
 */
export function formatYaml(value: unknown, schema?: string): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      if (DATE_LIKE.test(node.value)) node.type = 'QUOTE_SINGLE';
      else if (node.value !== node.value.trim()) node.type = 'QUOTE_DOUBLE';
      else if (node.value.length > INLINE_LIMIT && node.value.includes(' ')) node.type = 'BLOCK_FOLDED';
      else if (node.value.includes('\n')) node.type = 'BLOCK_FOLDED';
    },
  });
  const body = document.toString({
    indent: 2,
    lineWidth: LINE_WIDTH,
    minContentWidth: 20,
    singleQuote: true,
  });
  return schema === undefined ? body : `${SCHEMA_COMMENT}${schema}\n${body}`;
}

function locator(document: Document.Parsed, placeOf: (offset: number) => Position): Locate {
  const start = (node: unknown) =>
    isNode(node) && node.range ? placeOf((node as Node & { range: [number] }).range[0]) : undefined;
  return (path: Path, at = 'value') => {
    let holder: unknown = document.contents;
    let place = start(holder) ?? { line: 1, column: 1 };
    for (const [depth, step] of path.entries()) {
      const pair = isMap(holder)
        ? holder.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
        : undefined;
      const next: unknown = isSeq(holder) ? holder.items[Number(step)] : pair?.value;
      const last = depth === path.length - 1;
      place =
        (last && at === 'key' ? start(pair?.key) : undefined) ?? start(next) ?? start(pair?.key) ?? place;
      if (next === undefined) return place;
      holder = next;
    }
    return place;
  };
}

/** Offsets of all comments but the one that names the schema on the first line. */
function findComments(text: string): number[] {
  const found: number[] = [];
  let offset = 0;
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    // The lexer marks documents and scalars by control characters that are not part of the text.
    const isMark = token === '\u0002' || token === '\u0018' || token === '\u001f';
    if (!isMark) {
      const isSchema = offset === 0 && token.startsWith(SCHEMA_COMMENT);
      if (token.startsWith('#') && !inScalar && !isSchema) found.push(offset);
      offset += token.length;
    }
    inScalar = token === '\u001f';
  }
  return found;
}

function unreadable(issues: Issue[]): ParsedText {
  return { value: undefined, issues, locate: () => undefined };
}

function lostComment(file: string): Issue {
  return {
    severity: 'warning',
    file,
    path: [],
    message: 'this comment is not part of the data and gets lost when the file is formatted',
    cure: 'Put what matters into a "note" field.',
  };
}

function tooLong(file: string): Issue {
  const message = `the file is longer than ${YAML_SIZE_LIMIT} characters`;
  return {
    severity: 'error',
    file,
    path: [],
    message,
    cure: 'Split it, or remove what does not belong here.',
  };
}

function tooManyAliases(file: string): Issue {
  const message = 'the aliases (*name) of this file multiply without end';
  return { severity: 'error', file, path: [], message, cure: 'Write the values out.' };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
