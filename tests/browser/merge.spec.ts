import { expect, test } from '@playwright/test';
import { blips, drag, library, merging, opening, openLibrary } from './give-files.ts';
import { openRadar, radarFile, row } from './page.ts';

const MINE = radarFile([
  { id: 'a', name: 'Alpha', quadrant: 'one', ring: 'adopt' },
  { id: 'b', name: 'Beta', quadrant: 'two', ring: 'adopt' },
]);
const THEIRS = radarFile(
  [
    { id: 'a', name: 'Alpha', quadrant: 'one', ring: 'hold' },
    { id: 'c', name: 'Gamma', quadrant: 'three', ring: 'adopt' },
  ],
  { title: 'Theirs' },
);

test('two radars are merged as was decided, and both stay as they are', async ({ page }) => {
  await openRadar(page);
  await drag(page, 'drop', { name: 'mine.radar.json', content: MINE });
  await opening(page).getByRole('button', { name: 'Open this radar' }).click();
  await expect(blips(page)).toHaveCount(2);
  const mine = page.url();

  await openLibrary(page);
  await library(page)
    .getByRole('region', { name: 'Merge into “Another radar”' })
    .locator('input[type="file"]')
    .setInputFiles({ name: 'theirs.json', mimeType: 'application/json', buffer: Buffer.from(THEIRS) });
  await expect(merging(page).getByRole('status')).toContainText('3 trends together: 1 added');
  await merging(page).locator('summary', { hasText: 'Added: 1' }).click();
  await expect(merging(page)).toContainText('Gamma');
  const ring = merging(page).getByRole('group', { name: 'Alpha Ring', exact: true });
  await expect(ring.getByRole('radio', { name: /^Mine/ })).toBeChecked();
  await ring.getByRole('radio', { name: /^Theirs/ }).check();
  await expect(merging(page).getByRole('status')).toContainText('1 decided for theirs');
  await merging(page).getByRole('button', { name: 'Undo' }).click();
  await expect(ring.getByRole('radio', { name: /^Mine/ })).toBeChecked();
  await merging(page).getByRole('button', { name: 'All theirs' }).click();
  await merging(page)
    .getByRole('button', { name: /^Make the merged radar/ })
    .click();
  await expect(blips(page)).toHaveCount(3);
  await expect(page).toHaveURL(/radar=own/);
  await expect(row(page, 'a')).toHaveAccessibleName(/hold/i);
  await page.goBack();
  await expect(page).toHaveURL(mine);
  await expect(row(page, 'a')).toHaveAccessibleName(/adopt/i);

  // Two radars of this browser are merged as well, and cancelling leaves nothing behind.
  await openLibrary(page);
  await library(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merging(page).getByRole('status')).toContainText('3 trends together');
  await merging(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(blips(page)).toHaveCount(2);
});
