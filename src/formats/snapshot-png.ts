import { strFromU8, strToU8 } from 'fflate';
import { crc32 } from './crc32.ts';
import { damagedFailure, emptyFailure, PACKED_LIMIT, SnapshotFailure, tooLargeFailure } from './snapshot.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Each chunk has its length and type before its data, and a checksum after. */
const BEFORE = 8;
const AROUND = 12;
/** Keyword, compressed, method 0, no language, no translated keyword: what an iTXt chunk holds before its text. */
const TEXT_HEAD = strToU8('trend-radar\u0000\u0001\u0000\u0000\u0000');
const KEYWORD_LENGTH = 'trend-radar\u0000'.length;

interface Chunk {
  type: string;
  /** Offsets of the whole chunk, checksum included. */
  start: number;
  end: number;
}

/**
 * Writes the resolution into a PNG, and a packed snapshot where there is one, right behind the header; those that
 * are there already go. Pixels stay as they are.
 *
 * @param options.pixelsPerMetre more than zero; rounded to whole pixels
 * @throws SnapshotFailure for bytes that are not a whole PNG
 */
export function addToPng(
  png: Uint8Array,
  options: { packed: Uint8Array | null; pixelsPerMetre: number },
): Uint8Array<ArrayBuffer> {
  const [header, ...others] = readChunks(png);
  if (header === undefined) throw damagedFailure('it has no content');
  const kept = others.filter((chunk) => chunk.type !== 'pHYs' && !isOurs(png, chunk));
  return join([
    png.subarray(0, header.end),
    buildChunk('pHYs', formatResolution(options.pixelsPerMetre)),
    ...(options.packed === null ? [] : [buildChunk('iTXt', join([TEXT_HEAD, options.packed]))]),
    ...kept.map((chunk) => png.subarray(chunk.start, chunk.end)),
  ]);
}

/**
 * The packed snapshot that a PNG carries.
 *
 * @throws SnapshotFailure for what is no PNG, one without a snapshot, and one that is damaged or too large
 */
export function readFromPng(png: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunks = readChunks(png);
  const texts = chunks.filter((chunk) => chunk.type === 'iTXt');
  const ours = texts.find((chunk) => isOurs(png, chunk));
  if (ours === undefined) {
    // A keyword that changed on the way looks like the text of another program.
    if (texts.some((chunk) => !isSound(png, chunk))) throw changedFailure();
    throw emptyFailure();
  }
  const from = ours.start + BEFORE;
  if (ours.end - ours.start > PACKED_LIMIT + TEXT_HEAD.length + AROUND) throw tooLargeFailure();
  if (!isSound(png, ours) || !startsWith(png, TEXT_HEAD, from)) throw changedFailure();
  return png.slice(from + TEXT_HEAD.length, ours.end - 4);
}

/** All chunks of a whole PNG. What follows its end is left out. */
function readChunks(png: Uint8Array): Chunk[] {
  if (!startsWith(png, SIGNATURE, 0)) throw notPngFailure(png);
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let start = SIGNATURE.length; ; ) {
    if (start + AROUND > png.length) throw endsEarlyFailure();
    const end = start + AROUND + view.getUint32(start);
    const type = strFromU8(png.subarray(start + 4, start + BEFORE), true);
    if ((type === 'IHDR') !== (chunks.length === 0)) throw damagedFailure('its parts are out of order');
    if (end > png.length) throw endsEarlyFailure();
    chunks.push({ type, start, end });
    if (type === 'IEND') return chunks;
    start = end;
  }
}

function isOurs(png: Uint8Array, { type, start, end }: Chunk): boolean {
  const long = end - start >= AROUND + KEYWORD_LENGTH;
  return long && type === 'iTXt' && startsWith(png, TEXT_HEAD.subarray(0, KEYWORD_LENGTH), start + BEFORE);
}

/** Whether a chunk's checksum, taken over its type and data, is right. */
function isSound(png: Uint8Array, { start, end }: Chunk): boolean {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return view.getUint32(end - 4) === crc32(png.subarray(start + 4, end - 4));
}

function buildChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(AROUND + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(strToU8(type), 4);
  chunk.set(data, BEFORE);
  view.setUint32(BEFORE + data.length, crc32(chunk.subarray(4, BEFORE + data.length)));
  return chunk;
}

function formatResolution(pixelsPerMetre: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, Math.round(pixelsPerMetre));
  view.setUint32(4, Math.round(pixelsPerMetre));
  // The unit: metres.
  data[8] = 1;
  return data;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

function startsWith(bytes: Uint8Array, start: ArrayLike<number>, at: number): boolean {
  return Array.prototype.every.call(start, (byte: number, index) => bytes[at + index] === byte);
}

/** How other files begin, in Latin-1, what they are, and whether such a picture was a PNG once. */
const LIKENESSES: readonly (readonly [RegExp, string, 'converted' | 'other'])[] = [
  [/^\u00ff\u00d8\u00ff/, 'a JPEG', 'converted'],
  [/^RIFF.{4}WEBP/s, 'a WebP', 'converted'],
  [/^GIF8/, 'a GIF', 'converted'],
  [/^.{4}ftyp(?:avi[fs]|hei[cs]|mif1)/s, 'an AVIF or HEIC', 'converted'],
  [/^%PDF-/, 'a PDF', 'other'],
  [/^(?:\u00ef\u00bb\u00bf)?\s{0,100}<(?:\?xml|svg)/, 'an SVG', 'other'],
];

function notPngFailure(bytes: Uint8Array): SnapshotFailure {
  const start = strFromU8(bytes.subarray(0, 512), true);
  if (start === '') {
    return new SnapshotFailure({
      reason: 'The file is empty',
      cure: 'Download or copy it again, or ask for the original.',
    });
  }
  // The first bytes are made to show a transfer that took the picture for a text and changed its line breaks.
  if (/^.{1,3}PNG/s.test(start)) return damagedFailure('its first bytes are not those of a PNG');
  const [, name, kind] = LIKENESSES.find(([beginning]) => beginning.test(start)) ?? [];
  if (name !== undefined) {
    return new SnapshotFailure({
      reason: `The file is not a PNG: it looks like ${name} file`,
      cure:
        kind === 'converted'
          ? 'A picture that was converted has lost its data: use the original file, which ends in .radar.png.'
          : 'Give it the ending of its kind, or choose a file that ends in .radar.png.',
    });
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has no other control characters
  const isText = !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(start);
  return new SnapshotFailure({
    reason: `The file is not a PNG${isText ? ': it looks like a text' : ', and of no other kind that is known here'}`,
    cure: isText
      ? 'Choose a picture that ends in .radar.png. The name of a radar file ends in .radar.json.'
      : 'Choose a picture that ends in .radar.png.',
  });
}

function endsEarlyFailure(): SnapshotFailure {
  return damagedFailure('it ends too early');
}

function changedFailure(): SnapshotFailure {
  return damagedFailure('its data changed on the way');
}
