import { editionBefore, editionWords, IMPLIED_EDITION, RETROSPECTIVE_RULE } from '../domain/editions.ts';
import { hueAt } from '../domain/hue-at.ts';
import { plainText } from '../domain/plain-text.ts';
import type { Edition, FailureMode, Fit, Source, Tradeoff, Trend } from '../domain/radar.ts';
import { detailIn, type RadarIndex, type TrendDetail } from '../domain/radar-index.ts';
import { type ShownTrend, shownTrends } from '../domain/shown-trends.ts';
import { type EvidenceCounts, judgeRing } from '../domain/strength.ts';
import { movementWords, RELATION_WORDS, SEVERITY_WORDS } from '../domain/words.ts';
import { type NumberedFact, openPoints } from './sheet-open-points.ts';

/** A condition in which the trend fits or is to be avoided. */
export interface SheetFit {
  fits: boolean;
  label: string;
  why: string;
}

/** What a radar tells of a trend beside its evidence. */
export interface SheetAbout {
  /** Plain text, one line for each paragraph, at most {@link MOST_DESCRIPTION} characters; empty where there is none. */
  description: string;
  /** Whether that is the whole of it. */
  whole: boolean;
  tags: readonly string[];
  /** Titles with their addresses. */
  links: readonly string[];
}

/** What a page could hold in letters that are still read with ease. */
const MOST_DESCRIPTION = 4000;

/** All that a sheet says of a trend, in words, as one edition judges it. */
export interface SheetContent {
  shown: ShownTrend;
  quadrant: string;
  /** Hue of the quadrant, 0 to 7. */
  hue: number;
  ring: string;
  /** Title of the radar, and the edition unless the radar names none. */
  kicker: string;
  /** The rule of a retrospective edition, for such a one. */
  rule: string | null;
  moved: string | null;
  counts: EvidenceCounts;
  /** What the ring asks for and the trend has not. */
  missing: string[];
  reason: string | undefined;
  facts: NumberedFact[];
  /** Facts that became public after the edition. */
  laterFacts: number;
  /** What is told of a trend without any facts; empty for one that has some, as these need the room. */
  about: SheetAbout;
  tradeoffs: readonly Tradeoff[];
  failureModes: readonly FailureMode[];
  fits: SheetFit[];
  /** Names of related trends by how they are related. */
  related: { words: string; names: string[] }[];
  open: string[];
  /** The sources that the trend cites, by id. */
  sources: ReadonlyMap<string, Source>;
  /** Numbers by id of the facts that were known by the edition. */
  factNumbers: ReadonlyMap<string, number>;
}

/** @throws RangeError where the trend has no place in the edition */
export function buildContent(index: RadarIndex, detail: TrendDetail, editionId: string): SheetContent {
  const { trend } = detail;
  const shown = shownTrends(index, editionId).find((entry) => entry.id === trend.id);
  const edition = index.editions.find((entry) => entry.id === editionId);
  if (shown === undefined || edition === undefined) {
    throw new RangeError(`"${trend.name}" has no place in the edition ${editionId}: choose another edition`);
  }
  const sources = new Map(detail.sources.map((source) => [source.id, source]));
  const all = trend.facts ?? [];
  const { counts, later } = detailIn(detail, index.editions, editionId);
  const facts = all.flatMap((fact, at) =>
    later.includes(fact.id) ? [] : [{ number: at + 1, fact, source: sources.get(fact.source) }],
  );
  const ring = index.rings.find((entry) => entry.id === shown.ring)?.name ?? shown.ring;
  const quadrantAt = index.quadrants.findIndex((entry) => entry.id === shown.quadrant);
  const judged = judgeRing(shown.ring, shown.strength, {
    ...trend,
    facts: facts.map((entry) => entry.fact),
  });
  const labels = new Map(detail.conditions.map((condition) => [condition.id, condition.label]));
  const toFit = (fits: boolean) => (fit: Fit) => ({
    fits,
    label: labels.get(fit.condition) ?? fit.condition,
    why: fit.why,
  });
  const severities = Object.keys(SEVERITY_WORDS);
  const failureModes = [...(trend.failureModes ?? [])].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || Number(b.silent) - Number(a.silent),
  );
  return {
    shown,
    quadrant: index.quadrants[quadrantAt]?.name ?? shown.quadrant,
    hue: hueAt(index, quadrantAt),
    ring,
    kicker: [index.title, ...editionLabel(index.editions, edition)].join(' · '),
    rule: edition.retrospective === true ? RETROSPECTIVE_RULE : null,
    moved: movementWords(shown.movement, editionBefore(index.editions, editionId)),
    counts,
    missing: judged.requirements.filter((entry) => !entry.met).map((entry) => entry.text.toLowerCase()),
    reason: trend.placements.find((placement) => placement.edition === editionId)?.reason,
    facts,
    laterFacts: later.length,
    about: all.length > 0 ? NOTHING_TOLD : tellAbout(trend),
    tradeoffs: trend.tradeoffs ?? [],
    failureModes,
    fits: [...(trend.fits ?? []).map(toFit(true)), ...(trend.avoidWhen ?? []).map(toFit(false))],
    related: groupTies(index, detail),
    open: openPoints({
      facts,
      oneOrganisation: counts.independent === 1 && counts.verified > 1,
      tradeoffs: trend.tradeoffs ?? [],
      failureModes,
    }),
    sources,
    factNumbers: new Map(facts.map(({ fact, number }) => [fact.id, number])),
  };
}

const NOTHING_TOLD: SheetAbout = { description: '', whole: true, tags: [], links: [] };

function tellAbout({ description = '', tags = [], links = [] }: Trend): SheetAbout {
  const text = plainText(description);
  return {
    description: cutText(text, MOST_DESCRIPTION),
    whole: text.length <= MOST_DESCRIPTION,
    tags: [...new Set(tags)],
    links: links.map(({ title, url }) => (title === undefined ? url : `${title}: ${url}`)),
  };
}

/** The beginning of a text, ended after a word where that is near; nothing where no room is left. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  if (most <= 0) return '';
  const cut = text.slice(0, most);
  const word = cut.search(/\s\S*$/);
  return `${(word > most - 80 ? cut.slice(0, word) : cut.replace(/[\ud800-\udbff]$/, '')).trimEnd()} …`;
}

function editionLabel(editions: readonly Edition[], edition: Edition): string[] {
  const implied =
    editions.length === 1 && edition.id === IMPLIED_EDITION.id && edition.date === IMPLIED_EDITION.date;
  return implied ? [] : [`${editionWords(edition)} edition`];
}

function groupTies(index: RadarIndex, detail: TrendDetail): SheetContent['related'] {
  const names = new Map(index.trends.map((entry) => [entry.id, entry.name]));
  const groups = new Map<string, string[]>();
  for (const { own, inverse } of Object.values(RELATION_WORDS)) {
    groups.set(own, []);
    groups.set(inverse, []);
  }
  for (const tie of detail.ties) {
    const words = RELATION_WORDS[tie.relation][tie.inverse ? 'inverse' : 'own'];
    groups.get(words)?.push(names.get(tie.trend) ?? tie.trend);
  }
  return [...groups].flatMap(([words, trends]) => (trends.length === 0 ? [] : [{ words, names: trends }]));
}
