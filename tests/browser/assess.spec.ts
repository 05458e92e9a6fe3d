import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { blip, openRadar, panel, row, SIZES } from './page.ts';

const beside = (page: Page, name: string): Locator => page.getByRole('complementary', { name });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

/** How often the page has laid a radar out, and where its blips stand. */
const places = (page: Page): Promise<string[]> =>
  page
    .locator('[data-blip] [data-disc]')
    .evaluateAll((discs) => discs.map((disc) => `${disc.getAttribute('cx')} ${disc.getAttribute('cy')}`));

test('the two-minute story: conditions, the best trend, a comparison, a link, a checklist', async ({
  page,
}) => {
  await openRadar(page);
  const before = await places(page);
  await page.keyboard.press('u');
  const fit = beside(page, 'Fit for us');
  await fit.getByRole('checkbox', { name: /regulated/i }).check();
  await fit.getByRole('checkbox', { name: /memory-limited/i }).check();
  await expect(page.locator('[data-chart] [data-verdict]').first()).toBeVisible();
  expect(await places(page)).toEqual(before);

  // the two best of the ranking, each with what speaks for it
  const ranked = fit.locator('ol > li');
  await expect(ranked).toHaveCount(46);
  const [best, second] = await ranked.evaluateAll((rows) =>
    rows.slice(0, 2).map((row) => ({
      id: row.getAttribute('data-trend') ?? '',
      name: row.querySelector('button > span:last-child')?.textContent ?? '',
    })),
  );
  if (!best || !second) throw new Error('nothing is ranked');
  await expect(ranked.first()).toContainText('Stronger');
  await expect(ranked.first()).toContainText('Fits');
  await ranked.first().getByRole('button').click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText(best.name);

  await page.keyboard.press('m');
  const compare = dialog(page, 'Compare');
  await compare.getByLabel('Compare with').selectOption(second.id);
  await compare.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(compare.getByRole('columnheader', { name: best.name })).toBeVisible();
  await expect(compare.getByRole('columnheader', { name: second.name })).toBeVisible();

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(dialog(page, 'Compare').getByRole('columnheader', { name: second.name })).toBeVisible();
  await dialog(page, 'Compare').getByRole('button', { name: 'Checklist', exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog(page, 'Checklist')
    .getByRole('button', { name: /Markdown/ })
    .click();
  const markdown = await readFile(await (await download).path(), 'utf8');
  // signs that mean something in Markdown are escaped in names
  const plain = markdown.replaceAll('\\', '').replaceAll('&amp;', '&').replaceAll('\u200b', '');
  for (const { name } of [best, second]) expect(plain).toContain(name);
  expect(markdown).toContain('- [ ] ');
});

test('filters dim the rest in place, stand in the address, and Back takes them away', async ({ page }) => {
  await openRadar(page);
  const before = await places(page);
  await page.getByRole('button', { name: 'Filter' }).click();
  const filter = beside(page, 'Filter');
  await filter.getByRole('checkbox', { name: /^Assess/ }).check();
  await expect(page).toHaveURL(/ring=assess/);
  await expect(blip(page, 'transformers')).toHaveAttribute('data-off', '');
  await expect(blip(page, 'gans')).not.toHaveAttribute('data-off', '');
  expect(await places(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(filter).toBeHidden();
  await expect(row(page, 'transformers')).toBeHidden();
  await expect(row(page, 'gans')).toBeVisible();

  const link = page.url();
  await page.goto(link);
  await expect(blip(page, 'transformers')).toHaveAttribute('data-off', '');
  await page.getByRole('button', { name: /Remove filter.*Assess/ }).click();
  await expect(blip(page, 'transformers')).not.toHaveAttribute('data-off', '');
  await page.goBack();
  await expect(blip(page, 'transformers')).toHaveAttribute('data-off', '');
});

test('what the filters leave is exported as it is shown', async ({ page }) => {
  await openRadar(page, '?ring=assess');
  await expect(page.locator('[data-blip][data-off]').first()).toBeAttached();
  await page.keyboard.press('e');
  const exporting = dialog(page, 'Export a snapshot');
  await expect(exporting.getByLabel('What')).toHaveValue('kept');
  await exporting.getByRole('radio', { name: 'SVG' }).check();
  const download = page.waitForEvent('download');
  await exporting.getByRole('button', { name: 'Save SVG' }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  expect(svg).toMatch(/Filtered: .*Assess/);
  expect(svg.match(/opacity="0.24"/g)).toHaveLength(38);
});

test('a lens is exported with its signs, its conditions and what they mean, unless that is switched off', async ({
  page,
}) => {
  await openRadar(page, '?lens=regulated,memory-limited&lensname=Clinic');
  await expect(page.locator('[data-chart] [data-verdict]').first()).toBeVisible();
  const signs = await page.locator('[data-chart] [data-verdict]').count();
  expect(signs).toBeGreaterThan(10);
  await page.keyboard.press('e');
  const exporting = dialog(page, 'Export a snapshot');
  await exporting.getByRole('radio', { name: 'SVG' }).check();
  const save = async () => {
    const download = page.waitForEvent('download');
    await exporting.getByRole('button', { name: 'Save SVG' }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  const svg = await save();
  expect(svg.match(/data-verdict=/g)).toHaveLength(signs);
  expect(svg).toMatch(/Lens “Clinic”: .*Regulated/);
  expect(svg).toContain('avoid: more speak against it than for it');
  await exporting.getByRole('checkbox', { name: /lens “Clinic”/ }).uncheck();
  expect(await save()).not.toMatch(/data-verdict=|Lens “Clinic”/);
});

test('a row that is opened in a new tab keeps the filters, the lens and the edition', async ({
  page,
  context,
}) => {
  await openRadar(page, '?panel=filter&lens=regulated&edition=2026-11');
  await beside(page, 'Filter')
    .getByRole('checkbox', { name: /^Assess/ })
    .check();
  await expect(page).toHaveURL(/ring=assess/);
  await page.keyboard.press('Escape');
  const opened = context.waitForEvent('page');
  await row(page, 'gans').click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await expect(panel(tab).getByRole('heading', { level: 2 })).toContainText('GANs');
  await expect(blip(tab, 'transformers')).toHaveAttribute('data-off', '');
  expect(Object.fromEntries(new URL(tab.url()).searchParams)).toEqual({
    lens: 'regulated',
    edition: '2026-11',
    ring: 'assess',
    trend: 'gans',
  });
});

test('only the differences of a comparison stand in its link', async ({ page }) => {
  await openRadar(page, '?panel=compare&chosen=gans,diffusion-models');
  const only = dialog(page, 'Compare').getByRole('checkbox', { name: 'Show only differences' });
  await only.check();
  await expect(page).toHaveURL(/only=differences/);
  await page.goto(page.url());
  await expect(only).toBeChecked();
  await only.uncheck();
  await expect(page).not.toHaveURL(/only=/);
});

test('search offers further places of a trend, each opens at its own', async ({ page }) => {
  await openRadar(page, '?panel=search');
  await page.getByRole('combobox', { name: /Find/ }).fill('memory');
  const places = page.getByRole('option', { name: /\(in / });
  await expect(places.first()).toBeVisible();
  const fact = page.getByRole('option', { name: /^Fact \d+: .*\(in / }).first();
  const number = (await fact.textContent())?.match(/^Fact (\d+)/)?.[1];
  await fact.click();
  await expect(panel(page).locator('li[id^="fact-"]:focus')).toHaveAttribute('value', number ?? '');
});

test('search finds a place in the evidence, and opens the trend there', async ({ page }) => {
  await openRadar(page);
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: /Find/ });
  await expect(box).toBeFocused();
  await box.fill('difusion models');
  await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()).toContainText(
    'Diffusion models',
  );
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('Diffusion models');
  await expect(page).toHaveURL(/trend=diffusion-models/);
});

test('the search box runs every command by its name', async ({ page }) => {
  await openRadar(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Find/ }).fill('Training alone in the chart');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/quadrant=training/);
});

test('the table sorts, takes a choice along, and opens a trend', async ({ page }) => {
  await openRadar(page);
  await page.keyboard.press('t');
  const table = dialog(page, 'All trends');
  await expect(table.getByRole('row')).toHaveCount(47);
  await table.getByRole('button', { name: /^Name/ }).click();
  await expect(page).toHaveURL(/sort=/);
  await expect(table.getByRole('columnheader', { name: /^Name/ })).toHaveAttribute('aria-sort', 'ascending');
  await table.getByRole('checkbox', { name: 'Choose GANs' }).check();
  await table.getByRole('checkbox', { name: 'Choose Transformers', exact: true }).check();
  await table.getByRole('button', { name: 'Compare the chosen' }).click();
  await expect(dialog(page, 'Compare')).toContainText('GANs');
  await page.goBack();
  await expect(table).toBeVisible();
});

test('an open table is what is printed', async ({ page }) => {
  await openRadar(page, '?panel=table');
  await expect(dialog(page, 'All trends').getByRole('row')).toHaveCount(47);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-chart]')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('cell', { name: 'Governance' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy as text' })).toBeHidden();
});

