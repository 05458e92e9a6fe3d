import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv, formatTsv, tableName } from '../../src/formats/table-text.ts';

const awkward = fc.constantFrom(
  '\t',
  '\n',
  '\r\n',
  '\u2028',
  '"',
  ',',
  ';',
  '=',
  '+',
  '-',
  '@',
  "'",
  ' ',
  '\0',
  '=1+1',
);
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.oneof(awkward, fc.string({ maxLength: 4 })), { maxLength: 8 }).map((pieces) => pieces.join('')),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  );

/** What a cell says, apart from white space and from the marks that keep spreadsheets from reading it. */
const gist = (text: string) => text.replace(/[\s'\p{Cc}\u2028\u2029]/gu, '');

/** Reads CSV by RFC 4180, with any sign between the cells. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at++; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at++) {
        if (text[at] === '"') at++;
        value += text[at] ?? '';
      }
      at++;
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\r') value += text[at++] ?? '';
    rows.at(-1)?.push(value);
    if (text[at] === '\r') {
      at += 2;
      if (at < text.length) rows.push([]);
    } else at++;
  }
  return rows;
}

const isFormula = (text: string) => /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text);

describe('formatTsv', () => {
  it('writes a line for each row, with tabs between the cells', () => {
    expect(
      formatTsv([
        ['No.', 'Name'],
        ['1', 'Pruning'],
      ]),
    ).toBe('No.\tName\n1\tPruning');
  });

  it.each([
    ['=HYPERLINK("https://example.org")', `'=HYPERLINK("https://example.org")`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'=1"],
    ['\t=1', "'=1"],
    ['\u00a0\u200b=1', "'\u200b=1"],
    ['"=1"', `'"=1"`],
    ['"quoted', `'"quoted`],
    ['＝1', "'＝1"],
    ['a;=1', "a;'=1"],
    ['a-b = c', 'a-b = c'],
    ['2024', '2024'],
    ['one\r\ntwo\tthree', 'one two three'],
  ])('writes %j as %j', (text, written) => {
    expect(formatTsv([[text]])).toBe(written);
  });

  it('comes back row by row and cell by cell, whatever the texts', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = formatTsv(rows)
          .split('\n')
          .map((line) => line.split('\t'));
        expect(read.map((cells) => cells.map(gist))).toEqual(rows.map((cells) => cells.map(gist)));
        for (const value of read.flat()) {
          expect(value).not.toMatch(/[\t\n\r]/);
          expect(value).not.toMatch(/^"/);
          expect(isFormula(value)).toBe(false);
        }
      }),
    );
  });
});

describe('formatCsv', () => {
  it('quotes where it must, and begins with the mark that spreadsheets ask for', () => {
    expect(
      formatCsv([
        ['No.', 'Name'],
        ['1', 'Images, audio "or" video'],
      ]),
    ).toBe('\uFEFFNo.,Name\r\n1,"Images, audio ""or"" video"\r\n');
  });

  it('comes back row by row and cell by cell, and holds no formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = readCsv(formatCsv(rows), ',');
        expect(read.map((cells) => cells.map(gist))).toEqual(rows.map((cells) => cells.map(gist)));
        expect(read.flat().filter(isFormula)).toEqual([]);
      }),
    );
  });

  it('holds no formula either where cells are parted by semicolons', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(formatCsv(rows), ';').flat().filter(isFormula)).toEqual([]);
      }),
    );
  });
});

describe('tableName', () => {
  it('names the radar and the edition', () => {
    expect(tableName('Deep Learning Trend Radar', '2026-11')).toBe(
      'deep-learning-trend-radar_2026-11_trends.csv',
    );
    expect(tableName('../.pdf', 'now')).toBe('pdf_now_trends.csv');
  });
});
