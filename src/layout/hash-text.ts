/**
 * 32-bit hash of a text (FNV-1a over UTF-16 units, then the finaliser of MurmurHash3), integer arithmetic only, so
 * that every engine gives the same number. Different seeds give independent hashes of the same text.
 */
export function hashText(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return mixBits(hash);
}

/** Spreads the bits of a 32-bit integer; used to derive further hashes from one (`mixBits(hash ^ index)`). */
export function mixBits(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
