import { describe, expect, it, vi } from 'vitest';
import { formatRadarJson } from '../../src/formats/radar-json.ts';
import { packSnapshot } from '../../src/formats/snapshot.ts';
import { addToPng } from '../../src/formats/snapshot-png.ts';
import { addToSvg } from '../../src/formats/snapshot-svg.ts';
import { LoadFailure } from '../../src/platform/load-failure.ts';
import { readRadarDocument } from '../../src/platform/read-radar-document.ts';
import { PNG_1X1 } from '../support/png.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const VIEW = { edition: '2023', trend: 'attention', quadrant: 'models', names: false };
const NO_VIEW = { edition: null, trend: null, quadrant: null, names: null };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="2" height="2"/></svg>';

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);
const snapshot = () => ({ radar: sampleRadar(), view: VIEW });
const png = () =>
  new Uint8Array(addToPng(PNG_1X1, { packed: packSnapshot(snapshot()), pixelsPerMetre: 2835 }));
const svg = () => addToSvg(SVG, packSnapshot(snapshot()));

/** The failure's words: reason, cure, and each issue's place. */
async function fail(...files: File[]): Promise<string> {
  const failure = await readRadarDocument(files).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(failure instanceof LoadFailure)) throw new Error(`not answered in words: ${failure}`);
  const places = failure.issues.map((issue) => `${issue.file}:${issue.line}: ${issue.message}`);
  return [failure.message, failure.cure, ...places].join('\n');
}

describe('a dropped file', () => {
  it('is known by its content, whatever its name', async () => {
    for (const name of ['a.radar.png', 'photo.jpg', 'notes', 'x.svg', 'x.json']) {
      expect(await readRadarDocument([fileOf(png(), name)])).toEqual(snapshot());
      expect(await readRadarDocument([fileOf(svg(), name)])).toEqual(snapshot());
      const text = formatRadarJson(sampleRadar());
      expect(await readRadarDocument([fileOf(text, name)])).toEqual({ radar: sampleRadar(), view: NO_VIEW });
    }
  });

  it('may begin with a byte order mark, blanks, a declaration or a comment', async () => {
    const text = `\ufeff\n ${formatRadarJson(sampleRadar())}`;
    expect((await readRadarDocument([fileOf(text, 'a')])).radar).toEqual(sampleRadar());
    const prolog = '\ufeff<?xml version="1.0"?>\n<!-- <svg> a --><!DOCTYPE svg>\n';
    expect(await readRadarDocument([fileOf(prolog + svg(), 'a')])).toEqual(snapshot());
  });

  it('with faults lists each with its place', async () => {
    const broken = formatRadarJson(sampleRadar()).replace('"quadrant": "training"', '"quadrant": "trainig"');
    const words = await fail(fileOf(broken, 'mine.radar.json'));
    expect(words).toContain('not a valid radar');
    expect(words).toMatch(/mine\.radar\.json:\d+: .*trainig/);
    expect(await fail(fileOf('{ "version": 1,', 'cut.json'))).toMatch(/cut\.json:1: /);
  });

  it.each([
    ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'looks like a JPEG file'],
    ['a GIF', 'GIF89a', 'looks like a GIF file'],
    ['a PDF', '%PDF-1.7', 'looks like a PDF file'],
    ['a zip', 'PK\x03\x04\xff', 'no other kind that is known here'],
    ['empty', '', 'The file is empty'],
    ['a table', 'name,ring\nReact,adopt', 'looks like a text'],
    ['a page', '<!doctype html><html></html>', 'looks like a text'],
    ['a comment without an end', '<!-- ', 'looks like a text'],
    ['broken text', '{\xff\xfe', 'not a PNG'],
  ])('that is %s is refused in words, whatever its name', async (_, start, words) => {
    const bytes = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
    for (const name of ['a.radar.png', 'a.radar.json'])
      expect(await fail(fileOf(bytes, name))).toContain(words);
  });

  it('that is a foreign or broken picture is refused in words, its radar never half read', async () => {
    for (const content of [PNG_1X1, PNG_1X1.slice(0, 20), png().slice(0, -30), SVG])
      expect(await fail(fileOf(content, 'a.png'))).not.toBe('');
    const flipped = png();
    flipped[120] = (flipped[120] ?? 0) ^ 1;
    expect(await fail(fileOf(flipped, 'a.png'))).not.toBe('');
  });

  it('that is too large is never read', async () => {
    const file = fileOf('{}', 'large.json');
    Object.defineProperty(file, 'size', { value: 50_000_001 });
    const read = vi.spyOn(file, 'arrayBuffer');
    expect(await fail(file)).toContain('larger than 50 MB');
    expect(read).not.toHaveBeenCalled();
  });

  it('that cannot be read, such as a folder, says so', async () => {
    const file = fileOf('', 'folder');
    vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotFoundError'));
    expect(await fail(file)).toContain('It may be a folder');
  });

  it('comes alone', async () => {
    expect(await fail()).toContain('No file arrived');
    const text = formatRadarJson(sampleRadar());
    expect(await fail(fileOf(text, 'a'), fileOf(text, 'b'))).toContain('These are 2 files; one at a time');
  });
});
