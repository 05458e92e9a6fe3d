import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Radar } from '../../../src/domain/radar.ts';
import { byorCsv } from '../../../src/formats/export/byor-csv.ts';
import { formatByorHtml } from '../../../src/formats/export/byor-html.ts';
import { exportName } from '../../../src/formats/export/export-name.ts';
import type { Exporter } from '../../../src/formats/export/exporter.ts';
import { guardCell, guardHtmlCell, unguardCell } from '../../../src/formats/export/guard-cell.ts';
import { EXPORTERS } from '../../../src/formats/export/registry.ts';
import { arbitraryRadar } from '../../support/arbitrary-radar.ts';
import { sampleRadar } from '../../support/sample-radar.ts';

function exporter(id: string): Exporter {
  const found = EXPORTERS.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no exporter ${id}`);
  return found;
}

function textOf(id: string, radar: Radar = sampleRadar(), edition = '2024'): string {
  const file = exporter(id).format(radar, edition);
  if (typeof file !== 'string') throw new Error('no text');
  return file;
}

/** A radar of one edition and so many quadrants and rings, a trend in each cell. */
function grid(quadrants: number, rings: number): Radar {
  const cells = (what: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `${what}${at}`, name: `${what} ${at}` }));
  return {
    version: 1,
    title: 'Grid',
    quadrants: cells('q', quadrants),
    rings: cells('r', rings),
    editions: [{ id: 'current', date: '2000' }],
    sources: [],
    trends: cells('q', quadrants).flatMap((q) =>
      cells('r', rings).map((r) => ({
        id: `${q.id}-${r.id}`,
        name: `${q.id} ${r.id}`,
        quadrant: q.id,
        placements: [{ edition: 'current', ring: r.id }],
      })),
    ),
  };
}

describe('every exporter', () => {
  it('has an id of its own, and an ending that files are told by', () => {
    expect(new Set(EXPORTERS.map(({ id }) => id)).size).toBe(EXPORTERS.length);
    for (const { ending, label, purpose } of EXPORTERS) {
      expect(ending).toMatch(/^\.[a-z.]+$/);
      expect(label).not.toBe('');
      expect(purpose).toMatch(/\.$/);
    }
  });

  it('writes any radar, the same at each call, and tells of losses in sentences', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        for (const edition of radar.editions) {
          for (const { format, losses, faults } of EXPORTERS) {
            expect(format(radar, edition.id)).toEqual(format(structuredClone(radar), edition.id));
            for (const sentence of [...losses(radar, edition.id), ...faults(radar, edition.id)])
              expect(sentence).toMatch(/^[A-Z].*\.$/s);
          }
        }
      }),
      { numRuns: 6 },
    );
  });

  it('names its file by the radar, and by the edition where it holds one alone', () => {
    const names = EXPORTERS.map((entry) => exportName(entry, sampleRadar(), '2024'));
    expect(names).toEqual([
      'sample-radar.radar.json',
      'sample-radar.zip',
      'sample-radar_2024.md',
      'sample-radar_2024.csv',
      'sample-radar_2024.json',
      'sample-radar_2024.json',
      'sample-radar_2024.json',
    ]);
    expect(exportName(byorCsv, grid(4, 3), 'current')).toBe('grid.csv');
  });
});

describe('losses', () => {
  it('count what the radar has and the format has not, and nothing else', () => {
    expect(exporter('byor-csv').losses(sampleRadar(), '2024')).toEqual([
      'Evidence: 1 fact, 2 tradeoffs, 1 failure mode, 1 milestone and 2 sources are left out.',
      'Trends: 1 reason for a ring, 1 subtitle, 1 other name, 2 conditions that speak for or against, 1 tool, 1 relation and 1 mention in an article are left out.',
      'Radar: 1 description of the radar, 1 description of a quadrant, 2 conditions, 1 article and 1 organisation are left out.',
      'Editions: only 2024 is written; 1 other edition is left out.',
    ]);
    expect(exporter('byor-csv').losses(grid(4, 3), 'current')).toEqual([]);
    expect(exporter('own-json').losses(sampleRadar(), '2024')).toEqual([]);
    expect(exporter('own-folder').losses(sampleRadar(), '2024')).toEqual([]);
    expect(exporter('markdown').losses(sampleRadar(), '2024')).toEqual([
      'A report is for reading: it cannot be opened as a radar again.',
      'Radar: 1 organisation is left out.',
    ]);
  });

  it('name the trends that do not stand in the edition', () => {
    expect(exporter('backstage').losses(sampleRadar(), '2023')).toContain(
      'Trends that do not stand in 2023 (retrospective): 1 is left out with all that it holds.',
    );
    expect(exporter('backstage').losses(sampleRadar(), '2023')).toContain(
      'Editions: 2023 (retrospective) and what came before it are written; 1 other edition is left out.',
    );
    expect(exporter('backstage').losses(sampleRadar(), '2024').join()).not.toContain('Editions');
  });

  it('count the links after the first where one has a place', () => {
    const radar = grid(4, 4);
    const [first] = radar.trends;
    if (first) first.links = [1, 2, 3].map((at) => ({ url: `https://example.org/${at}` }));
    expect(exporter('zalando').losses(radar, 'current')).toContain(
      'Trends: 2 links after the first are left out.',
    );
    expect(exporter('byor-json').losses(radar, 'current')).toContain('Trends: 3 links are left out.');
    expect(exporter('backstage').losses(radar, 'current').join()).not.toContain('link');
  });
});

