import { strFromU8 } from 'fflate';
import { damagedFailure, emptyFailure, PACKED_LIMIT, SnapshotFailure, tooLargeFailure } from './snapshot.ts';

/** Longest SVG that is read, in characters. */
const SVG_LIMIT = 30_000_000;
const NAMESPACE = 'urn:trend-radar:snapshot:1';
const NAMESPACE_GIVEN = new RegExp(`\\sxmlns(?::[\\w.-]+)?\\s*=\\s*["']${NAMESPACE}["']`);
/** Longest tag that can be ours: other programs write it with a prefix, never with much more. */
const LONGEST_TAG = 500;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
/** The value of the digit that fills up the last group. */
const PADDING = 64;

/** A tag, with the offsets of its `<` and of what follows its `>`. */
interface Tag {
  kind: 'open' | 'close' | 'empty';
  /** Without the prefix of its namespace. */
  name: string;
  start: number;
  end: number;
}

/** The element that holds a snapshot. */
interface Holder {
  open: Tag;
  close: Tag;
}

/**
 * Writes a packed snapshot into an SVG, right behind its first tag; it takes the place of one that is there.
 *
 * @throws SnapshotFailure for a text that is not a whole SVG
 */
export function addToSvg(svg: string, packed: Uint8Array): string {
  const { root, holder } = readSvg(svg);
  const added = `<radar xmlns="${NAMESPACE}">${formatBase64(packed)}</radar>`;
  if (holder !== null) return svg.slice(0, holder.open.start) + added + svg.slice(holder.close.end);
  const metadata = `<metadata>${added}</metadata>`;
  const [head, rest] = [svg.slice(0, root.end), svg.slice(root.end)];
  return root.kind === 'empty' ? `${head.slice(0, -2)}>${metadata}</svg>${rest}` : head + metadata + rest;
}

/**
 * The packed snapshot that an SVG carries.
 *
 * @throws SnapshotFailure for what is no SVG, one without a snapshot, and one that is damaged or too large
 */
export function readFromSvg(svg: string): Uint8Array<ArrayBuffer> {
  const { holder } = readSvg(svg);
  if (holder === null) throw emptyFailure();
  const digits = svg.slice(holder.open.end, holder.close.start).replace(/\s+/g, '');
  if (digits.length > Math.ceil(PACKED_LIMIT / 3) * 4) throw tooLargeFailure();
  return parseBase64(digits);
}

/**
 * Finds the element that holds a snapshot, in the metadata of the picture itself. It walks the picture to its end,
 * so that one of which a part is missing is never taken for a whole one.
 */
function readSvg(svg: string): { root: Tag; holder: Holder | null } {
  if (svg.length > SVG_LIMIT) {
    throw new SnapshotFailure({
      reason: `The picture is larger than ${SVG_LIMIT / 1_000_000} MB`,
      cure: 'Use the original file: a picture of a radar is smaller than that.',
    });
  }
  if (!/^[\uFEFF \t\r\n]{0,100}</.test(svg)) throw notSvgFailure(svg);
  const tags = walkTags(svg);
  const root = tags.next().value;
  if (root?.name !== 'svg' || root.kind === 'close') throw notSvgFailure(svg);
  let holder: Holder | null = null;
  const path = root.kind === 'open' ? [root] : [];
  while (path.length > 0) {
    const tag = tags.next().value;
    if (tag === undefined) throw endsEarlyFailure();
    if (tag.kind === 'open') path.push(tag);
    if (tag.kind !== 'close') continue;
    const open = path.pop();
    if (open?.name !== tag.name) throw damagedFailure('its tags do not match');
    const isInMetadata = path.length === 2 && path[1]?.name === 'metadata';
    if (isInMetadata && holder === null && isOurs(svg, open)) holder = { open, close: tag };
  }
  return { root, holder };
}

function isOurs(svg: string, { name, start, end }: Tag): boolean {
  return name === 'radar' && end - start < LONGEST_TAG && NAMESPACE_GIVEN.test(svg.slice(start, end));
}

/**
 * The tags of an XML text in their order, in time that its length decides. What only looks like a tag is passed
 * over: in comments, in character data, in the values of attributes and before the root.
 *
 * @throws SnapshotFailure where one of these does not end
 */
