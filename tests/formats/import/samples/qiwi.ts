import type { BrokenSample, Sample } from './sample.ts';

const TABLES = `title
Models we watch
===
date
2026-11-21
===
sector, title
s1,     Architectures
s2,     Training
===
sector, alias
s1,     nets
===
ring, title
r1,   Use
r2,   Try
===
name,                  sector,        ring, description,                          moved
Sparse mixture layers, nets,          Try,  "Few experts, one token.",            1
Gradient ledger,       s2,            r2,   "Two
lines",                                                                           0
Paged caches,          architectures, Use,  https://example.org,                  -1
`;

const LEGACY = `title
Models we watch
===
date
2026-11
===
quadrant, alias
q1,       nets
q2,       runs
===
quadrant, title
q1,       "Architectures, layers"
q2,       Training
===
name,                  quadrant, ring,   description
Sparse mixture layers, nets,     Trial,  Few experts.
Gradient ledger,       q2,       Hold,
`;

const RADAR = {
  meta: { title: 'Models we watch', date: '2026-11-21', legend: 'Read from the **inside**.' },
  sectors: [
    { id: 's1', title: 'Architectures', aliases: ['nets'] },
    { id: 's2', title: 'Training' },
  ],
  rings: [
    { id: 'r1', title: 'Use' },
    { id: 'r2', title: 'Try' },
  ],
  data: [
    { name: 'Sparse mixture layers', sector: 'nets', ring: 'try', description: 'Few experts.', moved: '1' },
    { name: 'Gradient ledger', sector: 's2', ring: 'r2', description: null, moved: 0 },
    { name: 'Paged caches', quadrant: 'q1', ring: 'Use', description: '', moved: null },
  ],
};

const YAML = `meta:
  title: Models we watch
  date: "2026-11-21"
quadrantTitles:
  q1: Architectures
  q2: Training
quadrantAliases:
  q1: [nets, layers]
  runs: q2
data:
  - name: Sparse mixture layers
    quadrant: layers
    ring: Trial
    description: Few experts.
    moved: -1
  - { name: Gradient ledger, quadrant: runs, ring: adopt, description: Every step. }
`;

const ID = 'qiwi';
const named = (name: string, path: string, text: string) => ({ importer: ID, name, files: [{ path, text }] });

export const SAMPLES: readonly Sample[] = [
  { ...named('tables with sectors', 'data/js/2026-11-21.csv', TABLES), trends: 3 },
  { ...named('tables with quadrants', '2026-11.csv', LEGACY), trends: 2 },
  { ...named('JSON', '2026-11-21.json', JSON.stringify(RADAR, null, 1)), trends: 3 },
  { ...named('YAML', '2026-11-21.yml', YAML), trends: 2 },
];

const FAULTS: readonly Omit<BrokenSample, 'says'>[] = [
  named('no column for the ring', 'a.csv', LEGACY.replace('quadrant, ring,', 'quadrant, level,')),
  named('no table of the entries', 'a.csv', TABLES.slice(0, TABLES.indexOf('===\nname'))),
  named('quotes that nothing closes', 'a.csv', TABLES.replace('lines"', 'lines')),
  named('a date in words', 'a.csv', TABLES.replace('2026-11-21', 'yesterday')),
  named('a movement in words', 'a.json', JSON.stringify(RADAR).replace('"1"', '"inwards"')),
  named('no entries', 'a.json', JSON.stringify({ ...RADAR, data: [] })),
  named('an entry that is a list', 'a.json', JSON.stringify({ ...RADAR, data: [[], ...RADAR.data] })),
];

/** What is said of each fault, by the name of its sample. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'no column for the ring': /"ring" is missing/,
  'no table of the entries': /None of the tables/,
  'quotes that nothing closes': /nothing closes it/,
  'a date in words': /date "yesterday"/,
  'a movement in words': /movement is "inwards"/,
  'no entries': /holds no entries/,
  'an entry that is a list': /no record/,
};

/** Radars with a fault each. */
export const BROKEN: readonly BrokenSample[] = FAULTS.map((fault) => ({
  ...fault,
  says: SAYS[fault.name] ?? /$^/,
}));
