import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { blip, discs, openRadar, panel, radarFile, row, SIZES, serve } from './page.ts';

const title = (page: Page, quadrant: string) => page.locator(`[data-title="${quadrant}"]`);
const opener = (page: Page, quadrant: string) =>
  page.getByRole('button', { name: `${quadrant} alone in the chart` });
const whole = (page: Page) => page.getByRole('button', { name: 'Whole radar' });

/** Where a blip stands `at` ms into the picture's movement, which has been stopped. */
async function placeOf(page: Page, id: string, at: number) {
  await page.evaluate((time) => {
    for (const animation of document.querySelector('[data-chart] svg')?.getAnimations() ?? []) {
      animation.currentTime = time;
    }
  }, at);
  const box = await blip(page, id).locator('[data-disc]').boundingBox();
  if (box === null) throw new Error('no such blip');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a click on a title fills the chart with that quadrant, and Back returns', async ({ page }) => {
  await openRadar(page);
  const before = await discs(page);
  await title(page, 'training').click();
  await expect(page).toHaveURL(/\?quadrant=training$/);
  await expect(page.locator('[data-blip]')).toHaveCount(10);
  await page.waitForFunction(() => document.querySelector('[data-chart] svg')?.getAnimations().length === 0);
  const alone = await discs(page);
  const largest = Math.max(...before.map((disc) => disc.r));
  for (const disc of alone) expect(disc.r).toBeGreaterThan(largest);
  // the same order and neighbourhood: both pictures differ by a scale and a shift only
  const [a, b] = [alone[0], alone[1]].map((disc) => [disc, before.find((one) => one.id === disc?.id)]);
  const [a1, a0, b1, b0] = [a?.[0], a?.[1], b?.[0], b?.[1]];
  if (!a1 || !a0 || !b1 || !b0) throw new Error('two blips in both pictures');
  const scale = (b1.x - a1.x) / (b0.x - a0.x);
  for (const disc of alone) {
    const old = before.find((one) => one.id === disc.id);
    expect(disc.x - a1.x).toBeCloseTo(((old?.x ?? 0) - a0.x) * scale, 0);
    expect(disc.y - a1.y).toBeCloseTo(((old?.y ?? 0) - a0.y) * scale, 0);
  }
  await page.goBack();
  await expect(page.locator('[data-blip]')).toHaveCount(46);
  await page.goForward();
  await expect(opener(page, 'Training')).toHaveAttribute('aria-pressed', 'true');
  await title(page, 'training').click();
  await expect(page.locator('[data-blip]')).toHaveCount(46);
});

test('keys and the list open and leave a quadrant; Escape closes an open trend first', async ({ page }) => {
  await openRadar(page);
  await page.keyboard.press('3');
  await expect(page).toHaveURL(/\?quadrant=deployment$/);
  await expect(page.locator('[data-blip]')).toHaveCount(12);
  await expect(page.getByRole('group', { name: /^Deployment, 12 trends\./ })).toBeVisible();
  await row(page, 'quantization').click();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(page).toHaveURL(/\?quadrant=deployment$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-blip]')).toHaveCount(46);

  await opener(page, 'Governance').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-blip]')).toHaveCount(14);
  await page.keyboard.press('0');
  await expect(page.locator('[data-blip]')).toHaveCount(46);
  await page.keyboard.press('1');
  await whole(page).click();
  await expect(page.locator('[data-blip]')).toHaveCount(46);
});

test('a trend of another quadrant brings its own quadrant', async ({ page }) => {
  await openRadar(page, '?quadrant=training');
  await row(page, 'gans').click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('GANs');
  await expect(blip(page, 'gans')).toBeVisible();
  await expect(opener(page, 'Architectures')).toHaveAttribute('aria-pressed', 'true');
});

test('the way there can be turned round at any moment, without a jump', async ({ page }) => {
  await page.addInitScript(() => {
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...how) {
      const animation = animate.apply(this, how);
      animation.pause();
      return animation;
    };
  });
  await openRadar(page);
  await page.keyboard.press('1');
  await expect(page.locator('[data-blip]')).toHaveCount(10);
  const still = await placeOf(page, 'transformers', 0);
  const half = await placeOf(page, 'transformers', 80);
  await page.keyboard.press('0');
  await expect(page.locator('[data-blip]')).toHaveCount(46);
  const turned = await placeOf(page, 'transformers', 0);
  expect(Math.hypot(half.x - still.x, half.y - still.y)).toBeGreaterThan(20);
  expect(Math.hypot(turned.x - half.x, turned.y - half.y)).toBeLessThan(2);
});

test('nothing glides where reduced motion is asked for', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openRadar(page);
  await page.keyboard.press('2');
  await expect(page.locator('[data-blip]')).toHaveCount(10);
  expect(await page.evaluate(() => document.querySelector('[data-chart] svg')?.getAnimations().length)).toBe(
    0,
  );
});

test('a quadrant that is not there is named, and all are shown', async ({ page }) => {
  await openRadar(page, '?quadrant=marketing');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('There is no quadrant “marketing” in this radar');
  await expect(page.locator('[data-blip]')).toHaveCount(46);
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(alert).toBeHidden();
});

test('a cell too full for its blips says how many it holds and opens as its quadrant', async ({ page }) => {
  const trends = Array.from({ length: 700 }, (_, at) => ({
    id: `t${at}`,
    name: `Trend ${at}`,
    quadrant: at < 20 ? 'two' : 'one',
    ring: 'adopt',
  }));
  await serve(page, 'full.radar.json', radarFile(trends));
  await page.setViewportSize(SIZES.phone);
  await openRadar(page, '?radar=full.radar.json');
  await expect(page.locator('[data-blip]')).toHaveCount(20);
  await expect(page.locator('[data-crowd]')).toHaveText(/\+680$/);
  await page.locator('[data-crowd] text').click();
  await expect(page.locator('[data-blip]')).toHaveCount(680);
});

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`a quadrant alone gives axe nothing to find, ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openRadar(page, '?quadrant=governance');
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });
}
