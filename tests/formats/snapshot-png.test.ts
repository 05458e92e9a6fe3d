import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRadar } from '../../src/cli/read-radar.ts';
import { packSnapshot, type SnapshotView, unpackSnapshot } from '../../src/formats/snapshot.ts';
import { addToPng, readFromPng } from '../../src/formats/snapshot-png.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';
import { snapshotFailureOf } from '../support/snapshot-failure-of.ts';

const FILE = 'my.radar.png';
const VIEW: SnapshotView = { edition: '2024', trend: null, quadrant: 'models', names: true };

/** A picture of one pixel, written by another program. */
const PIXEL = bytesOf(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const HEADER_END = 33;
const DPI_300 = 11811;

function bytesOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}

/** The checksum that zlib writes behind a gzip file: the same sum as PNG's. */
function crc32(bytes: Uint8Array): number {
  return gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The pixel with more chunks behind its header. */
function pixelWith(...chunks: Buffer[]): Uint8Array {
  return bytesOf(Buffer.concat([PIXEL.slice(0, HEADER_END), ...chunks, PIXEL.slice(HEADER_END)]));
}

/** A chunk of text as another program writes it. */
function text(keyword: string, value: string | Uint8Array): Buffer {
  return chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\u0001\0\0\0`), Buffer.from(value)]));
}

interface ReadChunk {
  type: string;
  data: Buffer;
  sound: boolean;
}

function chunksOf(png: Uint8Array): ReadChunk[] {
  const buffer = Buffer.from(png);
  const found: ReadChunk[] = [];
  for (let at = 8; at < buffer.length; ) {
    const end = at + 8 + buffer.readUInt32BE(at);
    const sound = crc32(buffer.subarray(at + 4, end)) === buffer.readUInt32BE(end);
    found.push({
      type: buffer.toString('latin1', at + 4, at + 8),
      data: buffer.subarray(at + 8, end),
      sound,
    });
    at = end + 4;
  }
  return found;
}

function reasonOf(png: Uint8Array): string {
  return snapshotFailureOf(() => unpackSnapshot(readFromPng(png), FILE)).reason;
}

const packed = packSnapshot({ radar: sampleRadar(), view: VIEW });
const picture = addToPng(PIXEL, { packed, pixelsPerMetre: DPI_300 });

describe('addToPng', () => {
  it('carries the built-in radar', async () => {
    const { radar } = await readRadar('data');
    if (radar === null) throw new Error('the built-in radar is not valid');
    const whole = packSnapshot({ radar, view: VIEW });
    const png = addToPng(PIXEL, { packed: whole, pixelsPerMetre: DPI_300 });
    expect(unpackSnapshot(readFromPng(png), FILE)).toEqual({ radar, view: VIEW });
  });

  it('carries any radar', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const png = addToPng(PIXEL, { packed: packSnapshot({ radar, view: VIEW }), pixelsPerMetre: 1 });
        expect(unpackSnapshot(readFromPng(png), FILE)).toEqual({ radar, view: VIEW });
      }),
      { numRuns: 30 },
    );
  });

  it('puts sound chunks behind the header and leaves the picture as it is', () => {
    const [header, resolution, snapshot, ...rest] = chunksOf(picture);
    expect(chunksOf(picture).every(({ sound }) => sound)).toBe(true);
    expect([header, ...rest]).toEqual(chunksOf(PIXEL));
    expect(resolution?.type).toBe('pHYs');
    expect(resolution?.data).toEqual(Buffer.from([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]));
    expect(snapshot?.type).toBe('iTXt');
    expect(snapshot?.data).toEqual(Buffer.concat([Buffer.from('trend-radar\0\u0001\0\0\0'), packed]));
  });

  it('takes the place of what is there, and of nothing else', () => {
    const foreign = pixelWith(text('Comment', deflateSync('mine')), chunk('pHYs', Buffer.alloc(9)));
    const twice = addToPng(addToPng(foreign, { packed: packed.slice(1), pixelsPerMetre: 1 }), {
      packed,
      pixelsPerMetre: 11810.9,
    });
    const kept = chunksOf(foreign).filter(({ type }) => type !== 'pHYs');
    expect(chunksOf(twice)).toEqual([...chunksOf(picture).slice(0, 3), ...kept.slice(1)]);
  });

  it('leaves no data where none are wanted', () => {
    const bare = addToPng(picture, { packed: null, pixelsPerMetre: DPI_300 });
    expect(chunksOf(bare).map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND']);
    expect(reasonOf(bare)).toBe('The picture carries no radar');
  });
});

describe('readFromPng', () => {
  it('reads a picture that lies inside a larger buffer', () => {
    const buffer = Buffer.concat([Buffer.alloc(7), picture, Buffer.alloc(5)]);
    const view = new Uint8Array(buffer.buffer, buffer.byteOffset + 7, picture.length);
    expect(readFromPng(view)).toEqual(packed);
  });

  it.each([
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'looks like a JPEG', 'has lost its data'],
    ['a WebP', Buffer.from('RIFF\u0001\n\0\0WEBPVP8 '), 'looks like a WebP', 'has lost its data'],
    ['a GIF', Buffer.from('GIF89a\u0001\0'), 'looks like a GIF', 'has lost its data'],
    ['an AVIF', Buffer.from('\0\0\0\u0020ftypavif\0\0'), 'looks like an AVIF', 'has lost its data'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'looks like a PDF', 'ending of its kind'],
    ['an SVG', Buffer.from('\uFEFF<?xml version="1.0"?><svg/>'), 'looks like an SVG', 'ending of its kind'],
    ['a text', Buffer.from('{ "version": 1, "title": "Größe" }'), 'looks like a text', '.radar.json'],
    ['nothing', Buffer.alloc(0), 'is empty', 'ask for the original'],
    ['other bytes', Buffer.from([0, 1, 2, 3]), 'of no other kind', '.radar.png'],
  ])('says of %s what it is', (_, bytes, reason, cure) => {
    const failure = snapshotFailureOf(() => readFromPng(bytesOf(bytes)));
    expect(failure.reason).toContain(reason);
    expect(failure.cure).toContain(cure);
  });

  it('says of a picture without a radar how data get lost', () => {
    for (const png of [PIXEL, pixelWith(text('XML:com.adobe.xmp', 'x')), pixelWith(text('trend-rada', ''))]) {
      const { reason, cure } = snapshotFailureOf(() => readFromPng(png));
      expect(reason).toBe('The picture carries no radar');
      expect(cure).toContain('clipboard loses its data');
    }
  });

  it('says of a damaged picture what is wrong with it', () => {
    const flipped = picture.slice();
    flipped[120] = 255 - (flipped[120] ?? 0);
    expect(reasonOf(flipped)).toBe('The picture is damaged: its data changed on the way');
    const renamed = picture.slice();
    renamed[HEADER_END + 21 + 8] = 'T'.charCodeAt(0);
    expect(reasonOf(renamed)).toBe('The picture is damaged: its data changed on the way');
    expect(reasonOf(picture.slice(0, -1))).toBe('The picture is damaged: it ends too early');
    expect(reasonOf(bytesOf(Buffer.from(Buffer.from(picture).toString('utf8'))))).toContain('damaged');
    expect(reasonOf(pixelWith(text('trend-radar', 'not compressed')))).toContain('data changed');
  });

  it('stops at a bomb, and at more than any radar packs to', () => {
    expect(reasonOf(pixelWith(text('trend-radar', deflateSync(Buffer.alloc(50_000_000)))))).toContain(
      'larger than a radar can be',
    );
    const huge = pixelWith(text('trend-radar', new Uint8Array(8_000_100)));
    expect(snapshotFailureOf(() => readFromPng(huge)).reason).toContain('larger than a radar can be');
  });

  it('lists what is wrong in the radar', () => {
    const radar = { ...sampleRadar(), rings: [] };
    const json = JSON.stringify({ format: 'trend-radar-snapshot', version: 1, view: VIEW, radar });
    const png = addToPng(PIXEL, { packed: bytesOf(deflateSync(json)), pixelsPerMetre: 1 });
    const { issues } = snapshotFailureOf(() => unpackSnapshot(readFromPng(png), FILE));
    expect(issues).toContainEqual(
      expect.objectContaining({ file: FILE, message: expect.stringContaining('at least 1 ring') }),
    );
  });

  it('refuses every truncated picture', () => {
    for (let end = 0; end < picture.length; end += 1) {
      expect(reasonOf(picture.slice(0, end))).toMatch(/damaged|is empty|not a PNG/);
    }
  });

  it('opens what is whole and refuses the rest, whatever bytes change', () => {
    const snapshot = unpackSnapshot(packed, FILE);
    const at = fc.nat({ max: picture.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(at, fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }), (changes) => {
        const png = picture.slice();
        for (const [index, byte] of changes) png[index] = byte;
        const unchanged = Buffer.from(png).includes(Buffer.from(packed));
        try {
          expect(unpackSnapshot(readFromPng(png), FILE)).toEqual(snapshot);
          expect(unchanged).toBe(true);
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'SnapshotFailure') throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses random bytes with a SnapshotFailure, with and without a beginning that is right', () => {
    const bytes = fc.uint8Array({ maxLength: 500 });
    const begun = fc
      .tuple(fc.constantFrom(8, HEADER_END, HEADER_END + 21, 100), bytes)
      .map(([length, rest]) => Uint8Array.of(...picture.slice(0, length), ...rest));
    fc.assert(
      fc.property(fc.oneof(bytes, begun), (png) => {
        expect(reasonOf(png)).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
