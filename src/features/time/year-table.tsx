import type { TimelineStep } from '../../domain/assessing/timeline.ts';
import { countStep } from './time-strip.tsx';
import css from './year-table.module.css';

/** The numbers that the strip draws, by year. */
export function YearTable({ steps }: { steps: readonly TimelineStep[] }) {
  const years = new Map<string, TimelineStep['events']>();
  for (const { date, events } of steps) {
    const year = date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), ...events]);
  }
  return (
    <details className={css.years}>
      <summary>When evidence became public, by year</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Supporting</th>
            <th scope="col">Limiting</th>
            <th scope="col">Milestones</th>
          </tr>
        </thead>
        <tbody>
          {[...years].map(([year, events]) => {
            const { supports, limits, milestones } = countStep({ date: year, events });
            return (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{supports}</td>
                <td>{limits}</td>
                <td>{milestones}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>What is dated by its year alone counts from January.</p>
    </details>
  );
}
