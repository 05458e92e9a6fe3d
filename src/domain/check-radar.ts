import { isBy } from './editions.ts';
import { errorAt, type Issue } from './issue.ts';
import { buildGuess, type Guess } from './nearest-name.ts';
import { collectAt, type Found, isRecord, textOf } from './radar-values.ts';

/**
 * What a radar's schema cannot say: that ids are unique, that every reference leads somewhere, that grades and
 * sources go together, and that no placement rests on what came after it.
 *
 * It takes a radar that may have failed its schema in places and skips what it cannot read, so that one run
 * finds everything. A list that is missing altogether (its file could not be read) makes no reference dangle.
 *
 * @param radar a radar, or a radar file with `ring` in place of placements
 * @returns all issues, with paths from the radar's root; `file` is empty, for the caller to fill in
 */
export function checkRadar(radar: unknown): Issue[] {
  const trends = collectAt(radar, TREND).filter(({ value }) => isRecord(value));
  const guess = buildGuess();
  return [
    ...REFERENCES.flatMap((reference) => checkReference(radar, trends, reference, guess)),
    ...UNIQUE.flatMap((rule) => checkUnique(radar, rule)),
    ...checkRelations(trends),
    ...checkConditions(trends),
    ...checkHindsight(radar, trends),
    ...checkGrades(trends),
    ...checkCited(radar, trends),
  ];
}

/** `at` of a trend holds what some item of a list has as its `key`: of the list `to` of the radar, or of the same trend. */
interface Reference {
  what: string;
  at: readonly string[];
  within: 'radar' | 'trend';
  to: string;
  key: string;
}

const REFERENCES: readonly Reference[] = [
  ...[
    { what: 'quadrant', at: ['quadrant'], to: 'quadrants' },
    { what: 'ring', at: ['ring'], to: 'rings' },
    { what: 'ring', at: ['placements', '*', 'ring'], to: 'rings' },
    { what: 'edition', at: ['placements', '*', 'edition'], to: 'editions' },
    { what: 'article', at: ['articles', '*', 'article'], to: 'articles' },
    { what: 'trend', at: ['related', '*', 'trend'], to: 'trends' },
    ...['fits', 'avoidWhen'].map((list) => ({
      what: 'condition',
      at: [list, '*', 'condition'],
      to: 'conditions',
    })),
    ...['facts', 'tradeoffs', 'failureModes', 'milestones'].map((list) => ({
      what: 'source',
      at: [list, '*', 'source'],
      to: 'sources',
    })),
  ].map((reference) => ({ ...reference, within: 'radar' as const, key: 'id' })),
  ...['placements', 'tradeoffs', 'failureModes'].map((list) => ({
    what: 'fact',
    at: [list, '*', 'facts', '*'],
    within: 'trend' as const,
    to: 'facts',
    key: 'id',
  })),
  {
    what: 'milestone of',
    at: ['placements', '*', 'milestones', '*'],
    within: 'trend',
    to: 'milestones',
    key: 'date',
  },
];

const TREND = ['trends', '*'] as const;

/** No two items of one list share the value of `key`. */
interface Unique {
  what: string;
  list: readonly string[];
  key: string;
  severity?: 'warning';
  cure: string;
}

const OWN_ID = 'Give one of the two another id.';

