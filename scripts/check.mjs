/**
 * `npm test`: installs what is missing and runs every check, each even where one before it failed. The last line
 * is `N passed, N failed`: tests, and one for each other check. With `--quick` the browser tests are left out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled, ROOT } from './install.mjs';

ensureInstalled();
process.chdir(ROOT);
const { ensureBrowser } = await import('./find-browser.mjs');

const QUICK = process.argv.includes('--quick');
const UNIT_RESULTS = '.cache/unit-tests.json';
const BROWSER_RESULTS = '.cache/browser-tests.json';
const UNIT_TESTS = `vitest run --reporter=default --reporter=json --outputFile.json=${UNIT_RESULTS}`;

let passed = 0;
let failed = 0;

mkdirSync('.cache', { recursive: true });
rmSync(UNIT_RESULTS, { force: true });
rmSync(BROWSER_RESULTS, { force: true });

check('Format and lint', 'biome check .');
check('Types', 'tsc --noEmit');
check('Pure zone without the DOM', 'tsc --noEmit -p tsconfig.pure.json');
check('Import rule', 'depcruise src');
check('Radar data', 'tsx src/cli/main.ts check');
check('Radar data in canonical form', 'tsx src/cli/main.ts format --check');
check('JSON Schemas up to date', 'tsx scripts/write-json-schemas.ts --check');
tests('Unit and component tests', UNIT_TESTS, countUnitTests);
const built = check('Build', 'vite build');
check('Size of the first load', 'node scripts/check-size.mjs');
if (!QUICK) browserTests();

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** One check, counted as one. @returns {boolean} whether it passed */
function check(name, command) {
  const { ok, seconds, output } = run(command);
  count(ok ? 1 : 0, ok ? 0 : 1);
  report(name, ok, ok ? '' : 'failed', seconds, output);
  return ok;
}

/** A run of tests, each counted. Where the run breaks outside of its tests, that counts as one failure more. */
function tests(name, command, countTests) {
  const { ok, seconds, output } = run(command);
  const counts = countTests();
  const broken = !ok && counts.failed === 0;
  count(counts.passed, counts.failed + (broken ? 1 : 0));
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  const told = `${counts.passed} passed, ${counts.failed} failed${skipped}${broken ? ', the run broke' : ''}`;
  report(name, ok, told, seconds, output);
}

function browserTests() {
  const browser = built ? ensureBrowser() : null;
  if (browser !== null) {
    process.env.CHROMIUM_PATH = browser;
    process.env.RADAR_BUILT = '1';
    tests('Browser tests', 'playwright test', countBrowserTests);
    return;
  }
  const why = built
    ? 'no Chromium was found, and none could be installed. Install one, or name it in CHROMIUM_PATH.'
    : 'the page could not be built.';
  count(0, 1);
  report('Browser tests', false, `they cannot run: ${why}`, 0, '');
}

/** Runs one of the project's tools, keeping what it prints. */
function run(command) {
  const [tool, ...args] = command.split(' ');
  const start = performance.now();
  const own = tool === 'node';
  const result = spawnSync(own ? process.execPath : `node_modules/.bin/${tool}`, args, {
    encoding: 'utf8',
    maxBuffer: 1e9,
    shell: process.platform === 'win32' && !own,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? String(result.error) : ''}`;
  return { ok: result.status === 0, seconds: (performance.now() - start) / 1000, output };
}

function report(name, ok, told, seconds, output) {
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)${told === '' ? '' : `: ${told}`}`,
  );
  if (!ok && output.trim() !== '') console.log(`\n${output.trim()}\n`);
}

function count(more, fewer) {
  passed += more;
  failed += fewer;
}

function countUnitTests() {
  if (!existsSync(UNIT_RESULTS)) return { passed: 0, failed: 0, skipped: 0 };
  const results = JSON.parse(readFileSync(UNIT_RESULTS, 'utf8'));
  const skipped = results.numPendingTests + (results.numTodoTests ?? 0);
  return { passed: results.numPassedTests, failed: results.numFailedTests, skipped };
}

function countBrowserTests() {
  if (!existsSync(BROWSER_RESULTS)) return { passed: 0, failed: 0, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(BROWSER_RESULTS, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
