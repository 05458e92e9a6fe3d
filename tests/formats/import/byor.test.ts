import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/importing/draft.ts';
import { BYOR_CSV } from '../../../src/formats/import/byor-csv.ts';
import { BYOR_JSON } from '../../../src/formats/import/byor-json.ts';
import { BYOR_XLSX } from '../../../src/formats/import/byor-xlsx.ts';
import type { Imported, Importer } from '../../../src/formats/import/importer.ts';
import { ROADIE_CSV } from '../../../src/formats/import/roadie-csv.ts';
import { buildSource, unpackSource } from '../../../src/formats/import/source-files.ts';
import { parseTable } from '../../../src/formats/import/table-source.ts';
import { BROKEN, buildWorkbook, SAMPLES } from './samples/byor.ts';

const IMPORTERS = [BYOR_CSV, BYOR_JSON, BYOR_XLSX, ROADIE_CSV];

function sourceOf(path: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const files = unpackSource([{ path, bytes }]);
  if (!Array.isArray(files)) throw new Error(files.reason);
  return buildSource(files);
}

async function read(
  importer: Importer,
  content: string | Uint8Array,
  path = 'Our models.csv',
): Promise<Imported> {
  const source = sourceOf(path, content);
  expect(IMPORTERS.filter((one) => one.recognises(source)).map(({ id }) => id)).toEqual([importer.id]);
  return importer.read(source);
}

async function draftOf(importer: Importer, content: string | Uint8Array): Promise<Draft> {
  const imported = await read(importer, content);
  if (imported.kind !== 'draft') throw new Error(JSON.stringify(imported));
  return imported.draft;
}

async function sample(name: string): Promise<Draft> {
  const found = SAMPLES.find((one) => one.name === name);
  const file = found?.files[0];
  const importer = IMPORTERS.find(({ id }) => id === found?.importer);
  if (!file || !importer) throw new Error(`no sample ${name}`);
  return draftOf(importer, file.bytes ?? file.text ?? '');
}

const lines = (draft: Draft) => draft.trends.map(({ place }) => place.line);
const moves = (draft: Draft) => draft.trends.map(({ placements }) => placements[0]?.moved);
const rings = (draft: Draft) => draft.trends.map(({ placements }) => placements[0]?.ring);

describe('a table as CSV', () => {
  it('is read with its places, movements and descriptions', async () => {
    const draft = await sample('commas');
    expect(draft.title).toBe('Our models');
    expect(lines(draft)).toEqual([2, 3, 5, 6]);
    expect(moves(draft)).toEqual(['in', 'new', 'same', 'out']);
    expect(draft.trends[0]?.description).toContain('**few**');
    expect(draft.trends[0]?.description).toContain('https://example.org/experts');
    expect(draft.trends[3]?.description).toBeUndefined();
    expect(draft.findings).toEqual([]);
  });

  it('may be as Excel writes it, with semicolons and a line of its own', async () => {
    const draft = await sample('semicolons of Excel');
    expect(lines(draft)).toEqual([3, 4, 6]);
    expect(draft.trends.map(({ description }) => description)).toEqual([
      'Few experts; one token.',
      'Says "what changed".',
      undefined,
    ]);
    expect(moves(draft)).toEqual([undefined, 'new', undefined]);
  });

  it('has its columns in any order', async () => {
    const draft = await sample('tabs, columns in another order');
    expect(draft.trends.map(({ name }) => name)).toEqual(['Sparse mixture layers', 'Gradient ledger']);
    expect(lines(draft)).toEqual([2, 3]);
  });

  it('calls a quadrant one thing, however "and" is written, and Caution by its name', async () => {
    const draft = await sample('a volume with related blips');
    expect(new Set(draft.trends.map(({ quadrant }) => quadrant))).toEqual(
      new Set(['Languages and Frameworks']),
    );
    expect(rings(draft)).toEqual(['Trial', 'Caution', 'Adopt']);
    expect(draft.trends[0]?.related).toEqual(['Gradient ledger', 'Paged caches']);
  });

  it('keeps a row without a name, and passes over one that holds nothing', async () => {
    const draft = await draftOf(BYOR_CSV, 'name,ring,quadrant\n,trial,Tools\n , ,\n\nA,,\n');
    expect(draft.trends.map(({ name }) => name)).toEqual(['', 'A']);
    expect(lines(draft)).toEqual([2, 5]);
  });

  it('tells which HTML is not kept', async () => {
    const text = 'name,ring,quadrant,description\nA,trial,B,"<script>alert(1)</script>Words"\n';
    const { trends, findings } = await draftOf(BYOR_CSV, text);
    expect(trends[0]?.description).toBe('Words');
    expect(findings[0]?.message).toContain('script');
    expect(findings[0]?.place).toEqual({ file: 'Our models.csv', line: 2, field: 'description' });
  });

  it('names the column that is missing and those that are there', async () => {
    const imported = await read(BYOR_CSV, '\nname,ring,quadrent\nA,trial,B\n');
    expect(imported).toMatchObject({ kind: 'failure', issues: [{ line: 2 }] });
    expect(imported.kind === 'failure' && imported.reason).toMatch(/"quadrant" is missing.*"quadrent"/);
  });

  it('is not read where no one could look through it', async () => {
    const imported = await read(BYOR_CSV, `name,ring,quadrant\n${'A,trial,B\n'.repeat(5001)}`);
    expect(imported.kind === 'failure' && imported.reason).toContain('at most 5000');
  });

  it('counts lines by any cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\n', ',', ';', ' '), maxLength: 5 });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (written) => {
        let line = 2;
        const expected: { line: number; cells: string[] }[] = [];
        for (const cells of written) {
          const trimmed = cells.map((text) => text.trim());
          if (trimmed.some((text) => text !== '')) expected.push({ line, cells: trimmed });
          line += 1 + cells.join('').split('\n').length - 1;
        }
        const body = written.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const table = parseTable(['name,ring', ...body].join('\r\n'));
        expect(table.rows).toEqual(expected);
        expect(table.problems).toEqual([]);
      }),
    );
  });
});

