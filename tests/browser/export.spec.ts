import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import { readRadar } from '../../src/cli/read-radar.ts';
import { unpackSnapshot } from '../../src/formats/snapshot.ts';
import { readFromPng } from '../../src/formats/snapshot-png.ts';
import { readFromSvg } from '../../src/formats/snapshot-svg.ts';
import { openRadar, row, SIZES } from './page.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export a snapshot' });
const preview = (page: Page): Locator => dialog(page).getByRole('img', { name: /^Preview: / });

async function openDialog(page: Page, query = ''): Promise<void> {
  await openRadar(page, query);
  await page.keyboard.press('e');
  await expect(preview(page)).toBeVisible();
}

async function save(page: Page, format: 'PNG' | 'SVG'): Promise<Download> {
  const download = page.waitForEvent('download');
  await dialog(page)
    .getByRole('button', { name: `Save ${format}` })
    .click();
  const saved = await download;
  await expect(dialog(page).getByRole('status')).toContainText(`Saved ${saved.suggestedFilename()}`);
  return saved;
}

/** Size in px and dots to the metre, as the chunks IHDR and pHYs of a PNG say. */
function measurePng(png: Buffer): { width: number; height: number; density: number } {
  const density = png.indexOf('pHYs');
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    density: density < 0 ? 0 : png.readUInt32BE(density + 4),
  };
}

/** Share of px within a box (as shares of the whole picture) that differ from the picture's upper left px. */
function inkIn(
  page: Page,
  png: Buffer,
  boxes: readonly [number, number, number, number][],
): Promise<number[]> {
  return page.evaluate(
    async ({ data, boxes }) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const ground = context.getImageData(0, 0, 1, 1).data;
      return boxes.map(([x, y, width, height]) => {
        const { data: pixels } = context.getImageData(
          Math.round(x * bitmap.width),
          Math.round(y * bitmap.height),
          Math.max(1, Math.round(width * bitmap.width)),
          Math.max(1, Math.round(height * bitmap.height)),
        );
        let differing = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          const away = [0, 1, 2, 3].map((channel) =>
            Math.abs((pixels[at + channel] ?? 0) - (ground[channel] ?? 0)),
          );
          if (Math.max(...away) > 60) differing += 1;
        }
        return differing / (pixels.length / 4);
      });
    },
    { data: png.toString('base64'), boxes },
  );
}

test('a PNG is as large and as dense as asked for, shows its names, and opens again as the radar', async ({
  page,
}) => {
  await openDialog(page, '?trend=gans&names=true');
  const saved = await save(page, 'PNG');
  expect(saved.suggestedFilename()).toMatch(
    /^deep-learning-trend-radar_2026-11_\d{4}-\d\d-\d\d\.radar\.png$/,
  );
  const png = await readFile(await saved.path());
  expect(measurePng(png)).toEqual({ width: 1920, height: 1080, density: 3780 });
  expect(png.length).toBeLessThan(3_000_000);

  // the same page as SVG says where ink has to be
  await dialog(page).getByRole('radio', { name: 'SVG' }).check();
  const svg = await readFile(await (await save(page, 'SVG')).path(), 'utf8');
  const around = svg.replace(/(?<!^)<svg[\s\S]*?<\/svg>/, '');
  const texts = [...around.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = '', text = '']) => {
      const value = (name: string) => attributes.match(new RegExp(`(?:^| )${name}="([^"]*)"`))?.[1];
      const number = (name: string) => Number(value(name));
      return {
        text,
        x: number('x'),
        y: number('y'),
        size: number('font-size'),
        anchor: value('text-anchor'),
      };
    },
  );
  const names = texts.filter((text) => text.anchor === 'start' && text.size > 12.5);
  expect(names.length).toBeGreaterThan(50);
  const ink = await inkIn(
    page,
    png,
    names.map(({ x, y, size, text }) => [
      x / 1920,
      (y - size * 0.8) / 1080,
      (size * 0.45 * text.length) / 1920,
      size / 1080,
    ]),
  );
  for (const [at, share] of ink.entries()) {
    expect(share, names[at]?.text).toBeGreaterThan(0.06);
    expect(share, names[at]?.text).toBeLessThan(0.6);
  }

  const { radar } = await readRadar('dist/data/radar.json', []);
  const { radar: carried, view } = unpackSnapshot(readFromPng(png), 'saved.png');
  expect(carried).toEqual(radar);
  expect(view).toEqual({ edition: '2026-11', trend: 'gans', quadrant: null, names: true });
});

