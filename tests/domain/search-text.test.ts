import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExcerpt } from '../../src/domain/assessing/excerpt.ts';
import { nearWords } from '../../src/domain/assessing/near-words.ts';
import { walkSearchNames, walkSearchTexts } from '../../src/domain/assessing/search-text.ts';
import { dropFillers, foldWord, splitWords } from '../../src/domain/assessing/search-words.ts';
import { IMPLIED_EDITION } from '../../src/domain/editions.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const folded = (text: string) => splitWords(text).map((word) => word.folded);

describe('what is searchable of a radar', () => {
  it('names each place with the element of the panel that shows it', () => {
    const texts = [...walkSearchTexts(sampleRadar())];
    expect(texts.map(({ trend, where, anchor, text }) => [trend, where, anchor, text])).toEqual([
      ['attention', 'Name', null, 'Attention'],
      ['attention', 'Other name', null, 'self-attention'],
      ['attention', 'Subtitle', null, 'And what follows from it'],
      [
        'attention',
        'Summary',
        null,
        'One sentence on what it is, that is long enough to be folded when it is written to a file.',
      ],
      ['attention', 'Reason for the ring in 2023 (retrospective)', 'reason-2023', 'Early.'],
      ['attention', 'Reason for the ring in 2024', 'reason-2024', 'It holds.'],
      ['attention', 'Fact 1', 'fact-f1', 'It works.'],
      ['attention', 'Note of fact 1', 'fact-f1', 'Read in full.'],
      ['attention', 'Tradeoff', 'tradeoffs', 'Speed · Memory · Inputs are long.'],
      ['attention', 'Tradeoff', 'tradeoffs', 'Reuse · Size · Devices are small.'],
      [
        'attention',
        'Failure mode',
        'failure-modes',
        'Drift · Worse answers · New data · A canary set · Retrain',
      ],
      ['attention', 'Fits', 'fit', 'Low latency · It is fast.'],
      ['attention', 'Avoid when', 'fit', 'Few labels · It needs much data.'],
      ['attention', 'Tooling', 'tooling', 'A tool · Free.'],
      ['attention', 'Milestone', 'milestone-2017-06-12', 'First paper'],
      ['attention', 'Source of fact 1', 'fact-f1', 'A paper: with a colon · Example Labs'],
      ['attention', 'Source of a tradeoff', 'tradeoffs', 'A page'],
      ['distillation', 'Name', null, 'Distillation'],
    ]);
  });

  it('names no edition where the radar names none', () => {
    const radar = sampleRadar();
    radar.editions = [IMPLIED_EDITION];
    for (const trend of radar.trends) {
      trend.placements = [{ edition: IMPLIED_EDITION.id, ring: 'adopt', reason: 'Because.' }];
    }
    const reasons = [...walkSearchTexts(radar)].filter((text) => text.kind === 'reason');
    expect(new Set(reasons.map((text) => text.where))).toEqual(new Set(['Reason for the ring']));
  });

  it('is the names alone before the radar is there, and the same ones', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const names = [...walkSearchTexts(radar)].filter((text) => text.kind === 'name');
        expect([...walkSearchNames(buildIndex(radar))]).toEqual(names);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the words of a text', () => {
  it('are compared without capitals, accents, ligatures and typographic forms', () => {
    expect(folded('Café ÉCOLE naïve Øre Straße ﬁne Łódź ＦＰ８')).toEqual([
      'cafe',
      'ecole',
      'naive',
      'ore',
      'strasse',
      'fine',
      'lodz',
      'fp8',
    ]);
    expect(folded('cafe\u0301')).toEqual(['cafe']);
  });

  it('keep decimals whole, part at hyphens, and leave out signs', () => {
    expect(folded('3.25 times: GPT-4.1, 8-bit (C++) · “it’s” …')).toEqual([
      '3.25',
      'times',
      'gpt',
      '4.1',
      '8',
      'bit',
      'c',
      'it',
      's',
    ]);
  });

  it('are single signs in scripts without spaces', () => {
    expect(folded('AI模型 量化')).toEqual(['ai', '模', '型', '量', '化']);
  });

  it('stand where the text has them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const word of splitWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(foldWord(text.slice(word.start, word.end))).toBe(word.folded);
          end = word.end;
        }
      }),
    );
  });

  it('lose fillers only where other words remain', () => {
    expect(dropFillers(['the', 'cost', 'of', 'a', 'token'])).toEqual(['cost', 'token']);
    expect(dropFillers(['of', 'the'])).toEqual(['of', 'the']);
  });
});

