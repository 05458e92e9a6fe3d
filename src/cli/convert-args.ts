import type { Exporter } from '../formats/export/exporter.ts';
import { EXPORTERS } from '../formats/export/registry.ts';
import { type Answer, parseAnswer } from './decide-questions.ts';
import { offer } from './snapshot-args.ts';
import { UsageError } from './usage-error.ts';

/** What a call of `convert` asks for. */
export interface ConvertArgs {
  /** A file or folder of any format. */
  path: string;
  output: string;
  exporter: Exporter;
  /** Id of the edition, or null for the latest. */
  edition: string | null;
  answers: Answer[];
}

/** The options, each with an example of its value. */
const VALUES = {
  '--output': 'our.radar.json',
  '--to': 'backstage',
  '--edition': 'ID',
  '--decide': '"ring:Hold=leave-out"',
} as const;
type Option = keyof typeof VALUES;

/**
 * Reads the arguments after `convert`; a value stands behind its option or after `=`.
 *
 * @throws UsageError where an option is unknown, given twice, or has a value that is not allowed
 */
export function parseConvertArgs(args: readonly string[]): ConvertArgs {
  const paths: string[] = [];
  const values: [option: Option, value: string][] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-')) {
      paths.push(arg);
      continue;
    }
    const sign = arg.indexOf('=');
    const written = sign === -1 ? arg : arg.slice(0, sign);
    const option = toOption(written);
    const value = sign === -1 ? args[++at] : arg.slice(sign + 1);
    if (value === undefined || value === '' || value.startsWith('--'))
      throw new UsageError(
        `${written} needs a value. Write it behind, such as ${written} ${VALUES[option]}.`,
      );
    if (option !== '--decide' && values.some(([other]) => other === option))
      throw new UsageError(`${written} is given twice. Leave one of them out.`);
    values.push([option, value]);
  }
  const given = (option: Option) => values.find(([other]) => other === option)?.[1];
  const [path] = paths;
  const output = given('--output');
  if (path === undefined) throw new UsageError('No file is named. Name a file or folder with a radar.');
  if (paths.length > 1) throw new UsageError(`One radar at a time, please; ${paths.length} are named.`);
  if (output === undefined)
    throw new UsageError(
      'No output is named. Name a file with -o, such as -o our.radar.json, or a new folder for the data folder.',
    );
  return {
    path,
    output,
    exporter: findExporter(given('--to'), output),
    edition: given('--edition') ?? null,
    answers: values.flatMap(([option, value]) => (option === '--decide' ? parseAnswer(value) : [])),
  };
}

function toOption(written: string): Option {
  const option = written === '-o' ? '--output' : written;
  const known = Object.keys(VALUES) as Option[];
  const found = known.find((name) => name === option);
  if (found !== undefined) return found;
  throw new UsageError(`There is no option "${written}" for convert. ${offer(written, known)}`);
}

/** The format that a call names, else the one that its output ends in; a name without an ending is a data folder. */
function findExporter(to: string | undefined, output: string): Exporter {
  const ids = EXPORTERS.map(({ id }) => id);
  if (to !== undefined) {
    const named = EXPORTERS.find(({ id }) => id === to);
    if (named === undefined) throw new UsageError(`--to cannot be "${to}". ${offer(to, ids)}`);
    return named;
  }
  const name = output.toLowerCase().replace(/[/\\]+$/, '');
  const ends = (ending: string) => EXPORTERS.filter((exporter) => ending === exporter.ending);
  const ending = /\.radar\.json$|\.[^./\\]+$/.exec(name)?.[0] ?? '';
  const found = ends(ending === '' ? '.zip' : ending);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const choices = found.length === 0 ? ids : found.map(({ id }) => id);
  const problem =
    found.length === 0 ? `No format ends in ${ending}` : `${found.length} formats end in ${ending}`;
  throw new UsageError(`${problem}. Choose one with --to: ${choices.join(', ')}.`);
}
