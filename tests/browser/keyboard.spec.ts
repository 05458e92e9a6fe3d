import { expect, test } from '@playwright/test';
import { blip, openRadar, panel, row } from './page.ts';

const focused = (page: import('@playwright/test').Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-blip') ?? null);

test('the chart is one tab stop, arrows move in it, Enter opens, Escape returns', async ({ page }) => {
  await openRadar(page);
  await page.getByRole('button', { name: /^Theme/ }).focus();
  await page.keyboard.press('Tab');
  const first = await focused(page);
  expect(first).not.toBeNull();
  await page.keyboard.press('ArrowRight');
  const second = await focused(page);
  expect(second).not.toBeNull();
  expect(second).not.toBe(first);
  const [from, to] = [
    await blip(page, first ?? '')
      .locator('[data-disc]')
      .boundingBox(),
    await blip(page, second ?? '')
      .locator('[data-disc]')
      .boundingBox(),
  ];
  expect(to?.x).toBeGreaterThan(from?.x ?? 0);

  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`trend=${second}$`));
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  expect(await focused(page)).toBe(second);

  // on to the ways of looking at the list, then to the list itself
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBeNull();
  const tools = ['Search', 'Filter', 'Fit for us', 'Table', 'Time', 'What changed', 'Edit', 'Workshop'];
  for (const name of [...tools, 'Architectures alone in the chart']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
    await page.keyboard.press('Tab');
  }
  await expect(page.locator('[data-row]').first()).toBeFocused();
  for (let step = 0; step <= tools.length + 1; step += 1) await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe(second);
});

test('Home and Page Down reach every blip in the order of the numbers', async ({ page }) => {
  await openRadar(page);
  await page.locator('[data-blip][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const seen: (string | null)[] = [await focused(page)];
  for (let at = 1; at < 46; at++) {
    await page.keyboard.press('PageDown');
    seen.push(await focused(page));
  }
  const listed = await page
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-row')));
  expect(seen).toEqual(listed);
  await page.keyboard.press('PageUp');
  expect(await focused(page)).toBe(listed[44]);
  await page.keyboard.press('End');
  expect(await focused(page)).toBe(listed[45]);
});

test('arrow keys alone lead from any blip to any other', async ({ page }) => {
  // some five hundred steps
  test.slow();
  await openRadar(page);
  await page.locator('[data-blip][tabindex="0"]').focus();
  // follow each arrow from each blip once, as a reader would wander
  const start = (await focused(page)) ?? '';
  const seen = new Set([start]);
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      await blip(page, id).focus();
      await page.keyboard.press(key);
      const next = await focused(page);
      if (next !== null && !seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  expect(seen.size).toBe(46);
});

test('a row opens by Enter and gets the focus back', async ({ page }) => {
  await openRadar(page);
  await row(page, 'pruning').focus();
  await expect(page.locator('[data-blip="pruning"][data-lit]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(panel(page).getByRole('heading', { level: 2 })).not.toContainText('Pruning');
  await page.keyboard.press('ArrowLeft');
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('Pruning');
  await page.keyboard.press('Escape');
  await expect(row(page, 'pruning')).toBeFocused();
});

test('a reader hears name, number, quadrant, ring, movement and strength of each blip and row', async ({
  page,
}) => {
  await openRadar(page);
  const chart = page.getByRole('group', { name: /^Radar of 46 trends/ });
  await expect(chart.getByRole('button')).toHaveCount(46);
  const words =
    /^.+, number \d+, (Architectures|Training|Deployment|Governance), (Adopt|Trial|Assess), (new|moved in|moved out|no change), (strong|moderate|thin) evidence(, ring not earned)?$/;
  for (const label of await chart
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))) {
    expect(label).toMatch(words);
  }
  await expect(
    page.getByRole('region', { name: 'All trends' }).getByRole('link', { name: words }),
  ).toHaveCount(46);
});

test('keys that are typed into a field run no commands', async ({ page }) => {
  await openRadar(page, '?panel=filter');
  const filter = page.getByRole('complementary', { name: 'Filter' });
  await filter.locator('summary').first().click();
  const field = filter.getByRole('searchbox').first();
  await field.pressSequentially('to 2');
  await expect(field).toHaveValue('to 2');
  await expect(page).toHaveURL(/panel=filter$/);
});

test('single keys can be switched off, and stay off', async ({ page }) => {
  await openRadar(page);
  await page.getByRole('button', { name: 'How to read' }).click();
  await page.getByRole('checkbox', { name: 'Letters, digits and signs run commands' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await openRadar(page);
  await page.keyboard.press('2');
  await page.keyboard.press('f');
  // with a modifier it is no single key
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /Find/ })).toBeFocused();
  expect(page.url()).not.toMatch(/quadrant|filter/);
});
