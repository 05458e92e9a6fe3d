import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/importing/draft.ts';
import { isPlainMarkdown } from '../../../src/formats/import/clean-markdown.ts';
import { htmlToMarkdown, isPlainHtml } from '../../../src/formats/import/html-to-markdown.ts';
import type { Imported } from '../../../src/formats/import/importer.ts';
import { importSource } from '../../../src/formats/import/registry.ts';
import { unpackSource } from '../../../src/formats/import/source-files.ts';
import { buildReader } from '../../../src/formats/import/text-reader.ts';

async function read(files: readonly { path: string; text: string }[]): Promise<Imported> {
  const given = unpackSource(files.map(({ path, text }) => ({ path, bytes: strToU8(text) })));
  return Array.isArray(given) ? importSource(given) : given;
}

async function draftOf(files: readonly { path: string; text: string }[]): Promise<Draft> {
  const imported = await read(files);
  if (imported.kind !== 'draft') throw new Error(JSON.stringify(imported).slice(0, 500));
  return imported.draft;
}

/** The first and the last are marked up a little, and those between so much that they use up all that is read. */
const MARKED = ['<b>x</b>', ...Array.from({ length: 12 }, () => '<b>x</b>'.repeat(1_100)), '<b>x</b>'];
const each = <T>(build: (index: number, text: string) => T) =>
  MARKED.map((text, index) => build(index, text));
const json = (value: unknown) => [{ path: 'a.json', text: JSON.stringify(value) }];

const FILES: readonly (readonly [string, readonly { path: string; text: string }[]])[] = [
  [
    'Backstage',
    json({
      quadrants: [{ id: 'a', name: 'A' }],
      rings: [{ id: 'r', name: 'R' }],
      entries: each((at, text) => ({
        ...{ id: `e${at}`, title: `E${at}`, quadrant: 'a', description: text },
        timeline: [{ date: '2026-01-01', ringId: 'r', description: text }],
      })),
    }),
  ],
  [
    'AOE data',
    json({
      releases: ['2026-01-01'],
      items: each((at, text) => ({
        ...{
          id: `e${at}`,
          title: `E${at}`,
          segment: 'a',
          ring: 'adopt',
          release: '2026-01-01',
          body: text,
        },
      })),
    }),
  ],
  [
    'AOE folder',
    each((at, text) => ({
      path: `2026-01-01/e${10 + at}.md`,
      text: `---\nring: adopt\nsegment: a\n---\n${text}`,
    })),
  ],
  [
    'Porsche folder',
    each((at, text) => ({
      path: `2026-01-01/e${10 + at}.md`,
      text: `---\nring: adopt\nsegment: a\nsummary: s\n---\n${text}`,
    })),
  ],
  [
    'table',
    [
      {
        path: 'a.csv',
        text: `name,ring,quadrant,description\n${each((at, text) => `E${at},adopt,a,${text}`).join('\n')}`,
      },
    ],
  ],
];

describe('a file with more markup than is read of one', () => {
  it.each(FILES)('%s: is marked up to the bound, keeps all words, and says so once', async (_, files) => {
    const draft = await draftOf(files);
    const texts = draft.trends.map(({ description = '' }) => description);
    expect(texts[0]).toBe('**x**');
    expect(texts.at(-1)).toBe('x');
    expect(texts.every((text, at) => text.split('x').length === (MARKED[at] ?? '').split('x').length)).toBe(
      true,
    );
    expect(draft.findings.filter(({ message }) => message.includes('markup than'))).toHaveLength(1);
  });

  it('of plain texts reads all, however many', () => {
    let calls = 0;
    const reader = buildReader(
      (text) => {
        calls += 1;
        return text;
      },
      (text) => !text.includes('<'),
    );
    for (let at = 0; at < 500; at += 1) reader('a plain sentence '.repeat(500), { file: '' }, []);
    expect(calls).toBe(500);
    for (let at = 0; at < 500; at += 1) reader('<b>'.repeat(500), { file: '' }, []);
    expect(calls).toBeLessThan(550);
  });
});

