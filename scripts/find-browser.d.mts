export const BROWSER_FLAGS: readonly string[];
export function findBrowser(): string | null;
export function ensureBrowser(): string | null;
