import { describe, expect, it } from 'vitest';
import { FIT_VERDICTS, FIT_WORDS, type FitVerdict } from '../../src/domain/assessing/lens.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { measureText } from '../../src/layout/measure-text.ts';
import { buildPoster } from '../../src/scene/build-poster.ts';
import { buildFitShapes } from '../../src/scene/fit-shapes.ts';
import { lensNote } from '../../src/scene/lens-words.ts';
import type { PosterLens, PosterOptions } from '../../src/scene/poster-options.ts';
import { renderPoster } from '../../src/scene/render-poster.ts';
import { THEMES } from '../../src/scene/theme.ts';
import { findTextFaults } from '../support/poster-boxes.ts';
import { POSTER_OPTIONS } from '../support/poster-options.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const RADAR = sampleRadar();
for (const verdict of FIT_VERDICTS) {
  const placements = [{ edition: '2024', ring: 'assess' }];
  RADAR.trends.push({ id: verdict, name: `Trend ${verdict}`, quadrant: 'training', placements });
}
const INDEX = buildIndex(RADAR);
const OPTIONS: PosterOptions = { ...POSTER_OPTIONS, edition: '2024' };
const LENS: PosterLens = {
  name: 'Clinic',
  conditions: ['Low latency', 'Few labels'],
  verdicts: new Map<string, FitVerdict>(FIT_VERDICTS.map((verdict) => [verdict, verdict])),
};
const SIGNED = ['avoid', 'stronger', 'weaker'];

const poster = (more: Partial<PosterOptions> = {}) =>
  buildPoster(INDEX, null, { ...OPTIONS, lens: LENS, ...more });
const textOf = (made: { texts: readonly { text: string }[] }) =>
  made.texts.map((shape) => shape.text).join('\n');
const svgOf = (made: ReturnType<typeof poster>) =>
  renderPoster(made, { width: 1920, height: 1080, font: null });

describe('a poster under a lens', () => {
  it.each(['chart', 'titled', 'lists'] as const)(
    'has a sign on each blip that has one, on the %s',
    (contents) => {
      const made = poster({ contents });
      expect(made.charts[0]?.verdicts?.map((shape) => shape.id).sort()).toEqual(SIGNED);
      const signs = svgOf(made).matchAll(/data-verdict="([a-z]+)" data-of="([a-z]+)" data-sign="(.)"/g);
      const drawn = [...signs].map(([, verdict, trend, sign]) => `${verdict} ${trend} ${sign}`);
      expect(drawn.sort()).toEqual(['avoid avoid ×', 'stronger stronger ▲', 'weaker weaker ▼']);
    },
  );

  it.each([
    { contents: 'titled' },
    { contents: 'lists' },
    { scope: { kind: 'quadrant', quadrant: 'training' } },
    { theme: 'dark', width: 1080, height: 1528 },
    { lens: { ...LENS, conditions: Array.from({ length: 30 }, (_, at) => `A condition ${at}`) } },
  ] satisfies Partial<PosterOptions>[])('names the lens, its conditions and its signs: %o', (more) => {
    const made = poster(more);
    const words = textOf(made);
    expect(words).toContain(
      `Lens “Clinic”: ${'lens' in more ? 'A condition 0, A cond' : 'Low latency, Few labels'}`,
    );
    for (const verdict of FIT_VERDICTS) {
      const { label, meaning } = FIT_WORDS[verdict];
      expect(words.toLowerCase()).toContain(`${label}: ${meaning}`.toLowerCase().replace(/\.$/, ''));
    }
    expect(findTextFaults(made)).toEqual([]);
  });

  it('sets signs before the names of the lists, all names on one line', () => {
    const [plain, signed] = [poster({ lens: null }), poster()];
    // those of the legend stand on discs, which are areas, too
    const legend =
      poster({ contents: 'titled' }).areas.length - poster({ contents: 'titled', lens: null }).areas.length;
    expect(signed.areas.length - plain.areas.length - legend).toBe(SIGNED.length);
    const lefts = [...FIT_VERDICTS].map(
      (verdict) => signed.texts.find(({ text }) => text === `Trend ${verdict}`)?.x,
    );
    expect(new Set(lefts).size).toBe(1);
  });

  it('names it on a chart alone in one line that fits', () => {
    expect(textOf(poster({ contents: 'chart' }))).toBe(
      'Lens “Clinic”: Low latency, Few labels · ▲ stronger · ▼ weaker · × avoid',
    );
    for (const width of [80, 200, 320, 600]) {
      const note = lensNote({ ...LENS, conditions: Array.from({ length: 12 }, () => 'A condition') }, width);
      expect(note).toMatch(/▲ stronger · ▼ weaker · × avoid$/);
      if (width >= 200) expect(measureText(note, 11, 400)).toBeLessThanOrEqual(width);
    }
  });

  it('dims the signs of what filters leave out', () => {
    const svg = svgOf(poster({ kept: { ids: new Set(['stronger']), words: 'something' } }));
    expect(svg).toMatch(/data-of="weaker"[^>]* opacity="0.24"/);
    expect(svg).not.toMatch(/data-of="stronger"[^>]* opacity/);
  });

  it('is the same as ever without a lens', () => {
    const { lens, ...rest } = { ...OPTIONS, lens: null };
    expect(lens).toBeNull();
    const svg = svgOf(buildPoster(INDEX, null, rest));
    expect(svg).not.toMatch(/data-verdict|Lens/);
    expect(svgOf(poster({ lens: null }))).toBe(svg);
  });
});

describe('the signs of a lens', () => {
  const layout = layOutRadar(INDEX, { edition: '2024', frame: { width: 800, height: 800 }, names: true });

  it('are told apart by their form and stand where the page has them, whatever the theme', () => {
    const [light, dark] = [THEMES.light, THEMES.dark].map((theme) =>
      buildFitShapes(layout, LENS.verdicts, theme),
    );
    expect(new Set(light?.map(({ sign }) => sign.path)).size).toBe(3);
    const places = (shapes: typeof light) => shapes?.map(({ x, y, sign }) => ({ x, y, path: sign.path }));
    expect(places(light)).toEqual(places(dark));
  });
});
