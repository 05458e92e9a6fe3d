import type { ReactElement } from 'react';
import type { Timeline, TimelineEvent, TimelineStep } from '../../domain/assessing/timeline.ts';
import { countWords } from './count-words.ts';
import css from './time-strip.module.css';

/** Heights in px, from the top: stacks of milestones, supporting facts up from the base, limiting ones down, years. */
const MILESTONES = 26;
const BASE = 70;
const MOST_UP = 36;
const MOST_DOWN = 26;
const HEIGHT = 116;
/** Most height of a diamond, px; it is lower where stacks would not fit. */
const MOST_DIAMOND = 5;
/** Half of a diamond's width, px. */
const DIAMOND = 2.4;
/** Least distance of two years, as a share of the strip's width, so that they never touch on a phone. */
const YEARS_APART = 12;

/**
 * Where on the way evidence became public, above the slider of dates and in step with it: facts that support stand up
 * from the base, those that limit hang down, milestones are diamonds, editions dashed lines. What was not known yet is
 * pale. Readers get it as one sentence; the panel's table has the numbers.
 */
export function TimeStrip({ timeline, at }: { timeline: Timeline; at: number }): ReactElement {
  const { steps } = timeline;
  const counts = steps.map(countStep);
  const tallest = Math.max(
    1,
    ...counts.map(({ supports }) => supports * (MOST_DOWN / MOST_UP)),
    ...counts.map(({ limits }) => limits),
  );
  const unit = MOST_DOWN / tallest;
  const diamond = Math.min(
    MOST_DIAMOND,
    MILESTONES / Math.max(1, ...counts.map(({ milestones }) => milestones)),
  );
  const left = (step: number) => `${placeStep(step, steps.length)}%`;
  // in hundredths of the strip, however wide it is
  const moveTo = (step: number) => ({ transform: `translateX(${left(step)})` });
  return (
    <svg className={css.strip} width="100%" height={HEIGHT} role="img" aria-label={stripWords(steps)}>
      <line className={css.base} x1="0" x2="100%" y1={BASE} y2={BASE} />
      {steps.map(
        (step, order) =>
          step.editions.length > 0 && (
            <line
              key={step.date}
              className={css.edition}
              x1={left(order)}
              x2={left(order)}
              y1={0}
              y2={BASE + MOST_DOWN + 4}
            />
          ),
      )}
      {counts.map(({ date, supports, limits, milestones }, order) => (
        <g key={date} style={moveTo(order)} className={order > at ? css.later : css.known} data-step={date}>
          {supports > 0 && <rect x={-1} width={2} y={BASE - supports * unit} height={supports * unit} />}
          {limits > 0 && <rect x={-1} width={2} y={BASE + 1} height={limits * unit} />}
          {milestones > 0 && <path d={stackPath(milestones, diamond)} />}
        </g>
      ))}
      {steps.length > 0 && (
        <g style={moveTo(at)} className={css.now}>
          <path d={`M0 0V${BASE + MOST_DOWN + 4}`} />
          <path d={`M-4 ${BASE + MOST_DOWN + 10}l4 -7l4 7z`} />
        </g>
      )}
      {chooseYears(steps).map(({ year, share, anchor }) => (
        <text key={year} x={`${share}%`} y={HEIGHT - 2} textAnchor={anchor}>
          {year}
        </text>
      ))}
    </svg>
  );
}

/** Diamonds one above the other, from the foot of their lane. */
function stackPath(count: number, height: number): string {
  const half = height / 2;
  return Array.from(
    { length: count },
    (_, order) =>
      `M0 ${MILESTONES - order * height}l${-DIAMOND} ${-half}l${DIAMOND} ${-half}l${DIAMOND} ${half}z`,
  ).join('');
}

/** How many facts of each stance, and milestones, stand at a step. */
export function countStep({ date, events }: Pick<TimelineStep, 'date' | 'events'>) {
  const count = (test: (event: TimelineEvent) => boolean) => events.filter(test).length;
  return {
    date,
    supports: count((event) => event.kind === 'fact' && event.fact.stance === 'supports'),
    limits: count((event) => event.kind === 'fact' && event.fact.stance === 'limits'),
    milestones: count((event) => event.kind === 'milestone'),
  };
}

/** Where a step stands, in hundredths of the strip. */
export function placeStep(step: number, count: number): number {
  return count <= 1 ? 50 : Math.round((step / (count - 1)) * 10_000) / 100;
}

function stripWords(steps: readonly TimelineStep[]): string {
  const { supports, limits, milestones } = countStep({
    date: '',
    events: steps.flatMap(({ events }) => events),
  });
  const years = `${steps[0]?.date.slice(0, 4)} to ${steps.at(-1)?.date.slice(0, 4)}`;
  return `When evidence became public, ${years}: ${countWords(supports, 'supporting fact')}, ${countWords(limits, 'limiting fact')}, ${countWords(milestones, 'milestone')}.`;
}

/** The years to write: each at its first step, the last one always, the others where there is room. */
function chooseYears(steps: readonly TimelineStep[]) {
  const firsts = steps.flatMap(({ date }, order) => {
    const year = date.slice(0, 4);
    return steps[order - 1]?.date.startsWith(year) ? [] : [{ year, share: placeStep(order, steps.length) }];
  });
  const chosen: typeof firsts = [];
  for (const entry of firsts.toReversed()) {
    const next = chosen.at(-1);
    if (next === undefined || next.share - entry.share >= YEARS_APART) chosen.push(entry);
  }
  return chosen.map((entry) => ({
    ...entry,
    anchor: entry.share < 4 ? ('start' as const) : entry.share > 96 ? ('end' as const) : ('middle' as const),
  }));
}
