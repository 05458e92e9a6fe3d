/**
 * `npm run bench:assess`: how long the built page takes to show what was asked of it: a filter, a search, a trend,
 * another edition; each from the input to the end of the frame that shows it. The radars are the built-in one and
 * made-up ones of 100 and 400 trends. Times depend on the machine; how many layouts were computed, and how many blips
 * drawn anew, does not: filtering and searching need none. Medians of several runs after a first one, which loads the
 * code; `--runs 1` for a quick look, `--dist FOLDER` for another build.
 */
import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { type Plugin, preview } from 'vite';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { generateRadar } from './generate-radar.ts';

const PORT = 4190;
const MADE_UP = [100, 400] as const;
const WATCH = readFileSync(new URL('watch-assess.js', import.meta.url), 'utf8');

/** What the watch in the page offers. */
interface Watch {
  cosines: () => number;
  newBlips: () => number;
  time: (input: string, at: { to: string; value?: string }, shown: string) => Promise<number>;
}
declare const window: { benchAssess: Watch };

/** An input, and how the page is brought back to where it was before. */
interface Step {
  name: string;
  input: Parameters<Watch['time']>;
  back?: Parameters<Watch['time']>;
}

const FILTERED = "document.querySelector('[data-blip][data-off]') !== null";
const OPTIONS = "document.querySelectorAll('[role=option] mark').length > 0";
const LISTED = { to: '[role=combobox]' };

const runs = Number(argument('--runs') ?? 7);
const executablePath = findBrowser();
if (executablePath === null)
  throw new Error('No Chromium was found. Install one, or name it in CHROMIUM_PATH.');

const files = new Map(MADE_UP.map((count) => [`/bench/${count}.radar.json`, generateRadar(count)]));
const benchFiles: Plugin = {
  name: 'bench-files',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      const file = files.get(request.url ?? '');
      if (file === undefined) return next();
      response.setHeader('content-type', 'application/json');
      response.end(file);
    });
  },
};

const server = await preview({
  build: { outDir: argument('--dist') ?? 'dist' },
  plugins: [benchFiles],
  preview: { port: PORT, strictPort: true },
  logLevel: 'warn',
});
const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
try {
  console.log('From an input to the end of the frame that shows it: ms, the first time and then the median');
  console.log('radar          input                        first  median  layouts  new blips');
  const home = `http://localhost:${PORT}/`;
  await measureRadar('built in', home, {});
  for (const count of MADE_UP)
    await measureRadar(`${count} trends`, home, { radar: `bench/${count}.radar.json` });
} finally {
  await browser.close();
  await server.close();
}

async function measureRadar(name: string, home: string, asked: Record<string, string>): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(WATCH);
  const open = async (more: Record<string, string>, ready: string) => {
    await page.goto(`${home}?${new URLSearchParams({ ...asked, ...more })}`);
    await page.locator('[data-blip][tabindex="0"]').waitFor();
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
  };
  const report = async (step: Step) =>
    console.log([name.padEnd(14), await measureStep(page, step)].join(' '));

  await open({}, '[data-row]');
  const perLayout = await countForLayout(page);
  const cosines = (count: number) => String(Math.round(count / perLayout)).padStart(8);
  const measureStep = async (at: Page, { name: words, input, back }: Step): Promise<string> => {
    const times: number[] = [];
    let computed = 0;
    let drawn = 0;
    for (let run = 0; run <= runs; run += 1) {
      times.push(await time(at, input));
      const after = await at.evaluate(() => [window.benchAssess.cosines(), window.benchAssess.newBlips()]);
      computed = Math.max(computed, after[0] ?? 0);
      drawn = Math.max(drawn, after[1] ?? 0);
      if (back !== undefined) await time(at, back);
    }
    const [first = Number.NaN, ...rest] = times;
    return [
      words.padEnd(26),
      first.toFixed(1).padStart(7),
      median(rest).toFixed(1).padStart(7),
      cosines(computed),
      String(drawn).padStart(10),
    ].join(' ');
  };

  const [edition, shown] = await page.evaluate<string[]>(`(() => {
    const { options, value } = document.querySelector('select[aria-label="Edition"]');
    return [[...options].find((option) => option.value !== value).value, value];
  })()`);
  const trend = (await page.locator('[data-blip]').first().getAttribute('data-blip')) ?? '';
  await report({
    name: 'select a trend',
    input: ['click', { to: `[data-blip="${trend}"]` }, "document.querySelector('article h2') !== null"],
    back: [
      'click',
      { to: 'article header button:last-of-type' },
      "document.querySelector('article h2') === null",
    ],
  });
  const to = 'select[aria-label="Edition"]';
  const laidOut = `window.benchAssess.cosines() >= ${perLayout / 4}`;
  await report({
    name: 'step to another edition',
    input: ['choose', { to, value: edition ?? '' }, laidOut],
    back: ['choose', { to, value: shown ?? '' }, laidOut],
  });

  await open({ panel: 'filter' }, 'aside fieldset input');
  const box = { to: 'aside fieldset input:not(:checked)' };
  await report({
    name: 'filter',
    input: ['click', box, FILTERED],
    back: ['click', { to: 'aside fieldset input:checked' }, `!(${FILTERED})`],
  });

  await open({ panel: 'search' }, '[role=combobox]');
  for (const [words, letters] of [
    ['search: a letter', 'm'],
    ['search: a word', 'model'],
    ['search: with an error', 'meassured'],
  ] as const) {
    await report({
      name: words,
      input: ['type', { ...LISTED, value: letters }, OPTIONS],
      back: ['type', { ...LISTED, value: '' }, `!(${OPTIONS})`],
    });
  }
  await page.close();
}

function time(page: Page, input: Step['input']): Promise<number> {
  return page.evaluate(([kind, at, shown]) => window.benchAssess.time(kind, at, shown), input);
}

/** How many cosines one layout of the radar takes: the page is made to compute one by showing or hiding the names. */
async function countForLayout(page: Page): Promise<number> {
  const names = page.getByRole('button', { name: 'Names', exact: true });
  const pressed = (await names.getAttribute('aria-pressed')) === 'true';
  const to = 'header button[aria-pressed]';
  const is = (on: boolean) => `document.querySelector('${to}').getAttribute('aria-pressed') === '${on}'`;
  await time(page, ['click', { to }, is(!pressed)]);
  await time(page, ['click', { to }, is(pressed)]);
  return page.evaluate(() => window.benchAssess.cosines());
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** What the command line gives after a name. */
function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}
