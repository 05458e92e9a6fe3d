import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { parseRadarJson } from '../../src/formats/radar-json.ts';
import {
  begin,
  next,
  openStart,
  places,
  press,
  readWorkshop,
  saved,
  stage,
  standingsOf,
  status,
  trendName,
  write,
} from './workshop-page.ts';

test('a workshop begins with two keys, on all trends', async ({ page }) => {
  await openStart(page);
  await press(page, 'Enter');
  await expect(stage(page)).toContainText('1 of 46');
  await expect(page).toHaveURL(/workshop=[0-9a-f]{16}/);
});

test('a workshop of ten trends by keys alone, its result, and the edition that is published from it', async ({
  page,
}) => {
  test.slow();
  await begin(page);
  const start = await readWorkshop(page);
  const [one, two, three, four, five, six, seven, eight, nine, ten] = start.queue;
  const before = await places(page);
  expect(before.size).toBe(46);

  // counts, revealed, kept where it is, with a fact of the radar
  await press(page, 'Shift+Digit1', 'Shift+Digit1', 'Shift+Digit1', 'Shift+Digit2', 'Shift+Q');
  await expect(stage(page)).toContainText('5 votes in, hidden');
  await expect(stage(page)).not.toContainText('median');
  await press(page, 'r');
  await expect(stage(page)).toContainText(/Adopt 3, Trial 1.*median Adopt/);
  await press(page, '1');
  await write(page, /^Reason for/, 'Still sound #1');
  await expect(stage(page)).toContainText('Stays in Adopt. Still sound.');

  // a secret ballot that shows nothing, then another vote
  await next(page);
  await press(page, 'b');
  const ballot = page.getByRole('region', { name: 'Secret ballot' });
  await press(page, '1', '2', '2', 'q');
  await expect(ballot).toContainText('Vote 5');
  await expect(stage(page)).not.toContainText(/Adopt 1|Trial 2/);
  await press(page, 'Escape', 'r');
  await expect(stage(page)).toContainText('Adopt 1, Trial 2, question 1; median Trial');
  await press(page, 'x', 'Shift+Digit2', 'Shift+Digit2', 'r', '2');
  await write(page, /^Reason for/, 'Too dear for us');
  await press(page, 'd');
  await write(page, /^Dissent on/, 'One team disagrees');
  await press(page, 'c');
  await write(page, /^Champion for/, 'Ann');
  await expect(stage(page)).toContainText('Moved out from Adopt to Trial. Too dear for us. Champion: Ann.');
  await expect(stage(page)).toContainText('vote 1:');

  // a note, and a reason that rests on evidence of the team, ticked by keys
  await next(page);
  await press(page, 'n');
  await write(page, /^Note on/, 'Asked the platform team');
  await press(page, 'o');
  await page.keyboard.insertText('Our own test was slower');
  await press(page, 'Tab');
  await page.keyboard.insertText('https://example.org/our-test');
  await press(page, 'Enter', '2');
  await page.keyboard.insertText('By our own numbers');
  await press(page, 'Shift+Tab', 'Space', 'Enter');
  await expect(stage(page)).toContainText('Moved out from Adopt to Trial. By our own numbers.');

  // parked, proposed, retired
  await next(page);
  await press(page, 'p');
  await next(page);
  await press(page, 'a');
  await page.keyboard.insertText('Test-time compute');
  await press(page, 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(status(page)).toHaveText('Proposed Test-time compute');
  await press(page, 't');
  await write(page, /^Reason for/, 'Nobody uses it');

  // moved in, out, kept; undone and done again; decided anew
  await next(page);
  await press(page, '1', 'Escape');
  await next(page);
  await press(page, '2', 'Escape');
  await next(page);
  await press(page, '3', 'Escape');
  await next(page);
  await press(page, '1', 'Escape', 'z');
  await expect(status(page)).toHaveText(/^Undone: Moved /);
  await press(page, 'Shift+Z');
  await expect(status(page)).toHaveText(/^Done again: Moved /);
  await next(page);
  await press(page, 't', 'Escape', 'Backspace', '3', 'Escape');

  // at the end comes what was parked; the queue is a way, too
  await press(page, 'g');
  await expect(page.getByRole('region', { name: /^Queue: 10 done, 1 left, 1 parked/ })).toBeVisible();
  await press(page, 'Escape');
  await press(page, 'ArrowRight');
  await expect(stage(page)).toContainText('· proposed');
  await next(page);
  await expect(stage(page)).toContainText('4 of 11');

  // all that did not move stands where it stood, with its number
  const after = await places(page);
  const moved = new Set([two, three, five, six, seven, nine, 'test-time-compute']);
  for (const [id, place] of before) if (!moved.has(id)) expect(after.get(id), id).toBe(place);
  expect(after.has(five ?? '')).toBe(false);
  expect(after.get(two ?? '')).not.toBe(before.get(two ?? ''));

  const done = await readWorkshop(page);
  expect(
    [one, two, three, four, five, six, seven, eight, nine, ten].map((id) => done.standings.get(id ?? '')),
  ).toMatchObject([
    { to: 'adopt', reason: 'Still sound', basis: [expect.any(String)] },
    {
      to: 'trial',
      dissent: 'One team disagrees',
      champion: 'Ann',
      rounds: [
        { ballots: 4, revealed: true },
        { votes: { trial: 2 }, revealed: true },
      ],
    },
    {
      to: 'trial',
      reason: 'By our own numbers',
      basis: [expect.any(String)],
      notes: [{ text: 'Asked the platform team' }],
    },
    { to: null, parked: true },
    { retired: true, reason: 'Nobody uses it' },
    { to: 'adopt' },
    { to: 'trial' },
    { to: 'assess' },
    { to: 'adopt' },
    { to: 'assess', retired: false },
  ]);

  // what came of it
  await press(page, 's');
  await expect(page).toHaveURL(/step=result/);
  const result = page.getByRole('article');
  await expect(result).toContainText(
    '10 of 11 decided · 3 moved in · 2 moved out · 1 new · 1 retired · 1 parked',
  );
  const take = (name: string) =>
    saved(page, () => result.getByRole('button', { name, exact: true }).press('Enter'));
  const minutes = (await take('Minutes (Markdown)')).bytes.toString('utf8');
  for (const words of [
    'Too dear for us',
    'One team disagrees',
    'Ann',
    'Asked the platform team',
    'Adopt 1, Trial 2',
  ])
    expect(minutes).toContain(words);
  const records = unzipSync((await take('Decision records (zip)')).bytes);
  expect(
    Object.keys(records)
      .sort()
      .map((name) => name.replace(/^.*\d{4}-\d\d-\d\d-/, '')),
  ).toEqual([two, three, five, six, seven, nine, 'test-time-compute'].map((id) => `${id}.md`).sort());
  const csv = (await take('CSV')).bytes.toString('utf8');
  expect(csv.trim().split(/\r?\n/)).toHaveLength(12);
  const name = start.radar.trends.find(({ id }) => id === two)?.name ?? '';
  const cells = csv.split(/\r?\n/).find((each) => each.includes(name));
  for (const cell of ['Adopt', 'Trial', 'Moved out', 'Too dear for us', 'One team disagrees', 'Ann'])
    expect(cells).toContain(cell);
  const svg = (await take('Picture (SVG)')).bytes.toString('utf8');
  expect(svg.match(/data-arrow="/g)).toHaveLength(5);
  const png = await take('Picture (PNG)');
  expect(png.name).toMatch(/_result_.*\.png$/);
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1920, 1080]);

  // the edition holds exactly what was decided
  await result.getByRole('button', { name: 'Publish as a new edition' }).press('Enter');
  const edition = await page.getByRole('textbox', { name: 'Edition' }).inputValue();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`edition=${edition}`));
  const dialog = page.getByRole('dialog', { name: 'Save the radar as a file' });
  const file = await saved(page, () => dialog.getByRole('button', { name: /^Save as/ }).press('Enter'));
  const { radar, issues } = parseRadarJson(file.bytes.toString('utf8'), file.name);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const latest = start.radar.editions.at(-1)?.id;
  for (const trend of radar?.trends ?? []) {
    const standing = done.standings.get(trend.id);
    const old = start.radar.trends
      .find(({ id }) => id === trend.id)
      ?.placements.find((place) => place.edition === latest);
    const place = trend.placements.find((each) => each.edition === edition);
    const wanted = standing?.retired ? undefined : (standing?.to ?? old?.ring);
    expect(place?.ring, trend.id).toBe(wanted);
    if (place !== undefined && standing?.reason) expect(place.reason).toContain(standing.reason);
  }
  expect(radar?.trends).toHaveLength(47);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-blip]')).toHaveCount(46);
  await expect(page.locator('[data-blip="test-time-compute"]')).toBeVisible();
});

