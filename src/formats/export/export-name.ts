import { IMPLIED_EDITION } from '../../domain/editions.ts';
import type { Radar } from '../../domain/radar.ts';
import { snapshotName } from '../snapshot-name.ts';
import type { Exporter } from './exporter.ts';

/** The name of a radar's file, such as `our-radar_2026-11.csv`; one that holds all editions names none. */
export function exportName(exporter: Exporter, radar: Radar, edition: string): string {
  const whole = exporter.id.startsWith('own-') || edition === IMPLIED_EDITION.id;
  const parts = {
    title: radar.title,
    edition: whole ? null : edition,
    scope: null,
    date: '',
    reopens: false,
  };
  return `${snapshotName(parts, '.pdf').replace(/\.pdf$/, '')}${exporter.ending}`;
}
