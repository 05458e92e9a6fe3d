import { IMPLIED_EDITION } from '../editions.ts';
import { idFrom } from '../make-id.ts';
import type { Fact, Fit, Placement, Radar, Trend } from '../radar.ts';
import { dateWords, KIND_WORDS, MOVEMENT_WORDS } from '../words.ts';
import { type About, choose, compact, enrich, keyOf, type Ledger, nameKey, unite } from './merge-ledger.ts';

/**
 * One trend of two that are the same. What only one says is kept; lists are united; where fields or places differ, they
 * are in conflict. Relations stay mine: they tie two trends, and are merged once all trends are known.
 *
 * @param theirs with the ids of the merged radar
 * @param radar the merged radar's names
 */
export function mergeTrend(
  mine: Trend,
  theirs: Trend,
  radar: Pick<Radar, 'quadrants' | 'rings' | 'conditions' | 'articles'>,
  ledger: Ledger,
): Trend {
  const about = (key: string, field: string): About => ({
    id: `trend:${mine.id}:${key}`,
    trend: mine.id,
    subject: mine.name,
    field,
  });
  const pick = <T>(key: string, field: string, own: T, other: T, word?: (value: NonNullable<T>) => string) =>
    choose(ledger, about(key, field), own, other, word);
  const both = <T>(
    own: readonly T[] | undefined,
    other: readonly T[] | undefined,
    key?: (value: T) => string,
  ) => unite(ledger, mine.id, own, other, key);
  const nameOf = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((entry) => entry.id === id)?.name ?? id;

  const { facts, ids } = mergeFacts(mine.facts, theirs.facts, mine.id, about, ledger);
  const cite = <T extends { facts?: string[] | undefined }>(list: readonly T[] | undefined) =>
    list?.map((entry) =>
      entry.facts === undefined ? entry : { ...entry, facts: mapOnce(entry.facts, ids) },
    );
  const ringOf = (ring: string) => nameOf(radar.rings, ring);

  return compact<Trend>({
    ...mine,
    name: pick('name', 'Name', mine.name, theirs.name),
    subtitle: pick('subtitle', 'Subtitle', mine.subtitle, theirs.subtitle),
    aliases: both(mine.aliases, theirs.aliases, nameKey),
    quadrant: pick('quadrant', 'Quadrant', mine.quadrant, theirs.quadrant, (id) =>
      nameOf(radar.quadrants, id),
    ),
    placements: mergePlacements(mine, cite(theirs.placements) ?? [], about, ringOf, ledger),
    summary: pick('summary', 'Summary', mine.summary, theirs.summary),
    description: pick('description', 'Description', mine.description, theirs.description),
    tags: both(mine.tags, theirs.tags, nameKey),
    links: both(mine.links, theirs.links),
    articles: mergeByKey(
      mine.articles,
      theirs.articles,
      ({ article }) => article,
      (own, other) => {
        const title = radar.articles?.find(({ id }) => id === own.article)?.title ?? own.article;
        return pick(`article:${own.article}`, `What “${title}” says`, own, other, ({ says }) => says);
      },
      () => enrich(ledger, mine.id),
    ),
    facts,
    tradeoffs: both(mine.tradeoffs, cite(theirs.tradeoffs)),
    failureModes: both(mine.failureModes, cite(theirs.failureModes)),
    ...mergeFits(mine, theirs, about, radar.conditions ?? [], ledger),
    tooling: both(mine.tooling, theirs.tooling),
    milestones: both(mine.milestones, theirs.milestones),
  });
}

type Tell = (key: string, field: string) => About;

/**
 * A fact is the same where its content is, or where it cites the same source under the same id. Another fact of an id
 * that is taken gets one of its own.
 */
function mergeFacts(
  mine: readonly Fact[] = [],
  theirs: readonly Fact[] = [],
  trend: string,
  about: Tell,
  ledger: Ledger,
): { facts: Fact[] | undefined; ids: Map<string, string> } {
  const facts = [...mine];
  const ids = new Map<string, string>();
  const taken = new Set([...mine, ...theirs].map(({ id }) => id));
  for (const fact of theirs) {
    const content = contentOf(fact);
    const namesake = mine.findIndex(({ id }) => id === fact.id);
    const own = mine[namesake];
    const equal =
      own !== undefined && contentOf(own) === content
        ? own
        : mine.find((each) => contentOf(each) === content);
    if (equal !== undefined) {
      ids.set(fact.id, equal.id);
    } else if (own !== undefined && own.source === fact.source) {
      facts[namesake] = choose(ledger, about(`fact:${own.id}`, 'Fact'), own, fact, wordFact);
      ids.set(fact.id, own.id);
    } else {
      const id = own === undefined ? fact.id : idFrom(fact.id, taken);
      taken.add(id);
      ids.set(fact.id, id);
      facts.push({ ...fact, id });
      enrich(ledger, trend);
    }
  }
  return { facts: facts.length === 0 ? undefined : facts, ids };
}

