import { strToU8, zipSync } from 'fflate';
import type { BrokenSample, Sample } from './sample.ts';

const COMMAS = `name,ring,quadrant,isNew,status,description
Sparse mixture layers,trial,Techniques,FALSE,moved in,"<p>Only a <strong>few</strong> experts work on each token, see <a href=""https://example.org/experts"">the notes</a>.</p>"
Gradient ledger,assess,Tools,TRUE,new,"Keeps what each step changed,
so that a run can be looked back at."
Paged caches,Adopt,Platforms,FALSE,no change,Memory in pages of one size.
Tensor notebooks,Hold,Languages & Frameworks,FALSE,moved out,
`;

const SEMICOLONS = `sep=;
Name;Ring;Quadrant;IsNew;Description
"Sparse mixture layers";Trial;Techniques;FALSE;"Few experts; one token."
"Gradient ledger";Assess;Tools;TRUE;"Says ""what changed""."
;;;;
"Paged caches";Adopt;Platforms;FALSE;
`.replaceAll('\n', '\r\n');

const TABS = `Description\tQuadrant\tRing\tName\tisNew
Few experts, one token.\tTechniques\ttrial\tSparse mixture layers\tFALSE
"Two
lines"\tTools\tassess\tGradient ledger\tTRUE
`;

const VOLUME = `name,ring,quadrant,isNew,description,relatedBlips
Sparse mixture layers,trial,languages-and-frameworks,FALSE,<p>Few experts.</p>,Gradient ledger;Paged caches
Gradient ledger,caution,Languages and Frameworks,FALSE,<p>Every step.</p>,
Paged caches,adopt,Languages & Frameworks,TRUE,<p>Pages.</p>,Sparse mixture layers
`;

const LIST = JSON.stringify(
  [
    {
      name: 'Sparse mixture layers',
      ring: 'trial',
      quadrant: 'Techniques',
      isNew: 'FALSE',
      status: 'moved in',
      description: 'Few experts work on each token.',
    },
    {
      name: 'Gradient ledger',
      ring: 'caution',
      quadrant: 'Tools',
      isNew: true,
      description: '"<p>Says ""what changed"".</p>"',
    },
    {
      name: 'Paged caches',
      ring: 'adopt',
      quadrant: 'Platforms',
      isNew: false,
      description: '',
      relatedBlips: ['Gradient ledger'],
    },
  ],
  null,
  2,
);

const ROADIE = `title,quadrant,ring,description,url,moved
Sparse mixture layers,Techniques,Trial,"Few **experts** work on each token.",https://example.org/experts,1
Gradient ledger,Tools,Assess,,,0
Paged caches,Platforms,Adopt,Memory in pages.,#,-1
`;

/** A workbook as spreadsheets write it; a cell that begins with `=` is written in place, the others are shared. */
export function buildWorkbook(
  sheets: Readonly<Record<string, readonly (readonly (string | boolean)[])[]>>,
): Uint8Array {
  const shared: string[] = [];
  const escapeXml = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const cellOf = (value: string | boolean, at: string) => {
    if (value === '') return '';
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (value.startsWith('='))
      return `<c r="${at}" t="inlineStr"><is><t>${escapeXml(value.slice(1))}</t></is></c>`;
    shared.push(value);
    return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const parts = Object.entries(sheets).map(([name, rows], index) => {
    const written = rows.map((cells, row) => {
      const line = row + 1;
      const inner = cells.map((value, column) => cellOf(value, `${String.fromCharCode(65 + column)}${line}`));
      return `<row r="${line}">${inner.join('')}</row>`;
    });
    return { name, file: `worksheets/sheet${index + 1}.xml`, id: `rId${index + 1}`, data: written.join('') };
  });
  const spread = (texts: readonly string[]) => texts.join('');
  // The first of the texts is in two pieces, as where one of its words is bold.
  const si = shared.map((text, at) =>
    at === 0
      ? `<si><r><t>${escapeXml(text.slice(0, 1))}</t></r><r><rPr><b/></rPr><t>${escapeXml(text.slice(1))}</t></r></si>`
      : `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types/>'),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook><sheets>${spread(parts.map(({ name, id }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="${id}"/>`))}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${spread(parts.map(({ id, file }) => `<Relationship Id="${id}" Type="http://example.org/worksheet" Target="${file}"/>`))}<Relationship Id="rId99" Type="http://example.org/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${spread(si)}</sst>`),
    ...Object.fromEntries(
      parts.map(({ file, data }) => [
        `xl/${file}`,
        strToU8(`<worksheet><sheetData>${data}</sheetData></worksheet>`),
      ]),
    ),
  });
}

const HEAD = ['name', 'ring', 'quadrant', 'isNew', 'description'];
const WORKBOOK = buildWorkbook({
  Notes: [['What the team talked about'], ['Nothing much']],
  Blips: [
    HEAD,
    [
      'Sparse mixture layers',
      'trial',
      'Tools & Techniques',
      false,
      '=<p>Few <b>experts</b> & one token.</p>',
    ],
    [],
    ['Gradient ledger', 'Caution', 'Platforms', true, ''],
  ],
  'Last year': [HEAD, ['Gradient ledger', 'assess', 'Platforms', true, '']],
});

