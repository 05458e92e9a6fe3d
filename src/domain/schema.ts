import * as z from 'zod';
import { HUES } from './hues.ts';

export { HUES };

/**
 * The one schema of everything a radar holds. The data folder (`data/`), the radar file (`*.radar.json`) and
 * the JSON Schema for editors are all read from here; the types below are inferred from it.
 *
 * Only the build, the command line and the importer load this module at run time: the page's first load takes
 * the types alone.
 *
 * An error text reads "what is wrong; the cure".
 */

export const QUADRANT_LIMITS = { min: 2, max: 8 } as const;
export const RING_LIMITS = { min: 1, max: 8 } as const;
/** Longest display name, in characters: what two lines beside a blip can hold. */
export const NAME_LIMIT = 32;

export const FACT_KINDS = [
  'benchmark',
  'production-use',
  'theory',
  'tooling',
  'incident',
  'standard',
  'survey',
] as const;
export const STANCES = ['supports', 'limits'] as const;
export const GRADES = ['verified', 'derived', 'assumption'] as const;
export const SEVERITIES = ['low', 'medium', 'high'] as const;
export const RELATIONS = [
  'requires',
  'enables',
  'complements',
  'competes-with',
  'mitigates',
  'succeeds',
] as const;
/** What the maker of an imported radar says of a trend's movement, where no earlier edition shows it. */
export const MOVES = ['new', 'in', 'out', 'same'] as const;
export const SCOPES = ['abstract', 'excerpt', 'page'] as const;
/** Who measured what a fact states: those who propose the method, those who sell or ship it, or neither. */
export const MEASURERS = ['authors', 'vendor', 'independent'] as const;

const text = (what: string) =>
  z
    .string({
      error: (issue) =>
        issue.input === undefined ? `${what} is missing; add it` : `${what} must be text; put it in quotes`,
    })
    .refine((value) => value.trim() !== '', { error: `${what} is empty; fill it in or remove the key` })
    .refine((value) => value === value.trim(), {
      error: `${what} begins or ends with a space; remove the space`,
    });

const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether `value` can be an id: lower-case letters and digits, joined by single hyphens. */
export function isId(value: string): boolean {
  return ID_PATTERN.test(value);
}

const id = (what: string) =>
  text(what).regex(ID_PATTERN, {
    error: `${what} is not a valid id; use lower-case letters and digits joined by hyphens, such as "mixed-precision"`,
  });

