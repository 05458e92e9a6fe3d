import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { latestEdition } from '../domain/editions.ts';
import {
  countFacets,
  describeFilters,
  filterTrends,
  formatFilters,
  isFiltering,
  NO_FILTERS,
  parseFilters,
  toggle,
} from '../domain/filters.ts';
import { FIT_WORDS } from '../domain/lens.ts';
import type { Edition } from '../domain/radar.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import { formatColumns, formatSort, parseColumns, parseSort } from '../domain/table-columns.ts';
import { buildKnownBy, parseAsOf } from '../domain/timeline.ts';
import { ChangesView } from '../features/changes/changes-view.tsx';
import { ChecklistPanel } from '../features/compare/checklist-panel.tsx';
import { CompareView } from '../features/compare/compare-view.tsx';
import type { Picture } from '../features/explore/use-picture.ts';
import { FilterChips } from '../features/filter/filter-chips.tsx';
import { FilterPanel } from '../features/filter/filter-panel.tsx';
import { FitMarks } from '../features/fit/fit-marks.tsx';
import { FitPanel } from '../features/fit/fit-panel.tsx';
import { SearchBox } from '../features/search/search-box.tsx';
import { TrendTable } from '../features/table/trend-table.tsx';
import { Ghosts } from '../features/time/ghosts.tsx';
import { KnownMarks } from '../features/time/known-marks.tsx';
import { RetrospectiveLabel } from '../features/time/retrospective-label.tsx';
import { TimePanel } from '../features/time/time-panel.tsx';
import { saveFile } from '../platform/save-file.ts';
import { scrollToAnchor } from '../platform/scroll-to-anchor.ts';
import { PAGE_THEME } from '../scene/theme.ts';
import { joinList, splitList, useAssessState } from '../state/assess-state.ts';
import { wholeRadarQuery } from '../state/radar-queries.ts';
import type { ViewState } from '../state/view-state.ts';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import css from './assess.module.css';
import { Beside } from './beside.tsx';
import { findPanel } from './panels.ts';
import { useMarked } from './use-marked.ts';
import { useVerdicts } from './use-verdicts.ts';
import { WithRadar } from './with-radar.tsx';

/** A thing that the search box can do by its name. */
export interface Command {
  id: string;
  label: string;
  keys?: string;
  run: () => void;
}

/**
 * All ways of looking at the trends beside the picture: what the address asks for is shown, and what it says of filters
 * and conditions is marked on the elements that are there. Nothing is laid out again.
 */
