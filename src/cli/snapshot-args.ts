import { nearestName } from '../domain/nearest-name.ts';
import type { PosterContents } from '../scene/poster-options.ts';
import type { ThemeName } from '../scene/theme.ts';
import { UsageError } from './usage-error.ts';

/** What a call of `snapshot` asks for. Ids are not looked up yet: that takes the radar. */
export interface SnapshotArgs {
  /** A data folder or radar file. */
  path: string;
  output: string;
  format: 'png' | 'svg';
  /** Size of the picture, in px. */
  width: number;
  height: number;
  theme: ThemeName;
  transparent: boolean;
  scope: { kind: 'all' } | { kind: 'quadrant' | 'trend'; id: string };
  contents: PosterContents;
  /** Id of the edition, or null for the latest. */
  edition: string | null;
  /** Whether names stand beside the blips; null where the call does not say. */
  names: boolean | null;
  /** YYYY-MM-DD, or null for today. */
  date: string | null;
  /** Whether the file carries the radar. */
  data: boolean;
}

const SMALLEST = 16;
const LARGEST = 8192;
const FORMATS = { '.png': 'png', '.svg': 'svg' } as const;
const THEMES = ['light', 'dark'] as const satisfies readonly ThemeName[];
const CONTENTS = ['chart', 'titled', 'lists'] as const satisfies readonly PosterContents[];
const SCOPES = ['all', 'quadrant:ID', 'trend:ID'];

/** The options that take a value, each with an example of one; the others are there or not. */
const VALUES = {
  '--output': 'radar.png',
  '--width': '1920',
  '--height': '1080',
  '--theme': 'dark',
  '--scope': 'quadrant:ID',
  '--contents': 'titled',
  '--edition': 'ID',
  '--names': 'off',
  '--date': '2026-11-21',
} as const;
const FLAGS = ['--transparent', '--no-data'] as const;

type ValueOption = keyof typeof VALUES;
type Given = { paths: string[]; values: Map<ValueOption, string>; flags: Set<string> };

/**
 * Reads the arguments after `snapshot`; a value stands behind its option or after `=`.
 *
 * @throws UsageError where an option is unknown, given twice, or has a value that is not allowed
 */
export function parseSnapshotArgs(args: readonly string[]): SnapshotArgs {
  const { paths, values, flags } = splitArgs(args);
  const [path] = paths;
  if (path === undefined) throw new UsageError('No radar is named. Name a data folder or a radar file.');
  if (paths.length > 1) throw new UsageError(`One radar at a time, please; ${paths.length} are named.`);
  const names = values.get('--names');
  return {
    path,
    ...parseOutput(values.get('--output')),
    width: parseSize('--width', values.get('--width') ?? '1920'),
    height: parseSize('--height', values.get('--height') ?? '1080'),
    theme: parseChoice('--theme', values.get('--theme') ?? 'light', THEMES),
    transparent: flags.has('--transparent'),
    scope: parseScope(values.get('--scope') ?? 'all'),
    contents: parseChoice('--contents', values.get('--contents') ?? 'lists', CONTENTS),
    edition: values.get('--edition') ?? null,
    names: names === undefined ? null : parseChoice('--names', names, ['on', 'off']) === 'on',
    date: parseDate(values.get('--date')),
    data: !flags.has('--no-data'),
  };
}

/** Such as `Did you mean "dark"? Allowed: light, dark.`; a long list is cut short. */
export function offer(value: string, allowed: readonly string[]): string {
  const near = nearestName(value, allowed);
  const some = allowed.slice(0, MOST_LISTED).join(', ');
  const rest = allowed.length > MOST_LISTED ? ` and ${allowed.length - MOST_LISTED} more` : '';
  return `${near === null ? '' : `Did you mean "${near}"? `}Allowed: ${some}${rest}.`;
}

const MOST_LISTED = 12;

function splitArgs(args: readonly string[]): Given {
  const given: Given = { paths: [], values: new Map(), flags: new Set() };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-')) {
      given.paths.push(arg);
      continue;
    }
    const [written = '', ...behind] = arg.split('=');
    const option = written === '-o' ? '--output' : written;
    if (isFlag(option)) {
      if (behind.length > 0) throw new UsageError(`${option} takes no value. Write ${option} alone.`);
      given.flags.add(option);
      continue;
    }
    if (!isValueOption(option)) {
      const known = [...Object.keys(VALUES), ...FLAGS];
      throw new UsageError(`There is no option "${written}" for snapshot. ${offer(written, known)}`);
    }
    const value = behind.length > 0 ? behind.join('=') : args[++at];
    if (value === undefined || value === '' || isOption(value))
      throw new UsageError(
        `${written} needs a value. Write it behind, such as ${written} ${VALUES[option]}.`,
      );
    if (given.values.has(option)) throw new UsageError(`${written} is given twice. Leave one of them out.`);
    given.values.set(option, value);
  }
  return given;
}

function isFlag(option: string): boolean {
  return FLAGS.some((flag) => flag === option);
}

function isValueOption(option: string): option is ValueOption {
  return Object.hasOwn(VALUES, option);
}

/** Whether an argument begins another option, so that it is no value of the one before. */
function isOption(arg: string): boolean {
  return arg.startsWith('--') || arg === '-o';
}

function parseOutput(output: string | undefined): Pick<SnapshotArgs, 'output' | 'format'> {
  if (output === undefined)
    throw new UsageError('No output file is named. Name one with -o, such as -o radar.png or -o radar.svg.');
  for (const [ending, format] of Object.entries(FORMATS))
    if (output.toLowerCase().endsWith(ending)) return { output, format };
  throw new UsageError(
    `The output file "${output}" ends neither in .png nor in .svg. End it in one of them.`,
  );
}

function parseSize(option: string, value: string): number {
  const size = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (size >= SMALLEST && size <= LARGEST) return size;
  throw new UsageError(
    `${option} cannot be "${value}". Give a whole number of pixels from ${SMALLEST} to ${LARGEST}.`,
  );
}

function parseChoice<Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${option} cannot be "${value}". ${offer(value, choices)}`);
  return found;
}

function parseScope(value: string): SnapshotArgs['scope'] {
  if (value === 'all') return { kind: 'all' };
  const [, kind, id] = /^(quadrant|trend):(.+)$/.exec(value) ?? [];
  if ((kind === 'quadrant' || kind === 'trend') && id !== undefined) return { kind, id };
  throw new UsageError(`--scope cannot be "${value}". ${offer(value, SCOPES)}`);
}

function parseDate(value: string | undefined): string | null {
  if (value === undefined) return null;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  // A day that its month has not, such as 31 February, is read as one of the month after.
  if (isDay && new Date(value).toISOString().startsWith(value)) return value;
  throw new UsageError(`--date cannot be "${value}". Give a day as YYYY-MM-DD, such as ${VALUES['--date']}.`);
}
