import { expect, type Page, test } from '@playwright/test';
import {
  begin,
  isSaved,
  next,
  openStart,
  parseWorkshop,
  press,
  readWorkshop,
  saved,
  stage,
  standingsOf,
  status,
  trendName,
  write,
} from './workshop-page.ts';

/** Kills the page as a crash of the browser would, and opens its address again. */
async function crash(page: Page): Promise<Page> {
  const context = page.context();
  const address = page.url();
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto(address);
  await expect(stage(again)).toBeVisible();
  return again;
}

test('a crash costs at most the sentence being typed, also while it writes; a reload costs nothing', async ({
  page,
}) => {
  await begin(page);
  await press(page, 'Shift+Digit2', 'r', '2');
  await write(page, /^Reason for/, 'Too dear');
  await next(page);
  await press(page, 'n');
  await write(page, /^Note on/, 'Ask Bo');
  await isSaved(page);
  const before = await readWorkshop(page);
  await press(page, 'd');
  await page.keyboard.insertText('Half a sen');
  const second = await crash(page);
  await expect(trendName(second)).toHaveText((await trendOf(before.at, before)) ?? '');
  const after = await readWorkshop(second);
  expect(standingsOf(after)).toEqual(standingsOf(before));
  expect(after.log).toEqual(before.log);

  // in the middle of a burst, nothing is awaited: what is there is a beginning of what was done
  await press(second, 'p', 't', 'Escape', 'Backspace', '3', 'Escape', 'ArrowRight', '2', 'Escape', 'p');
  const third = await crash(second);
  const burst = await readWorkshop(third);
  const words = burst.log.slice(before.log.length).map((entry) => entry.words.replace(/ .*/, ''));
  expect(['Parked', 'Retired', 'Took', 'Moved', 'Moved', 'Parked'].slice(0, words.length)).toEqual(words);
  expect(burst.log.slice(0, before.log.length)).toEqual(before.log);

  await press(third, 'n');
  await write(third, /^Note on/, 'Here we are again');
  await isSaved(third);
  const last = await readWorkshop(third);
  await third.reload();
  await expect(stage(third)).toBeVisible();
  expect(standingsOf(await readWorkshop(third))).toEqual(standingsOf(last));
  await press(third, '?');
  await expect(third.getByRole('region', { name: 'All keys' })).toContainText(
    'since it was opened or reloaded',
  );
});

const trendOf = (
  id: string | null,
  { radar }: { radar: { trends: readonly { id: string; name: string }[] } },
) => radar.trends.find((trend) => trend.id === id)?.name;

