import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openRadar, radarFile, SIZES, serve } from './page.ts';

const time = (page: Page): Locator => page.getByRole('complementary', { name: 'Time' });
const slider = (page: Page, name: string): Locator => time(page).getByRole('slider', { name });
const running = (page: Page): Promise<number> =>
  page.evaluate(() => document.getAnimations().filter((each) => each.playState === 'running').length);

const EDITIONS = [
  { id: 'first', date: '2020' },
  { id: 'second', date: '2024', retrospective: true },
];
const trend = (id: string, places: Record<string, string>) => ({
  id,
  name: `Trend ${id}`,
  quadrant: 'one',
  placements: Object.entries(places).map(([edition, ring]) => ({ edition, ring })),
});
/** One trend stays, one leaves, one comes. */
const DEPARTING = radarFile([], {
  editions: EDITIONS,
  trends: [
    trend('stays', { first: 'hold', second: 'adopt' }),
    trend('leaves', { first: 'hold' }),
    trend('comes', { second: 'hold' }),
  ],
});

test('the slider over editions changes picture and address by the keyboard, blips travel, Back works', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openRadar(page);
  await page.keyboard.press('y');
  await expect(page).toHaveURL(/panel=time/);
  await expect(slider(page, 'Edition')).toHaveAttribute('aria-valuetext', '2026-11');
  await slider(page, 'Edition').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/edition=2024-11/);
  expect(await running(page)).toBeGreaterThan(3);
  await expect(slider(page, 'Edition')).toBeFocused();
  await expect(slider(page, 'Edition')).toHaveAttribute('aria-valuetext', '2024-11 (retrospective)');
  await expect(time(page).getByRole('status')).toContainText('Edition shown: 2024-11 (retrospective)');
  await expect(page.locator('[data-chart]')).toContainText(
    /Retrospective.*judged by what was public by then/,
  );
  await page.goBack();
  await expect(page).not.toHaveURL(/edition=/);
  await expect(slider(page, 'Edition')).toHaveAttribute('aria-valuetext', '2026-11');
  await expect(page.locator('[data-chart]')).not.toContainText('Retrospective');
});

test('the slider over dates shows the edition of the date, what was known by then, and what became public', async ({
  page,
}) => {
  await openRadar(page);
  await page.getByRole('button', { name: 'Time', exact: true }).click();
  const before = await time(page).getByRole('status').textContent();
  await slider(page, 'Date').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/asof=2026-\d\d/);
  await expect(page).toHaveURL(/edition=2024-11/);
  await expect(page.locator('[data-chart]')).toContainText(/As of \w+ 2026/);
  expect(await time(page).getByRole('status').textContent()).not.toBe(before);
  await expect(
    time(page)
      .getByRole('region', { name: /^Public in/ })
      .getByRole('listitem'),
  ).not.toHaveCount(0);
  await page.keyboard.press('End');
  await expect(slider(page, 'Edition')).toHaveAttribute('aria-valuetext', '2026-11');
});

test('blips wear the strength of the date where it is another, and a link restores it', async ({ page }) => {
  await openRadar(page, '?panel=time&edition=2024-11&asof=2021-06');
  await expect(page.locator('[data-chart] [data-known]').first()).toBeVisible();
  const shifts = time(page).getByRole('region', { name: 'Strength by Jun 2021' });
  await expect(shifts.getByRole('listitem')).toHaveCount(
    await page.locator('[data-chart] [data-known]').count(),
  );
  await expect(time(page)).toContainText('Jun 2021 lies before the first edition');
  await time(page).getByRole('button', { name: 'Back to the edition’s own date' }).click();
  await expect(page).not.toHaveURL(/asof=/);
  await expect(page.locator('[data-chart] [data-known]')).toHaveCount(0);
});

test('a date that is none in the address is passed over', async ({ page }) => {
  await openRadar(page, '?panel=time&asof=yesterday');
  await expect(slider(page, 'Edition')).toHaveAttribute('aria-valuetext', '2026-11');
  await expect(page.locator('[data-chart] [data-known]')).toHaveCount(0);
});

test('what left stands as a ghost, which the edition before has not', async ({ page }) => {
  await serve(page, 'departing.radar.json', DEPARTING);
  await openRadar(page, '?radar=departing.radar.json&panel=time');
  await expect(page.locator('[data-ghost="leaves"]')).toBeVisible();
  await expect(time(page)).toContainText('Left since first: Trend leaves.');
  await slider(page, 'Edition').press('ArrowLeft');
  await expect(page.locator('[data-blip="leaves"]')).toBeVisible();
  await expect(page.locator('[data-ghost]')).toHaveCount(0);
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`the panel fits, and gives axe nothing to find, ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await openRadar(page, '?panel=time&edition=2024-11&asof=2023-06');
    await expect(slider(page, 'Date')).toBeVisible();
    expect(await time(page).evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations).toEqual([]);
  });
}
