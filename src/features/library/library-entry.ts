import type { OwnRadar } from '../../platform/edited-radars.ts';
import { type KeptEntry, readHeading } from '../../platform/kept-radars.ts';

/** A radar of this browser, as the list shows it. */
export interface LibraryEntry {
  address: string;
  title: string;
  trends: number;
  /** When it was opened or changed last, an ISO time; null where that was not written down. */
  when: string | null;
  /** What it was opened from, such as "radar.csv (Build Your Own Radar, CSV)". */
  from: string | null;
  /** Whether it is edited here, and how many of its changes are in no file. */
  edited: { unsaved: number } | null;
}

/** Radars opened from files and radars edited here in one list, the last one first. */
export function buildEntries(
  kept: readonly KeptEntry[],
  own: readonly (OwnRadar & { address: string })[],
): LibraryEntry[] {
  const entries = [
    ...own.map(
      ({ address, name, text, changed, unsaved }): LibraryEntry => ({
        address,
        title: name,
        trends: readHeading(text).trends,
        when: changed,
        from: null,
        edited: { unsaved },
      }),
    ),
    ...kept.map(
      ({ address, title, trends, when, file, format }): LibraryEntry => ({
        address,
        title,
        trends,
        when: when ?? null,
        from: file === undefined || format === undefined ? null : `${file} (${format})`,
        edited: null,
      }),
    ),
  ];
  return entries.sort((a, b) => (b.when ?? '').localeCompare(a.when ?? ''));
}
