import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { CONFIG, FOLDER } from '../formats/import/samples/aoe.ts';
import { SAMPLES as BACKSTAGE } from '../formats/import/samples/backstage.ts';
import { SAMPLES as ZALANDO } from '../formats/import/samples/zalando.ts';
import {
  acceptReview,
  blips,
  drag,
  dropFolder,
  editor,
  library,
  opening,
  openLibrary,
  review,
  writeFolder,
} from './give-files.ts';
import { openRadar, panel, row, serve } from './page.ts';

/** A sheet as Excel saves it where commas are decimal: semicolons, quoted line breaks, a row without a name. */
const ROWS = [
  'name;ring;quadrant;isNew;tags;description',
  'Vite;Adopt;Tools;TRUE;build, web;"A <b>fast</b> build; it says ""ready""\r\nat once"',
  'Webpack;Hold;Tools;FALSE;build;Large',
  'Rust;Trial;Languages;FALSE;systems;Safe',
  'Zürich cloud;Assess;Platforms;TRUE;web;Near',
  'Kanban;Hold;Techniques;FALSE;;',
  ';Adopt;Tools;;;',
];
const SHEET = ROWS.join('\r\n');

/** The same sheet as "Unicode text" of Excel: tabs, UTF-16 with a mark of its order. */
const UTF16 = Buffer.from(`\uFEFF${SHEET.replaceAll(';', '\t')}`, 'utf16le');

const fileOf = (samples: typeof BACKSTAGE, name: string, as: string) => ({
  name: as,
  content: samples.find((sample) => sample.name === name)?.files[0]?.text ?? '',
});

/** The ring of the table of what will be shown, with the number of its trends. */
const shapeOf = (page: Page) =>
  review(page)
    .getByRole('region', { name: 'What the radar will hold' })
    .locator('thead th')
    .allTextContents();

