const KEY = 'radar-export';

/** What was chosen for the last export, as it was stored; null where nothing was or storage is blocked. */
export function readExportPreference(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

/** Remembers the choices where the browser lets it; where not, they hold for this page. */
export function saveExportPreference(choices: object): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Storage is blocked or full: nothing that was asked for is lost.
  }
}
