import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { outcomeOf } from '../../src/domain/workshop/outcome.ts';
import { readSession } from '../../src/domain/workshop/read-session.ts';
import { buildWorkshopIndex } from '../../src/domain/workshop/workshop-index.ts';
import { layOutWorkshop } from '../../src/layout/lay-out-workshop.ts';
import { arbitraryAct, carryOut, newWorkshop, workshopAfter } from '../support/workshop.ts';

const OPTIONS = { frame: { width: 800, height: 800 }, names: true };
const draw = (session: ReturnType<typeof workshopAfter>) =>
  layOutWorkshop(buildWorkshopIndex(session), OPTIONS);

describe('the picture of a workshop', () => {
  const first = draw(workshopAfter());

  it('keeps place and number of every trend that has not moved, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 14 }), (acts) => {
        const session = readSession('w', carryOut(newWorkshop(), acts));
        const { now } = draw(session);
        expect(now.ringRadii).toEqual(first.now.ringRadii);
        for (const blip of first.now.blips) {
          expect(now.numbers.get(blip.id)).toBe(blip.number);
          const standing = session.standings.get(blip.id);
          const outcome = standing && outcomeOf(session, standing);
          if (outcome === undefined || ['open', 'parked', 'same'].includes(outcome)) {
            expect(now.blips.find(({ id }) => id === blip.id)).toEqual(blip);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('draws every trend in the cell where it stands now, and no two on one another', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 14 }), (acts) => {
        const workshop = buildWorkshopIndex(readSession('w', carryOut(newWorkshop(), acts)));
        const { now } = layOutWorkshop(workshop, OPTIONS);
        const shown = shownTrends(workshop.index, workshop.now);
        expect(new Map(now.blips.map(({ id, ring }) => [id, ring]))).toEqual(
          new Map(shown.map(({ id, ring }) => [id, ring])),
        );
        for (const [at, one] of now.blips.entries()) {
          const rho = Math.hypot(one.x, one.y);
          const ring = workshop.index.rings.findIndex(({ id }) => id === one.ring);
          expect(rho).toBeLessThanOrEqual(now.ringRadii[ring] ?? 0);
          expect(rho).toBeGreaterThanOrEqual(now.ringRadii[ring - 1] ?? 0);
          for (const other of now.blips.slice(at + 1)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * now.blipRadius);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('puts every blip in the same place in a small window as in a large one', () => {
    const workshop = buildWorkshopIndex(
      workshopAfter(
        { kind: 'place', trend: 'beta', ring: 'adopt' },
        { kind: 'place', trend: 'delta', ring: 'assess' },
      ),
    );
    const places = (width: number) =>
      layOutWorkshop(workshop, { frame: { width, height: width }, names: false }).now.blips;
    expect(places(300)).toEqual(places(1200));
  });

  it('leads a trend back to its old place', () => {
    const there = workshopAfter({ kind: 'place', trend: 'beta', ring: 'adopt' });
    const back = workshopAfter(
      { kind: 'place', trend: 'beta', ring: 'adopt' },
      { kind: 'place', trend: 'alpha', ring: 'trial' },
      { kind: 'place', trend: 'beta', ring: 'trial' },
    );
    const place = (session: typeof there) => draw(session).now.blips.find(({ id }) => id === 'beta');
    const start = first.now.blips.find(({ id }) => id === 'beta');
    expect(place(there)).not.toEqual(start);
    expect(place(back)).toEqual(start);
  });

  it('gives proposals the next numbers and leaves out what is retired', () => {
    const session = workshopAfter(
      { kind: 'retire', trend: 'alpha' },
      {
        kind: 'propose',
        proposal: { id: 'new-one', name: 'New one', quadrant: 'tools', summary: '' },
        ring: 'trial',
      },
    );
    const { now } = draw(session);
    expect(now.numbers.get('new-one')).toBe(5);
    expect(now.blips.find(({ id }) => id === 'new-one')).toMatchObject({ number: 5, ring: 'trial' });
    expect(now.blips.some(({ id }) => id === 'alpha')).toBe(false);
  });

  it('tells only what the workshop moved', () => {
    const workshop = buildWorkshopIndex(workshopAfter({ kind: 'place', trend: 'beta', ring: 'adopt' }));
    const shown = shownTrends(workshop.index, workshop.now);
    expect(shown.filter(({ movement }) => movement !== 'same').map(({ id }) => id)).toEqual(['beta']);
  });
});
