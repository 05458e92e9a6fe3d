import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { parseRadarJson } from '../../src/formats/radar-json.ts';
import { packSnapshot, type SnapshotView } from '../../src/formats/snapshot.ts';
import { addToPng } from '../../src/formats/snapshot-png.ts';
import { addToSvg } from '../../src/formats/snapshot-svg.ts';
import { PNG_1X1 } from '../support/png.ts';
import { blips, drag, library, opening, type TestFile } from './give-files.ts';
import { discs, openRadar, panel, radarFile } from './page.ts';

const PLAIN: TestFile = {
  name: 'mine.radar.json',
  content: radarFile([
    { id: 'a', name: 'Alpha', quadrant: 'one', ring: 'adopt' },
    { id: 'b', name: 'Beta', quadrant: 'three', ring: 'hold' },
  ]),
};

const EDITIONS = radarFile([], {
  title: 'A radar of two editions',
  editions: [
    { id: 'spring', date: '2026-03' },
    { id: 'autumn', date: '2026-09' },
  ],
  trends: ['a', 'b', 'c'].map((id, at) => ({
    id,
    name: `Trend ${id}`,
    quadrant: ['one', 'two'][at % 2],
    placements: [
      ...(id === 'c' ? [] : [{ edition: 'spring', ring: 'hold' }]),
      { edition: 'autumn', ring: 'adopt' },
    ],
  })),
});

function pack(text: string, view: Partial<SnapshotView> = {}): Uint8Array {
  const { radar } = parseRadarJson(text, 'test');
  if (radar === null) throw new Error('the test has a valid radar');
  return packSnapshot({ radar, view: { edition: null, trend: null, quadrant: null, names: null, ...view } });
}

const pngOf = (packed: Uint8Array | null) => addToPng(PNG_1X1, { packed, pixelsPerMetre: 2835 });

const dialog = opening;
const accept = (page: Page) => dialog(page).getByRole('button', { name: 'Open this radar' });

test('a radar file dropped on the page is opened when agreed to; a reload keeps it, Back returns', async ({
  page,
}) => {
  await openRadar(page, '?trend=gans');
  const before = page.url();
  await drag(page, 'drop', PLAIN);
  await expect(dialog(page)).toContainText('Another radar');
  await expect(dialog(page)).toContainText('mine.radar.json');
  await expect(blips(page)).toHaveCount(46);
  await accept(page).click();
  await expect(dialog(page)).toBeHidden();
  await expect(blips(page)).toHaveCount(2);
  expect(new URL(page.url()).searchParams.get('radar')).toMatch(/^kept:[0-9a-f]{16}$/);
  expect(new URL(page.url()).searchParams.get('trend')).toBeNull();
  await expect(page.getByText('for this visit only')).toBeHidden();

  await page.reload();
  await expect(blips(page)).toHaveCount(2);
  await expect(page).toHaveTitle('Another radar');
  await page.goBack();
  await expect(blips(page)).toHaveCount(46);
  expect(page.url()).toBe(before);
  await expect(panel(page)).toBeVisible();
});

