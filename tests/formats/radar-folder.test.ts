import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../src/domain/issue.ts';
import { formatRadarFolder, parseRadarFolder } from '../../src/formats/radar-folder.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

/** The sample's files, with one text replaced in one file. */
function broken(file: string, from: string, to: string): string[] {
  const files = formatRadarFolder(sampleRadar());
  const text = files.get(file) ?? '';
  expect(text).toContain(from);
  files.set(file, text.replace(from, to));
  const { radar, issues } = parseRadarFolder(files);
  expect(radar).toBeNull();
  return issues.map(formatIssue);
}

describe('parseRadarFolder', () => {
  it('reads a sound folder without an issue', () => {
    expect(parseRadarFolder(formatRadarFolder(sampleRadar()))).toEqual({ radar: sampleRadar(), issues: [] });
  });

  it.each([
    [
      'an unknown key',
      'subtitle:',
      'subtitel:',
      '4:1: error: unknown key "subtitel". Did you mean "subtitle"?',
    ],
    [
      'a missing source',
      '    source: a-paper\n    grade: verified\n    scope',
      '    grade: verified\n    scope',
      '25:5: error: source is missing',
    ],
    [
      'a dangling source',
      'source: a-paper',
      'source: a-papr',
      '30:13: error: there is no source "a-papr". Did you mean "a-paper"?',
    ],
    [
      'a dangling quadrant',
      'quadrant: models',
      'quadrant: model',
      '7:11: error: there is no quadrant "model". Did you mean "models"?',
    ],
    [
      'a dangling ring',
      'ring: adopt',
      'ring: adpt',
      '17:11: error: there is no ring "adpt". Did you mean "adopt"?',
    ],
    [
      'a dangling trend',
      'trend: distillation',
      'trend: distilation',
      'there is no trend "distilation". Did you mean "distillation"?',
    ],
    [
      'a dangling condition',
      'condition: low-latency',
      'condition: low',
      'there is no condition "low". Known: low-latency',
    ],
    ['a bad date', "date: '2023'", "date: '2023-02-30'", '29:11: error: date is not a real date'],
    [
      'a date without quotes',
      "date: '2023'",
      'date: 2023',
      '29:11: error: date must be text. Put it in quotes.',
    ],
    [
      'another file name',
      'id: attention',
      'id: attentive',
      '2:5: error: the id "attentive" is not the name of the file',
    ],
    ['broken YAML', 'name: Attention', 'name: "Attention', 'error: '],
    [
      'an unknown grade',
      'grade: verified',
      'grade: sure',
      'error: grade is "sure". Use one of verified, derived, assumption.',
    ],
    [
      'a text in place of a list',
      'aliases:\n  - self-attention',
      'aliases: self-attention',
      'error: aliases must be a list',
    ],
  ])('finds %s in a trend', (_what, from, to, expected) => {
    const found = broken('trends/attention.yaml', from, to);
    expect(found.filter((line) => line.startsWith('trends/attention.yaml:')).join('\n')).toContain(expected);
  });

  it.each([
    ['url: https://example.org/b-page', 'url: javascript:alert(1)', 'error: url is not a web address'],
    [
      'url: https://example.org/b-page',
      'url: https://example.org/a-paper',
      'is given twice ("a-paper" has it already)',
    ],
    ['id: b-page', 'id: a-paper', 'error: the id of the sources "a-paper" is given twice'],
  ])('finds %s changed to %s in the sources', (from, to, expected) => {
    expect(broken('sources.yaml', from, to).join('\n')).toContain(expected);
  });

  it('finds all problems of all files in one run, and blames no file for another', () => {
    const files = formatRadarFolder(sampleRadar());
    files.set('radar.yaml', (files.get('radar.yaml') ?? '').replace('id: low-latency', 'id: Low Latency'));
    files.set(
      'sources.yaml',
      (files.get('sources.yaml') ?? '').replace('https://example.org/b', 'ftp://example.org/b'),
    );
    files.set(
      'trends/attention.yaml',
      (files.get('trends/attention.yaml') ?? '').replace('kind: b', 'kind: B'),
    );
    files.set('trends/distillation.yaml', 'id: [');
    files.set('trends/notes.txt', 'hello');
    const { radar, issues } = parseRadarFolder(files);
    expect(radar).toBeNull();
    expect(issues.map(({ file }) => file)).toEqual([
      'radar.yaml',
      'sources.yaml',
      'trends/attention.yaml',
      'trends/attention.yaml',
      'trends/distillation.yaml',
      'trends/notes.txt',
    ]);
  });

  it('names missing files, and does not call their contents dangling', () => {
    const files = formatRadarFolder(sampleRadar());
    files.delete('sources.yaml');
    const { issues } = parseRadarFolder(files);
    expect(issues.map(formatIssue)).toEqual([
      expect.stringContaining('sources.yaml: error: the file is missing'),
    ]);
    expect(parseRadarFolder(new Map()).issues.map(({ file }) => file)).toEqual([
      'radar.yaml',
      'sources.yaml',
    ]);
  });
});

describe('formatRadarFolder', () => {
  it('writes what parses to the same radar, and again to the same bytes', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const files = formatRadarFolder(radar);
        const parsed = parseRadarFolder(files);
        expect(parsed.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        const sources = [...radar.sources].sort(byId);
        const trends = [...radar.trends].sort(byId);
        expect(parsed.radar).toEqual({ ...radar, sources, trends });
        if (parsed.radar !== null) expect([...formatRadarFolder(parsed.radar)]).toEqual([...files]);
      }),
      { numRuns: 60 },
    );
  });

  it('puts keys into the order of the schema', () => {
    const radar = sampleRadar();
    const [first, ...others] = radar.trends;
    const turned = Object.fromEntries(Object.entries(first ?? {}).reverse()) as typeof first;
    const shuffled = { ...radar, trends: turned === undefined ? [] : [turned, ...others] };
    expect([...formatRadarFolder(shuffled)]).toEqual([...formatRadarFolder(radar)]);
  });
});
