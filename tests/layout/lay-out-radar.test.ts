import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RadarIndex } from '../../src/domain/radar-index.ts';
import { boxDistance } from '../../src/layout/box.ts';
import { findNearest, findNeighbour } from '../../src/layout/find-neighbour.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { ringTitleBox } from '../../src/layout/place-ring-titles.ts';

function radar(quadrants: number, rings: number, trends: number): RadarIndex {
  const names = [
    'Architectures',
    'Training',
    'Deployment',
    'Governance',
    'Data',
    'Hardware',
    'Tooling',
    'People',
  ];
  return {
    title: 'Radar',
    quadrants: names.slice(0, quadrants).map((name, at) => ({ id: `q${at}`, name })),
    rings: Array.from({ length: rings }, (_, at) => ({ id: `r${at}`, name: `Ring ${at}` })),
    editions: [{ id: 'now', date: '2026' }],
    articles: [],
    sourceCount: 0,
    trends: Array.from({ length: trends }, (_, at) => ({
      id: `t${at}`,
      name: `Trend number ${at}`,
      quadrant: `q${at % quadrants}`,
      placements: [
        {
          edition: 'now',
          ring: `r${Math.floor(at / quadrants) % rings}`,
          strength: 'none' as const,
          earned: true,
        },
      ],
      related: [],
    })),
  };
}

const lay = (index: RadarIndex, width: number, height: number, names = true) =>
  layOutRadar(index, { edition: 'now', frame: { width, height }, names });

describe('the layout of a radar', () => {
  it.each([
    [1260, 1020],
    [820, 660],
    [390, 466],
  ])('puts blips in the same places on a frame of %i x %i px', (width, height) => {
    const places = (layout: ReturnType<typeof lay>) =>
      layout.blips.map(({ id, x, y, number }) => [id, x, y, number]);
    const index = radar(4, 3, 46);
    expect(places(lay(index, width, height))).toEqual(places(lay(index, 2000, 1500)));
  });

  it('sets names large up to sixty trends, and small beyond, so that more of them find room', () => {
    const size = (trends: number) => {
      const { nameSize, pixelsPerUnit } = lay(radar(4, 3, trends), 1260, 1020);
      return Math.round(nameSize * pixelsPerUnit * 10) / 10;
    };
    expect([size(60), size(61)]).toEqual([14, 12]);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])(
    'keeps the titles of %i quadrants outside the circle and inside the frame',
    (count) => {
      for (const [width, height] of [
        [1260, 1020],
        [820, 660],
        [390, 466],
      ] as const) {
        const layout = lay(radar(count, 3, 20), width, height);
        for (const { box } of layout.quadrantTitles) {
          const x = Math.max(box.x, 0, -(box.x + box.width));
          const y = Math.max(box.y, 0, -(box.y + box.height));
          expect(Math.hypot(x, y)).toBeGreaterThanOrEqual(500);
          expect(box.x).toBeGreaterThanOrEqual(layout.view.x);
          expect(box.x + box.width).toBeLessThanOrEqual(layout.view.x + layout.view.width);
        }
      }
    },
  );

  it('draws blips at least 24 px across up to 60 trends, on the large, the middle and the small screen', () => {
    for (const [width, height] of [
      [1260, 1020],
      [820, 660],
    ] as const) {
      const layout = lay(radar(4, 3, 46), width, height);
      expect(2 * layout.blipRadius * layout.pixelsPerUnit).toBeGreaterThanOrEqual(23.99);
    }
  });

  it('numbers the blips from one on, quadrant by quadrant and ring by ring', () => {
    const layout = lay(radar(4, 3, 46), 1260, 1020);
    const order = [...layout.blips].sort((a, b) => a.number - b.number);
    expect(order.map((blip) => blip.number)).toEqual(order.map((_, at) => at + 1));
    const cells = order.map((blip) => `${blip.quadrant}/${blip.ring}`);
    expect(cells).toEqual([...cells].sort());
  });

  it('cuts no name short that fits into two lines', () => {
    const index = radar(4, 3, 12);
    const name = 'Data governance documentation';
    const layout = lay({ ...index, trends: index.trends.map((trend) => ({ ...trend, name })) }, 1260, 1020);
    expect(layout.names.size).toBe(12);
    for (const box of layout.names.values()) expect(box.lines.join(' ')).toBe(name);
  });

  it('leaves names out where they are not wanted', () => {
    expect(lay(radar(4, 3, 46), 1260, 1020, false).names.size).toBe(0);
  });
});

