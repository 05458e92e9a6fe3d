import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotName } from '../../src/formats/snapshot-name.ts';

const PARTS = {
  title: 'Deep Learning Trend Radar',
  edition: '2026-11',
  scope: 'Training',
  date: '2026-11-21',
  reopens: true,
};

describe('snapshotName', () => {
  it('joins what the picture shows', () => {
    expect(snapshotName(PARTS, '.png')).toBe(
      'deep-learning-trend-radar_2026-11_training_2026-11-21.radar.png',
    );
    expect(snapshotName({ ...PARTS, scope: null, edition: '', reopens: false }, '.pdf')).toBe(
      'deep-learning-trend-radar_2026-11-21.pdf',
    );
    expect(snapshotName({ title: '***', edition: null, scope: '/', date: '', reopens: true }, '.svg')).toBe(
      'radar.radar.svg',
    );
  });

  it.each([
    ['Müller’s Café & Łódź', 'mullers-cafe-lodz'],
    ['Straße, Æther, ŒUVRE, İzmir', 'strasse-aether-oeuvre-izmir'],
    ['../etc/passwd', 'etc-passwd'],
    ['  a__b -- c. ', 'a-b-c'],
    ['ＡＢＣ №1', 'abc-no1'],
    ['深層学習 レーダー', '深層学習-レーダー'],
    ['が 한국어', 'が-한국어'],
    ['Новый', 'новый'],
    ['हिन्दी', 'हिन्दी'],
  ])('writes %s as %s', (title, name) => {
    expect(snapshotName({ ...PARTS, title, edition: null, scope: null, date: '' }, '.png')).toBe(
      `${name}.radar.png`,
    );
  });

  it('shortens what is long, and keeps the date', () => {
    const name = snapshotName({ ...PARTS, title: 'long title '.repeat(50), scope: 'x'.repeat(70) }, '.png');
    expect(name).toMatch(/^long-title-.*_2026-11_x{40,}_2026-11-21\.radar\.png$/);
    expect(name.length).toBe(120 + '.radar.png'.length);
  });

  it('gives a name that every file system takes, whatever the texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(text, text, text, text, fc.boolean(), (title, edition, scope, date, reopens) => {
        const name = snapshotName({ title, edition, scope, date, reopens }, '.svg');
        const stem = name.slice(0, reopens ? -'.radar.svg'.length : -'.svg'.length);
        expect(name).toBe(`${stem}${reopens ? '.radar' : ''}.svg`);
        expect(stem).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u);
        expect(stem.length).toBeLessThanOrEqual(120);
        expect(Buffer.byteLength(name)).toBeLessThan(255);
      }),
    );
  });
});
