import { cleanLine, matchKey, shortenAtWord } from '../clean-text.ts';
import { freeNumber } from '../make-id.ts';
import { NAME_LIMIT } from '../schema.ts';
import type { DraftTrend } from './draft.ts';
import { LEAVE_OUT } from './reconcile-cell.ts';
import { type Asking, countTrends, listTrend, type Question } from './reconcile-question.ts';

/** A trend that has a name and a place in the radar. */
export interface NamedTrend {
  trend: DraftTrend;
  /** Whole, on one line. */
  name: string;
  /** Id of its quadrant. */
  quadrant: string;
}

/** The names of a trend as they are shown; the subtitle is its whole name where that was shortened. */
export interface ShownName {
  name: string;
  subtitle: string | null;
}

/** Says of a trend that it is left out, and why. */
export type LeaveOut = (trend: DraftTrend, why: string) => void;

/** The names of all trends that have one, or are given one; the others are left out unless decided otherwise. */
export function nameTrends(
  trends: readonly DraftTrend[],
  asking: Asking,
  leaveOut: LeaveOut,
): Map<DraftTrend, string> {
  const names = new Map(trends.map((trend) => [trend, cleanLine(trend.name)]));
  const nameless = trends.filter((trend) => names.get(trend) === '');
  if (nameless.length === 0) return names;
  const answer = asking.ask({
    id: 'name',
    kind: 'name',
    value: '',
    reason: `The name of ${countTrends(nameless.length)} is empty.`,
    trends: nameless.map((trend) => listTrend(trend)),
    options: [
      { value: 'row', label: `Name it after its place, such as “${nameOfPlace(nameless)}”` },
      LEAVE_OUT,
    ],
    default: LEAVE_OUT.value,
  });
  for (const trend of nameless) {
    if (answer === 'row') names.set(trend, nameOfPlace([trend]));
    else {
      names.delete(trend);
      leaveOut(trend, 'It has no name.');
    }
  }
  return names;
}

function nameOfPlace([trend]: readonly DraftTrend[]): string {
  const { line, field } = trend?.place ?? {};
  return (
    cleanLine(trend?.key ?? '') || (line === undefined ? cleanLine(field ?? '') : `Row ${line}`) || 'Unnamed'
  );
}

/** Decides which of the trends with one name stay, and which of those that stay are told apart by numbers. */
export function chooseAmongDuplicates(
  named: readonly NamedTrend[],
  asking: Asking,
  leaveOut: LeaveOut,
): { kept: NamedTrend[]; numbered: Set<NamedTrend> } {
  const groups = new Map<string, NamedTrend[]>();
  for (const entry of named) {
    const key = matchKey(entry.name) || entry.name;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  const dropped = new Set<NamedTrend>();
  const numbered = new Set<NamedTrend>();
  for (const [key, group] of groups) {
    if (group.length < 2) continue;
    const answer = asking.ask(questionOf(key, group));
    const only = answer === 'first' ? group[0] : answer === 'last' ? group.at(-1) : undefined;
    const seen = new Set<string>();
    for (const entry of group) {
      if (only !== undefined && entry !== only) {
        dropped.add(entry);
        leaveOut(entry.trend, `Another trend has its name, and only the ${answer} of them is kept.`);
      } else if (only === undefined && seen.has(entry.quadrant)) numbered.add(entry);
      seen.add(entry.quadrant);
    }
  }
  return { kept: named.filter((entry) => !dropped.has(entry)), numbered };
}

function questionOf(key: string, group: readonly NamedTrend[]): Question {
  const together = new Set(group.map((entry) => entry.quadrant)).size < group.length;
  const same = together && new Set(group.map(({ trend }) => contentOf(trend))).size === 1;
  return {
    id: `duplicate:${key}`,
    kind: 'duplicate',
    value: group[0]?.name ?? '',
    reason: same
      ? `${countTrends(group.length)} have this name and say the same.`
      : together
        ? `${countTrends(group.length)} have this name, some of them in one quadrant.`
        : `${countTrends(group.length)} have this name, each in another quadrant.`,
    trends: group.map(({ trend }) => listTrend(trend)),
    options: [
      { value: 'all', label: together ? 'Keep all, told apart by numbers' : 'Keep all' },
      { value: 'first', label: 'Keep the first' },
      { value: 'last', label: 'Keep the last' },
    ],
    default: same ? 'first' : 'all',
  };
}

/** All that a trend says, without its places in the file, on which nothing hangs. */
function contentOf(trend: DraftTrend): string {
  const placements = trend.placements.map(({ place: _, ...placement }) => placement);
  const { place: _, key: __, name, quadrant, ...rest } = trend;
  return JSON.stringify([matchKey(name), matchKey(quadrant), { ...rest, placements }]);
}

/** Asks about names that are too long to be shown, and gives each trend that is kept its names. */
export function fitNames(
  named: readonly NamedTrend[],
  numbered: ReadonlySet<NamedTrend>,
  asking: Asking,
  leaveOut: LeaveOut,
): Map<NamedTrend, ShownName> {
  const long = new Map<string, NamedTrend[]>();
  for (const entry of named) {
    if (entry.name.length <= NAME_LIMIT) continue;
    const group = long.get(entry.name);
    if (group === undefined) long.set(entry.name, [entry]);
    else group.push(entry);
  }
  const dropped = new Set<NamedTrend>();
  for (const [name, group] of long) {
    const short = shortenAtWord(name, NAME_LIMIT);
    const answer = asking.ask({
      id: `long-name:${name}`,
      kind: 'long-name',
      value: name,
      reason: `It has ${name.length} characters; the picture has room for ${NAME_LIMIT}.`,
      trends: group.map(({ trend }) => listTrend(trend)),
      options: [{ value: 'shorten', label: `Shorten to “${short}”, the whole name below it` }, LEAVE_OUT],
      default: 'shorten',
    });
    if (answer === 'shorten') continue;
    for (const entry of group) {
      dropped.add(entry);
      leaveOut(entry.trend, `Its name is longer than ${NAME_LIMIT} characters.`);
    }
  }
  const kept = named.filter((entry) => !dropped.has(entry));
  const taken = new Set(kept.filter((entry) => !numbered.has(entry)).map(({ name }) => shownKey(name)));
  return new Map(
    kept.map((entry) => {
      const number = numbered.has(entry)
        ? ` ${freeNumber((n) => taken.has(shownKey(entry.name, ` ${n}`)))}`
        : '';
      if (number !== '') taken.add(shownKey(entry.name, number));
      const name = withNumber(entry.name, number);
      return [entry, { name, subtitle: entry.name.length > NAME_LIMIT - number.length ? entry.name : null }];
    }),
  );
}

function withNumber(name: string, number: string): string {
  return `${shortenAtWord(name, NAME_LIMIT - number.length)}${number}`;
}

function shownKey(name: string, number = ''): string {
  return withNumber(name, number).toLowerCase();
}