test('every size comes out as large as it says', async ({ page }) => {
  await openDialog(page);
  for (const [label, width, height, density] of [
    ['16:9, 3840 × 2160', 3840, 2160, 7559],
    ['Square, 2160 × 2160', 2160, 2160, 7559],
    ['A4 landscape, 300 dpi', 3508, 2480, 11811],
    ['A4 portrait, 300 dpi', 2480, 3508, 11811],
    ['A3 landscape, 300 dpi', 4961, 3508, 11811],
    ['A3 portrait, 300 dpi', 3508, 4961, 11811],
  ] as const) {
    await dialog(page).getByLabel('Size').selectOption(label);
    await expect(dialog(page).getByText(`${width} × ${height} px`, { exact: true })).toBeVisible();
    const png = await readFile(await (await save(page, 'PNG')).path());
    expect(measurePng(png)).toEqual({ width, height, density });
    const [inner = 0] = await inkIn(page, png, [[0.3, 0.2, 0.4, 0.4]]);
    expect(inner).toBeGreaterThan(0.01);
  }
});

test('the screen as it is comes out in its own size, with the selected trend lit', async ({ page }) => {
  await page.setViewportSize(SIZES.large);
  await openRadar(page, '?trend=gans');
  const chart = await page.locator('[data-chart]').boundingBox();
  await page.keyboard.press('e');
  await dialog(page).getByRole('radio', { name: 'SVG' }).check();
  await dialog(page).getByLabel('Size').selectOption('Screen as it is');
  await dialog(page).getByRole('radio', { name: 'Chart', exact: true }).check();
  await expect(
    dialog(page).getByText(`${Math.round(chart?.width ?? 0)} × ${Math.round(chart?.height ?? 0)} px`),
  ).toBeVisible();
  const svg = await readFile(await (await save(page, 'SVG')).path(), 'utf8');
  const onPage = await page.locator('[data-blip="gans"] [data-disc]').getAttribute('cx');
  expect(svg).toContain(`cx="${onPage}"`);
  expect(svg).toContain('opacity="0.24"');
});

