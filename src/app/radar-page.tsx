import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type SyntheticEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { editionBefore, latestEdition } from '../domain/editions.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import { Legend } from '../features/explore/legend.tsx';
import { RadarChart } from '../features/explore/radar-chart.tsx';
import { TrendList } from '../features/explore/trend-list.tsx';
import { trendOf, useLight } from '../features/explore/use-light.ts';
import { usePicture } from '../features/explore/use-picture.ts';
import { readSize } from '../platform/watch-size.ts';
import { codeQuery } from '../state/code-query.ts';
import { useHover } from '../state/hover-store.ts';
import { detailQuery } from '../state/radar-queries.ts';
import { useSize } from '../state/use-size.ts';
import { trendLink, type ViewState } from '../state/view-state.ts';
import { Button } from '../ui/button.tsx';
import { Explanation } from './explanation.tsx';
import { Header } from './header.tsx';
import { ListHead } from './list-head.tsx';
import { OnDemand } from './on-demand.tsx';
import css from './radar-page.module.css';
import type { SnapshotTask } from './snapshots.tsx';
import { useCommands } from './use-commands.ts';

/** Below this width of the chart, in px, names beside the blips are off unless asked for. */
const NAMES_FROM = 560;

/** From this many trends on, the list is drawn after the chart. */
const LONG_LIST = 150;

/** Until the chart is measured only the list is drawn, which takes the numbers from a picture of any size. */
const ANY_FRAME = { width: 1000, height: 1000 };

const panelQuery = codeQuery('the evidence', () => import('../features/read/trend-panel.tsx'));
/** Without these lines the picture lights the related trends all the same. */
const tiesQuery = codeQuery('the relations', () => import('../features/relate/tie-overlay.tsx'));
const assessQuery = codeQuery('this view', () => import('./assess.tsx'));
/** Parts of the address that ask for what `assess.tsx` shows. */
const ASSESS_KEYS =
  /[?&](panel|ring|area|movement|strength|earned|condition|silent|organisation|year|tag|lens|asof)=/;
const unknownQuery = codeQuery('the near names', () => import('./unknown-trend.tsx'));
const editQuery = codeQuery('the editor', () => import('./edit-radar.tsx'));
const snapshotsQuery = codeQuery('the export', () => import('./snapshots.tsx'));

