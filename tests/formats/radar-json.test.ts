import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { IMPLIED_EDITION } from '../../src/domain/editions.ts';
import { formatIssue } from '../../src/domain/issue.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { formatRadarJson, parseRadarJson } from '../../src/formats/radar-json.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

/** The least radar file that is valid, with `changes` to its root. */
function leastFile(changes: object = {}): Record<string, unknown> {
  return {
    version: 1,
    title: 'Least',
    quadrants: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    rings: [{ id: 'one', name: 'One' }],
    trends: [{ id: 'x', name: 'X', quadrant: 'a', ring: 'one' }],
    ...changes,
  };
}

function parse(file: object) {
  const { radar, issues } = parseRadarJson(JSON.stringify(file, null, 1), 'my.radar.json');
  return { radar, lines: issues.map(formatIssue) };
}

describe('parseRadarJson', () => {
  it('reads the least valid file, with the implied edition', () => {
    const { radar, lines } = parse(leastFile());
    expect(lines).toEqual([]);
    expect(radar?.editions).toEqual([IMPLIED_EDITION]);
    expect(radar?.trends).toEqual([
      { id: 'x', name: 'X', quadrant: 'a', placements: [{ edition: IMPLIED_EDITION.id, ring: 'one' }] },
    ]);
  });

  it('takes a ring as the placement in the latest edition', () => {
    const editions = [
      { id: 'new', date: '2024-02' },
      { id: 'old', date: '2024-01' },
    ];
    expect(parse(leastFile({ editions })).radar?.trends[0]?.placements).toEqual([
      { edition: 'new', ring: 'one' },
    ]);
  });

  it.each([
    ['neither ring nor placements', { id: 'x', name: 'X', quadrant: 'a' }, 'ring is missing'],
    [
      'both ring and placements',
      { id: 'x', name: 'X', quadrant: 'a', ring: 'one', placements: [{ edition: 'current', ring: 'one' }] },
      'both ring and placements',
    ],
    ['a ring that is not there', { id: 'x', name: 'X', quadrant: 'a', ring: 'on' }, 'Did you mean "one"?'],
    [
      'an unknown key',
      { id: 'x', name: 'X', quadrant: 'a', ring: 'one', colour: 'red' },
      'unknown key "colour"',
    ],
    [
      'a key that code could trip over',
      JSON.parse('{"id":"x","name":"X","quadrant":"a","ring":"one","__proto__":{}}'),
      'unknown key "__proto__"',
    ],
    [
      'a source that is not there',
      {
        id: 'x',
        name: 'X',
        quadrant: 'a',
        ring: 'one',
        milestones: [{ date: '2024', event: 'E', source: 's', grade: 'derived' }],
      },
      'there is no source "s"',
    ],
    ['an id that is not one', { id: 'X y', name: 'X', quadrant: 'a', ring: 'one' }, 'id is not a valid id'],
    [
      'a name that is too long',
      { id: 'x', name: 'X'.repeat(33), quadrant: 'a', ring: 'one' },
      'longer than 32',
    ],
  ])('refuses a trend with %s', (_what, trend: object, expected) => {
    const { radar, lines } = parse(leastFile({ trends: [trend] }));
    expect(radar).toBeNull();
    expect(lines.join('\n')).toContain(expected);
    expect(lines[0]).toMatch(/^my\.radar\.json:\d+:\d+: error: /);
  });

  it.each([
    ['one quadrant', { quadrants: [{ id: 'a', name: 'A' }] }, 'at least 2 quadrants'],
    ['nine quadrants', { quadrants: manyNamed(9) }, 'at most 8 quadrants'],
    ['no ring', { rings: [] }, 'at least 1 ring'],
    ['nine rings', { rings: manyNamed(9) }, 'at most 8 rings'],
    ['another version', { version: 2 }, 'version must be 1'],
    ['no title', { title: undefined }, 'title is missing'],
    ['trends that are no list', { trends: {} }, 'trends must be a list'],
    ['no trends', { trends: undefined }, 'trends is missing'],
  ])('refuses %s', (_what, changes, expected) => {
    const { radar, lines } = parse(leastFile(changes));
    expect(radar).toBeNull();
    expect(lines.join('\n')).toContain(expected);
  });

  it.each(['null', '[]', '"radar"', '3'])('refuses %s in one sentence', (text) => {
    const { radar, issues } = parseRadarJson(text, 'x.radar.json');
    expect(radar).toBeNull();
    expect(issues).toHaveLength(1);
  });

  it('says where the syntax breaks, and finds keys given twice', () => {
    expect(parseRadarJson('{"version": 1,\n}', 'x.radar.json').issues).toMatchObject([
      { line: 2, column: 1 },
    ]);
    const text = JSON.stringify(leastFile()).replace('{', '{"title":"Other",');
    const { radar, issues } = parseRadarJson(text, 'x.radar.json');
    expect(radar).toBeNull();
    expect(issues.map(({ message }) => message)).toEqual(['the key "title" stands here twice']);
  });
});

