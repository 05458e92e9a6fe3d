import { describe, expect, it } from 'vitest';
import type { RadarIndex } from '../../src/domain/radar-index.ts';
import { findNearest, findNeighbour } from '../../src/layout/find-neighbour.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';

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
