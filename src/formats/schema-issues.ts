import * as z from 'zod';
import type { Issue } from '../domain/issue.ts';
import { buildGuess, type Guess } from '../domain/nearest-name.ts';
import type { Locate, Path } from './parsed-text.ts';

/** The outcome of holding a value against a schema. */
export interface SchemaResult<T> {
  value: T | null;
  issues: Issue[];
}

/**
 * Holds a value against a schema and says of everything that does not fit where it is, what is wrong and what
 * to do. Keys of the value come out in the order of the schema.
 *
 * @param file the name that issues carry
 * @param locate where a path of the value stands in its text
 */
export function checkSchema<T extends z.ZodType>(
  schema: T,
  value: unknown,
  file: string,
  locate: Locate,
): SchemaResult<z.output<T>> {
  let result: z.ZodSafeParseResult<z.output<T>>;
  try {
    result = schema.safeParse(value, { reportInput: true });
  } catch (error) {
    // The library hands all issues of a list on in one call, for which an engine takes some 100,000 arguments.
    if (!(error instanceof RangeError)) throw error;
    return { value: null, issues: [tooManyIssues(file)] };
  }
  if (result.success) return { value: result.data, issues: [] };
  const guess = buildGuess();
  const issues = result.error.issues.flatMap((found) =>
    found.code === 'unrecognized_keys'
      ? unknownKeyIssues(schema, found, file, locate, guess)
      : schemaIssue(schema, found, file, locate),
  );
  return { value: null, issues: firstPerPlace(issues) };
}

function unknownKeyIssues(
  schema: z.ZodType,
  found: z.core.$ZodIssueUnrecognizedKeys,
  file: string,
  locate: Locate,
  guess: Guess,
): Issue[] {
  const path = pathOf(found);
  const allowed = keysAt(schema, path);
  const given = new Set(keysOf(found.input));
  const free = new Set(allowed.filter((name) => !given.has(name)));
  return found.keys.map((key) => {
    const near = guess(key, free);
    const at = [...path, key];
    return {
      severity: 'error',
      file,
      path: at,
      message: `unknown key "${key}"`,
      cure: `${near === null ? '' : `Did you mean "${near}"? `}Allowed here: ${allowed.join(', ')}.`,
      ...locate(at, 'key'),
    };
  });
}

function schemaIssue(schema: z.ZodType, found: z.core.$ZodIssue, file: string, locate: Locate): Issue {
  const path = pathOf(found);
  const [message, cure] = sentencesOf(schema, found, path);
  return { severity: 'error', file, path, message, cure, ...locate(path) };
}

function pathOf(found: z.core.$ZodIssue): (string | number)[] {
  return found.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function tooManyIssues(file: string): Issue {
  const message = 'far more places of the file do not fit than can be listed';
  return { severity: 'error', file, path: [], message, cure: 'Check that it is the right file.' };
}

/** The schema's own texts read "what is wrong; the cure", `this` being the key in question. The library's texts are replaced by plainer ones. */
function sentencesOf(schema: z.ZodType, found: z.core.$ZodIssue, path: Path): [string, string] {
  const name = typeof path.at(-1) === 'string' ? String(path.at(-1)) : 'this entry';
  const text = found.message.replace(/^this /, `${name} `);
  const isMissing = found.input === undefined && path.length > 0;
  if (isMissing && !text.includes('is missing')) return [`${name} is missing`, 'Add it.'];
  const split = text.lastIndexOf('; ');
  if (split !== -1) return [text.slice(0, split), sentence(text.slice(split + 2))];
  const keys = keysAt(schema, path);
  if (found.code === 'invalid_type' && keys.length > 0) {
    const what = found.input === null ? 'is empty' : 'must be a set of keys';
    return [`${path.length === 0 ? 'the file' : name} ${what}`, `Give it the keys ${keys.join(', ')}.`];
  }
  if (found.code === 'too_small') return [`${name} is too small`, `The least is ${String(found.minimum)}.`];
  if (found.code === 'too_big') return [`${name} is too large`, `The most is ${String(found.maximum)}.`];
  return [`${name} does not fit: ${found.message.replace(/\.$/, '')}`, 'Correct the value.'];
}

/** The keys that a schema allows at a path; empty where the schema has no keys there. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const here = unwrap(schema);
  const [step, ...rest] = path;
  if (here instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(here.shape);
    const next: unknown = here.shape[String(step)];
    return next instanceof z.ZodType ? keysAt(next, rest) : [];
  }
  return here instanceof z.ZodArray && step !== undefined ? keysAt(here.element, rest) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** An empty text is also not a date and not an id; the first thing said of a place is enough. */
function firstPerPlace(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const place = JSON.stringify(issue.path);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
