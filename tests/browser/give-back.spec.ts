import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { openRadar } from './page.ts';

const saving = (page: Page) => page.getByRole('dialog', { name: 'Save the radar as a file' });

test('what a format cannot hold is listed before it is written, and the file says the same again', async ({
  page,
}) => {
  await openRadar(page);
  await page.keyboard.press('s');
  const told = saving(page).getByRole('region', { name: 'What this format cannot hold' });
  await expect(told).toContainText('Nothing is lost');
  await saving(page)
    .getByRole('radio', { name: /^Build Your Own Radar, CSV/ })
    .check();
  await expect(told).toContainText('What it cannot hold');
  await expect(told.getByRole('listitem')).not.toHaveCount(0);
  await expect(told).toContainText(/\d+ facts/);
  const download = page.waitForEvent('download');
  await saving(page)
    .getByRole('button', { name: /^Save as .*\.csv$/ })
    .click();
  const lines = (await readFile(await (await download).path(), 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
  expect(lines[0]).toMatch(/^name,ring,quadrant,isNew/);
  expect(lines.filter((line) => /,(adopt|trial|assess),/i.test(line))).toHaveLength(46);
  await page.keyboard.press('Escape');
  await expect(saving(page)).toBeHidden();
  await expect(page).not.toHaveURL(/panel/);
});
