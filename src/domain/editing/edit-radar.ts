import { latestEdition } from '../editions.ts';
import { errorAt } from '../issue.ts';
import { idFrom } from '../make-id.ts';
import type { Placement, Radar, Trend } from '../radar.ts';
import { citedSources } from '../radar-index.ts';
import { type CellKind, CHANGEABLE, type Edit, type EntryList, type Fields } from './edit-acts.ts';
import { type Edited, type Parts, takeOver, tidy } from './edit-check.ts';

/** What an act that does not fit the radar as it is runs into, in the words of an issue. */
class Misfit extends Error {
  readonly cure: string;

  constructor(message: string, cure: string) {
    super(message);
    this.cure = cure;
  }
}

/**
 * Does one act. It never throws: an act that does not fit leaves the radar as it is and says why. The result passes the
 * schema and all checks where the radar did; what the act does not touch stays the same objects.
 */
export function applyEdit(radar: Radar, act: Edit): Edited {
  try {
    return takeOver(radar, dropUncited(radar, partsOf(radar, act)));
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { radar, issues: [errorAt([], error.message, error.cure)] };
  }
}

/** @throws Misfit */
function partsOf(radar: Radar, act: Edit): Parts {
  switch (act.kind) {
    case 'change-radar':
      return pick(act.fields, CHANGEABLE[act.kind]);
    case 'add-cell': {
      const cells = radar[CELLS[act.cell]];
      return { [CELLS[act.cell]]: [...cells, { id: idFrom(act.name, idsOf(cells)), name: act.name }] };
    }
    case 'change-cell': {
      const cells = radar[CELLS[act.cell]];
      const at = cells.indexOf(find(cells, act.id, act.cell));
      return {
        [CELLS[act.cell]]: replace<object>(cells, at, {
          ...cells[at],
          ...pick(act.fields, CHANGEABLE[act.kind]),
        }),
      };
    }
    case 'move-cell': {
      const cells = radar[CELLS[act.cell]];
      return {
        [CELLS[act.cell]]: moveItem<object>(
          cells,
          cells.indexOf(find(cells, act.id, act.cell)),
          act.to,
          act.cell,
        ),
      };
    }
    case 'delete-cell':
      return deleteCell(radar, act.cell, act.id, act.into);
    case 'add-edition':
      return addEdition(radar, act.date);
    case 'add-condition': {
      const known = radar.conditions ?? [];
      return {
        conditions: [...known, { ...act.fields, id: idFrom(String(act.fields.label ?? ''), idsOf(known)) }],
      };
    }
    case 'change-source': {
      const { sources } = radar;
      const source = find(sources, act.source, 'source');
      return { sources: replace<object>(sources, sources.indexOf(source), merge(source, act.fields)) };
    }
    case 'add-trend': {
      const { name, quadrant, edition, ring } = act;
      const trend = {
        id: idFrom(name, idsOf(radar.trends)),
        name,
        quadrant,
        placements: [{ edition, ring }],
      };
      return { trends: [...radar.trends, trend] };
    }
    case 'change-trend':
      return withTrend(radar, act.trend, (trend) => ({
        ...trend,
        ...pick(act.fields, CHANGEABLE[act.kind]),
      }));
    case 'move-trend':
      return withTrend(radar, act.trend, (trend) => ({
        ...trend,
        ...(act.quadrant === undefined ? {} : { quadrant: act.quadrant }),
        ...(act.ring === undefined ? {} : { placements: placeIn(trend.placements, act.edition, act.ring) }),
      }));
    case 'change-placement':
      return withTrend(radar, act.trend, (trend) => {
        const at = trend.placements.findIndex((place) => place.edition === act.edition);
        if (at === -1)
          throw new Misfit(`the trend has no place in the edition ${act.edition}`, 'Give it a ring first.');
        const changed = { ...trend.placements[at], ...pick(act.fields, CHANGEABLE[act.kind]) };
        return { ...trend, placements: replace<object>(trend.placements, at, changed) };
      });
    case 'retire-trend':
      return withTrend(radar, act.trend, (trend) => retire(radar, trend));
    case 'delete-trend': {
      find(radar.trends, act.trend, 'trend');
      return { trends: withoutTrends(radar.trends, new Set([act.trend])) };
    }
    default:
      return changeEntries(radar, act);
  }
}

const CELLS = { quadrant: 'quadrants', ring: 'rings' } as const;

