import type { ExitCode, Output } from './output.ts';
import { UnreadableError } from './read-radar.ts';
import { BitmapError } from './render-bitmap.ts';
import { runCheck } from './run-check.ts';
import { runFormat } from './run-format.ts';
import { runLayout } from './run-layout.ts';
import { parseSnapshotArgs } from './snapshot-args.ts';
import { UsageError } from './usage-error.ts';

const HELP = `Usage: npm run -s radar -- <command> [options]

Commands
  check [PATH]            say everything that is wrong with a radar of any format, and what it leaves open
  convert IN -o OUT       write a radar of any format in another one
  format [--check] [PATH] rewrite a radar in its canonical form; with --check, only say what would change
  layout FILE             print where each blip and name stands, as JSON
  snapshot FILE -o OUT    draw the radar as the page does; OUT ends in .png or .svg

PATH is a data folder (default: data) or a radar file (*.radar.json); so is FILE, without the default.
check and convert also read Build Your Own Radar (CSV, JSON, XLSX), Zalando, Backstage, AOE, Porsche and qiwi radars,
snapshots (PNG, SVG) and archives (zip): a file or a folder, known by what it holds.
The layout is in radar units: the centre is 0,0, the outer ring has the radius 500, y grows downwards.

Options of convert
  --to FORMAT             own-json, own-folder, markdown, byor-csv, byor-json, zalando or backstage
                          (default: by what OUT ends in: .radar.json, .zip, .md, .csv; a new folder is a data folder)
  --edition ID            the edition that is written, for formats that hold only one (default: the latest)
  --decide "KIND:VALUE=OPTION"
                          answer a question that the file leaves open, such as "ring:Hold=leave-out"; * as the value
                          answers all of a kind. May be given several times; check lists questions and options

Options of snapshot
  --width N, --height N   size in px, 16 to 8192 (default: 1920, 1080)
  --theme THEME           light (default) or dark
  --transparent           leave out the ground of the page
  --scope SCOPE           all (default), quadrant:ID, or trend:ID for one trend with its evidence
  --contents CONTENTS     chart: nothing else; titled: with title and legend;
                          lists (default): with the lists of all trends, too
  --edition ID            the edition to show (default: the latest)
  --names on|off          names beside the blips (default: on)
  --date YYYY-MM-DD       the day that the picture bears (default: today)
  --no-data               leave the radar out of the file, which then cannot be opened as a radar again

Exit codes: 0 all is well, 1 the data has errors or is not canonical, 2 the call was wrong or cannot be carried out here.`;

/** Carries out one call of the command line. */
export async function runCli(args: readonly string[], output: Output): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === undefined || command === 'help' || args.includes('--help') || args.includes('-h')) {
    output.out(HELP);
    return command === undefined ? 2 : 0;
  }
  try {
    if (command === 'snapshot') {
      const call = parseSnapshotArgs(rest);
      // Loaded late: it draws, and the other commands need not wait for all that this takes.
      const { runSnapshot } = await import('./run-snapshot.ts');
      return await runSnapshot(call, output);
    }
    if (command === 'convert') {
      // So does this, which knows all formats.
      const [{ parseConvertArgs }, { runConvert }] = await Promise.all([
        import('./convert-args.ts'),
        import('./run-convert.ts'),
      ]);
      return await runConvert(parseConvertArgs(rest), output);
    }
    const { paths, flags } = split(rest);
    if (command === 'check') return await runCheck(onePath(paths, 'data'), noFlags(flags, output));
    if (command === 'layout') return await runLayout(onePath(paths), noFlags(flags, output));
    if (command === 'format') {
      const checkOnly = flags.includes('--check');
      const others = flags.filter((flag) => flag !== '--check');
      return await runFormat(onePath(paths, 'data'), checkOnly, noFlags(others, output));
    }
    throw new UsageError(`There is no command "${command}". Use check, convert, format, layout or snapshot.`);
  } catch (error) {
    const kinds = [UsageError, UnreadableError, BitmapError];
    if (!(error instanceof Error && kinds.some((kind) => error instanceof kind))) throw error;
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
