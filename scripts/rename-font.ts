/** The names that a static font carries: programs find it by its family and weight. */
export interface FontNames {
  copyright: string;
  family: string;
  /** Such as `Medium`. */
  style: string;
}

/** A TrueType file begins with its version and the number of its tables; a record of each table follows. */
const HEAD_BYTES = 12;
const RECORD_BYTES = 16;
/** Windows, Unicode, English (United States): the one kind of name that every program reads. */
const NAME_KIND = [3, 1, 0x409] as const;

/**
 * A static TrueType font under other names, everything else as it is. The subsetter keeps the names of the font that
 * it cuts down, by which four weights cut from one variable font would not be told from the font itself.
 */
export function renameFont(font: Buffer, names: FontNames): Buffer {
  const tables = readTables(font).map(({ tag, data }) => ({
    tag,
    data: tag === 'name' ? buildNameTable(names) : Buffer.from(data),
  }));
  for (const { tag, data } of tables) if (tag === 'head') data.writeUInt32BE(0, 8);
  const head = Buffer.from(font.subarray(0, HEAD_BYTES));
  let offset = HEAD_BYTES + RECORD_BYTES * tables.length;
  const records = tables.map(({ tag, data }) => {
    const record = Buffer.alloc(RECORD_BYTES);
    record.write(tag, 0, 'latin1');
    record.writeUInt32BE(sum(data), 4);
    record.writeUInt32BE(offset, 8);
    record.writeUInt32BE(data.length, 12);
    offset += pad(data).length;
    return record;
  });
  const renamed = Buffer.concat([head, ...records, ...tables.map(({ data }) => pad(data))]);
  const headTable = tables.findIndex(({ tag }) => tag === 'head');
  const at = records[headTable]?.readUInt32BE(8);
  if (at === undefined) throw new Error('the font has no head table');
  // The format asks that the whole file sums up to this constant.
  renamed.writeUInt32BE((0xb1b0afba - sum(renamed)) >>> 0, at + 8);
  return renamed;
}

function readTables(font: Buffer): { tag: string; data: Buffer }[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const record = HEAD_BYTES + RECORD_BYTES * i;
    const start = font.readUInt32BE(record + 8);
    return {
      tag: font.toString('latin1', record, record + 4),
      data: font.subarray(start, start + font.readUInt32BE(record + 12)),
    };
  });
}

function buildNameTable({ copyright, family, style }: FontNames): Buffer {
  const postScript = `${family}-${style}`.replaceAll(' ', '');
  const entries: [id: number, text: string][] = [
    [0, copyright],
    [1, family],
    [2, style],
    [3, postScript],
    [4, `${family} ${style}`],
    [6, postScript],
  ];
  const head = Buffer.alloc(6 + 12 * entries.length);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts: Buffer[] = [];
  let offset = 0;
  for (const [i, [id, text]] of entries.entries()) {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    for (const [field, value] of [...NAME_KIND, id, bytes.length, offset].entries())
      head.writeUInt16BE(value, 6 + 12 * i + 2 * field);
    texts.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...texts]);
}

/** Sum of all 32-bit numbers, as the format's checksums are made. */
function sum(data: Buffer): number {
  const words = pad(data);
  let total = 0;
  for (let at = 0; at < words.length; at += 4) total = (total + words.readUInt32BE(at)) >>> 0;
  return total;
}

/** Tables begin at multiples of four bytes. */
function pad(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}
