import { expect, type Page, test } from '@playwright/test';
import { openRadar, panel, radarFile, row, SIZES, serve } from './page.ts';

const A4 = { width: 794, height: 1123 };

/** How many pages the page takes on paper. */
async function countPages(page: Page, options: Parameters<Page['pdf']>[0] = {}): Promise<number> {
  const file = await page.pdf({ format: 'A4', printBackground: true, ...options });
  return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Shows the page as it comes to stand on paper: the chart, the legend and the lists from the top down. */
async function showPrint(page: Page, paper = A4): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
}

const legend = (page: Page) => page.locator('dl', { hasText: 'strong evidence' });

const SCREENS = [
  { size: 'large', query: '' },
  { size: 'laptop', query: '?quadrant=training' },
  { size: 'phone', query: '?trend=transformers' },
] as const;

for (const { size, query } of SCREENS) {
  test(`prints a poster and a page for each quadrant, ${size}, ${query || 'plain'}`, async ({ page }) => {
    await page.setViewportSize(SIZES[size]);
    await openRadar(page, query);
    for (const format of ['A4', 'Letter'] as const) {
      for (const landscape of [false, true]) {
        expect(await countPages(page, { format, landscape }), `${format}, ${landscape}`).toBe(5);
      }
    }
  });
}

test('a long list of a quadrant flows on to further pages, its rows whole', async ({ page }) => {
  const trends = Array.from({ length: 100 }, (_, at) => ({
    id: `trend-${at}`,
    name: `Trend ${at}`,
    quadrant: 'two',
    ring: 'adopt',
  }));
  await serve(page, 'long.json', radarFile(trends));
  await openRadar(page, '?radar=long.json');
  // a hundred rows of 25 px on pages of 1032 px, between the two empty quadrants
  expect(await countPages(page)).toBe(1 + 1 + 3 + 1);
  await showPrint(page);
  await expect(row(page, 'trend-99').locator('xpath=..')).toHaveCSS('break-inside', 'avoid');
});

for (const paper of [A4, { width: A4.height, height: A4.width }]) {
  test(`the poster has title, facts, chart and legend one below the other, ${paper.width} wide`, async ({
    page,
  }) => {
    await openRadar(page);
    await showPrint(page, paper);
    await expect(page.getByText('Deep Learning Trend Radar', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('46 trends').first()).toBeVisible();
    await expect(legend(page)).toBeVisible();

    const header = await page.getByRole('banner').boundingBox();
    const chart = await page.locator('[data-chart] svg').boundingBox();
    const marks = await legend(page).locator('xpath=..').boundingBox();
    if (header === null || chart === null || marks === null)
      throw new Error('a part of the poster is missing');
    expect(chart.y).toBeGreaterThanOrEqual(header.y + header.height);
    expect(marks.y).toBeGreaterThanOrEqual(chart.y + chart.height - 1);
    expect(marks.y + marks.height).toBeLessThanOrEqual(paper.height);
    expect(chart.width).toBeGreaterThan(paper.width - 20);
    // what hangs out of the page is cut off
    const marked = await page
      .locator('section svg')
      .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().x));
    expect(Math.min(...marked)).toBeGreaterThanOrEqual(0);
    expect(chart.height).toBeGreaterThan(paper.height - 100);
  });
}

test('the lists have every name, and no control shows beside the names of the quadrants', async ({
  page,
}) => {
  await openRadar(page, '?trend=transformers');
  await expect(panel(page)).toBeVisible();
  await showPrint(page);
  await expect(panel(page)).toBeHidden();
  await expect(page.locator('[data-row]')).toHaveCount(46);
  for (const name of await page.locator('[data-row]').all()) await expect(name).toBeVisible();
  await expect(page.locator('button:visible')).toHaveText(
    ['Architectures', 'Training', 'Deployment', 'Governance'].map((name) => new RegExp(name)),
  );
  for (const title of await page.locator('button:visible').all()) {
    await expect(title).toHaveCSS('border-top-width', '0px');
    await expect(title).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  }
  // the open trend dims the others on the screen only
  const opacities = await page
    .locator('[data-blip]')
    .evaluateAll((blips) => blips.map((element) => getComputedStyle(element).opacity));
  expect(new Set(opacities)).toEqual(new Set(['1']));
});

test('a dialog stays behind', async ({ page }) => {
  await openRadar(page);
  await page.getByRole('button', { name: 'How to read' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await countPages(page)).toBe(5);
  await showPrint(page);
  await expect(page.locator('dialog[open]')).toBeHidden();
  await expect(row(page, 'transformers')).toBeVisible();
});

test('paper is light in the dark theme, too, whoever asked for it', async ({ page }) => {
  const colours = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [style.backgroundColor, style.color, style.colorScheme];
    });
  const white = ['rgb(255, 255, 255)', 'rgb(23, 32, 42)', 'light'];
  await page.emulateMedia({ colorScheme: 'dark' });
  await openRadar(page);
  expect(await colours()).toEqual(['rgb(15, 21, 28)', 'rgb(234, 240, 246)', 'dark']);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await colours()).toEqual(white);

  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  const theme = page.getByRole('button', { name: 'Theme' });
  await theme.click();
  await theme.click();
  await expect(theme).toHaveText('Theme: dark');
  expect(await colours()).toEqual(['rgb(15, 21, 28)', 'rgb(234, 240, 246)', 'dark']);
  await page.emulateMedia({ media: 'print' });
  expect(await colours()).toEqual(white);
});
