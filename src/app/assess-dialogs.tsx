import { useMemo } from 'react';
import { FIT_WORDS } from '../domain/assessing/lens.ts';
import { formatColumns, formatSort, parseColumns, parseSort } from '../domain/assessing/table-columns.ts';
import { ChangesView } from '../features/changes/changes-view.tsx';
import { ChecklistPanel } from '../features/compare/checklist-panel.tsx';
import { CompareView } from '../features/compare/compare-view.tsx';
import { SearchBox } from '../features/search/search-box.tsx';
import { TrendTable } from '../features/table/trend-table.tsx';
import { readToday } from '../platform/read-today.ts';
import { saveFile } from '../platform/save-file.ts';
import { scrollToAnchor } from '../platform/scroll-to-anchor.ts';
import { codeQuery } from '../state/code-query.ts';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import css from './assess.module.css';
import { OnDemand } from './on-demand.tsx';
import type { PanelId } from './panels.ts';
import { saveText } from './save-text.ts';
import type { AssessedPage, Assessment } from './use-assessment.ts';
import type { Command } from './use-commands.ts';
import { WithRadar } from './with-radar.tsx';

const saveQuery = codeQuery('saving as a file', () => import('../features/give-back/save-radar.tsx'));

const startQuery = codeQuery('workshops', () => import('./workshop-start.tsx'));

/** The ways of looking at the trends that cover the page. */
export function AssessDialogs(
  props: AssessedPage & {
    assessment: Assessment;
    panel: PanelId | null;
    close: () => void;
    commands: readonly Command[];
  },
) {
  const { index, view, picture, panel, close } = props;
  const { whole, state, kept, lens, verdicts, chosen, choose } = props.assessment;
  const { set } = state;
  const edition = props.edition.id;
  const shared = { index, edition, numbers: picture.layout.numbers };
  /** The trend takes the place of the view that covers the page. */
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
  const date = readToday();
  return (
    <>
      <Modal title="Search" open={panel === 'search'} close={close}>
        <SearchBox
          radar={whole.data ?? null}
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
                save={saveText}
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
              save={saveText}
            />
          )}
        </WithRadar>
      </Modal>
      <Modal wide title="Save the radar as a file" open={panel === 'save'} close={close}>
        <WithRadar query={whole}>
          {(loaded) => (
            <OnDemand query={saveQuery}>
              {({ SaveRadar }) => (
                <SaveRadar
                  radar={loaded}
                  edition={edition}
                  save={(content, name) => saveFile(new Blob([content as BlobPart]), name)}
                  copy={(text) => void navigator.clipboard.writeText(text)}
                />
              )}
            </OnDemand>
          )}
        </WithRadar>
      </Modal>
      <Modal wide title="Workshop" open={panel === 'workshop'} close={close}>
        <WithRadar query={whole}>
          {(loaded) => (
            <OnDemand query={startQuery}>
              {({ WorkshopStart }) => <WorkshopStart {...shared} {...{ kept, view }} radar={loaded} />}
            </OnDemand>
          )}
        </WithRadar>
      </Modal>
      <Modal wide title="What changed" open={panel === 'changes'} close={close}>
        <WithRadar query={whole}>
          {(loaded) => (
            <ChangesView
              index={index}
              numbers={shared.numbers}
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
