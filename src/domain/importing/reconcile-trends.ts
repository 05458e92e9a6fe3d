import { cleanLine, matchKey } from '../clean-text.ts';
import { idFrom } from '../make-id.ts';
import type { Link, Placement, Trend } from '../radar.ts';
import { isHttpLink } from '../schema.ts';
import type { DraftTrend, Finding } from './draft.ts';
import type { NamedTrend, ShownName } from './reconcile-names.ts';
import { listNames } from './reconcile-question.ts';
import { fitText } from './reconcile-text.ts';

/** A trend whose place in the radar is decided. */
export interface PlacedTrend extends NamedTrend {
  placements: Placement[];
  /** Names of what it was gathered from. */
  tags: string[];
}

/** The trends of a radar, in the order of the file, with ids and with the relations between them. */
export function buildTrends(
  placed: readonly PlacedTrend[],
  names: ReadonlyMap<NamedTrend, ShownName>,
  findings: Finding[],
): Trend[] {
  const kept = placed.filter((entry) => names.has(entry));
  const taken = new Set<string>();
  const ids = kept.map((entry) => {
    const id = idFrom(entry.trend.key?.trim() || entry.name, taken);
    taken.add(id);
    return id;
  });
  const relate = buildRelate(kept, ids, findings);
  return kept.map((entry, at) => {
    const { trend, quadrant, placements } = entry;
    const { name, subtitle } = names.get(entry) ?? { name: entry.name, subtitle: null };
    const summary = fitText(trend.summary, 'summary', trend.place, findings);
    const description = fitText(trend.description, 'description', trend.place, findings);
    if (fitText(trend.name, 'name', trend.place, findings, 'one') === null) {
      findings.push({ place: trend.place, message: 'the name is empty', done: `It is called “${name}”.` });
    }
    const tags = [...new Set([...(trend.tags ?? []), ...entry.tags].map(cleanLine))].filter(Boolean);
    const links = keepLinks(trend, findings);
    const related = relate(trend, ids[at] ?? '');
    return {
      id: ids[at] ?? '',
      name,
      ...(subtitle === null ? {} : { subtitle }),
      quadrant,
      placements,
      ...(summary === null ? {} : { summary }),
      ...(description === null ? {} : { description }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(links.length === 0 ? {} : { links }),
      ...(related.length === 0 ? {} : { related }),
    };
  });
}

function keepLinks(trend: DraftTrend, findings: Finding[]): Link[] {
  return (trend.links ?? []).flatMap(({ title = '', url: written }) => {
    const url = written.trim();
    const words = cleanLine(title);
    if (isHttpLink(url)) return [{ ...(words === '' ? {} : { title: words }), url }];
    findings.push({
      place: trend.place,
      message: `the link “${cleanLine(url)}” is not a web address`,
      done: 'It is left out.',
    });
    return [];
  });
}

type Related = NonNullable<Trend['related']>;

/** Finds what trends name as related, each pair once, since both show it. */
function buildRelate(kept: readonly NamedTrend[], ids: readonly string[], findings: Finding[]) {
  const known = new Map<string, string>();
  const note = (key: string, id: string | undefined) => {
    if (id !== undefined && key !== '' && !known.has(key)) known.set(key, id);
  };
  for (const [at, { name }] of kept.entries()) note(matchKey(name), ids[at]);
  for (const [at, { trend }] of kept.entries()) note(matchKey(trend.key ?? ''), ids[at]);
  const pairs = new Set<string>();
  return (trend: DraftTrend, own: string): Related => {
    const lost: string[] = [];
    const related = (trend.related ?? []).flatMap((written): Related => {
      const other = known.get(matchKey(written));
      if (other === undefined) lost.push(cleanLine(written));
      if (other === undefined || other === own) return [];
      if (pairs.has(`${own} ${other}`) || pairs.has(`${other} ${own}`)) return [];
      pairs.add(`${own} ${other}`);
      return [{ trend: other, relation: 'complements' }];
    });
    const named = lost.filter((name) => name !== '').map((name) => `“${name}”`);
    if (named.length > 0) {
      findings.push({
        place: trend.place,
        message: `${trend.name.trim()} names ${listNames(named)} as related, which no trend of the radar is called`,
        done: 'The relation is left out.',
      });
    }
    return related;
  };
}
