import { useMemo } from 'react';
import {
  buildKnownBy,
  buildKnownIn,
  buildTimeline,
  editionBy,
  findEditionStep,
  findStep,
  type KnownState,
  listDeparted,
  listStrengthShifts,
  parseAsOf,
} from '../../domain/assessing/timeline.ts';
import { editionBefore, editionWords, RETROSPECTIVE_RULE } from '../../domain/editions.ts';
import { hueAt } from '../../domain/hue-at.ts';
import type { Edition, Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { dateWords } from '../../domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { countWords } from './count-words.ts';
import { EventList } from './event-list.tsx';
import { StepSlider } from './step-slider.tsx';
import { StrengthShifts } from './strength-shifts.tsx';
import css from './time-panel.module.css';
import { countStep, TimeStrip } from './time-strip.tsx';
import { usePlay } from './use-play.ts';
import { YearTable } from './year-table.tsx';

/** What the panel asks for; what is missing stays as it is. */
export interface TimeChange {
  edition?: string;
  /** A date, or null for that of the edition shown. */
  asOf?: string | null;
}

/**
 * Goes through time: over the editions, and below over the dates at which evidence became public. The picture shows
 * the radar that was current by then; what was known by the date, and what just became so, is told here.
 */
export function TimePanel(props: {
  radar: Radar;
  index: RadarIndex;
  /** Id of the edition shown. */
  edition: string;
  /** The number of each trend on the picture, by id. */
  numbers: ReadonlyMap<string, number>;
  /** The chosen date as the address has it; what is no date counts as none. */
  asOf: string | null;
  /** Called once for each step, whatever it changes. */
  change: (change: TimeChange) => void;
  /** Opens a trend. */
  open: (trend: string) => void;
}) {
  const { radar, index, edition, numbers, change, open } = props;
  const timeline = useMemo(() => buildTimeline(radar), [radar]);
  const sources = useMemo(() => new Map(radar.sources.map((source) => [source.id, source])), [radar]);
  const asOf = parseAsOf(props.asOf);
  const known = useMemo(
    () => (asOf === null ? buildKnownIn(radar, edition) : buildKnownBy(radar, asOf)),
    [radar, edition, asOf],
  );
  const { steps, editions } = timeline;
  const shown = editions.find((entry) => entry.id === edition) ?? null;
  const at = asOf === null ? findEditionStep(timeline, edition) : findStep(timeline, asOf);
  const step = steps[at];
  const shifts = asOf === null ? [] : listStrengthShifts(index, edition, known);
  const byWords = dateWords(asOf ?? shown?.date ?? step?.date ?? '');
  const hues = new Map(index.quadrants.map(({ id }, order) => [id, hueAt(index, order)]));
  const quadrants = new Map(radar.trends.map(({ id, quadrant }) => [id, hues.get(quadrant) ?? 0]));

  const goTo = (order: number) => {
    const date = steps[order]?.date;
    if (date === undefined) return;
    const current = editionBy(radar.editions, date).edition.id;
    change({ asOf: date, ...(current === edition ? {} : { edition: current }) });
  };

  const { playing, play } = usePlay(at, steps.length - 1, goTo);

  return (
    <div className={css.panel}>
      {editions.length > 1 && shown !== null && (
        <StepSlider
          label="Edition"
          value={editions.indexOf(shown)}
          words={editionWords(shown)}
          marks={editions.map(editionWords)}
          steps={editions.length}
          move={(order) => {
            const target = editions[order];
            if (target !== undefined) change({ edition: target.id, asOf: null });
          }}
        />
      )}
      {steps.length === 0 ? (
        <p>This radar dates no facts and no milestones, so there is no time to go through.</p>
      ) : (
        <>
          <StepSlider
            label="Date"
            value={at}
            words={step === undefined ? '' : dateWords(step.date)}
            spoken={step === undefined ? '' : `${dateWords(step.date)}: ${tallyWords(step)}`}
            steps={steps.length}
            move={goTo}
          >
            <TimeStrip timeline={timeline} at={at} />
          </StepSlider>
          <div className={css.below}>
            <Button onClick={play}>
              <span aria-hidden="true">{playing ? '■' : '▶'}</span> {playing ? 'Stop' : 'Play'}
            </Button>
            <p className={css.key}>
              <span>◆ milestone</span> <span>▲ supports, up</span> <span>▼ limits, down</span>{' '}
              <span>┊ edition</span> <span>pale: not known yet</span>
            </p>
          </div>
        </>
      )}
      <div className={css.outcome}>
        <p role="status" aria-live={playing ? 'off' : 'polite'} className={css.tally}>
          {asOf === null && shown !== null ? `By the edition of ${byWords}` : `By ${byWords}`}:{' '}
          {knownWords(known)} known.
          {shown !== null && ` Edition shown: ${editionWords(shown)}.`}
        </p>
        <EditionNotes {...{ radar, shown, asOf, change }} />
        {asOf !== null && shown !== null && (
          <Button onClick={() => change({ asOf: null })}>Back to the edition’s own date</Button>
        )}
        <Departed index={index} edition={edition} />
      </div>
      {step !== undefined && (
        <section aria-label={`Public in ${dateWords(step.date)}`}>
          <h3>
            Public in {dateWords(step.date)} <span>{step.events.length}</span>
          </h3>
          {step.events.length === 0 && <p>Nothing of this radar is dated {dateWords(step.date)}.</p>}
          <EventList
            events={step.events}
            {...{ sources, numbers, open }}
            quadrantOf={(trend) => quadrants.get(trend) ?? 0}
          />
        </section>
      )}
      {asOf !== null && (
        <StrengthShifts
          {...{ shifts, byWords, numbers, open }}
          quadrantOf={(trend) => quadrants.get(trend) ?? 0}
        />
      )}
      {steps.length > 0 && <YearTable steps={steps} />}
    </div>
  );
}

/** What has to be said of the edition that the picture shows: how it was made, and where it is not that of the date. */
function EditionNotes(props: {
  radar: Radar;
  shown: Edition | null;
  asOf: string | null;
  change: (change: TimeChange) => void;
}) {
  const { radar, shown, asOf } = props;
  if (shown === null) return null;
  const current = asOf === null ? null : editionBy(radar.editions, asOf);
  return (
    <>
      {shown.retrospective && <p>{RETROSPECTIVE_RULE}</p>}
      {current?.early && asOf !== null && (
        <p>
          {dateWords(asOf)} lies before the first edition: the picture shows what was thought by{' '}
          {dateWords(current.edition.date)}.
        </p>
      )}
      {current !== null && current.edition.id !== shown.id && (
        <p>
          The edition of that date is {editionWords(current.edition)}.{' '}
          <Button onClick={() => props.change({ edition: current.edition.id })}>Show it</Button>
        </p>
      )}
    </>
  );
}

/** The trends whose ghosts stand in the picture. */
function Departed({ index, edition }: { index: RadarIndex; edition: string }) {
  const departed = listDeparted(index, edition);
  const before = editionBefore(index.editions, edition);
  if (departed.length === 0 || before === null) return null;
  return (
    <p>
      Left since {editionWords(before)}: {departed.map(({ name }) => name).join(', ')}. A dashed ghost in the
      picture stands where each was.
    </p>
  );
}

function knownWords({ facts, milestones }: KnownState): string {
  return `${facts.known} of ${countWords(facts.all, 'fact')}, ${milestones.known} of ${countWords(milestones.all, 'milestone')}`;
}

function tallyWords(step: Parameters<typeof countStep>[0]): string {
  const { supports, limits, milestones } = countStep(step);
  const parts = [
    ...(supports > 0 ? [`${supports} supporting`] : []),
    ...(limits > 0 ? [`${limits} limiting`] : []),
    ...(milestones > 0 ? [countWords(milestones, 'milestone')] : []),
  ];
  return parts.length === 0 ? 'nothing new' : parts.join(', ');
}
