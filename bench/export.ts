/**
 * `npm run bench:export`: how long a snapshot of the built page's radar takes, from the click to the file, how long the
 * page does not answer meanwhile, and how large the file is. Medians of several runs after a first one, which loads
 * the code; `--runs 1` for a quick look.
 */
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';

/** What is exported: the bare chart, as other tools do, and the page with everything on it. */
const SUBJECTS = [
  ['Chart', 1920, 1080],
  ['With numbered lists', 1920, 1080],
  ['With numbered lists', 3840, 2160],
  ['With numbered lists', 8192, 4608],
] as const;

const WATCH = readFileSync(new URL('watch-export.js', import.meta.url), 'utf8');

const at = process.argv.indexOf('--runs');
const runs = at === -1 ? 5 : Number(process.argv[at + 1]);
const executablePath = findBrowser();
if (executablePath === null)
  throw new Error('No Chromium was found. Install one, or name it in CHROMIUM_PATH.');

const server = await preview({ preview: { port: 4189, strictPort: true }, logLevel: 'warn' });
const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto('http://localhost:4189/');
  await page.locator('[data-blip][tabindex="0"]').waitFor();
  await page.evaluate(WATCH);
  await page.keyboard.press('e');
  await page.getByLabel('Size').selectOption('Custom');
  console.log('PNG of the whole radar with its data in it; times in ms, the gap a median, too');
  console.log('contents             size          first  median  longest gap      bytes');
  for (const [contents, width, height] of SUBJECTS) {
    await page.getByRole('radio', { name: contents, exact: true }).check();
    await page.getByLabel('Width, px').fill(String(width));
    await page.getByLabel('Height, px').fill(String(height));
    await page.getByText(`${width} × ${height} px`, { exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    const results = [];
    for (let run = 0; run <= runs; run += 1) results.push(await measureSave(page));
    const [first, ...rest] = results;
    const row = [
      contents.padEnd(20),
      `${width}x${height}`.padEnd(12),
      String(Math.round(first?.time ?? 0)).padStart(6),
      String(median(rest.map((result) => result.time))).padStart(7),
      String(median(rest.map((result) => result.gap))).padStart(12),
      String(first?.bytes ?? 0).padStart(10),
    ];
    console.log(row.join(' '));
  }
} finally {
  await browser.close();
  await server.close();
}

/** One save, by the clock of the page: from the click until the file is offered. */
async function measureSave(page: Page): Promise<{ time: number; gap: number; bytes: number }> {
  const download = page.waitForEvent('download');
  const { time, gap } = await page.evaluate<{ time: number; gap: number }>('window.benchExport.save()');
  const { size } = await stat(await (await download).path());
  return { time, gap, bytes: size };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[sorted.length >> 1] ?? Number.NaN);
}
