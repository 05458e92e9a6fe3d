import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/domain/radar.ts';
import type { RadarIndex, Tie } from '../../src/domain/radar-index.ts';
import { RELATIONS } from '../../src/domain/schema.ts';
import { boxDistance, boxesTouch } from '../../src/layout/box.ts';
import { layOutRadar, type RadarLayout } from '../../src/layout/lay-out-radar.ts';
import type { NameBox } from '../../src/layout/place-names.ts';
import { buildTieShapes, type TieShape } from '../../src/scene/tie-shapes.ts';

type Place = readonly [x: number, y: number];

/** A layout of blips at given places, with a radius of 14 units, 1 px each. */
function layoutOf(places: readonly Place[], more: Partial<RadarLayout> = {}): RadarLayout {
  return {
    view: { x: -520, y: -520, width: 1040, height: 1040 },
    pixelsPerUnit: 1,
    quadrant: null,
    ringRadii: [200, 350, 500],
    blips: places.map(([x, y], at) => ({ id: `t${at}`, quadrant: 'q', ring: 'r', x, y, number: at + 1 })),
    numbers: new Map(),
    blipRadius: 14,
    crowds: [],
    names: new Map(),
    nameSize: 14,
    quadrantTitles: [],
    ringTitles: [],
    ...more,
  };
}

const tieTo = (at: number, relation: Relation = 'requires', inverse = false): Tie => ({
  trend: `t${at}`,
  relation,
  inverse,
});
const numbersIn = (text: string) => (text.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number);

