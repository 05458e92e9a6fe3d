import type * as z from 'zod';
import type { HUES } from './hues.ts';
import type {
  ArticleSchema,
  ConditionSchema,
  EditionSchema,
  FACT_KINDS,
  FactSchema,
  FailureModeSchema,
  FitSchema,
  GRADES,
  LinkSchema,
  MEASURERS,
  MilestoneSchema,
  MOVES,
  OrganisationSchema,
  PlacementSchema,
  QuadrantSchema,
  RadarFileSchema,
  RadarHeadSchema,
  RELATIONS,
  RingSchema,
  SEVERITIES,
  SourceSchema,
  STANCES,
  ToolSchema,
  TradeoffSchema,
  TrendSchema,
} from './schema.ts';

export type FactKind = (typeof FACT_KINDS)[number];
export type Stance = (typeof STANCES)[number];
export type Grade = (typeof GRADES)[number];
export type Measurer = (typeof MEASURERS)[number];
export type Severity = (typeof SEVERITIES)[number];
/** How a trend moved, as its radar reports or as its editions show. */
export type Movement = (typeof MOVES)[number];
export type Hue = (typeof HUES)[number];
export type Relation = (typeof RELATIONS)[number];

export type Quadrant = z.infer<typeof QuadrantSchema>;
export type Ring = z.infer<typeof RingSchema>;
export type Edition = z.infer<typeof EditionSchema>;
export type Condition = z.infer<typeof ConditionSchema>;
export type Article = z.infer<typeof ArticleSchema>;
export type Organisation = z.infer<typeof OrganisationSchema>;
export type Source = z.infer<typeof SourceSchema>;
export type Placement = z.infer<typeof PlacementSchema>;
export type Fact = z.infer<typeof FactSchema>;
export type Tradeoff = z.infer<typeof TradeoffSchema>;
export type FailureMode = z.infer<typeof FailureModeSchema>;
export type Fit = z.infer<typeof FitSchema>;
export type Tool = z.infer<typeof ToolSchema>;
export type Link = z.infer<typeof LinkSchema>;
export type Milestone = z.infer<typeof MilestoneSchema>;
export type Trend = z.infer<typeof TrendSchema>;
export type RadarFile = z.infer<typeof RadarFileSchema>;
export type RadarHead = z.infer<typeof RadarHeadSchema>;

/** A whole radar: its head, its sources and its trends, in the order of their files. */
export type Radar = RadarHead & { sources: Source[]; trends: Trend[] };
