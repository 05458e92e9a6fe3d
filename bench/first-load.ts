/**
 * `npm run bench`: what the first load of the built page costs, at full speed and with the processor slowed four
 * times. The radars are the built-in one and made-up ones of 100 and 1000 trends, each both built into the page and
 * loaded by its address. Medians of cold loads; `--runs 1` for a quick look.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build, type Plugin, preview } from 'vite';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { measureLoad } from '../scripts/measure-load.mjs';
import { formatReport, type Result } from './format-report.ts';
import { generateRadar } from './generate-radar.ts';
import { type Measurement, measurePage } from './measure-page.ts';

const SLOWDOWNS = [1, 4] as const;
const MADE_UP = [100, 1000] as const;

const at = process.argv.indexOf('--runs');
const runs = at === -1 ? 5 : Number(process.argv[at + 1]);

const files = new Map<string, [type: string, text: string]>([
  ['/bench/blank.html', ['text/html', '<!doctype html><title>Blank</title>']],
  ...MADE_UP.map((count): [string, [string, string]] => [
    `/bench/${count}.radar.json`,
    ['application/json', generateRadar(count)],
  ]),
]);

/** Serves the made-up radars beside the page, and the blank page that each run begins with. */
const benchFiles: Plugin = {
  name: 'bench-files',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      const file = files.get(request.url ?? '');
      if (file === undefined) return next();
      response.setHeader('content-type', file[0]);
      response.end(file[1]);
    });
  },
};

const executablePath = findBrowser();
if (executablePath === null)
  throw new Error('No Chromium was found. Install one, or name it in CHROMIUM_PATH.');

const results: Result[] = [];
let nextPort = 4188;
const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
try {
  const home = await serveBuild('dist');
  const builtIn = await countTrends(home);
  await measure('built in', builtIn, home);
  for (const count of MADE_UP)
    await measure('made up, by address', count, `${home}?radar=bench/${count}.radar.json`);
  for (const count of MADE_UP) {
    mkdirSync('.cache/bench', { recursive: true });
    process.env.RADAR_DATA = `.cache/bench/${count}.radar.json`;
    writeFileSync(process.env.RADAR_DATA, generateRadar(count));
    await measure('made up, built in', count, await serveBuild(`.cache/bench/${count}`));
  }
  console.log(formatReport(results, measureLoad(), runs));
} finally {
  await browser.close();
}
// The preview servers would keep the program alive.
process.exit();

/** Builds the page into a folder and serves it. @returns its address */
async function serveBuild(outDir: string): Promise<string> {
  await build({ logLevel: 'warn', build: { outDir } });
  const server = await preview({ build: { outDir }, plugins: [benchFiles], preview: { port: nextPort } });
  nextPort += 1;
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The preview server has no address.');
  return address;
}

async function measure(name: string, blips: number, address: string): Promise<void> {
  for (const slowdown of SLOWDOWNS) {
    const all: Measurement[] = [];
    for (let run = 0; run < runs; run += 1)
      all.push(await measurePage(browser, { address, blips, slowdown }));
    results.push({ name: `${name}, ${blips}`, blips, slowdown, measurement: medians(all) });
    process.stderr.write(`measured: ${name}, ${blips} trends, processor ${slowdown}x\n`);
  }
}

/** The number of trends in the radar that is built into a page, as its own index gives it. */
async function countTrends(home: string): Promise<number> {
  const response = await fetch(`${home}data/index.json`);
  const index = (await response.json()) as { trends: unknown[] };
  return index.trends.length;
}

function medians(all: readonly Measurement[]): Measurement {
  const [first] = all;
  if (first === undefined) throw new RangeError('--runs must be 1 or more');
  const middle = (of: (measurement: Measurement) => number) => {
    const sorted = all.map(of).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    requests: Math.max(...all.map((one) => one.requests)),
    bytes: first.bytes,
    still: middle((one) => one.still),
    longestTask: middle((one) => one.longestTask),
    blocking: middle((one) => one.blocking),
    hover: middle((one) => one.hover),
    click: middle((one) => one.click),
  };
}