test('everything is undone back to the start, in words, and the log still tells of it', async ({ page }) => {
  await begin(page);
  const start = await readWorkshop(page);
  await press(page, 'Shift+Digit2', 'Shift+Digit2', 'r', '2');
  await write(page, /^Reason for/, 'For now');
  await press(page, 'x', 'p', 'ArrowRight', 't', 'Escape', 'n');
  await write(page, /^Note on/, 'Something');
  await press(page, 'a');
  await write(page, 'New trend', 'Another idea');
  const done = await readWorkshop(page);
  expect(standingsOf(done)).not.toEqual(standingsOf(start));
  const undo = stage(page).getByRole('navigation').getByRole('button', { name: 'Undo' });
  let steps = 0;
  for (; steps < 30 && (await undo.isVisible()); steps += 1) {
    await press(page, 'z');
    await expect(status(page)).toHaveText(/^Undone: /);
  }
  expect(steps).toBe(10);
  const undone = await readWorkshop(page);
  expect(standingsOf(undone)).toEqual(standingsOf(start));
  expect(undone.queue).toEqual(start.queue);
  expect(undone.log.slice(0, done.log.length)).toEqual(done.log);
  expect(undone.log).toHaveLength(done.log.length + 10);
  for (; steps > 0; steps -= 1) await press(page, 'Shift+Z');
  expect(standingsOf(await readWorkshop(page))).toEqual(standingsOf(done));
});

