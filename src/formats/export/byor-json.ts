import { buildByorRows, byorFaults, byorLosses } from './byor-rows.ts';
import type { Exporter } from './exporter.ts';

/** Build Your Own Radar of Thoughtworks: a list of rows. Its values are all text, as it reads nothing else. */
export const byorJson: Exporter = {
  id: 'byor-json',
  label: 'Build Your Own Radar, JSON',
  purpose: 'For the Thoughtworks radar, from an address.',
  ending: '.json',
  losses: byorLosses,
  faults: byorFaults,
  format: (radar, edition) => `${JSON.stringify(buildByorRows(radar, edition), null, 2)}\n`,
};
