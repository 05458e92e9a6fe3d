import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRadar } from '../../src/cli/read-radar.ts';
import { packSnapshot, type SnapshotView, unpackSnapshot } from '../../src/formats/snapshot.ts';
import { addToSvg, readFromSvg } from '../../src/formats/snapshot-svg.ts';
import { arbitraryRadar } from '../support/arbitrary-radar.ts';
import { sampleRadar } from '../support/sample-radar.ts';
import { snapshotFailureOf } from '../support/snapshot-failure-of.ts';

const FILE = 'my.radar.svg';
const VIEW: SnapshotView = { edition: null, trend: 'b', quadrant: null, names: null };
const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" aria-label="1 > 0">';
const DRAWING = `${OPEN}<title>A &amp; B</title><g><path d="M0 0"/></g></svg>`;
const NAMESPACE = 'urn:trend-radar:snapshot:1';

const packed = packSnapshot({ radar: sampleRadar(), view: VIEW });
const base64 = Buffer.from(packed).toString('base64');
const holder = `<radar xmlns="${NAMESPACE}">${base64}</radar>`;
const picture = addToSvg(DRAWING, packed);

function reasonOf(svg: string): string {
  return snapshotFailureOf(() => unpackSnapshot(readFromSvg(svg), FILE)).reason;
}

/** An SVG with `inner` in its metadata. */
function withMetadata(inner: string): string {
  return `${OPEN}<metadata>${inner}</metadata></svg>`;
}

describe('addToSvg', () => {
  it('carries the built-in radar', async () => {
    const { radar } = await readRadar('data');
    if (radar === null) throw new Error('the built-in radar is not valid');
    const svg = addToSvg(DRAWING, packSnapshot({ radar, view: VIEW }));
    expect(unpackSnapshot(readFromSvg(svg), FILE)).toEqual({ radar, view: VIEW });
  });

  it('carries any radar', () => {
    fc.assert(
      fc.property(arbitraryRadar, (radar) => {
        const svg = addToSvg(DRAWING, packSnapshot({ radar, view: VIEW }));
        expect(unpackSnapshot(readFromSvg(svg), FILE)).toEqual({ radar, view: VIEW });
      }),
      { numRuns: 30 },
    );
  });

  it('carries bytes of any number, in the Base64 of others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const svg = addToSvg(DRAWING, bytes);
        expect(svg).toContain(`>${Buffer.from(bytes).toString('base64')}</radar>`);
        expect(readFromSvg(svg)).toEqual(bytes);
      }),
    );
  });

  it('puts the data behind the first tag and leaves the picture as it is', () => {
    expect(picture).toBe(`${OPEN}<metadata>${holder}</metadata>${DRAWING.slice(OPEN.length)}`);
    expect(addToSvg(`<?xml version="1.0"?>\n<!-- <svg> --><svg a='/'/>\n`, packed)).toBe(
      `<?xml version="1.0"?>\n<!-- <svg> --><svg a='/'><metadata>${holder}</metadata></svg>\n`,
    );
  });

  it('takes the place of what is there, and of nothing else', () => {
    const foreign = withMetadata(`<rdf/><radar xmlns="${NAMESPACE}">AAAA</radar><rdf/>`);
    expect(addToSvg(foreign, packed)).toBe(withMetadata(`<rdf/>${holder}<rdf/>`));
    expect(addToSvg(picture, packed)).toBe(picture);
  });
});

