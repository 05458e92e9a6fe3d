import { describe, expect, it } from 'vitest';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { buildDetail, buildIndex } from '../../src/domain/radar-index.ts';
import { buildSheet } from '../../src/scene/build-sheet.ts';
import { findTextFaults } from '../support/poster-boxes.ts';
import { POSTER_OPTIONS } from '../support/poster-options.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const SIZES = [
  ['a screen', 1920, 1080],
  ['A4 upright', 2480, 3508],
  ['a square', 1080, 1080],
] as const;

/** A sheet of the sample's trend without facts. */
function sheetOf(told: Partial<Trend>, size: readonly [string, number, number] = SIZES[0]) {
  const radar: Radar = sampleRadar();
  const trend = radar.trends.find(({ id }) => id === 'distillation');
  if (trend === undefined) throw new Error('the sample has this trend');
  Object.assign(trend, told);
  const [, width, height] = size;
  return buildSheet(buildIndex(radar), buildDetail(radar, trend), {
    ...POSTER_OPTIONS,
    edition: '2024',
    width,
    height,
  });
}

const wordsOf = (sheet: ReturnType<typeof sheetOf>) =>
  sheet.texts.map(({ text }) => text.replaceAll('\u00a0', ' ')).join(' ');

describe('the sheet of a trend without facts', () => {
  it('tells what the radar tells: description in plain words, tags and links', () => {
    const words = wordsOf(
      sheetOf({
        description: '# What it is\n\nA **small** model learns from a [large one](https://example.org).',
        tags: ['models', 'compression'],
        links: [{ title: 'The handbook', url: 'https://example.org/h' }],
      }),
    );
    expect(words).toContain('Description What it is A small model learns from a large one.');
    expect(words).toContain('Tags models · compression');
    expect(words).toContain('Links The handbook: https://example.org/h');
    expect(words).toContain('No evidence recorded');
  });

  it('is never empty', () => {
    expect(wordsOf(sheetOf({}))).toContain('Evidence No evidence recorded');
    expect(wordsOf(sheetOf({}))).not.toContain('Description');
  });

  it('tells nothing of it beside facts, which need the room', () => {
    const [known] = sampleRadar().trends[0]?.facts ?? [];
    if (known === undefined) throw new Error('the sample has a fact');
    expect(wordsOf(sheetOf({ description: 'Told at length.', facts: [known] }))).not.toContain(
      'Told at length',
    );
  });

  it.each(SIZES)('cuts what is too long for %s, and says so', (...size) => {
    const sentence = 'It goes on and on about what it is. ';
    const sheet = sheetOf(
      {
        description: `${sentence.repeat(4)}\n\n${sentence.repeat(2000)}`,
        tags: Array.from({ length: 300 }, (_, at) => `a-tag-of-some-length-${at}`),
        links: Array.from({ length: 200 }, (_, at) => ({
          url: `https://example.org/${'path/'.repeat(20)}${at}`,
        })),
      },
      size,
    );
    const words = wordsOf(sheet);
    expect(words).toContain('It goes on and on');
    expect(words).toContain('on about what it is. …'.slice(-1));
    expect(sheet.omitted.join('. ')).toMatch(/description is in the radar/);
    expect(words).toContain('description is in the radar');
    expect(findTextFaults(sheet)).toEqual([]);
  });
});
