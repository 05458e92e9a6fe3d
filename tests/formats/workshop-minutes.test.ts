import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startSession } from '../../src/domain/workshop/acts.ts';
import { outcomeOf } from '../../src/domain/workshop/outcome.ts';
import { readSession } from '../../src/domain/workshop/read-session.ts';
import { type Act, QUESTION, type Session } from '../../src/domain/workshop/session.ts';
import { durationWords, localTime } from '../../src/formats/local-time.ts';
import { formatWorkshopCsv } from '../../src/formats/workshop-csv.ts';
import { formatWorkshopMinutes } from '../../src/formats/workshop-minutes.ts';
import { formatDecisionRecords, zipDecisionRecords } from '../../src/formats/workshop-records.ts';
import { sampleRadar } from '../support/sample-radar.ts';
import { arbitraryAct, carryOut, newWorkshop, TRENDS, workshopAfter } from '../support/workshop.ts';

const UTC = { offset: 0 };

const DISCUSSED: Act[] = [
  { kind: 'count', trend: 'attention', votes: { adopt: 3, assess: 2, [QUESTION]: 1 } },
  { kind: 'reveal', trend: 'attention' },
  { kind: 'revote', trend: 'attention' },
  { kind: 'count', trend: 'attention', votes: { assess: 6 } },
  { kind: 'place', trend: 'attention', ring: 'assess' },
  {
    kind: 'evidence',
    trend: 'attention',
    evidence: { id: 'e1', stance: 'limits', claim: 'Ours is slow.', url: 'https://example.com/x' },
  },
  {
    kind: 'evidence',
    trend: 'attention',
    evidence: { id: 'e2', stance: 'supports', claim: 'It is liked.', url: null },
  },
  { kind: 'reason', trend: 'attention', text: 'It costs more.', basis: ['f1', 'e1'] },
  { kind: 'dissent', trend: 'attention', text: 'Ada would keep it.' },
  { kind: 'champion', trend: 'attention', name: 'Bo' },
  { kind: 'note', trend: 'attention', note: 'n1', text: 'Ask the data team.' },
  { kind: 'spend', trend: 'attention', window: 'a', seconds: 252 },
  { kind: 'park', trend: 'distillation', parked: true },
  { kind: 'note', trend: 'distillation', note: 'n2', text: 'Licence is unclear.' },
];

/** A workshop on the sample radar, which has facts and sources. */
function sampleAfter(...acts: Act[]): Session {
  const radar = sampleRadar();
  const record = startSession(
    {
      ...{ name: 'Autumn review', edition: '2024', room: ['Ada', 'Bo'], hidden: true, minutes: 5, radar },
      queue: radar.trends.map(({ id }) => id),
    },
    { id: 'start', at: '2026-11-21T23:30:00.000Z' },
  );
  return readSession('w', carryOut(record, acts));
}

