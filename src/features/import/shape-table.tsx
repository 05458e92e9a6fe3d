import { latestEdition } from '../../domain/editions.ts';
import { shownHues } from '../../domain/importing/arrange-radar.ts';
import type { Radar } from '../../domain/radar.ts';
import { HUES } from '../../domain/schema.ts';
import css from './shape-table.module.css';

/** How many trends each ring of each quadrant will have in the latest edition. */
export function ShapeTable({ radar }: { radar: Radar }) {
  const edition = latestEdition(radar.editions).id;
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const trend of radar.trends) {
    const ring = trend.placements.find((placement) => placement.edition === edition)?.ring;
    if (ring === undefined) continue;
    for (const key of [`${trend.quadrant} ${ring}`, ` ${ring}`, `${trend.quadrant} `, ' ']) add(key);
  }
  const count = (quadrant: string, ring: string) => counts.get(`${quadrant} ${ring}`) ?? 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached from the keyboard
    <section className={css.frame} aria-label="What the radar will hold" tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Trends</th>
            {radar.rings.map((ring) => (
              <th key={ring.id} scope="col">
                {ring.name}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {radar.quadrants.map((quadrant, at) => (
            <tr key={quadrant.id} data-quadrant={HUES.indexOf(shownHues(radar.quadrants)[at] ?? HUES[0])}>
              <th scope="row">{quadrant.name}</th>
              {radar.rings.map((ring) => (
                <td key={ring.id}>{count(quadrant.id, ring.id)}</td>
              ))}
              <td>{count(quadrant.id, '')}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            {radar.rings.map((ring) => (
              <td key={ring.id}>{count('', ring.id)}</td>
            ))}
            <td>{count('', '')}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