/** A loaded radar: the chart, the list beside it, and over the list the panel of the selected trend. */
export function RadarPage({ index, view, open }: { index: RadarIndex; view: ViewState; open: () => void }) {
  const client = useQueryClient();
  const page = useRef<HTMLDivElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const origin = useRef<HTMLElement | SVGElement | null>(null);
  const [explaining, setExplaining] = useState(false);
  const frame = useSize(chart, readFirstFrame);
  const latest = latestEdition(index.editions);
  const edition = index.editions.find((entry) => entry.id === view.edition) ?? latest;
  const names = view.names ?? (frame !== null && frame.width >= NAMES_FROM);
  const quadrant = index.quadrants.find((entry) => entry.id === view.quadrant)?.id ?? null;
  const picture = usePicture(index, edition.id, frame ?? ANY_FRAME, names, quadrant);
  // A long list comes after the chart; a short one with it, so that nothing flickers.
  const listed = useDeferredValue(picture, picture.shown.length > LONG_LIST ? null : picture);
  useLight(page);

  const selected = picture.shown.find((trend) => trend.id === view.trend) ?? null;
  const selectedId = selected?.id ?? null;
  const lit = useMemo(() => new Set(selected?.related), [selected]);
  const detail = useQuery({
    ...detailQuery(client, view.radar, view.trend ?? ''),
    enabled: selected !== null,
  });

  const ties = useQuery({ ...tiesQuery, enabled: selected !== null });
  const { select: setTrend, trend: shownTrend, showQuadrant, panel: panelShown, showPanel } = view;
  const editing = panelShown === 'edit';
  const select = useCallback(
    (trend: string) => {
      const focused = document.activeElement;
      // stepping inside the panel keeps the place that Escape goes back to
      const inside = focused?.closest('article') != null;
      if (!inside && (focused instanceof HTMLElement || focused instanceof SVGElement))
        origin.current = focused;
      const of = index.trends.find((entry) => entry.id === trend)?.quadrant;
      setTrend(trend, quadrant === null ? undefined : of);
    },
    [setTrend, index, quadrant],
  );
  const close = useCallback(() => setTrend(null), [setTrend]);

  const before = useRef(shownTrend);
  useEffect(() => {
    if (before.current !== null && shownTrend === null && !editing)
      returnFocus(page.current, before.current, origin.current);
    before.current = shownTrend;
  }, [shownTrend, editing]);

  useEffect(() => {
    document.title = selected === null ? index.title : `${selected.name} · ${index.title}`;
  }, [selected, index.title]);

  const onPoint = (event: SyntheticEvent) => {
    refreshLink(event.target);
    const trend = trendOf(event.target);
    useHover.getState().hover(trend);
    if (trend === null) return;
    void client.prefetchQuery(detailQuery(client, view.radar, trend));
    void client.prefetchQuery(panelQuery);
  };

  const screen = frame ?? ANY_FRAME;
  const shownView = useMemo(
    () => ({
      index,
      radar: view.radar,
      view: { edition: edition.id, trend: selectedId, quadrant, names },
      screen: { width: screen.width, height: screen.height, ratio: devicePixelRatio },
    }),
    [index, view.radar, edition, selectedId, quadrant, names, screen],
  );
  const [task, setTask] = useState<SnapshotTask | null>(null);

  const explain = useCallback(() => setExplaining(true), []);
  const commands = useCommands({ index, view, quadrant, names, open, explain, start: setTask, close });

  // what the address asks for at first, and whatever is asked for later
  const [assessing, setAssessing] = useState(() => ASSESS_KEYS.test(location.search));
  // an edition that was made later says so on the picture, and what left since the one before leaves a ghost
  if (
    !assessing &&
    (panelShown !== null || edition !== latest || edition.retrospective || hasLeft(index, edition.id))
  )
    setAssessing(true);

  const besideShown = panelShown === 'filter' || panelShown === 'fit' || panelShown === 'time' || editing;
  const { numbers } = picture.layout;
  const inOrder = useMemo(() => [...numbers.keys()], [numbers]);
  const at = inOrder.indexOf(selected?.id ?? '');
  return (
    <div ref={page} className={css.page}>
      <Header
        index={index}
        edition={edition}
        shown={picture.shown.length}
        builtIn={view.radar === null}
        names={names}
        showNames={view.showNames}
        showEdition={(id) => view.showEdition(id === latest.id ? null : id)}
        showAll={quadrant === null ? null : () => showQuadrant(null)}
        explain={explain}
        copy={() => setTask({ kind: 'copy' })}
        exportPicture={() => setTask({ kind: 'export' })}
        prepare={() => void client.prefetchQuery(snapshotsQuery)}
        open={open}
      />
      <main
        className={css.main}
        onPointerOver={onPoint}
        onFocus={onPoint}
        onPointerLeave={() => useHover.getState().hover(null)}
        onBlur={() => useHover.getState().hover(null)}
      >
        <h1 className="visually-hidden">{index.title}</h1>
        {view.edition !== null && view.edition !== edition.id && (
          <p role="alert" className={css.notice}>
            There is no edition “{view.edition}” of this radar; the latest is shown.{' '}
            <Button onClick={() => view.showEdition(null)}>Dismiss</Button>
          </p>
        )}
        {view.quadrant !== null && quadrant === null && (
          <p role="alert" className={css.notice}>
            There is no quadrant “{view.quadrant}” in this radar; all are shown.{' '}
            <Button onClick={() => showQuadrant(null)}>Dismiss</Button>
          </p>
        )}
        <div ref={chart} className={css.chart} data-chart="">
          {ties.data !== undefined && selected !== null && detail.data !== undefined && (
            <ties.data.TieOverlay layout={picture.layout} trend={selected.id} ties={detail.data.ties} />
          )}
          {frame !== null && <RadarChart {...{ picture, lit, select, showQuadrant }} selected={shownTrend} />}
        </div>
        <section className={css.list} aria-labelledby="list-title" inert={shownTrend !== null || besideShown}>
          <ListHead show={view.showPanel} />
          {picture.shown.length === 0 ? (
            <p>This radar has no trends yet.</p>
          ) : listed === null ? (
            <p role="status">Listing the trends …</p>
          ) : (
            <TrendList
              {...{ index, linkTo, select, quadrant, showQuadrant }}
              picture={listed}
              selected={shownTrend}
            />
          )}
          <div className={css.legend}>
            <Legend
              since={editionBefore(index.editions, edition.id)}
              reported={picture.shown.some((trend) => trend.reported)}
            />
          </div>
        </section>
        {assessing && (
          <OnDemand afloat query={assessQuery}>
            {({ Assess }) => <Assess {...{ index, view, picture, page, chart, commands, select, edition }} />}
          </OnDemand>
        )}
        {editing && (
          <OnDemand afloat query={editQuery}>
            {({ EditRadar }) => (
              <EditRadar {...{ view, index }} edition={edition.id} close={() => showPanel(null)} />
            )}
          </OnDemand>
        )}
        {shownTrend !== null && !editing && (
          <aside className={css.panel} aria-label="Selected trend">
            {selected === null ? (
              <OnDemand query={unknownQuery}>
                {({ UnknownTrend }) => (
                  <UnknownTrend id={shownTrend} trends={picture.shown} linkTo={linkTo} close={close} />
                )}
              </OnDemand>
            ) : (
              <OnDemand query={panelQuery}>
                {({ TrendPanel }) => (
                  <TrendPanel
                    index={index}
                    edition={edition.id}
                    trend={selected}
                    number={at + 1}
                    detail={detail}
                    neighbours={{ previous: inOrder[at - 1] ?? null, next: inOrder[at + 1] ?? null }}
                    linkTo={linkTo}
                    select={select}
                    addEvidence={() => showPanel('edit')}
                    close={close}
                  />
                )}
              </OnDemand>
            )}
          </aside>
        )}
      </main>
      {task !== null && (
        <OnDemand afloat query={snapshotsQuery}>
          {({ Snapshots }) => <Snapshots shown={shownView} task={task} start={setTask} />}
        </OnDemand>
      )}
      <Explanation index={index} open={explaining} close={() => setExplaining(false)} />
    </div>
  );
}

