import type { Issue } from '../domain/issue.ts';
import { type Locate, type ParsedText, type Path, positionAt } from './parsed-text.ts';

/** Longest JSON text that is read, in characters. */
export const JSON_SIZE_LIMIT = 20_000_000;
/** Deepest nesting that is read; a radar needs six levels. */
const DEPTH_LIMIT = 32;

/** A number, text, true, false or null, at the place where the search starts. */
const ATOM =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON texts must not hold raw control characters
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** Where a key and its value begin, as offsets into the text. */
interface Entry {
  key: number;
  value: number;
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
  const entries = new Map<string, Entry>();
  const twice: Issue[] = [];
  try {
    scanJson(json, (path, entry) => {
      const name = nameOf(path);
      if (entries.has(name)) {
        const issue = jsonIssue(file, `the key "${path.at(-1)}" stands here twice`, 'Keep one of the two.');
        twice.push({ ...issue, path: [...path], ...positionAt(json, entry.key) });
      }
      entries.set(name, entry);
    });
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return failed({ ...jsonIssue(file, error.message, error.cure), ...positionAt(json, error.offset) });
  }
  const locate: Locate = (path, at = 'value') => {
    for (let length = path.length; length >= 0; length -= 1) {
      const entry = entries.get(nameOf(path.slice(0, length)));
      if (entry) return positionAt(json, length === path.length ? entry[at] : entry.value);
    }
    return undefined;
  };
  return { value: JSON.parse(json) as unknown, issues: twice, locate };
}

/**
 * Walks strict JSON and tells of each value where it stands.
 *
 * @throws JsonError at the first character that is not JSON
 */
function scanJson(text: string, tell: (path: Path, entry: Entry) => void): void {
  let at = 0;
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
  const readAtom = (expected: string): string => {
    ATOM.lastIndex = at;
    const atom = ATOM.exec(text)?.[0] ?? fail(expected);
    at += atom.length;
    return atom;
  };
  const readItems = (close: string, readItem: (index: number) => void) => {
    if (take(close)) return;
    for (let index = 0; ; index += 1) {
      readItem(index);
      if (take(close)) return;
      if (!take(',')) fail(`"," or "${close}"`);
    }
  };
  const readValue = (key?: number) => {
    skipSpace();
    tell(path, { key: key ?? at, value: at });
    if (path.length > DEPTH_LIMIT) {
      throw new JsonError(`the data is nested deeper than ${DEPTH_LIMIT} levels`, at, 'A radar is flatter.');
    }
    if (take('[')) {
      readItems(']', (index) => {
        path.push(index);
        readValue();
        path.pop();
      });
    } else if (take('{')) {
      readItems('}', () => {
        skipSpace();
        const start = at;
        if (text.charAt(at) !== '"') fail('a key in double quotes');
        const name = JSON.parse(readAtom('a key in double quotes')) as string;
        if (!take(':')) fail('":"');
        path.push(name);
        readValue(start);
        path.pop();
      });
    } else readAtom('a value');
  };

  readValue();
  skipSpace();
  if (at < text.length) fail('the end of the file');
}

/** The depth tells the root from an empty key; the separator is one that no sane key holds. */
function nameOf(path: Path): string {
  return `${path.length} ${path.join('\u0000')}`;
}

function failed(issue: Issue): ParsedText {
  return { value: undefined, issues: [issue], locate: () => undefined };
}

function jsonIssue(file: string, message: string, cure: string): Issue {
  return { severity: 'error', file, path: [], message, cure };
}
