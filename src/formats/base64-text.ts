import { strFromU8 } from 'fflate';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** What each digit stands for, by its character code; -1 for other characters. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)));

/** Bytes as base64, padded, on one line. */
export function formatBase64(bytes: Uint8Array): string {
  const digits = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, at = 0; from < bytes.length; from += 3, at += 4) {
    const group = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    for (let digit = 0; digit < 4; digit += 1) {
      digits[at + digit] = DIGITS.charCodeAt((group >> (18 - 6 * digit)) & 63);
    }
  }
  const padding = (3 - (bytes.length % 3)) % 3;
  return strFromU8(digits.fill('='.charCodeAt(0), digits.length - padding), true);
}

/** The bytes of padded base64 on one line; null for any other text. */
export function parseBase64(digits: string): Uint8Array<ArrayBuffer> | null {
  const padding = digits.endsWith('==') ? 2 : digits.endsWith('=') ? 1 : 0;
  if (digits.length % 4 !== 0) return null;
  const bytes = new Uint8Array((digits.length / 4) * 3);
  for (let index = 0, at = 0, group = 0; index < digits.length; index += 1) {
    const value = index < digits.length - padding ? (VALUES[digits.charCodeAt(index)] ?? -1) : 0;
    if (value < 0) return null;
    group = (group << 6) | value;
    if (index % 4 !== 3) continue;
    bytes[at] = group >> 16;
    bytes[at + 1] = group >> 8;
    bytes[at + 2] = group;
    at += 3;
    group = 0;
  }
  return bytes.subarray(0, bytes.length - padding);
}