test('what changed is listed between two editions, and a retrospective one is labelled', async ({ page }) => {
  await openRadar(page);
  await page.getByRole('button', { name: 'What changed' }).click();
  const changes = dialog(page, 'What changed');
  await expect(changes).toContainText('2024-11 (retrospective)');
  await expect(changes.getByRole('heading', { name: /Moved in/i })).toBeVisible();
});

test('another edition is a choice away; blips travel there, and its evidence is that of its time', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openRadar(page, '?trend=iso-iec-42001');
  const now = await panel(page).getByRole('region', { name: 'Verdict' }).textContent();
  await page.getByLabel('Edition').selectOption({ label: '2024-11 (retrospective)' });
  await expect(page).toHaveURL(/edition=2024-11/);
  expect(
    await page.evaluate(() => document.getAnimations().filter((each) => each.playState === 'running').length),
  ).toBeGreaterThan(3);
  await expect(panel(page)).toContainText('Public only after 2024-11');
  expect(await panel(page).getByRole('region', { name: 'Verdict' }).textContent()).not.toBe(now);
  await page.getByLabel('Edition').selectOption({ label: '2026-11' });
  await expect(page).not.toHaveURL(/edition=/);
});

test('selecting a trend draws its relations with their kinds', async ({ page }) => {
  await openRadar(page, '?trend=transformers');
  await expect(page.locator('[data-tie]').first()).toBeAttached();
  expect(await page.locator('[data-tie]').count()).toBeGreaterThan(3);
});

for (const [name, colorScheme] of [
  ['large', 'light'],
  ['phone', 'dark'],
] as const) {
  test(`every view gives axe nothing to find, ${name}, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(SIZES[name]);
    for (const [view, ready] of [
      ['filter', 'aside fieldset'],
      ['fit&lens=regulated', 'aside ol > li'],
      ['table', 'dialog tbody tr'],
      ['compare&chosen=gans,transformers', 'dialog table'],
      ['checklist&chosen=gans', 'dialog section'],
      ['changes', 'dialog select'],
      ['search', '[role=combobox]'],
    ] as const) {
      await openRadar(page, `?panel=${view}`);
      await expect(page.locator(ready).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations, view).toEqual([]);
    }
  });
}
