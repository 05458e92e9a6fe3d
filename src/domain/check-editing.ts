import { errorAt, type Issue } from './issue.ts';
import { collectAt, isRecord, textOf } from './radar-values.ts';

/** Longest texts, in characters. */
const LENGTHS: readonly { what: string; at: readonly string[]; limit: number }[] = [
  { what: 'summary', at: ['summary'], limit: 280 },
  { what: 'reason', at: ['placements', '*', 'reason'], limit: 280 },
  { what: 'claim', at: ['facts', '*', 'claim'], limit: 240 },
  ...['gain', 'cost', 'when'].map((key) => ({ what: key, at: ['tradeoffs', '*', key], limit: 140 })),
  ...['name', 'symptom', 'cause', 'detection', 'mitigation'].map((key) => ({
    what: key,
    at: ['failureModes', '*', key],
    limit: key === 'name' ? 60 : 160,
  })),
  ...['fits', 'avoidWhen'].map((list) => ({ what: 'why', at: [list, '*', 'why'], limit: 120 })),
  { what: 'note of a tool', at: ['tooling', '*', 'note'], limit: 140 },
  { what: 'milestone', at: ['milestones', '*', 'event'], limit: 140 },
  { what: 'saying of an article', at: ['articles', '*', 'says'], limit: 200 },
];

/** Words that are read aloud in two minutes, at 160 a minute. */
export const ALOUD_LIMIT = 320;

/** Least number of items in a list of a trend. */
const LEAST: readonly { list: string; what: string; least: number }[] = [
  { list: 'facts', what: 'facts', least: 3 },
  { list: 'tradeoffs', what: 'tradeoffs', least: 2 },
  { list: 'failureModes', what: 'failure modes', least: 2 },
  { list: 'fits', what: 'conditions that it fits', least: 1 },
  { list: 'avoidWhen', what: 'conditions to avoid it in', least: 1 },
];

/**
 * The editing rules, which data/README.md states: texts short enough to be read in front of a room, and evidence that
 * argues both ways. They hold for a strict radar where it is edited; a page that shows it does not ask.
 *
 * @param radar a radar that may have failed its schema in places; what cannot be read is skipped
 * @returns issues with paths from the radar's root; `file` is empty, for the caller to fill in
 */
export function checkEditing(radar: unknown): Issue[] {
  if (!isRecord(radar) || radar.strict !== true) return [];
  const tied = new Set(
    collectAt(radar, ['trends', '*']).flatMap(({ value }) => {
      const others = collectAt(value, ['related', '*', 'trend']).map((tie) => tie.value);
      return others.length > 0 && isRecord(value) ? [value.id, ...others] : [];
    }),
  );
  const each = collectAt(radar, ['trends', '*']).flatMap(({ value: trend, path }) => {
    if (!isRecord(trend)) return [];
    const issues = [
      ...checkLengths(trend),
      ...checkAloud(trend, radar),
      ...checkBalance(trend),
      ...checkPlacements(trend, radar),
      ...(tied.has(trend.id)
        ? []
        : [errorAt(['id'], 'no relation leads to or from this trend', 'Add one under related.')]),
    ];
    return issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  });
  return [...each, ...checkCircles(radar)];
}

/** Nothing requires itself by way of others. */
function checkCircles(radar: unknown): Issue[] {
  const required = new Map(
    collectAt(radar, ['trends', '*']).flatMap(({ value, path }) => {
      if (!isRecord(value)) return [];
      const others = collectAt(value, ['related', '*']).flatMap(({ value: tie }) =>
        isRecord(tie) && tie.relation === 'requires' ? [tie.trend] : [],
      );
      return [[value.id, { others, path }] as const];
    }),
  );
  return [...required].flatMap(([id, { path }]) => {
    const reached = new Set<unknown>();
    const next = [id];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      const fresh = (required.get(at)?.others ?? []).filter((other) => !reached.has(other));
      for (const other of fresh) reached.add(other);
      next.push(...fresh);
    }
    if (!reached.has(id)) return [];
    const message = `"${String(id)}" requires itself by way of other trends`;
    return [errorAt([...path, 'related'], message, 'Make one of these relations enables or complements.')];
  });
}

function checkLengths(trend: unknown): Issue[] {
  return LENGTHS.flatMap(({ what, at, limit }) =>
    collectAt(trend, at).flatMap(({ value, path }) =>
      typeof value === 'string' && value.length > limit
        ? [
            errorAt(
              path,
              `the ${what} has ${value.length} characters, more than ${limit}`,
              'Shorten or split it.',
            ),
          ]
        : [],
    ),
  );
}

