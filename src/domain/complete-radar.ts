import { IMPLIED_EDITION, latestEdition } from './editions.ts';
import type { Radar, RadarFile } from './radar.ts';

/** The radar that a radar file stands for, with all that the file may leave out. The file has passed its checks. */
export function completeRadar({
  editions = [IMPLIED_EDITION],
  sources = [],
  trends,
  ...head
}: RadarFile): Radar {
  const edition = latestEdition(editions).id;
  return {
    ...head,
    editions,
    sources,
    trends: trends.map(({ ring, placements = [], ...rest }) => ({
      ...rest,
      placements: ring === undefined ? placements : [{ edition, ring }],
    })),
  };
}
