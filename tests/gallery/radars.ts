import type { IndexPlacement, IndexTrend, RadarIndex } from '../../src/domain/radar-index.ts';
import type { Strength } from '../../src/domain/strength.ts';
import { hashText } from '../../src/layout/hash-text.ts';
import type { PosterOptions } from '../../src/scene/poster-options.ts';
import { generateRadar } from '../layout/generate-radar.ts';
import { ARABIC_NAMES, CJK_NAMES, HEBREW_NAMES, LONG_NAMES } from './names.ts';

/** The edition that the gallery shows; the one before it gives the trends their movement. */
export const EDITION = '2026';
const EDITIONS = [
  { id: '2025', date: '2025' },
  { id: EDITION, date: '2026' },
];
const QUADRANTS = ['Architectures', 'Training', 'Deployment', 'Governance', 'Data'];
const RINGS = ['Adopt', 'Trial', 'Assess', 'Hold'];
const STRENGTHS: readonly Strength[] = ['strong', 'moderate', 'thin', 'none'];

/** What stands in which cell: indices of quadrant and ring. */
interface Place {
  id: string;
  name: string;
  quadrant: number;
  ring: number;
}

/** A radar whose trends have all strengths and movements there are, by a hash of their ids. */
function makeRadar(
  title: string,
  quadrants: readonly string[],
  rings: readonly string[],
  places: readonly Place[],
): RadarIndex {
  return {
    title,
    quadrants: quadrants.map((name, at) => ({ id: `q${at}`, name })),
    rings: rings.map((name, at) => ({ id: `r${at}`, name })),
    editions: EDITIONS,
    articles: [],
    sourceCount: 0,
    trends: places.map((place) => makeTrend(place, rings.length)),
  };
}

function makeTrend({ id, name, quadrant, ring }: Place, rings: number): IndexTrend {
  const hash = hashText(id);
  const strength = STRENGTHS[hash % STRENGTHS.length] ?? 'none';
  const stood = (edition: string, level: number): IndexPlacement => {
    const within = Math.max(0, Math.min(rings - 1, level));
    return { edition, ring: `r${within}`, strength, earned: true };
  };
  // of ten trends about one is new, one moved in, one moved out, the others stayed
  const before = [[], [stood('2025', ring + 1)], [stood('2025', ring - 1)]][(hash >>> 8) % 10];
  const placements = [...(before ?? [stood('2025', ring)]), stood(EDITION, ring)];
  return { id, name, quadrant: `q${quadrant}`, placements, related: [] };
}

/** Names dealt out to the cells one after another. */
function deal(names: readonly string[], quadrants: number, rings: number): Place[] {
  return names.map((name, at) => ({
    id: `trend-${at}`,
    name,
    quadrant: at % quadrants,
    ring: Math.floor(at / quadrants) % rings,
  }));
}

/** A radar of English names with cells of unlike weight. */
function makeLarge(title: string, quadrants: readonly string[], rings: number, count: number): RadarIndex {
  const { blips, quadrants: ids, rings: ringIds } = generateRadar(7, quadrants.length, rings, count);
  const places = blips.map(({ id, name, quadrant, ring }) => ({
    id,
    name,
    quadrant: ids.indexOf(quadrant),
    ring: ringIds.indexOf(ring),
  }));
  return makeRadar(title, quadrants, RINGS.slice(0, rings), places);
}

const FOUR = QUADRANTS.slice(0, 4);
const THREE = RINGS.slice(0, 3);
const MIXED = makeLarge('Sixty trends', FOUR, 4, 60);