/** The points that a drawn curve goes through: 101 of them, its ends included. */
function pointsOf({ path }: TieShape): Place[] {
  const [ax = Number.NaN, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = numbersIn(path);
  return Array.from({ length: 101 }, (_, step) => {
    const t = step / 100;
    const at = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c;
    return [at(ax, bx, cx), at(ay, by, cy)] as const;
  });
}

const distance = (a: Place | undefined, b: Place | undefined) =>
  a === undefined || b === undefined ? Number.NaN : Math.hypot(a[0] - b[0], a[1] - b[1]);

function onlyShape(layout: RadarLayout, tie: Tie = tieTo(1)): TieShape {
  const [shape, ...more] = buildTieShapes(layout, 't0', [tie]);
  if (shape === undefined || more.length > 0) throw new Error('one shape');
  return shape;
}

describe('the line of a relation', () => {
  it('leads in a gentle curve from rim to rim', () => {
    const [from, to]: Place[] = [
      [-200, 0],
      [100, 50],
    ];
    const points = pointsOf(onlyShape(layoutOf([from ?? [0, 0], to ?? [0, 0]])));
    expect(distance(points[0], from)).toBeCloseTo(14, 1);
    expect(distance(points.at(-1), to)).toBeCloseTo(14, 1);
    const middle: Place = [-50, 25];
    expect(distance(points[50], middle)).toBeGreaterThan(3);
    expect(distance(points[50], middle)).toBeLessThan(50);
  });

  it('goes round blips that stand in its way', () => {
    const layout = layoutOf([
      [-200, 0],
      [200, 0],
      [0, 15],
      [-80, -20],
    ]);
    for (const point of pointsOf(onlyShape(layout))) {
      expect(distance(point, [0, 15])).toBeGreaterThan(14);
      expect(distance(point, [-80, -20])).toBeGreaterThan(14);
    }
  });

  it('tells the kinds of relation apart without colour, and has a head where they have a direction', () => {
    const layout = layoutOf([
      [-200, 0],
      [200, 0],
    ]);
    const shapes = RELATIONS.map((relation) => onlyShape(layout, tieTo(1, relation)));
    expect(new Set(shapes.map((shape) => `${shape.dash} ${shape.arrow === null}`)).size).toBe(
      RELATIONS.length,
    );
    expect(shapes.filter((shape) => shape.arrow === null).map((shape) => shape.relation)).toEqual([
      'complements',
      'competes-with',
    ]);
    expect(shapes.map((shape) => shape.label?.text)).toEqual([
      'requires',
      'enables',
      'complements',
      'competes with',
      'mitigates',
      'succeeds',
    ]);
  });

  it('points to the trend that the relation is about, whichever of the two is selected', () => {
    const layout = layoutOf([
      [-200, 0],
      [200, 0],
    ]);
    const tip = (shape: TieShape): Place => {
      const [x = Number.NaN, y = 0] = numbersIn(shape.arrow ?? '');
      return [x, y];
    };
    expect(distance(tip(onlyShape(layout, tieTo(1, 'requires', false))), [200, 0])).toBeCloseTo(14, 1);
    expect(distance(tip(onlyShape(layout, tieTo(1, 'requires', true))), [-200, 0])).toBeCloseTo(14, 1);
  });

  it('leaves the names of the two blips legible where it can go round them', () => {
    const layout = layoutOf([
      [-200, 0],
      [200, 0],
    ]);
    const name = {
      id: 't1',
      x: 110,
      y: 2,
      width: 74,
      height: 40,
      lines: ['Name'],
      align: 'end',
      leader: null,
    };
    const named = { ...layout, names: new Map([['t1', name as NameBox]]) };
    const inName = ([x, y]: Place) => boxDistance(name, x, y) === 0;
    expect(pointsOf(onlyShape(layout)).some(inName)).toBe(true);
    expect(pointsOf(onlyShape(named)).some(inName)).toBe(false);
  });

  it('is drawn only between two blips of the picture', () => {
    const layout = layoutOf([
      [-200, 0],
      [200, 0],
    ]);
    expect(buildTieShapes(layout, 't0', [tieTo(7), tieTo(0)])).toEqual([]);
    expect(buildTieShapes(layout, 't7', [tieTo(0)])).toEqual([]);
    expect(buildTieShapes({ ...layout, pixelsPerUnit: 0 }, 't0', [tieTo(1)])).toEqual([]);
  });
});

describe('the label of a relation', () => {
  it('stands near the middle of its line, over no blip and no other label', () => {
    const layout = layoutOf([
      [0, 0],
      [300, 0],
      [0, 300],
      [-300, 10],
      [150, 30],
      [150, -30],
      [40, 150],
    ]);
    const shapes = buildTieShapes(layout, 't0', [
      tieTo(1),
      tieTo(2, 'complements'),
      tieTo(3, 'enables', true),
    ]);
    const boxes = shapes.flatMap(({ label }) => (label === null ? [] : [label.box]));
    expect(boxes).toHaveLength(3);
    for (const [at, box] of boxes.entries()) {
      for (const blip of layout.blips) expect(boxDistance(box, blip.x, blip.y)).toBeGreaterThanOrEqual(14);
      const shape = shapes[at];
      const points = shape === undefined ? [] : pointsOf(shape);
      expect(Math.min(...points.slice(10, 90).map(([x, y]) => boxDistance(box, x, y)))).toBeLessThan(14);
    }
  });

  it('is left out where the picture is narrower than the word', () => {
    const layout = layoutOf(
      [
        [-10, 0],
        [10, 0],
      ],
      { view: { x: -20, y: -20, width: 40, height: 40 }, blipRadius: 4 },
    );
    expect(onlyShape(layout).label).toBeNull();
  });
});

/** Every number is finite, ends lie on rims and in no other disc, labels within the view and over nothing that is read. */
function expectSound(layout: RadarLayout, trend: string, ties: readonly Tie[], apart = true): TieShape[] {
  const shapes = buildTieShapes(layout, trend, ties);
  const placeOf = (id: string): Place => {
    const blip = layout.blips.find((entry) => entry.id === id);
    return [blip?.x ?? Number.NaN, blip?.y ?? Number.NaN];
  };
  const { x, y, width, height } = layout.view;
  for (const shape of shapes) {
    const texts = [shape.path, shape.arrow ?? '', shape.dash ?? ''].join(' ');
    expect(texts).not.toMatch(/NaN|Infinity/);
    const [start, ...rest] = pointsOf(shape);
    const end = rest.at(-1);
    expect(Math.abs(distance(start, placeOf(trend)) - layout.blipRadius)).toBeLessThan(0.02);
    expect(Math.abs(distance(end, placeOf(shape.trend)) - layout.blipRadius)).toBeLessThan(0.02);
    for (const blip of apart ? layout.blips : []) {
      expect(distance(start, [blip.x, blip.y])).toBeGreaterThan(layout.blipRadius - 0.02);
      expect(distance(end, [blip.x, blip.y])).toBeGreaterThan(layout.blipRadius - 0.02);
    }
    if (shape.label === null) continue;
    const { box } = shape.label;
    expect(Math.min(box.x - x, box.y - y)).toBeGreaterThanOrEqual(-1e-9);
    expect(box.x + box.width).toBeLessThanOrEqual(x + width + 1e-9);
    expect(box.y + box.height).toBeLessThanOrEqual(y + height + 1e-9);
    for (const blip of layout.blips) {
      expect(boxDistance(box, blip.x, blip.y)).toBeGreaterThan(layout.blipRadius - 0.02);
    }
    const covered = shapes.filter(({ label }) => label !== null && boxesTouch(label.box, box, -0.02, -0.02));
    expect(covered).toEqual([shape]);
  }
  return shapes;
}

describe('lines and labels', () => {
  it.each([
    [
      'touch',
      [
        [0, 100],
        [28, 100],
      ],
    ],
    [
      'overlap',
      [
        [0, 100],
        [10, 100],
      ],
    ],
    [
      'stand at one angle',
      [
        [0, -100],
        [0, -300],
      ],
    ],
    [
      'stand at the corners of the view',
      [
        [-506, -506],
        [506, 506],
      ],
    ],
    [
      'are wedged between others',
      [
        [0, 0],
        [28, 0],
        [14, 24.25],
        [14, -24.25],
      ],
    ],
  ] as [string, Place[]][])('are sound where blips %s', (_, places) => {
    const ties = RELATIONS.map((relation) => tieTo(1, relation));
    expect(expectSound(layoutOf(places), 't0', ties)).toHaveLength(RELATIONS.length);
  });

  it('are finite even where two blips share a place, or have no size', () => {
    const both: Place[] = [
      [5, 5],
      [5, 5],
    ];
    expect(expectSound(layoutOf(both), 't0', [tieTo(1)], false)).toHaveLength(1);
    const points = layoutOf(both, { blipRadius: 0 });
    expect(buildTieShapes(points, 't0', [tieTo(1)])[0]?.path).not.toMatch(/NaN|Infinity/);
  });

  it('are sound in any radar, in any frame, and the same each time', () => {
    const cells = fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { minLength: 2, maxLength: 40 });
    const frame = fc.record({
      width: fc.integer({ min: 200, max: 2000 }),
      height: fc.integer({ min: 200, max: 1200 }),
    });
    const kinds = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...RELATIONS), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(cells, frame, kinds, (places, size, wanted) => {
        const layout = layOutRadar(radarOf(places), { edition: 'now', frame: size, names: false });
        const ties = wanted.map(([at, relation, inverse]) => tieTo(at % places.length, relation, inverse));
        const shapes = expectSound(layout, 't0', ties);
        expect(buildTieShapes(layout, 't0', ties)).toEqual(shapes);
      }),
      { numRuns: 40 },
    );
  });
});

function radarOf(places: readonly (readonly [quadrant: number, ring: number])[]): RadarIndex {
  return {
    title: 'Radar',
    quadrants: ['q0', 'q1', 'q2', 'q3'].map((id) => ({ id, name: id })),
    rings: ['r0', 'r1', 'r2'].map((id) => ({ id, name: id })),
    editions: [{ id: 'now', date: '2026' }],
    articles: [],
    sourceCount: 0,
    trends: places.map(([quadrant, ring], at) => ({
      id: `t${at}`,
      name: `Trend ${at}`,
      quadrant: `q${quadrant}`,
      placements: [{ edition: 'now', ring: `r${ring}`, strength: 'none', earned: true }],
      related: [],
    })),
  };
}
