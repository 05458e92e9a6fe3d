import type { BrokenSample, Sample } from './sample.ts';

const QUADRANTS = [
  { id: 'arch', name: 'Architectures' },
  { id: 'train', name: 'Training' },
];
const RINGS = [
  { id: 'adopt', name: 'ADOPT', color: '#5ba300' },
  { id: 'trial', name: 'TRIAL', color: '#009eb0', description: 'Worth pursuing.' },
  { id: 'caution', name: 'CAUTION', color: '#e09b96' },
];

/** The newest item comes last here, which the plugin itself would get wrong. */
export const TWO_DATES = {
  title: 'Platform radar',
  quadrants: QUADRANTS,
  rings: RINGS,
  entries: [
    {
      key: 'sml',
      id: 'sml',
      quadrant: 'arch',
      title: 'Sparse mixture layers',
      description: 'A **wide** layer. <b>Bold</b><img src=x onerror=alert(1)>',
      url: '#',
      links: [
        { url: 'https://example.org/paper', title: 'Paper' },
        { url: 'javascript:alert(1)', title: 'Bad' },
      ],
      timeline: [
        { date: '2025-11-01', ringId: 'caution', moved: 0, description: 'Not yet.' },
        { date: '2026-11-01T09:00:00.000Z', ringId: 'trial', moved: 1, description: 'It pays.' },
      ],
    },
    {
      key: 'gl',
      quadrant: 'Training',
      title: 'Gradient ledger',
      url: 'https://example.org/ledger',
      timeline: [{ date: '2026-11-01', ringId: 'caution' }],
    },
  ],
};

export const ONE_DATE = {
  quadrants: QUADRANTS,
  rings: RINGS,
  entries: [
    {
      key: 'a',
      id: 'a',
      quadrant: 'arch',
      title: 'Alpha',
      timeline: [{ date: '2026-11-01', ringId: 'adopt', moved: 1 }],
    },
    {
      key: 'b',
      id: 'b',
      quadrant: 'train',
      title: 'Beta',
      timeline: [{ date: '2026-11-01', ringId: 'trial', moved: -1 }],
    },
  ],
};

const YAML = `quadrants:
  - id: arch
    name: Architectures
  - {id: train, name: Training}
rings:
  - {id: adopt, name: Adopt, color: green}
entries:
  - key: alpha # as in the wiki
    id: alpha
    title: Alpha
    quadrant: arch
    timeline:
      - &now
        date: 2026-11-01
        ringId: adopt
  - key: beta
    title: Beta
    quadrant: train
    timeline:
      - *now
`;

const fileOf = (value: unknown) => [{ path: 'tech-radar.json', text: JSON.stringify(value, null, 2) }];

export const SAMPLES: Sample[] = [
  { importer: 'backstage', name: 'two dates', files: fileOf(TWO_DATES), trends: 2 },
  { importer: 'backstage', name: 'one date', files: fileOf(ONE_DATE), trends: 2 },
  { importer: 'backstage', name: 'YAML', files: [{ path: 'radar.yaml', text: YAML }], trends: 2 },
];

export const BROKEN: BrokenSample[] = [
  {
    importer: 'backstage',
    name: 'a date of one country',
    files: fileOf({
      ...ONE_DATE,
      entries: [{ ...ONE_DATE.entries[0], timeline: [{ date: '1.11.26', ringId: 'adopt' }] }],
    }),
    says: /tech-radar\.json:\d+: the date "1\.11\.26" is none that can be told/,
  },
  {
    importer: 'backstage',
    name: 'entries that are no objects',
    files: fileOf({ ...ONE_DATE, entries: [...ONE_DATE.entries, 'Gamma', null] }),
    says: /tech-radar\.json:\d+: this entry is no object/,
  },
  {
    importer: 'backstage',
    name: 'quadrant by its name',
    files: fileOf(TWO_DATES),
    says: /the quadrant is given by its name, "Training"/,
  },
  {
    importer: null,
    name: 'cut off',
    files: [{ path: 'a.json', text: JSON.stringify(TWO_DATES).slice(0, 300) }],
    says: /looks like JSON, but it is broken in line 1/,
  },
  {
    importer: null,
    name: 'entries without timelines',
    files: fileOf({ quadrants: QUADRANTS, rings: RINGS, entries: [{ title: 'Alpha' }] }),
    says: /JSON record with the keys quadrants, rings, entries|entries/,
  },
];
