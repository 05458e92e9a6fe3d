import { expect, type Locator, type Page } from '@playwright/test';

export const SIZES = {
  large: { width: 1920, height: 1080 },
  laptop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
} as const;

/** Opens the page and waits until the application has taken over and stands in its own typeface. */
export async function openRadar(page: Page, query = ''): Promise<void> {
  await page.goto(`./${query}`);
  await expect(page.locator('[data-blip][tabindex="0"]')).toBeVisible();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

export const blip = (page: Page, id: string): Locator => page.locator(`[data-blip="${id}"]`);
export const row = (page: Page, id: string): Locator => page.locator(`[data-row="${id}"]`);
export const panel = (page: Page): Locator => page.getByRole('article');

/** The discs of all blips, in px of the page. */
export function discs(page: Page): Promise<{ id: string; x: number; y: number; r: number }[]> {
  return page.locator('[data-blip]').evaluateAll((groups) =>
    groups.map((group) => {
      const box = group.querySelector('[data-disc]')?.getBoundingClientRect();
      if (box === undefined) throw new Error('a blip without a disc');
      return {
        id: group.getAttribute('data-blip') ?? '',
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        r: box.width / 2,
      };
    }),
  );
}

/** The least radar file, with any trends. */
export function radarFile(
  trends: { id: string; name: string; quadrant: string; ring: string; [key: string]: unknown }[],
  more: Record<string, unknown> = {},
): string {
  return JSON.stringify({
    version: 1,
    title: 'Another radar',
    quadrants: ['one', 'two', 'three'].map((id) => ({ id, name: `Quadrant ${id}` })),
    rings: ['adopt', 'hold'].map((id) => ({ id, name: id })),
    trends,
    ...more,
  });
}

/** Serves `body` at `address` below the page, without touching the network. */
export async function serve(page: Page, address: string, body: string, status = 200): Promise<void> {
  await page.route(`**/${address}`, (route) =>
    route.fulfill({ status, body, contentType: 'application/json' }),
  );
}