const UNIQUE: readonly Unique[] = [
  ...['quadrants', 'rings', 'editions', 'conditions', 'articles', 'sources', 'trends'].map((list) => ({
    what: `id of the ${list}`,
    list: [list],
    key: 'id',
    cure: OWN_ID,
  })),
  { what: 'fact id of this trend', list: [...TREND, 'facts'], key: 'id', cure: OWN_ID },
  {
    what: 'date of an edition',
    list: ['editions'],
    key: 'date',
    cure: 'Editions are ordered by their dates.',
  },
  { what: 'organisation', list: ['organisations'], key: 'name', cure: 'Put all its units under one entry.' },
  { what: 'link of a source', list: ['sources'], key: 'url', cure: 'Keep one entry and cite it everywhere.' },
  {
    what: 'identifier of a source',
    list: ['sources'],
    key: 'identifier',
    cure: 'Keep one entry and cite it everywhere.',
  },
  {
    what: 'edition of a placement',
    list: [...TREND, 'placements'],
    key: 'edition',
    cure: 'A trend has one place in an edition; remove one of the two.',
  },
  {
    what: 'related trend',
    list: [...TREND, 'related'],
    key: 'trend',
    cure: 'Keep the relation that says most.',
  },
  { what: 'article', list: [...TREND, 'articles'], key: 'article', cure: 'Join the two entries into one.' },
  ...['trends', 'quadrants', 'rings'].map((list) => ({
    what: `name of the ${list}`,
    list: [list],
    key: 'name',
    severity: 'warning' as const,
    cure: 'Name them apart, so that readers can tell them apart.',
  })),
];

function checkReference(
  radar: unknown,
  trends: readonly Found[],
  { what, at, within, to, key }: Reference,
  guess: Guess,
): Issue[] {
  const shared = within === 'radar' ? valuesOf(radar, to, key) : null;
  // A trend without facts has none; a radar without a list may be one whose file is unreadable.
  if (within === 'radar' && shared === null) return [];
  return trends.flatMap(({ value: trend, path: start }) => {
    const found = collectAt(trend, at);
    if (found.length === 0) return [];
    const known = shared ?? valuesOf(trend, to, key) ?? new Set<string>();
    return found.flatMap(({ value, path }) => {
      if (typeof value !== 'string' || known.has(value)) return [];
      const near = guess(value, known);
      const cure =
        near === null
          ? `Known: ${listSome(known)}; correct it or add the ${what}.`
          : `Did you mean "${near}"?`;
      return [errorAt([...start, ...path], `there is no ${what} "${value}"`, cure)];
    });
  });
}

function checkUnique(radar: unknown, rule: Unique): Issue[] {
  return collectAt(radar, rule.list).flatMap(({ value: list, path }) => {
    const seen = new Map<string, string>();
    return collectAt(list, ['*']).flatMap(({ value: item, path: place }) => {
      const value = isRecord(item) ? textOf(item[rule.key]) : undefined;
      if (!isRecord(item) || value === undefined) return [];
      const key = rule.severity === 'warning' ? value.toLowerCase() : value;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, textOf(item.id) ?? String(place[0]));
        return [];
      }
      const also = rule.key === 'id' || item.id === undefined ? '' : ` ("${first}" has it already)`;
      const message = `the ${rule.what} "${value}" is given twice${also}`;
      const issue = errorAt([...path, ...place, rule.key], message, rule.cure);
      return [{ ...issue, severity: rule.severity ?? 'error' }];
    });
  });
}

/** A pair of trends has one relation, which both pages show, so it is written in one of the two. */
function checkRelations(trends: readonly Found[]): Issue[] {
  const seen = new Map<string, string>();
  return trends.flatMap(({ value: trend, path: start }) => {
    const own = isRecord(trend) ? textOf(trend.id) : undefined;
    if (own === undefined) return [];
    return collectAt(trend, ['related', '*']).flatMap(({ value, path }) => {
      if (!isRecord(value) || typeof value.trend !== 'string') return [];
      const at = [...start, ...path, 'trend'];
      if (value.trend === own)
        return [errorAt(at, 'the trend is related to itself', 'Remove this relation.')];
      const pair = `${own} ${value.trend}`;
      const other = seen.get(`${value.trend} ${own}`);
      seen.set(pair, String(value.relation));
      if (other === undefined) return [];
      const message = `"${value.trend}" names its relation to "${own}" already (${other})`;
      return [errorAt(at, message, 'Keep one of the two; both trends show it.')];
    });
  });
}

