import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { readSession } from '../../src/domain/workshop/read-session.ts';
import type { Session } from '../../src/domain/workshop/session.ts';
import { parseSessionFile } from '../../src/formats/session-file.ts';
import { openRadar } from './page.ts';

/** A quadrant of the built-in radar in which ten trends stand. */
export const TEN = '?area=architectures';

export const stage = (page: Page): Locator => page.locator('main[data-view]');
export const trendName = (page: Page): Locator => stage(page).getByRole('heading', { level: 1 });
export const status = (page: Page): Locator => stage(page).getByRole('status');
export const line = (page: Page, label: string | RegExp): Locator =>
  stage(page).locator('form').getByLabel(label).and(page.locator('[data-first]'));

/** Presses one key after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Opens the form of a new workshop by its key. */
export async function openStart(page: Page, query = ''): Promise<void> {
  await openRadar(page, query);
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeFocused();
}

/** Begins a workshop on ten trends, by keys alone. */
export async function begin(page: Page, query = TEN): Promise<void> {
  await openStart(page, query);
  const kept = page.getByRole('radio', { name: 'What the filters leave: 10' });
  const all = page.getByRole('radio', { name: /^All \d+$/ });
  for (let steps = 0; steps < 8; steps += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await all.evaluate((input) => input === document.activeElement)) break;
  }
  await press(page, 'ArrowRight');
  await expect(kept).toBeChecked();
  await press(page, 'Enter');
  await expect(stage(page)).toBeFocused();
  await expect(stage(page)).toContainText('1 of 10');
}

/** Goes to another trend, and waits for it. */
export async function next(page: Page): Promise<void> {
  const before = await trendName(page).textContent();
  await page.keyboard.press('ArrowRight');
  await expect(trendName(page)).not.toHaveText(before ?? '');
}

/** Writes into the line that is open, and saves. */
export async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
  await expect(line(page, label)).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await expect(line(page, label)).toBeHidden();
}

/** The file that a press of a key or button offers. */
export async function saved(page: Page, work: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await work();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

export function parseWorkshop(text: string): Session {
  const { session } = parseSessionFile(text, 'a.workshop.json');
  if (session === null) throw new Error('the file is no workshop');
  return readSession(session.id, session.record);
}

/** The workshop as the window on it holds it, by the file that it saves. */
export async function readWorkshop(page: Page): Promise<Session> {
  const { bytes } = await saved(page, () => page.keyboard.press('Control+s'));
  return parseWorkshop(bytes.toString('utf8'));
}

/** What stands of each trend, but for the time that was spent. */
export function standingsOf(session: Session): unknown[] {
  return [...session.standings.values()].map((standing) => ({ ...standing, seconds: 0 }));
}

/** Where each blip stands, in radar units, and its number. */
export async function places(page: Page): Promise<ReadonlyMap<string, string>> {
  const all = await page.locator('[data-blip]').evaluateAll((groups) =>
    groups.map((group): [string, string] => {
      const disc = group.querySelector('[data-disc]');
      return [
        group.getAttribute('data-blip') ?? '',
        `${disc?.getAttribute('cx')} ${disc?.getAttribute('cy')} ${group.querySelector('text')?.textContent}`,
      ];
    }),
  );
  return new Map(all);
}

/** Waits until all is stored. */
export async function isSaved(page: Page): Promise<void> {
  await expect(stage(page)).toContainText(/· Saved$|· Saved\b/);
}
