import { Inflate, strFromU8 } from 'fflate';
import { crc32 } from '../crc32.ts';

/** Bytes inflated at a time: a hostile archive turns each into a thousand, so a limit is overstepped by 4 MB. */
const STEP = 4096;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const FILE_MARK = 0x04034b50;
/** Lengths of what has one: the end of the list, an entry of it, the head of a file. */
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const FILE_LENGTH = 30;
const LONGEST_COMMENT = 65_535;

/** A file in an archive as its list tells of it; nothing of that is to be believed. */
export interface ZipEntry {
  path: string;
  /** Bytes when unpacked. */
  size: number;
  packed: number;
  method: number;
  checksum: number;
  isEncrypted: boolean;
  /** Where the head of the file stands. */
  offset: number;
}

/** Why an archive cannot be read; the message completes "the archive", such as "is damaged". */
export class ZipError extends Error {}

/** Whether bytes begin as an archive does, one without files included. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The files that an archive lists, folders left out.
 *
 * @param most the most entries that are looked at
 * @throws ZipError for what is no whole archive, or lists more
 */
export function listZip(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new ZipError(`holds more than ${most} files`);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== ENTRY_MARK)
      throw new ZipError('is damaged: its list of files cannot be read');
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
    const path = strFromU8(bytes.subarray(at + ENTRY_LENGTH, nameEnd)).replaceAll('\\', '/');
    const flags = view.getUint16(at + 8, true);
    if (!path.endsWith('/')) {
      entries.push({
        path,
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
        isEncrypted: (flags & 1) === 1,
      });
    }
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Unpacks one file of an archive.
 *
 * @param most the most bytes that it may unpack to, whatever the list says
 * @returns its bytes, or null where there are more than that
 * @throws ZipError where it is damaged, has a password or is packed in a rare way
 */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array | null {
  if (entry.isEncrypted) throw new ZipError('is protected by a password');
  if (entry.size > most) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, path } = entry;
  if (offset + FILE_LENGTH > bytes.length || view.getUint32(offset, true) !== FILE_MARK) throw damaged(path);
  const start = offset + FILE_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packed > bytes.length) throw damaged(path);
  const data = bytes.subarray(start, start + entry.packed);
  const unpacked = entry.method === 0 ? data.slice() : inflate(data, entry);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.checksum) throw damaged(path);
  return unpacked;
}

function inflate(data: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method !== 8)
    throw new ZipError(`holds "${entry.path}", which is packed in a way that is not known here`);
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    length += part.length;
    parts.push(part);
  });
  try {
    for (let at = 0; at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
      // What holds more than its list says is damaged, and it costs nothing to stop here.
      if (length > entry.size)
        throw new ZipError(`is damaged: "${entry.path}" holds more than its list says`);
    }
  } catch (error) {
    throw error instanceof ZipError ? error : damaged(entry.path);
  }
  const whole = new Uint8Array(length);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

/** Where the end of the list stands: a comment of any text may follow it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  throw new ZipError('is damaged: it ends too early');
}

function damaged(path: string): ZipError {
  return new ZipError(`is damaged: "${path}" cannot be unpacked`);
}
