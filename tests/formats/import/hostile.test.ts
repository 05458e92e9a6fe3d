import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORTERS, importSource } from '../../../src/formats/import/registry.ts';
import { buildSource, unpackSource } from '../../../src/formats/import/source-files.ts';
import { expectSound, givenOf, SAMPLES } from './all-samples.ts';

type Given = Parameters<typeof unpackSource>[0];

/** Everything is read by whatever takes it: nothing throws, and failures are in words. */
async function tryAll(given: Given): Promise<void> {
  const files = unpackSource(given);
  if (!Array.isArray(files)) {
    expect(files.reason).not.toBe('');
    return;
  }
  const source = buildSource(files);
  for (const importer of IMPORTERS) {
    if (importer.recognises(source)) await importer.read(source);
  }
  const imported = await importSource(files);
  if (imported.kind === 'failure') expect(imported.reason).not.toBe('');
  else if (imported.kind === 'radar') expect(imported.radar.trends).not.toEqual([]);
  else expectSound(imported.draft);
}

describe('what nobody would expect', () => {
  it('is answered in words: any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => tryAll([{ path: 'x', bytes }])),
      { numRuns: 100 },
    );
  });

  it('is answered in words: samples that are cut off or changed', async () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...SAMPLES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(255),
        fc.boolean(),
      )
      .map(([sample, at, byte, cut]) =>
        givenOf(sample.files).map(({ path, bytes }) => {
          const place = Math.floor(at * bytes.length);
          if (cut) return { path, bytes: bytes.slice(0, place) };
          const changed = bytes.slice();
          changed[place] = byte;
          return { path, bytes: changed };
        }),
      );
    await fc.assert(fc.asyncProperty(mutated, tryAll), { numRuns: 80 });
  });

  it('refuses more trends than there can be', async () => {
    const entries = Array.from({ length: 5001 }, (_, index) => ({
      title: `t${index}`,
      quadrant: 'a',
      timeline: [],
    }));
    const text = JSON.stringify({ quadrants: [{ id: 'a', name: 'A' }], rings: [], entries });
    const files = unpackSource(givenOf([{ path: 'a.json', text }]));
    expect(await importSource(Array.isArray(files) ? files : [])).toMatchObject({
      kind: 'failure',
      reason: expect.stringMatching(/5001/),
    });
  });

  it.each([
    ['<!doctype html><html><form>Log in</form></html>', /HTML page.*login/s],
    ['[{"a":1,"b":2},{"c":3}]', /JSON list of 2 records with the keys a, b, c/],
    ['%PDF-1.7\0', /PDF document/],
    ['', /The file is empty/],
    ['Dear all, here is nothing.', /looks like a text/],
  ])('says what %j looks like, and what can be read', async (text, says) => {
    const files = unpackSource(givenOf([{ path: 'a', text }]));
    const imported = await importSource(Array.isArray(files) ? files : []);
    expect(imported.kind === 'failure' ? `${imported.reason} ${imported.cure}` : '').toMatch(says);
    expect(JSON.stringify(imported)).toContain('Backstage');
  });

  it('asks for one radar at a time', async () => {
    const files = unpackSource(
      givenOf([
        ...(SAMPLES[0]?.files ?? []),
        ...(SAMPLES.find(({ importer }) => importer === 'backstage')?.files ?? []),
      ]),
    );
    const imported = await importSource(Array.isArray(files) ? files : []);
    expect(imported).toMatchObject({
      kind: 'failure',
      cure: expect.stringMatching(/^Drop or choose one at a time; of several tables of one radar make one/),
    });
  });
});
