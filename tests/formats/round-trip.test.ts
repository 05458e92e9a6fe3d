import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { latestEdition } from '../../src/domain/editions.ts';
import { reconcile } from '../../src/domain/importing/reconcile.ts';
import { movementOf } from '../../src/domain/movement.ts';
import type { Placement, Radar, Trend } from '../../src/domain/radar.ts';
import { exportName } from '../../src/formats/export/export-name.ts';
import { EXPORTERS } from '../../src/formats/export/registry.ts';
import type { Imported } from '../../src/formats/import/importer.ts';
import { importSource } from '../../src/formats/import/registry.ts';
import { unpackSource } from '../../src/formats/import/source-files.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';

/** What is read from the file that an exporter writes of a radar's latest edition. */
async function giveAndTake(id: string, radar: Radar): Promise<Radar> {
  const exporter = EXPORTERS.find((entry) => entry.id === id);
  if (exporter === undefined) throw new Error(`no exporter ${id}`);
  const edition = latestEdition(radar.editions).id;
  const content = exporter.format(radar, edition);
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const files = unpackSource([{ path: exportName(exporter, radar, edition), bytes }]);
  const imported: Imported = Array.isArray(files) ? await importSource(files) : files;
  if (imported.kind === 'radar') return imported.radar;
  if (imported.kind === 'failure') throw new Error(`${imported.reason}: ${JSON.stringify(imported.issues)}`);
  const result = reconcile(imported.draft, {});
  if (result.radar === null) throw new Error(JSON.stringify(result.issues));
  expect(result.leftOut).toEqual([]);
  return result.radar;
}