test('an SVG stands alone, with the typeface and the radar in it, or without the radar where that is wanted', async ({
  page,
}) => {
  await openDialog(page);
  await dialog(page).getByRole('radio', { name: 'SVG' }).check();
  const svg = await readFile(await (await save(page, 'SVG')).path(), 'utf8');
  expect(svg).toContain('font/woff2;base64,');
  expect(svg).not.toMatch(/var\(|class=|<script/);
  const { radar } = await readRadar('dist/data/radar.json', []);
  expect(unpackSnapshot(readFromSvg(svg), 'saved.svg').radar).toEqual(radar);

  await dialog(page).getByRole('checkbox').uncheck();
  await expect(preview(page)).toBeVisible();
  const saved = await save(page, 'SVG');
  expect(saved.suggestedFilename()).not.toContain('.radar.');
  const bare = await readFile(await saved.path(), 'utf8');
  expect(() => readFromSvg(bare)).toThrow();
  expect(bare).not.toContain('Drop this file');
});

test('one quadrant, another edition and a transparent ground are exported as the preview shows them', async ({
  page,
}) => {
  await openDialog(page, '?quadrant=training');
  await expect(dialog(page).getByLabel('What')).toHaveValue('quadrant:training');
  await dialog(page).getByLabel('Edition').selectOption('2024-11');
  await dialog(page).getByLabel('Theme').selectOption('Transparent, for dark pages');
  await dialog(page).getByRole('radio', { name: 'SVG' }).check();
  const saved = await save(page, 'SVG');
  expect(saved.suggestedFilename()).toMatch(/^deep-learning-trend-radar_2024-11_training_/);
  const svg = await readFile(await saved.path(), 'utf8');
  expect(svg.match(/data-blip=/g)).toHaveLength(10);
  expect(svg).toContain('2024-11 (retrospective) edition · 10 trends');
  expect(svg).toContain('A retrospective edition was made after its date');
  expect(svg).not.toContain('<rect');
  expect(unpackSnapshot(readFromSvg(svg), 'saved.svg').view).toEqual({
    edition: '2024-11',
    trend: null,
    quadrant: 'training',
    names: true,
  });
});

test('the command line draws the same page', async ({ page }) => {
  await openDialog(page);
  await dialog(page).getByRole('radio', { name: 'SVG' }).check();
  await dialog(page).getByRole('checkbox').uncheck();
  const drawn = await readFile(await (await save(page, 'SVG')).path(), 'utf8');
  const file = test.info().outputPath('snapshot.svg');
  execFileSync(
    'npx',
    ['tsx', 'src/cli/main.ts', 'snapshot', 'dist/data/radar.json', '-o', file, '--no-data'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  // where it came from differs, and nothing else
  const sameOrigin = (svg: string) => svg.replace(/(Exported [\d-]+ from )[^<]*/, '$1here');
  expect(sameOrigin(await readFile(file, 'utf8'))).toBe(sameOrigin(drawn));
});

test('the selected trend is exported as a sheet with its evidence', async ({ page }) => {
  await openDialog(page, '?trend=gans');
  await dialog(page).getByLabel('What').selectOption('GANs, on one page');
  await dialog(page).getByRole('radio', { name: 'SVG' }).check();
  await expect(preview(page)).toHaveAttribute('alt', /GANs/);
  const svg = await readFile(await (await save(page, 'SVG')).path(), 'utf8');
  const said = svg.replaceAll(/<[^>]*>/g, ' ');
  for (const words of [/Tradeoffs/i, /Failure modes/i, /Verified/i]) expect(said).toMatch(words);
});

test('PDF is the print of exactly that page, with texts that stay texts', async ({ page }) => {
  await page.addInitScript(() => {
    // a headless browser has nobody to ask where to print
    window.print = () => {
      document.documentElement.dataset.asked = '';
    };
  });
  await openDialog(page);
  await dialog(page).getByRole('radio', { name: 'PDF (print)' }).check();
  await dialog(page).getByLabel('Size').selectOption('A4 landscape, 300 dpi');
  await dialog(page).getByRole('button', { name: /Print/ }).click();
  await expect(page.locator('html[data-asked]')).toBeAttached();
  expect(await page.title()).toMatch(/^deep-learning-trend-radar_2026-11_/);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/) ?? [];
  // points: 297 by 210 mm
  expect(Math.abs(Number(width) - 841.9)).toBeLessThan(1.5);
  expect(Math.abs(Number(height) - 595.3)).toBeLessThan(1.5);
  expect(pdf).toMatch(/\/Font\b/);
  expect(pdf).toMatch(/\/ToUnicode/);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html[data-printing]')).not.toBeAttached();
  expect(await page.title()).toBe('Deep Learning Trend Radar');
});

test('one key copies the view as a picture', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openRadar(page);
  const chart = await page.locator('[data-chart]').boundingBox();
  await page.keyboard.press('c');
  await expect(page.getByText('The picture is in the clipboard.')).toBeVisible();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item) throw new Error('the clipboard is empty');
    const bitmap = await createImageBitmap(await item.getType('image/png'));
    return { width: bitmap.width, height: bitmap.height };
  });
  expect(size).toEqual({
    width: Math.round((chart?.width ?? 0) * 2),
    height: Math.round((chart?.height ?? 0) * 2),
  });
  await page.keyboard.press('Shift');
  await expect(page.getByText('The picture is in the clipboard.')).toBeHidden();
});

