import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { radarFile, SIZES, serve } from './page.ts';
import { begin, openStart, press, stage, write } from './workshop-page.ts';

/** What axe finds in the page as it is: all of it in light, and the contrasts in dark, where only colours differ. */
async function check(page: Page, view: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({
        resultTypes: ['violations'],
        ...(colorScheme === 'dark' && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
      })
      .setLegacyMode()
      .analyze();
    expect(violations, `${view}, ${colorScheme}`).toEqual([]);
  }
}

for (const [name, size] of Object.entries(SIZES)) {
  test(`start, stage in every view, list and result give axe nothing to find, ${name}`, async ({ page }) => {
    test.slow();
    await begin(page);
    await page.setViewportSize(size);
    await press(page, 'Shift+Digit1', 'Shift+Digit2', 'r', '2');
    await write(page, /^Reason for/, 'Too dear');
    await press(page, 'n');
    await write(page, /^Note on/, 'Ask again');
    await check(page, 'split');
    await press(page, 'v');
    await check(page, 'stage');
    await press(page, 'v');
    await check(page, 'radar');
    await press(page, 'v', 'e');
    await check(page, 'evidence');
    await press(page, '?');
    await check(page, 'help');
    await press(page, 'g');
    await check(page, 'queue');
    await press(page, 'Escape', 'w');
    await check(page, 'reason');
    await press(page, 'Escape', 'ArrowRight', 'b');
    await check(page, 'ballot');
    await press(page, 'Escape', 't', 'Escape', 's');
    await page.getByRole('button', { name: 'Publish as a new edition' }).click();
    await check(page, 'result');
    await page.getByRole('button', { name: 'Back to the stage' }).click();
    await press(page, 'Escape', 'r');
    await expect(page.getByRole('button', { name: /^Resume/ })).toBeVisible();
    await check(page, 'start and list');
  });
}

test('at 720p all text of the stage but keys and the radar’s is 16 px or more, and nothing is cut off', async ({
  page,
}) => {
  await begin(page);
  await press(page, 'Shift+Digit1', 'r', '2');
  await write(page, /^Reason for/, 'Too dear');
  for (const _ of ['split', 'stage', 'radar']) {
    const small = await stage(page).evaluate((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const { parentElement: element, textContent: text } = walker.currentNode;
        if (!element || !text?.trim() || element.closest('svg, [aria-hidden]')) continue;
        if (Number.parseFloat(getComputedStyle(element).fontSize) < 16) found.push(text);
      }
      return found;
    });
    expect(small).toEqual([]);
    expect(await stage(page).evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0);
    await press(page, 'v');
  }
});

for (const rings of [1, 4, 6]) {
  test(`a radar of ${rings} rings without evidence goes on the stage and fits it`, async ({ page }) => {
    const ids = ['adopt', 'trial', 'assess', 'hold', 'observe', 'drop'].slice(0, rings);
    const trends = Array.from({ length: 24 }, (_, at) => ({
      id: `t${at}`,
      name: `Technology ${at}`,
      quadrant: ['one', 'two', 'three'][at % 3] ?? 'one',
      ring: ids[Math.floor(at / 3) % rings] ?? 'adopt',
    }));
    const description = 'What a team has to show before something may stand here.';
    await serve(
      page,
      'other.json',
      radarFile(trends, { rings: ids.map((id) => ({ id, name: id, description })) }),
    );
    await openStart(page, '?radar=other.json');
    await press(page, 'Enter');
    await expect(stage(page)).toContainText('1 of 24');
    await expect(stage(page)).toContainText('No evidence recorded.');
    await press(page, `Digit${rings}`);
    await write(page, /^Reason for/, 'As a test');
    await expect(stage(page)).toContainText('As a test.');
    const inside = await stage(page).evaluate((root) => {
      const bottom = root.getBoundingClientRect().bottom;
      return [...root.querySelectorAll('section, nav, li')].every(
        (each) => each.getBoundingClientRect().bottom <= bottom + 1,
      );
    });
    expect(inside).toBe(true);
  });
}
