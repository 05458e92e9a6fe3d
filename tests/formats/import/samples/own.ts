import { formatRadarFolder } from '../../../../src/formats/radar-folder.ts';
import { formatRadarJson } from '../../../../src/formats/radar-json.ts';
import { packSnapshot } from '../../../../src/formats/snapshot.ts';
import { addToPng } from '../../../../src/formats/snapshot-png.ts';
import { addToSvg } from '../../../../src/formats/snapshot-svg.ts';
import { PNG_1X1 } from '../../../support/png.ts';
import { sampleRadar } from '../../../support/sample-radar.ts';
import type { BrokenSample, Sample } from './sample.ts';

const VIEW = { edition: '2023', trend: 'attention', quadrant: 'models', names: false };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="2" height="2"/></svg>';
const JSON_TEXT = formatRadarJson(sampleRadar());
const PACKED = packSnapshot({ radar: sampleRadar(), view: VIEW });
const PNG = addToPng(PNG_1X1, { packed: PACKED, pixelsPerMetre: 2835 });
const FOLDER = [...formatRadarFolder(sampleRadar())].map(([path, text]) => ({ path, text }));

const within = (folder: string) => FOLDER.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));

export const SAMPLES: Sample[] = [
  {
    importer: 'own-json',
    name: 'radar file',
    files: [{ path: 'our.radar.json', text: JSON_TEXT }],
    trends: 2,
  },
  {
    importer: 'own-json',
    name: 'radar file on one line',
    files: [{ path: 'our.radar.json', text: JSON.stringify(JSON.parse(JSON_TEXT)) }],
    trends: 2,
  },
  { importer: 'own-snapshot', name: 'PNG', files: [{ path: 'a.radar.png', bytes: PNG }], trends: 2 },
  {
    importer: 'own-snapshot',
    name: 'SVG with a declaration',
    files: [{ path: 'a.svg', text: `<?xml version="1.0"?>\n<!-- <svg> -->\n${addToSvg(SVG, PACKED)}` }],
    trends: 2,
  },
  { importer: 'own-folder', name: 'data folder', files: FOLDER, trends: 2 },
  {
    importer: 'own-folder',
    name: 'data folder within a repository',
    files: [...within('repository/data'), { path: 'repository/README.md', text: '# A radar\n' }],
    trends: 2,
  },
];

export const BROKEN: BrokenSample[] = [
  {
    importer: 'own-json',
    name: 'no rings',
    files: [{ path: 'a.json', text: JSON_TEXT.replace('"rings"', '"rngs"') }],
    says: /a\.json:\d+: .*ring/,
  },
  {
    importer: 'own-json',
    name: 'unknown quadrant',
    files: [{ path: 'a.json', text: JSON_TEXT.replace('"quadrant": "training"', '"quadrant": "trainig"') }],
    says: /a\.json:\d+: .*trainig/,
  },
  {
    importer: null,
    name: 'radar file that was cut off',
    files: [{ path: 'a.json', text: JSON_TEXT.slice(0, -40) }],
    says: /a\.json:\d+: the file ends/,
  },
  {
    importer: 'own-folder',
    name: 'data folder with YAML that takes long to read',
    files: [...FOLDER, { path: 'trends/wild.yaml', text: `a: ${'['.repeat(300)}` }],
    says: /trends\/wild\.yaml:1: it is nested deeper than 100 levels/,
  },
  {
    importer: 'own-folder',
    name: 'head without its trends',
    files: FOLDER.filter(({ path }) => path === 'radar.yaml'),
    says: /Drop the whole folder/,
  },
  {
    importer: 'own-folder',
    name: 'trend in an unknown ring',
    files: FOLDER.map(({ path, text }) => ({ path, text: text.replace('ring: adopt', 'ring: adapt') })),
    says: /trends\/attention\.yaml:\d+: .*adapt/,
  },
  {
    importer: 'own-snapshot',
    name: 'picture without a radar',
    files: [{ path: 'a.png', bytes: PNG_1X1 }],
    says: /The picture carries no radar.*original file/s,
  },
  {
    importer: 'own-snapshot',
    name: 'picture that was cut off',
    files: [{ path: 'a.png', bytes: PNG.slice(0, -30) }],
    says: /ends too early/,
  },
  {
    importer: 'own-snapshot',
    name: 'picture that was converted',
    files: [{ path: 'a.radar.png', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16) }],
    says: /looks like a JPEG/,
  },
];