test('where the browser cannot copy, the page says so and offers the file', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'ClipboardItem', { value: undefined });
  });
  await openRadar(page);
  await page.getByRole('button', { name: 'Copy' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This browser cannot copy pictures. Save the file instead.');
  await alert.getByRole('button', { name: 'Export a file' }).click();
  await expect(preview(page)).toBeVisible();
});

test('long work tells where it stands, can be cancelled, and leaves nothing behind', async ({ page }) => {
  await openDialog(page);
  await dialog(page).getByLabel('Size').selectOption('Custom');
  await dialog(page).getByLabel('Width, px').fill('8192');
  await dialog(page).getByLabel('Height, px').fill('8192');
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await dialog(page).getByRole('button', { name: 'Save PNG' }).click();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('Cancelled; nothing was written.');
  await expect.poll(() => page.workers().length).toBe(0);
  // the same page still works, and the largest size comes out
  const png = await readFile(await (await save(page, 'PNG')).path());
  expect(measurePng(png)).toMatchObject({ width: 8192, height: 8192 });
  expect(downloads).toBe(1);
});

test('a side that is too long or not a number is named with its limits, and nothing can be saved', async ({
  page,
}) => {
  await openDialog(page);
  await dialog(page).getByLabel('Size').selectOption('Custom');
  for (const wrong of ['9000', '12', '']) {
    await dialog(page).getByLabel('Width, px').fill(wrong);
    await expect(dialog(page).getByRole('alert')).toContainText('A side measures 64 to 8192 pixels.');
    await expect(dialog(page).getByRole('button', { name: 'Save PNG' })).toBeDisabled();
  }
  await dialog(page).getByLabel('Width, px').fill('640');
  await expect(dialog(page).getByRole('alert')).toBeHidden();
});

test('a browser that runs out of memory is answered with the largest size that works', async ({ page }) => {
  await page.addInitScript(() => {
    const make = window.createImageBitmap.bind(window) as (source: ImageBitmapSource) => Promise<ImageBitmap>;
    Object.defineProperty(window, 'createImageBitmap', {
      value: async (source: ImageBitmapSource) => {
        const tooLarge = source instanceof HTMLImageElement && source.naturalWidth > 2000;
        if (tooLarge) throw new DOMException('out of memory', 'InvalidStateError');
        return make(source);
      },
    });
  });
  await openDialog(page);
  await dialog(page).getByLabel('Size').selectOption('16:9, 3840 × 2160');
  await dialog(page).getByRole('button', { name: 'Save PNG' }).click();
  const alert = dialog(page).getByRole('alert');
  await expect(alert).toContainText('too large for this browser');
  await alert.getByRole('button', { name: /^Use \d+ × \d+$/ }).click();
  await expect(dialog(page).getByLabel('Size')).toHaveValue('custom');
});

test('the choices are remembered', async ({ page }) => {
  await openDialog(page);
  await dialog(page).getByRole('radio', { name: 'SVG' }).check();
  await dialog(page).getByLabel('Size').selectOption('A4 portrait, 300 dpi');
  await dialog(page).getByLabel('Theme').selectOption('Dark');
  await dialog(page).getByRole('checkbox').uncheck();
  await openDialog(page);
  await expect(dialog(page).getByRole('radio', { name: 'SVG' })).toBeChecked();
  await expect(dialog(page).getByLabel('Size')).toHaveValue('a4-portrait');
  await expect(dialog(page).getByLabel('Theme')).toHaveValue('dark');
  await expect(dialog(page).getByRole('checkbox')).not.toBeChecked();
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`the dialog gives axe nothing to find and works by keys alone, ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await openDialog(page);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect(dialog(page).getByRole('radio', { name: 'SVG' })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('status')).toContainText('Saved ');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  });
}

test('the page stays as it was where the code of the export cannot be fetched', async ({ page }) => {
  await page.route('**/snapshots-*.js', (route) => route.abort());
  await openRadar(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('alert')).toContainText('The code for the export could not be fetched');
  await row(page, 'gans').click();
  await expect(page.getByRole('article')).toBeVisible();
});