function* walkTags(text: string): Generator<Tag, undefined> {
  for (let start = text.indexOf('<'); start !== -1; ) {
    let end: number;
    if (text.startsWith('<!--', start)) end = endOf(text, '-->', start + 4);
    else if (text.startsWith('<![CDATA[', start)) end = endOf(text, ']]>', start + 9);
    else if (text.startsWith('<?', start)) end = endOf(text, '?>', start + 2);
    else if (text.startsWith('<!', start)) end = endOfDeclaration(text, start + 2);
    else {
      end = endOfTag(text, start + 1);
      const isClose = text.charAt(start + 1) === '/';
      const isEmpty = !isClose && text.charAt(end - 2) === '/';
      const name = nameAt(text, start + (isClose ? 2 : 1));
      yield { kind: isClose ? 'close' : isEmpty ? 'empty' : 'open', name, start, end };
    }
    start = text.indexOf('<', end);
  }
}

/** The offset behind the next `mark`. */
function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at === -1) throw endsEarlyFailure();
  return at + mark.length;
}

/** The offset behind a tag; a value in quotes may hold any mark. */
function endOfTag(text: string, from: number): number {
  const marks = /["'>]/g;
  for (marks.lastIndex = from; ; ) {
    const mark = marks.exec(text)?.[0];
    if (mark === undefined) throw endsEarlyFailure();
    if (mark === '>') return marks.lastIndex;
    marks.lastIndex = endOf(text, mark, marks.lastIndex);
  }
}

/** The offset behind a declaration such as the document type, which may hold others in brackets. */
function endOfDeclaration(text: string, from: number): number {
  const marks = /["'>[\]]|<!--/g;
  let depth = 0;
  for (marks.lastIndex = from; ; ) {
    const mark = marks.exec(text)?.[0];
    if (mark === undefined) throw endsEarlyFailure();
    if (mark === '[') depth += 1;
    else if (mark === ']') depth -= 1;
    else if (mark === '<!--') marks.lastIndex = endOf(text, '-->', marks.lastIndex);
    else if (mark !== '>') marks.lastIndex = endOf(text, mark, marks.lastIndex);
    else if (depth <= 0) return marks.lastIndex;
  }
}

function nameAt(text: string, from: number): string {
  const letters = /[^\s<>/"'=]*/y;
  letters.lastIndex = from;
  const name = letters.exec(text)?.[0] ?? '';
  return name.slice(name.indexOf(':') + 1);
}

function formatBase64(bytes: Uint8Array): string {
  const digits = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, at = 0; from < bytes.length; from += 3, at += 4) {
    const group = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    for (let digit = 0; digit < 4; digit += 1) {
      digits[at + digit] = DIGITS.charCodeAt((group >> (18 - 6 * digit)) & 63);
    }
  }
  const padding = (3 - (bytes.length % 3)) % 3;
  return strFromU8(digits.fill(DIGITS.charCodeAt(PADDING), digits.length - padding), true);
}

/** @throws SnapshotFailure for anything but whole groups of digits */
function parseBase64(digits: string): Uint8Array<ArrayBuffer> {
  const padding = digits.endsWith('==') ? 2 : digits.endsWith('=') ? 1 : 0;
  const count = digits.length - padding;
  if (digits.length % 4 !== 0) throw changedFailure();
  const bytes = new Uint8Array((digits.length / 4) * 3);
  for (let index = 0, at = 0, group = 0; index < digits.length; index += 1) {
    const value = VALUES[digits.charCodeAt(index)] ?? -1;
    if (value < 0 || (value === PADDING && index < count)) throw changedFailure();
    group = (group << 6) | (value & 63);
    if (index % 4 !== 3) continue;
    bytes[at] = group >> 16;
    bytes[at + 1] = group >> 8;
    bytes[at + 2] = group;
    at += 3;
    group = 0;
  }
  return bytes.subarray(0, bytes.length - padding);
}

/** What each digit stands for, by its character code; -1 for other characters. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)));

function notSvgFailure(text: string): SnapshotFailure {
  const start = text.slice(0, 500).trimStart().toLowerCase();
  if (start === '') {
    return new SnapshotFailure({
      reason: 'The file is empty',
      cure: 'Download or copy it again, or ask for the original.',
    });
  }
  const isPage = /^<!doctype html|^<html/.test(start);
  const likeness = isPage ? 'a web page' : /^[{[]/.test(start) ? 'JSON' : null;
  return new SnapshotFailure({
    reason: `The file is not an SVG picture${likeness === null ? '' : `: it looks like ${likeness}`}`,
    cure: isPage
      ? 'Save the picture itself, not the page that shows it: its name ends in .radar.svg.'
      : 'Choose a picture that ends in .radar.svg. The name of a radar file ends in .radar.json.',
  });
}

function endsEarlyFailure(): SnapshotFailure {
  return damagedFailure('it ends too early');
}

function changedFailure(): SnapshotFailure {
  return damagedFailure('its data changed on the way');
}