/** A condition speaks for a trend or against it. */
function checkConditions(trends: readonly Found[]): Issue[] {
  return trends.flatMap(({ value: trend, path }) => {
    const seen = new Set<string>();
    return ['fits', 'avoidWhen'].flatMap((list) =>
      collectAt(trend, [list, '*', 'condition']).flatMap((found) => {
        const condition = textOf(found.value);
        if (condition === undefined) return [];
        if (!seen.has(condition)) {
          seen.add(condition);
          return [];
        }
        const message = `the condition "${condition}" is given twice in this trend`;
        return [errorAt([...path, ...found.path], message, 'Say once whether it fits or is to be avoided.')];
      }),
    );
  });
}

/** An edition is placed by what was public by its date. */
function checkHindsight(radar: unknown, trends: readonly Found[]): Issue[] {
  const dates = new Map(
    collectAt(radar, ['editions', '*']).flatMap(({ value }) =>
      isRecord(value) ? [[value.id, textOf(value.date)] as const] : [],
    ),
  );
  return trends.flatMap(({ value: trend, path: start }) => {
    const factDates = new Map(
      collectAt(trend, ['facts', '*']).flatMap(({ value }) =>
        isRecord(value) ? [[value.id, textOf(value.date)] as const] : [],
      ),
    );
    return collectAt(trend, ['placements', '*']).flatMap(({ value: placement, path }) => {
      const limit = isRecord(placement) ? dates.get(placement.edition) : undefined;
      if (limit === undefined) return [];
      return ['facts', 'milestones'].flatMap((list) =>
        collectAt(placement, [list, '*']).flatMap((found) => {
          const date = list === 'facts' ? factDates.get(found.value) : textOf(found.value);
          if (date === undefined || isBy(date, limit)) return [];
          const message = `what this placement rests on is from ${date}, after its edition of ${limit}`;
          return [errorAt([...start, ...path, ...found.path], message, 'Cite what was public by then.')];
        }),
      );
    });
  });
}

/** A grade says how well a source carries a statement, so one without the other says nothing. */
function checkGrades(trends: readonly Found[]): Issue[] {
  return ['tradeoffs', 'failureModes', 'milestones'].flatMap((list) =>
    collectEach(trends, [list, '*']).flatMap(({ value, path }) => {
      if (!isRecord(value)) return [];
      const { grade, source } = value;
      if (source === undefined && (grade === 'verified' || grade === 'derived')) {
        const message = `the grade is ${grade}, but no source is named`;
        return [errorAt([...path, 'grade'], message, 'Add the source, or remove the grade.')];
      }
      if (source !== undefined && grade === undefined) {
        const message = 'a source is named, but not how well it carries the statement';
        return [errorAt([...path, 'source'], message, 'Add a grade: verified, derived or assumption.')];
      }
      return [];
    }),
  );
}

function checkCited(radar: unknown, trends: readonly Found[]): Issue[] {
  const cited = new Set(
    REFERENCES.filter((reference) => reference.what === 'source').flatMap(({ at }) =>
      collectEach(trends, at).map(({ value }) => value),
    ),
  );
  return collectAt(radar, ['sources', '*', 'id']).flatMap(({ value, path }) => {
    if (typeof value !== 'string' || cited.has(value)) return [];
    const message = `the source "${value}" is never cited`;
    return [{ ...errorAt(path, message, 'Cite it or remove it.'), severity: 'warning' as const }];
  });
}

/** All values at a pattern of keys in each trend, with paths from the radar's root. */
function collectEach(trends: readonly Found[], pattern: readonly string[]): Found[] {
  return trends.flatMap((trend) =>
    collectAt(trend.value, pattern).map(({ value, path }) => ({ value, path: [...trend.path, ...path] })),
  );
}

/** What the items of a list have as `key`, or null where there is no such list. */
function valuesOf(holder: unknown, list: string, key: string): Set<string> | null {
  const [found] = collectAt(holder, [list]);
  if (found === undefined) return null;
  return new Set(collectAt(found.value, ['*', key]).flatMap(({ value }) => textOf(value) ?? []));
}

function listSome(ids: ReadonlySet<string>): string {
  const some: string[] = [];
  for (const id of ids) {
    if (some.length === 8) break;
    some.push(id);
  }
  const rest = ids.size - some.length;
  return some.length === 0 ? 'none yet' : `${some.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
