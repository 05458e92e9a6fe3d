import { editionWords, IMPLIED_EDITION } from '../editions.ts';
import { plainText } from '../plain-text.ts';
import type { Radar, Trend } from '../radar.ts';
import { publisherWords } from '../words.ts';

export type SearchKind =
  | 'name'
  | 'alias'
  | 'subtitle'
  | 'summary'
  | 'description'
  | 'tag'
  | 'link'
  | 'reason'
  | 'fact'
  | 'note'
  | 'failure mode'
  | 'tradeoff'
  | 'fit'
  | 'tool'
  | 'milestone'
  | 'source';

/** One place of a radar that a search can lead to. */
export interface SearchText {
  /** Id of the trend it belongs to. */
  trend: string;
  kind: SearchKind;
  /** The place in words, such as "Fact 3", by the number that the trend's panel gives it. */
  where: string;
  /** Id of the element on the trend's panel that shows it, or null where it stands at the panel's head. */
  anchor: string | null;
  /** What is searched, as it is written; statements of several parts are joined by " · ". */
  text: string;
}

/** All that is searched of a radar, one entry for each place, trend by trend, its name first. */
export function* walkSearchTexts(radar: Radar): Generator<SearchText> {
  const conditions = new Map(radar.conditions?.map(({ id, label }) => [id, label]));
  const editions = new Map(radar.editions.map((edition) => [edition.id, edition]));
  const sources = new Map(radar.sources.map((source) => [source.id, source]));
  for (const trend of radar.trends) {
    const { facts = [], tradeoffs = [], failureModes = [], fits = [], avoidWhen = [] } = trend;
    const { aliases = [], tags = [], links = [], tooling = [], milestones = [] } = trend;
    const text = (kind: SearchKind, where: string, anchor: string | null, ...parts: (string | undefined)[]) =>
      ({ trend: trend.id, kind, where, anchor, text: joinParts(parts) }) satisfies SearchText;
    yield* [
      nameText(trend),
      ...aliases.map((alias) => text('alias', 'Other name', null, alias)),
      ...(trend.subtitle === undefined ? [] : [text('subtitle', 'Subtitle', null, trend.subtitle)]),
      ...(trend.summary === undefined ? [] : [text('summary', 'Summary', null, trend.summary)]),
      ...(trend.description === undefined
        ? []
        : [
            text(
              'description',
              'Description',
              'description',
              plainText(trend.description).replaceAll('\n', ' '),
            ),
          ]),
      ...tags.map((tag) => text('tag', 'Tag', 'tags', tag)),
      ...links.map(({ title, url }) => text('link', 'Link', 'links', title ?? url)),
      ...trend.placements.flatMap(({ edition: id, reason }) => {
        const edition = editions.get(id);
        if (reason === undefined || edition === undefined) return [];
        const when = id === IMPLIED_EDITION.id ? '' : ` in ${editionWords(edition)}`;
        return [text('reason', `Reason for the ring${when}`, `reason-${id}`, reason)];
      }),
      ...facts.flatMap(({ id, claim, note }, at) => [
        text('fact', `Fact ${at + 1}`, `fact-${id}`, claim),
        ...(note === undefined ? [] : [text('note', `Note of fact ${at + 1}`, `fact-${id}`, note)]),
      ]),
      ...tradeoffs.map(({ gain, cost, when }) => text('tradeoff', 'Tradeoff', 'tradeoffs', gain, cost, when)),
      ...failureModes.map(({ name, symptom, cause, detection, mitigation }) =>
        text('failure mode', 'Failure mode', 'failure-modes', name, symptom, cause, detection, mitigation),
      ),
      ...fits.map(({ condition, why }) => text('fit', 'Fits', 'fit', conditions.get(condition), why)),
      ...avoidWhen.map(({ condition, why }) =>
        text('fit', 'Avoid when', 'fit', conditions.get(condition), why),
      ),
      ...tooling.map(({ name, note }) => text('tool', 'Tooling', 'tooling', name, note)),
      ...milestones.map(({ date, event }) => text('milestone', 'Milestone', `milestone-${date}`, event)),
      ...citations(trend).flatMap(({ source: id, where, anchor }) => {
        const source = sources.get(id);
        if (source === undefined) return [];
        return [text('source', `Source of ${where}`, anchor, source.title, publisherWords(source))];
      }),
    ];
  }
}

/** What can be searched before the radar's texts are there: the names of its trends. */
export function* walkSearchNames(index: {
  trends: readonly { id: string; name: string }[];
}): Generator<SearchText> {
  for (const trend of index.trends) yield nameText(trend);
}

function nameText(trend: { id: string; name: string }): SearchText {
  return { trend: trend.id, kind: 'name', where: 'Name', anchor: null, text: trend.name };
}

function joinParts(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Each source that a trend cites, where the panel names it first. */
function citations(trend: Trend): { source: string; where: string; anchor: string }[] {
  const { facts = [], tradeoffs = [], failureModes = [], milestones = [] } = trend;
  const all = [
    ...facts.map(({ id, source }, at) => ({ source, where: `fact ${at + 1}`, anchor: `fact-${id}` })),
    ...tradeoffs.map(({ source }) => ({ source, where: 'a tradeoff', anchor: 'tradeoffs' })),
    ...failureModes.map(({ source }) => ({ source, where: 'a failure mode', anchor: 'failure-modes' })),
    ...milestones.map(({ source, date }) => ({
      source,
      where: 'a milestone',
      anchor: `milestone-${date}`,
    })),
  ];
  const seen = new Set<string>();
  return all.flatMap(({ source, where, anchor }) => {
    if (source === undefined || seen.has(source)) return [];
    seen.add(source);
    return [{ source, where, anchor }];
  });
}