describe('a quadrant alone', () => {
  const FRAMES = [
    [1260, 1020],
    [820, 660],
    [390, 466],
  ] as const;
  const alone = (index: RadarIndex, quadrant: string, width: number, height: number) =>
    layOutRadar(index, { edition: 'now', frame: { width, height }, names: true, quadrant });

  it.each([2, 3, 4, 5, 6, 7, 8])('of %i keeps places and numbers, and fills the frame', (count) => {
    const index = radar(count, 3, 40);
    for (const [width, height] of FRAMES) {
      const whole = lay(index, width, height);
      for (const { id } of index.quadrants) {
        const layout = alone(index, id, width, height);
        const { view, blipRadius, pixelsPerUnit } = layout;
        expect(layout.blips).toEqual(whole.blips.filter((blip) => blip.quadrant === id));
        expect(layout.numbers).toEqual(whole.numbers);
        expect(pixelsPerUnit).toBeGreaterThanOrEqual(whole.pixelsPerUnit);
        expect(blipRadius * pixelsPerUnit).toBeGreaterThanOrEqual(whole.blipRadius * whole.pixelsPerUnit);
        const [title] = layout.quadrantTitles;
        if (title === undefined) throw new Error('a quadrant without a title');
        expect(title.id).toBe(id);
        const boxes = [title.box, ...layout.ringTitles.map(ringTitleBox)];
        for (const { x, y } of layout.blips) {
          expect(x - blipRadius).toBeGreaterThanOrEqual(view.x);
          expect(y - blipRadius).toBeGreaterThanOrEqual(view.y);
          expect(x + blipRadius).toBeLessThanOrEqual(view.x + view.width);
          expect(y + blipRadius).toBeLessThanOrEqual(view.y + view.height);
          for (const box of boxes) expect(boxDistance(box, x, y)).toBeGreaterThan(blipRadius);
        }
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(view.x);
          expect(box.x + box.width).toBeLessThanOrEqual(view.x + view.width);
        }
      }
    }
  });

  it('is the whole circle for an id that the radar has not', () => {
    const index = radar(4, 3, 20);
    expect(alone(index, 'nowhere', 1260, 1020)).toEqual(lay(index, 1260, 1020));
  });
});

