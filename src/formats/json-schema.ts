import * as z from 'zod';
import { RadarFileSchema, RadarHeadSchema, SourcesSchema, TrendSchema } from '../domain/schema.ts';

/**
 * JSON Schemas of everything that is written by hand, for editors: they complete keys and mark mistakes while
 * one types. Made from the one schema, so they cannot say anything else.
 *
 * @returns text by file name
 */
export function formatJsonSchemas(): Map<string, string> {
  const schemas: [string, string, z.ZodType][] = [
    ['radar.schema.json', 'radar.yaml: the radar without its trends and sources', RadarHeadSchema],
    ['sources.schema.json', 'sources.yaml: each cited source once', SourcesSchema],
    ['trend.schema.json', 'trends/<id>.yaml: one trend', TrendSchema],
    ['radar-file.schema.json', '*.radar.json: a whole radar in one file, version 1', RadarFileSchema],
  ];
  return new Map(
    schemas.map(([name, title, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
      return [name, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
