import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildChecklist } from '../../src/domain/assessing/adoption-checklist.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { formatChecklistCsv } from '../../src/formats/checklist-csv.ts';
import { escapeMarkdown, formatChecklistMarkdown } from '../../src/formats/checklist-markdown.ts';
import { flattenText } from '../../src/formats/plain-text.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const DATE = { date: '2026-11-21' };
const IDS = ['attention', 'distillation'];

const markdownOf = (radar: Radar, edition = '2024', ids = IDS) =>
  formatChecklistMarkdown(radar, buildIndex(radar), edition, ids, DATE);
const csvOf = (radar: Radar, edition = '2024', ids = IDS) =>
  formatChecklistCsv(radar, buildIndex(radar), edition, ids, DATE);
const checklistOf = (radar: Radar) => buildChecklist(radar, buildIndex(radar), '2024', IDS).entries;

/** A small reader of RFC 4180, which throws on what does not follow it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  let row: string[] = [];
  cell.lastIndex = 1;
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) throw new Error(`not a cell: ${text.slice(at, at + 40)}`);
    row.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Each line begins with words of the format's own: a text there could begin a list or a heading. */
const LINE =
  /^($|From “|Not on the radar|# Adoption|## |### (Failure|Open|Trade|Sources)|- \[ \] \*\*|- \[|- (Ring|Strength|Reason|Not linked): |- (The ring|Fact|No|Every|All|Does) | {2}- (Symptom|Cause|Detection|Mitigation|Source|About|Cost|The cost dominates when): |None recorded\.$)/;

/** What would do harm in Markdown, HTML or a spreadsheet. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '\n- [ ] another task',
        '\r\n\r\n# A heading\r\n',
        '\u2028- [x] done',
        '\u0085- [ ] next line',
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '<!-- ',
        '&lt;b&gt;',
        '&#60;',
        '[click](javascript:alert(1))',
        '![x](https://evil.example/x.png)',
        '[a]: https://evil.example',
        'https://evil.example',
        'www.evil.example',
        'mail@evil.example',
        '@somebody',
        '#1',
        '```\n',
        '`',
        '**',
        '__',
        '~~',
        '|',
        '$x$',
        '\\',
        '\t',
        '\u0000',
        '\u202E',
        '"',
        '""',
        '","',
        '\r\n',
        ',',
        ';',
        '=1+1',
        '+1',
        '-1',
        '@SUM(A1)',
        "=cmd|'/c calc'!A1",
        '＝1+1',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

const nastyRadar = fc
  .record({
    texts: fc.array(nasty, { minLength: 22, maxLength: 22 }),
    url: fc.oneof(
      fc.constant('https://example.org/a_(b)?c=1&copy;=2'),
      nasty.map((text) => `https://example.org/${text.replace(/\s/gu, '')}`),
      fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'https://e.org/ ) <b>', 'HTTP://e.org'),
    ),
    modes: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ texts, url, modes }): Radar => {
    const radar = sampleRadar();
    let at = 0;
    const next = () => texts[at++ % texts.length] ?? '';
    radar.title = next();
    radar.rings = radar.rings.map((ring) => ({ ...ring, name: next() }));
    radar.sources = radar.sources.map((source) => ({
      ...source,
      title: next(),
      organisations: [next()],
      url,
    }));
    radar.trends = radar.trends.map((trend) => ({
      ...trend,
      name: next(),
      placements: trend.placements.map((placement) => ({ ...placement, reason: next() })),
      facts: [
        {
          id: 'f1',
          claim: next(),
          kind: 'theory',
          stance: 'supports',
          date: '2023',
          source: 'a-paper',
          grade: 'derived',
        },
      ],
      tradeoffs: [{ gain: next(), cost: next(), when: next() }],
      failureModes: Array.from({ length: modes }, () => ({
        name: next(),
        symptom: next(),
        cause: next(),
        detection: next(),
        mitigation: next(),
        severity: 'high',
        silent: true,
        source: 'b-page',
      })),
    }));
    return radar;
  });

describe('the checklist as Markdown', () => {
  it('reads as a checklist', () => {
    expect(markdownOf(sampleRadar())).toBe(
      `# Adoption checklist

From “Sample radar”, edition 2024, written on 21 Nov 2026.

## Attention

- Ring: **Adopt**, not earned by its evidence
- Strength: **Thin evidence** (1 verified, 0 derived, 0 assumptions; 1 for, 0 against)
- Reason: It holds.

### Failure modes

- [ ] **Drift** (high severity, silent)
  - Symptom: Worse answers
  - Cause: New data
  - Detection: A canary set
  - Mitigation: Retrain
  - Source: [A page](https://example.org/b-page), 2024

### Open questions

- The ring Adopt is not earned by the evidence. What would make up for it here?
  - About: Missing: strong evidence; two failure modes, each with detection and mitigation.
- No limiting fact is recorded. What would speak against it in our case?
- All verified facts come from one organisation. Who independent of it can confirm them?

### Tradeoffs to settle

- Does “Speed” hold for us?
  - Cost: Memory
  - The cost dominates when: Inputs are long.
- Does “Reuse” hold for us?
  - Cost: Size
  - The cost dominates when: Devices are small.

### Sources

- [A paper: with a colon](https://example.org/a-paper), Example Labs, 2023
- [A page](https://example.org/b-page), 2024

## Distillation

- Ring: **Assess**, earned by its evidence
- Strength: **No evidence recorded** (0 verified, 0 derived, 0 assumptions; 0 for, 0 against)
- Reason: none recorded

### Failure modes

None recorded.

### Open questions

- No evidence is recorded. What do we know from trials of our own?

### Tradeoffs to settle

None recorded.

### Sources

None recorded.
`,
    );
  });

  it('says which trends the edition does not have', () => {
    const text = markdownOf(sampleRadar(), '2023');
    expect(text).toContain('Not on the radar in this edition: Distillation.');
    expect(text).toContain('edition 2023 (retrospective)');
  });

  it('leaves every text a text on its own line, and makes tasks of failure modes alone', () => {
    fc.assert(
      fc.property(nastyRadar, (radar) => {
        const text = markdownOf(radar);
        const modes = checklistOf(radar).flatMap(({ judged }) => judged.failureModes);
        const lines = text.split(/[\n\r\u0085\u2028\u2029]/);
        expect(lines.filter((line) => /^\s*([-*+]|\d+[.)])\s+\[[ xX]\]/.test(line))).toHaveLength(
          modes.length,
        );
        expect(lines.filter((line) => line.startsWith('#')).length).toBe(1 + 2 * (1 + 4));
        for (const line of lines) {
          expect(line).toMatch(LINE);
          // every sign that could begin markup is escaped, but for what this format itself writes
          const bare = line
            .replace(/^(#+|- \[ \]| *-) /, '')
            .replace(/\\[!-/:-@[-`{-~]/g, '')
            .replace(/&(amp|lt|gt);/g, '')
            .replace(/\*\*/g, '')
            .replace(/\[([^[\]]*)\]\(https?:\/\/[^\s()<>[\]]*\)/gi, '$1');
          expect(bare).not.toMatch(/[<>`*_[\]~|$#]|:\/\/|www\.\p{L}|@[\p{L}\p{N}]/u);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('links http and https addresses alone', () => {
    const radar = sampleRadar();
    for (const [url, link] of [
      ['javascript:alert(1)', null],
      ['https://', null],
      ['https://example.org/a (b)', null],
      ['https://example.org/a_(b)?c=1&d=2', 'https://example.org/a_%28b%29?c=1&d=2'],
      ['https://example.org/&copy;', 'https://example.org/&amp;copy;'],
      ['https://example.org/"><b>', 'https://example.org/%22%3E%3Cb%3E'],
    ] as const) {
      radar.sources[0] = { id: 'a-paper', title: 'Paper', year: 2023, url };
      expect(markdownOf(radar)).toContain(
        link === null ? '- Not linked: Paper, 2023' : `- [Paper](${link}), 2023`,
      );
    }
  });

  it('escapes no more than it must', () => {
    expect(escapeMarkdown('Up to 3.3 times (v0.10.1), 5-10 % faster; see f. 2: "fine".')).toBe(
      'Up to 3.3 times (v0.10.1), 5-10 % faster; see f. 2: "fine".',
    );
  });
});

describe('the checklist as CSV', () => {
  it('begins with a byte order mark, ends its lines as RFC 4180 asks, and quotes every cell', () => {
    const text = csvOf(sampleRadar());
    expect(text.startsWith('\uFEFF"Title","Description","Labels","Priority"\r\n')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = parseCsv(text);
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 4));
    expect(rows[2]).toEqual([
      'Attention: Drift',
      'Failure mode: Drift\nSymptom: Worse answers\nCause: New data\nDetection: A canary set\nMitigation: Retrain\nSource: A page, 2024, https://example.org/b-page',
      'trend-radar,attention,failure-mode,silent',
      'High',
    ]);
    expect(rows[1]?.slice(2)).toEqual(['trend-radar,attention,decision', '']);
  });

  it('shortens a title that trackers would refuse, and keeps the whole text in the description', () => {
    const radar = sampleRadar();
    const name = `${'long '.repeat(80)}end`;
    const [first] = radar.trends;
    if (first?.failureModes?.[0] !== undefined) first.failureModes[0].name = name;
    const row = parseCsv(csvOf(radar)).find((cells) => cells[2]?.includes('failure-mode'));
    expect(row?.[0]).toHaveLength(240);
    expect(row?.[0]).toMatch(/…$/);
    expect(row?.[1]).toContain(name);
  });

  it('survives any text, one row an issue, and no cell begins a formula', () => {
    fc.assert(
      fc.property(nastyRadar, (radar) => {
        const entries = checklistOf(radar);
        const rows = parseCsv(csvOf(radar)).slice(1);
        const issues = entries.map(
          (entry) =>
            1 +
            entry.judged.failureModes.length +
            entry.openQuestions.length +
            entry.tradeoffQuestions.length,
        );
        expect(rows).toHaveLength(issues.reduce((sum, count) => sum + count, 0));
        for (const row of rows) {
          expect(row).toHaveLength(4);
          for (const cell of row) {
            for (const line of cell.split('\n')) expect(line).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
          }
          expect(Array.from(row[0] ?? '').length).toBeLessThanOrEqual(241);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('both checklists', () => {
  it('hold each failure mode, source, open question and tradeoff, whatever their texts are', () => {
    fc.assert(
      fc.property(nastyRadar, (radar) => {
        const [markdown, rows] = [markdownOf(radar), parseCsv(csvOf(radar))];
        const csv = rows.map((row) => row[1]).join('\n');
        for (const { judged, openQuestions, tradeoffQuestions } of checklistOf(radar)) {
          const texts = [
            ...judged.failureModes.flatMap((mode) => [mode.name, mode.detection, mode.mitigation]),
            ...[...judged.sources.values()].map((source) => source.title),
            ...openQuestions.flatMap(({ question, about }) => [question, about]),
            ...tradeoffQuestions.flatMap(({ question, tradeoff }) => [question, tradeoff.cost]),
          ];
          for (const text of texts) {
            expect(markdown).toContain(escapeMarkdown(text));
            expect(csv).toContain(flattenText(text));
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
