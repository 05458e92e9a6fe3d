/** The reader's wish for the page's colours; `system` follows the device. */
export type ThemePreference = 'system' | 'light' | 'dark';

/** The script in index.html reads the same key before the first paint. */
const KEY = 'radar-theme';

export function readThemePreference(): ThemePreference {
  const stored = readStored();
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Applies the wish to the page at once and remembers it where the browser lets it. */
export function saveThemePreference(preference: ThemePreference): void {
  if (preference === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = preference;
  try {
    if (preference === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, preference);
  } catch {
    // Storage is blocked: the wish holds for this page, which is all that can be had.
  }
}

/** The colours that the page has now. */
export function shownTheme(): 'light' | 'dark' {
  const preference = readThemePreference();
  if (preference !== 'system') return preference;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
