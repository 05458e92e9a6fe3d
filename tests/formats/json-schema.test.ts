import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatJsonSchemas } from '../../src/formats/json-schema.ts';

const FOLDER = new URL('../../data/schema/', import.meta.url);

it('matches the schemas that stand in the data folder', () => {
  const schemas = formatJsonSchemas();
  expect(readdirSync(FOLDER).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, text] of schemas) expect(readFileSync(new URL(name, FOLDER), 'utf8'), name).toBe(text);
});

it('tells editors which keys there are and which are needed', () => {
  const trend = JSON.parse(formatJsonSchemas().get('trend.schema.json') ?? '');
  expect(trend.required).toEqual(['id', 'name', 'quadrant', 'placements']);
  expect(trend.additionalProperties).toBe(false);
  expect(trend.properties.facts.items.properties.grade.enum).toEqual(['verified', 'derived', 'assumption']);
  expect(trend.properties.facts.items.properties.date.pattern).toMatch(/^\^/);
});
