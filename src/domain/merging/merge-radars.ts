import { isBy } from '../editions.ts';
import type { Radar, Trend } from '../radar.ts';
import { mergeQuadrants, mergeRings } from './merge-cells.ts';
import { mergeEditions } from './merge-editions.ts';
import {
  type Conflict,
  choose,
  compact,
  type Ledger,
  type MergeDecisions,
  nameKey,
  openLedger,
  type RoomQuestion,
} from './merge-ledger.ts';
import { matchEntries } from './merge-match.ts';
import { mergeRelations } from './merge-relations.ts';
import { mergeArticles, mergeConditions, mergeOrganisations, mergeSources } from './merge-shared.ts';
import { type Ids, translateTrend } from './merge-translate.ts';
import { mergeTrend } from './merge-trend.ts';

/** Two radars made one, and all that there is to tell and decide about it. */
export interface MergedRadars {
  /** Passes the schema and `checkRadar`, whatever was decided. */
  radar: Radar;
  conflicts: readonly Conflict[];
  /** Where the other radar has more quadrants or rings than there is room for. */
  questions: readonly RoomQuestion[];
  /** Ids of the trends that only the other radar has. */
  added: readonly string[];
  /** Ids of the trends that both have and the other one added to, without contradicting. */
  enriched: readonly string[];
  /** Number of trends that both have, with nothing more to be taken from the other one. */
  same: number;
  /** What of the other radar is not in the merged one as it was, beside the conflicts. */
  leftOut: readonly { what: string; why: string }[];
}

/**
 * Puts another radar into a radar. What is the same thing is found by id, then by name (sources by link, facts by what
 * they say); what only one of the two says is kept; where both say something different, `decisions` say which holds, mine
 * where nothing was decided.
 *
 * @param base mine: its ids, orders and names hold
 * @param decisions by id of a conflict (`mine` or `theirs`), or of a question (one of its options)
 */
export function mergeRadars(base: Radar, other: Radar, decisions: MergeDecisions): MergedRadars {
  const ledger = openLedger(decisions);
  const about = (field: string) => ({
    id: `radar:${field.toLowerCase()}`,
    trend: null,
    subject: 'The radar',
    field,
  });
  const title = choose(ledger, about('Title'), base.title, other.title);
  const description = choose(ledger, about('Description'), base.description, other.description);
  const quadrants = mergeQuadrants(base.quadrants, other.quadrants, ledger);
  const rings = mergeRings(base.rings, other.rings, ledger);
  const editions = mergeEditions(base.editions, other.editions, ledger);
  const conditions = mergeConditions(base.conditions, other.conditions, ledger);
  const articles = mergeArticles(base.articles, other.articles, ledger);
  const sources = mergeSources(base.sources, other.sources, ledger);
  const head = compact<Omit<Radar, 'trends' | 'sources'>>({
    ...base,
    title,
    description,
    // The rules for editors of one radar do not bind what comes from another.
    strict: base.strict === other.strict ? base.strict : undefined,
    quadrants: quadrants.cells,
    rings: rings.cells,
    editions: editions.editions,
    conditions: orNone(conditions.list, base.conditions),
    articles: orNone(articles.list, base.articles),
    organisations: mergeOrganisations(base.organisations, other.organisations),
  });

  const mine = base.trends.map((trend) => moveEditions(trend, editions.mine));
  const matched = matchTrends(mine, other.trends);
  const ids: Ids = {
    quadrants: quadrants.ids,
    rings: rings.ids,
    editions: editions.theirs,
    conditions: conditions.ids,
    articles: articles.ids,
    sources: sources.ids,
    trends: new Map(other.trends.map(({ id }, at) => [id, matched.get(at)?.id ?? id])),
  };
  const theirs = other.trends.flatMap((trend) => translateTrend(trend, ids, ledger) ?? []);
  const partner = new Map(theirs.map((trend) => [trend.id, trend]));
  const owned = new Set(mine.map(({ id }) => id));
  const added = theirs.filter(({ id }) => !owned.has(id));
  const trends = [
    ...mine.map((trend) => {
      const found = partner.get(trend.id);
      return found === undefined ? trend : mergeTrend(trend, found, head, ledger);
    }),
    ...added.map(({ related: _, ...trend }) => trend),
  ];
  const here = new Set(trends.map(({ id }) => id));
  const ties = theirs.flatMap(({ id, related = [] }) =>
    related.flatMap(({ trend, relation }) =>
      here.has(trend) ? [{ from: id, to: trend, relation }] : tellTie(id, trend, ledger),
    ),
  );
  const related = mergeRelations(trends, ties, ledger);
  const radar = {
    ...head,
    sources: sources.list,
    trends: related.map((trend) => dropHindsight(trend, head.editions, ledger)),
  };
  return { radar, ...countTrends(ledger, { theirs, added, owned }), ...listed(ledger) };
}