describe('readFromSvg', () => {
  it.each([
    ['broken lines', withMetadata(holder.replace(/.{76}/g, '$&\r\n  '))],
    ['a prefix', withMetadata(`<r:radar xmlns:r='${NAMESPACE}' >${base64}</r:radar >`)],
    [
      'a declaration',
      `\uFEFF<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "]><b>"><!-- ' -->]>\n${picture}`,
    ],
    ['a comment that looks like it', picture.replace('<metadata>', '<!--<metadata><radar>--><metadata>')],
    ['character data that look like it', picture.replace('<g>', '<g><![CDATA[</g></svg><x a="]]>')],
    ['other metadata', withMetadata(`<rdf:RDF><radar>AAAA</radar></rdf:RDF>${holder}`)],
  ])('reads through %s', (_, svg) => {
    expect(readFromSvg(svg)).toEqual(packed);
  });

  it.each([
    ['none', DRAWING],
    ['an empty one', withMetadata(`<radar xmlns="${NAMESPACE}"/>`)],
    ['one in a comment', withMetadata(`<!--${holder}-->`)],
    ['one in character data', withMetadata(`<![CDATA[${holder}]]>`)],
    ['one in an attribute', withMetadata(`<x a='${holder}'/>`)],
    ['one outside the metadata', `${OPEN}<g>${holder}</g></svg>`],
    ['one in the metadata of a part', `${OPEN}<g><metadata>${holder}</metadata></g></svg>`],
    ['one in another namespace', withMetadata(holder.replace(NAMESPACE, 'urn:other'))],
    ['one behind the end', `${DRAWING}<metadata>${holder}</metadata>`],
  ])('finds no radar where there is %s', (_, svg) => {
    const { reason, cure } = snapshotFailureOf(() => readFromSvg(svg));
    expect(reason).toBe('The picture carries no radar');
    expect(cure).toContain('clipboard loses its data');
  });

  it.each([
    ['nothing', '  ', 'is empty', 'ask for the original'],
    ['a radar file', '{ "version": 1 }', 'looks like JSON', '.radar.json'],
    [
      'a web page',
      `<!doctype html><html>${picture}</html>`,
      'looks like a web page',
      'Save the picture itself',
    ],
    ['a text', 'Good morning <svg/>', 'not an SVG', '.radar.svg'],
    ['other XML', '<feed><entry/></feed>', 'not an SVG', '.radar.svg'],
  ])('says of %s what it is', (_, text, reason, cure) => {
    const failure = snapshotFailureOf(() => readFromSvg(text));
    expect(failure.reason).toContain(reason);
    expect(failure.cure).toContain(cure);
  });

  it.each([
    ['a digit less', picture.replace('</radar>', 'A</radar>'), 'its data changed on the way'],
    ['another digit', picture.replace(base64.slice(50, 60), 'AAAAAAAAAA'), 'its data changed on the way'],
    ['no digit', picture.replace(base64.slice(50, 51), '*'), 'its data changed on the way'],
    [
      'padding inside',
      withMetadata(holder.replace(base64.slice(4, 8), 'AA==')),
      'its data changed on the way',
    ],
    ['a comment inside', picture.replace('</radar>', '<!-- -->$&'), 'its data changed on the way'],
    ['an element inside', picture.replace('</radar>', '<b/>$&'), 'its data changed on the way'],
    ['tags that do not match', picture.replace('</g>', '</h>'), 'its tags do not match'],
    ['an end too early', picture.slice(0, -1), 'it ends too early'],
  ])('refuses %s', (_, svg, how) => {
    expect(reasonOf(svg)).toBe(`The picture is damaged: ${how}`);
  });

  it('stops at a bomb, at more than any radar packs to, and at pictures of any size', () => {
    const bomb = addToSvg(DRAWING, deflateSync(Buffer.alloc(50_000_000)));
    expect(reasonOf(bomb)).toContain('larger than a radar can be');
    const huge = withMetadata(`<radar xmlns="${NAMESPACE}">${'A'.repeat(11_000_000)}</radar>`);
    expect(snapshotFailureOf(() => readFromSvg(huge)).reason).toContain('larger than a radar can be');
    expect(reasonOf(DRAWING.padEnd(30_000_001))).toContain('larger than 30 MB');
  });

  it('refuses every truncated picture', () => {
    for (let end = 0; end < picture.length; end += 1) {
      expect(reasonOf(picture.slice(0, end))).toMatch(/ends too early|is empty|not an SVG/);
    }
  });

  it.each(['<', '<a>', '<a b=""', '<!--', '<![CDATA[', '<!DOCTYPE [', '<radar xmlns=', ' ', '"'])(
    'answers to millions of %j in time that their number decides',
    (piece) => {
      const many = piece.repeat(Math.floor(5_000_000 / piece.length));
      expect(reasonOf(`${OPEN}${many}`)).toContain('damaged');
      expect(reasonOf(`<svg ${many}`)).toContain('damaged');
      expect(reasonOf(many)).not.toBe('');
    },
  );

  it('opens what is whole and refuses the rest, whatever is cut out or put in', () => {
    const snapshot = unpackSnapshot(packed, FILE);
    const at = fc.nat({ max: picture.length });
    const piece = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom(
        '<',
        '>',
        '"',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '</svg>',
        '</radar>',
        '<metadata>',
        '=',
      ),
    );
    fc.assert(
      fc.property(at, fc.nat({ max: 20 }), piece, (from, length, added) => {
        const svg = picture.slice(0, from) + added + picture.slice(from + length);
        try {
          expect(unpackSnapshot(readFromSvg(svg), FILE)).toEqual(snapshot);
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'SnapshotFailure') throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