describe('faults', () => {
  it.each([
    [
      'zalando',
      5,
      4,
      "Zalando's radar draws exactly four quadrants; this one has five: the file will not load there.",
    ],
    [
      'zalando',
      4,
      3,
      "Zalando's radar draws exactly four rings; this one has three: give its settings another name",
    ],
    ['byor-csv', 3, 4, 'Build Your Own Radar draws exactly four quadrants; this radar has three'],
    ['byor-json', 4, 5, 'Build Your Own Radar draws at most four rings; this radar has five'],
    ['byor-json', 4, 2, 'start it with QUADRANTS=["q 0","q 1","q 2","q 3"] and RINGS=["r 0","r 1"].'],
    ['backstage', 6, 2, 'Backstage draws at most four quadrants; this radar has six'],
  ])('%s says of %i quadrants and %i rings what it will not draw', (id, quadrants, rings, expected) => {
    expect(exporter(id).faults(grid(quadrants, rings), 'current').join(' ')).toContain(expected);
  });

  it('of our own formats there are none', () => {
    for (const id of ['own-json', 'own-folder', 'markdown'])
      expect(exporter(id).faults(grid(8, 8), 'current')).toEqual([]);
  });
});

describe('Build Your Own Radar', () => {
  it('is a table with its six columns, movement from the edition before, descriptions in HTML', () => {
    expect(textOf('byor-csv').split('\r\n')).toEqual([
      'name,ring,quadrant,isNew,status,description',
      'Attention,Adopt,Models,FALSE,moved in,"<p>One sentence on what it is, that is long enough to be folded when it is written to a file.</p>"',
      'Distillation,Assess,Training,TRUE,new,',
      '',
    ]);
  });

  it('is as JSON a list whose values are all text', () => {
    const rows: unknown[] = JSON.parse(textOf('byor-json'));
    expect(rows).toHaveLength(2);
    for (const row of rows)
      for (const value of Object.values(row as object)) expect(typeof value).toBe('string');
  });

  it('says nothing of movement where nothing is known, and what is reported where there is no edition before', () => {
    const radar = grid(4, 1);
    const [first] = radar.trends;
    if (first) first.placements = [{ edition: 'current', ring: 'r0', moved: 'out' }];
    const lines = textOf('byor-csv', radar, 'current').split('\r\n');
    expect(lines[1]).toBe('q0 r0,r 0,q 0,FALSE,moved out,');
    expect(lines[2]).toBe('q1 r0,r 0,q 1,FALSE,,');
  });

  it('names quadrants and rings first in their order', () => {
    const radar = grid(4, 4);
    const rows = JSON.parse(textOf('byor-json', { ...radar, trends: radar.trends.toReversed() }, 'current'));
    const firsts = (key: string) => [...new Set(rows.map((row: Record<string, string>) => row[key]))];
    expect(firsts('quadrant')).toEqual(radar.quadrants.map(({ name }) => name));
    expect(firsts('ring')).toEqual(radar.rings.map(({ name }) => name));
    expect(rows).toHaveLength(16);
  });

  it('keeps the elements that the tool keeps, and every word of the others', () => {
    const markdown = [
      '# Head',
      'A **strong** and *soft* [link](https://example.org/a?b=1&c=2), `code`, [bad](javascript:alert).',
      '1. one\n2. two',
      '> said',
      '```\nx = 1\ny = 2\n```',
      '<script>alert(1)</script>',
      '![seen](https://example.org/a.png)',
    ].join('\n\n');
    const { html, lost } = formatByorHtml(markdown);
    expect(html).toBe(
      '<h1>Head</h1><p>A <strong>strong</strong> and <em>soft</em> <a href="https://example.org/a?b=1&#x26;c=2">link</a>, code, bad.</p>' +
        '<ul><li>one</li><li>two</li></ul><p>said</p><p>x = 1<br>y = 2</p>&#x3C;script>alert(1)&#x3C;/script><p>seen</p>',
    );
    expect(lost).toEqual(['code', 'numbered lists', 'pictures', 'quotations']);
  });
});

