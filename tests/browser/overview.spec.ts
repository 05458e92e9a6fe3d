import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { discs, openRadar, SIZES } from './page.ts';

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`the radar, ${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('shows every trend apart from every other, inside the page, with nothing for axe to find', async ({
        page,
      }) => {
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        await openRadar(page);

        const blips = await discs(page);
        expect(blips).toHaveLength(46);
        const touching = blips.flatMap((one, at) =>
          blips
            .slice(at + 1)
            .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.r + other.r),
        );
        expect(touching).toEqual([]);

        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
        expect(await page.evaluate(() => document.fonts.check('14px "Inter Radar"'))).toBe(true);

        const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(violations).toEqual([]);
        // text over a drawing is the one thing axe cannot judge; the theme's own test does
        expect(incomplete.filter((rule) => rule.id !== 'color-contrast')).toEqual([]);
        expect(complaints).toEqual([]);
      });
    });
  }
}

test.describe('names', () => {
  for (const size of ['large', 'laptop'] as const) {
    test(`stand beside the blips without covering anything, ${size}`, async ({ page }) => {
      await page.setViewportSize(SIZES[size]);
      await openRadar(page);
      const faults = await page.evaluate(() => {
        const box = (element: Element) => element.getBoundingClientRect();
        const blips = [...document.querySelectorAll('[data-blip]')].map((group) => {
          const disc = group.querySelector('[data-disc]');
          // the first text of a blip is its number
          const lines = [...group.querySelectorAll('text')].slice(1).map(box);
          return { id: group.getAttribute('data-blip'), disc: disc && box(disc), lines };
        });
        const chart = box(document.querySelectorAll('svg')[0] as Element);
        // 2 px of a line's box are leading, not letters
        const cut = (a: DOMRect, b: DOMRect) =>
          a.left < b.right - 1 &&
          b.left < a.right - 1 &&
          a.top + 2 < b.bottom - 2 &&
          b.top + 2 < a.bottom - 2;
        const round = (line: DOMRect, disc: DOMRect) => {
          const x = Math.max(line.left, Math.min(disc.left + disc.width / 2, line.right));
          const y = Math.max(line.top + 3, Math.min(disc.top + disc.height / 2, line.bottom - 3));
          return (
            Math.hypot(x - disc.left - disc.width / 2, y - disc.top - disc.height / 2) < disc.width / 2 - 1
          );
        };
        const covering: string[] = [];
        for (const one of blips) {
          for (const other of blips) {
            for (const line of one.lines) {
              if (one.id !== other.id && other.lines.some((entry) => cut(line, entry)))
                covering.push(`${one.id} over the name of ${other.id}`);
              if (other.disc && round(line, other.disc))
                covering.push(`${one.id} over the blip of ${other.id}`);
            }
          }
          for (const line of one.lines) {
            if (
              line.left < chart.left ||
              line.right > chart.right ||
              line.top < chart.top ||
              line.bottom > chart.bottom
            )
              covering.push(`${one.id} outside`);
          }
        }
        return {
          covering,
          named: blips.filter((blip) => blip.lines.length > 0).length,
          most: Math.max(...blips.map((blip) => blip.lines.length)),
        };
      });
      expect(faults.covering).toEqual([]);
      expect(faults.most).toBeLessThanOrEqual(2);
      expect(faults.named).toBe(46);
    });
  }

  test('are off on the phone until asked for', async ({ page }) => {
    await page.setViewportSize(SIZES.phone);
    await openRadar(page);
    const named = () => page.locator('[data-blip] text:nth-of-type(2)').count();
    expect(await named()).toBe(0);
    await page.getByRole('button', { name: 'Names' }).click();
    await expect.poll(named).toBeGreaterThan(10);
    await expect(page).toHaveURL(/names=true/);
  });
});

test('the same data gives the same picture at every load', async ({ page }) => {
  await openRadar(page);
  const first = await discs(page);
  await page.reload();
  await openRadar(page);
  expect(await discs(page)).toEqual(first);
});

test('hovering a blip or its row lights both', async ({ page }) => {
  await openRadar(page);
  const lit = () =>
    page
      .locator('[data-lit]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-blip') ?? one.getAttribute('data-row')));
  await page.locator('[data-blip="gans"] [data-disc]').hover();
  await expect.poll(lit).toEqual(['gans', 'gans']);
  await page.locator('[data-row="pruning"]').hover();
  await expect.poll(lit).toEqual(['pruning', 'pruning']);
  await page.getByRole('button', { name: 'How to read' }).hover();
  await expect.poll(lit).toEqual([]);
});

test('the theme follows the system until it is switched, and the switch is remembered', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openRadar(page);
  expect(await ground()).toBe('rgb(15, 21, 28)');
  await page.getByRole('button', { name: 'Theme: system' }).click();
  expect(await ground()).toBe('rgb(250, 249, 246)');
  await page.reload();
  expect(await ground()).toBe('rgb(250, 249, 246)');
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
});

test('the first load takes at most five requests, all to its own host', async ({ page, baseURL }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await openRadar(page);
  await page.waitForLoadState('networkidle');
  expect(addresses.filter((address) => !address.startsWith(baseURL ?? ''))).toEqual([]);
  expect(addresses.length).toBeLessThanOrEqual(5);
});

test('nothing moves when reduced motion is asked for', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openRadar(page);
  const durations = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map((element) => getComputedStyle(element).transitionDuration),
  );
  expect(new Set(durations)).toEqual(new Set(['0s']));
});

test('how to read it is explained in one click, and Escape gives the focus back', async ({ page }) => {
  await openRadar(page);
  const button = page.getByRole('button', { name: 'How to read' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'How to read this radar' });
  await expect(dialog).toContainText('Three or more verified facts');
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('an explanation that cannot be fetched says so and can be tried again', async ({ page }) => {
  await page.route('**/assets/how-to-read*', (route) => route.abort());
  await openRadar(page);
  await page.getByRole('button', { name: 'How to read' }).click();
  const dialog = page.getByRole('dialog', { name: 'How to read this radar' });
  await expect(dialog.getByRole('alert')).toContainText('The code for the explanation could not be fetched');
  await page.unroute('**/assets/how-to-read*');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toContainText('Three or more verified facts');
});

test('movement names the edition that it is counted from, and that it is retrospective', async ({ page }) => {
  await openRadar(page);
  await expect(page.getByText('since 2024-11 (retrospective)', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'How to read' }).click();
  await expect(page.getByRole('dialog')).toContainText('A retrospective edition was made after its date');
});

test('a tap beside a small blip opens it, a tap on empty ground opens nothing', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await openRadar(page);
  const [target] = (await discs(page)).filter((disc) => disc.id === 'on-device-learning');
  if (target === undefined) throw new Error('no such blip');
  await page.mouse.click(target.x, target.y + 13);
  await expect(page).toHaveURL(/trend=on-device-learning/);
  await page.keyboard.press('Escape');
  await page.mouse.click(6, 320);
  await expect(page).not.toHaveURL(/trend=/);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: SIZES.large });

  test('the radar and its list stand in the page', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('[data-blip]')).toHaveCount(46);
    await expect(page.locator('[data-row]')).toHaveCount(46);
  });
});

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`the application takes over without moving a blip, ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    // hold the code back until the picture in the page has been measured
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/assets/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.locator('#root[data-first] [data-blip]')).toHaveCount(46);
    await page.evaluate(() => document.fonts.load('14px "Inter Radar"').then(() => undefined));
    const first = await discs(page);
    letGo();
    await expect(page.locator('[data-blip][tabindex="0"]')).toBeVisible();
    const final = new Map((await discs(page)).map((disc) => [disc.id, disc]));
    for (const { id, x, y } of first) {
      expect(Math.abs(x - (final.get(id)?.x ?? 0)), id).toBeLessThan(0.5);
      expect(Math.abs(y - (final.get(id)?.y ?? 0)), id).toBeLessThan(0.5);
    }
  });
}
