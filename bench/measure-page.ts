import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from '@playwright/test';

/** What is loaded and shown in one run. */
export interface Subject {
  /** Address of the page, with `?radar=` for another radar. */
  address: string;
  blips: number;
  /** How many times slower the processor is made. */
  slowdown: number;
}

/** One cold load. Times in ms, sizes in bytes after gzip. */
export interface Measurement {
  requests: number;
  bytes: Readonly<Record<Kind, number>>;
  /** Since the navigation began: all blips are painted, and stay where they are. */
  still: number;
  longestTask: number;
  /** Sum of what each task takes beyond 50 ms. */
  blocking: number;
  hover: number;
  click: number;
}

type Kind = 'html' | 'js' | 'css' | 'font' | 'data' | 'other';

const WATCH = readFileSync(new URL('watch-page.js', import.meta.url), 'utf8');

/** Loads a page with an empty cache, points at a blip and opens it. */
export async function measurePage(browser: Browser, subject: Subject): Promise<Measurement> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    const page = await context.newPage();
    // A processor is slowed for a page that is there already, so a blank one of the same origin comes first.
    await page.goto(new URL('bench/blank.html', subject.address).href);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: subject.slowdown });
    const responses: Response[] = [];
    let requests = 0;
    page.on('request', () => {
      requests += 1;
    });
    page.on('response', (response) => responses.push(response));
    await page.addInitScript(`window.benchCount = ${subject.blips};\n${WATCH}`);
    await page.goto(subject.address);
    const still = await page.evaluate<number>('window.bench.still');
    const loaded = { requests, bytes: await sumBytes(responses) };
    const tasks = await page.evaluate<number[]>('window.bench.longTasks()');
    return {
      ...loaded,
      still,
      longestTask: Math.max(0, ...tasks),
      blocking: tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
      ...(await measureUse(page)),
    };
  } finally {
    await context.close();
  }
}

/** Points at a blip in the middle of their order, waits as long as a reader would, and clicks. */
async function measureUse(page: Page): Promise<{ hover: number; click: number }> {
  // The picture that stands in the page from the start answers once the application has taken its place.
  await page.locator('[data-blip][tabindex="0"]').waitFor();
  const discs = page.locator('[data-blip] [data-disc]');
  const box = await discs.nth(Math.floor((await discs.count()) / 2)).boundingBox();
  if (box === null) throw new Error('the picture has no blip to point at');
  const { x, y } = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(2, 2);
  const hover = await timed(page, 'pointerover', '[data-blip][data-lit]', () => page.mouse.move(x, y));
  await page.waitForTimeout(300);
  const click = await timed(page, 'click', 'article #evidence', () => page.mouse.click(x, y));
  return { hover, click };
}

async function timed(page: Page, event: string, selector: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`window.bench.next = window.bench.untilSeen('${event}', '${selector}'); 0`);
  await act();
  return page.evaluate<number>('window.bench.next');
}

async function sumBytes(responses: readonly Response[]): Promise<Record<Kind, number>> {
  const sums: Record<Kind, number> = { html: 0, js: 0, css: 0, font: 0, data: 0, other: 0 };
  for (const response of responses) {
    const kind = kindOf(response);
    const body = await response.body();
    sums[kind] += kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length;
  }
  return sums;
}

function kindOf(response: Response): Kind {
  const type = response.headers()['content-type'] ?? '';
  if (type.includes('html')) return 'html';
  if (type.includes('javascript')) return 'js';
  if (type.includes('css')) return 'css';
  if (type.includes('font')) return 'font';
  return type.includes('json') ? 'data' : 'other';
}