describe('near words', () => {
  const vocabulary = ['diffusion', 'fusion', 'transfer', 'transformer', 'transformers', 'translate'].sort();

  it('are those that begin with something the fewest errors away', () => {
    expect(nearWords('difusion', vocabulary, 1)).toEqual(['diffusion']);
    expect(nearWords('difusi', vocabulary, 1)).toEqual(['diffusion']);
    expect(nearWords('transfomer', vocabulary, 2)).toEqual(['transformer', 'transformers']);
    expect(nearWords('diffusoin', vocabulary, 1)).toEqual(['diffusion']);
    expect(nearWords('kubernetes', vocabulary, 2)).toEqual([]);
  });

  it('are what comparing each word by itself would find', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        word,
        fc.uniqueArray(word, { maxLength: 12 }),
        fc.integer({ min: 0, max: 2 }),
        (typed, words, most) => {
          const sorted = [...words].sort();
          const errors = new Map(sorted.map((candidate) => [candidate, errorsToBeginning(typed, candidate)]));
          const fewest = Math.min(most, ...errors.values());
          expect(nearWords(typed, sorted, most)).toEqual(
            sorted.filter((candidate) => errors.get(candidate) === fewest),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an excerpt', () => {
  const text = `${'before '.repeat(30)}the needle in the hay ${'after '.repeat(30)}`.trim();

  it('shows the words looked for in their context, cut between words', () => {
    const pieces = buildExcerpt(text, new Set(['needle', 'hay']));
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['needle', 'hay']);
    const whole = pieces.map((piece) => piece.text).join('');
    expect(whole).toMatch(/^… before .*the needle in the hay after .* …$/);
    expect(whole.length).toBeLessThanOrEqual(94);
  });

  it('cuts no word and ends with no sign that joins parts', () => {
    const parts = `${'x '.repeat(60)}latency target of the service · ${'y '.repeat(60)}`;
    const shown = (width: number) =>
      buildExcerpt(parts, new Set(['latency']), width)
        .map((piece) => piece.text)
        .join('');
    for (let width = 7; width < 120; width += 1) {
      expect(shown(width)).toMatch(/^… (x )*latency( target( of( the( service( · y( y)*)?)?)?)?)? …$/);
    }
  });

  it('shows where most of the words stand together', () => {
    const apart = `one ${'x '.repeat(100)}two one three ${'y '.repeat(100)}`;
    const pieces = buildExcerpt(apart, new Set(['one', 'two', 'three']));
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual([
      'two',
      'one',
      'three',
    ]);
  });

  it('marks exactly the words looked for that it shows, and changes no letter', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('alpha', 'Beta', 'gámma', '量', '<b>', '👩‍💻', 'x'.repeat(120)),
        fc.string({ maxLength: 12 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(words, fc.subarray(['alpha', 'beta', 'gamma', '量', 'x'.repeat(120)]), (parts, sought) => {
        const source = parts.join(' ');
        const pieces = buildExcerpt(source, new Set(sought));
        for (const piece of pieces.filter((each) => each.marked))
          expect(sought).toContain(foldWord(piece.text));
        const plain = pieces.filter((piece) => !piece.marked).map((piece) => piece.text);
        for (const word of plain.flatMap(folded)) expect(sought).not.toContain(word);
        const shown = pieces.map((piece) => piece.text).join('');
        expect(source).toContain(shown.replace(/^… /, '').replace(/ …$/, ''));
        expect(folded(source).some((word) => sought.includes(word))).toBe(
          pieces.some((piece) => piece.marked),
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** The errors between a word and the nearest beginning of another, by the plain definition. */
function errorsToBeginning(word: string, other: string): number {
  return Math.min(...Array.from({ length: other.length + 1 }, (_, end) => errors(word, other.slice(0, end))));
}

function errors(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const swapped = a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1) && a.length > 1 && b.length > 1;
  return Math.min(
    errors(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
    errors(x, b) + 1,
    errors(a, y) + 1,
    swapped ? errors(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}
