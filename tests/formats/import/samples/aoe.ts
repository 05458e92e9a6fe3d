import type { BrokenSample, Sample } from './sample.ts';

export const CONFIG = JSON.stringify({
  basePath: '/techradar',
  colors: { foreground: '#fcf2e6', background: '#113521' },
  labels: { title: 'Our radar' },
  quadrants: [
    { id: 'languages', title: 'Languages', description: 'What we *write*.', color: '#84BFA4' },
    { id: 'tools', title: 'Tools', description: 'What we use.', color: '#248EA6' },
  ],
  rings: [
    { id: 'adopt', title: 'Adopt', description: '', color: '#a7e3a7', radius: 0.5, strokeWidth: 5 },
    { id: 'trial', title: 'Trial', description: '', color: '#d9e3a7', radius: 0.7, strokeWidth: 3 },
    { id: 'hold', title: 'Hold', description: '', color: '#e3a7a7', radius: 1, strokeWidth: 1 },
  ],
});

const FIRST = `---
title: "Quill"
ring: trial
quadrant: languages
tags: [typed, small]
---

A language. <div class="note">See <a href="https://example.org">there</a></div>

![logo](/images/quill.png)
`;
/** Moves without a word, and hides: what it does not say stays. */
const SECOND = `---
ring: adopt
featured: false
---
`;
const OTHER = '---\r\ntitle: Anvil\r\nring: hold\r\nquadrant: tools\r\n---\r\nIt is heavy.\r\n';

export const FOLDER = [
  { path: 'config.json', text: CONFIG },
  { path: 'about.md', text: '# About\n\nHow we choose.\n' },
  { path: 'radar/2025-04-01/quill.md', text: FIRST },
  { path: 'radar/2026-04-01/quill.md', text: SECOND },
  { path: 'radar/2026-04-01/anvil.md', text: OTHER },
  {
    path: 'radar/2026-11-01/anvil.md',
    text: OTHER.replace('hold', 'trial').replace('It is heavy.', 'Lighter now.'),
  },
];

export const DATA = {
  releases: ['2025-04-01', '2026-04-01'],
  tags: ['typed'],
  items: [
    {
      id: 'quill',
      title: 'Quill',
      body: '<p>A <strong>language</strong>.</p><script>alert(1)</script>',
      featured: true,
      ring: 'adopt',
      quadrant: 'languages',
      flag: 'changed',
      tags: ['typed'],
      release: '2026-04-01',
      revisions: [{ release: '2025-04-01', ring: 'trial', body: '<p>We try it.</p>' }],
      position: [1, 2],
    },
    {
      id: 'anvil',
      title: 'Anvil',
      body: '',
      featured: false,
      ring: 'hold',
      segment: 'tools',
      flag: 'new',
      release: '2026-04-01',
      position: [3, 4],
    },
  ],
};
const DATA_FILE = { path: 'data.json', text: JSON.stringify(DATA) };

export const SAMPLES: Sample[] = [
  { importer: 'aoe-folder', name: 'folder', files: FOLDER, trends: 2 },
  {
    importer: 'aoe-folder',
    name: 'folder without a config',
    files: FOLDER.filter(({ path }) => path.startsWith('radar/')),
    trends: 2,
  },
  { importer: 'aoe-folder', name: 'one item', files: [{ path: 'quill.md', text: FIRST }], trends: 1 },
  { importer: 'aoe-data', name: 'built data', files: [DATA_FILE], trends: 2 },
  {
    importer: 'aoe-data',
    name: 'built data with its config',
    files: [DATA_FILE, FOLDER[0] ?? DATA_FILE],
    trends: 2,
  },
];

export const BROKEN: BrokenSample[] = [
  {
    importer: 'aoe-data',
    name: 'built data with an item that is a text',
    files: [{ path: 'data.json', text: JSON.stringify({ ...DATA, items: [...DATA.items, 'gong'] }) }],
    says: /data\.json:\d+: this item is no object/,
  },
  {
    importer: 'aoe-folder',
    name: 'one file with broken front matter',
    files: [
      ...FOLDER,
      { path: 'radar/2026-11-01/gong.md', text: '---\ntitle: "Gong\nring: trial\n---\nLoud.\n' },
    ],
    says: /gong\.md:\d+: the front matter cannot be read/,
  },
  {
    importer: 'aoe-folder',
    name: 'only broken front matter',
    files: [{ path: 'gong.md', text: '---\ntitle: [\nring: trial\n---\nLoud.\n' }],
    says: /No item of the folder can be read: in gong\.md/,
  },
  {
    importer: 'aoe-folder',
    name: 'no config',
    files: FOLDER.slice(1),
    says: /there is no config\.json that names the quadrants and rings/,
  },
  {
    importer: 'aoe-data',
    name: 'built data without items',
    files: [{ path: 'data.json', text: '{"releases":[],"tags":[],"items":[]}' }],
    says: /The file has no items/,
  },
];
