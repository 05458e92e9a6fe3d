import type { ExitCode, Output } from './output.ts';
import { UnreadableError } from './read-radar.ts';
import { runCheck } from './run-check.ts';
import { runFormat } from './run-format.ts';
import { runLayout } from './run-layout.ts';

/** A call that cannot be carried out as it stands, said in a sentence that ends with the cure. */
export class UsageError extends Error {}

const HELP = `Usage: npm run -s radar -- <command> [options]

Commands
  check [PATH]            say everything that is wrong with a radar, as file:line:column
  format [--check] [PATH] rewrite a radar in its canonical form; with --check, only say what would change
  layout FILE             print where each blip and name stands, as JSON

PATH is a data folder (default: data) or a radar file (*.radar.json).
The layout is in radar units: the centre is 0,0, the outer ring has the radius 500, y grows downwards.

Exit codes: 0 all is well, 1 the data has errors or is not canonical, 2 the call was wrong.`;

/** Carries out one call of the command line. */
export async function runCli(args: readonly string[], output: Output): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === undefined || command === 'help' || args.includes('--help') || args.includes('-h')) {
    output.out(HELP);
    return command === undefined ? 2 : 0;
  }
  try {
    const { paths, flags } = split(rest);
    if (command === 'check') return await runCheck(onePath(paths, 'data'), noFlags(flags, output));
    if (command === 'layout') return await runLayout(onePath(paths), noFlags(flags, output));
    if (command === 'format') {
      const checkOnly = flags.includes('--check');
      const others = flags.filter((flag) => flag !== '--check');
      return await runFormat(onePath(paths, 'data'), checkOnly, noFlags(others, output));
    }
    throw new UsageError(`There is no command "${command}". Use check, format or layout.`);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof UnreadableError)) throw error;
    output.err(error.message);
    return 2;
  }
}

function split(args: readonly string[]): { paths: string[]; flags: string[] } {
  const paths = args.filter((arg) => !arg.startsWith('-'));
  return { paths, flags: args.filter((arg) => arg.startsWith('-')) };
}

function onePath(paths: readonly string[], fallback?: string): string {
  const path = paths[0] ?? fallback;
  if (path === undefined) throw new UsageError('No file is named. Name a radar file, such as my.radar.json.');
  if (paths.length > 1) throw new UsageError(`One path at a time, please; ${paths.length} are named.`);
  return path;
}

function noFlags(flags: readonly string[], output: Output): Output {
  if (flags[0] !== undefined) throw new UsageError(`There is no option "${flags[0]}" here. See --help.`);
  return output;
}
