import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { generateRadar } from '../layout/generate-radar.ts';
import { discs, openRadar, panel, radarFile, row, serve } from './page.ts';

const LEAST = radarFile([
  { id: 'a', name: 'Alpha', quadrant: 'one', ring: 'adopt' },
  { id: 'b', name: 'Beta', quadrant: 'three', ring: 'hold' },
]);

test('?radar= shows another radar in place of the built-in one', async ({ page }) => {
  await serve(page, 'mine.radar.json', LEAST);
  await openRadar(page, '?radar=mine.radar.json');
  await expect(page.locator('[data-blip]')).toHaveCount(2);
  await expect(page.getByText('Another radar').first()).toBeVisible();
  await row(page, 'a').click();
  await expect(panel(page)).toContainText('No evidence recorded');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Built-in radar' }).click();
  await expect(page.locator('[data-blip]')).toHaveCount(46);
});

test('the built-in radar can be loaded as a file and looks the same', async ({ page }) => {
  await openRadar(page);
  const builtIn = await discs(page);
  await openRadar(page, '?radar=data/radar.json');
  expect(await discs(page)).toEqual(builtIn);
  await row(page, 'gans').click();
  await expect(panel(page).getByRole('region', { name: /^Evidence/ })).toBeVisible();
});

test('an invalid file lists each fault with line and cure, and can be tried again', async ({ page }) => {
  await serve(
    page,
    'mine.radar.json',
    radarFile([{ id: 'a', name: 'Alpha', quadrant: 'nine', ring: 'adpot' }]),
  );
  await page.goto('./?radar=mine.radar.json');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('not a valid radar');
  await expect(alert).toContainText(/mine\.radar\.json:1:\d+: error: .*nine/);
  await expect(alert).toContainText(/adpot/);
  await page.unroute('**/mine.radar.json');
  await serve(page, 'mine.radar.json', LEAST);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-blip]')).toHaveCount(2);
});

test('a file that is not there, or not JSON, is answered in words', async ({ page }) => {
  await serve(page, 'gone.json', 'no', 404);
  await page.goto('./?radar=gone.json');
  await expect(page.getByRole('alert')).toContainText('The server answered 404');
  await expect(page.getByRole('link', { name: 'Show the built-in radar' })).toBeVisible();
  await serve(page, 'page.json', '<!doctype html>');
  await page.goto('./?radar=page.json');
  await expect(page.getByRole('alert')).toContainText('This is an HTML page, not the data of a radar');
});

test('only paths and https addresses are loaded', async ({ page }) => {
  for (const address of ['http://example.org/x.json', 'data:application/json,{}', 'file:///etc/passwd']) {
    await page.goto(`./?radar=${encodeURIComponent(address)}`);
    await expect(page.getByRole('alert')).toContainText('cannot be loaded over');
  }
});

test('texts of a file are texts, never markup or code', async ({ page }) => {
  const nasty = '<img src=x onerror="window.broken=1">';
  await serve(
    page,
    'mine.radar.json',
    radarFile([{ id: 'a', name: nasty.slice(0, 32), quadrant: 'one', ring: 'adopt', summary: nasty }], {
      title: `<script>window.broken=1</script>`,
    }),
  );
  await openRadar(page, '?radar=mine.radar.json&trend=a');
  await expect(panel(page)).toContainText(nasty);
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  await serve(
    page,
    'link.radar.json',
    radarFile([
      {
        id: 'a',
        name: 'A',
        quadrant: 'one',
        ring: 'adopt',
        tooling: [{ name: 'T', url: 'javascript:alert(1)' }],
      },
    ]),
  );
  await page.goto('./?radar=link.radar.json');
  await expect(page.getByRole('alert')).toContainText('https://');
});

test('a radar without trends is an empty radar, not an error', async ({ page }) => {
  await serve(page, 'mine.radar.json', radarFile([]));
  await page.goto('./?radar=mine.radar.json');
  await expect(page.getByText('This radar has no trends yet.')).toBeVisible();
});

test('a thousand trends are all drawn, none over another', async ({ page }) => {
  const trends = Array.from({ length: 1000 }, (_, at) => ({
    id: `t${at}`,
    name: `Trend ${at}`,
    quadrant: ['one', 'two', 'three'][(at * 7) % 3] ?? 'one',
    ring: at % 5 < 2 ? 'adopt' : 'hold',
  }));
  await serve(page, 'big.radar.json', radarFile(trends));
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openRadar(page, '?radar=big.radar.json');
  const blips = await discs(page);
  expect(blips).toHaveLength(1000);
  const touching = blips.flatMap((one, at) =>
    blips
      .slice(at + 1)
      .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.r + other.r - 0.05),
  );
  expect(touching).toEqual([]);
  expect(Math.min(...blips.map((one) => 2 * one.r))).toBeGreaterThanOrEqual(11);
});

/** The radars that are laid out in both: the built-in one, and some with other rings, cells and counts. */
const LAID_OUT = [
  null,
  ...[
    { seed: 1, quadrants: 4, rings: 3, trends: 60, skew: 1 },
    { seed: 2, quadrants: 5, rings: 4, trends: 100, skew: 2 },
    { seed: 3, quadrants: 2, rings: 8, trends: 400, skew: 1 },
  ].map(({ seed, quadrants, rings, trends, skew }) => generateRadar(seed, quadrants, rings, trends, skew)),
];

test('the command line lays radars out as the page does', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const made of LAID_OUT) {
    const file = made ? test.info().outputPath('generated.radar.json') : 'dist/data/radar.json';
    if (made) {
      const text = radarFile(
        made.blips.map(({ marked: _, ...trend }, at) => ({
          ...trend,
          name: `${at} ${trend.name}`.slice(0, 32).trim(),
        })),
        {
          quadrants: made.quadrants.map((id) => ({ id, name: id })),
          rings: made.rings.map((id) => ({ id, name: id })),
        },
      );
      writeFileSync(file, text);
      await page.unroute('**/generated.radar.json');
      await serve(page, 'generated.radar.json', text);
    }
    const printed = execFileSync('npx', ['tsx', 'src/cli/main.ts', 'layout', file], { encoding: 'utf8' });
    const { blips } = JSON.parse(printed) as {
      blips: { id: string; x: number; y: number; name: { lines: string[] } | null }[];
    };
    await openRadar(page, made ? '?radar=generated.radar.json' : '');
    const drawn = await page.locator('[data-blip]').evaluateAll((groups) =>
      groups.map((group) => ({
        id: group.getAttribute('data-blip'),
        x: Number(group.querySelector('[data-disc]')?.getAttribute('cx')),
        y: Number(group.querySelector('[data-disc]')?.getAttribute('cy')),
        lines: [...group.querySelectorAll('text')].slice(1).map((line) => line.textContent),
      })),
    );
    const sorted = <T extends { id: string | null }>(list: T[]) =>
      list.sort((a, b) => String(a.id).localeCompare(String(b.id)));
    expect(sorted(drawn)).toEqual(
      sorted(blips.map(({ id, x, y, name }) => ({ id, x, y, lines: name?.lines ?? [] }))),
    );
  }
});

test('the built-in radar does not flash while another one is loading', async ({ page }) => {
  await page.route('**/assets/*.js', () => {
    // never answered: the page stays as it is before any code has run
  });
  await page.goto('./?radar=mine.radar.json', { waitUntil: 'commit' });
  await expect(page.locator('[data-blip]')).toHaveCount(46);
  await expect(page.locator('[data-blip]').first()).toBeHidden();
});