/** What a format keeps of a radar, in words rather than ids, trends in the order of their names. */
function seen(radar: Radar, keeps: { texts: boolean; links: 'all' | 'first' | 'none'; all: boolean }) {
  const { id } = latestEdition(radar.editions);
  const nameIn = (cells: readonly { id: string; name: string }[], cell: string | undefined) =>
    cells.find((entry) => entry.id === cell)?.name;
  const describeTrend = (trend: Trend) => ({
    name: trend.name,
    quadrant: nameIn(radar.quadrants, trend.quadrant),
    ring: nameIn(radar.rings, trend.placements.find(({ edition }) => edition === id)?.ring),
    moved: movementOf(trend.placements, radar.editions, radar.rings, id),
    ...(keeps.texts ? { description: trend.description } : {}),
    ...(keeps.links === 'none'
      ? {}
      : { links: trend.links?.slice(0, keeps.links === 'first' ? 1 : 8).map(({ url }) => url) }),
    ...(keeps.all
      ? { places: trend.placements.map((placement) => [placement.edition, placement.ring, placement.reason]) }
      : {}),
  });
  return {
    quadrants: radar.quadrants.map(({ name }) => name),
    rings: radar.rings.map(({ name }) => name),
    trends: radar.trends.map(describeTrend).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const word = fc.constantFrom(
  'sparse',
  'R&D',
  'é',
  '漢字',
  '=1',
  '-x',
  '+y',
  '@z',
  "it's",
  '"q"',
  'a;b',
  'a < b',
  'x, y',
);
const DESCRIPTIONS = [
  'A plain sentence with 1 < 2 & 3 > 2.',
  'It says =SUM(A1); =so is this',
  '## Head\n\nText with **weight** and a [link](https://example.org/a?b=1\\&c=2).',
  '- one\n- two\n\nAfter the list.',
  'Two paragraphs.\n\nThe second "quoted", with; signs.',
];

/** A radar that the formats of other tools can hold: four quadrants, rings that are known, a trend in every cell. */
const plainRadar: fc.Arbitrary<Radar> = fc
  .record({
    title: fc.constantFrom('Our radar', 'Radar & Co "2026"'),
    rings: fc.integer({ min: 2, max: 4 }),
    editions: fc.integer({ min: 1, max: 3 }),
    names: fc.uniqueArray(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      { minLength: 16, maxLength: 24, selector: (name) => name.toLowerCase() },
    ),
    picks: fc.array(fc.nat({ max: 999 }), { minLength: 24, maxLength: 24 }),
  })
  .map(({ title, rings: count, editions: many, names, picks }) => {
    const quadrants = ['Techniques', 'Platforms & more', 'Tools', 'Languages'].map((name, at) => ({
      id: `q${at}`,
      name,
    }));
    const rings = ['Adopt', 'Trial', 'Assess', 'Hold']
      .slice(0, count)
      .map((name, at) => ({ id: `r${at}`, name }));
    const editions = ['2024-05', '2025-05', '2026-05'].slice(0, many).map((date) => ({ id: date, date }));
    const trends = names.map((name, at): Trend => {
      const pick = picks[at] ?? 0;
      const description = DESCRIPTIONS[pick % 7];
      const placements = editions.map((edition, turn): Placement => {
        const ring = `r${turn === editions.length - 1 ? Math.floor(at / 4) % count : (pick + turn) % count}`;
        const moves = ['new', 'in', 'out', 'same'] as const;
        const moved = many === 1 ? moves[pick % 4] : undefined;
        return { edition: edition.id, ring, ...(moved === undefined ? {} : { moved }) };
      });
      return {
        id: `t${at}`,
        name: name.trim(),
        quadrant: `q${at % 4}`,
        placements: pick % 5 === 0 ? placements.slice(-1) : placements,
        ...(description === undefined ? {} : { description }),
        ...(pick % 3 === 0
          ? { links: [{ url: 'https://example.org/1' }, { url: 'https://example.org/2?a=b&c' }] }
          : {}),
      };
    });
    return { version: 1, title, quadrants, rings, editions, sources: [], trends };
  });

describe('our own formats', () => {
  it.each(['own-json', 'own-folder'])('%s gives the same radar back', async (id) => {
    const sorted = (radar: Radar): Radar => {
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      return { ...radar, trends: radar.trends.toSorted(byId), sources: radar.sources.toSorted(byId) };
    };
    const given = (radar: Radar) => (id === 'own-folder' ? sorted(radar) : radar);
    expect(await giveAndTake(id, sampleRadar())).toEqual(given(sampleRadar()));
    await fc.assert(
      fc.asyncProperty(arbitraryRadar, async (radar) => {
        expect(await giveAndTake(id, radar)).toEqual(given(radar));
      }),
      { numRuns: 12 },
    );
  });

  it.each(['own-json', 'own-folder'])(
    '%s keeps movement as reported, and what a placement rests on',
    async (id) => {
      const radar = sampleRadar();
      const [edition] = radar.editions;
      if (edition === undefined) throw new Error('no edition');
      const placed: Radar = {
        ...radar,
        editions: [{ id: 'current', date: '2000' }],
        trends: radar.trends.map((trend) => ({
          ...trend,
          ...(trend.facts && { facts: trend.facts.map((fact) => ({ ...fact, date: '1999' })) }),
          placements: [
            {
              edition: 'current',
              ring: 'adopt',
              moved: 'in',
              ...(trend.facts === undefined ? {} : { facts: ['f1'] }),
            },
          ],
        })),
      };
      expect(await giveAndTake(id, placed)).toEqual(placed);
    },
  );
});

const FOREIGN = [
  ['byor-csv', { texts: true, links: 'none', all: false }],
  ['byor-json', { texts: true, links: 'none', all: false }],
  ['zalando', { texts: false, links: 'first', all: false }],
  ['backstage', { texts: true, links: 'all', all: false }],
] as const;

describe('formats of other tools', () => {
  it.each(FOREIGN)(
    '%s gives quadrants, rings, trends, places, movement and texts back',
    async (id, keeps) => {
      await fc.assert(
        fc.asyncProperty(plainRadar, async (radar) => {
          const back = await giveAndTake(id, radar);
          const expected = seen(radar, keeps);
          // Backstage has no sign for a trend that is new in the first edition it holds.
          const known = id === 'backstage' && radar.editions.length === 1;
          const moved = (trend: { moved: unknown }) =>
            known && trend.moved === 'new' ? { ...trend, moved: 'same' } : trend;
          expect(seen(back, keeps)).toEqual({ ...expected, trends: expected.trends.map(moved) });
          if (id === 'zalando' || id === 'backstage') expect(back.title).toBe(radar.title);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('Backstage gives the editions back', async () => {
    await fc.assert(
      fc.asyncProperty(plainRadar, async (radar) => {
        const back = await giveAndTake('backstage', radar);
        expect(back.editions).toEqual(radar.editions);
      }),
      { numRuns: 5 },
    );
  });
});
