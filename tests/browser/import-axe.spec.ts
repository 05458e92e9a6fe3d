import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { blips, drag, editor, library, merging, openLibrary, review } from './give-files.ts';
import { openRadar, radarFile, SIZES, serve } from './page.ts';

const SHEET = [
  'name,ring,quadrant,isNew,description',
  'Vite,Adopt,Tools,TRUE,"<b>Fast</b><script>x</script>"',
  'Rust,Hold,Languages,FALSE,Safe',
  'Go,Stop,Languages,FALSE,',
  ',Adopt,Tools,FALSE,',
  `${'A name that goes on '.repeat(4)},Trial,Tools,FALSE,`,
].join('\n');
const alpha = { id: 'a', name: 'Alpha', quadrant: 'one', ring: 'adopt' };
const MINE = radarFile([alpha]);
const THEIRS = radarFile([{ ...alpha, ring: 'hold' }], { title: 'Theirs' });

/** What a machine finds in a part of the page, at each size. There are no frames, so axe needs no page of its own. */
async function check(page: Page, part: string): Promise<void> {
  for (const size of Object.values(SIZES)) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(found, `${part} ${size.width}`).toEqual([]);
    const overflow = await page
      .locator(part)
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow, `${part} ${size.width} is not wider than it shows`).toBeLessThanOrEqual(0);
  }
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`the ways in and out leave nothing for axe to find at any size, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await serve(page, 'mine.json', MINE);
    await openRadar(page, '?radar=mine.json');
    await openLibrary(page);
    for (const fold of await library(page).locator('summary').all()) await fold.click();
    await library(page).getByRole('button', { name: 'Make the radar' }).click();
    await check(page, 'dialog[open]');

    await library(page)
      .getByRole('region', { name: /^Merge into/ })
      .locator('input[type="file"]')
      .setInputFiles({ name: 'theirs.json', mimeType: 'application/json', buffer: Buffer.from(THEIRS) });
    await expect(merging(page).getByRole('radio')).toHaveCount(4);
    await check(page, 'dialog[open]');
    await page.keyboard.press('Escape');
    await expect(merging(page)).toBeHidden();

    await drag(page, 'drop', { name: 'team.csv', content: SHEET });
    await expect(review(page)).toBeVisible();
    for (const fold of await review(page).locator('summary').all()) await fold.click();
    await check(page, 'dialog[open]');
    await page.keyboard.press('Escape');

    await page.keyboard.press('s');
    await page.getByRole('radio', { name: /^Zalando/ }).check();
    await check(page, 'dialog[open]');
    await page.keyboard.press('Escape');

    await page.keyboard.press('d');
    await editor(page).getByRole('button', { name: 'Edit a copy' }).click();
    await editor(page).getByRole('combobox', { name: 'Edit a trend' }).selectOption('a');
    await editor(page).locator('summary', { hasText: 'Evidence' }).click();
    await editor(page).locator('summary', { hasText: 'Add a fact' }).click();
    await editor(page).getByRole('button', { name: 'Add the fact' }).click();
    await check(page, 'aside');
    await expect(blips(page)).toHaveCount(1);
  });
