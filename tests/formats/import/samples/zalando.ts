import type { BrokenSample, Sample } from './sample.ts';

const ENTRIES = [
  {
    label: 'Sparse mixture layers',
    quadrant: 2,
    ring: 1,
    moved: 1,
    active: true,
    link: 'https://example.org/experts',
  },
  { label: 'Gradient ledger', quadrant: 0, ring: 2, moved: 2, active: false },
  { label: 'Paged caches', quadrant: 3, ring: 0, moved: 0, active: true, link: '#' },
  { label: 'Tensor notebooks', quadrant: 1, ring: 3, moved: -1, active: true },
];

const NAMES = {
  quadrants: [
    { name: 'Languages' },
    { name: 'Infrastructure' },
    { name: 'Datastores' },
    { name: 'Data Management' },
  ],
  rings: [
    { name: 'ADOPT', color: '#5ba300', description: 'What we are sure of.' },
    { name: 'TRIAL', color: '#009eb0' },
    { name: 'ASSESS', color: '#c7ba00' },
    { name: 'HOLD', color: '#e09b96' },
  ],
};

const PLAIN = JSON.stringify({ date: '2026.11', entries: ENTRIES }, null, 2);
const CONFIG = JSON.stringify(
  { svg_id: 'radar', title: 'Models we watch', date: '2026.11', ...NAMES, entries: ENTRIES },
  null,
  2,
);

/** The page of a radar, with the call in it. */
export const PAGE = `<!DOCTYPE html>
<svg id="radar"></svg>
<script src="radar.js"></script>
<script>
radar_visualization(${CONFIG});
</script>
`;

const SCRIPT = `radar_visualization({
  svg_id: "radar",
  width: 1450,
  colors: { background: "#fff", grid: '#dddde0' },
  title: "Models (we watch)",
  quadrants: [ { name: "Languages" }, { name: "Infrastructure" }, { name: "Datastores" }, { name: "Data" } ],
  rings: [ { name: "ADOPT", color: "#5ba300" }, { name: "TRIAL", color: "#009eb0" } ],
  print_layout: true,
  entries: [
    { label: "Sparse mixture layers", quadrant: 2, ring: 1, active: true, moved: 0 },
    { label: "Gradient ledger", quadrant: 0, ring: 0, active: true, moved: 0 },
  ]
});
`;

const ID = 'zalando';
const named = (name: string, path: string, text: string) => ({ importer: ID, name, files: [{ path, text }] });

export const SAMPLES: readonly Sample[] = [
  { ...named('entries and a date', 'config.json', PLAIN), trends: 4 },
  { ...named('a whole configuration', 'config.json', CONFIG), trends: 4 },
  { ...named('a list of entries', 'entries.json', JSON.stringify(ENTRIES)), trends: 4 },
  { ...named('the call in a page', 'index.html', PAGE), trends: 4 },
  { ...named('the call in a script, keys without quotes', 'radar.js', SCRIPT), trends: 2 },
];

const FAULTS: readonly Omit<BrokenSample, 'says'>[] = [
  named('a quadrant that is not there', 'config.json', PLAIN.replace('"quadrant": 2', '"quadrant": 7')),
  named('a date in words', 'config.json', CONFIG.replace('2026.11', 'late autumn')),
  named(
    'a link that is a script',
    'config.json',
    CONFIG.replace('https://example.org', 'javascript:alert(1)'),
  ),
  named('a movement in words', 'config.json', CONFIG.replace('"moved": 1', '"moved": "up"')),
  named('an entry that is a number', 'config.json', CONFIG.replace('"entries": [', '"entries": [5, ')),
  named(
    'a script that calculates',
    'radar.js',
    SCRIPT.replace('width: 1450', 'width: 2 * (700 + w), x: function () { return "}"; }'),
  ),
  named('a script that ends too early', 'radar.js', SCRIPT.slice(0, -60)),
];

/** What is said of each fault, by the name of its sample. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'a quadrant that is not there': /does not name its quadrants/,
  'a date in words': /date "late autumn"/,
  'a link that is a script': /is no web address/,
  'a movement in words': /movement is "up"/,
  'an entry that is a number': /"5" is no record/,
  'a script that calculates': /no plain list/,
  'a script that ends too early': /no plain list/,
};

/** Radars with a fault each. */
export const BROKEN: readonly BrokenSample[] = FAULTS.map((fault) => ({
  ...fault,
  says: SAYS[fault.name] ?? /$^/,
}));
