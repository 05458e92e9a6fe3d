import { formatRadarJson } from '../radar-json.ts';
import type { Exporter } from './exporter.ts';

/** The radar file: everything in one text, with all editions. */
export const ownJson: Exporter = {
  id: 'own-json',
  label: 'Radar file',
  purpose: 'The whole radar in one file, to keep, to share and to open again here.',
  ending: '.radar.json',
  losses: () => [],
  faults: () => [],
  format: (radar) => formatRadarJson(radar),
};