test('cancelling changes nothing', async ({ page }) => {
  await openRadar(page);
  const before = page.url();
  for (const answer of ['Cancel', 'Close', 'Escape']) {
    await page.getByRole('button', { name: 'Open', exact: true }).focus();
    await drag(page, 'drop', PLAIN);
    await expect(accept(page)).toBeFocused();
    if (answer === 'Escape') await page.keyboard.press('Escape');
    else await dialog(page).getByRole('button', { name: answer }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeFocused();
  }
  await expect(blips(page)).toHaveCount(46);
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('a snapshot opens in the view that it was made in, as PNG and as SVG', async ({ page }) => {
  const packed = pack(EDITIONS, { edition: 'spring', trend: 'b', quadrant: 'two', names: false });
  const svg = addToSvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="window.broken=1"><script>window.broken=1</script></svg>',
    packed,
  );
  for (const file of [
    { name: 'a.radar.png', content: pngOf(packed) },
    { name: 'a.radar.svg', content: svg },
  ]) {
    await openRadar(page);
    await drag(page, 'drop', file);
    await expect(dialog(page)).toContainText('spring, one of 2');
    await expect(dialog(page)).toContainText('Quadrant two alone, without names, with Trend b open');
    await accept(page).click();
    await expect(page.getByRole('heading', { name: 'Trend b' })).toBeVisible();
    const shown = Object.fromEntries(new URL(page.url()).searchParams);
    expect(shown).toMatchObject({ edition: 'spring', trend: 'b', quadrant: 'two', names: 'false' });
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  }
});

test('the built-in radar comes back from a picture of it, blip for blip', async ({ page }) => {
  await openRadar(page);
  const builtIn = await discs(page);
  const text = await (await page.request.get('./data/radar.json')).text();
  await drag(page, 'drop', { name: 'own.radar.png', content: pngOf(pack(text)) });
  await accept(page).click();
  await expect(page).toHaveURL(/radar=kept/);
  await expect(blips(page)).toHaveCount(46);
  expect(await discs(page)).toEqual(builtIn);
});

test('files that are no radar are answered in words, and the radar stays', async ({ page }) => {
  await openRadar(page);
  const before = page.url();
  const sound = pngOf(pack(EDITIONS));
  const flipped = sound.slice();
  flipped[120] = (flipped[120] ?? 0) ^ 1;
  const bomb = pngOf(deflateSync(Buffer.alloc(60_000_000, 32)));
  const jpeg = Buffer.from('ffd8ffe000104a46494600', 'hex');
  const answers: [string, Uint8Array | string, RegExp][] = [
    ['cut.radar.png', sound.slice(0, -20), /damaged: it ends too early/],
    ['flipped.radar.png', flipped, /damaged/],
    ['foreign.png', PNG_1X1, /carries no radar/],
    ['bomb.radar.png', bomb, /larger than a radar can be/],
    ['photo.png', jpeg, /looks like a JPEG/],
    ['empty.radar.json', '', /The file is empty/],
    [
      'wrong.radar.json',
      String(PLAIN.content).replace('"adopt"', '"adpot"'),
      /wrong\.radar\.json:1:\d+: error/,
    ],
  ];
  for (const [name, content, words] of answers) {
    // each is dropped over the answer to the one before
    await drag(page, 'drop', { name, content });
    await expect(dialog(page).getByRole('alert')).toContainText(words);
    await expect(dialog(page).getByRole('alert')).toContainText(`${name} was not opened`);
    await expect(accept(page)).toBeHidden();
  }
  await drag(page, 'drop', PLAIN, PLAIN);
  await expect(dialog(page).getByRole('alert')).toContainText('Drop or choose one at a time');
  await page.keyboard.press('Escape');
  await expect(blips(page)).toHaveCount(46);
  expect(page.url()).toBe(before);
});

test('the keyboard alone opens a file', async ({ page }, info) => {
  const path = info.outputPath('mine.radar.json');
  writeFileSync(path, PLAIN.content);
  page.on('filechooser', (chooser) => void chooser.setFiles(path));
  await openRadar(page);
  const choose = library(page).getByRole('button', { name: 'Choose files …' });
  await page.keyboard.press('o');
  await expect(choose).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(library(page)).toBeHidden();

  const open = page.getByRole('button', { name: 'Open', exact: true });
  await open.press('Enter');
  await expect(choose).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(accept(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(choose).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(accept(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(blips(page)).toHaveCount(2);
});

test('a radar that this browser does not keep is answered with the cure, which works', async ({ page }) => {
  await openRadar(page);
  await drag(page, 'drop', PLAIN);
  await accept(page).click();
  await expect(blips(page)).toHaveCount(2);
  // storage is cleared while no page holds it
  const address = page.url();
  await page.goto('./data/radar.json');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('trend-radar-kept');
        request.onsuccess = resolve;
        request.onblocked = reject;
      }),
  );
  await page.goto(address);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('this browser does not keep it');
  await expect(alert).toContainText('Drop the file on this page');
  await expect(alert.getByRole('button', { name: 'Open another radar' })).toBeVisible();
  await drag(page, 'drop', PLAIN);
  await accept(page).click();
  await expect(blips(page)).toHaveCount(2);
  await page.reload();
  await expect(blips(page)).toHaveCount(2);
});

test('where storage is blocked a radar is open for the visit, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Blocked', 'SecurityError');
    };
  });
  await openRadar(page);
  await drag(page, 'drop', PLAIN);
  await accept(page).click();
  await expect(blips(page)).toHaveCount(2);
  await expect(page.getByRole('status')).toContainText('open for this visit only');
  await page.goBack();
  await expect(blips(page)).toHaveCount(46);
  await expect(page.getByText('open for this visit only')).toBeHidden();
  await page.goForward();
  await expect(blips(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('open for this visit only')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('does not let the page read what it keeps');
});

test('text that is dragged is left alone', async ({ page }) => {
  await openRadar(page);
  const taken = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', '{}');
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(taken).toBe(false);
  await expect(dialog(page)).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the invitation, the question and the answer leave nothing for axe to find, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openRadar(page);
    const check = async () => {
      const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations).toEqual([]);
      expect(incomplete.filter((rule) => rule.id !== 'color-contrast')).toEqual([]);
    };
    await drag(page, 'dragover', PLAIN);
    const hint = page.getByText('Drop a radar to open it: a file, a folder, a zip or a snapshot');
    await expect(hint).toBeVisible();
    await check();
    await drag(page, 'dragleave', PLAIN);
    await expect(hint).toBeHidden();

    await drag(page, 'drop', PLAIN);
    await expect(accept(page)).toBeVisible();
    await check();
    await drag(page, 'dragover', PLAIN);
    await expect(hint).toBeVisible();
    await drag(page, 'drop', { name: 'foreign.png', content: PNG_1X1 });
    await expect(hint).toBeHidden();
    await expect(dialog(page).getByRole('alert')).toBeVisible();
    await check();
  });
}
