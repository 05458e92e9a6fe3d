import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { Imported } from '../../src/formats/import/importer.ts';
import { importSource } from '../../src/formats/import/registry.ts';
import { unpackSource } from '../../src/formats/import/source-files.ts';
import { acceptReview, blips, drag, editor, library, openLibrary } from './give-files.ts';
import { blip, openRadar, row } from './page.ts';

const SHEET =
  'name,ring,quadrant,isNew,description\nVite,Adopt,Tools,TRUE,Fast\nRust,Trial,Languages,FALSE,Safe\n';
const LIST = 'Kept in this browser';

const kept = (page: Page) => library(page).getByRole('region', { name: LIST });

async function readBack(path: string, bytes: Uint8Array): Promise<Imported> {
  const files = unpackSource([{ path, bytes }]);
  if (!Array.isArray(files)) throw new Error(files.reason);
  return importSource(files);
}

test('a radar that was opened is listed after a reload, is opened again, removed, and put back', async ({
  page,
}) => {
  await openRadar(page);
  await drag(page, 'drop', { name: 'team tools.csv', content: SHEET });
  await acceptReview(page);
  await expect(blips(page)).toHaveCount(2);

  await openRadar(page);
  await openLibrary(page);
  await expect(kept(page)).toContainText(/2 trends · opened .*team tools\.csv \(Build Your Own Radar, CSV\)/);
  await kept(page)
    .getByRole('button', { name: /^Open team tools/i })
    .click();
  await expect(blips(page)).toHaveCount(2);
  await openLibrary(page);
  await expect(kept(page)).toContainText('On the page now');
  await expect(kept(page).getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.goBack();
  await expect(blips(page)).toHaveCount(46);
  await openLibrary(page);
  const remove = kept(page).getByRole('button', { name: /^Remove team tools/i });
  await remove.click();
  await expect(remove).toBeHidden();
  const undo = kept(page).getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(kept(page).getByRole('status')).toContainText('is back');
  await remove.click();
  await expect(kept(page)).toContainText('None yet');
  await openRadar(page);
  await openLibrary(page);
  await expect(kept(page)).toContainText('None yet');
});

test('a radar begun from nothing gets a trend with a fact, stays, and is saved in every format', async ({
  page,
}) => {
  await openRadar(page);
  await openLibrary(page);
  await library(page).locator('summary', { hasText: 'New empty radar' }).click();
  await library(page).getByRole('textbox', { name: 'Title' }).fill('Made by us');
  await library(page).getByRole('button', { name: 'Make the radar' }).click();
  await expect(page.getByText('This radar has no trends yet.')).toBeAttached();

  const field = (name: string) => editor(page).getByRole('textbox', { name, exact: true });
  const choose = (name: string, label: string) =>
    editor(page).getByRole('combobox', { name, exact: true }).selectOption({ label });
  await field('Name of the trend').fill('Sparse layers');
  await choose('Quadrant', 'Tools');
  await choose('Ring', 'Trial');
  await editor(page).getByRole('button', { name: 'Add the trend' }).click();
  await expect(blip(page, 'sparse-layers')).toHaveAccessibleName(/Tools, Trial, .*no evidence/i);

  await editor(page).locator('summary', { hasText: 'Evidence' }).click();
  await editor(page).locator('summary', { hasText: 'Add a fact' }).click();
  const add = editor(page).getByRole('button', { name: 'Add the fact' });
  await field('Claim').fill('It halves the memory of our models.');
  await add.click();
  await expect(editor(page).locator('[aria-invalid="true"]').first()).toBeFocused();
  await choose('Stance', 'Supports');
  await choose('Kind', 'Benchmark');
  await field('Date').fill('2026-05');
  await choose('Source', 'Add a source …');
  await field('Title of the source').fill('Our own measurement');
  await field('Web address of the source').fill('https://example.org/measured');
  await field('Year of the source').fill('2026');
  await editor(page).getByRole('combobox', { name: 'Grade', exact: true }).selectOption('verified');
  await add.click();
  await expect(editor(page).getByText('It halves the memory of our models.').first()).toBeVisible();
  await expect(blip(page, 'sparse-layers')).toHaveAccessibleName(/thin evidence/);

  await editor(page)
    .getByRole('button', { name: /^Undo: / })
    .click();
  await expect(blip(page, 'sparse-layers')).toHaveAccessibleName(/no evidence/);
  await editor(page)
    .getByRole('button', { name: /^Redo: / })
    .click();
  await expect(blip(page, 'sparse-layers')).toHaveAccessibleName(/thin evidence/);
  await expect(editor(page)).toContainText(/^.*Kept in this browser · not saved to a file since/);
  await page.reload();
  await expect(blip(page, 'sparse-layers')).toHaveAccessibleName(/thin evidence/);

  await editor(page).getByRole('button', { name: 'Close' }).click();
  await openLibrary(page);
  await library(page).getByRole('button', { name: 'Save “Made by us” as …' }).click();
  const saving = page.getByRole('dialog', { name: 'Save the radar as a file' });
  const formats = saving.getByRole('radio');
  await expect(formats).toHaveCount(7);
  for (const format of await formats.all()) {
    await format.check();
    const label = await format.evaluate((input) => input.closest('label')?.textContent ?? '');
    await test.step(label, async () => {
      const download = page.waitForEvent('download');
      await saving.getByRole('button', { name: /^Save as made-by-us/ }).click();
      const file = await download;
      const bytes = await readFile(await file.path());
      await expect(saving.getByRole('status')).toHaveText(`Saved as ${file.suggestedFilename()}.`);
      if (file.suggestedFilename().endsWith('.md')) {
        expect(bytes.toString()).toContain('It halves the memory of our models.');
        return;
      }
      const back = await readBack(file.suggestedFilename(), bytes);
      if (back.kind === 'failure') throw new Error(back.reason);
      const trends = back.kind === 'radar' ? back.radar.trends : back.draft.trends;
      expect(trends.map(({ name }) => name)).toEqual(['Sparse layers']);
      if (back.kind === 'radar')
        expect(back.radar.trends[0]?.facts?.[0]?.claim).toBe('It halves the memory of our models.');
      else
        await expect(saving.getByRole('region', { name: 'What this format cannot hold' })).toContainText(
          'fact',
        );
    });
  }
});

test('a copy of the built-in radar is a radar of its own, with all that is recorded', async ({ page }) => {
  await openRadar(page);
  await openLibrary(page);
  await library(page).getByRole('button', { name: 'Edit a copy of “Deep Learning Trend Radar”' }).click();
  await expect(page).toHaveURL(/radar=own/);
  await expect(blips(page)).toHaveCount(46);
  await expect(editor(page)).toContainText('nothing changed yet');
  await editor(page).getByRole('combobox', { name: 'Edit a trend' }).selectOption('gans');
  await editor(page).getByRole('button', { name: 'Delete GANs' }).click();
  await expect(row(page, 'gans')).toHaveCount(0);
  await page.goto('./');
  await expect(blips(page)).toHaveCount(46);
});