/** What stands open at the top of a trend's page, read aloud: summary, latest reason, claims, gains and costs. */
function checkAloud(trend: unknown, radar: unknown): Issue[] {
  const latest = editionsOf(radar).at(-1)?.id;
  const texts = [
    ...collectAt(trend, ['summary']),
    ...collectAt(trend, ['placements', '*']).flatMap(({ value }) =>
      isRecord(value) && value.edition === latest ? [{ value: value.reason }] : [],
    ),
    ...collectAt(trend, ['facts', '*', 'claim']),
    ...collectAt(trend, ['tradeoffs', '*', 'gain']),
    ...collectAt(trend, ['tradeoffs', '*', 'cost']),
  ];
  const words = texts.flatMap(({ value }) => textOf(value)?.split(/\s+/) ?? []).length;
  if (words <= ALOUD_LIMIT) return [];
  const message = `summary, reason, claims and tradeoffs have ${words} words together, more than ${ALOUD_LIMIT}`;
  return [errorAt(['facts'], message, 'Keep the stronger facts; two minutes read aloud is the limit.')];
}

function checkBalance(trend: Record<string, unknown>): Issue[] {
  const few = LEAST.flatMap(({ list, what, least }) => {
    const count = collectAt(trend, [list, '*']).length;
    if (count >= least) return [];
    return [
      errorAt([list], `the trend has only ${count} of at least ${least} ${what}`, 'Add what is missing.'),
    ];
  });
  const conditions = ['fits', 'avoidWhen'].flatMap((list) => collectAt(trend, [list, '*'])).length;
  if (conditions < 3) {
    const message = `the trend speaks of only ${conditions} of at least 3 conditions`;
    few.push(errorAt(['fits'], message, 'Say of more of them whether it fits or is to be avoided.'));
  }
  const facts = collectAt(trend, ['facts', '*']).flatMap(({ value, path }) =>
    isRecord(value) ? [{ ...value, path } as Record<string, unknown> & { path: Issue['path'] }] : [],
  );
  if (facts.length === 0) return few;
  if (!facts.some((fact) => fact.stance === 'limits')) {
    few.push(
      errorAt(['facts'], 'no fact limits this trend', 'Find what speaks against it, or where it ends.'),
    );
  }
  if (new Set(facts.map((fact) => fact.kind)).size === 1) {
    few.push(
      errorAt(['facts'], `all facts are of the kind ${facts[0]?.kind}`, 'Add evidence of another kind.'),
    );
  }
  const unmeasured = facts
    .filter((fact) => fact.kind === 'benchmark' && fact.measuredBy === undefined)
    .map((fact) =>
      errorAt(
        fact.path,
        'the benchmark does not say who measured it',
        'Add measuredBy: authors, vendor or independent.',
      ),
    );
  return [...few, ...unmeasured];
}

/** Each placement argues; a retrospective one from what it cites; Adopt not from somebody's own benchmarks alone. */
function checkPlacements(trend: Record<string, unknown>, radar: unknown): Issue[] {
  const editions = editionsOf(radar);
  const latest = editions.at(-1)?.id;
  const ownOnly = collectAt(trend, ['facts', '*'])
    .filter(({ value }) => isRecord(value) && value.stance === 'supports')
    .every(
      ({ value }) => isRecord(value) && value.kind === 'benchmark' && value.measuredBy !== 'independent',
    );
  return collectAt(trend, ['placements', '*']).flatMap(({ value, path }) => {
    if (!isRecord(value)) return [];
    const issues: Issue[] = [];
    if (value.reason === undefined) {
      issues.push(errorAt(path, 'the placement has no reason', 'Say why this ring and not the next.'));
    }
    const retrospective = editions.some((entry) => entry.id === value.edition && entry.retrospective);
    if (retrospective && value.facts === undefined && value.milestones === undefined) {
      issues.push(
        errorAt(
          path,
          'the retrospective placement cites nothing',
          'Add facts or milestones that were public by then.',
        ),
      );
    }
    if (value.edition === latest && value.ring === 'adopt' && ownOnly) {
      const message = 'the trend stands in adopt on the benchmarks of its authors or vendors alone';
      issues.push(errorAt([...path, 'ring'], message, 'Add evidence by others, or move it to trial.'));
    }
    return issues;
  });
}

function editionsOf(radar: unknown): { id: string; date: string; retrospective: boolean }[] {
  return collectAt(radar, ['editions', '*'])
    .flatMap(({ value }) => {
      if (!isRecord(value) || typeof value.id !== 'string' || typeof value.date !== 'string') return [];
      return [{ id: value.id, date: value.date, retrospective: value.retrospective === true }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
