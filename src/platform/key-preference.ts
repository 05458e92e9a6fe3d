const KEY = 'radar-keys';

/** Whether single letters, digits and signs run commands; who speaks to the computer may want them off. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** @returns whether the wish could be stored; where not, it does not hold */
export function saveSingleKeys(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
    return true;
  } catch {
    return false;
  }
}