const DATE_PATTERN = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Whether `value` is a real calendar date written YYYY, YYYY-MM or YYYY-MM-DD. */
export function isDate(value: string): boolean {
  const match = DATE_PATTERN.exec(value);
  if (match === null) return false;
  const [, year = '', month = '01', day = '01'] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

const date = (what: string) =>
  text(what)
    .refine(isDate, {
      error: `${what} is not a real date; write YYYY, YYYY-MM or YYYY-MM-DD, in quotes`,
    })
    .meta({ pattern: DATE_PATTERN.source });

/** A host, and nothing that hides one: no user name before it, no white space anywhere. */
const LINK_PATTERN = /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i;

/** Whether `value` is an absolute http or https address, the only kind of link that is ever drawn. */
export function isHttpLink(value: string): boolean {
  return LINK_PATTERN.test(value);
}

const link = (what: string) =>
  text(what)
    .refine(isHttpLink, {
      error: `${what} is not a web address; give a full one that begins with https:// or http://`,
    })
    .meta({ pattern: '^https?://' });

const oneOf = <const T extends readonly [string, ...string[]]>(what: string, values: T) =>
  z.enum(values, {
    error: (issue) =>
      issue.input === undefined
        ? `${what} is missing; add one of ${values.join(', ')}`
        : `${what} is "${String(issue.input)}"; use one of ${values.join(', ')}`,
  });

const named = { id: id('id'), name: text('name'), description: text('description').optional() };

export const QuadrantSchema = z.strictObject({ ...named, hue: oneOf('hue', HUES).optional() });
export const RingSchema = z.strictObject(named);

const flag = (what: string) => z.boolean({ error: `${what} must be true or false; write it without quotes` });

/** A retrospective edition was made after its date, from what was public by then. */
export const EditionSchema = z.strictObject({
  id: id('id'),
  date: date('date'),
  retrospective: flag('retrospective').optional(),
});

export const ConditionSchema = z.strictObject({
  id: id('id'),
  label: text('label'),
  explanation: text('explanation'),
  group: text('group'),
});

/** An article that named trends of the radar; what it says is a claim, never evidence. */
export const ArticleSchema = z.strictObject({ id: id('id'), title: text('title') });

/** An organisation that publishes under several names; sources of its units are not independent of each other. */
export const OrganisationSchema = z.strictObject({ name: text('name'), units: z.array(text('unit')).min(1) });

export const SourceSchema = z.strictObject({
  id: id('id'),
  title: text('title'),
  authors: text('authors').optional(),
  organisations: z.array(text('organisation')).min(1).optional(),
  venue: text('venue').optional(),
  year: z
    .int({ error: 'year must be a whole number; write it without quotes, such as 2024' })
    .min(1900)
    .max(2100),
  date: date('date').optional(),
  url: link('url'),
  identifier: text('identifier').optional(),
});

/**
 * `facts` and `milestones` say what the reason rests on: ids of facts, dates of milestones of the same trend. `moved`
 * is movement as reported, for a radar that does not hold the edition before.
 */
export const PlacementSchema = z.strictObject({
  edition: id('edition'),
  ring: id('ring'),
  moved: oneOf('moved', MOVES).optional(),
  reason: text('reason').optional(),
  facts: z.array(id('fact')).min(1).optional(),
  milestones: z.array(date('milestone')).min(1).optional(),
});

export const FactSchema = z.strictObject({
  id: id('id'),
  claim: text('claim'),
  kind: oneOf('kind', FACT_KINDS),
  stance: oneOf('stance', STANCES),
  date: date('date'),
  source: id('source'),
  grade: oneOf('grade', GRADES),
  scope: oneOf('scope', SCOPES).optional(),
  measuredBy: oneOf('measuredBy', MEASURERS).optional(),
  note: text('note').optional(),
});

/** What a statement other than a fact rests on: facts of the same trend, or a source with its own grade. */
const basis = {
  facts: z.array(id('fact')).min(1).optional(),
  source: id('source').optional(),
  grade: oneOf('grade', GRADES).optional(),
  note: text('note').optional(),
};

export const TradeoffSchema = z.strictObject({
  gain: text('gain'),
  cost: text('cost'),
  when: text('when'),
  ...basis,
});

export const FailureModeSchema = z.strictObject({
  name: text('name'),
  symptom: text('symptom'),
  cause: text('cause'),
  detection: text('detection'),
  mitigation: text('mitigation'),
  severity: oneOf('severity', SEVERITIES),
  silent: flag('silent'),
  ...basis,
});

/** What a condition of the radar, where it holds, speaks for or against. */
export const FitSchema = z.strictObject({ condition: id('condition'), why: text('why') });

export const ToolSchema = z.strictObject({
  name: text('name'),
  url: link('url'),
  note: text('note').optional(),
});

/** Where more is to be read of a trend; not evidence. */
export const LinkSchema = z.strictObject({ title: text('title').optional(), url: link('url') });

export const RelatedSchema = z.strictObject({
  trend: id('trend'),
  relation: oneOf('relation', RELATIONS),
});

export const MilestoneSchema = z.strictObject({
  date: date('date'),
  event: text('event'),
  source: id('source').optional(),
  grade: oneOf('grade', GRADES).optional(),
  note: text('note').optional(),
});

export const MentionSchema = z.strictObject({ article: id('article'), says: text('says') });

const list = <T extends z.ZodType>(item: T) =>
  z.array(item, { error: 'this must be a list; begin each item with a hyphen (in JSON: use [ ])' });

const trendHead = {
  id: id('id'),
  name: text('name').max(NAME_LIMIT, {
    error: `name is longer than ${NAME_LIMIT} characters; shorten it and put the rest into subtitle`,
  }),
  subtitle: text('subtitle').optional(),
  aliases: list(text('alias')).min(1).optional(),
  quadrant: id('quadrant'),
};

const trendBody = {
  summary: text('summary').optional(),
  /** Markdown. */
  description: text('description').optional(),
  tags: list(text('tag')).min(1).optional(),
  links: list(LinkSchema).min(1).optional(),
  articles: list(MentionSchema).min(1).optional(),
  facts: list(FactSchema).min(1).optional(),
  tradeoffs: list(TradeoffSchema).min(1).optional(),
  failureModes: list(FailureModeSchema).min(1).optional(),
  fits: list(FitSchema).min(1).optional(),
  avoidWhen: list(FitSchema).min(1).optional(),
  tooling: list(ToolSchema).min(1).optional(),
  related: list(RelatedSchema).min(1).optional(),
  milestones: list(MilestoneSchema).min(1).optional(),
};

/** A trend as one file of `data/trends/` holds it. The order of the keys is the canonical one. */
export const TrendSchema = z.strictObject({
  ...trendHead,
  placements: list(PlacementSchema).min(1, {
    error: 'placements is empty; add an entry with edition and ring',
  }),
  ...trendBody,
});

const radarHead = {
  title: text('title'),
  description: text('description').optional(),
  /** Whether the rules of `check-editing.ts` on length and balance hold for this radar. */
  strict: flag('strict').optional(),
  quadrants: list(QuadrantSchema)
    .min(QUADRANT_LIMITS.min, { error: `a radar has at least ${QUADRANT_LIMITS.min} quadrants; add one` })
    .max(QUADRANT_LIMITS.max, { error: `a radar has at most ${QUADRANT_LIMITS.max} quadrants; join some` }),
  rings: list(RingSchema)
    .min(RING_LIMITS.min, { error: `a radar has at least ${RING_LIMITS.min} ring; add one` })
    .max(RING_LIMITS.max, { error: `a radar has at most ${RING_LIMITS.max} rings; join some` }),
};

const radarLists = {
  conditions: list(ConditionSchema).optional(),
  articles: list(ArticleSchema).optional(),
  organisations: list(OrganisationSchema).optional(),
};

const version = z.literal(1, {
  error: 'version must be 1, the only version of this format so far; write 1 without quotes',
});
const editions = list(EditionSchema).min(1, { error: 'editions is empty; add an entry with id and date' });

/** `data/radar.yaml`: everything about the radar that is not a trend or a source. */
export const RadarHeadSchema = z.strictObject({ version, ...radarHead, editions, ...radarLists });

/** `data/sources.yaml`: each cited source once. */
export const SourcesSchema = list(SourceSchema);

/**
 * A trend of a radar file. `ring` alone is short for one placement in the radar's latest edition; a trend has
 * either `ring` or `placements`.
 */
export const FileTrendSchema = z.strictObject({
  ...trendHead,
  ring: id('ring').optional(),
  placements: list(PlacementSchema).min(1).optional(),
  ...trendBody,
});

/** A radar file, `*.radar.json`, version 1. Everything but title, quadrants, rings and trends may be left out. */
export const RadarFileSchema = z.strictObject({
  version,
  ...radarHead,
  editions: editions.optional(),
  ...radarLists,
  sources: SourcesSchema.optional(),
  trends: list(FileTrendSchema),
});