type EntryEdit = Extract<Edit, { list: EntryList }>;

function changeEntries(radar: Radar, act: EntryEdit): Parts {
  const cited = 'newSource' in act && act.newSource !== undefined ? citeNew(radar, act.newSource) : null;
  const parts = withTrend(radar, act.trend, (trend) => {
    const { list } = act;
    const entries: readonly object[] = trend[list] ?? [];
    if (act.kind === 'add-entry') {
      const id = list === 'facts' ? { id: nextFactId(trend) } : {};
      return { ...trend, [list]: [...entries, { ...act.fields, ...cited?.field, ...id }] };
    }
    const entry = entries[act.at];
    if (entry === undefined)
      throw new Misfit(`there is no entry ${act.at + 1} in this list`, 'Choose one of those that are there.');
    if (act.kind === 'move-entry')
      return { ...trend, [list]: moveItem<object>(entries, act.at, act.to, 'entry') };
    if (act.kind === 'remove-entry')
      return uncite(trend, list, entry, {
        ...trend,
        [list]: entries.filter((_, at) => at !== act.at),
      });
    const changed = { ...merge(entry, act.fields), ...cited?.field };
    return recite(trend, list, entry, changed, { ...trend, [list]: replace(entries, act.at, changed) });
  });
  return { ...parts, ...cited?.parts };
}

/** A statement's new source, or the one that has its link already. */
function citeNew(radar: Radar, fields: Fields): { field: { source: string }; parts: Parts } {
  const url = tidy(fields.url);
  const known = radar.sources.find((source) => source.url === url);
  if (known !== undefined) return { field: { source: known.id }, parts: {} };
  const id = idFrom(String(tidy(fields.title) ?? 'source'), idsOf(radar.sources));
  return { field: { source: id }, parts: { sources: [...radar.sources, { ...fields, id }] } };
}