describe('the short way for plain texts', () => {
  it('gives what the long way gives', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'www',
        'www.a.de',
        'http',
        ':',
        '//',
        '.',
        '1',
        '1.',
        '-',
        ' ',
        '\n',
        '\r\n',
        '!',
        '(b)',
        'É',
        '“c”',
        '…',
        '%',
        "'",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = `A${pieces.join('')}`;
        fc.pre(isPlainHtml(text));
        expect(htmlToMarkdown(text)).toEqual(htmlToMarkdown(`<span>${text}</span>`));
      }),
      { numRuns: 200 },
    );
  });

  it('is taken for links to the web, and for nothing that could be another', () => {
    expect(isPlainMarkdown('- *a* [b](https://example.org/c) and [d](http://example.org/?e=1).')).toBe(true);
    for (const text of [
      '![a](https://example.org/b.png)',
      '[a](javascript:alert(1))',
      '[a][b]\n\n[b]: javascript:alert(1)',
      '[![a](https://example.org/b)](javascript:c)',
      '[a](https://example.org "t")',
      '[a](https://exa<b>mple.org)',
      '\\[a](https://example.org/b)',
    ])
      expect(isPlainMarkdown(text)).toBe(false);
  });
});

const LEVELS = /nested deeper than 100 levels/;

describe('YAML that nobody writes', () => {
  it.each([
    ['lists in brackets within each other', `a: ${'['.repeat(1_000_000)}`, LEVELS],
    ['records in brackets within each other', `a: ${'{a: '.repeat(200_000)}`, LEVELS],
    ['brackets in quotes, which close nothing', `a: ${'["]", '.repeat(3_000)}`, LEVELS],
    [
      'blocks within each other',
      Array.from({ length: 1_500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      LEVELS,
    ],
    [
      'keys of one record',
      Array.from({ length: 100_000 }, (_, at) => `k${at}: x`).join('\n'),
      /more than 2000 keys/,
    ],
    [
      'keys of one record in brackets',
      `a: {${Array.from({ length: 20_000 }, (_, at) => `k${at}: x`).join(', ')}}`,
      /2000 keys/,
    ],
    ['aliases', `a: &a x\nb:\n${'- *a\n'.repeat(200_000)}`, /more than 200 aliases/],
    ['values', `a:\n${'- x\n'.repeat(100_000)}`, /more than 60000 values/],
    ['faults', `a: b\n${'%: : :\n'.repeat(40_000)}`, /neither keys nor items/],
  ])('is refused before it is read: %s', async (_, text, says) => {
    const imported = await read([{ path: 'a.yaml', text }]);
    expect(imported.kind === 'failure' ? `${imported.reason} ${imported.cure}` : '').toMatch(says);
  });

  it('is no radar of 1000 trends with notes, lists and texts in brackets', async () => {
    const entries = Array.from(
      { length: 1_000 },
      (_, at) =>
        `- title: "E [${at}"\n  quadrant: a\n  description: |\n    *One*, {two\n  timeline: [{ringId: r}]\n`,
    );
    const head = 'quadrants: [{id: a, name: A}]\nrings: [{id: r, name: R}]\nentries:\n';
    expect((await draftOf([{ path: 'a.yaml', text: head + entries.join('') }])).trends).toHaveLength(1_000);
  });
});

describe('tables parted by ===', () => {
  it.each([
    ['nothing between them', `name,sector,ring\n${'===\n'.repeat(300_000)}a,b,c`, /no entries/],
    ['a table each', 'name,sector,ring\na,b,c\n===\n'.repeat(20_000), /20000 tables, and at most 100/],
  ])('end in words, with %s', async (_, text, says) => {
    const imported = await read([{ path: 'a.csv', text }]);
    expect(imported.kind === 'failure' ? imported.reason : '').toMatch(says);
  });
});
