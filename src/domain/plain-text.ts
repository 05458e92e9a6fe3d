/** Where escaped signs of Markdown wait until its own have been taken out: a range that no script uses. */
const HIDDEN = 0xe000;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x20': ' ',
  nbsp: ' ',
};

/** Lines that are nothing but marking: fences, rules, underlined headings, the line below a table's head. */
const MARKING = /^\s*(?:`{3,}.*|~{3,}.*|(?:[-*_]\s*){3,}|=+|-+|\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?)$/;

/**
 * The words of a text in Markdown, without its marks: one line for each paragraph and item. It is made to be read, not
 * exact: what it does not know stays as it is written.
 */
export function plainText(markdown: string): string {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const { words, begins, ends } = readLine(line);
    if (words !== '' && open && !begins) paragraphs.push(`${paragraphs.pop()} ${words}`);
    else if (words !== '') paragraphs.push(words);
    open = words !== '' && !ends;
  }
  return paragraphs.map(stripInline).join('\n').trim();
}

function readLine(line: string): { words: string; begins: boolean; ends: boolean } {
  if (MARKING.test(line)) return { words: '', begins: false, ends: true };
  const quoted = line.replace(/^(?:\s{0,3}>\s?)+/, '').trim();
  const heading = /^#{1,6}\s+([^#]*(?:#+[^#\s][^#]*)*)/.exec(quoted);
  if (heading !== null) return { words: (heading[1] ?? '').trim(), begins: true, ends: true };
  const item = /^(?:[-*+]|(\d{1,9})[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/.exec(quoted);
  if (item !== null) {
    const [, number, , words = ''] = item;
    return { words: `${number === undefined ? '•' : `${number}.`} ${words}`, begins: true, ends: false };
  }
  if (quoted.startsWith('|')) {
    const cells = quoted.split('|').map((cell) => cell.trim());
    return { words: cells.filter((cell) => cell !== '').join(' · '), begins: true, ends: true };
  }
  return { words: quoted, begins: false, ends: / {2}$|\\$/.test(line) };
}

function stripInline(text: string): string {
  return text
    .split(/(`+[^`]+`+)/)
    .map((piece, at) => (at % 2 === 1 ? piece.replace(/^`+ ?| ?`+$/g, '') : stripMarks(piece)))
    .join('');
}

function stripMarks(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(HIDDEN + sign.charCodeAt(0)))
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]*)>/g, '$1')
    .replace(/(?<!\*)\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)/g, '$1')
    .replace(/\*{2,3}(?=[^\s*])([^*]*[^\s*])\*{2,3}/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])([^_]*[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/~~([^~]+)~~/g, '$1')
    .replace(/&(#x20|[a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\\$/, '')
    .replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - HIDDEN));
}