/** The next free one of f1, f2 and so on. */
function nextFactId(trend: Trend): string {
  const numbers = (trend.facts ?? []).map(({ id }) => Number(/^f(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `f${Math.max(0, ...numbers) + 1}`;
}

/** What rested on an entry that is gone rests on the others. */
function uncite(before: Trend, list: EntryList, entry: object, after: Trend): object {
  if (list === 'facts' && 'id' in entry) {
    const strip = <T extends { facts?: string[] | undefined }>(item: T): T => ({
      ...item,
      facts: item.facts?.filter((fact) => fact !== entry.id),
    });
    return {
      ...after,
      placements: before.placements.map(strip),
      tradeoffs: before.tradeoffs?.map(strip),
      failureModes: before.failureModes?.map(strip),
    };
  }
  return list === 'milestones' && 'date' in entry ? redate(after, entry.date, undefined) : after;
}

/** A milestone is cited by its date. */
function recite(before: Trend, list: EntryList, entry: object, changed: object, after: Trend): object {
  if (list !== 'milestones' || !('date' in entry) || !('date' in changed) || entry.date === changed.date)
    return after;
  return before.milestones?.some((other) => other !== entry && other.date === entry.date) === true
    ? after
    : redate(after, entry.date, changed.date);
}

function redate(trend: Trend, from: unknown, to: unknown): object {
  if (to === undefined && trend.milestones?.some(({ date }) => date === from) === true) return trend;
  return {
    ...trend,
    placements: trend.placements.map((place) => ({
      ...place,
      milestones: place.milestones?.map((date): unknown => (date === from ? to : date)),
    })),
  };
}

function deleteCell(radar: Radar, cell: CellKind, id: string, into: string | null): Parts {
  const cells = radar[CELLS[cell]];
  const gone = find(cells, id, cell);
  if (into === id) throw new Misfit(`the trends of a ${cell} cannot stay in it`, 'Choose another one.');
  if (into !== null) find(cells, into, cell);
  const least = cell === 'quadrant' ? 2 : 1;
  if (cells.length <= least)
    throw new Misfit(
      `a radar has at least ${least === 1 ? 'one ring' : 'two quadrants'}`,
      'Add another one first.',
    );
  const left = { [CELLS[cell]]: cells.filter((entry) => entry !== gone) };
  const trends = radar.trends.map((trend): Trend => {
    if (cell === 'quadrant')
      return trend.quadrant === id && into !== null ? { ...trend, quadrant: into } : trend;
    if (trend.placements.every((place) => place.ring !== id)) return trend;
    const placements = trend.placements.flatMap((place) =>
      place.ring !== id ? [place] : into === null ? [] : [{ ...place, ring: into }],
    );
    return { ...trend, placements };
  });
  const isLost = (trend: Trend) =>
    trend.placements.length === 0 || (cell === 'quadrant' && trend.quadrant === id);
  return { ...left, trends: withoutTrends(trends, idsOf(trends.filter(isLost))) };
}

function addEdition(radar: Radar, date: string): Parts {
  const latest = latestEdition(radar.editions);
  if (date.trim() !== '' && date.trim() <= latest.date)
    throw new Misfit(`${date} is not after the latest edition, ${latest.date}`, 'Choose a later date.');
  const id = idFrom(date, idsOf(radar.editions));
  const trends = radar.trends.map((trend) => {
    const place = trend.placements.find((entry) => entry.edition === latest.id);
    if (place === undefined) return trend;
    const { moved: _, ...copied } = place;
    return { ...trend, placements: [...trend.placements, { ...copied, edition: id }] };
  });
  return { editions: [...radar.editions, { id, date }], trends };
}

function placeIn(placements: readonly Placement[], edition: string, ring: string): Placement[] {
  return placements.some((place) => place.edition === edition)
    ? placements.map((place) => (place.edition === edition ? { ...place, ring } : place))
    : [...placements, { edition, ring }];
}

function retire(radar: Radar, trend: Trend): Trend {
  const latest = latestEdition(radar.editions).id;
  const placements = trend.placements.filter((place) => place.edition !== latest);
  if (placements.length === trend.placements.length)
    throw new Misfit(`“${trend.name}” is not in the latest edition`, 'It is retired already.');
  if (placements.length === 0)
    throw new Misfit(
      `“${trend.name}” is in the latest edition only, so that nothing of it would be left`,
      'Delete it, or add an edition first.',
    );
  return { ...trend, placements };
}

function withoutTrends(trends: readonly Trend[], gone: ReadonlySet<string>): Trend[] {
  return trends
    .filter((trend) => !gone.has(trend.id))
    .map((trend) =>
      trend.related?.some((tie) => gone.has(tie.trend)) === true
        ? { ...trend, related: trend.related.filter((tie) => !gone.has(tie.trend)) }
        : trend,
    );
}

/** A source that no statement cites any longer goes with the last one that did. */
function dropUncited(radar: Radar, parts: Parts): Parts {
  if (!Array.isArray(parts.trends)) return parts;
  const cite = (trends: readonly Trend[]) => new Set(trends.flatMap((trend) => [...citedSources(trend)]));
  const before = cite(radar.trends);
  const after = cite(parts.trends);
  const lost = new Set([...before].filter((id) => !after.has(id)));
  if (lost.size === 0) return parts;
  const sources: readonly { id: string }[] = Array.isArray(parts.sources) ? parts.sources : radar.sources;
  return { ...parts, sources: sources.filter((source) => !lost.has(source.id)) };
}

function withTrend(radar: Radar, id: string, change: (trend: Trend) => object): Parts {
  const trend = find(radar.trends, id, 'trend');
  return { trends: replace<object>(radar.trends, radar.trends.indexOf(trend), change(trend)) };
}

function find<T extends { id: string }>(items: readonly T[], id: string, what: string): T {
  const found = items.find((item) => item.id === id);
  if (found === undefined)
    throw new Misfit(`there is no ${what} “${id}”`, 'It may have been deleted; choose another one.');
  return found;
}

function pick(fields: Fields, keys: readonly string[]): object {
  const other = Object.keys(fields).find((key) => !keys.includes(key));
  if (other !== undefined) throw new Misfit(`${other} cannot be changed here`, 'Leave it as it is.');
  return fields;
}

/** Everything but the id, which is kept for life. */
function merge(item: object, fields: Fields): object {
  return { ...item, ...fields, ...('id' in item ? { id: item.id } : {}) };
}

function replace<T>(items: readonly T[], at: number, item: T): T[] {
  return items.map((old, index) => (index === at ? item : old));
}

function moveItem<T>(items: readonly T[], at: number, to: number, what: string): T[] {
  const item = items[at];
  if (item === undefined || !Number.isInteger(to) || to < 0 || to >= items.length)
    throw new Misfit(`the ${what} cannot be moved there`, 'It is at the end of its list.');
  return items.filter((_, index) => index !== at).toSpliced(to, 0, item);
}

function idsOf(items: readonly { id: string }[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}
