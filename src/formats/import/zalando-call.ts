const CALL = /\bradar_visualization\s?\(\s{0,100}(?=\{)/;
const OPEN = '{[(';
const CLOSE = '}])';

/** Whether a script or page hands values to the radar of Zalando. */
export function hasCall(text: string): boolean {
  return CALL.test(text);
}

/**
 * The values that a script or page hands to the radar of Zalando, up to the bracket that closes them. Nothing is run:
 * it is a text to be read as data. Line breaks stand in for what was before, so that lines count as in the script.
 */
export function findCall(text: string): string {
  const match = CALL.exec(text);
  if (match === null) return '';
  const start = match.index + match[0].length;
  const mark = /["'`]|[{}[\]()]/g;
  mark.lastIndex = start;
  let depth = 0;
  let end = text.length;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const sign = found[0];
    if (OPEN.includes(sign)) depth += 1;
    else if (CLOSE.includes(sign)) depth -= 1;
    else mark.lastIndex = findQuote(text, sign, mark.lastIndex);
    if (depth > 0) continue;
    end = mark.lastIndex;
    break;
  }
  const breaks = text.slice(0, start).replace(/\r\n?/g, '\n').split('\n').length - 1;
  return '\n'.repeat(breaks) + text.slice(start, end);
}

/** Where a text in quotes ends, or everything. */
function findQuote(text: string, quote: string, from: number): number {
  let at = text.indexOf(quote, from);
  while (at !== -1 && isEscaped(text, at, from)) at = text.indexOf(quote, at + 1);
  return at === -1 ? text.length : at + 1;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - slashes > from && text.charAt(at - slashes - 1) === '\\') slashes += 1;
  return slashes % 2 === 1;
}
