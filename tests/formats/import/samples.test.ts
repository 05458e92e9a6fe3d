import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findImporter, IMPORTERS, importSource } from '../../../src/formats/import/registry.ts';
import { buildSource } from '../../../src/formats/import/source-files.ts';
import { BROKEN, expectSound, givenOf, SAMPLES, sourceFilesOf, wordsOf } from './all-samples.ts';

const recognisers = (files: ReturnType<typeof sourceFilesOf>) =>
  IMPORTERS.filter((importer) => importer.recognises(buildSource(files))).map(({ id }) => id);

describe.each(SAMPLES.map((sample) => [`${sample.importer}: ${sample.name}`, sample] as const))(
  '%s',
  (_, sample) => {
    const given = givenOf(sample.files);
    it('is recognised by its importer alone', () => {
      expect(recognisers(sourceFilesOf(given))).toEqual([sample.importer]);
    });

    it.runIf(given.length === 1)('is recognised whatever its name', () => {
      for (const path of ['photo.jpg', 'notes', 'x.csv', 'x.json', 'x.yaml', 'x.md', 'x.zip']) {
        const renamed = given.map(({ bytes }) => ({ path, bytes }));
        expect(recognisers(sourceFilesOf(renamed))).toEqual([sample.importer]);
      }
    });

    it('gives every trend, with a name and a place', async () => {
      const imported = await importSource(sourceFilesOf(given));
      if (imported.kind === 'failure') throw new Error(wordsOf(imported));
      const { trends } = imported.kind === 'draft' ? imported.draft : imported.radar;
      expect(trends).toHaveLength(sample.trends);
      for (const trend of trends) {
        expect(trend.name).not.toBe('');
        expect(trend.placements.length).toBeGreaterThan(0);
      }
      if (imported.kind === 'draft') expect(expectSound(imported.draft).radar).not.toBeNull();
    });

    it('gives the same out of an archive, with a folder around it', async () => {
      const within = given.map(({ path, bytes }) => ({ path: `my radar/${path}`, bytes }));
      const entries = within.map(({ path, bytes }) => [path, bytes] as const);
      const extra = { '__MACOSX/._x': strToU8('x'), 'my radar/.DS_Store': strToU8('x') };
      const zip = zipSync({ ...Object.fromEntries(entries), ...extra });
      const zipped = await importSource(sourceFilesOf([{ path: 'radar.zip', bytes: zip }]));
      expect(zipped).toEqual(await importSource(sourceFilesOf(within)));
    });
  },
);

describe.each(BROKEN.map((sample) => [`${sample.importer ?? 'none'}: ${sample.name}`, sample] as const))(
  'broken, %s',
  (_, sample) => {
    it('says what is wrong, and is never an empty radar', async () => {
      const files = sourceFilesOf(givenOf(sample.files));
      if (sample.importer !== null) expect(findImporter(buildSource(files))?.id).toBe(sample.importer);
      const imported = await importSource(files);
      expect(wordsOf(imported)).toMatch(sample.says);
      if (imported.kind === 'draft') expectSound(imported.draft);
      if (imported.kind === 'radar') expect(imported.radar.trends).not.toEqual([]);
    });
  },
);

it.each(IMPORTERS.map(({ id }) => id))('%s has samples, whole and broken, at least two of each', (id) => {
  expect(SAMPLES.filter(({ importer }) => importer === id).length).toBeGreaterThanOrEqual(2);
  expect(BROKEN.filter(({ importer }) => importer === id).length).toBeGreaterThanOrEqual(2);
});

it('a radar of 118 trends with four rings, one of them Caution, loads whole', async () => {
  const rings = ['Adopt', 'Trial', 'Assess', 'Caution'];
  const quadrants = ['Techniques', 'Platforms', 'Tools', 'Languages & Frameworks'];
  const rows = Array.from(
    { length: 118 },
    (_, at) => `Blip ${at},${rings[at % 4]},${quadrants[Math.floor(at / 4) % 4]},FALSE,"<p>Text, ${at}.</p>"`,
  );
  const text = ['name,ring,quadrant,isNew,description', ...rows].join('\n');
  const imported = await importSource(sourceFilesOf(givenOf([{ path: 'volume.csv', text }])));
  if (imported.kind !== 'draft') throw new Error(wordsOf(imported));
  const { radar, kept, leftOut, questions } = expectSound(imported.draft);
  expect({ kept, leftOut }).toEqual({ kept: 118, leftOut: [] });
  expect(radar?.rings.map(({ name }) => name)).toEqual(rings);
  expect(radar?.quadrants.map(({ name }) => name)).toEqual(quadrants);
  expect(questions.map(({ kind, value, default: usual }) => [kind, value, usual])).toEqual([
    ['ring', 'Caution', 'keep'],
  ]);
});