export function Assess(props: {
  index: RadarIndex;
  edition: Edition;
  view: ViewState;
  picture: Picture;
  page: RefObject<HTMLElement | null>;
  chart: RefObject<HTMLElement | null>;
  commands: readonly Command[];
  select: (trend: string) => void;
}) {
  const { index, view, picture, page, chart } = props;
  const edition = props.edition.id;
  const client = useQueryClient();
  const whole = useQuery(wholeRadarQuery(client, view.radar));
  const radar = whole.data ?? null;
  const state = useAssessState();
  const { set, setFilters } = state;
  const panel = findPanel(view.panel);
  const close = useCallback(() => view.showPanel(null), [view.showPanel]);

  const filters = useMemo(() => parseFilters(state.filters), [state.filters]);
  const kept = useMemo(
    () => (radar !== null && isFiltering(filters) ? filterTrends(radar, index, edition, filters) : null),
    [radar, index, edition, filters],
  );
  const chips = useMemo(
    () => (radar === null ? [] : describeFilters(filters, radar, index, edition)),
    [radar, index, filters, edition],
  );
  const changeFilters = useCallback((next: typeof filters) => setFilters(formatFilters(next)), [setFilters]);
  useMarked(page, kept, picture, chips.map((chip) => chip.words).join(' · '));

  const lens = useMemo(
    () => ({ name: state.lensname ?? '', conditions: splitList(state.lens) }),
    [state.lens, state.lensname],
  );
  const verdicts = useVerdicts(radar, lens);

  const known = useMemo(() => {
    const date = parseAsOf(view.asof);
    return radar === null || date === null ? null : buildKnownBy(radar, date);
  }, [radar, view.asof]);
  const latest = latestEdition(index.editions).id;

  const chosen = useMemo(() => {
    const ids = new Set(index.trends.map((trend) => trend.id));
    const listed = splitList(state.chosen).filter((id) => ids.has(id));
    return listed.length > 0 || view.trend === null || !ids.has(view.trend) ? listed : [view.trend];
  }, [state.chosen, index, view.trend]);
  const choose = useCallback((trends: readonly string[]) => set({ chosen: joinList(trends) }), [set]);
  /** From a view that covers the page: the trend takes its place. */
  const openAlone = (trend: string, anchor: string | null = null) => {
    view.openTrend(trend);
    if (anchor !== null) scrollToAnchor(anchor);
  };
  const columns = useMemo(() => parseColumns(state.columns), [state.columns]);
  const sort = useMemo(() => parseSort(state.sort), [state.sort]);
  const tableVerdicts = useMemo(
    () =>
      verdicts &&
      new Map([...verdicts].map(([id, verdict]) => [id, { verdict, ...FIT_WORDS[verdict] }] as const)),
    [verdicts],
  );
  const save = (text: string, name: string) =>
    saveFile(new Blob([text], { type: name.endsWith('.csv') ? 'text/csv' : 'text/plain' }), name);
  const date = new Date().toISOString().slice(0, 10);
  const { numbers } = picture.layout;
  const shared = { index, edition, numbers };
  const total = picture.shown.length;

  return (
    <>
      {/* stays when the last chip is taken away, so that the focus has a place */}
      <div className={css.chips}>
        <FilterChips
          chips={chips}
          remove={(chip) => changeFilters(toggle(filters, chip.facet, chip.value))}
          clear={() => changeFilters(NO_FILTERS)}
        />
        <p role="status">{kept !== null && `${kept.size} of ${total} trends`}</p>
      </div>
      {chart.current !== null &&
        createPortal(
          <>
            <Ghosts index={index} edition={edition} layout={picture.layout} theme={PAGE_THEME} />
            {verdicts !== null && (
              <FitMarks layout={picture.layout} verdicts={verdicts} kept={kept} theme={PAGE_THEME} />
            )}
            {known !== null && (
              <KnownMarks {...{ index, edition, known }} layout={picture.layout} theme={PAGE_THEME} />
            )}
            <RetrospectiveLabel edition={props.edition} asOf={view.asof} layout={picture.layout} />
          </>,
          chart.current,
        )}

      {panel === 'filter' && (
        <Beside title="Filter" close={close}>
          <WithRadar query={whole}>
            {(loaded) => (
              <FilterPanel
                facets={countFacets(loaded, index, edition, filters)}
                filters={filters}
                left={kept?.size ?? total}
                total={total}
                change={changeFilters}
              />
            )}
          </WithRadar>
        </Beside>
      )}
      {panel === 'fit' && (
        <Beside title="Fit for us" close={close}>
          <WithRadar query={whole}>
            {(loaded) => (
              <FitPanel
                {...shared}
                radar={loaded}
                lens={lens}
                change={(next) =>
                  set({ lens: joinList(next.conditions), lensname: next.name === '' ? null : next.name })
                }
                open={props.select}
                save={save}
              />
            )}
          </WithRadar>
        </Beside>
      )}

      {panel === 'time' && (
        <Beside title="Time" close={close}>
          <WithRadar query={whole}>
            {(loaded) => (
              <TimePanel
                {...shared}
                radar={loaded}
                asOf={view.asof}
                change={({ edition: to, asOf }) =>
                  view.showTime({
                    ...(asOf === undefined ? {} : { asof: asOf }),
                    ...(to === undefined ? {} : { edition: to === latest ? null : to }),
                  })
                }
                open={props.select}
              />
            )}
          </WithRadar>
        </Beside>
      )}

      <Modal title="Search" open={panel === 'search'} close={close}>
        <SearchBox
          radar={radar}
          index={index}
          commands={props.commands}
          close={close}
          open={(trend, anchor) => openAlone(trend, anchor)}
        />
      </Modal>
      <Modal wide title="All trends" open={panel === 'table'} close={close}>
        <WithRadar query={whole}>
          {(loaded) => (
            <div data-print="">
              <div className={css.actions}>
                <Button onClick={() => view.showPanel('compare')} disabled={chosen.length < 2}>
                  Compare the chosen
                </Button>
                <Button onClick={() => view.showPanel('checklist')} disabled={chosen.length === 0}>
                  Checklist of the chosen
                </Button>
              </div>
              <TrendTable
                {...shared}
                radar={loaded}
                kept={kept}
                verdicts={tableVerdicts}
                columns={columns}
                sort={sort}
                change={(next) =>
                  set({
                    ...(next.columns === undefined ? {} : { columns: formatColumns(next.columns) || null }),
                    ...(next.sort === undefined ? {} : { sort: formatSort(next.sort) || null }),
                  })
                }
                open={openAlone}
                chosen={new Set(chosen)}
                choose={(trend, on) =>
                  choose(on ? [...chosen, trend] : chosen.filter((entry) => entry !== trend))
                }
                copy={(text) => navigator.clipboard.writeText(text)}
                save={save}
              />
            </div>
          )}
        </WithRadar>
      </Modal>
      <Modal wide title="Compare" open={panel === 'compare'} close={close}>
        <WithRadar query={whole}>
          {(loaded) => (
            <>
              <div className={css.actions}>
                <Button onClick={() => view.showPanel('checklist')} disabled={chosen.length === 0}>
                  Checklist
                </Button>
              </div>
              <CompareView
                {...shared}
                radar={loaded}
                trends={chosen.slice(0, 4)}
                lens={lens.conditions.length === 0 ? null : lens}
                onlyDifferences={state.only === 'differences'}
                showOnlyDifferences={(only) => set({ only: only ? 'differences' : null })}
                change={choose}
                open={openAlone}
              />
            </>
          )}
        </WithRadar>
      </Modal>
      <Modal wide title="Checklist" open={panel === 'checklist'} close={close}>
        <WithRadar query={whole}>
          {(loaded) => (
            <ChecklistPanel
              index={index}
              edition={edition}
              radar={loaded}
              trends={chosen}
              date={date}
              save={save}
            />
          )}
        </WithRadar>
      </Modal>
      <Modal wide title="What changed" open={panel === 'changes'} close={close}>
        <WithRadar query={whole}>
          {(loaded) => (
            <ChangesView
              index={index}
              numbers={numbers}
              radar={loaded}
              from={state.since}
              to={edition}
              change={({ from, to }) => {
                if (from !== undefined) set({ since: from });
                if (to !== undefined) view.showEdition(to);
              }}
              open={openAlone}
            />
          )}
        </WithRadar>
      </Modal>
    </>
  );
}