describe('a list as JSON', () => {
  it('may hold what is no text, and what was quoted for a table', async () => {
    const draft = await sample('a list');
    expect(moves(draft)).toEqual(['in', 'new', undefined]);
    expect(rings(draft)).toEqual(['Trial', 'Caution', 'Adopt']);
    expect(draft.trends[1]?.description).toBe('Says "what changed".');
    expect(draft.trends[2]?.related).toEqual(['Gradient ledger']);
    expect(draft.trends[1]?.place).toEqual({ file: 'Our models.csv', line: 10, field: '[1]' });
  });
});

describe('a workbook', () => {
  it('is read of its first sheet with the columns; the others are told of', async () => {
    const draft = await sample('a workbook');
    expect(draft.trends.map(({ name }) => name)).toEqual(['Sparse mixture layers', 'Gradient ledger']);
    expect(draft.trends[0]?.description).toBe('Few **experts** & one token.');
    expect(lines(draft)).toEqual([2, 4]);
    expect(moves(draft)).toEqual([undefined, 'new']);
    expect(draft.findings.map(({ message }) => message).join()).toMatch(/"Notes".*"Last year"/);
  });

  it('tells of damage in words', async () => {
    const whole = buildWorkbook({
      A: [
        ['name', 'ring', 'quadrant'],
        ['B', 'trial', 'C'],
      ],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = whole.slice();
        damaged[at] = byte;
        const source = buildSource([{ path: 'a.xlsx', bytes: damaged, text: null }]);
        if (!BYOR_XLSX.recognises(source)) return;
        expect(['draft', 'failure']).toContain((await BYOR_XLSX.read(source)).kind);
      }),
    );
  });
});

it('reads links and movement of Roadie', async () => {
  const draft = await sample('Roadie');
  expect(moves(draft)).toEqual(['in', 'same', 'out']);
  expect(draft.trends.map(({ links }) => links)).toEqual([
    [{ url: 'https://example.org/experts' }],
    undefined,
    undefined,
  ]);
  expect(draft.trends[0]?.description).toBe('Few **experts** work on each token.');
});

it.each(BROKEN)('tells what is wrong: $importer, $name', async ({ importer, files: [file] }) => {
  const one = IMPORTERS.find(({ id }) => id === importer);
  if (!one || !file) throw new Error('no importer');
  const imported = await read(one, file.bytes ?? file.text ?? '', file.path);
  if (imported.kind === 'draft') expect(imported.draft.findings).not.toEqual([]);
  else
    expect(imported).toMatchObject({
      kind: 'failure',
      reason: expect.stringMatching(/\w/),
      cure: expect.stringMatching(/\.$/),
    });
});