describe('the minutes of a workshop', () => {
  const minutes = formatWorkshopMinutes(sampleAfter(...DISCUSSED), UTC);

  it('say what it was, and what came of it, at the top', () => {
    expect(minutes.split('## Decisions')[0]).toBe(
      [
        '# Autumn review',
        '',
        '- Date: 21 Nov 2026, from 23:30',
        '- Room: Ada, Bo',
        '- Radar: Sample radar, edition 2024',
        '- Decided: 1 of 2 trends, in 4 min 12 s',
        '',
        '## Summary',
        '',
        '- Moved out: 1',
        '- Parked: 1',
        '',
        '',
      ].join('\n'),
    );
  });

  it('say of each trend how it was voted on, what was decided, and why', () => {
    const part = minutes.slice(minutes.indexOf('### Attention'), minutes.indexOf('## Parked'));
    expect(part.trim().split('\n')).toEqual([
      '### Attention',
      '',
      '- Decision: **Moved out from Adopt to Assess**',
      '- Votes, round 1: Adopt 3, Assess 2, question 1; median Adopt, at most 1 ring apart',
      '- Votes, round 2: 6, not revealed',
      '- Reason: It costs more.',
      '- It rests on:',
      '  - Fact: It works. (supports, verified, 2023, [Example Labs](https://example.org/a-paper))',
      '  - The team: Ours is slow. (limits, [page](https://example.com/x))',
      '- Also known:',
      '  - The team: It is liked. (supports)',
      '- Dissent: Ada would keep it.',
      '- Champion: Bo',
      '- Note: Ask the data team.',
      '- Time: 4 min 12 s',
    ]);
  });

  it('list what was parked with what was said, what is not decided, and the whole log', () => {
    expect(minutes).toContain(
      '## Parked\n\n- **Distillation**: Parked; stays in Assess\n  - Note: Licence is unclear.\n',
    );
    expect(formatWorkshopMinutes(sampleAfter(), UTC)).toContain(
      '## Not discussed\n\n- **Attention**: Not decided; stays in Adopt\n',
    );
    const session = sampleAfter(...DISCUSSED);
    const log = minutes.slice(minutes.indexOf('## Log'));
    expect(log.match(/^- \d\d:\d\d /gm)).toHaveLength(session.log.length);
    expect(log).toContain('Moved Attention from Adopt out to Assess');
  });

  it('show the hours of the place, also over midnight', () => {
    expect(formatWorkshopMinutes(sampleAfter(), { offset: 60 })).toContain('- Date: 22 Nov 2026, from 00:30');
    expect(formatWorkshopMinutes(sampleAfter(), { offset: -300 })).toContain(
      '### 21 Nov 2026\n\n- 18:30 Began',
    );
    expect(localTime('no time', 0)).toBeNull();
  });

  it('say durations in words', () => {
    expect([0, 59.6, 60, 252, 3600, 3960].map(durationWords)).toEqual([
      ...['0 s', '1 min', '1 min', '4 min 12 s', '1 h', '1 h 6 min'],
    ]);
  });

  it('hold every decision of any workshop once, and texts stay texts', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 20 }), nasty, (acts, text) => {
        const session = readSession(
          'w',
          carryOut(newWorkshop(), [
            ...acts,
            { kind: 'settings', name: text, room: [text] },
            { kind: 'reason', trend: 'alpha', text, basis: [] },
            { kind: 'dissent', trend: 'beta', text },
            { kind: 'note', trend: 'gamma', note: 'n', text },
          ]),
        );
        const lines = formatWorkshopMinutes(session, UTC).split('\n');
        for (const line of lines) expect(line).toMatch(LINE);
        const told = lines.filter((line) => /^(- Decision: |- \*\*)/.test(line));
        expect(told).toHaveLength(session.queue.length);
        for (const record of formatDecisionRecords(session, UTC).values()) {
          for (const line of record.split('\n')) expect(line).toMatch(RECORD_LINE);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('decision records', () => {
  it('are one file for each decision that changes the radar, with all that speaks for and against it', () => {
    const records = formatDecisionRecords(sampleAfter(...DISCUSSED), UTC);
    expect([...records.keys()]).toEqual(['decisions/2026-11-21-attention.md']);
    const [text = ''] = records.values();
    expect(text.match(/^## .*$/gm)).toEqual([
      ...['## Context', '## Decision', '## Reasons', '## Evidence for', '## Evidence against'],
      ...['## Consequences', '## Votes', '## Dissent', '## Notes'],
    ]);
    const part = (title: string) => text.split(`## ${title}\n\n`)[1]?.split('\n\n## ')[0] ?? '';
    expect(text).toMatch(/^# Move Attention from Adopt to Assess\n\n- Date: 21 Nov 2026\n/);
    expect(part('Context')).toContain('It stood in Adopt on “Sample radar”: It holds.');
    expect(part('Reasons')).toMatch(/^Because: It costs more\.\n\nThis rests on:\n\n- Fact: It works/);
    expect(part('Evidence for')).toContain('- The team: It is liked. (supports)');
    expect(part('Evidence against')).toContain('- The team: Ours is slow.');
    expect(part('Consequences')).toContain('- Tradeoff: **Speed**\n  - Cost: Memory\n');
    expect(part('Consequences')).toContain('- Failure mode, silent: **Drift**\n  - Symptom: Worse answers');
    expect(part('Dissent')).toBe('Recorded: Ada would keep it.');
  });

  it('are there for new and retired trends, and for none that stays', () => {
    const records = formatDecisionRecords(
      workshopAfter(
        { kind: 'place', trend: 'alpha', ring: 'adopt' },
        { kind: 'retire', trend: 'beta' },
        {
          kind: 'propose',
          proposal: { id: '..Up', name: 'Up', quadrant: 'tools', summary: 'What it is.' },
          ring: 'assess',
        },
      ),
      UTC,
    );
    expect([...records.keys()]).toEqual(['decisions/2026-11-21-beta.md', 'decisions/2026-11-21-up.md']);
    expect([...records.values()].map((text) => text.split('\n')[0])).toEqual([
      '# Retire Trend beta from Trial',
      '# Take up Up in Assess',
    ]);
    expect([...records.values()][1]).toContain('It was proposed in the workshop');
  });

  it('come as an archive that is the same for the same workshop', () => {
    const session = sampleAfter(...DISCUSSED);
    const zip = zipDecisionRecords(session, UTC);
    expect(zipDecisionRecords(session, UTC)).toEqual(zip);
    const files = Object.entries(unzipSync(zip)).map(([path, bytes]) => [
      path,
      new TextDecoder().decode(bytes),
    ]);
    expect(files).toEqual([...formatDecisionRecords(session, UTC)]);
  });
});

describe('a workshop as a table', () => {
  it('has a row for each trend, with votes, reason and outcome', () => {
    const rows = parseCsv(formatWorkshopCsv(sampleAfter(...DISCUSSED)));
    expect(rows).toHaveLength(3);
    const [head = [], first = [], second = []] = rows;
    const cells = Object.fromEntries(head.map((title, at) => [title, first[at]]));
    expect(cells).toMatchObject({
      ...{ Position: '1', Id: 'attention', Quadrant: 'Models', From: 'Adopt', To: 'Assess' },
      ...{ Outcome: 'Moved out', Rounds: '2', 'Votes for Adopt': '3', 'Votes for Assess': '2' },
      ...{ Questions: '1', Median: 'Adopt', Spread: '1', Reason: 'It costs more.', Champion: 'Bo' },
      ...{ 'Rests on': 'It works. | Ours is slow.', Minutes: '4.2' },
    });
    expect(second.slice(1, 8)).toEqual([
      'distillation',
      'Distillation',
      'Training',
      'Assess',
      '',
      'Parked',
      '0',
    ]);
  });

  it('has as many cells in each row as in its head, and none that begins a formula', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 20 }), nasty, (acts, text) => {
        const session = readSession(
          'w',
          carryOut(newWorkshop(), [...acts, { kind: 'reason', trend: 'alpha', text, basis: [] }]),
        );
        const rows = parseCsv(formatWorkshopCsv(session));
        expect(rows).toHaveLength(session.queue.length + 1);
        for (const row of rows) {
          expect(row).toHaveLength(rows[0]?.length ?? 0);
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
        }
        expect(rows.slice(1).map((row) => row[6])).toEqual(
          session.queue.map((trend) => {
            const standing = session.standings.get(trend);
            return standing && WORDS[outcomeOf(session, standing)];
          }),
        );
      }),
      { numRuns: 60 },
    );
    expect(TRENDS.length).toBeGreaterThan(0);
  });
});

