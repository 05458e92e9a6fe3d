import type { Issue } from '../../domain/issue.ts';

/**
 * A radar of 5000 trends stays far below each. What reads YAML takes time by the square of most of these, and runs out of
 * memory where thousands of lists lie within each other.
 */
const MOST_LEVELS = 100;
const MOST_VALUES = 60_000;
const MOST_KEYS = 2_000;
const MOST_ALIASES = 200;
const MOST_LOOSE = 500;

/** The start of a line: its indent, the marks of items, and a key. */
const LINE =
  /^( *)((?:[-?:][ \t]+)*)((?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'#[\]{},&*!|>%@`][^\n:]{0,200})[ \t]*:(?=[ \t\r]|$)[ \t]*)?/;
/** Where a list or record in brackets begins: nowhere but in front of all words of a value. */
const BRACKET = /^(?:[&!]\S*[ \t]+)*[[{]/;
const ALIAS = /(?:^|[-:,[{?])[ \t]*\*[\w.-]+[ \t\r]*(?=$|[,\]}#:])/g;

interface Bracket {
  isRecord: boolean;
  commas: number;
}

/** Why YAML is not worth being read, found in one pass: nobody keeps a radar so; null where it may be read. */
export function checkYaml(text: string, file: string): Issue | null {
  /** Indents of the blocks that are open, each with the number of its keys. */
  const blocks: { indent: number; keys: number }[] = [];
  const flow = buildFlow();
  let [values, aliases, loose] = [0, 0, 0];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [head = '', blanks = '', items = '', key] = LINE.exec(line) ?? [];
    const marks = items.replace(/[ \t]/g, '').length;
    const indent = blanks.length + items.length;
    while ((blocks.at(-1)?.indent ?? -1) > (marks > 0 ? blanks.length : indent)) blocks.pop();
    const open = blocks.at(-1);
    const block = open?.indent === indent ? open : { indent, keys: 0 };
    if (block !== open) blocks.push(block);
    if (key !== undefined) block.keys += 1;
    const isComment = line.startsWith('#', blanks.length);
    if (head === '' && !isComment && !flow.isOpen() && !BRACKET.test(line)) loose += 1;
    values += marks + (key === undefined && !isComment ? 0 : 1) + line.split(',').length - 1;
    if (line.includes('*')) aliases += line.match(ALIAS)?.length ?? 0;
    const rest = flow.isOpen() ? line : line.slice(head.length);
    const keys = flow.isOpen() || BRACKET.test(rest) ? flow.read(rest) : 0;
    const what =
      blocks.length + marks > MOST_LEVELS || keys === null
        ? `it is nested deeper than ${MOST_LEVELS} levels`
        : Math.max(block.keys, keys) > MOST_KEYS
          ? `one record has more than ${MOST_KEYS} keys`
          : values > MOST_VALUES
            ? `it holds more than ${MOST_VALUES} values`
            : aliases > MOST_ALIASES
              ? `it holds more than ${MOST_ALIASES} aliases (*name)`
              : loose > MOST_LOOSE
                ? `more than ${MOST_LOOSE} of its lines are neither keys nor items`
                : null;
    if (what === null) continue;
    const cure = 'A radar is plainer: save it again with the program that made it.';
    return { severity: 'error', file, path: [], message: what, cure, line: at + 1, column: 1 };
  }
  return null;
}

/** What follows lists and records in brackets from line to line. */
function buildFlow(): { isOpen: () => boolean; read: (line: string) => number | null } {
  const open: Bracket[] = [];
  let quote = '';
  /** @returns the most keys of a record so far; null where brackets lie too deep within each other */
  const read = (line: string): number | null => {
    let most = 0;
    let isStart = true;
    for (let at = 0; at < line.length; at += 1) {
      const sign = line.charAt(at);
      if (quote !== '') {
        if (sign === '\\' && quote === '"') at += 1;
        else if (sign === quote) quote = '';
        continue;
      }
      if (sign === '#' && (at === 0 || /\s/.test(line.charAt(at - 1)))) break;
      if ((sign === '"' || sign === "'") && isStart) quote = sign;
      else if (sign === '[' || sign === '{') open.push({ isRecord: sign === '{', commas: 0 });
      else if (sign === ']' || sign === '}') open.pop();
      const last = open.at(-1);
      if (sign === ',' && last?.isRecord) last.commas += 1;
      most = Math.max(most, last?.commas ?? 0);
      if (open.length > MOST_LEVELS) return null;
      isStart = /[[{,:]/.test(sign) || (isStart && /\s/.test(sign));
    }
    return most;
  };
  return { isOpen: () => open.length > 0, read };
}
