import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../src/domain/issue.ts';
import { isId } from '../../src/domain/schema.ts';
import {
  formatLens,
  LENS_NAME_LIMIT,
  LENS_SIZE_LIMIT,
  lensFileName,
  parseLens,
} from '../../src/formats/lens-file.ts';

const CONTENT = { format: 'trend-radar-lens', version: 1, name: 'Clinic pilot', conditions: ['small-team'] };
const parse = (value: unknown) => parseLens(JSON.stringify(value), 'us.lens.json');
const issuesOf = (value: unknown) => parse(value).issues.map(formatIssue);

describe('a lens file', () => {
  it('is short, and readable by people', () => {
    expect(formatLens({ name: 'Clinic pilot', conditions: ['small-team', 'regulated'] })).toBe(
      `{
  "format": "trend-radar-lens",
  "version": 1,
  "name": "Clinic pilot",
  "conditions": [
    "small-team",
    "regulated"
  ]
}
`,
    );
  });

  it('gives back every lens that was saved, unknown conditions included', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/);
    const name = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.trim());
    fc.assert(
      fc.property(name, fc.uniqueArray(id, { maxLength: 30 }), (text, conditions) => {
        fc.pre(!/[\p{Cc}]|\s\s|[^\S ]/u.test(text));
        const lens = { name: text, conditions };
        expect(parseLens(formatLens(lens), 'a')).toEqual({ lens, issues: [] });
      }),
    );
  });

  it('can be read again whatever the lens holds', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, fc.array(text), (name, conditions) => {
        const { lens, issues } = parseLens(formatLens({ name, conditions }), 'a');
        expect(issues).toEqual([]);
        expect(lens?.name.length).toBeLessThanOrEqual(LENS_NAME_LIMIT);
        expect(lens?.conditions.every(isId)).toBe(true);
      }),
    );
    const many = Array.from({ length: 5000 }, (_, at) => `condition-${'x'.repeat(60)}-${at}`);
    const written = formatLens({ name: '😀'.repeat(200), conditions: many });
    expect(written.length).toBeLessThan(LENS_SIZE_LIMIT);
    expect(parseLens(written, 'a').lens).toMatchObject({ name: '😀'.repeat(LENS_NAME_LIMIT / 2) });
  });

  it('never throws, and answers every text with a lens or with the cure', () => {
    const answer = (text: string) => {
      const { lens, issues } = parseLens(text, 'a');
      expect(lens === null).toBe(issues.length > 0);
      for (const issue of issues) expect(issue.cure).not.toBe('');
    };
    fc.assert(fc.property(fc.string(), answer));
    fc.assert(fc.property(fc.json(), answer));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(CONTENT), 'more'), fc.jsonValue()), (some) =>
        answer(JSON.stringify({ ...CONTENT, ...some })),
      ),
    );
    answer('['.repeat(50_000));
  });

  it.each<[what: string, value: unknown, issue: string]>([
    ['another kind of file', { title: 'A radar' }, 'the file is not a lens. Choose a file that was saved as'],
    ['no object', [1], 'the file is not a lens'],
    ['a newer version', { ...CONTENT, version: 2, mood: 1 }, 'saved by a newer radar page (version 2'],
    ['no version', { ...CONTENT, version: undefined }, 'version is missing. Add it.'],
    ['a version as text', { ...CONTENT, version: '1' }, 'version must be 1. Write 1 without quotes.'],
    ['no conditions', { ...CONTENT, conditions: undefined }, 'conditions is missing. Add it.'],
    ['one condition', { ...CONTENT, conditions: 'a' }, 'conditions must be a list. Write the ids in [ ].'],
    ['no id', { ...CONTENT, conditions: ['Small team'] }, 'a condition is not a valid id. Use at most'],
    ['a number', { ...CONTENT, conditions: [1] }, 'a condition must be text. Put it in quotes.'],
    ['a long name', { ...CONTENT, name: 'x'.repeat(81) }, 'name is longer than 80 characters. Shorten it.'],
    ['a name of two lines', { ...CONTENT, name: 'a\nb' }, 'name holds a line break'],
    ['an unknown key', { ...CONTENT, condition: [] }, 'unknown key "condition"'],
    ['a condition twice', { ...CONTENT, conditions: ['a', 'b', 'a'] }, 'the condition "a" is listed twice'],
    ['too many', { ...CONTENT, conditions: Array(501).fill('a') }, 'conditions lists more than 500 ids'],
  ])('is refused for %s', (_, value, issue) => {
    expect(parse(value).lens).toBeNull();
    expect(issuesOf(value)).toHaveLength(1);
    expect(issuesOf(value)[0]).toContain(issue);
  });

  it('says in which line it went wrong, also of a key that stands twice', () => {
    const text = formatLens({ name: 'Us', conditions: ['small-team'] });
    const [issue] = parseLens(text.replace('small-team', 'Small'), 'us.lens.json').issues;
    expect(issue).toMatchObject({ file: 'us.lens.json', path: ['conditions', 0], line: 6, column: 5 });
    const twice = parseLens(text.replace('"name"', '"name": "They", "name"'), 'us.lens.json');
    expect(twice.lens).toBeNull();
    expect(twice.issues.map((each) => each.message)).toEqual(['the key "name" stands here twice']);
    expect(parseLens('{ "format": ', 'us.lens.json').issues[0]).toMatchObject({ line: 1 });
  });

  it('is not read where it is far too large', () => {
    const text = `${JSON.stringify(CONTENT)}${' '.repeat(LENS_SIZE_LIMIT)}`;
    expect(parseLens(text, 'a').issues.map(formatIssue)).toEqual([
      'a: error: the file is longer than 100000 characters. Choose a file that was saved as a lens, *.lens.json.',
    ]);
  });

  it('is called after the lens', () => {
    const nameOf = (name: string) => lensFileName({ name, conditions: [] });
    expect(nameOf('  Clinic pilot, 2027! ')).toBe('clinic-pilot-2027.lens.json');
    expect(nameOf('診療 α')).toBe('診療-α.lens.json');
    expect(nameOf('../..')).toBe('team.lens.json');
    expect(nameOf('x'.repeat(500))).toBe(`${'x'.repeat(60)}.lens.json`);
  });
});