const WORDS = {
  ...{ in: 'Moved in', out: 'Moved out', new: 'New', retired: 'Retired' },
  ...{ same: 'Unchanged', parked: 'Parked', open: 'Not discussed' },
};

/** What would do harm in Markdown, HTML or a spreadsheet. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        ...['\n# A heading', '\r\n- [ ] a task', '<script>alert(1)</script>', '[x](javascript:alert(1))'],
        ...['=1+1', '|', '**', '`', '\u2028- x', '@SUM(A1)'],
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));

/** Each line begins with words of the format's own: a text there could begin a list or a heading. */
const LINE =
  /^($|# |## (Summary|Decisions|Parked|Not discussed|Log)$|### |- (Date|Room|Radar|Decided|Moved in|Moved out|New|Retired|Unchanged|Parked|Not discussed|Decision): |- \*\*|( {2})?- (Votes|Votes, round \d|Reason|Dissent|Champion|Note|Time): |( {2})?- (It rests on|Also known):$|( {2}){1,2}- (Fact|The team): |- \d\d:\d\d )/;
const RECORD_LINE =
  /^($|# (Move|Take up|Retire|Do not take up) |## [A-Z][a-z ]+$|- (Date|Decided in|By|Champion|Fact|The team|Note|Votes|Votes, round \d): |About it: |It (was proposed|stood)|The radar records|\*\*|[A-Z]\w+ means: |None recorded\.$|Because: |This rests on:$|Recorded: )/;

/** A small reader of RFC 4180. */
function parseCsv(text: string): string[][] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  return text
    .slice(1)
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
        (quoted?.replaceAll('""', '"') ?? plain ?? '').toString(),
      ),
    );
}