describe('Markdown that nobody wrote by hand', () => {
  it.each(['>', '- ', '1. ', '* > '])('is text, however deep %j nests', (sign) => {
    const deep = `${sign.repeat(20_000)}end`;
    expect(formatByorHtml(deep).html).toContain('end');
    const radar = grid(2, 1);
    const [first] = radar.trends;
    if (first) first.description = deep;
    expect(textOf('markdown', radar, 'current')).toContain('end');
  });
});

describe('cells', () => {
  it('begin no formula, wherever a spreadsheet parts them', () => {
    expect(['=1+1', '+x', '-x', '@x', ' =x', "'=x", 'a;=x', 'plain', "it's"].map(guardCell)).toEqual([
      "'=1+1",
      "'+x",
      "'-x",
      "'@x",
      "' =x",
      "''=x",
      "a;'=x",
      'plain',
      "it's",
    ]);
    expect(guardHtmlCell('<p>a &#x26;= b;@x</p>')).toBe('<p>a &#x26;&#61; b;&#64;x</p>');
    expect(guardHtmlCell('=x')).toBe('&#61;x');
  });

  it('give their text back', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', "'", ';', ' ', '"', 'a');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
        expect(guardCell(text)).not.toMatch(/(^|;)[\s"]*[=+\-@]/);
      }),
    );
  });
});

describe('Zalando', () => {
  it('holds numbers of quadrants and rings beside their names', () => {
    const config = JSON.parse(textOf('zalando'));
    expect(config.date).toBe('2024.06.30');
    expect(config.quadrants).toEqual([{ name: 'Models' }, { name: 'Training' }]);
    expect(config.rings.map(({ name }: { name: string }) => name)).toEqual(['Adopt', 'Assess']);
    expect(config.entries).toEqual([
      { label: 'Attention', quadrant: 0, ring: 0, moved: 1, active: true },
      { label: 'Distillation', quadrant: 1, ring: 1, moved: 2, active: true },
    ]);
  });
});

describe('Backstage', () => {
  it('holds every edition up to the chosen one, the newest first', () => {
    const { entries } = JSON.parse(textOf('backstage'));
    expect(entries[0]).toEqual({
      key: 'attention',
      id: 'attention',
      quadrant: 'models',
      title: 'Attention',
      description:
        'One sentence on what it is, that is long enough to be folded when it is written to a file.',
      timeline: [
        { date: '2024-06-30', ringId: 'adopt', moved: 1, description: 'It holds.' },
        { date: '2023-06', ringId: 'assess', description: 'Early.' },
      ],
    });
    expect(JSON.parse(textOf('backstage', sampleRadar(), '2023')).entries).toHaveLength(1);
  });
});

describe('the report', () => {
  it('holds all texts of the sample', () => {
    const text = textOf('markdown');
    const { trends, quadrants, sources } = sampleRadar();
    const [trend] = trends;
    for (const words of [
      ...quadrants.map(({ name }) => `## ${name}`),
      ...sources.map(({ url }) => url),
      '### Attention',
      '*And what follows from it*',
      'self-attention',
      trend?.summary ?? '-',
      'It works.',
      'The cost dominates when: Inputs are long.',
      'Detection: A canary set',
      'Low latency: It is fast.',
      'Few labels: It needs much data.',
      '[A tool](https://example.org/tool): Free.',
      'Complements: Distillation',
      'First paper',
      'An overview: It matters.',
      '2023, Assess: Early. (fact 1)',
      'Ring: **Assess**, new',
    ])
      expect(text).toContain(words);
  });

  it('keeps descriptions within their chapter, and raw HTML as text', () => {
    const radar = grid(2, 1);
    const [first] = radar.trends;
    if (first) first.description = '# Big\n\n<img src=x onerror=alert(1)>\n\nText with **weight**.';
    const text = textOf('markdown', radar, 'current');
    expect(text).toContain('#### Big');
    expect(text).toContain('\\<img src=x');
    expect(text).toContain('Text with **weight**.');
    expect(text).toContain('no evidence recorded');
  });
});
