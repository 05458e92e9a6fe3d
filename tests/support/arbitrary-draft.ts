import fc from 'fast-check';
import type { Draft, DraftCell, DraftTrend, Finding } from '../../src/domain/importing/draft.ts';
import type { Edition } from '../../src/domain/radar.ts';
import { HUES, MOVES } from '../../src/domain/schema.ts';

/** Texts of a file as people and machines write them: slips of the hand, controls, other scripts, nothing at all. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\u202E',
    'constructor',
    '__proto__',
    'x'.repeat(40),
    'word '.repeat(30),
  ),
);
const name = fc.oneof(
  fc.constantFrom(
    'Tool',
    'tool ',
    'TOOL',
    'Tool 2',
    'A name that is far too long for any picture',
    '深層学習',
  ),
  oddText,
);
const ring = fc.oneof(
  fc.constantFrom(
    'Adopt',
    'adopt',
    ' TRIAL',
    'Assess',
    'Adpot',
    'Hold',
    'caution',
    'Stop',
    'r1',
    'Other',
    '',
  ),
  oddText,
);
const quadrant = fc.oneof(
  fc.constantFrom(
    'Tools',
    'tools',
    'Languages & Frameworks',
    'languages-and-frameworks',
    'Techniqes',
    '0',
    '',
  ),
  oddText,
);
const place = fc.record({ file: fc.constant('radar.csv'), line: fc.option(fc.nat(99), { nil: undefined }) });

const cell = (names: fc.Arbitrary<string>): fc.Arbitrary<DraftCell> =>
  fc.record(
    {
      keys: fc.array(fc.oneof(names, fc.constantFrom('r1', 's1', '0', 'tools')), { maxLength: 2 }),
      name: names,
      description: oddText,
      hue: fc.constantFrom(...HUES),
    },
    { requiredKeys: ['keys', 'name'] },
  );

const edition = fc.record({
  id: fc.constantFrom('2024', '2025', 'May 2025', ''),
  date: fc.constantFrom('2024', '2025', '2025-05', 'soon'),
});

const trend: fc.Arbitrary<DraftTrend> = fc.record(
  {
    name,
    key: fc.oneof(name, fc.constantFrom('tool', 'a-b')),
    quadrant,
    placements: fc.array(
      fc.record(
        {
          edition: fc.constantFrom(null, '2024', '2025', 'May 2025', 'none'),
          ring,
          reason: oddText,
          moved: fc.constantFrom(...MOVES),
          place,
        },
        { requiredKeys: ['edition', 'ring', 'place'] },
      ),
      { minLength: 0, maxLength: 3 },
    ),
    summary: oddText,
    description: fc.oneof(
      { weight: 20, arbitrary: oddText },
      { weight: 1, arbitrary: fc.constant('long '.repeat(5000)) },
    ),
    tags: fc.array(oddText, { maxLength: 2 }),
    links: fc.array(
      fc.record(
        { title: oddText, url: fc.oneof(fc.webUrl(), oddText, fc.constant('javascript:alert(1)')) },
        { requiredKeys: ['url'] },
      ),
      { maxLength: 2 },
    ),
    related: fc.array(name, { maxLength: 3 }),
    place,
  },
  { requiredKeys: ['name', 'quadrant', 'placements', 'place'] },
);

/** Drafts of any content, as no importer should but may give them. */
export const arbitraryDraft: fc.Arbitrary<Draft> = fc.record(
  {
    format: fc.constant<string>('A format'),
    title: fc.option(oddText),
    description: oddText,
    quadrants: fc.oneof(fc.constant<DraftCell[]>([]), fc.array(cell(quadrant), { maxLength: 11 })),
    rings: fc.oneof(fc.constant<DraftCell[]>([]), fc.array(cell(ring), { maxLength: 11 })),
    editions: fc.oneof(fc.constant<Edition[]>([]), fc.array(edition, { maxLength: 3 })),
    trends: fc.array(trend, { maxLength: 14 }),
    findings: fc.constant<Finding[]>([]),
  },
  { requiredKeys: ['format', 'title', 'quadrants', 'rings', 'editions', 'trends', 'findings'] },
);