test('two tabs stay in step, and each takes back only what it did', async ({ page, context }) => {
  await begin(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(trendName(other)).toHaveText((await trendName(page).textContent()) ?? '');
  await press(page, '2');
  await write(page, /^Reason for/, 'Said in one');
  await expect(stage(other)).toContainText('Moved out from Adopt to Trial. Said in one.');
  await press(other, 'n');
  await write(other, /^Note on/, 'Noted in the other');
  await press(other, 'c');
  await write(other, /^Champion for/, 'Bo');
  await expect(stage(page)).toContainText('Champion: Bo.');
  // the last act of all is the other's, the last of this one the reason
  await press(page, 'z');
  await expect(status(page)).toHaveText(/^Undone: Reason for/);
  await expect(stage(other)).not.toContainText('Said in one');
  await expect(stage(other)).toContainText('Champion: Bo.');
  await press(other, 'z');
  await expect(status(other)).toHaveText(/^Undone: Champion for/);
  await press(other, 'z');
  await expect(status(other)).toHaveText(/^Undone: Note on/);
  await expect(stage(other).getByRole('navigation').getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect(stage(page)).not.toContainText('Champion');
  const [one, two] = [await readWorkshop(page), await readWorkshop(other)];
  expect(standingsOf(one)).toEqual(standingsOf(two));
  expect(one.log).toEqual(two.log);
  expect(one.standings.get(one.at ?? '')).toMatchObject({ to: 'trial', reason: '', notes: [], champion: '' });
});

test('the window for the room is in step, shows neither notes nor controls, and is not missed', async ({
  page,
  context,
}) => {
  await begin(page);
  const opening = context.waitForEvent('page');
  await press(page, 'y');
  const room = await opening;
  await expect(trendName(room)).toHaveText((await trendName(page).textContent()) ?? '');
  await press(page, 'n');
  await write(page, /^Note on/, 'Not for the room');
  await press(page, 'Shift+Digit1', 'Shift+Digit2', 'Shift+Digit2');
  await expect(stage(room)).toContainText('3 votes in, hidden');
  await press(page, '2');
  await write(page, /^Reason for/, 'Said to all');
  await expect(stage(room)).toContainText('Said to all');
  await press(page, 'r');
  await expect(stage(room)).toContainText('median Trial');
  await expect(stage(room)).not.toContainText('Not for the room');
  await expect(stage(room).getByRole('button')).toHaveCount(0);
  // keys there change nothing and never leave
  await press(room, '3', 't', 'p', 'Escape');
  await expect(stage(room)).toContainText('Moved out from Adopt to Trial');
  await next(page);
  await expect(trendName(room)).toHaveText((await trendName(page).textContent()) ?? '');
  await room.close();
  await press(page, 'p');
  await expect(stage(page)).toContainText('Parked');
  await isSaved(page);
});

test('where nothing can be stored that is said at once, with the file as the way out', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await openStart(page);
  const told = page.getByRole('alert');
  await expect(told).toContainText('does not let the page read the workshops that it keeps');
  await press(page, 'Enter');
  await expect(told).toContainText('Not saved: This browser does not let the page store anything.');
  await press(page, '2');
  await write(page, /^Reason for/, 'Kept in the file');
  const { name, bytes } = await saved(page, () =>
    told.getByRole('button', { name: 'Save to a file' }).click(),
  );
  expect(name).toMatch(/\.workshop\.json$/);
  const session = parseWorkshop(bytes.toString('utf8'));
  expect(session.standings.get(session.at ?? '')).toMatchObject({ to: 'trial', reason: 'Kept in the file' });
});

test('a workshop is renamed, duplicated, deleted, taken back; copies from two machines merge to the same', async ({
  page,
  browser,
}) => {
  test.slow();
  const name = /^Workshop \d+ \w+ \d{4}$/;
  await begin(page);
  await press(page, '2');
  await write(page, /^Reason for/, 'Before they part');
  await isSaved(page);
  const address = page.url();
  const first = await saved(page, () => page.keyboard.press('Control+s'));

  // the other machine goes on with the file
  const context = await browser.newContext();
  const far = await context.newPage();
  const list = (tab: Page) => tab.getByRole('region', { name: 'Workshops in this browser' });
  const bring = async (tab: Page, file: Awaited<ReturnType<typeof saved>>) => {
    await openStart(tab);
    await list(tab)
      .getByLabel('File of a workshop')
      .setInputFiles({ name: file.name, mimeType: 'application/json', buffer: file.bytes });
  };
  await bring(far, first);
  await expect(list(far)).toContainText('The workshop was added.');
  await list(far)
    .getByRole('button', { name: /^Resume/ })
    .click();
  await expect(stage(far)).toContainText('Before they part');
  await press(far, 'd');
  await write(far, /^Dissent on/, 'Said far away');
  await next(far);
  await press(far, 't', 'Escape');
  const second = await saved(far, () => far.keyboard.press('Control+s'));
  await press(page, 'c');
  await write(page, /^Champion for/, 'Ann');
  await isSaved(page);
  const own = await saved(page, () => page.keyboard.press('Control+s'));
  await bring(page, second);
  await expect(list(page)).toContainText('The workshop was merged with the one that is here.');
  await bring(far, own);
  await expect(list(far)).toContainText('The workshop was merged with the one that is here.');
  for (const tab of [page, far]) {
    await list(tab)
      .getByRole('button', { name: /^Resume/ })
      .click();
    await expect(stage(tab)).toBeVisible();
  }
  const [here, there] = [await readWorkshop(page), await readWorkshop(far)];
  expect(standingsOf(here)).toEqual(standingsOf(there));
  expect(here.log).toEqual(there.log);
  expect(here.standings.get(here.queue[0] ?? '')).toMatchObject({
    champion: 'Ann',
    dissent: 'Said far away',
  });
  expect(here.standings.get(here.queue[1] ?? '')).toMatchObject({ retired: true });
  await context.close();

  // the list
  await openStart(page);
  const entries = list(page).getByRole('listitem');
  await expect(entries).toHaveCount(1);
  await list(page)
    .getByRole('button', { name: /^Rename/ })
    .click();
  await page.keyboard.insertText('Autumn review');
  await press(page, 'Enter');
  await expect(list(page).getByRole('heading', { name: 'Autumn review' })).toBeVisible();
  await expect(list(page).getByRole('heading', { name })).toBeHidden();
  await list(page).getByRole('button', { name: 'Duplicate Autumn review' }).click();
  await expect(entries).toHaveCount(2);
  await list(page).getByRole('button', { name: 'Delete Autumn review', exact: true }).click();
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Autumn review, copy');
  await list(page).getByRole('button', { name: 'Undo' }).click();
  await expect(entries).toHaveCount(2);
  const exported = await saved(page, () =>
    list(page).getByRole('button', { name: 'Export Autumn review as a file' }).click(),
  );
  expect(standingsOf(parseWorkshop(exported.bytes.toString('utf8')))).toEqual(standingsOf(here));
  await list(page).getByRole('button', { name: 'Resume Autumn review', exact: true }).click();
  expect(new URL(page.url()).searchParams.get('workshop')).toBe(
    new URL(address).searchParams.get('workshop'),
  );
});
