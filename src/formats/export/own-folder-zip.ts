import { strToU8, zipSync } from 'fflate';
import type { Radar } from '../../domain/radar.ts';
import { formatRadarFolder } from '../radar-folder.ts';
import type { Exporter } from './exporter.ts';

/** The first day that an archive can bear, by the clock of the machine: nothing of the day of writing is in the file. */
const DAY = new Date(1980, 0, 1);

/** The data folder, packed: a file for each trend, to be kept under version control. */
export const ownFolderZip: Exporter = {
  id: 'own-folder',
  label: 'Data folder, zip',
  purpose: 'The whole radar as YAML, one file for each trend, to edit and to keep under version control.',
  ending: '.zip',
  losses: (radar) =>
    isSorted(radar) ? [] : ['Order: trends and sources are written in the order of their ids.'],
  faults: () => [],
  format: (radar) => {
    const files = [...formatRadarFolder(radar)].map(([path, text]) => [path, strToU8(text)]);
    return zipSync(Object.fromEntries(files), { mtime: DAY, level: 6 });
  },
};

function isSorted({ trends, sources }: Radar): boolean {
  return [trends, sources].every((list) =>
    list.every(({ id }, at) => at === 0 || (list[at - 1]?.id ?? '') <= id),
  );
}