test('a sheet under a wrong name is reviewed, decided and undone; all views work on what it becomes', async ({
  page,
}) => {
  await openRadar(page);
  await drag(page, 'drop', { name: 'holiday.jpg', content: SHEET });
  const status = review(page).getByRole('status').first();
  await expect(status).toHaveText('5 of 6 rows will be shown, 1 left out; 2 questions to look at.');
  await expect(review(page)).toContainText('Build Your Own Radar, CSV');
  await expect(review(page)).toContainText('holiday.jpg, line 8');
  await expect(blips(page)).toHaveCount(46);

  const hold = review(page).getByRole('combobox', { name: 'What to do with Hold' });
  await expect(hold.locator('option:checked')).toHaveText(/^Keep as a ring.*suggested/);
  expect(await shapeOf(page)).toEqual(['Trends', 'Adopt', 'Trial', 'Assess', 'Hold', 'All']);
  await hold.selectOption({ label: 'Put into “Assess”' });
  expect(await shapeOf(page)).toEqual(['Trends', 'Adopt', 'Trial', 'Assess', 'All']);
  await hold.selectOption({ label: 'Leave out' });
  await expect(status).toContainText('3 of 6 rows will be shown, 3 left out');
  for (let step = 0; step < 2; step += 1) await review(page).getByRole('button', { name: 'Undo' }).click();
  await expect(status).toContainText('5 of 6 rows');
  await review(page).getByRole('textbox', { name: 'Title' }).fill('Our tools');
  await acceptReview(page);
  await expect(blips(page)).toHaveCount(5);
  await expect(page).toHaveTitle('Our tools');

  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Search' }).getByRole('combobox').fill('zurich');
  await expect(page.getByRole('dialog', { name: 'Search' })).toContainText('Zürich cloud');
  await page.keyboard.press('Escape');

  await page.keyboard.press('t');
  const table = page.getByRole('dialog', { name: 'All trends' });
  await expect(table.getByRole('row')).toHaveCount(6);
  await page.keyboard.press('Escape');

  await page.keyboard.press('f');
  const filter = page.getByRole('complementary', { name: 'Filter' });
  await filter.locator('summary', { hasText: 'Tag' }).click();
  await filter.getByRole('checkbox', { name: /^build/ }).check();
  await expect(page).toHaveURL(/tag=build/);
  await expect(filter).toContainText(/2 of 5/);
  await filter.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('y');
  await expect(page.getByRole('complementary', { name: 'Time' })).toBeVisible();
  await page.getByRole('complementary', { name: 'Time' }).getByRole('button', { name: 'Close' }).click();

  await page.keyboard.press('e');
  await expect(
    page.getByRole('dialog', { name: 'Export a snapshot' }).getByRole('img', { name: /^Preview: / }),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await row(page, 'vite').click();
  await expect(panel(page)).toContainText('it says "ready" at once');
  await expect(panel(page).locator('strong', { hasText: 'fast' })).toBeVisible();
  await expect(panel(page)).toContainText('No evidence recorded');
  await panel(page).getByRole('button', { name: 'Add evidence' }).click();
  await editor(page).getByRole('button', { name: 'Edit a copy' }).click();
  await expect(editor(page).getByRole('heading', { name: 'Vite' })).toBeVisible();
  await expect(page).toHaveURL(/radar=own.*trend=vite/);
});

test('files, folders, archives and texts of every tool become whole radars', async ({ page }, info) => {
  const folder = info.outputPath('tech radar');
  writeFolder(folder, FOLDER);
  const zip = zipSync(
    Object.fromEntries(FOLDER.map(({ path, text }) => [`techradar/${path}`, strToU8(text)])),
  );
  const caution = JSON.stringify({
    quadrants: ['one', 'two', 'three', 'four'].map((id) => ({ id, name: `Quadrant ${id}` })),
    rings: ['Adopt', 'Trial', 'Assess', 'Caution'].map((name) => ({ id: name.toLowerCase(), name })),
    entries: Array.from({ length: 118 }, (_, at) => ({
      key: `t${at}`,
      id: `t${at}`,
      title: `Trend ${at}`,
      quadrant: ['one', 'two', 'three', 'four'][at % 4],
      timeline: [{ date: '2026-11-01', ringId: ['adopt', 'trial', 'assess', 'caution'][(at * 7) % 4] }],
    })),
  });
  const ways: [what: string, give: () => Promise<void>, tool: string, trends: number][] = [
    ['UTF-16', () => drag(page, 'drop', { name: 'a.txt', content: UTF16 }), 'Build Your Own Radar, CSV', 5],
    ['folder', () => dropFolder(page, folder), 'AOE', 2],
    ['zip', () => drag(page, 'drop', { name: 'a.bin', content: zip }), 'AOE', 2],
    [
      'several files',
      () =>
        drag(
          page,
          'drop',
          { name: 'config.json', content: CONFIG },
          ...FOLDER.filter(({ path }) => /2025-04-01\/quill|2026-04-01\/anvil/.test(path)).map(
            ({ path, text }) => ({
              name: path.split('/').at(-1) ?? '',
              content: text,
            }),
          ),
        ),
      'AOE',
      2,
    ],
    [
      'Zalando',
      () => drag(page, 'drop', fileOf([...ZALANDO], 'a whole configuration', 'a.csv')),
      'Zalando Tech Radar',
      4,
    ],
    ['YAML', () => drag(page, 'drop', fileOf(BACKSTAGE, 'YAML', 'a.md')), 'Backstage', 2],
    ['Caution', () => drag(page, 'drop', { name: 'big.json', content: caution }), 'Backstage', 118],
    [
      'text',
      async () => {
        await openLibrary(page);
        await library(page)
          .getByRole('textbox', { name: /^Paste/ })
          .fill(SHEET);
        await library(page).getByRole('button', { name: 'Open the text' }).click();
      },
      'Build Your Own Radar, CSV',
      5,
    ],
  ];
  await openRadar(page);
  for (const [what, give, tool, trends] of ways)
    await test.step(what, async () => {
      await give();
      await expect(review(page)).toContainText(tool);
      await acceptReview(page);
      await expect(blips(page)).toHaveCount(trends);
      if (what === 'Caution') {
        await expect(page.locator('[data-row]')).toHaveCount(118);
        await expect(page.locator('[data-chart]')).toContainText('Trend 117');
      }
    });
});

test('the data folder of this radar is read whole from the disk', async ({ page }) => {
  await openRadar(page);
  await dropFolder(page, `${process.cwd()}/data`);
  await expect(opening(page)).toContainText('46');
  await opening(page).getByRole('button', { name: 'Open this radar' }).click();
  await expect(page).toHaveURL(/radar=kept/);
  await expect(blips(page)).toHaveCount(46);
});

test('a link to a file of another tool shows it at once, says how it was read, and can be reviewed', async ({
  page,
}) => {
  await serve(page, 'team.csv', SHEET);
  await openRadar(page, '?radar=team.csv');
  await expect(blips(page)).toHaveCount(5);
  const notice = page.getByRole('status').filter({ hasText: 'Read as Build Your Own Radar, CSV' });
  await expect(notice).toContainText('5 trends, 1 left out; 2 questions were decided as suggested.');
  await notice.getByRole('button', { name: 'Review' }).click();
  await review(page).getByRole('combobox', { name: 'What to do with Hold' }).selectOption('leave-out');
  await acceptReview(page);
  await expect(blips(page)).toHaveCount(3);
  await expect(page).toHaveURL(/radar=kept/);
  await expect(notice).toBeHidden();
  await page.goBack();
  await expect(blips(page)).toHaveCount(5);
});

test('what cannot be fetched or read is answered with place and cure', async ({ page }) => {
  await page.route('https://radars.example/**', (route) => route.abort());
  await page.goto('./?radar=https://radars.example/team.csv');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('does not let other pages read the file (CORS)');
  await expect(alert).toContainText('download the file and drop it on this page');
  await alert.getByRole('button', { name: 'Open another radar' }).click();
  await expect(library(page).getByRole('button', { name: 'Choose files …' })).toBeVisible();
  await page.keyboard.press('Escape');

  const answers: [string, string | Uint8Array, RegExp][] = [
    ['letter.csv', 'Dear colleague,\nplease find attached nothing.\n', /can be read/],
    ['cut.json', '{"quadrants": [{"name": "Tools"', /broken in line 1/],
    [
      'noise.bin',
      Uint8Array.from({ length: 600 }, (_, at) => (at * 91 + 7) % 256),
      /of no kind that is known here/,
    ],
  ];
  for (const [name, content, words] of answers) {
    await drag(page, 'drop', { name, content });
    await expect(opening(page).getByRole('alert')).toContainText(`${name} was not opened`);
    await expect(opening(page).getByRole('alert')).toContainText(words);
  }
  await drag(page, 'drop', { name: 'team.csv', content: SHEET });
  await acceptReview(page);
  await expect(blips(page)).toHaveCount(5);
});
