import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Radar } from '../../domain/radar.ts';
import { formatRadarJson } from '../../formats/radar-json.ts';
import type { Snapshot, SnapshotView } from '../../formats/snapshot.ts';
import { type KeptRadar, keepRadar } from '../../platform/kept-radars.ts';
import { LoadFailure } from '../../platform/load-failure.ts';
import { readRadarDocument } from '../../platform/read-radar-document.ts';
import { Button } from '../../ui/button.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { fitView } from './fit-view.ts';
import { IssueList } from './issue-list.tsx';
import css from './opening.module.css';
import { RadarOffer } from './radar-offer.tsx';

/** A radar that the reader agreed to open, where it is kept, and what of it to show. */
export interface OpenedRadar extends KeptRadar {
  radar: Radar;
  view: SnapshotView;
}

/** Reads what was dropped or chosen and asks before it is shown; a file that cannot be read is answered in words. */
export function Opening(props: {
  files: readonly File[];
  open: (opened: OpenedRadar) => void;
  close: () => void;
  /** Where accepted radars are kept, unless that is the browser. */
  keep?: (text: string) => Promise<KeptRadar>;
}) {
  const { files, keep = keepRadar } = props;
  const [read, setRead] = useState<Snapshot | Error | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    let newer = false;
    gone.current = false;
    setRead(null);
    readRadarDocument(files).then(
      (snapshot) => newer || setRead({ ...snapshot, view: fitView(snapshot) }),
      (cause: Error) => newer || setRead(cause),
    );
    return () => {
      newer = true;
      gone.current = true;
    };
  }, [files]);

  if (read === null) return <p role="status">Reading the file …</p>;
  const name = files.length === 1 ? files[0]?.name : undefined;
  if (read instanceof Error) return <OpeningFailure error={read} name={name} />;
  const accept = async () => {
    try {
      const kept = await keep(formatRadarJson(read.radar));
      if (!gone.current) props.open({ ...read, ...kept });
    } catch (cause) {
      setRead(cause instanceof Error ? cause : new Error(String(cause)));
    }
  };
  return <RadarOffer snapshot={read} file={name ?? ''} accept={() => void accept()} cancel={props.close} />;
}

function OpeningFailure({ error, name }: { error: Error; name: string | undefined }) {
  const failure = error instanceof LoadFailure ? error : undefined;
  return (
    <div role="alert">
      {name !== undefined && (
        <p className={css.file}>
          <strong>{name}</strong> was not opened.
        </p>
      )}
      <FailureText reason={error.message} cure={failure?.cure} />
      <IssueList issues={failure?.issues ?? []} />
    </div>
  );
}

/** Lies over the whole page, dialogs included, while a file is dragged over it. */
export function DropHint() {
  const hint = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Where there are no popovers it is over the page all the same, though not over a dialog.
    if ('showPopover' in HTMLElement.prototype) hint.current?.showPopover();
  }, []);
  return (
    <div ref={hint} popover="manual" role="status" className={css.hint}>
      <p>Drop a snapshot or a radar file to open it</p>
    </div>
  );
}

/** For a radar that the browser could not store. */
export function VisitNotice({ dismiss }: { dismiss: () => void }) {
  return (
    <p role="status" className={css.notice}>
      This browser does not let the page store the radar, so it is open for this visit only: keep its file.{' '}
      <Button onClick={dismiss}>Dismiss</Button>
    </p>
  );
}
