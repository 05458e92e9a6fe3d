import { expect, test } from '@playwright/test';
import { acceptReview, library, openLibrary, review } from './give-files.ts';
import { openRadar, panel } from './page.ts';

/** What tries to run, to load or to lead somewhere, in every field that a table has. */
const ATTACKS = [
  '<script>window.harmed=1;alert(1)</script>',
  '<img src=https://evil.example/x.png onerror=alert(1)>',
  '<svg onload=alert(1)><a href=javascript:alert(1)>x</a></svg>',
  '<iframe src=https://evil.example srcdoc="<script>parent.harmed=1</script>"></iframe>',
  '<a href="javascript:alert(1)">a</a> [b](javascript:alert(1)) [c](data:text/html,<script>alert(1)</script>)',
  '![d](https://evil.example/d.png) <https://evil.example/ok>',
  '<style>@import "https://evil.example/e.css"; *{background:url(https://evil.example/f)}</style>',
  '=HYPERLINK("https://evil.example";"g")',
  '"><body onload=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
];
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const ROWS = [...ATTACKS, ...NAMES].map((attack, at) =>
  [
    `${attack} ${at}`,
    at % 2 === 0 ? 'trial' : attack,
    at % 3 === 0 ? 'Tools' : attack,
    'TRUE',
    attack,
    attack,
  ]
    .map(quote)
    .join(','),
);
const TABLE = ['name,ring,quadrant,isNew,status,description', ...ROWS].join('\n');

test('no script runs from imported text, nothing is loaded, and links lead to the web', async ({
  page,
  baseURL,
}) => {
  const home = new URL(baseURL ?? 'http://localhost').host;
  const dialogs: string[] = [];
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && host !== home) strangers.push(request.url());
  });

  await openRadar(page);
  await openLibrary(page);
  await library(page)
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'theirs.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await expect(review(page)).toContainText('Build Your Own Radar, CSV');
  for (const fold of await review(page).locator('summary').all()) await fold.click();
  await acceptReview(page);

  const trends = page.locator('[data-row]');
  await expect(trends).not.toHaveCount(0);
  const ids = await trends.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row') ?? ''));
  expect(ids.length).toBeGreaterThanOrEqual(ATTACKS.length);
  for (const id of ids) {
    await page.locator(`[data-row="${id}"]`).click();
    await expect(panel(page)).toBeVisible();
    await expect(
      panel(page).locator('script, iframe, img, object, embed, style, base, [onerror], [onload]'),
    ).toHaveCount(0);
    const links = await panel(page)
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
    expect(links.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
    await page.keyboard.press('Escape');
  }
  expect(await page.evaluate(() => ['harmed' in window, 'polluted' in {}])).toEqual([false, false]);
  expect({ dialogs, errors, strangers }).toEqual({ dialogs: [], errors: [], strangers: [] });
});
