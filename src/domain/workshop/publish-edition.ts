import { cleanLine } from '../clean-text.ts';
import { isBy, latestEdition } from '../editions.ts';
import { idFrom } from '../make-id.ts';
import type { Edition, Fact, Placement, Radar, Source, Trend } from '../radar.ts';
import { isDate, isId, NAME_LIMIT } from '../schema.ts';
import { outcomeOf } from './outcome.ts';
import { canBeFact, describePublished } from './publish-notes.ts';
import type { Proposal, Session, Standing } from './session.ts';

/** A radar with a new edition, and what of the workshop a radar cannot hold, in sentences. */
export interface PublishedEdition {
  radar: Radar;
  notes: readonly string[];
}

/** What an edition of this radar could be called, and when it could be dated. */
export type NewEdition = Pick<Edition, 'id' | 'date'>;

/** Said of the pages that the team named: it has not written them, but it answers for naming them. */
const TEAM = 'The team';

/**
 * What keeps an edition from being added to a radar, with its cure; null where nothing does. Editions are ordered by
 * their dates, and a new one comes after all others.
 */
export function checkNewEdition(radar: Radar, { id, date }: NewEdition): string | null {
  if (!isId(id))
    return 'The name of an edition is made of lower-case letters and digits, joined by single hyphens, such as 2026-11; write it so.';
  if (radar.editions.some((entry) => entry.id === id))
    return `There is an edition “${id}” already; write another name, such as ${idFrom(id, idsOf(radar.editions))}.`;
  if (!isDate(date)) return 'The date of an edition is a day, such as 2026-11-21; write it so.';
  const latest = latestEdition(radar.editions);
  if (date <= latest.date)
    return `The date must be later than ${latest.date}, the date of edition ${latest.id}; take ${dayAfter(latest.date)} or a later day.`;
  return null;
}

/**
 * A free name and date for the next edition: its month, and today, or the day after the last edition's.
 *
 * @param today YYYY-MM-DD
 */
export function suggestEdition(radar: Radar, today: string): NewEdition {
  const latest = latestEdition(radar.editions).date;
  const date = today > latest ? today : dayAfter(latest);
  return { id: idFrom(date.slice(0, 7), idsOf(radar.editions)), date };
}

/**
 * The radar that a workshop began with, and the edition that it decided on. Whatever stood in the edition it began with
 * stands in the new one, in the ring decided or else in its old one, but for what was retired; proposals with a ring
 * become trends. A decision's reason becomes the placement's, with the facts that it rests on. A trend without a
 * decision gets a placement without a reason: why it stands there was said by the old edition, and stays with it.
 * Evidence of the team that has a web address becomes a fact with the weakest grade. All else stays as it is.
 *
 * @throws RangeError with the words of `checkNewEdition`, where that finds something
 */
export function publishEdition(session: Session, edition: NewEdition): PublishedEdition {
  const problem = checkNewEdition(session.radar, edition);
  if (problem !== null) throw new RangeError(problem);
  const { radar, standings } = session;
  const proposed = publishedProposals(session);
  const trends = [...radar.trends, ...proposed];
  const day = isDate(session.started.slice(0, 10)) ? session.started.slice(0, 10) : edition.date;
  const known = new Map(radar.sources.map((source) => [source.url, source.id]));
  const sources = buildSources(session, trends, known, day);
  const cited = new Map([...known, ...sources.map((source) => [source.url, source.id] as const)]);
  const published: Radar = {
    ...radar,
    editions: [...radar.editions, { id: edition.id, date: edition.date }],
    sources: sources.length === 0 ? radar.sources : [...radar.sources, ...sources],
    trends: trends.map((trend) => {
      const standing = standings.get(trend.id);
      const team = standing === undefined ? [] : teamFacts(trend, standing, cited, day);
      const placement = buildPlacement(session, trend, standing, team, edition);
      if (placement === null && team.length === 0) return trend;
      return {
        ...trend,
        ...(placement === null ? {} : { placements: [...trend.placements, placement] }),
        ...(team.length === 0 ? {} : { facts: [...(trend.facts ?? []), ...team.map(({ fact }) => fact)] }),
      };
    }),
  };
  return { radar: published, notes: describePublished(session, edition, published) };
}

