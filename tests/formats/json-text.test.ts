import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/formats/json-text.ts';

describe('parseJson', () => {
  it('reads the value and places values, keys, and the holder of what is missing', () => {
    const { value, issues, locate } = parseJson('{\n  "a": [1, {"b": "x"}],\n  "": 2\n}', 'x.json');
    expect(value).toEqual({ a: [1, { b: 'x' }], '': 2 });
    expect(issues).toEqual([]);
    expect(locate(['a', 1, 'b'])).toEqual({ line: 2, column: 18 });
    expect(locate(['a', 1, 'b'], 'key')).toEqual({ line: 2, column: 13 });
    expect(locate(['a', 1, 'c'])).toEqual({ line: 2, column: 12 });
    expect(locate(['zz'])).toEqual({ line: 1, column: 1 });
  });

  it.each([
    ['{"a": 1,}', 1, 9, 'a key in double quotes'],
    ['{\n "a" 1}', 2, 6, '":"'],
    ['[1 2]', 1, 4, '"," or "]"'],
    ['{"a": tru}', 1, 7, 'a value'],
    ['{"a": 1', 1, 8, 'the file ends'],
    ["{'a': 1}", 1, 2, 'a key in double quotes'],
    ['1 1', 1, 3, 'the end of the file'],
    ['', 1, 1, 'the file ends'],
    [`${'['.repeat(100_000)}`, 1, 34, 'nested'],
  ])('says where %j goes wrong', (text, line, column, words) => {
    const { value, issues } = parseJson(text.slice(0, 200_000), 'x.json');
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ severity: 'error', file: 'x.json', line, column }]);
    expect(issues[0]?.message).toContain(words);
  });

  it('reports a key that stands twice, at its second place', () => {
    expect(parseJson('{"a": {"b": 1,\n "b": 2}, "b": 3}', 'x.json').issues).toMatchObject([
      { message: 'the key "b" stands here twice', path: ['a', 'b'], line: 2, column: 2 },
    ]);
  });

  it('ignores the byte order mark that some editors write', () => {
    expect(parseJson('\uFEFF{"a": 1}', 'x.json')).toMatchObject({ value: { a: 1 }, issues: [] });
  });

  it('places everything as a count of the line breaks before it does', () => {
    const piece = fc.constantFrom('"x"', '\n', ' ', '[1,\n2]', '{"a":\n1}');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const items = pieces.map((text) => (text.trim() === '' ? `${text}null` : text));
        const text = `[${items.join(',')}]`;
        const { locate } = parseJson(text, 'x.json');
        let offset = 1;
        for (const [index, item] of items.entries()) {
          const start = offset + item.length - item.trimStart().length;
          const before = text.slice(0, start).split('\n');
          expect(locate([index])).toEqual({
            line: before.length,
            column: (before.at(-1)?.length ?? 0) + 1,
          });
          offset += item.length + 1;
        }
      }),
    );
  });

  it('reads a million characters of key above many values, and texts of ten million characters', () => {
    const key = 'k'.repeat(1_000_000);
    const { locate } = parseJson(`{"${key}": [${Array(20_000).fill(0).join(',')}]}`, 'x.json');
    expect(locate([key, 19_999])).toEqual({ line: 1, column: 1_000_007 + 2 * 19_999 });
    const long = 'x'.repeat(10_000_000);
    expect(parseJson(`["${long}"]`, 'x.json').value).toEqual([long]);
    expect(parseJson(`["${'\\n'.repeat(5_000_000)}"]`, 'x.json').value).toEqual(['\n'.repeat(5_000_000)]);
  });

  it('refuses more values than any radar holds', () => {
    const text = `[${Array(1_000_000).fill(0).join(',')}]`;
    expect(parseJson(text, 'x.json')).toMatchObject({
      value: undefined,
      issues: [{ message: 'the file holds more than 1000000 values', column: 2 * 1_000_000 }],
    });
  });

  it('accepts exactly what JSON.parse accepts', () => {
    const mutated = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom('', ',', '"', '}', '0', ' ', '\\', 'e'))
      .map(([json, place, insert]) => {
        const at = place % (json.length + 1);
        return `${json.slice(0, at)}${insert}${json.slice(at + (place % 2))}`;
      });
    fc.assert(
      fc.property(mutated, (text) => {
        const { value, issues } = parseJson(text, 'x.json');
        const syntax = issues.filter((issue) => !issue.message.includes('twice'));
        expect(syntax.length === 0 ? value : undefined).toEqual(parsedByEngine(text));
      }),
      { numRuns: 500 },
    );
  });
});

function parsedByEngine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
