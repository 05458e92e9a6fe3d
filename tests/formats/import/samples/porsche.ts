import type { BrokenSample, Sample } from './sample.ts';

const CONFIG = JSON.stringify({
  defaultTheme: 'porsche',
  toggles: { showTeamFilter: true },
  segments: [
    { id: 'methods', title: 'Methods', description: 'How we work.' },
    { id: 'models', title: 'Models', description: '' },
  ],
  rings: [
    { id: 'adopt', title: 'Adopt', description: '', radius: 0.5, strokeWidth: 5 },
    { id: 'assess', title: 'Assess', description: '', radius: 1, strokeWidth: 2 },
  ],
});

const SPARSE = `---
title: Sparse layers
summary: Most of it sleeps.
ring: assess
segment: models
tags: [inference]
teams: [platform-ml]
products: [assistant]
links:
  - { url: "https://example.org/paper", name: "Paper" }
  - { url: "ftp://example.org/x", name: "Old" }
---
Compare with [[dense]], [[dense|the plain one]] and [[nothing]].
`;

export const FOLDER = [
  { path: 'config.json', text: CONFIG },
  { path: 'radar/2026-05-01/sparse.md', text: SPARSE },
  {
    path: 'radar/2026-05-01/dense.md',
    text: '---\ntitle: Dense baseline\nring: adopt\nsegment: models\n---\nPlain.\n',
  },
  { path: 'radar/2026-11-01/sparse.md', text: '---\nring: adopt\nsegment: models\nteams: [core]\n---\n' },
];

export const SAMPLES: Sample[] = [
  { importer: 'porsche-folder', name: 'folder', files: FOLDER, trends: 2 },
  { importer: 'porsche-folder', name: 'folder without a config', files: FOLDER.slice(1), trends: 2 },
];

export const BROKEN: BrokenSample[] = [
  {
    importer: 'porsche-folder',
    name: 'a ring that is missing',
    files: [...FOLDER, { path: 'radar/2026-12-01/sparse.md', text: '---\nsegment: models\n---\n' }],
    says: /2026-12-01\/sparse\.md:1: ring is missing/,
  },
  {
    importer: 'porsche-folder',
    name: 'a link to nothing',
    files: FOLDER,
    says: /\[\[nothing\]\] leads to no item/,
  },
  {
    importer: 'porsche-folder',
    name: 'a link without a web address',
    files: [
      ...FOLDER,
      {
        path: 'radar/2026-12-01/sparse.md',
        text: '---\nring: adopt\nsegment: models\nlinks: [{ url: ftp://example.org/x }]\n---\n',
      },
    ],
    says: /"ftp:\/\/example\.org\/x" is no web address/,
  },
];
