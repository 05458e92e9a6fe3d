import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Radar } from '../domain/radar.ts';
import { buildIndex } from '../domain/radar-index.ts';
import { WHOLE_VIEW } from '../features/open/fit-view.ts';
import { DropHint, VisitNotice } from '../features/open/notices.tsx';
import { aboutRadar, nameGiven, type OpenedRadar, Opening } from '../features/open/opening.tsx';
import { formatRadarJson } from '../formats/radar-json.ts';
import { keepRadar } from '../platform/kept-radars.ts';
import { codeQuery } from '../state/code-query.ts';
import { keepDraft } from '../state/draft-radar.ts';
import { readUnreviewed, supplyRadar } from '../state/radar-queries.ts';
import type { ViewState } from '../state/view-state.ts';
import { Modal } from '../ui/modal.tsx';
import { OnDemand } from './on-demand.tsx';
import type { Opened } from './opened.ts';
import { saveText } from './save-text.ts';

const libraryQuery = codeQuery('the list of radars', () => import('./library-dialog.tsx'));
const reviewQuery = codeQuery('the review', () => import('../features/import/import-review.tsx'));
const noticeQuery = codeQuery('the notice', () => import('../features/import/review-notice.tsx'));
const mergeQuery = codeQuery('merging', () => import('../features/library/merge-review.tsx'));

/** All that stands between a reader and another radar: choosing, reading, reviewing, merging. Its code comes with the first. */
export function OpenDialog(props: {
  dragging: boolean;
  opened: Opened;
  give: (opened: Opened) => void;
  view: ViewState;
}) {
  const { opened, give, view } = props;
  const client = useQueryClient();
  const given = opened === null || opened === 'choose' || 'draft' in opened ? null : opened;
  const [unkept, setUnkept] = useState<string | null>(null);
  /** The radar that the next one is merged into; null where the next one takes its place. */
  const [base, setBase] = useState<Radar | null>(null);
  const [other, setOther] = useState<Radar | null>(null);
  const leaveMerge = () => {
    setBase(null);
    setOther(null);
  };
  const close = () => {
    give(null);
    leaveMerge();
  };
  const show = ({ address, lasting, radar, view: shown }: OpenedRadar) => {
    supplyRadar(client, address, radar, buildIndex(radar));
    close();
    setUnkept(lasting ? null : address);
    view.openView(address, shown);
  };
  const take = (radar: Radar, about: () => Promise<{ address: string; lasting: boolean }>) => {
    if (base === null) return about().then((kept) => show({ ...kept, radar, view: WHOLE_VIEW }));
    give(null);
    return setOther(radar);
  };
  const draft = opened !== null && typeof opened === 'object' && 'draft' in opened ? opened : null;
  const unreviewed = readUnreviewed(client, view.radar);
  return (
    <>
      {props.dragging && <DropHint />}
      {unkept !== null && unkept === view.radar && <VisitNotice dismiss={() => setUnkept(null)} />}
      {unreviewed !== null && (
        <OnDemand afloat query={noticeQuery}>
          {({ ReviewNotice }) => (
            <ReviewNotice
              key={view.radar}
              draft={unreviewed}
              review={() => give({ draft: unreviewed, from: view.radar ?? '' })}
            />
          )}
        </OnDemand>
      )}
      <Modal wide title="Open, make or merge a radar" open={opened === 'choose'} close={close}>
        <OnDemand query={libraryQuery}>
          {({ LibraryDialog }) => (
            <LibraryDialog
              view={view}
              give={give}
              merge={(into, next) => {
                setBase(into);
                if ('radar' in next) setOther(next.radar);
                give('radar' in next ? null : next);
              }}
              close={close}
            />
          )}
        </OnDemand>
      </Modal>
      <Modal title="Open a radar" open={given !== null} close={close}>
        {given !== null && (
          <Opening
            given={given}
            close={close}
            open={show}
            take={
              base === null ? null : (radar) => void take(radar, async () => ({ address: '', lasting: true }))
            }
            review={(read) => give({ draft: read, from: nameGiven(given) ?? '' })}
          />
        )}
      </Modal>
      <Modal wide title="Review what was read" open={draft !== null} close={close}>
        {draft !== null && (
          <OnDemand query={reviewQuery}>
            {({ ImportReview }) => (
              <ImportReview
                key={draft.from}
                draft={draft.draft}
                cancel={close}
                save={saveText}
                accept={(radar) =>
                  void take(radar, () =>
                    keepRadar(formatRadarJson(radar), aboutRadar(radar, draft.draft.format, draft.from)),
                  )
                }
              />
            )}
          </OnDemand>
        )}
      </Modal>
      <Modal wide title="Merge two radars" open={base !== null && other !== null} close={leaveMerge}>
        {base !== null && other !== null && (
          <OnDemand query={mergeQuery}>
            {({ MergeReview }) => (
              <MergeReview
                base={base}
                other={other}
                cancel={leaveMerge}
                accept={async (radar) => show({ ...(await keepDraft(radar)), radar, view: WHOLE_VIEW })}
              />
            )}
          </OnDemand>
        )}
      </Modal>
    </>
  );
}