const CSV = 'byor-csv';
const JSON_ID = 'byor-json';

/** Tables of Build Your Own Radar and Roadie. */
export const SAMPLES: readonly Sample[] = [
  { importer: CSV, name: 'commas', files: [{ path: 'Models we watch.csv', text: COMMAS }], trends: 4 },
  { importer: CSV, name: 'semicolons of Excel', files: [{ path: 'radar.csv', text: SEMICOLONS }], trends: 3 },
  {
    importer: CSV,
    name: 'tabs, columns in another order',
    files: [{ path: 'radar.txt', text: TABS }],
    trends: 2,
  },
  {
    importer: CSV,
    name: 'a volume with related blips',
    files: [{ path: 'volume.csv', text: VOLUME }],
    trends: 3,
  },
  { importer: JSON_ID, name: 'a list', files: [{ path: 'list.json', text: LIST }], trends: 3 },
  {
    importer: 'byor-xlsx',
    name: 'a workbook of one sheet',
    files: [
      {
        path: 'one.xlsx',
        bytes: buildWorkbook({ Radar: [HEAD, ['Sparse layers', 'trial', 'Tools', 'TRUE', 'Few experts.']] }),
      },
    ],
    trends: 1,
  },
  {
    importer: 'byor-xlsx',
    name: 'a workbook',
    files: [{ path: 'Our radar.xlsx', bytes: WORKBOOK }],
    trends: 2,
  },
  {
    importer: 'roadie-csv',
    name: 'Roadie with semicolons',
    files: [
      { path: 'r.csv', text: 'title;ring;quadrant;description;url;moved\nQuill;trial;Tools;A *pen*.;;1\n' },
    ],
    trends: 1,
  },
  {
    importer: 'byor-json',
    name: 'a short list',
    files: [
      { path: 'short.json', text: '[{"name":"Quill","ring":"trial","quadrant":"Tools","isNew":"TRUE"}]' },
    ],
    trends: 1,
  },
  { importer: 'roadie-csv', name: 'Roadie', files: [{ path: 'roadie.csv', text: ROADIE }], trends: 3 },
];

const named = (importer: string, name: string, text: string) => ({
  importer,
  name,
  files: [{ path: 'broken.txt', text }],
});

const FAULTS: readonly Omit<BrokenSample, 'says'>[] = [
  named(CSV, 'no column for the quadrant', COMMAS.replace('quadrant', 'area')),
  named(CSV, 'a misspelt column', COMMAS.replace('name', 'nam')),
  named(CSV, 'quotes that nothing closes', COMMAS.replace('at."', 'at.')),
  named(CSV, 'a quote that is not doubled', COMMAS.replace('""https', '"https')),
  named(CSV, 'a header alone', 'name,ring,quadrant,isNew,description\n'),
  named(CSV, 'an unknown status', COMMAS.replace('moved in', 'wandering')),
  named(CSV, 'a row with too many cells', COMMAS.replace('Memory in pages', 'Memory, in pages')),
  named(CSV, 'a column of its own', COMMAS.replace('status', 'owner')),
  named(JSON_ID, 'no key for the ring', LIST.replaceAll('"ring"', '"circle"')),
  named(JSON_ID, 'an item that is a text', LIST.replace('[', '["stray",')),
  {
    importer: 'byor-xlsx',
    name: 'no sheet with the columns',
    files: [{ path: 'a.xlsx', bytes: buildWorkbook({ A: [['a', 'b']] }) }],
  },
  {
    importer: 'byor-xlsx',
    name: 'no rows',
    files: [{ path: 'a.xlsx', bytes: buildWorkbook({ A: [HEAD] }) }],
  },
  {
    importer: 'byor-xlsx',
    name: 'nothing at all',
    files: [{ path: 'a.xlsx', bytes: buildWorkbook({ A: [] }) }],
  },
  named('roadie-csv', 'a bad link', ROADIE.replace('https:', 'javascript:')),
  named('roadie-csv', 'no column for the ring', ROADIE.replace('ring', 'level')),
];

/** What is said of each fault, by the name of its sample. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'no column for the quadrant': /"quadrant" is missing/,
  'a misspelt column': /"name" is missing/,
  'quotes that nothing closes': /nothing closes it/,
  'a quote that is not doubled': /not doubled/,
  'a header alone': /holds no entries/,
  'an unknown status': /status "wandering"/,
  'a row with too many cells': /7 cells, and the header 6/,
  'a column of its own': /column "owner"/,
  'no key for the ring': /key "ring" is missing/,
  'an item that is a text': /"stray" is no record/,
  'no sheet with the columns': /"name", "ring", "quadrant" are missing/,
  'no rows': /holds no entries/,
  'nothing at all': /holds nothing/,
  'a bad link': /is no web address/,
  'no column for the ring': /"ring" is missing/,
};

/** Radars with a fault each. */
export const BROKEN: readonly BrokenSample[] = FAULTS.map((fault) => ({
  ...fault,
  says: SAYS[fault.name] ?? /$^/,
}));
