import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/domain/plain-text.ts';

describe('the words of a text in Markdown', () => {
  it.each([
    ['# A title #\n\nA line\nthat goes on.', 'A title\nA line that goes on.'],
    ['Title\n===\n\ntext', 'Title\ntext'],
    ['**bold**, *slanted*, __both__ and _more_, ~~gone~~', 'bold, slanted, both and more, gone'],
    ['**bold with *slanted* inside**', 'bold with slanted inside'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['`code *as it is*` and ``two``', 'code *as it is* and two'],
    ['a [link](https://example.org "title") and <https://example.org/x>', 'a link and https://example.org/x'],
    ['![picture](https://example.org/a.png) beside', 'picture beside'],
    ['- one\n- two\n  on\n1. first\n- [x] done', '• one\n• two on\n1. first\n• done'],
    ['> quoted\n> on', 'quoted on'],
    ['```js\nlet a;\n```\nafter', 'let a;\nafter'],
    ['| a | b |\n| - | :-: |\n| c | d |', 'a · b\nc · d'],
    ['\\*not slanted\\* &amp; &lt;b&gt;', '*not slanted* & <b>'],
    ['one  \ntwo\\\nthree\n\n---\n\nfour', 'one\ntwo\nthree\nfour'],
    ['', ''],
  ])('of %j are %j', (markdown, words) => {
    expect(plainText(markdown)).toBe(words);
  });

  it('are what is written where nothing is marked', () => {
    const words = fc.array(fc.stringMatching(/^[a-z,.;]{1,8}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, (own) => {
        expect(plainText(own.join(' '))).toBe(own.join(' '));
      }),
    );
  });

  it('come of any text without fail', () => {
    const marks = fc.string({ unit: fc.constantFrom(...'*_~`[]()<>!#-|\\ \n1.a&;\ue02a'), maxLength: 60 });
    fc.assert(
      fc.property(marks, (markdown) => {
        expect(typeof plainText(markdown)).toBe('string');
      }),
    );
  });
});