describe('a crowded radar', () => {
  const crowded = () => {
    const index = radar(8, 8, 1000);
    const trends = index.trends.map((trend, at) =>
      at < 100
        ? trend
        : {
            ...trend,
            quadrant: 'q2',
            placements: trend.placements.map((placement) => ({ ...placement, ring: 'r0' })),
          },
    );
    return { ...index, trends };
  };

  it('shows the number of a cell that its blips cannot fit in, and the rest as ever', () => {
    const layout = lay(crowded(), 1260, 1020);
    expect(layout.crowds).toEqual([expect.objectContaining({ quadrant: 'q2', ring: 'r0' })]);
    const [crowd] = layout.crowds;
    expect(layout.blips.length + (crowd?.count ?? 0)).toBe(1000);
    expect(layout.blips.filter((blip) => blip.quadrant === 'q2' && blip.ring === 'r0')).toEqual([]);
    expect(2 * layout.blipRadius * layout.pixelsPerUnit).toBeGreaterThanOrEqual(12);
    expect(layout.numbers.size).toBe(1000);
  });

  it('draws every blip of it in the quadrant alone', () => {
    const index = crowded();
    const layout = layOutRadar(index, {
      edition: 'now',
      frame: { width: 1260, height: 1020 },
      names: true,
      quadrant: 'q2',
    });
    expect(layout.crowds).toEqual([]);
    expect(layout.blips).toHaveLength(index.trends.filter((trend) => trend.quadrant === 'q2').length);
  });

  it('drops and hides nothing, whatever the radar and the frame', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(0, 1, 30, 200, 600),
        fc.constantFrom([1260, 1020], [820, 660], [390, 466]),
        (quadrants, rings, trends, [width = 0, height = 0]) => {
          const layout = lay(radar(quadrants, rings, trends), width, height, false);
          const inCrowds = layout.crowds.reduce((sum, crowd) => sum + crowd.count, 0);
          expect(layout.blips.length + inCrowds).toBe(trends);
          expect(layout.numbers.size).toBe(trends);
        },
      ),
      { numRuns: 40, seed: 5 },
    );
  });

  it.each([
    [100, 24],
    [1000, 12],
  ])('draws %i blips at least %i px across on a radar of 960 px', (trends, least) => {
    // titles in the corners leave a circle of 960 px on a frame of this size
    const layout = lay(radar(4, 4, trends), 1300, 992);
    expect(layout.pixelsPerUnit).toBeCloseTo(0.96, 2);
    expect(layout.crowds).toEqual([]);
    expect(2 * layout.blipRadius * layout.pixelsPerUnit).toBeGreaterThanOrEqual(least - 0.01);
  });
});

describe('the next edition', () => {
  it('leaves in place what stays in its cell', () => {
    const index = radar(4, 3, 60);
    const editions = [
      { id: 'before', date: '2025' },
      { id: 'now', date: '2026' },
    ];
    const trends = index.trends.map((trend, at) => {
      const now = trend.placements[0];
      if (now === undefined) throw new Error('a trend without a place');
      // one in five comes from another ring, one in ten is new
      const before = { ...now, edition: 'before', ring: at % 5 === 0 ? 'r2' : now.ring };
      return { ...trend, placements: at % 10 === 1 ? [now] : [before, now] };
    });
    const both = { ...index, editions, trends };
    const at = (edition: string) =>
      layOutRadar(both, { edition, frame: { width: 1260, height: 1020 }, names: false });
    const earlier = new Map(at('before').blips.map((blip) => [blip.id, blip]));
    const moved = at('now').blips.filter((blip) => {
      const old = earlier.get(blip.id);
      return old !== undefined && old.ring === blip.ring && (old.x !== blip.x || old.y !== blip.y);
    });
    expect(moved).toEqual([]);
    expect(at('now').ringRadii).toEqual(at('before').ringRadii);
  });
});

describe('the neighbour that an arrow key goes to', () => {
  const points = [
    { id: 'middle', x: 0, y: 0 },
    { id: 'right', x: 100, y: 10 },
    { id: 'far-right', x: 300, y: 0 },
    { id: 'above', x: 20, y: -80 },
    { id: 'aside', x: 60, y: 90 },
  ];

  it('is the nearest one in that direction', () => {
    expect(findNeighbour(points, 'middle', 'right')).toBe('right');
    expect(findNeighbour(points, 'middle', 'up')).toBe('above');
    expect(findNeighbour(points, 'middle', 'down')).toBe('aside');
    expect(findNeighbour(points, 'right', 'right')).toBe('far-right');
  });

  it('is nothing where the picture ends', () => {
    expect(findNeighbour(points, 'far-right', 'right')).toBeNull();
    expect(findNeighbour(points, 'gone', 'right')).toBeNull();
  });

  it('finds the nearest blip within reach of a click, and none beyond', () => {
    expect(findNearest(points, { x: 95, y: 0 }, 20)).toBe('right');
    expect(findNearest(points, { x: 200, y: 200 }, 20)).toBeNull();
  });
});
