import { strFromU8, strToU8, Unzlib, zlibSync } from 'fflate';
import * as z from 'zod';
import type { Issue } from '../domain/issue.ts';
import type { Radar } from '../domain/radar.ts';
import { RadarFileSchema } from '../domain/schema.ts';
import { parseRadarJson } from './radar-json.ts';

/** Most bytes of a packed snapshot, and of what it unpacks to. A radar of 1000 trends takes a tenth of either. */
export const PACKED_LIMIT = 8_000_000;
export const UNPACKED_LIMIT = 20_000_000;

/** Bytes unpacked at a time: a hostile file turns each into a thousand, so the limit is overstepped by 4 MB. */
const STEP = 4096;
/** Far above what a radar needs, and few enough to be checked while a person waits. */
const MOST_VALUES = 1_000_000;
const MOST_ENTRIES = 5_000;
const MOST_KEYS = 100;
const MOST_LEVELS = 32;

const FORMAT = 'trend-radar-snapshot';
const VERSION = 1;

/** What was shown when the picture was made; null where nothing in particular was. */
export interface SnapshotView {
  /** Ids of the edition, the selected trend and the quadrant that stood alone. */
  edition: string | null;
  trend: string | null;
  quadrant: string | null;
  /** Whether names stood beside the blips, where the reader chose it. */
  names: boolean | null;
}

/** What travels inside a picture: the whole radar, and the view of it that the picture shows. */
export interface Snapshot {
  radar: Radar;
  view: SnapshotView;
}

/** Why a picture does not open as a radar, in words for the person who tried it. */
export class SnapshotFailure extends Error {
  /** What is wrong, in one sentence without a full stop; the same as the message. */
  readonly reason: string;
  /** What to do about it, in whole sentences. */
  readonly cure: string;
  /** What is wrong inside the radar, where there was one that is not valid. */
  readonly issues: readonly Issue[];

  constructor(failure: { reason: string; cure: string; issues?: readonly Issue[] }) {
    super(failure.reason);
    this.name = 'SnapshotFailure';
    this.reason = failure.reason;
    this.cure = failure.cure;
    this.issues = failure.issues ?? [];
  }
}

/** The failure of a file that did not arrive as it was sent. `how` completes "the picture is damaged". */
export function damagedFailure(how: string): SnapshotFailure {
  return new SnapshotFailure({
    reason: `The picture is damaged: ${how}`,
    cure: 'Download or copy the file again, or ask for the original.',
  });
}

/** The failure of a sound picture that carries no radar. */
export function emptyFailure(): SnapshotFailure {
  return new SnapshotFailure({
    reason: 'The picture carries no radar',
    cure: 'A picture that went through a chat, a wiki, a screenshot or the clipboard loses its data: use the original file, or one that was exported with data.',
  });
}

/** The failure of a picture whose radar is over the limits. */
export function tooLargeFailure(): SnapshotFailure {
  return new SnapshotFailure({
    reason: `What the picture carries is larger than a radar can be (${UNPACKED_LIMIT / 1_000_000} MB)`,
    cure: 'Do not trust this file. Ask for the radar file instead.',
  });
}

const place = z.string().max(500).nullable().catch(null);
const EnvelopeSchema = z.object({ format: z.literal(FORMAT), version: z.int().min(1) });
/** A view that makes no sense is no reason to refuse the radar: it opens in the usual view. */
const ContentSchema = z.object({
  view: z
    .object({
      edition: place,
      trend: place,
      quadrant: place,
      names: z.boolean().nullable().catch(null),
    })
    .catch({ edition: null, trend: null, quadrant: null, names: null }),
  radar: z.record(z.string(), z.unknown()),
});

/**
 * Packs a snapshot for a picture. The same snapshot always gives the same bytes.
 *
 * @returns zlib-compressed JSON in UTF-8
 * @throws SnapshotFailure for a radar that is too large to be opened again
 * @throws ZodError for a radar that does not fit its schema
 */
export function packSnapshot({ radar, view }: Snapshot): Uint8Array<ArrayBuffer> {
  // A radar is a radar file that leaves nothing out; the schema puts its keys in order.
  return pack(RadarFileSchema.parse(radar), view);
}

