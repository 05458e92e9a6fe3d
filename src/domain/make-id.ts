import { isId } from './schema.ts';

/** Longest id that is made of a name, in characters; an id that the file gives stays whole. */
const ID_LENGTH = 60;

/** Latin letters that Unicode does not take apart into a letter and an accent, as they are spelled out. */
export const SPELLED_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

const SPELLED: Readonly<Record<string, string>> = {
  ...SPELLED_LETTERS,
  '&': ' and ',
  '+': ' plus ',
  '#': ' sharp ',
};

/**
 * An id for a name: its Latin letters and digits in lower case, joined by hyphens, so that the same name always gives
 * the same id. What is an id already stays as it is; a name in another script gives `<kind>-<hash>`.
 *
 * @param taken ids that are in use already; a name whose id is among them gets a number
 * @param kind what is named, for names that have no Latin letter or digit
 */
export function idFrom(name: string, taken: ReadonlySet<string>, kind = 'trend'): string {
  const id = isId(name) ? name : spellId(name) || `${kind}-${hashName(name)}`;
  return taken.has(id) ? `${id}-${freeNumber((number) => taken.has(`${id}-${number}`))}` : id;
}

/**
 * A number from 2 on that is free: the least where the taken ones have no gap. It asks few times also where thousands
 * are taken.
 */
export function freeNumber(isTaken: (number: number) => boolean): number {
  let free = 2;
  while (isTaken(free)) free *= 2;
  // Below 2 all numbers count as taken.
  let taken = Math.floor(free / 2);
  while (free - taken > 1) {
    const middle = Math.floor((free + taken) / 2);
    if (isTaken(middle)) taken = middle;
    else free = middle;
  }
  return free;
}

function spellId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
  const spelled = plain.replace(/[ßæœøđðłıþ&+#]/g, (letter) => SPELLED[letter] ?? '');
  const id = spelled
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (id.length <= ID_LENGTH) return id;
  const cut = id.slice(0, ID_LENGTH + 1);
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : id.slice(0, ID_LENGTH);
}

/** FNV-1a over the code units, as letters and digits. */
function hashName(name: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
