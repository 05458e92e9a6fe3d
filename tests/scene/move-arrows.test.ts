import { describe, expect, it } from 'vitest';
import { buildWorkshopIndex } from '../../src/domain/workshop/workshop-index.ts';
import { layOutWorkshop } from '../../src/layout/lay-out-workshop.ts';
import { buildMoveShapes } from '../../src/scene/move-arrows.ts';
import { THEMES } from '../../src/scene/theme.ts';
import { workshopAfter } from '../support/workshop.ts';

const FRAME = { width: 900, height: 900 };

describe('the arrows of a workshop', () => {
  const workshop = buildWorkshopIndex(
    workshopAfter(
      { kind: 'place', trend: 'alpha', ring: 'assess' },
      { kind: 'retire', trend: 'beta' },
      { kind: 'place', trend: 'gamma', ring: 'assess' },
      {
        kind: 'propose',
        proposal: { id: 'epsilon', name: 'Epsilon', quadrant: 'methods', summary: '' },
        ring: 'trial',
      },
    ),
  );
  const layout = layOutWorkshop(workshop, { frame: FRAME, names: true });
  const shapes = buildMoveShapes(workshop, layout, THEMES.light);
  const place = (blips: typeof layout.now.blips, id: string) => {
    const found = blips.find((blip) => blip.id === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  const points = (path: string) =>
    [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

  it('lead from the old place to the new one, and stop at the rims of both', () => {
    expect(shapes.arrows.map(({ id }) => id)).toEqual(['alpha']);
    const [arrow] = shapes.arrows;
    const [begin, end] = points(arrow?.shaft ?? '');
    const [tip] = points(arrow?.head ?? '');
    const distance = (a: { x: number; y: number } | undefined, b: { x: number; y: number }) =>
      a === undefined ? Number.NaN : Math.hypot(a.x - b.x, a.y - b.y);
    const [from, to] = [place(layout.start.blips, 'alpha'), place(layout.now.blips, 'alpha')];
    expect(distance(begin, from)).toBeCloseTo(layout.now.blipRadius, 1);
    expect(distance(tip, to)).toBeGreaterThan(layout.now.blipRadius);
    expect(distance(tip, to)).toBeLessThan(distance(end, to));
  });

  it('leave a ghost where a trend stood, crossed out and named where it is gone', () => {
    expect(shapes.ghosts.map(({ id, cross }) => [id, cross !== null])).toEqual([
      ['alpha', false],
      ['beta', true],
    ]);
    const old = place(layout.start.blips, 'beta');
    expect(shapes.ghosts[1]?.x).toBeCloseTo(old.x, 1);
    expect(shapes.ghosts[1]?.name?.lines.map(({ text }) => text).join(' ')).toBe('Trend beta');
    expect(shapes.ghosts[0]?.name).toBeNull();
  });

  it('are none where nothing moved', () => {
    const still = buildWorkshopIndex(workshopAfter());
    const { arrows, ghosts } = buildMoveShapes(
      still,
      layOutWorkshop(still, { frame: FRAME, names: true }),
      THEMES.light,
    );
    expect([arrows, ghosts]).toEqual([[], []]);
  });
});