/**
 * Packs a radar that is still the text of its file, one that has passed its checks: nothing is checked again.
 *
 * @throws SnapshotFailure for a radar that is too large to be opened again
 * @throws SyntaxError for a text that is not JSON
 */
export function packRadarText(text: string, view: SnapshotView): Uint8Array<ArrayBuffer> {
  return pack(JSON.parse(text), view);
}

function pack(radar: unknown, { edition, trend, quadrant, names }: SnapshotView): Uint8Array<ArrayBuffer> {
  const view = { edition, trend, quadrant, names };
  const bytes = strToU8(JSON.stringify({ format: FORMAT, version: VERSION, view, radar }));
  const packed = zlibSync(bytes);
  if (bytes.length <= UNPACKED_LIMIT && packed.length <= PACKED_LIMIT) return packed;
  throw new SnapshotFailure({
    reason: `The radar is too large to travel in a picture (${UNPACKED_LIMIT / 1_000_000} MB at most)`,
    cure: 'Export the picture without data, and pass on the radar file beside it.',
  });
}

/**
 * Unpacks what `packSnapshot` packed, from a source that is not trusted.
 *
 * @param file the picture's name, which issues carry
 * @throws SnapshotFailure where the bytes are damaged, too many, of a newer version, or not a valid radar
 */
export function unpackSnapshot(packed: Uint8Array, file: string): Snapshot {
  const value = parseText(strFromU8(unzlib(packed)));
  const envelope = EnvelopeSchema.safeParse(value);
  if (!envelope.success) throw foreignFailure();
  if (envelope.data.version > VERSION) {
    throw new SnapshotFailure({
      reason: `The picture was made by a newer radar page (version ${envelope.data.version} of its data; this page reads version ${VERSION})`,
      cure: 'Open it in a newer radar page, or export it again from this one.',
    });
  }
  if (!fitsLimits(value)) throw tooLargeFailure();
  const content = ContentSchema.safeParse(value);
  if (!content.success) throw foreignFailure();
  const { view, radar: data } = content.data;

  const { radar, issues } = parseRadarJson(JSON.stringify(data), file);
  if (radar === null) throw invalidFailure(issues.map(nameByPath));
  return { radar, view };
}

/** @throws SnapshotFailure as soon as there is more than the limit */
function unzlib(packed: Uint8Array): Uint8Array {
  if (packed.length > PACKED_LIMIT) throw tooLargeFailure();
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Unzlib((part) => {
    length += part.length;
    if (length > UNPACKED_LIMIT) throw tooLargeFailure();
    parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch (error) {
    throw error instanceof SnapshotFailure ? error : changedFailure();
  }
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  // The library leaves the checksum at the end of the stream unread.
  const sum = packed.subarray(-4).reduce((value, byte) => value * 256 + byte, 0);
  if (packed.length < 8 || sum !== adler32(bytes)) throw changedFailure();
  return bytes;
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw foreignFailure();
  }
}

/** Whether a value is small and flat enough for a radar, found in time that its size alone decides. */
function fitsLimits(root: unknown): boolean {
  let count = 0;
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (count > MOST_VALUES || depth > MOST_LEVELS) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const children: unknown[] = Object.values(value);
      if (children.length > (Array.isArray(value) ? MOST_ENTRIES : MOST_KEYS)) return false;
      for (const child of children) next.push(child);
    }
    level = next;
  }
  return true;
}

/** No one sees the text inside a picture: an issue there is found by its keys, not by line and column. */
function nameByPath({ line: _line, column: _column, ...issue }: Issue): Issue {
  const where = issue.path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : `${name}${name === '' ? '' : '.'}${step}`,
    '',
  );
  return where === '' ? issue : { ...issue, message: `${where}: ${issue.message}` };
}

function changedFailure(): SnapshotFailure {
  return damagedFailure('its data changed on the way');
}

function foreignFailure(): SnapshotFailure {
  return new SnapshotFailure({
    reason: 'The picture carries data that are not a radar',
    cure: 'Use a picture that was exported with data from a radar page.',
  });
}

function invalidFailure(issues: readonly Issue[]): SnapshotFailure {
  return new SnapshotFailure({
    reason: 'The radar in the picture is not valid',
    cure: 'Mend the radar where the picture was made, and export it again.',
    issues,
  });
}
