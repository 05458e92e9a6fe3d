import * as z from 'zod';
import type { Lens } from '../domain/assessing/lens.ts';
import type { Issue } from '../domain/issue.ts';
import { isRecord } from '../domain/radar-values.ts';
import { isId } from '../domain/schema.ts';
import { parseJson } from './json-text.ts';
import { checkSchema } from './schema-issues.ts';

/** How the name of a lens file ends. */
export const LENS_FILE_ENDING = '.lens.json';
/** Longest lens file that is read, in characters; a lens of all that the other limits allow is half as long. */
export const LENS_SIZE_LIMIT = 100_000;
/** Longest name of a lens, in UTF-16 units, as a text field counts them. */
export const LENS_NAME_LIMIT = 80;

const FORMAT = 'trend-radar-lens';
const VERSION = 1;
const MOST_CONDITIONS = 500;
const ID_LIMIT = 80;
/** Longest name of a file before its ending, in UTF-16 units; of three bytes each, every file system takes them. */
const FILE_NAME_LIMIT = 60;

const LensFileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION, { error: `version must be ${VERSION}; write ${VERSION} without quotes` }),
  name: z
    .string({ error: 'name must be text; put it in quotes' })
    .max(LENS_NAME_LIMIT, { error: `name is longer than ${LENS_NAME_LIMIT} characters; shorten it` })
    .regex(/^\P{Cc}*$/u, { error: 'name holds a line break or another control character; remove it' }),
  conditions: z
    .array(
      z.string({ error: 'a condition must be text; put it in quotes' }).refine(isConditionId, {
        error: `a condition is not a valid id; use at most ${ID_LIMIT} lower-case letters, digits and hyphens, such as "small-team"`,
      }),
      { error: 'conditions must be a list; write the ids in [ ]' },
    )
    .max(MOST_CONDITIONS, {
      error: `conditions lists more than ${MOST_CONDITIONS} ids; keep those that hold`,
    }),
});

/** What a lens file holds, or null and why it could not be read. */
export interface ParsedLens {
  lens: Lens | null;
  issues: Issue[];
}

/**
 * Reads a lens file, version 1, strictly. Whether a radar has the conditions is not asked. Never throws.
 *
 * @param file the name that issues carry
 */
export function parseLens(text: string, file: string): ParsedLens {
  const fail = (message: string, cure: string): ParsedLens => ({
    lens: null,
    issues: [{ severity: 'error', file, path: [], message, cure }],
  });
  if (text.length > LENS_SIZE_LIMIT) {
    return fail(`the file is longer than ${LENS_SIZE_LIMIT} characters`, WRONG_FILE);
  }
  const { value, issues: syntax, locate } = parseJson(text, file);
  if (value === undefined) return { lens: null, issues: syntax };
  if (!isRecord(value) || value.format !== FORMAT) return fail('the file is not a lens', WRONG_FILE);
  if (typeof value.version === 'number' && value.version > VERSION) {
    return fail(
      `the file was saved by a newer radar page (version ${value.version}; this page reads version ${VERSION})`,
      'Open it there, or choose the conditions again here.',
    );
  }
  const { value: content, issues: misfits } = checkSchema(LensFileSchema, value, file, locate);
  const twice = (content?.conditions ?? []).flatMap((condition, at, all): Issue[] => {
    if (all.indexOf(condition) === at) return [];
    const path = ['conditions', at];
    const message = `the condition "${condition}" is listed twice`;
    return [{ severity: 'error', file, path, message, cure: 'Keep one of the two.', ...locate(path) }];
  });
  const issues = [...syntax, ...misfits, ...twice];
  if (content === null || issues.length > 0) return { lens: null, issues };
  return { lens: { name: content.name, conditions: content.conditions }, issues };
}

const WRONG_FILE = `Choose a file that was saved as a lens, *${LENS_FILE_ENDING}.`;

/**
 * The text of a lens file, which `parseLens` reads again: the name in one line, each condition once, two spaces of
 * indent, a line break at the end. What can be no condition of any radar is left out.
 */
export function formatLens(lens: Lens): string {
  const conditions = [...new Set(lens.conditions)].filter(isConditionId).slice(0, MOST_CONDITIONS);
  const content = { format: FORMAT, version: VERSION, name: tidyName(lens.name), conditions };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** What a lens file is called: the name of the lens in lower case, its words joined by hyphens. */
export function lensFileName(lens: Lens): string {
  const words = tidyName(lens.name)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return `${cutText(words?.join('-') ?? 'team', FILE_NAME_LIMIT).replace(/-$/, '')}${LENS_FILE_ENDING}`;
}

function isConditionId(id: string): boolean {
  return id.length <= ID_LIMIT && isId(id);
}

function tidyName(name: string): string {
  const line = cutText(name, 4 * LENS_NAME_LIMIT)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return cutText(line, LENS_NAME_LIMIT).trim();
}

/** The first units of a text, never half a character. */
function cutText(text: string, units: number): string {
  return text.slice(0, units).replace(/[\ud800-\udbff]$/, '');
}
