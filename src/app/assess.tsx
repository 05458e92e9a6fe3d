import { type RefObject, useCallback } from 'react';
import { createPortal } from 'react-dom';
import { NO_FILTERS, toggle } from '../domain/assessing/filters.ts';
import { FilterChips } from '../features/filter/filter-chips.tsx';
import { FitMarks } from '../features/fit/fit-marks.tsx';
import { Ghosts } from '../features/time/ghosts.tsx';
import { KnownMarks } from '../features/time/known-marks.tsx';
import { RetrospectiveLabel } from '../features/time/retrospective-label.tsx';
import { PAGE_THEME } from '../scene/theme.ts';
import css from './assess.module.css';
import { AssessBeside } from './assess-beside.tsx';
import { AssessDialogs } from './assess-dialogs.tsx';
import { findPanel } from './panels.ts';
import { type AssessedPage, useAssessment } from './use-assessment.ts';
import type { Command } from './use-commands.ts';
import { useMarked } from './use-marked.ts';

/**
 * All ways of looking at the trends beside the picture: what the address asks for is shown, and what it says of filters
 * and conditions is marked on the elements that are there. Nothing is laid out again.
 */
export function Assess(
  props: AssessedPage & {
    page: RefObject<HTMLElement | null>;
    chart: RefObject<HTMLElement | null>;
    commands: readonly Command[];
    select: (trend: string) => void;
  },
) {
  const { index, edition, view, picture, page, chart } = props;
  const shown = { index, edition, view, picture };
  const assessment = useAssessment(shown);
  const { filters, changeFilters, kept, chips, verdicts, known } = assessment;
  const panel = findPanel(view.panel);
  const close = useCallback(() => view.showPanel(null), [view.showPanel]);
  useMarked(page, kept, picture, chips.map((chip) => chip.words).join(' · '));
  const over = { index, edition: edition.id, layout: picture.layout, theme: PAGE_THEME };
  return (
    <>
      {/* stays when the last chip is taken away, so that the focus has a place */}
      <div className={css.chips}>
        <FilterChips
          chips={chips}
          remove={(chip) => changeFilters(toggle(filters, chip.facet, chip.value))}
          clear={() => changeFilters(NO_FILTERS)}
        />
        <p role="status">{kept !== null && `${kept.size} of ${picture.shown.length} trends`}</p>
      </div>
      {chart.current !== null &&
        createPortal(
          <>
            <Ghosts {...over} />
            {verdicts !== null && (
              <FitMarks layout={picture.layout} verdicts={verdicts} kept={kept} theme={PAGE_THEME} />
            )}
            {known !== null && <KnownMarks {...over} known={known} />}
            <RetrospectiveLabel edition={edition} asOf={view.asof} layout={picture.layout} />
          </>,
          chart.current,
        )}
      <AssessBeside {...shown} {...{ assessment, panel, close }} select={props.select} />
      <AssessDialogs {...shown} {...{ assessment, panel, close }} commands={props.commands} />
    </>
  );
}
