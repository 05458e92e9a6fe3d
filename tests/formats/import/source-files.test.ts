import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importSource } from '../../../src/formats/import/registry.ts';
import { decodeText, FILES_LIMIT, unpackSource } from '../../../src/formats/import/source-files.ts';

const textOf = (text: string) => ({ path: 'a.csv', bytes: strToU8(text) });
const reasonOf = (given: Parameters<typeof unpackSource>[0]) => {
  const files = unpackSource(given);
  return Array.isArray(files) ? files.map(({ path }) => path).join() : files.reason;
};
const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

describe('text', () => {
  it('is UTF-8 or UTF-16 by its mark, and comes without it', () => {
    for (const bytes of [
      strToU8('näme;ring'),
      strToU8('\uFEFFnäme;ring'),
      utf16('näme;ring', false),
      utf16('näme;ring', true),
    ])
      expect(decodeText(bytes)).toBe('näme;ring');
    expect(decodeText(Uint8Array.of(0x6e, 0xe4, 0x6d))).toBeNull();
    expect(decodeText(strToU8('a \uFFFD b'))).toBe('a \uFFFD b');
    expect(decodeText(Uint8Array.of(1, 0, 2))).toBeNull();
  });
});

describe('text of Excel in western Europe', () => {
  // "Café — 5 €" as it has it.
  const cell = Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20, 0x97, 0x20, 0x35, 0x20, 0x80);
  const table = (end: Uint8Array) => {
    const head = strToU8('name;ring;quadrant\nA;trial;');
    const bytes = new Uint8Array(head.length + end.length);
    bytes.set(head);
    bytes.set(end, head.length);
    return unpackSource([{ path: 'a.csv', bytes }]);
  };

  it('is read as Windows-1252, and said to be', async () => {
    const files = table(cell);
    const imported = await importSource(Array.isArray(files) ? files : []);
    if (imported.kind !== 'draft') throw new Error(JSON.stringify(imported));
    expect(imported.draft.trends[0]?.quadrant).toBe('Café — 5 €');
    expect(imported.draft.findings.map(({ done }) => done).join()).toMatch(/Windows-1252.*"CSV UTF-8"/);
  });

  it('is only guessed at where it is no UTF-8 and has no characters that no text has', () => {
    for (const end of [
      strToU8('é'),
      Uint8Array.of(0xe9, 0),
      Uint8Array.of(0xe9, 1),
      Uint8Array.of(0xe9, 0x81),
    ]) {
      const files = table(end);
      expect(Array.isArray(files) && files[0]?.isGuessed).toBeUndefined();
    }
  });
});

describe('an archive', () => {
  it('is unpacked without hidden files and the folder around the rest; office files stay whole', () => {
    const zip = zipSync({
      'top/a.md': strToU8('x'),
      'top/b/c.md': strToU8('y'),
      'top/.git/x': strToU8('z'),
      '__MACOSX/a': strToU8(''),
    });
    expect(reasonOf([{ path: 'x', bytes: zip }])).toBe('a.md,b/c.md');
    const xlsx = zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('y') });
    expect(reasonOf([{ path: 'x.bin', bytes: xlsx }])).toBe('x.bin');
    expect(reasonOf([{ path: '../../etc/x', bytes: strToU8('a') }, textOf('b')])).toBe('etc/x,a.csv');
  });

  it('that says it is too large, or is without saying so, is refused', () => {
    const list = (zip: Uint8Array) => {
      const view = new DataView(zip.buffer);
      return Array.from({ length: zip.length - 46 }, (_, at) => at).filter(
        (at) => view.getUint32(at, true) === 0x02014b50,
      );
    };
    const told = zipSync({ a: new Uint8Array(100_000), b: new Uint8Array(100_000) });
    const lying = told.slice();
    for (const at of list(told)) {
      new DataView(told.buffer).setUint32(at + 24, 60_000_000, true);
      new DataView(lying.buffer).setUint32(at + 24, 10, true);
    }
    expect(reasonOf([{ path: 'x', bytes: told }])).toMatch(/More than 100 MB are in "x"/);
    expect(reasonOf([{ path: 'x', bytes: lying }])).toBe(
      'The archive "x" is damaged: "a" holds more than its list says',
    );
    // Of the second only the checksum is wrong: it is no bomb, and is refused by another check.
    const whole = zipSync({ a: new Uint8Array(100_000) });
    for (const at of list(whole)) new DataView(whole.buffer).setUint32(at + 16, 1, true);
    expect(reasonOf([{ path: 'x', bytes: whole }])).toBe(
      'The archive "x" is damaged: "a" cannot be unpacked',
    );
  });

  it('within an archive stays packed, and its paths lead nowhere', () => {
    const inner = zipSync({ 'a.csv': strToU8('name,ring,quadrant') });
    const paths = { '../../up.csv': strToU8('a'), '/etc/root.csv': strToU8('b'), 'c/./d/../e.csv': inner };
    const files = unpackSource([{ path: 'x.zip', bytes: zipSync(paths) }]);
    expect(Array.isArray(files) && files.map(({ path }) => path)).toEqual([
      'up.csv',
      'etc/root.csv',
      'c/d/e.csv',
    ]);
    expect(Array.isArray(files) && files[2]?.bytes).toEqual(inner);
  });

  it('that is damaged, cut off or of too many files says so', () => {
    const zip = zipSync({ a: strToU8('hello hello hello') }, { level: 0 });
    expect(reasonOf([{ path: 'x', bytes: zip.slice(0, -5) }])).toMatch(/ends too early/);
    const flipped = zip.slice();
    flipped[35] = (flipped[35] ?? 0) ^ 1;
    expect(reasonOf([{ path: 'x', bytes: flipped }])).toMatch(/"a" cannot be unpacked/);
    const many = Array.from(
      { length: FILES_LIMIT + 1 },
      (_, index) => [`f${index}`, new Uint8Array()] as const,
    );
    expect(reasonOf([{ path: 'x', bytes: zipSync(Object.fromEntries(many), { level: 0 }) }])).toMatch(
      /more than 5000 files/,
    );
  });
});