const linkTo = (trend: string) => trendLink(trend, location.search);

/** Filters and the like change the address without drawing the links again: whoever points at one gets that of now. */
function refreshLink(target: EventTarget): void {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="?"]');
  const trend = link && new URLSearchParams(link.search).get('trend');
  if (link && trend) link.href = linkTo(trend);
}

/** Whether trends of the edition before have no place in this one. */
function hasLeft({ trends, editions }: RadarIndex, edition: string): boolean {
  const before = editionBefore(editions, edition)?.id;
  return trends.some(({ placements }) => {
    const stands = (id: string) => placements.some((place) => place.edition === id);
    return before !== undefined && stands(before) && !stands(edition);
  });
}

/** Focus goes back to what opened the trend, or to its blip where that is gone. */
function returnFocus(page: HTMLElement | null, trend: string, origin: HTMLElement | SVGElement | null): void {
  const blip = page?.querySelector<SVGElement>(`[data-blip="${CSS.escape(trend)}"]`);
  if (origin?.isConnected && origin !== document.body) origin.focus();
  else blip?.focus();
}

/** The chart that stands in the page before this one has been drawn has the same size as this one will. */
function readFirstFrame() {
  const chart = document.querySelector('[data-chart]');
  return chart === null ? null : readSize(chart);
}
