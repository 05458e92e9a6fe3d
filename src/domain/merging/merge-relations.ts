import type { Relation, Trend } from '../radar.ts';
import { RELATION_WORDS } from '../words.ts';
import { choose, enrich, type Ledger } from './merge-ledger.ts';

interface Tie {
  from: string;
  to: string;
  relation: Relation;
}

/**
 * Gives the trends the relations of both radars. A pair of trends has one relation, written in one of the two.
 *
 * @param trends the merged trends, with the relations that mine has
 * @param theirs ties of the other radar, by the ids of the merged one
 */
export function mergeRelations(trends: readonly Trend[], theirs: readonly Tie[], ledger: Ledger): Trend[] {
  const names = new Map(trends.map(({ id, name }) => [id, name]));
  const ties = new Map<string, Tie>();
  for (const { id, related = [] } of trends) {
    for (const { trend, relation } of related) ties.set(pairOf(id, trend), { from: id, to: trend, relation });
  }
  const mine = new Map(ties);
  for (const tie of theirs) {
    const pair = pairOf(tie.from, tie.to);
    const known = mine.get(pair);
    if (known === undefined) {
      ties.set(pair, tie);
      enrich(ledger, tie.from);
      continue;
    }
    const other = names.get(known.to) ?? known.to;
    const about = {
      id: `relation:${pair}`,
      trend: known.from,
      subject: names.get(known.from) ?? known.from,
      field: `Relation to ${other}`,
    };
    const word = ({ from, relation }: Tie) =>
      `${RELATION_WORDS[relation][from === known.from ? 'own' : 'inverse']} ${other}`;
    ties.set(pair, choose(ledger, about, known, tie, word));
  }
  const own = byTrend(ties);
  // A relation that stays in its trend keeps its place there.
  return trends.map((trend) => {
    const kept = (trend.related ?? []).flatMap(({ trend: to }) => {
      const tie = ties.get(pairOf(trend.id, to));
      return tie?.from === trend.id ? [{ trend: to, relation: tie.relation }] : [];
    });
    const known = new Set(kept.map(({ trend: to }) => to));
    const fresh = (own.get(trend.id) ?? []).filter(({ to }) => !known.has(to));
    const related = [...kept, ...fresh.map(({ to, relation }) => ({ trend: to, relation }))];
    const { related: _, ...rest } = trend;
    return related.length === 0 ? rest : { ...trend, related };
  });
}

function byTrend(ties: ReadonlyMap<string, Tie>): Map<string, Tie[]> {
  const found = new Map<string, Tie[]>();
  for (const tie of ties.values()) found.set(tie.from, [...(found.get(tie.from) ?? []), tie]);
  return found;
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