/** The pictures of the gallery by the name of their file. */
export const GALLERY: readonly {
  file: string;
  theme: 'light' | 'dark';
  blips: number;
  /** Fewest names that must be drawn. */
  names: number;
  index: RadarIndex;
}[] = [
  {
    file: 'small.svg',
    theme: 'light',
    blips: 5,
    names: 5,
    index: makeRadar(
      'Five trends',
      FOUR,
      THREE,
      deal(['Sparse attention', 'Quantization', 'Edge inference', 'Carbon accounting', 'LoRA'], 4, 3),
    ),
  },
  {
    file: 'empty-cells.svg',
    theme: 'light',
    blips: 14,
    names: 14,
    index: makeRadar('Empty cells', FOUR, RINGS, [
      ...deal(
        Array.from({ length: 9 }, (_, at) => `Full cell ${at + 1}`),
        1,
        1,
      ).map((place) => ({
        ...place,
        ring: 1,
      })),
      ...deal(
        Array.from({ length: 4 }, (_, at) => `Outer ring ${at + 1}`),
        1,
        1,
      ).map((place) => ({
        ...place,
        id: `outer-${place.id}`,
        quadrant: 2,
        ring: 3,
      })),
      { id: 'alone', name: 'Alone in the middle', quadrant: 1, ring: 0 },
    ]),
  },
  {
    file: 'five-quadrants.svg',
    theme: 'light',
    blips: 45,
    names: 45,
    index: makeLarge('Five quadrants', QUADRANTS, 3, 45),
  },
  {
    file: '200-trends.svg',
    theme: 'light',
    blips: 200,
    names: 100,
    index: makeLarge('200 trends', FOUR, 4, 200),
  },
  {
    file: '400-trends.svg',
    theme: 'light',
    blips: 400,
    names: 0,
    index: makeLarge('400 trends', FOUR, 3, 400),
  },
  {
    file: 'long-names.svg',
    theme: 'light',
    blips: LONG_NAMES.length,
    names: LONG_NAMES.length,
    index: makeRadar(
      'Very long names',
      ['Architectures and learning methods', 'Training', 'Deployment and operation at scale', 'Governance'],
      THREE,
      deal(LONG_NAMES, 4, 3),
    ),
  },
  {
    file: 'right-to-left-names.svg',
    theme: 'light',
    blips: ARABIC_NAMES.length + HEBREW_NAMES.length,
    names: ARABIC_NAMES.length + HEBREW_NAMES.length,
    index: makeRadar(
      'رادار اتجاهات التعلم العميق',
      ['البنى', 'التدريب', 'למידה', 'פריסה'],
      ['اعتماد', 'تجربة', 'הערכה'],
      // Arabic in the upper two quadrants, Hebrew in the lower
      [
        ...deal(ARABIC_NAMES, 2, 3),
        ...deal(HEBREW_NAMES, 2, 3).map((place) => ({
          ...place,
          id: `hebrew-${place.id}`,
          quadrant: place.quadrant + 2,
        })),
      ],
    ),
  },
  {
    file: 'cjk-names.svg',
    theme: 'light',
    blips: CJK_NAMES.length,
    names: CJK_NAMES.length,
    index: makeRadar(
      '深度学习趋势雷达',
      ['模型架构', 'トレーニング', '배포와 운영', '治理'],
      ['采用', '試行', '평가'],
      deal(CJK_NAMES, 4, 3),
    ),
  },
  { file: 'light.svg', theme: 'light', blips: 60, names: 60, index: MIXED },
  { file: 'dark.svg', theme: 'dark', blips: 60, names: 60, index: MIXED },
];

/** Pages around the mixed radar, by what differs from a light page of 16:9 with everything on it. */
export const POSTERS: readonly (Partial<PosterOptions> & { file: string; index: RadarIndex })[] = [
  { file: 'poster.svg', index: MIXED },
  { file: 'poster-portrait-dark.svg', index: MIXED, width: 2480, height: 3508, theme: 'dark' },
  { file: 'poster-square-titled.svg', index: MIXED, width: 2160, height: 2160, contents: 'titled' },
  { file: 'poster-quadrant.svg', index: MIXED, scope: { kind: 'quadrant', quadrant: 'q1' } },
  { file: 'poster-five-quadrants.svg', index: makeLarge('Five quadrants', QUADRANTS, 3, 45) },
];
