import type { Issue } from '../domain/issue.ts';
import { buildPositions, type Locate, type ParsedText, type Path } from './parsed-text.ts';

/** Longest JSON text that is read, in characters. */
export const JSON_SIZE_LIMIT = 20_000_000;
/** Deepest nesting that is read; a radar needs six levels. */
const DEPTH_LIMIT = 32;

/** Most values that are read, each key's and each list item's counted; a radar of 1000 trends holds 150,000. */
const VALUE_LIMIT = 1_000_000;

/** A number, true, false or null, at the place where the search starts. */
const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** A run of plain characters or an escape. One pattern for a whole text would exhaust the engine on a long one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON texts must not hold raw control characters
const TEXT_PIECE = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const SPACE = /[ \t\n\r]*/y;

/** Where a key and its value begin, as offsets into the text, and what the value holds by key or list position. */
interface Entry {
  key: number;
  value: number;
  held: Map<string | number, Entry> | null;
}

class JsonError extends Error {
  constructor(
    message: string,
    readonly offset: number,
    readonly cure: string,
  ) {
    super(message);
  }
}

/**
 * Reads JSON into a plain value, strictly: a key that stands twice in one object is an error, where
 * `JSON.parse` alone would drop the first without a word.
 *
 * Places are found without a library, so that a page which reads a radar file does not load one for it; and
 * they do not depend on how a browser words its errors.
 *
 * @param file the name that issues carry
 */
export function parseJson(text: string, file: string): ParsedText {
  if (text.length > JSON_SIZE_LIMIT) {
    const message = `the file is longer than ${JSON_SIZE_LIMIT} characters`;
    return failed({ ...jsonIssue(file, message, 'Remove what does not belong to the radar.') });
  }
  // Editors on some systems write this invisible mark at the start of a file; JSON does not allow it.
  const json = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const positionOf = buildPositions(json);
  const twice: Issue[] = [];
  let root: Entry;
  try {
    root = scanJson(json, (path, key) => {
      const issue = jsonIssue(file, `the key "${path.at(-1)}" stands here twice`, 'Keep one of the two.');
      twice.push({ ...issue, path: [...path], ...positionOf(key) });
    });
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return failed({ ...jsonIssue(file, error.message, error.cure), ...positionOf(error.offset) });
  }
  const locate: Locate = (path, at = 'value') => {
    let entry = root;
    for (const step of path) {
      const next = entry.held?.get(step);
      if (next === undefined) return positionOf(entry.value);
      entry = next;
    }
    return positionOf(entry[at]);
  };
  return { value: JSON.parse(json) as unknown, issues: twice, locate };
}

/**
 * Walks strict JSON and answers where each value stands.
 *
 * @param tellTwice is told of each key that its object holds already, by path and offset
 * @throws JsonError at the first character that is not JSON
 */
function scanJson(text: string, tellTwice: (path: Path, key: number) => void): Entry {
  let at = 0;
  let count = 0;
  const path: (string | number)[] = [];

  const skipSpace = () => {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
  };
  const fail = (expected: string): never => {
    const found = at >= text.length ? 'the file ends' : `there is ${JSON.stringify(text.charAt(at))}`;
    throw new JsonError(`${found} where ${expected} belongs`, at, 'Correct the JSON syntax.');
  };
  const take = (character: string): boolean => {
    skipSpace();
    if (text.charAt(at) !== character) return false;
    at += 1;
    return true;
  };
  const readAtom = () => {
    ATOM.lastIndex = at;
    at += ATOM.exec(text)?.[0].length ?? fail('a value');
  };
  const readText = (expected: string) => {
    if (text.charAt(at) !== '"') fail(expected);
    TEXT_PIECE.lastIndex = at + 1;
    let end = at + 1;
    while (TEXT_PIECE.test(text)) end = TEXT_PIECE.lastIndex;
    if (text.charAt(end) !== '"') fail(expected);
    at = end + 1;
  };
  const readItems = (close: string, readItem: (index: number) => void) => {
    if (take(close)) return;
    for (let index = 0; ; index += 1) {
      readItem(index);
      if (take(close)) return;
      if (!take(',')) fail(`"," or "${close}"`);
    }
  };
  const readHeld = (held: Map<string | number, Entry>, step: string | number, key?: number) => {
    path.push(step);
    if (key !== undefined && held.has(step)) tellTwice(path, key);
    held.set(step, readValue(key));
    path.pop();
  };
  const readValue = (key?: number): Entry => {
    skipSpace();
    const entry: Entry = { key: key ?? at, value: at, held: null };
    if (path.length > DEPTH_LIMIT) {
      throw new JsonError(`the data is nested deeper than ${DEPTH_LIMIT} levels`, at, 'A radar is flatter.');
    }
    count += 1;
    if (count > VALUE_LIMIT) {
      throw new JsonError(`the file holds more than ${VALUE_LIMIT} values`, at, 'A radar holds far fewer.');
    }
    if (take('[')) {
      const held = new Map<string | number, Entry>();
      entry.held = held;
      readItems(']', (index) => readHeld(held, index));
    } else if (take('{')) {
      const held = new Map<string | number, Entry>();
      entry.held = held;
      readItems('}', () => {
        skipSpace();
        const start = at;
        readText('a key in double quotes');
        const name = JSON.parse(text.slice(start, at)) as string;
        if (!take(':')) fail('":"');
        readHeld(held, name, start);
      });
    } else if (text.charAt(at) === '"') readText('a value');
    else readAtom();
    return entry;
  };

  const root = readValue();
  skipSpace();
  if (at < text.length) fail('the end of the file');
  return root;
}

function failed(issue: Issue): ParsedText {
  return { value: undefined, issues: [issue], locate: () => undefined };
}

function jsonIssue(file: string, message: string, cure: string): Issue {
  return { severity: 'error', file, path: [], message, cure };
}