describe('parseRadarJson of a file that is full of mistakes', () => {
  const trends = (count: number, changes: object = {}) =>
    Array.from({ length: count }, (_, index) => ({
      id: `t${index}`,
      name: `T${index}`,
      quadrant: 'a',
      ring: 'one',
      ...changes,
    }));

  it('tells of the first thousand in the order of the text, and counts the rest', () => {
    const { radar, issues } = parseRadarJson(
      JSON.stringify(leastFile({ trends: trends(1500, { colour: 1 }) }), null, 1),
      'x.radar.json',
    );
    expect(radar).toBeNull();
    expect(issues).toHaveLength(1001);
    expect(issues.slice(0, 1000).map(({ path }) => path[1])).toEqual([...Array(1000).keys()]);
    expect(issues.at(-1)).toMatchObject({ severity: 'error', file: 'x.radar.json', path: [] });
    expect(issues.at(-1)?.message).toBe('there are 500 more like these, which are not listed');
  });

  it('hides no error behind warnings, and takes a radar for valid that has warnings alone', () => {
    const warnings = trends(1200, { name: 'Same' });
    const read = (list: object[]) =>
      parseRadarJson(JSON.stringify(leastFile({ trends: list })), 'x.radar.json');
    const sound = read(warnings);
    expect(sound.radar?.trends).toHaveLength(1200);
    expect(new Set(sound.issues.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(sound.issues).toHaveLength(1001);

    const broken = read([...warnings, { id: 'last', name: 'Last', quadrant: 'zzz', ring: 'one' }]);
    expect(broken.radar).toBeNull();
    expect(broken.issues.map(({ message }) => message)).toContain('there is no quadrant "zzz"');
  });

  it('says in one sentence that there is more wrong than the schema can hand on', () => {
    const text = JSON.stringify(leastFile({ trends: trends(1, { facts: Array(400_000).fill(1) }) }));
    const { radar, issues } = parseRadarJson(text, 'x.radar.json');
    expect(radar).toBeNull();
    expect(issues.map(({ message }) => message)).toEqual([
      'far more places of the file do not fit than can be listed',
    ]);
  });

  it('searches the text for its lines once, however many issues there are', () => {
    const text = JSON.stringify(leastFile({ trends: Array(2000).fill(1) }), null, 1);
    const search = vi.spyOn(String.prototype, 'indexOf');
    parseRadarJson(text, 'x.radar.json');
    const lines = search.mock.calls.filter(([wanted]) => wanted === '\n').length;
    search.mockRestore();
    expect(lines).toBeLessThanOrEqual(text.split('\n').length);
  });
});

describe('formatRadarJson', () => {
  it('writes a radar without editions of its own in the short form it was read from', () => {
    const { radar } = parse(leastFile());
    expect(radar && JSON.parse(formatRadarJson(radar))).toEqual(leastFile());
  });

  it.each([true, false])('writes the edition that it could leave out where retrospective is %s', (flag) => {
    const radar: Radar = {
      ...sampleRadar(),
      editions: [{ ...IMPLIED_EDITION, retrospective: flag }],
      trends: [
        { id: 'x', name: 'X', quadrant: 'models', placements: [{ edition: 'current', ring: 'adopt' }] },
      ],
    };
    expect(parseRadarJson(formatRadarJson(radar), 'x.radar.json').radar).toEqual(radar);
  });

  it('writes every field', () => {
    expect(parseRadarJson(formatRadarJson(sampleRadar()), 'x.radar.json')).toEqual({
      radar: sampleRadar(),
      issues: [],
    });
  });

  it('writes what parses to the same radar, and again to the same bytes', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const text = formatRadarJson(radar);
        const parsed = parseRadarJson(text, 'x.radar.json');
        expect(parsed.radar).toEqual(radar);
        if (parsed.radar !== null) expect(formatRadarJson(parsed.radar)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

function manyNamed(count: number) {
  return Array.from({ length: count }, (_, index) => ({ id: `n${index}`, name: `N${index}` }));
}
