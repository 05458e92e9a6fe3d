import type { Placement, Trend } from '../radar.ts';
import type { Ledger } from './merge-ledger.ts';

type IdMap = ReadonlyMap<string, string>;

/** For ids of the other radar those of the merged one; what was left out has none. */
export interface Ids {
  quadrants: IdMap;
  rings: IdMap;
  editions: IdMap;
  conditions: IdMap;
  articles: IdMap;
  sources: IdMap;
  trends: IdMap;
}

/** A trend of the other radar by the ids of the merged one; null, and told, where its quadrant or all its rings are left out. */
export function translateTrend(trend: Trend, ids: Ids, ledger: Ledger): Trend | null {
  const quadrant = ids.quadrants.get(trend.quadrant);
  if (quadrant === undefined) {
    ledger.leftOut.push({ what: `The trend “${trend.name}”`, why: 'its quadrant was left out' });
    return null;
  }
  const placements = translatePlacements(trend, ids, ledger);
  if (placements.length === 0) {
    ledger.leftOut.push({ what: `The trend “${trend.name}”`, why: 'its ring was left out' });
    return null;
  }
  const map = <K extends string, T extends { [key in K]?: string | undefined }>(
    key: K,
    known: IdMap,
    list: T[] | undefined,
  ) =>
    list?.map((entry) => {
      const id = entry[key];
      return id === undefined ? entry : { ...entry, [key]: known.get(id) ?? id };
    });
  const changed: Partial<Trend> = {
    facts: map('source', ids.sources, trend.facts),
    tradeoffs: map('source', ids.sources, trend.tradeoffs),
    failureModes: map('source', ids.sources, trend.failureModes),
    milestones: map('source', ids.sources, trend.milestones),
    fits: map('condition', ids.conditions, trend.fits),
    avoidWhen: map('condition', ids.conditions, trend.avoidWhen),
    articles: map('article', ids.articles, trend.articles),
    related: map('trend', ids.trends, trend.related),
  };
  const present = Object.fromEntries(Object.entries(changed).filter(([, list]) => list !== undefined));
  return { ...trend, id: ids.trends.get(trend.id) ?? trend.id, quadrant, placements, ...present };
}

/** One place in each edition: two editions of the other radar may have become one. */
function translatePlacements(trend: Trend, ids: Ids, ledger: Ledger): Placement[] {
  const found = new Map<string, Placement>();
  for (const placement of trend.placements) {
    const ring = ids.rings.get(placement.ring);
    const edition = ids.editions.get(placement.edition) ?? placement.edition;
    const what = `The place of “${trend.name}” in ${placement.edition}`;
    if (ring === undefined) ledger.leftOut.push({ what, why: 'its ring was left out' });
    else if (found.has(edition)) ledger.leftOut.push({ what, why: `it has another one in ${edition}` });
    else found.set(edition, { ...placement, ring, edition });
  }
  return [...found.values()];
}