test('a blip is dragged to another ring, or picked up and put down, as the keys do', async ({ page }) => {
  await begin(page);
  const { at } = await readWorkshop(page);
  const discOf = (id: string) => page.locator(`[data-blip="${id}"] [data-disc]`);
  const middle = async (id: string) => {
    const box = await discOf(id).boundingBox();
    if (box === null) throw new Error('a blip without a place');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const own = at ?? '';
  const before = await places(page);
  const from = await middle(own);
  const to = await middle('gans');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await expect(stage(page)).toContainText('Put it down in a ring');
  await page.mouse.move(to.x + 12, to.y);
  await page.mouse.up();
  await expect(status(page)).toHaveText(/out to Assess$/);
  await press(page, 'Escape');
  const dragged = await places(page);
  for (const [id, place] of before) expect(dragged.get(id) === place, id).toBe(id !== own);
  await press(page, 'z', '3', 'Escape');
  expect(await places(page)).toEqual(dragged);

  // two clicks do it, too; Escape lets go
  await press(page, 'z');
  await expect(discOf(own)).toHaveAttribute('cx', (before.get(own) ?? '').split(' ')[0] ?? '');
  await page.mouse.click(from.x, from.y);
  await expect(stage(page)).toContainText('Put it down in a ring');
  await press(page, 'Escape');
  await expect(stage(page)).not.toContainText('Put it down in a ring');
  await page.mouse.click(from.x, from.y);
  await page.mouse.click(to.x + 12, to.y);
  await expect(status(page)).toHaveText(/out to Assess$/);
});

test('Escape leaves the stage for the radar; Back and forward go through stage and result', async ({
  page,
}) => {
  await begin(page);
  await page.goBack();
  await expect(page.getByRole('dialog', { name: 'Workshop' })).toBeVisible();
  await page.goForward();
  await expect(trendName(page)).toBeVisible();
  await press(page, '2', 'Escape', 'g', 'Escape');
  await expect(stage(page)).toBeVisible();
  await press(page, 's');
  const publish = page.getByRole('button', { name: 'Publish as a new edition' });
  await expect(publish).toBeVisible();
  await page.goBack();
  await expect(trendName(page)).toBeVisible();
  await page.goForward();
  await expect(publish).toBeVisible();
  await page.getByRole('button', { name: 'Back to the stage' }).click();
  await expect(trendName(page)).toBeVisible();
  await press(page, 'Escape');
  await expect(page.locator('[data-blip][tabindex="0"]')).toBeVisible();
  await expect(page).not.toHaveURL(/workshop/);
  await page.goBack();
  await expect(stage(page)).toContainText('Moved out from Adopt to Trial');
});
