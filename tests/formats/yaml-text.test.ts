import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYaml, parseYaml, YAML_SIZE_LIMIT } from '../../src/formats/yaml-text.ts';

const TEXT = `# yaml-language-server: $schema=x.json
title: One
items:
  - id: a
    name: First
  - id: b
`;

describe('parseYaml', () => {
  it('reads the value and places values, keys, and the holder of what is missing', () => {
    const { value, issues, locate } = parseYaml(TEXT, 'x.yaml');
    expect(value).toEqual({ title: 'One', items: [{ id: 'a', name: 'First' }, { id: 'b' }] });
    expect(issues).toEqual([]);
    expect(locate(['title'])).toEqual({ line: 2, column: 8 });
    expect(locate(['items', 0, 'name'])).toEqual({ line: 5, column: 11 });
    expect(locate(['items', 0, 'name'], 'key')).toEqual({ line: 5, column: 5 });
    expect(locate(['items', 1, 'name'])).toEqual({ line: 6, column: 5 });
    expect(locate(['items', 9, 'id'])).toEqual({ line: 4, column: 3 });
    expect(locate(['nothing', 'here'])).toEqual({ line: 2, column: 1 });
  });

  it('reports every syntax error with its place, and duplicate keys as such', () => {
    const { value, issues } = parseYaml('a: 1\nb: "open\na: 2\n', 'x.yaml');
    expect(value).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
    expect(issues[0]).toMatchObject({ severity: 'error', file: 'x.yaml', line: 4 });
    expect(parseYaml('a: 1\nb: 2\na: 3\n', 'x.yaml').issues).toMatchObject([
      { message: 'this key stands here twice', line: 3, column: 1 },
    ]);
  });

  it('warns of comments that formatting would lose, wherever they stand, and of no other hash sign', () => {
    const { issues } = parseYaml('a: "# no"\nb: >-\n  long # no\n  # no\nc: x#no # yes\n  # yes\n', 'x.yaml');
    expect(issues.map(({ severity, line, column }) => ({ severity, line, column }))).toEqual([
      { severity: 'warning', line: 5, column: 9 },
      { severity: 'warning', line: 6, column: 3 },
    ]);
  });

  it('refuses texts that are too long or that expand without end', () => {
    expect(parseYaml('x'.repeat(YAML_SIZE_LIMIT + 1), 'x.yaml').issues).toHaveLength(1);
    const layers = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`);
    const { value, issues } = parseYaml(`l0: &l0 [1]\n${layers.join('\n')}\n`, 'x.yaml');
    expect(value).toBeUndefined();
    expect(issues[0]?.message).toContain('aliases');
  });
});

describe('formatYaml', () => {
  it('quotes what other readers might take for a date, and folds long texts below their key', () => {
    const long = 'This sentence is long enough to be folded: it has a colon, and many words after it too.';
    expect(formatYaml({ date: '2024-05', year: 2024, text: long }, 'x.json')).toBe(
      `# yaml-language-server: $schema=x.json\ndate: '2024-05'\nyear: 2024\ntext: >-\n  ${long}\n`,
    );
  });

  it('writes any text so that it reads back the same', () => {
    const words = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '  ', '\t', ': ', ' #')),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const value = { list: [{ text: parts.join('') }] };
        const parsed = parseYaml(formatYaml(value), 'x.yaml');
        expect(parsed.issues).toEqual([]);
        expect(parsed.value).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});