function contentOf({ id: _, ...content }: Fact): string {
  return keyOf(content);
}

function wordFact(fact: Fact): string {
  const { claim, kind, stance, date, grade, note, scope, measuredBy } = fact;
  return [claim, KIND_WORDS[kind], stance, dateWords(date), grade, scope, measuredBy, note]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** A place is its ring with the reason for it: where the rings differ, one of the two is taken with all that it says. */
function mergePlacements(
  trend: Trend,
  theirs: readonly Placement[],
  about: Tell,
  ringOf: (ring: string) => string,
  ledger: Ledger,
): Placement[] {
  const merge = (own: Placement, other: Placement): Placement => {
    const when = own.edition === IMPLIED_EDITION.id ? '' : ` in ${own.edition}`;
    const tell = (key: string, field: string) => about(`${key}:${own.edition}`, `${field}${when}`);
    if (own.ring !== other.ring) {
      return choose(ledger, tell('ring', 'Ring'), own, other, ({ ring, moved, reason }) =>
        [ringOf(ring), moved && MOVEMENT_WORDS[moved], reason]
          .filter((part) => part !== undefined)
          .join(' · '),
      );
    }
    return compact<Placement>({
      ...own,
      moved: choose(
        ledger,
        tell('moved', 'Reported movement'),
        own.moved,
        other.moved,
        (moved) => MOVEMENT_WORDS[moved],
      ),
      reason: choose(ledger, tell('reason', 'Reason'), own.reason, other.reason),
      facts: unite(ledger, trend.id, own.facts, other.facts),
      milestones: unite(ledger, trend.id, own.milestones, other.milestones),
    });
  };
  const add = () => enrich(ledger, trend.id);
  return mergeByKey(trend.placements, theirs, ({ edition }) => edition, merge, add) ?? [];
}

/** A condition speaks for a trend or against it, and once. */
function mergeFits(
  mine: Trend,
  theirs: Trend,
  about: Tell,
  conditions: readonly { id: string; label: string }[],
  ledger: Ledger,
): { fits: Fit[] | undefined; avoidWhen: Fit[] | undefined } {
  type Told = { list: 'fits' | 'avoidWhen'; fit: Fit };
  const told = (trend: Trend): Told[] =>
    (['fits', 'avoidWhen'] as const).flatMap((list) => (trend[list] ?? []).map((fit) => ({ list, fit })));
  const merged =
    mergeByKey(
      told(mine),
      told(theirs),
      ({ fit }) => fit.condition,
      (own, other) => {
        const { condition } = own.fit;
        const label = conditions.find(({ id }) => id === condition)?.label ?? condition;
        return choose(
          ledger,
          about(`fit:${condition}`, `Where “${label}” holds`),
          own,
          other,
          ({ list, fit }) => `${list === 'fits' ? 'It fits' : 'Avoid it'}: ${fit.why}`,
        );
      },
      () => enrich(ledger, mine.id),
    ) ?? [];
  const listed = (list: Told['list']) => {
    const fits = merged.filter((each) => each.list === list).map(({ fit }) => fit);
    return fits.length === 0 ? undefined : fits;
  };
  return { fits: listed('fits'), avoidWhen: listed('avoidWhen') };
}

/** Both lists, what shares a key merged where mine has it; undefined for an empty list. */
function mergeByKey<T>(
  mine: readonly T[] = [],
  theirs: readonly T[] = [],
  keyOfEntry: (entry: T) => string,
  merge: (own: T, other: T) => T,
  added: () => void,
): T[] | undefined {
  const others = new Map(theirs.map((entry) => [keyOfEntry(entry), entry]));
  const known = new Set(mine.map(keyOfEntry));
  const fresh = [...others.values()].filter((entry) => !known.has(keyOfEntry(entry)));
  if (fresh.length > 0) added();
  const all = [
    ...mine.map((own) => {
      const other = others.get(keyOfEntry(own));
      return other === undefined ? own : merge(own, other);
    }),
    ...fresh,
  ];
  return all.length === 0 ? undefined : all;
}

function mapOnce(list: readonly string[], ids: ReadonlyMap<string, string>): string[] {
  return [...new Set(list.map((id) => ids.get(id) ?? id))];
}
