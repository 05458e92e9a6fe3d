import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { editor } from './give-files.ts';
import { blip, openRadar, row } from './page.ts';

const choice = (page: Page, name: string): Locator =>
  editor(page).getByRole('combobox', { name, exact: true });
const kept = (page: Page): Locator => editor(page).getByText(/^Kept in this browser/);

/** Where all blips but one stand. */
const places = (page: Page, but: string): Promise<string[]> =>
  page
    .locator(`[data-blip]:not([data-blip="${but}"]) [data-disc]`)
    .evaluateAll((discs) => discs.map((disc) => `${disc.getAttribute('cx')} ${disc.getAttribute('cy')}`));

/** A copy of the built-in radar, with its panel. */
async function editCopy(page: Page): Promise<void> {
  await openRadar(page);
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/panel=edit/);
  await expect(editor(page)).toContainText('The built-in radar stays as it is');
  await editor(page).getByRole('button', { name: 'Edit a copy' }).click();
  await expect(page).toHaveURL(/radar=own(:|%3A)[0-9a-f]{16}/);
  await expect(editor(page)).toContainText('nothing changed yet');
}

test('an edit shows in the picture at once, stays after a reload, and is in the saved file', async ({
  page,
}) => {
  await editCopy(page);
  const before = await places(page, 'gans');
  await choice(page, 'Edit a trend').selectOption('gans');
  const ring = await choice(page, 'Ring').inputValue();
  const other = ring === 'assess' ? 'trial' : 'assess';
  const place = await blip(page, 'gans').locator('[data-disc]').getAttribute('cx');
  await choice(page, 'Ring').selectOption(other);
  await expect(blip(page, 'gans').locator('[data-disc]')).not.toHaveAttribute('cx', place ?? '');
  const after = await places(page, 'gans');
  const stayed = after.filter((entry) => before.includes(entry)).length;
  expect(stayed / before.length).toBeGreaterThan(0.8);

  const name = editor(page).getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Adversarial pairs');
  await expect(blip(page, 'gans')).toHaveAccessibleName(/Adversarial pairs/);
  await name.fill('x'.repeat(40));
  await expect(name).toHaveAccessibleDescription(/Not taken over yet. Name is longer than 32/);
  await expect(blip(page, 'gans')).toHaveAccessibleName(/Adversarial pairs/);
  await expect(kept(page)).toHaveText(/not saved to a file since 2 changes/);

  await page.reload();
  await expect(name).toHaveValue('x'.repeat(40));
  await expect(choice(page, 'Ring')).toHaveValue(other);
  await expect(kept(page)).toHaveText(/not saved to a file since 2 changes/);
  const download = page.waitForEvent('download');
  await editor(page).getByRole('button', { name: 'Save to a file' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('"Adversarial pairs"');
  await expect(editor(page)).toContainText(/saved to a file on \d{4}-/);
});

test('a trend is added, retired, deleted and brought back by undo, by keyboard alone', async ({ page }) => {
  await editCopy(page);
  await editor(page).getByRole('textbox', { name: 'Name of the trend' }).focus();
  await page.keyboard.type('Flow matching');
  await choice(page, 'Quadrant').selectOption({ index: 1 });
  await choice(page, 'Ring').selectOption({ index: 1 });
  await choice(page, 'Ring').press('Tab');
  await page.keyboard.press('Enter');
  await expect(editor(page).getByRole('heading', { name: 'Flow matching' })).toBeFocused();
  await expect(blip(page, 'flow-matching')).toBeVisible();
  await editor(page).getByRole('button', { name: 'Delete Flow matching' }).press('Enter');
  await expect(blip(page, 'flow-matching')).toHaveCount(0);
  await expect(editor(page).getByRole('status').first()).toHaveText('Delete Flow matching');
  await editor(page).getByRole('button', { name: 'Undo: Delete Flow matching' }).press('Enter');
  await expect(blip(page, 'flow-matching')).toBeVisible();
  await choice(page, 'Edit a trend').selectOption('gans');
  await editor(page).getByRole('button', { name: 'Retire GANs' }).press('Enter');
  await expect(blip(page, 'gans')).toHaveCount(0);
  await expect(row(page, 'gans')).toHaveCount(0);
});

test('two tabs never overwrite each other', async ({ page, context }) => {
  await editCopy(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const title = (tab: Page) => editor(tab).getByRole('textbox', { name: 'Title', exact: true });
  for (const tab of [page, other])
    await editor(tab).locator('summary', { hasText: 'Title and description' }).click();
  await title(page).fill('Mine');
  await title(other).fill('Theirs');
  const take = (tab: Page) => editor(tab).getByRole('button', { name: 'Take over the other version' });
  const inConflict = async () => [await take(page).isVisible(), await take(other).isVisible()];
  await expect.poll(inConflict).toContain(true);
  const late = (await take(other).isVisible()) ? other : page;
  const early = late === other ? page : other;
  await take(late).click();
  await expect(editor(late)).toContainText('Yours is kept as');
  await expect(title(late)).toHaveValue(await title(early).inputValue());
});

test('the panel has no faults that a machine finds, in both themes and on a phone', async ({ page }) => {
  await editCopy(page);
  await choice(page, 'Edit a trend').selectOption('gans');
  for (const summary of await editor(page).locator('details:not([open]) > summary').all())
    await summary.click();
  for (const [width, height, colorScheme] of [
    [1280, 720, 'light'],
    [390, 844, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('aside').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});