/** The proposals that became trends of the radar: those that were given a ring. */
function publishedProposals({ radar, proposals, standings }: Session): Trend[] {
  const taken = idsOf(radar.trends);
  return proposals.flatMap((proposal) => {
    const standing = standings.get(proposal.id);
    const named = isId(proposal.id) && cleanLine(proposal.name) !== '';
    if (!named || taken.has(proposal.id) || standing?.to == null || standing.retired) return [];
    return [buildTrend(proposal)];
  });
}

/** A name that is too long for the picture is cut there, and stands whole below it. */
function buildTrend({ id, name, quadrant, summary }: Proposal): Trend {
  const whole = cleanLine(name);
  const letters = Array.from(whole);
  while (letters.join('').trim().length > NAME_LIMIT - 1) letters.pop();
  const head =
    whole.length <= NAME_LIMIT ? { name: whole } : { name: `${letters.join('').trim()}…`, subtitle: whole };
  return {
    ...{ id, ...head, quadrant, placements: [] },
    ...(cleanLine(summary) === '' ? {} : { summary: cleanLine(summary) }),
  };
}

/** A source for each page that the team named and the radar has not: one page is one source. */
function buildSources(
  { name, standings }: Session,
  trends: readonly Trend[],
  known: ReadonlyMap<string, string>,
  day: string,
): Source[] {
  const ids = new Set(known.values());
  const urls = new Set(
    trends.flatMap((trend) =>
      (standings.get(trend.id)?.evidence ?? []).filter(canBeFact).map(({ url }) => url?.trim() ?? ''),
    ),
  );
  const year = Math.min(2100, Math.max(1900, Number(day.slice(0, 4))));
  return [...urls].flatMap((url) => {
    if (known.has(url)) return [];
    const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
    const id = idFrom(`team ${host}`, ids, 'team');
    ids.add(id);
    const title = `Page at ${host}, named in “${cleanLine(name) || 'the workshop'}”`;
    return [{ id, title, organisations: [TEAM], year, url }];
  });
}

/** `survey` claims least of the kinds: that somebody reports it, not that anything was measured, built or in use. */
function teamFacts(
  trend: Trend,
  standing: Standing,
  cited: ReadonlyMap<string, string>,
  date: string,
): { of: string; fact: Fact }[] {
  const ids = idsOf(trend.facts ?? []);
  return standing.evidence.filter(canBeFact).flatMap((evidence) => {
    const source = cited.get(evidence.url?.trim() ?? '');
    if (source === undefined) return [];
    const { stance } = evidence;
    const id = idFrom('team', ids);
    ids.add(id);
    const claim = cleanLine(evidence.claim);
    return [
      { of: evidence.id, fact: { id, claim, kind: 'survey', stance, date, source, grade: 'assumption' } },
    ];
  });
}

/** Null where the trend is not in the new edition. What a reason rests on was public by the date of the edition. */
function buildPlacement(
  session: Session,
  trend: Trend,
  standing: Standing | undefined,
  team: readonly { of: string; fact: Fact }[],
  edition: NewEdition,
): Placement | null {
  const old = trend.placements.find((place) => place.edition === session.edition)?.ring;
  const ring = standing?.retired ? undefined : (standing?.to ?? old);
  if (ring === undefined) return null;
  if (standing === undefined || ['open', 'parked'].includes(outcomeOf(session, standing)))
    return { edition: edition.id, ring };
  const reason = cleanLine(standing.reason);
  const basis = new Set(standing.basis);
  const facts = [
    ...(trend.facts ?? []).filter((fact) => basis.has(fact.id)),
    ...team.filter(({ of }) => basis.has(of)).map(({ fact }) => fact),
  ].flatMap((fact) => (isBy(fact.date, edition.date) ? [fact.id] : []));
  return {
    ...{ edition: edition.id, ring },
    ...(reason === '' ? {} : { reason }),
    ...(facts.length === 0 ? {} : { facts }),
  };
}

/** The first day after a date; of a month or year, the first day after all of it. */
function dayAfter(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  const next =
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1);
  return new Date(next).toISOString().slice(0, 10);
}

function idsOf(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map((entry) => entry.id));
}
