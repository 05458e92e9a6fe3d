import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakName } from '../../src/layout/break-name.ts';
import { measureText } from '../../src/layout/measure-text.ts';

const linesOf = (name: string) => breakName(name, 14).map((form) => form.lines);

describe('the forms of a name', () => {
  it('is one line for a short name, and also two of like length for a longer one', () => {
    expect(linesOf('GANs')).toEqual([['GANs']]);
    expect(linesOf('Neural architecture search')).toEqual([
      ['Neural architecture search'],
      ['Neural architecture', 'search'],
    ]);
  });

  it('breaks Korean at its spaces and Japanese before no small kana', () => {
    expect(linesOf('멀티모달 트랜스포머')[1]).toEqual(['멀티모달', '트랜스포머']);
    for (const [, two] of ['ファインチューニング', 'データガバナンスの文書化'].map(linesOf)) {
      expect(two).toHaveLength(2);
      expect(two?.[1]).not.toMatch(/^[ァィゥェォッャュョー]/);
    }
  });

  it('cuts only the end of a name that is too long for two lines', () => {
    const name = 'Retrieval-augmented generation with reranking over long documents of several hundred pages';
    for (const lines of linesOf(name)) {
      expect(lines.slice(0, -1).join(' ')).not.toContain('…');
      expect(lines.at(-1)).toMatch(/…$/);
      expect(name.startsWith(lines.join(' ').slice(0, -1).trimEnd())).toBe(true);
    }
  });

  it('measures right-to-left letters narrower than ideographs', () => {
    expect(measureText('الذكاء', 10, 500)).toBeLessThan(measureText('混合专家模型', 10, 500));
  });

  it('gives one or two lines within their width, and loses nothing but what it says it cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        for (const { lines, width } of breakName(name, 14)) {
          expect([1, 2]).toContain(lines.length);
          for (const line of lines) expect(measureText(line, 14, 500)).toBeLessThanOrEqual(width + 1e-6);
          const whole = name.replace(/\s+/g, '');
          const kept = lines.join('').replace(/\s+/g, '');
          if (!lines.at(-1)?.endsWith('…')) expect(kept).toBe(whole);
        }
      }),
      { seed: 4 },
    );
  });
});
