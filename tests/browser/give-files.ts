import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** A file as a person has it. */
export interface TestFile {
  name: string;
  content: string | Uint8Array;
}

/** Sends a drag event with files, made in the page, to the middle of it. */
export function drag(
  page: Page,
  type: 'dragover' | 'dragleave' | 'drop',
  ...files: TestFile[]
): Promise<void> {
  return page.evaluate(
    ({ type, files }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    {
      type,
      files: files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') })),
    },
  );
}

/** Drops a folder from the disk, as a hand does: only the browser itself can make the entries that lead into it. */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  await send('dragEnter');
  await send('dragOver');
  await expect(page.getByText('Drop a radar to open it')).toBeVisible();
  // The invitation lies under the pointer now.
  await send('dragOver');
  await send('drop');
  await session.detach();
}

/** Writes files below a folder. */
export function writeFolder(folder: string, files: readonly { path: string; text?: string }[]): void {
  for (const { path, text = '' } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export const library = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Open, make or merge a radar' });
export const opening = (page: Page): Locator => page.getByRole('dialog', { name: 'Open a radar' });
export const review = (page: Page): Locator => page.getByRole('dialog', { name: 'Review what was read' });
export const merging = (page: Page): Locator => page.getByRole('dialog', { name: 'Merge two radars' });
export const editor = (page: Page): Locator => page.getByRole('complementary', { name: 'Edit' });
export const blips = (page: Page): Locator => page.locator('[data-blip]');

/** The dialog of all ways in, by its key. */
export async function openLibrary(page: Page): Promise<void> {
  await page.keyboard.press('o');
  await expect(library(page).getByRole('button', { name: 'Choose files …' })).toBeFocused();
}

/** Opens what was reviewed, with all questions as they stand. */
export async function acceptReview(page: Page): Promise<void> {
  await review(page)
    .getByRole('button', { name: /^Open this radar/ })
    .click();
  await expect(review(page)).toBeHidden();
}
