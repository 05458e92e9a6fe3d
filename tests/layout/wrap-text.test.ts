import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '../../src/layout/measure-text.ts';
import { wrapText } from '../../src/layout/wrap-text.ts';

const SIZE = 10;
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(' ', '\n', '深層学習の', 'e\u0301', 'a-b/c'),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(' '));
const bare = (text: string) => text.replace(/\s+/gu, '');

describe('wrapText', () => {
  it('keeps every character, in order', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        (text, width, indent) => {
          const lines = wrapText(text, width, SIZE, 400, Math.min(indent, width));
          expect(bare(lines.join(''))).toBe(bare(text));
        },
      ),
    );
  });

  it('keeps every line within the width, the first within what the indent leaves', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        (text, width, indent) => {
          const own = Math.min(indent, width);
          for (const [at, line] of wrapText(text, width, SIZE, 400, own).entries()) {
            // a single character, with all that is tied to it, cannot be broken
            if ([...new Intl.Segmenter().segment(line)].length === 1) continue;
            expect(measureText(line, SIZE, 400)).toBeLessThanOrEqual(width - (at === 0 ? own : 0) + 0.001);
          }
        },
      ),
    );
  });

  it('joins words by one space and leaves none at the ends of lines', () => {
    expect(wrapText('  one \n two\tthree ', 1000, SIZE, 400)).toEqual(['one two three']);
    for (const line of wrapText('one two three four five', 50, SIZE, 400)) expect(line).toBe(line.trim());
  });

  it('makes no line of nothing', () => {
    expect(wrapText(' \n ', 100, SIZE, 400)).toEqual([]);
  });

  const widthOf = (text: string) => measureText(text, SIZE, 400);

  it('breaks after hyphens and slashes between words, not within numbers', () => {
    expect(wrapText('fine-tuning', widthOf('fine-tun'), SIZE, 400)).toEqual(['fine-', 'tuning']);
    expect(wrapText('loss/accuracy', widthOf('loss/accu'), SIZE, 400)).toEqual(['loss/', 'accuracy']);
    expect(wrapText('up to 8/255', widthOf('up to 8/'), SIZE, 400)).toEqual(['up to', '8/255']);
    expect(wrapText('since 2024-11', widthOf('since 2024-'), SIZE, 400)).toEqual(['since', '2024-11']);
    expect(wrapText('about -x', widthOf('about -'), SIZE, 400)).toEqual(['about', '-x']);
  });

  it('breaks between ideographs, and begins no line with a closing mark', () => {
    expect(wrapText('深層学習', 25, SIZE, 400)).toEqual(['深層', '学習']);
    expect(wrapText('深層。学習', 25, SIZE, 400)).toEqual(['深', '層。', '学習']);
  });

  it('breaks a word that is longer than a line between characters, never before a combining mark', () => {
    expect(wrapText('mmmmm', widthOf('mm'), SIZE, 400)).toEqual(['mm', 'mm', 'm']);
    expect(wrapText('e\u0301e\u0301', widthOf('e'), SIZE, 400)).toEqual(['e\u0301', 'e\u0301']);
  });

  it('leaves the first line empty where the indent takes its room', () => {
    expect(wrapText('word', 100, SIZE, 400, 95)).toEqual(['', 'word']);
  });

  it('keeps together what a space without a break joins', () => {
    expect(wrapText('at 80\u00a0GB', widthOf('at 80 G'), SIZE, 400)).toEqual(['at', '80\u00a0GB']);
  });
});