function listed({ conflicts, questions, leftOut }: Ledger) {
  return { conflicts, questions, leftOut };
}

function countTrends(
  { conflicts, enriched }: Ledger,
  { theirs, added, owned }: { theirs: readonly Trend[]; added: readonly Trend[]; owned: ReadonlySet<string> },
): Pick<MergedRadars, 'added' | 'enriched' | 'same'> {
  const contested = new Set(conflicts.map(({ trend }) => trend));
  const common = theirs.filter(({ id }) => owned.has(id)).map(({ id }) => id);
  const agreed = common.filter((id) => !contested.has(id));
  return {
    added: added.map(({ id }) => id),
    enriched: agreed.filter((id) => enriched.has(id)),
    same: agreed.filter((id) => !enriched.has(id)).length,
  };
}

/** The same trends: by id, else by name, else by what either calls the other. */
function matchTrends(mine: readonly Trend[], theirs: readonly Trend[]): Map<number, Trend> {
  return matchEntries(mine, theirs, [
    ({ id }) => [id],
    ({ name }) => [nameKey(name)],
    ({ name, aliases = [] }) => [name, ...aliases].map(nameKey),
  ]);
}

/** A list that neither radar has stays away; one that mine has, even empty, stays. */
function orNone<T>(list: T[], mine: readonly T[] | undefined): T[] | undefined {
  return list.length === 0 && mine === undefined ? undefined : list;
}

function moveEditions(trend: Trend, ids: ReadonlyMap<string, string>): Trend {
  const placements = trend.placements.map((placement) => {
    const edition = ids.get(placement.edition) ?? placement.edition;
    return edition === placement.edition ? placement : { ...placement, edition };
  });
  return { ...trend, placements };
}

function tellTie(from: string, to: string, ledger: Ledger): [] {
  ledger.leftOut.push({ what: `The relation of “${from}” to “${to}”`, why: `“${to}” was left out` });
  return [];
}

/** No placement rests on what came after its edition, also where dates were taken from one radar and places from the other. */
function dropHindsight(trend: Trend, editions: Radar['editions'], ledger: Ledger): Trend {
  const dates = new Map(editions.map(({ id, date }) => [id, date]));
  const factDates = new Map((trend.facts ?? []).map(({ id, date }) => [id, date]));
  const milestones = new Set((trend.milestones ?? []).map(({ date }) => date));
  const placements = trend.placements.map((placement) => {
    const limit = dates.get(placement.edition) ?? '';
    const keep = (list: string[] | undefined, dateOf: (item: string) => string | undefined) => {
      const kept = list?.filter((item) => {
        const date = dateOf(item);
        return date !== undefined && isBy(date, limit);
      });
      return kept?.length === 0 ? undefined : kept;
    };
    const facts = keep(placement.facts, (id) => factDates.get(id));
    const dated = keep(placement.milestones, (date) => (milestones.has(date) ? date : undefined));
    const lost = count(placement.facts) + count(placement.milestones) - count(facts) - count(dated);
    if (lost === 0) return placement;
    ledger.leftOut.push({
      what: `What the place of “${trend.name}” in ${placement.edition} rests on (${lost})`,
      why: `it is from after ${limit}, the date of that edition`,
    });
    return compact<typeof placement>({ ...placement, facts, milestones: dated });
  });
  return { ...trend, placements };
}

function count(list: readonly unknown[] | undefined): number {
  return list?.length ?? 0;
}
