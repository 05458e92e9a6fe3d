import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRadar } from '../../src/cli/read-radar.ts';
import { formatIssue } from '../../src/domain/issue.ts';
import type { Radar } from '../../src/domain/radar.ts';
import {
  packSnapshot,
  SnapshotFailure,
  type SnapshotView,
  unpackSnapshot,
} from '../../src/formats/snapshot.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';
import { snapshotFailureOf } from '../support/snapshot-failure-of.ts';

const FILE = 'my.radar.png';
const NO_VIEW: SnapshotView = { edition: null, trend: null, quadrant: null, names: null };

const arbitraryView: fc.Arbitrary<SnapshotView> = fc.record({
  edition: fc.option(fc.string()),
  trend: fc.option(fc.string()),
  quadrant: fc.option(fc.string()),
  names: fc.option(fc.boolean()),
});

/** Packs any value as other programs could. */
function pack(value: unknown): Uint8Array {
  return deflateSync(typeof value === 'string' ? value : JSON.stringify(value));
}

function envelope(changes: object = {}): object {
  return { format: 'trend-radar-snapshot', version: 1, view: NO_VIEW, radar: sampleRadar(), ...changes };
}

describe('packSnapshot and unpackSnapshot', () => {
  it('give back the built-in radar', async () => {
    const { radar } = await readRadar('data');
    if (radar === null) throw new Error('the built-in radar is not valid');
    const view = { edition: '2026-11', trend: 'lora', quadrant: null, names: true };
    expect(unpackSnapshot(packSnapshot({ radar, view }), FILE)).toEqual({ radar, view });
  });

  it('give back any radar and any view', () => {
    fc.assert(
      fc.property(arbitraryRadar, arbitraryView, (radar, view) => {
        expect(unpackSnapshot(packSnapshot({ radar, view }), FILE)).toEqual({ radar, view });
      }),
    );
  });

  it('give back a radar whose one edition is retrospective', () => {
    const radar: Radar = {
      ...sampleRadar(),
      editions: [{ id: 'current', date: '2000', retrospective: true }],
      trends: [
        { id: 'x', name: 'X', quadrant: 'models', placements: [{ edition: 'current', ring: 'adopt' }] },
      ],
    };
    expect(unpackSnapshot(packSnapshot({ radar, view: NO_VIEW }), FILE).radar).toEqual(radar);
  });

  it('pack the same snapshot into the same bytes, in whatever order its keys stand', () => {
    const radar = sampleRadar();
    const turned = Object.fromEntries(Object.entries(radar).reverse()) as Radar;
    const view = Object.fromEntries(Object.entries(NO_VIEW).reverse()) as unknown as SnapshotView;
    expect(packSnapshot({ radar: turned, view })).toEqual(packSnapshot({ radar, view: NO_VIEW }));
  });

  it('refuse to pack what could not be opened again', () => {
    const radar = { ...sampleRadar(), description: 'x'.repeat(20_000_000) };
    const { reason, cure } = snapshotFailureOf(() => packSnapshot({ radar, view: NO_VIEW }));
    expect(reason).toContain('too large to travel in a picture');
    expect(cure).toContain('without data');
  });
});

