import { latestEdition } from '../domain/editions.ts';
import { formatIssue } from '../domain/issue.ts';
import { buildIndex } from '../domain/radar-index.ts';
import { layOutRadar } from '../layout/lay-out-radar.ts';
import type { ExitCode, Output } from './output.ts';
import { readRadar } from './read-radar.ts';
import { hasErrors, summarise } from './summarise.ts';

/** The chart of the page on a screen of 1920x1080: names are placed for it. Positions do not depend on it. */
const FRAME = { width: 1260, height: 1022 };

/**
 * Prints where each blip and name of the latest edition stands, and how many trends are in cells too full for them, as
 * JSON on one line, in radar units.
 */
export async function runLayout(path: string, { out, err }: Output): Promise<ExitCode> {
  const { radar, issues } = await readRadar(path);
  if (radar === null || hasErrors(issues)) {
    for (const issue of issues) err(formatIssue(issue));
    err(`${path}: ${summarise(issues)}; nothing was laid out`);
    return 1;
  }
  const layout = layOutRadar(buildIndex(radar), {
    edition: latestEdition(radar.editions).id,
    frame: FRAME,
    names: true,
  });
  const blips = layout.blips.map(({ id, x, y, quadrant, ring }) => {
    const name = layout.names.get(id);
    const box = name && { x: name.x, y: name.y, width: name.width, height: name.height, lines: name.lines };
    return { id, x, y, r: layout.blipRadius, quadrant, ring, name: box ?? null };
  });
  out(JSON.stringify({ blips, crowds: layout.crowds }));
  return 0;
}
