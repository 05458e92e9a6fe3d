import { countFacets } from '../domain/assessing/filters.ts';
import { latestEdition } from '../domain/editions.ts';
import { FilterPanel } from '../features/filter/filter-panel.tsx';
import { FitPanel } from '../features/fit/fit-panel.tsx';
import { TimePanel } from '../features/time/time-panel.tsx';
import { joinList } from '../state/assess-state.ts';
import { Beside } from './beside.tsx';
import type { PanelId } from './panels.ts';
import { saveText } from './save-text.ts';
import type { AssessedPage, Assessment } from './use-assessment.ts';
import { WithRadar } from './with-radar.tsx';

/** The ways of looking at the trends that leave the picture in sight. */
export function AssessBeside(
  props: AssessedPage & {
    assessment: Assessment;
    panel: PanelId | null;
    close: () => void;
    select: (trend: string) => void;
  },
) {
  const { index, view, picture, panel, close } = props;
  const { whole, state, filters, changeFilters, kept, lens } = props.assessment;
  const edition = props.edition.id;
  const latest = latestEdition(index.editions).id;
  const shared = { index, edition, numbers: picture.layout.numbers };
  const total = picture.shown.length;
  return (
    <>
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
                  state.set({
                    lens: joinList(next.conditions),
                    lensname: next.name === '' ? null : next.name,
                  })
                }
                open={props.select}
                save={saveText}
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
    </>
  );
}