describe('unpackSnapshot', () => {
  it('opens in the usual view where the view makes no sense', () => {
    const view = { edition: 7, trend: 'x'.repeat(501), names: 'yes', more: 1 };
    expect(unpackSnapshot(pack(envelope({ view })), FILE).view).toEqual(NO_VIEW);
    expect(unpackSnapshot(pack(envelope({ view: 'none' })), FILE).view).toEqual(NO_VIEW);
    const names = unpackSnapshot(pack(envelope({ view: { ...view, names: false } })), FILE).view.names;
    expect(names).toBe(false);
  });

  it('takes a version that is newer for what it is', () => {
    const packed = pack({ format: 'trend-radar-snapshot', version: 2, layers: [] });
    const { reason, cure } = snapshotFailureOf(() => unpackSnapshot(packed, FILE));
    expect(reason).toContain('newer radar page (version 2');
    expect(cure).toContain('Open it in a newer radar page');
  });

  it.each([
    ['text', 'Good morning'],
    ['nothing', ''],
    ['another format', envelope({ format: 'drawing' })],
    ['no version', envelope({ version: undefined })],
    ['no radar', envelope({ radar: undefined })],
    ['a list for a radar', envelope({ radar: [] })],
    ['null', 'null'],
  ])('says that %s is not a radar', (_, value) => {
    const { reason, cure, issues } = snapshotFailureOf(() => unpackSnapshot(pack(value), FILE));
    expect([reason, issues]).toEqual(['The picture carries data that are not a radar', []]);
    expect(cure).toContain('exported with data');
  });

  it('lists what is wrong in the radar, by its keys', () => {
    const { trends, ...head } = sampleRadar();
    const [first, ...others] = trends;
    const radar = { ...head, trends: [{ ...first, quadrant: 'model', colour: 'red' }, ...others] };
    const failure = snapshotFailureOf(() => unpackSnapshot(pack(envelope({ radar })), FILE));
    expect(failure.reason).toBe('The radar in the picture is not valid');
    const lines = failure.issues.map(formatIssue);
    expect(lines).toContainEqual(
      expect.stringMatching(/^my\.radar\.png: error: trends\[0\]\.colour: unknown key "colour"/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/trends\[0\]\.quadrant: .*Did you mean "models"/));
  });

  it('stops a bomb long before it is unpacked', () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const { reason, cure } = snapshotFailureOf(() => unpackSnapshot(bomb, FILE));
    expect(reason).toContain('larger than a radar can be');
    expect(cure).toContain('Do not trust');
    expect(snapshotFailureOf(() => unpackSnapshot(new Uint8Array(8_000_001), FILE)).reason).toBe(reason);
  });

  it.each([
    ['levels', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['values', `[${'[0,0,0,0],'.repeat(300_000)}0]`],
    ['entries', `[${'0,'.repeat(5_000)}0]`],
    ['keys', JSON.stringify(Object.fromEntries(Array.from({ length: 101 }, (_, key) => [`k${key}`, 0])))],
  ])('does not work its way through too many %s', (_, json) => {
    const text = JSON.stringify(envelope({ radar: { trends: 0 } })).replace('0}', `${json}}`);
    expect(snapshotFailureOf(() => unpackSnapshot(pack(text), FILE)).reason).toContain(
      'larger than a radar can be',
    );
  });

  it('lists no more issues than anyone reads, and says how many more there are', () => {
    const radar = { ...sampleRadar(), trends: Array.from({ length: 5000 }, () => 0) };
    const { reason, issues } = snapshotFailureOf(() => unpackSnapshot(pack(envelope({ radar })), FILE));
    expect(reason).toBe('The radar in the picture is not valid');
    expect(issues.length).toBeLessThan(1100);
    expect(issues.at(-1)?.message).toMatch(/\d+ more like these/);
  });

  it('refuses damaged bytes with a SnapshotFailure, whatever became of them', () => {
    const packed = packSnapshot({ radar: sampleRadar(), view: NO_VIEW });
    const damaged = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.uint8Array({ maxLength: 2000 }).map((bytes) => Uint8Array.of(0x78, 0x9c, ...bytes)),
      fc.nat({ max: packed.length - 1 }).map((end) => packed.slice(0, end)),
      fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Uint8Array.of(...packed, ...more)),
    );
    fc.assert(
      fc.property(damaged, (bytes) => {
        const { reason } = snapshotFailureOf(() => unpackSnapshot(bytes, FILE));
        expect(reason).toContain('The picture is damaged');
      }),
      { numRuns: 500 },
    );
  });

  it('never opens another radar than was packed, whichever bit is flipped', () => {
    const snapshot = { radar: sampleRadar(), view: NO_VIEW };
    const packed = packSnapshot(snapshot);
    for (let bit = 0; bit < packed.length * 8; bit += 3) {
      const bytes = packed.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      try {
        // A few bits change nothing, such as those that fill the last byte.
        expect(unpackSnapshot(bytes, FILE)).toEqual(snapshot);
      } catch (error) {
        if (!(error instanceof SnapshotFailure)) throw error;
      }
    }
  });

  it('refuses JSON of any content with a SnapshotFailure', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (radar, view) => {
        const packed = pack(envelope({ radar, view }));
        expect(snapshotFailureOf(() => unpackSnapshot(packed, FILE)).reason).toMatch(
          /not valid|are not a radar/,
        );
      }),
    );
  });

  it('unpacks data of any length, at whatever byte a step ends', () => {
    for (let length = 4050; length < 4150; length += 1) {
      // Noise does not shrink, so the packed length follows the text's.
      const noise = Array.from({ length }, (_, at) => String.fromCharCode(33 + ((at * at * 7919) % 89))).join(
        '',
      );
      const radar = { ...sampleRadar(), description: noise.replace(/["\\]/g, '.') };
      const stored = deflateSync(JSON.stringify(envelope({ radar })), { level: length % 2 === 0 ? 0 : 9 });
      expect(unpackSnapshot(stored, FILE).radar.description).toBe(radar.description);
    }
  });
});
