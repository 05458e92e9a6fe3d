import type { Place } from './draft.ts';

/** Files whose lines are rows. */
const SHEET = /\.(csv|tsv|xlsx)$/i;

/** A place as it is read: "tools.csv, row 12, ring". */
export function placeWords({ file, line, field }: Place): string {
  return [file, line === undefined ? '' : `${SHEET.test(file) ? 'row' : 'line'} ${line}`, field ?? '']
    .filter((part) => part !== '')
    .join(', ');
}
